"""Choose the figures that a roundtable needs, to run with nothing downloaded."""

from collections.abc import Callable, Iterable, Mapping

import pandas as pd

from roundtable import places
from roundtable.sources import DECADES, M49
from roundtable.store.tables import Tables

ENDS = ["origin", "destination"]

FIRST_YEAR = 1990
"""No indicator of the shipped notebooks uses an earlier year of the economies."""


def select(store: Tables, *, countries: Iterable[str]) -> Tables:
    """Select the pack out of the full store.

    Parameters
    ----------
    store
        The full tables.
    countries
        ISO 3166 codes whose figures must be complete in every table: a roundtable's
        governments and both ends of its corridors.

    Returns
    -------
    Tables
        The stocks of every corridor and the refugees beside them, which regional briefings and
        the bounds of a share rest on, and which take half a megabyte more than those of the
        countries alone; of other tables by corridor, every row in which one of the countries is
        an end; what sets two countries apart also where they border on each other, or the last
        year lists a corridor of theirs; totals and aggregates of every country and the world;
        economies; groups that may be passed on; and whole, what is small or computed.
    """
    wanted = frozenset(countries)
    rules = _rules(store, wanted)
    frames = {
        name: frame[rules[name](frame)].reset_index(drop=True) if name in rules else frame
        for name, frame in store.frames.items()
    }
    manifest = {
        "made_from": store.manifest["made_from"],
        "rows": {name: len(frame) for name, frame in frames.items()},
    }
    return Tables(name="pack", frames=frames, complete=wanted, manifest=manifest)


Rule = Callable[[pd.DataFrame], pd.Series]


def _rules(store: Tables, wanted: frozenset[str]) -> Mapping[str, Rule]:
    """Return which rows are kept, for each table that is not kept whole."""

    def corridor(rows: pd.DataFrame) -> pd.Series:
        return rows["origin"].isin(wanted) | rows["destination"].isin(wanted)

    def none(rows: pd.DataFrame) -> pd.Series:
        return pd.Series(False, index=rows.index)

    def listed(rows: pd.DataFrame) -> pd.Series:
        stocks = store.stocks[store.stocks["year"] == store.stocks["year"].max()]
        known = pd.MultiIndex.from_frame(stocks[ENDS].astype(str).drop_duplicates())
        return pd.Series(pd.MultiIndex.from_frame(rows[ENDS]).isin(known), index=rows.index)

    years = set(store.stocks["year"])
    used = set(store.totals["place"]) - {"", places.WORLD}
    return {
        "totals": lambda rows: rows["place"] != "",
        "economies": lambda rows: rows["place"].isin(used) & (rows["year"] >= FIRST_YEAR),
        "remittance_totals": lambda rows: rows["place"].isin(wanted),
        # Their licence is not clear: they may be used, and are not passed on.
        **dict.fromkeys(("agreements", "provisions"), none),
        "groups": lambda rows: rows["source"] != M49,
        # Who borders on whom is asked of the members of every bloc, and how far apart the ends of a
        # corridor are of all that have an agreement in the register.
        "pairs": lambda rows: corridor(rows) | rows["contiguous"] | listed(rows),
        # No briefing uses the World Bank's later matrices: for their years the UN's stocks stand.
        "history": lambda rows: corridor(rows) & (rows["source"] == DECADES),
        # Refugees beside every stock: a flag that saw only some corridors would be blind.
        "refugees": lambda rows: corridor(rows) | rows["year"].isin(years),
        **dict.fromkeys(("students", "remittances", "visas"), corridor),
    }
