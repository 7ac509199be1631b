"""The corridors that rose fastest beyond every tie, and how many of them are people who fled."""

import pandas as pd

from roundtable.indicators.tie_classes import ENDS, classed
from roundtable.places import OTHERS
from roundtable.reliability.emerging import LARGE
from roundtable.reliability.refugees import persons_under_unhcr

COUNT = 25
"""Corridors that are looked at: enough for a share, few enough to be read one by one."""

SHORTEST = 9
"""Years of the rise: from one year of the 2024 edition to the next but one (2015 to 2024)."""

HALF = 0.5
"""A corridor is mostly of people who fled from half of its stock on."""


def fastest(
    corridors: pd.DataFrame, *, year: int, pairs: pd.DataFrame, refugees: pd.DataFrame
) -> pd.DataFrame:
    """Find the corridors without any link that rose fastest, by the factor of their rise.

    No flag keeps a corridor out: some of these rises are new counts, and the list says who is in
    the figures, not how many arrived.

    Parameters
    ----------
    corridors
        Rows ``origin, destination, year, both`` (persons) of one edition.
    year
        The year at the end; the rise begins `SHORTEST` years before.
    pairs, refugees
        The tables of these names.

    Returns
    -------
    DataFrame
        At most `COUNT` rows ``origin, destination, before, after`` (persons), ``fled`` (refugees
        and asylum seekers under UNHCR at the end) and ``mostly_fled``, the fastest first. Only
        corridors with at least 25,000 people at the end and anybody at the start, whose ends
        share no border, no tie of ``data/ties.csv`` and no official language.

    Examples
    --------
    >>> rows = pd.DataFrame({"origin": "HTI", "destination": "BRA", "year": [2015, 2024],
    ...                      "both": [81, 90_000]})
    >>> known = pd.DataFrame({"origin": ["HTI"], "destination": "BRA", "contiguous": False,
    ...                       "contiguous_until": pd.NA, "official_language": False})
    >>> unhcr = pd.DataFrame({"origin": ["HTI"], "destination": "BRA", "year": 2024,
    ...                       "refugees": 60_000, "asylum_seekers": 0})
    >>> fastest(rows, year=2024, pairs=known, refugees=unhcr)["mostly_fled"].tolist()
    [True]
    """
    start = year - SHORTEST
    rows = corridors[corridors["year"].isin([start, year]) & (corridors["origin"] != OTHERS)]
    rows = rows[[*ENDS, "year", "both"]].astype({**dict.fromkeys(ENDS, str), "both": int})
    wide = rows.pivot(index=ENDS, columns="year", values="both")
    wide = wide.reindex(columns=[start, year]).dropna().astype(int)
    wide.columns = pd.Index(["before", "after"])
    wide = wide[(wide["before"] > 0) & (wide["after"] >= LARGE)]
    found = classed(wide.reset_index().assign(year=year), pairs=pairs)
    found = found[found["class"] == "none"]
    order = (found["after"] / found["before"]).sort_values(ascending=False, kind="stable").index
    top = found.loc[order[:COUNT]].reset_index(drop=True)
    fled = persons_under_unhcr(top, refugees).astype(int)
    mostly = fled >= HALF * top["after"]
    return top[[*ENDS, "before", "after"]].assign(fled=fled, mostly_fled=mostly)
