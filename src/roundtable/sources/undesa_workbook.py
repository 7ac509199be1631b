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
    """Return the header row (the first that holds `mark`) and the rows with an index below it."""
    rows = reading.sheet(path, sheet)
    for at, row in enumerate(rows[:30]):
        if any(mark in str(cell) for cell in row):
            return row, [below for below in rows[at + 1 :] if isinstance(below[0], float | int)]
    raise DataError(
        f"'{path.name}', sheet '{sheet}': no header row with '{mark}' among the first 30 rows. "
        "It is not the publisher's layout."
    )


def column_of(path: Path, names: list[str], *wanted: str) -> int:
    """Return the position of the first wanted column that is there."""
    for name in wanted:
        if name in names:
            return names.index(name)
    reading.expect(path, [wanted[0]], names)
    raise AssertionError("expect() raises when no wanted column is there")


def year_columns(path: Path, header: list, *, blocks: int) -> dict[int, list[int]]:
    """Return, for each year, its column in each block (both sexes, males, females)."""
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
    """Read a cell; ``..`` and blanks are missing, never zero."""
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
    """Return the location code of a row, which every row with an index has."""
    code = number_in(path, row[at])
    if code is None:
        raise DataError(
            f"'{path.name}': row {row[0]:.0f} has no location code. The layout changed: "
            "adapt the reader."
        )
    return int(code)
