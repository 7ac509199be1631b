"""What every reader reports: the rows it read, kept and dropped, and why."""

import gzip
import zlib
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd
from python_calamine import CalamineError, CalamineWorkbook

from roundtable.errors import DataError


@dataclass(frozen=True)
class Reading:
    """A table read from a file, with the account of its rows.

    Attributes
    ----------
    table
        The rows kept.
    read
        Number of rows (or cells, where the reader says so) in the file.
    dropped
        Number of rows left out, by reason.
    """

    table: pd.DataFrame
    read: int
    dropped: dict[str, int] = field(default_factory=dict)

    @property
    def kept(self) -> int:
        """Number of rows kept."""
        return self.read - sum(self.dropped.values())


def csv(path: Path, *, columns: list[str], **options) -> pd.DataFrame:
    """Read a CSV file and insist on its columns.

    Parameters
    ----------
    path
        May be compressed.
    columns
        Those that it must have; others may stand beside them.
    **options
        As of `pandas.read_csv`.

    Returns
    -------
    DataFrame
        All its columns; an empty cell is missing, and no other word is (``NA`` is Namibia).

    Raises
    ------
    DataError
        If the file is cut off, is no CSV, or lacks a column.
    """
    try:
        table = pd.read_csv(path, keep_default_na=False, na_values=[""], **options)
    except (EOFError, zlib.error, gzip.BadGzipFile, UnicodeDecodeError, ValueError) as error:
        raise DataError(
            f"'{path.name}' cannot be read ({error}). It is cut off or not the publisher's "
            "file: fetch it again."
        ) from None
    expect(path, columns, list(table.columns))
    return table


def sheet(path: Path, name: str) -> list[list]:
    """Read a sheet of a workbook as rows of plain values.

    Parameters
    ----------
    path
        A workbook of Excel or OpenDocument.
    name
        Of the sheet.

    Returns
    -------
    list of list
        Cells by row, from the first row on; an empty cell is an empty string.

    Raises
    ------
    DataError
        If the file is no workbook, is cut off, or lacks the sheet.
    """
    try:
        book = CalamineWorkbook.from_path(path)
        rows = book.get_sheet_by_name(name).to_python()
    except (CalamineError, OSError) as error:
        raise DataError(
            f"'{path.name}' has no readable sheet '{name}' ({error}). It is cut off or not the "
            "publisher's workbook: fetch it again."
        ) from None
    return rows


def expect(path: Path, wanted: list[str], found: list) -> None:
    """Insist that all wanted column names are among those found.

    Raises
    ------
    DataError
        With those that are missing, and those that are there.
    """
    missing = [name for name in wanted if name not in found]
    if missing:
        raise DataError(
            f"'{path.name}' has no column {', '.join(map(repr, missing))}; it has "
            f"{', '.join(map(repr, found[:12]))}. The publisher changed the layout: compare it "
            "with data/README.md and adapt the reader."
        )


def refuse_unmatched(path: Path, kind: str, names: set[str]) -> None:
    """Stop when a file names places that ``places.csv`` does not know.

    Parameters
    ----------
    path
        The file.
    kind
        What the names are, such as ``codes``.
    names
        Those without a place; none stops nothing.

    Raises
    ------
    DataError
        With the full list, so that each can be added.
    """
    if names:
        raise DataError(
            f"'{path.name}' has {kind} that data/places.csv does not know: "
            f"{', '.join(sorted(map(str, names)))}. Add them there, then read the file again."
        )
