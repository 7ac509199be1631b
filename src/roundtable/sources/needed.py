"""Which files the store needs, and which of them are to be downloaded."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from roundtable.sources import Source, SourceFile, mismatch


@dataclass(frozen=True)
class Need:
    """Figures that the store needs.

    Attributes
    ----------
    source
        Who publishes them.
    files
        The layouts that hold them; any one will do.
    """

    source: Source
    files: tuple[SourceFile, ...]

    @property
    def download(self) -> SourceFile | None:
        """The first layout that has an address."""
        return next((file for file in self.files if file.url), None)

    def found(self, folder: Path) -> tuple[Path, SourceFile] | None:
        """Return the first layout that is in a folder."""
        there = ((folder / file.name, file) for file in self.files)
        return next(((path, file) for path, file in there if path.is_file()), None)


@dataclass(frozen=True)
class Plan:
    """What is there, what is to be downloaded, and what has no address and is not there."""

    there: tuple[Need, ...] = ()
    download: tuple[Need, ...] = ()
    by_hand: tuple[Need, ...] = ()


def plan(
    needs: Iterable[Need], downloads: Path, *, given: Path | None = None, refresh: bool = False
) -> Plan:
    """Decide what to download.

    A file is there when it has the bytes that were checked or, where the publisher updates it
    in place, when it was downloaded in full.

    Parameters
    ----------
    needs
        What the store needs.
    downloads
        The folder of the downloads.
    given
        A folder whose files are used in any case.
    refresh
        Download again what the publisher updates in place. Bytes that equal those that were
        checked need no second download.
    """
    there, download, by_hand = [], [], []
    # Two tables may be made from the same files.
    for need in {need.files: need for need in needs}.values():
        if (given and need.found(given)) or (
            _there(need, downloads) and not (refresh and _updated(need))
        ):
            there.append(need)
        elif need.download:
            download.append(need)
        else:
            by_hand.append(need)
    return Plan(tuple(there), tuple(download), tuple(by_hand))


def _there(need: Need, downloads: Path) -> bool:
    """Tell whether a layout is there; bytes that a download would mend do not count."""
    found = need.found(downloads)
    return found is not None and not (found[1].url and mismatch(*found))


def _updated(need: Need) -> bool:
    """Tell whether the publisher updates the file in place: there may be news of it."""
    return need.download is not None and not need.download.known_hash
