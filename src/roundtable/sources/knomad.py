"""World Bank and KNOMAD, remittances: the bilateral matrix of 2021, inflows and outflows by year.

Both print names without codes, and amounts in millions of current US dollars.
"""

import re
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from roundtable.errors import DataError
from roundtable.sources import reading

SPELLINGS = {
    "Czech Republic": "CZE",
    "Faeroe Islands": "FRO",
    "Korea, Dem. Rep.": "PRK",
    "Puerto Rico": "PRI",
    "Somalia": "SOM",
    "Turkey": "TUR",
    "Vietnam": "VNM",
}
"""Names that the World Bank has spelled differently since."""

MATRIX_SHEET = "FINAL BRM 2021 "
"""The publisher's name, with the blank at its end."""

MATRIX_TOTAL = "WORLD"

YEARLY_SHEETS = {
    "received": ("Remittance inflows", "Migrant remittance inflows (US$ million)"),
    "paid": ("Outward remittanc flows", "Migrant remittance outflows (US$ million)"),
}
"""Sheet, spelled as the publisher has it, and first cell of the file of each direction."""

WORLD_ROW = "World"
GROUP_ROWS = ("Low-and Middle-Income Countries", WORLD_ROW)

_MILLION = 1_000_000
_TOLERANCE = 0.01
"""Sums of some two hundred fractions may differ by rounding; a lost row differs by more than
this, in millions of dollars."""


def matrix(path: Path, *, codes: Mapping[str, str]) -> reading.Reading:
    """Read the bilateral remittance matrix.

    The file has the economy that *sends* in each row: there the migrants live. So it is our
    destination, and the economy that receives, in the columns, is the migrants' origin.

    Parameters
    ----------
    path
        ``bilateral_remittance_matrix_2021.xlsx``.
    codes
        ISO 3166 code of every name.

    Returns
    -------
    Reading
        Columns ``destination, origin, year, usd`` (US dollars, rounded to whole ones). Cells
        between two economies are counted. An empty cell is no estimate and yields no row; a
        printed zero is one.

    Raises
    ------
    DataError
        If the layout is another one, a name is not known, or the cells do not add up to the
        totals that are printed.
    """
    rows = reading.sheet(path, MATRIX_SHEET)
    title, corner = str(rows[0][0]), re.sub(r"\s+", " ", str(rows[1][0]))
    year = re.search(r"\b(20\d\d)\b", title)
    if not year or "receiving country (across)" not in corner or "sending" not in corner:
        raise DataError(
            f"'{path.name}' should give the receiving country across and the sending one down; "
            f"its head is '{title}', '{corner}'. The layout changed: adapt the reader."
        )
    receiving = [str(name).strip() for name in rows[1][1:]]
    sending = [str(row[0]).strip() for row in rows[2:]]
    if MATRIX_TOTAL not in receiving or MATRIX_TOTAL not in sending:
        raise DataError(f"'{path.name}' has no row or column '{MATRIX_TOTAL}': fetch it again.")
    across, down = receiving.index(MATRIX_TOTAL), sending.index(MATRIX_TOTAL)
    cells = _amounts([row[1:] for row in rows[2 : 2 + down + 1]], receiving, sending[: down + 1])
    body = cells.iloc[:down, :across]
    reading.refuse_unmatched(path, "names", {*body.index, *body.columns} - set(codes))
    _insist_on_totals(path, body.sum(), cells.iloc[down, :across])
    _insist_on_totals(path, body.sum(axis=1), cells.iloc[:down, across])
    long = body.rename_axis("sends").reset_index().melt("sends", var_name="receives")
    kept = long[long["value"].notna()]
    table = pd.DataFrame(
        {
            "destination": kept["sends"].map(codes),
            "origin": kept["receives"].map(codes),
            "year": int(year[1]),
            "usd": (kept["value"] * _MILLION).round(),
        }
    ).sort_values(["destination", "origin"], ignore_index=True)
    return reading.Reading(
        table, read=len(long), dropped={"empty cell: no estimate": len(long) - len(kept)}
    )


def by_year(path: Path, *, direction: str, codes: Mapping[str, str]) -> reading.Reading:
    """Read what each economy received or paid, by year.

    Parameters
    ----------
    path
        ``april2020_remittanceinflows.xlsx`` or ``remittance_outflow_april2020.xlsx``.
    direction
        ``received`` or ``paid``.
    codes
        ISO 3166 code of every name.

    Returns
    -------
    Reading
        Columns ``place, year, usd`` (US dollars, rounded to whole ones). Cells of
        a year are counted; the share of GDP in the last column is no such cell.

    Raises
    ------
    DataError
        If the layout is another one, a name is not known, or the economies do not add up to
        the world that is printed.
    """
    sheet, corner = YEARLY_SHEETS[direction]
    header, *rows = reading.sheet(path, sheet)
    if str(header[0]).strip() != corner:
        raise DataError(
            f"'{path.name}' begins with '{str(header[0]).strip()}', expected '{corner}'. It is "
            "another file, or the layout changed: adapt the reader."
        )
    years = {at: int(found[1]) for at, cell in enumerate(header) if (found := _year(cell))}
    names = [str(row[0]).strip() for row in rows]
    end = names.index("") if "" in names else len(names)
    printed = [[row[at] for at in years] for row in rows[:end]]
    cells = _amounts(printed, list(years.values()), names[:end])
    groups = cells.index.isin(GROUP_ROWS)
    body = cells[~groups]
    reading.refuse_unmatched(path, "names", set(body.index) - set(codes))
    if WORLD_ROW in cells.index:
        _insist_on_totals(path, body.sum(), cells.loc[WORLD_ROW])
    long = body.rename_axis("place").reset_index().melt("place", var_name="year")
    kept = long[long["value"].notna()]
    table = pd.DataFrame(
        {
            "place": kept["place"].map(codes),
            "year": kept["year"].astype(int),
            "usd": (kept["value"] * _MILLION).round(),
        }
    ).sort_values(["place", "year"], ignore_index=True)
    return reading.Reading(
        table,
        read=cells.size,
        dropped={
            "cell of a group": cells.size - body.size,
            "empty cell": len(long) - len(kept),
        },
    )


def _year(cell: object) -> re.Match | None:
    """Find the year in a cell of the header: ``1980``, ``1980.0`` or ``2019e`` (estimate)."""
    return re.fullmatch(r"((?:19|20)\d\d)(?:\.0|e)?", str(cell).strip())


def _amounts(rows: list[list], columns: list, index: list[str]) -> pd.DataFrame:
    """Return amounts as numbers; an empty cell is missing."""
    cells = pd.DataFrame(rows, index=index, columns=columns)
    return cells.map(lambda cell: cell if isinstance(cell, int | float) else None).astype(float)


def _insist_on_totals(path: Path, summed: pd.Series, printed: pd.Series) -> None:
    """Stop where the cells do not add up to what the publisher prints beside them."""
    apart = (summed - printed.fillna(0)).abs() > _TOLERANCE
    if apart.any():
        shown = ", ".join(
            f"{name} {summed[name]:,.1f} and {printed[name]:,.1f}" for name in summed.index[apart]
        )
        raise DataError(
            f"'{path.name}': the cells and the totals printed beside them differ, in millions of "
            f"dollars: {shown}. The file is damaged: fetch it again."
        )
