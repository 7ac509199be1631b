"""Downloads the publishers' files, each from its address, into a folder that can be read."""

import fcntl
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pooch
import requests

from roundtable import __version__
from roundtable.errors import DataError
from roundtable.sources import SourceFile
from roundtable.sources.failure import Refused, Unwritten, unwritten
from roundtable.sources.needed import Plan
from roundtable.sources.transfer import Transfer

TIMEOUT = 30.0
"""Seconds without a byte. The World Bank packs an archive when asked, which takes some."""

_AGAIN = 2
"""Further attempts after one that failed in passing; pooch waits 1 s, then 2 s."""


class Watcher:
    """Is told how the downloads go on; this one keeps silent."""

    def begins(self, file: SourceFile, *, at: int, of: int) -> None:
        """Hear that a file's turn has come: ``at`` of ``of``, counted from one."""

    def received(self, done: int, size: int | None) -> None:
        """Hear that ``done`` bytes are there, of ``size`` if the server said so."""

    def ends(self, file: SourceFile, *, failure: str) -> None:
        """Hear that a file is there, or why it cannot be had."""


_SILENT = Watcher()

_ASIDE = ".refresh"


def fetch(
    plan: Plan,
    folder: Path,
    *,
    timeout: float = TIMEOUT,
    again: int = _AGAIN,
    refresh: bool = False,
    watcher: Watcher = _SILENT,
) -> None:
    """Download what a plan says; a failure does not keep the other files from coming.

    Parameters
    ----------
    plan
        What to download.
    folder
        Where to put the files, each under its name below it. Parts of files stay here too.
    timeout
        Seconds without a byte after which an attempt ends.
    again
        Further attempts after one that failed in passing.
    refresh
        Replace files that are there, each when its new version is complete.
    watcher
        Is told how it goes on.

    Raises
    ------
    DataError
        If files could not be downloaded, or have no address and are not there: one message
        for all. What has come stays.
    """
    files = {need.download.name: need.download for need in plan.download if need.download}
    failures: dict[str, str] = {}
    gone: set[str] = set()
    untried = 0
    # It prints a line for each attempt, and the watcher is told already.
    pooch.get_logger().setLevel("ERROR")
    with _alone(folder), requests.Session() as session:
        session.headers["User-Agent"] = f"roundtable-workbooks/{__version__}"
        for at, file in enumerate(files.values(), start=1):
            watcher.begins(file, at=at, of=len(files))
            transfer = Transfer(
                file,
                folder / Path(file.name).with_name(f".{Path(file.name).name}.part"),
                session=session,
                timeout=timeout,
                received=watcher.received,
            )
            server, failure = urlsplit(file.url).netloc, ""
            if server in gone:
                watcher.ends(file, failure="not tried")
                failures[file.name] = f"not tried, as {server} could not be reached"
                continue
            try:
                _bring(file, folder, transfer, again=again, refresh=refresh)
            except Refused as error:
                failure = str(error)
            except Unwritten as error:
                # Others would not fit either.
                failure, untried = str(error), len(files) - at
            except requests.RequestException as error:
                failure = transfer.reason(error)
                if isinstance(error, requests.ConnectionError) and not transfer.answered:
                    gone.add(server)
            except OSError as error:
                failure, untried = str(unwritten(error, folder)), len(files) - at
            watcher.ends(file, failure=failure)
            if failure:
                failures[file.name] = f"{failure}. Its address: {file.url}"
            if untried:
                break
    if failures or plan.by_hand:
        raise DataError(_gaps(plan, failures, folder, of=len(files), untried=untried))


def _bring(
    file: SourceFile, folder: Path, transfer: Transfer, *, again: int, refresh: bool
) -> None:
    """Have pooch bring a file: it tries again, checks the digest, renames what is complete."""
    path = folder / file.name
    path.parent.mkdir(parents=True, exist_ok=True)
    # What is there stays until its new version is complete, so that one comes to a side folder.
    into = folder / _ASIDE if refresh else folder
    keeper = pooch.create(
        path=into,
        base_url="",
        registry={file.name: file.known_hash},
        urls={file.name: file.url},
        retry_if_failed=again,
    )
    found = Path(keeper.fetch(file.name, downloader=transfer))
    if found != path:
        found.replace(path)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Keep a second pull from writing into the same parts."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / ".lock").open("w")
    except OSError as error:
        raise unwritten(error, folder) from None
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise DataError(
                f"Another `roundtable data pull` is downloading into '{folder}'. Wait until it "
                "has ended, or name another folder in ROUNDTABLE_DOWNLOADS."
            ) from None
        try:
            shutil.rmtree(folder / _ASIDE, ignore_errors=True)
            yield
        finally:
            shutil.rmtree(folder / _ASIDE, ignore_errors=True)


def _gaps(plan: Plan, failures: Mapping[str, str], folder: Path, *, of: int, untried: int) -> str:
    """Say which files could not be had, why, and what to do."""
    lines = []
    if failures:
        lines.append(f"{len(failures)} of {of} files could not be downloaded:")
    for why in dict.fromkeys(failures.values()):
        names = ", ".join(f"'{name}'" for name, other in failures.items() if other == why)
        lines.append(f"  - {names}: {why}")
    if untried:
        lines.append(f"The {untried} files after it were not tried.")
    pages = {
        need.source.url: None
        for need in plan.download
        if need.download and need.download.name in failures
    }
    if pages:
        lines.append(f"The publishers' pages: {', '.join(pages)}")
    if plan.by_hand:
        lines.append(f"{len(plan.by_hand)} have no address of the publisher's own file:")
    for need in plan.by_hand:
        names = " or ".join(f"'{file.name}'" for file in need.files)
        lines.append(f"  - {names} ({need.source.title}, {need.source.url})")
    lines.append(
        f"What came is kept in '{folder}', and the tables in place are as they were. Run the "
        "command again to go on. A file can also be put there by hand, under its name above, or "
        "be taken from another folder with `--from FOLDER --download`; data/README.md says where "
        "copies are found."
    )
    return "\n".join(lines)
