"""How UN DESA lays out its workbooks: header, blocks of years, location codes, missing cells."""

from collections.abc import Mapping
from pathlib import Path

from roundtable.errors import DataError
from roundtable.sources import reading

AGGREGATE_OF_TABLES = 900
"""Location codes of the world (this one), regions and groups; countries stay below it."""

OTHERS_LOCATION = 2003
"""Location code of the origin "Others", which is no group although its code is above 900."""


def is_aggregate(code: int, codes: Mapping[int, str] | None = None) -> bool:
    """Tell whether a location code is a region or group rather than a country or area."""
    if code == OTHERS_LOCATION or (codes and code in codes):
        return False
    return code >= AGGREGATE_OF_TABLES


def table_of(path: Path, sheet: str, mark: str) -> tuple[list, list[list]]:
    """Return the header row (the first that holds `mark`) and the rows with an index below it.

    Parameters
    ----------
    path, sheet
        The workbook, and the name of the sheet.
    mark
        Words that stand in the header row and in none above it.

    Returns
    -------
    tuple of list and list of list
        Cells of the header; cells of each row of figures.

    Raises
    ------
    DataError
        If no row has the mark.
    """
    rows = reading.sheet(path, sheet)
    for at, row in enumerate(rows[:30]):
        if any(mark in str(cell) for cell in row):
            return row, [below for below in rows[at + 1 :] if isinstance(below[0], float | int)]
    raise DataError(
        f"'{path.name}', sheet '{sheet}': no header row with '{mark}' among the first 30 rows. "
        "It is not the publisher's layout."
    )


def column_of(path: Path, names: list[str], *wanted: str) -> int:
    """Return the position of the first wanted column that is there.

    Parameters
    ----------
    path
        The workbook, for the error.
    names
        Cells of the header.
    *wanted
        Names that editions gave the column, the first preferred.

    Raises
    ------
    DataError
        If there is none of them.
    """
    for name in wanted:
        if name in names:
            return names.index(name)
    reading.expect(path, [wanted[0]], names)
    raise AssertionError("expect() raises when no wanted column is there")


def year_columns(path: Path, header: list, *, blocks: int) -> dict[int, list[int]]:
    """Return, for each year, its column in each block (both sexes, males, females).

    Parameters
    ----------
    path, header
        The workbook, for the error; cells of its header.
    blocks
        How often each year must stand in the header.

    Raises
    ------
    DataError
        If a year stands more or less often, or there is none.
    """
    found: dict[int, list[int]] = {}
    for at, cell in enumerate(header):
        text = str(cell).removesuffix(".0")
        if text.isdigit() and len(text) == 4:
            found.setdefault(int(text), []).append(at)
    if not found or any(len(columns) != blocks for columns in found.values()):
        raise DataError(
            f"'{path.name}': expected each year in {blocks} blocks of columns, found "
            f"{ {year: len(columns) for year, columns in found.items()} }."
        )
    return found


def number_in(path: Path, cell: object) -> float | None:
    """Read a cell; ``..`` and blanks are missing, never zero.

    Raises
    ------
    DataError
        If the cell holds other words.
    """
    text = str(cell).strip().replace(" ", "")
    if text in {"", "..", "-"}:
        return None
    try:
        return float(text)
    except ValueError:
        raise DataError(
            f"'{path.name}' has {cell!r} where a number or '..' should stand. The layout "
            "changed, or the file is damaged: fetch it again."
        ) from None


def location_of(path: Path, row: list, at: int) -> int:
    """Return the location code of a row, which every row with an index has.

    Parameters
    ----------
    path, row
        The workbook, for the error; the cells of the row.
    at
        Position of the code.

    Returns
    -------
    int
        M49 code, or the publisher's own from 900 on.

    Raises
    ------
    DataError
        If the cell is empty.
    """
    code = number_in(path, row[at])
    if code is None:
        raise DataError(
            f"'{path.name}': row {row[0]:.0f} has no location code. The layout changed: "
            "adapt the reader."
        )
    return int(code)
