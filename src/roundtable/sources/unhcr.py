"""UNHCR, Refugee Data Finder: refugees and asylum seekers by country of origin and asylum."""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from roundtable.errors import DataError
from roundtable.places import OTHERS
from roundtable.sources import reading

STOCKS = {"refugee": "refugees", "asylum": "asylum_seekers", "other": "others"}
"""Groups of people who live in the country of asylum, with the column for each.

``other`` is the publisher's "others of concern", not its "other people in need of international
protection": that group, most of the Venezuelans, is not in the export."""

LEFT_OUT = {
    "idp": "displaced inside the own country",
    "stateless": "stateless persons, given without origin",
    "refugee return": "returns of refugees: a flow of the year",
    "idp return": "returns of displaced persons: a flow of the year",
}
"""Groups that count no people from elsewhere, or that are no stock, with the reason."""

WITHOUT_CODE = {"STL", "TIB"}
"""Origins that the publisher lists apart and ISO 3166 does not: stateless persons, Tibetans.
They are added to the origin "Others": whom UNHCR does not count under a country, we do not."""


def refugees(path: Path, *, aliases: Mapping[str, str]) -> reading.Reading:
    """Read refugees, asylum seekers and others of concern abroad.

    Parameters
    ----------
    path
        CSV (may be gzipped) with columns ``geo`` (asylum), ``t``, ``from``, ``group``, ``n``.
    aliases
        ISO 3166 code of every code in use.

    Returns
    -------
    Reading
        Columns ``destination, origin, year, refugees, asylum_seekers, others`` (persons, at
        the end of the year). The export leaves zeros out: a group is 0 where the corridor has
        another one in that year, and a corridor without any is absent. In a year for which the
        file has a group of no corridor at all, as asylum seekers before 2000, the group is
        missing. ``read`` counts the rows of the file, of which up to three make one of the
        table.

    Raises
    ------
    DataError
        If a code or a group is not known, or a figure is no whole number of persons.
    """
    rows = reading.csv(path, columns=["geo", "t", "from", "group", "n"])
    known = set(aliases) | WITHOUT_CODE
    reading.refuse_unmatched(path, "codes", {*rows["geo"].unique(), *rows["from"].unique()} - known)
    groups = set(rows["group"].unique()) - set(STOCKS) - set(LEFT_OUT)
    wrong = rows["n"].isna() | (rows["n"] < 0) | (rows["n"] % 1 != 0)
    if groups or wrong.any():
        raise DataError(
            f"'{path.name}' has {len(groups)} unknown groups ({', '.join(sorted(groups))}) and "
            f"{int(wrong.sum())} figures that are no whole number of persons. The publisher "
            "changed the layout: compare it with data/README.md and adapt the reader."
        )
    dropped = {reason: int((rows["group"] == group).sum()) for group, reason in LEFT_OUT.items()}
    stocks = pd.DataFrame(
        {
            "destination": rows["geo"].map(aliases),
            "origin": rows["from"].map({**aliases, **dict.fromkeys(WITHOUT_CODE, OTHERS)}),
            "year": rows["t"].astype(int),
            "group": rows["group"].map(STOCKS),
            "persons": rows["n"].astype("int64"),
        }
    )[rows["group"].isin(STOCKS)]
    nowhere = stocks["destination"] == OTHERS
    at_home = ~nowhere & (stocks["destination"] == stocks["origin"])
    dropped["country of asylum not given"] = int(nowhere.sum())
    dropped["people in their own country"] = int(at_home.sum())
    abroad = stocks[~nowhere & ~at_home]
    key = ["destination", "origin", "year"]
    table = (
        abroad.groupby([*key, "group"])["persons"]
        .sum()
        .unstack("group", fill_value=0)
        .reindex(columns=list(STOCKS.values()), fill_value=0)
        .astype("Int64")
        .reset_index()
        .rename_axis(columns=None)
    )
    for group in STOCKS.values():
        given = abroad["year"][abroad["group"] == group].unique()
        table[group] = table[group].where(table["year"].isin(given))
    return reading.Reading(table, read=len(rows), dropped=dropped)
