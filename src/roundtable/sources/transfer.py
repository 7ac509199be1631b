"""One file over HTTP, for pooch: goes on where it broke off, refuses what is not the file."""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path

import requests
from requests import exceptions

from roundtable.sources import SourceFile, mismatch, signature
from roundtable.sources.failure import MOVED, Refused, hopeless, passing, unwritten

_CHUNK = 8192
"""Bytes between two writes; a connection that breaks loses at most these."""


@dataclass(frozen=True)
class Version:
    """Which version of a file a part belongs to, in the server's words.

    Attributes
    ----------
    url
        Its address.
    size
        Its bytes; None where the server does not say.
    etag, modified
        The headers ``ETag`` and ``Last-Modified``.
    """

    url: str
    size: int | None = None
    etag: str | None = None
    modified: str | None = None

    @property
    def validator(self) -> str | None:
        """What names these very bytes in a request; a weak tag does not.

        Examples
        --------
        >>> Version("https://example.org", etag='W/"1"', modified="Tue, 01 Dec 2026").validator
        'Tue, 01 Dec 2026'
        """
        return self.etag if self.etag and not self.etag.startswith("W/") else self.modified


class Transfer:
    """Downloads one file; pooch calls it once for each attempt.

    What has come stays in a part, with the version that the server said it has. The next
    attempt, in this pull or a later one, asks for the rest *of that version* (``Range`` with
    ``If-Range``). A server that cannot do that, or has another version by then, sends the file
    from its start: an old part and a new rest are never joined.

    Parameters
    ----------
    file
        What to download: its name, address and digest.
    part
        Where to collect what comes.
    session
        The connections to use.
    timeout
        Seconds without a byte after which an attempt ends.
    received
        Called with the bytes that are there and the size of the file (None: not said).
    """

    def __init__(
        self,
        file: SourceFile,
        part: Path,
        *,
        session: requests.Session,
        timeout: float,
        received: Callable[[int, int | None], None] = lambda done, size: None,
    ) -> None:
        self.file, self.part = file, part
        self.record = part.with_name(f"{part.name}.json")
        self.session, self.timeout, self.received = session, timeout, received
        self.answered, self.done, self.size = False, 0, None

    def __call__(self, url: str, output_file: str, pooch: object) -> None:
        """Bring the file to a path, complete and checked.

        Raises
        ------
        Refused, Unwritten
            If another attempt would end alike.
        requests.RequestException
            If another attempt may succeed.
        """
        try:
            self._collect(url)
            self._check()
            self.part.replace(output_file)
            self.record.unlink(missing_ok=True)
        except exceptions.RequestException as error:
            if reason := hopeless(error):
                raise Refused(reason) from None
            raise
        except OSError as error:
            raise unwritten(error, self.part.parent, done=self.done) from None

    def reason(self, error: exceptions.RequestException) -> str:
        """Say why the last attempt failed, and what would help."""
        return passing(
            error, timeout=self.timeout, answered=self.answered, done=self.done, size=self.size
        )

    def _collect(self, url: str) -> None:
        """Bring the part to its full size."""
        self.answered, (self.done, version) = False, self._kept(url)
        if version and self.done == version.size:
            return
        response, version = self._answer(url, version)
        with response:
            self.answered = True
            chunks = response.iter_content(_CHUNK)
            if version is None:
                self.done, version = 0, _version(url, response)
                chunks = self._from_the_start(chunks, response, version)
            self.size = version.size
            with self.part.open("ab") as stream:
                for chunk in chunks:
                    stream.write(chunk)
                    self.done += len(chunk)
                    self.received(self.done, self.size)
        if self.size is not None and self.done != self.size:
            raise exceptions.ChunkedEncodingError("fewer bytes than announced")

    def _kept(self, url: str) -> tuple[int, Version | None]:
        """Count the bytes that a part has, and say of which version; (0, None) if unsure."""
        try:
            version = Version(**json.loads(self.record.read_text(encoding="utf-8")))
            kept = self.part.stat().st_size
        except (OSError, ValueError, TypeError):
            return 0, None
        fits = version.size is not None and 0 < kept <= version.size
        return (kept, version) if fits and version.validator and version.url == url else (0, None)

    def _answer(
        self, url: str, version: Version | None
    ) -> tuple[requests.Response, Version | None]:
        """Ask for the rest of a version, else for the whole file; say which one comes."""
        if version:
            rest = {"Range": f"bytes={self.done}-", "If-Range": version.validator}
            response = self._asked(url, rest)
            if _continues(response, self.done, version):
                return response, version
            if response.status_code == 200:
                return response, None
            response.close()
        response = self._asked(url, {})
        if not response.ok:
            response.close()
        response.raise_for_status()
        return response, None

    def _asked(self, url: str, headers: dict[str, str | None]) -> requests.Response:
        # Compressed on the way, bytes could not be counted and no part be continued.
        headers = {"Accept-Encoding": "identity", **headers}
        return self.session.get(url, headers=headers, timeout=self.timeout, stream=True)

    def _from_the_start(
        self, chunks: Iterator[bytes], response: requests.Response, version: Version
    ) -> Iterator[bytes]:
        """Look at the first bytes, and empty the part before its new version is recorded."""
        first = next(chunks, b"")
        called = response.headers.get("Content-Type", "").partition(";")[0].strip()
        problem = signature.foreign(self.file.name, first[: signature.HEAD], content_type=called)
        if problem:
            raise Refused(f"{problem}. {MOVED}, or the network asks for a login")
        if not first:
            raise Refused(f"an empty file came. {MOVED}")
        self.part.write_bytes(b"")
        self.record.write_text(json.dumps(asdict(version)), encoding="utf-8")
        return chain([first], chunks)

    def _check(self) -> None:
        """Refuse a file whose bytes are not those that were checked, or that is damaged."""
        if difference := mismatch(self.part, self.file):
            problem = (
                f"{difference}, of {self.done:,} bytes. If this is a new edition, check it, then "
                "correct the digest in data/sources.yml"
            )
        elif damage := signature.broken(self.part, name=self.file.name):
            problem = f"it is cut off or damaged ({damage}), after {self.done:,} bytes"
        else:
            return
        self.part.unlink()
        self.record.unlink(missing_ok=True)
        raise Refused(problem)


def _version(url: str, response: requests.Response) -> Version:
    if response.headers.get("Content-Encoding", "identity") != "identity":
        # The server compressed it all the same: neither size nor tag are those of the file.
        return Version(url)
    length = response.headers.get("Content-Length", "")
    return Version(
        url,
        size=int(length) if length.isdigit() else None,
        etag=response.headers.get("ETag"),
        modified=response.headers.get("Last-Modified"),
    )


def _continues(response: requests.Response, kept: int, version: Version) -> bool:
    """Tell whether an answer is the rest of the part: the same file, from the right byte on."""
    said = response.headers.get("Content-Range", "").removeprefix("bytes ")
    first, _, size = said.partition("/")
    return (
        response.status_code == 206
        and first.partition("-")[0] == str(kept)
        and size == str(version.size)
        and response.headers.get("ETag", version.etag) == version.etag
    )
