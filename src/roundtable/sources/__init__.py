"""Published data: what each source is, and readers for its files.

The catalogue is ``data/sources.yml``; the readers are one module per publisher.
"""

import hashlib
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from roundtable import kept, paths, written
from roundtable.errors import DataError

EDITIONS = {"undesa-2020": "undesa-ims-2020", "undesa-2024": "undesa-ims-2024"}
"""Source of each edition of the UN migrant stock, the older first."""

WORLD_BANK = "worldbank-wdi"
REMITTANCES = "knomad-bilateral-2021"
REFUGEES = "unhcr-population"
VISAS = "passport-index-2025"
STUDENTS = "uis-students"
RECEIVED = "worldbank-remittances"
"""What a country receives and pays altogether; `REMITTANCES` divides it by corridor."""

PAPER = "gfmd-2010-rt-1-1"
"""The session's background paper: figures that a document states."""

MIGRANT_WORKERS = "un-icrmw"

TIES = "roundtable-ties"
"""This project's own list of historical ties."""

BORDERS = "roundtable-borders"
"""This project's own list of land borders, where it differs from CEPII's."""

REGISTER = "roundtable-register"
SPACES = "roundtable-spaces"
"""This project's own lists of blocs and circuits."""

GRAVITY = "roundtable-gravity"
"""This project's own gravity estimate."""

LEAST_DEVELOPED = "un-ldc"

DECADES, MATRICES = "worldbank-gbmd", "worldbank-matrices"
"""World Bank stocks of 1960 to 2000, and those of 2010, 2013 and 2018 by other methods."""

M49 = "unsd-m49"
"""Whether its flags may be passed on is not settled: they stay out of the pack."""


@dataclass(frozen=True)
class SourceFile:
    """A file that holds a source's figures.

    Attributes
    ----------
    name
        Path below the folder of the downloads, or below that given with ``--from``.
    layout
        Which reader it needs: ``workbook`` (the publisher's) or ``tidy``.
    sha256, md5
        Digest where the bytes are fixed, by what we hashed ourselves or, where only that is on
        record, by MD5. Both empty where the publisher updates the file.
    url
        The publisher's address of this very file; empty for a copy that others made.
    """

    name: str
    layout: str = ""
    sha256: str = ""
    md5: str = ""
    url: str = ""

    @property
    def known_hash(self) -> str | None:
        """The digest as pooch writes it; None where no bytes are fixed.

        Examples
        --------
        >>> SourceFile("a.csv", md5="edf2157c").known_hash
        'md5:edf2157c'
        >>> SourceFile("a.csv").known_hash is None
        True
        """
        if self.sha256:
            return f"sha256:{self.sha256}"
        return f"md5:{self.md5}" if self.md5 else None


@dataclass(frozen=True)
class Source:
    """A published data set, as cited in every briefing that rests on it."""

    id: str
    title: str
    producer: str
    citation: str
    url: str
    version: str
    licence: str
    unit: str
    caveat: str
    files: dict[str, tuple[SourceFile, ...]] = field(default_factory=dict)


@kept.once
def catalogue(path: Path | None = None) -> dict[str, Source]:
    """Read ``data/sources.yml``.

    Returns
    -------
    dict of str to Source
        By id, in the order of the file.

    Raises
    ------
    DataError
        If an entry lacks a field or has one that is not known.
    """
    file = path or paths.data() / "sources.yml"
    entries = written.values(file.read_text(encoding="utf-8"))
    found = {}
    for name, entry in entries.items():
        try:
            files = {
                role: tuple(SourceFile(**item) for item in items)
                for role, items in entry.pop("files", {}).items()
            }
            found[name] = Source(id=name, files=files, **entry)
        except TypeError as error:
            raise DataError(f"{file.name}, entry '{name}': {error}.") from None
    return found


def sha256(path: Path) -> str:
    """Return the SHA-256 digest of a file, in hexadecimal."""
    return digest(path, "sha256")


def digest(path: Path, algorithm: str) -> str:
    """Return a file's digest by an algorithm of `hashlib`, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(
            stream, lambda: hashlib.new(algorithm, usedforsecurity=False)
        ).hexdigest()


def mismatch(path: Path, file: SourceFile) -> str:
    """Compare the bytes of a file with those that were checked.

    Returns
    -------
    str
        ``its SHA-256 is …, expected …``; empty if they are the same or none are known.
    """
    if not file.known_hash:
        return ""
    algorithm, expected = file.known_hash.split(":")
    if (seen := digest(path, algorithm)) == expected:
        return ""
    label = {"sha256": "SHA-256", "md5": "MD5"}[algorithm]
    return f"its {label} is {seen[:16]}…, expected {expected[:16]}…"


def locate(files: tuple[SourceFile, ...], *folders: Path) -> tuple[Path, SourceFile]:
    """Find the first of a source's files below a folder; check its digest where one is known.

    Parameters
    ----------
    files
        The same figures in different layouts, the preferred one first.
    folders
        Where to look, in this order: the folder given with ``--from``, the downloads.

    Returns
    -------
    tuple of Path and SourceFile
        The file that is there, and its entry.

    Raises
    ------
    DataError
        If none is there, or the bytes are not those of the edition that was checked.
    """
    for folder, file in product(folders, files):
        found = folder / file.name
        if not found.is_file():
            continue
        if difference := mismatch(found, file):
            raise DataError(
                f"'{file.name}' is not the file that was checked: {difference}. "
                "It may be cut off or another edition: fetch it "
                "again, or correct the digest in data/sources.yml after checking the new file."
            )
        return found, file
    names = " or ".join(f"'{file.name}'" for file in files)
    places = " or ".join(f"'{folder}'" for folder in folders)
    raise DataError(
        f"There is no {names} in {places}. Name the folder that holds the publishers' files, "
        "laid out as data/README.md shows."
    )
