"""World Bank, bilateral migrant stocks: 1960 to 2000 by decade, and later matrices."""

from collections.abc import Collection, Mapping
from pathlib import Path

import pandas as pd

from roundtable.errors import DataError
from roundtable.sources import reading

_COLUMNS = ["origin_code", "destination_code", "year", "outward_stock"]

DECADES = (1960, 1970, 1980, 1990, 2000)
"""Years of the Global Bilateral Migration Database, made by one method from censuses."""

LATER = (2010, 2013, 2018)
"""Years of later matrices, put together by other methods and appended in the same file."""


def stocks(
    path: Path, *, years: Collection[int], aliases: Mapping[str, str], former: Collection[str] = ()
) -> reading.Reading:
    """Read who lived where, by origin, in some of the years of the file.

    Only ``outward_stock`` is read: people born in the origin who live in the destination.
    The file's ``inward_stock`` is the same figure of the reverse corridor.

    The file is a full square: a corridor without people, one without an estimate and one of a
    country that did not exist all stand as 0. They cannot be told apart, so rows of 0 are
    left out. Fractions of persons, an artefact of the matrix of 2010, are rounded.

    Parameters
    ----------
    path
        CSV (may be gzipped) with columns ``origin_code, destination_code, year,
        outward_stock``.
    years
        Years to keep.
    aliases
        ISO 3166 code of every code in use.
    former
        Codes of countries that no longer exist, which are kept as they are.

    Returns
    -------
    Reading
        Columns ``destination, origin, year, persons``.

    Raises
    ------
    DataError
        If a code is not known, a figure is missing or negative, a corridor stands twice, or a
        year is not in the file.
    """
    rows = reading.csv(path, columns=_COLUMNS, usecols=lambda name: name in _COLUMNS)
    codes = set(rows["origin_code"]) | set(rows["destination_code"])
    known = {**aliases, **{code: code for code in former}}
    reading.refuse_unmatched(path, "codes", codes - set(known))
    _refuse_damage(path, rows, years)
    wanted = rows[rows["year"].isin(years)]
    pairs = wanted[wanted["origin_code"] != wanted["destination_code"]]
    people = pairs[pairs["outward_stock"] > 0]
    persons = people["outward_stock"].round().astype("Int64")
    table = pd.DataFrame(
        {
            "destination": people["destination_code"].map(known),
            "origin": people["origin_code"].map(known),
            "year": people["year"],
            "persons": persons,
        }
    )[persons > 0].sort_values(["destination", "origin", "year"], ignore_index=True)
    return reading.Reading(
        table,
        read=len(rows),
        dropped={
            "row of a year of another source": len(rows) - len(wanted),
            "row of a place with itself": len(wanted) - len(pairs),
            "row of 0: none, not estimated or not existing": len(pairs) - len(people),
            "row of less than half a person": len(people) - len(table),
        },
    )


def _refuse_damage(path: Path, rows: pd.DataFrame, years: Collection[int]) -> None:
    """Stop at figures that no count can have."""
    absent = sorted(set(years) - set(rows["year"]))
    wrong = int((rows["outward_stock"].isna() | (rows["outward_stock"] < 0)).sum())
    twice = int(rows.duplicated(_COLUMNS[:3]).sum())
    if absent or wrong or twice:
        raise DataError(
            f"'{path.name}' lacks the years {absent or 'none'}, has {wrong} figures that are "
            f"missing or negative, and gives {twice} corridors twice. Fetch it again."
        )
