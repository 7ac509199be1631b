"""Choose the figures that a roundtable needs, to run with nothing downloaded."""

from collections.abc import Callable, Iterable, Mapping

import pandas as pd

from roundtable import places
from roundtable.sources import DECADES, M49
from roundtable.store.tables import Tables

FIRST_YEAR = 1990
"""No indicator of the shipped notebooks uses an earlier year of the economies."""


def select(store: Tables, *, countries: Iterable[str]) -> Tables:
    """Select the pack out of the full store.

    Parameters
    ----------
    store
        The full tables.
    countries
        ISO 3166 codes whose corridors must be complete: a roundtable's governments and
        both ends of its corridors.

    Returns
    -------
    Tables
        Of tables by corridor, every row in which one of the countries is an end; "Others"
        at every destination; what each destination counts; totals and aggregates of every
        country and the world; economies; groups that may be passed on; and whole, what is
        small or computed.
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

    used = set(store.totals["place"]) - {"", places.WORLD}
    return {
        # The bounds of a share of emigrants rest on "Others" at every destination that does
        # not list the corridor, also where neither end is one of the countries.
        "stocks": lambda rows: corridor(rows) | (rows["origin"] == places.OTHERS),
        "totals": lambda rows: rows["place"] != "",
        "economies": lambda rows: rows["place"].isin(used) & (rows["year"] >= FIRST_YEAR),
        "remittance_totals": lambda rows: rows["place"].isin(wanted),
        # Their licence is not clear: they may be used, and are not passed on.
        **dict.fromkeys(("agreements", "provisions"), none),
        "groups": lambda rows: rows["source"] != M49,
        # No briefing uses the World Bank's later matrices: for their years the UN's stocks stand.
        "history": lambda rows: corridor(rows) & (rows["source"] == DECADES),
        **dict.fromkeys(("pairs", "refugees", "students", "remittances", "visas"), corridor),
    }
