"""Dated groups of countries: income groups, development groups, M49 flags.

All readers return columns ``scheme, place, year, group``, one row for each membership. A place
without a row in a scheme and year belongs to none of its groups, or was not classified.
"""

import re
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from roundtable.errors import DataError
from roundtable.sources import reading

INCOME = {"L": "low", "LM": "lower-middle", "UM": "upper-middle", "H": "high"}
"""Income groups by the World Bank's letters, from the lowest to the highest."""

_COMBINED = "LM*"
"""Yemen before 1990, in two states: what they would have been together."""

_UNCLASSIFIED = {"", ".."}

_FORMER = {"YUG": "SCG", "ANT": "ANT"}
"""Former countries of the World Bank's list that a stock names too (see `places.FORMER`)."""

_GONE = {"CSK", "SUN", "YUGf"}
"""Former federations; every stock counts people for their successors."""

_DEVELOPMENT = {
    "More developed regions": "more-developed",
    "Less developed regions": "less-developed",
}

_FLAGS = {
    "Least Developed Countries (LDC)": "ldc",
    "Land Locked Developing Countries (LLDC)": "lldc",
    "Small Island Developing States (SIDS)": "sids",
}

_WITHOUT_FIGURES = {"", "ALA", "ATA", "BVT", "GGY", "HMD", "IOT", "JEY", "SGS", "SJM", "UMI"}
"""Areas of the M49 for which UN DESA gives no stocks; the empty code is that of Sark."""


def income_groups(path: Path, *, aliases: Mapping[str, str]) -> reading.Reading:
    """Read the World Bank's history of income groups.

    A group is set each July by the income of the calendar year before; ``year`` is that
    calendar year, not the bank's fiscal year, which is two ahead.

    Parameters
    ----------
    path
        ``OGHIST.xlsx`` with a sheet ``Country Analytical History``.
    aliases
        ISO 3166 code of every code in use.

    Returns
    -------
    Reading
        Scheme ``worldbank-income``, groups of `INCOME`. ``read`` counts cells.

    Raises
    ------
    DataError
        If the header is another one, a code or a letter is not known.
    """
    rows = reading.sheet(path, "Country Analytical History")
    years = next((row[2:] for row in rows if "calendar year" in str(row[1])), [])
    if not years or not all(isinstance(year, float) and year % 1 == 0 for year in years):
        raise DataError(
            f"'{path.name}' has no row of calendar years in the sheet 'Country Analytical "
            "History'. The publisher changed the layout: adapt the reader."
        )
    economies = [row for row in rows if re.fullmatch("[A-Za-z]{3,4}", str(row[0]))]
    known = {**aliases, **_FORMER}
    reading.refuse_unmatched(path, "codes", {row[0] for row in economies} - set(known) - _GONE)
    cells = pd.DataFrame(
        [
            [row[0], int(year), str(cell).strip()]
            for row in economies
            for year, cell in zip(years, row[2:], strict=True)
        ],
        columns=["code", "year", "letter"],
    )
    strange = set(cells["letter"]) - set(INCOME) - _UNCLASSIFIED - {_COMBINED}
    if strange:
        raise DataError(
            f"'{path.name}' has the income groups {', '.join(sorted(strange))}, which are not "
            f"among {', '.join(INCOME)}. The publisher changed them: adapt the reader."
        )
    existing = cells[~cells["code"].isin(_GONE)]
    kept = existing[~existing["letter"].isin(_UNCLASSIFIED)]
    letters = kept["letter"].replace(_COMBINED, "LM")
    table = _memberships(
        "worldbank-income", kept["code"].map(known), kept["year"], letters.map(INCOME)
    )
    return reading.Reading(
        table,
        read=len(cells),
        dropped={
            "cell of a federation that broke up": len(cells) - len(existing),
            "cell without a group": len(existing) - len(kept),
        },
    )


def development_groups(path: Path, *, year: int, aliases: Mapping[str, str]) -> reading.Reading:
    """Read which countries the UN counts among its more and its less developed regions.

    Parameters
    ----------
    path
        UN DESA's table of aggregates, ``aggregates_correspondence_table_2020_1.xlsx``.
    year
        Year of the table.
    aliases
        ISO 3166 code of every code in use.

    Returns
    -------
    Reading
        Scheme ``un-development``, groups ``more-developed`` and ``less-developed``.

    Raises
    ------
    DataError
        If the layout is another one, a code is not known, or a country is in no group or both.
    """
    rows = reading.sheet(path, "Annex")
    at = next((at for at, row in enumerate(rows) if "ISO3 Alpha-code" in row), None)
    header = [] if at is None else [str(cell).split("\n")[0].strip() for cell in rows[at]]
    reading.expect(path, ["ISO3 Alpha-code", "Name", *_DEVELOPMENT], header)
    code, kind = header.index("ISO3 Alpha-code"), header.index("Name")
    below = rows[at + 1 :]
    countries = [row for row in below if row[kind] == "Country/Area"]
    codes = [str(row[code]).strip() for row in countries]
    reading.refuse_unmatched(path, "codes", set(codes) - set(aliases))
    marked = [
        [group for words, group in _DEVELOPMENT.items() if row[header.index(words)] != ""]
        for row in countries
    ]
    if unclear := [found for found, groups in zip(codes, marked, strict=True) if len(groups) != 1]:
        raise DataError(
            f"'{path.name}' puts {', '.join(unclear)} into no development group or into both. "
            "It is damaged: fetch it again."
        )
    table = _memberships(
        "un-development",
        pd.Series(codes).map(aliases),
        year,
        pd.Series([groups[0] for groups in marked]),
    )
    return reading.Reading(
        table,
        read=len(below),
        dropped={"row of a region or group": len(below) - len(countries)},
    )


def m49_flags(path: Path, *, year: int, aliases: Mapping[str, str]) -> reading.Reading:
    """Read the flags of the UN's standard country codes: LDC, LLDC, SIDS.

    Parameters
    ----------
    path
        CSV of the methodology page, with commas or semicolons.
    year
        Year for which the copy stands; the page shows the present list without a date.
    aliases
        ISO 3166 code of every code in use.

    Returns
    -------
    Reading
        Schemes ``unsd-m49-ldc``, ``unsd-m49-lldc``, ``unsd-m49-sids``, each with one group.
        ``read`` counts cells.

    Raises
    ------
    DataError
        If a column is missing or a code is not known.
    """
    columns = ["ISO-alpha3 Code", *_FLAGS]
    rows = reading.csv(
        path, columns=columns, sep=None, engine="python", encoding="utf-8-sig", dtype=str
    )
    rows = rows[columns].fillna("")
    codes = rows["ISO-alpha3 Code"]
    reading.refuse_unmatched(path, "codes", set(codes) - set(aliases) - _WITHOUT_FIGURES)
    listed = rows[codes.isin(aliases)]
    pieces = [
        _memberships(f"unsd-m49-{group}", members.map(aliases), year, group)
        for column, group in _FLAGS.items()
        for members in [listed.loc[listed[column] == "x", "ISO-alpha3 Code"]]
    ]
    table = pd.concat(pieces, ignore_index=True)
    aside = len(_FLAGS) * (len(rows) - len(listed))
    return reading.Reading(
        table,
        read=len(_FLAGS) * len(rows),
        dropped={
            "cell of an area without figures": aside,
            "cell without a flag": len(_FLAGS) * len(listed) - len(table),
        },
    )


def _memberships(scheme: str, place, year, group) -> pd.DataFrame:
    """Put memberships into the table's columns, in order of place and year."""
    table = pd.DataFrame({"scheme": scheme, "place": place, "year": year, "group": group})
    return table.sort_values(["place", "year"], ignore_index=True)
