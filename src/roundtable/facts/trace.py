"""From a fact back to the rows it was computed from."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from roundtable.errors import RoundtableError
from roundtable.facts import space_rows, tie_rows, trend_rows
from roundtable.places import OTHERS, ties
from roundtable.sources import EDITIONS
from roundtable.store import Tables

Select = Callable[[Tables, dict[str, Any]], tuple[str, pd.DataFrame]]
"""Finds the rows of an indicator by its arguments: the name of the table, and the rows."""


def rows_of(fact: dict[str, Any], tables: Tables) -> tuple[str, pd.DataFrame]:
    """Return the name of the table and the rows that a fact rests on.

    Parameters
    ----------
    fact
        An entry of ``facts.json``.
    tables
        The tables that the briefing was built from.

    Returns
    -------
    tuple of str and DataFrame
        Rows of the fact's edition, and of the other edition where it is compared.

    Raises
    ------
    RoundtableError
        If the indicator has no rows of its own.
    """
    indicator = fact["indicator"]
    select = _SELECTORS.get(indicator)
    if select is None:
        raise RoundtableError(f"There is no way back from the indicator '{indicator}' to rows.")
    table, frame = select(tables, fact["arguments"])
    if "edition" in frame.columns:
        frame = _at_the_edition(frame, fact)
    if indicator in _BOUNDED and fact.get("low") is not None:
        frame = pd.concat([frame, _unknown_origins(tables, fact, frame)])
    return table, frame.reset_index(drop=True)


_BOUNDED = ("share_of_emigrants", "rank_of_destination", "effective_number")
"""Indicators whose bounds rest on "Others" at the destinations that are not listed."""


def _at_the_edition(frame: pd.DataFrame, fact: dict[str, Any]) -> pd.DataFrame:
    """Keep the fact's own rows, and of another edition only what it is compared with."""
    named = {source["id"] for source in fact["sources"]}
    editions = {name for name, source in EDITIONS.items() if source in named}
    own = fact["edition"]
    year = fact["arguments"].get("year")
    mine = frame[frame["edition"] == own]
    if year is not None and year in set(mine["year"]):
        mine = mine[mine["year"] == year]
    if own not in editions or len(editions) == 1:
        return mine
    theirs = frame[frame["edition"].isin(editions - {own})]
    return pd.concat([mine, theirs[theirs["year"] == theirs["year"].max()]])


def _unknown_origins(tables: Tables, fact: dict[str, Any], listed: pd.DataFrame) -> pd.DataFrame:
    """Return "Others" at every destination that the edition does not list for the origin."""
    rows = tables.stocks
    mine = listed[listed["edition"] == fact["edition"]]
    found = rows[
        (rows["origin"] == OTHERS)
        & (rows["edition"] == fact["edition"])
        & (rows["year"] == fact["arguments"]["year"])
        & ~rows["destination"].isin([*mine["destination"], fact["arguments"]["origin"]])
        & (rows["both"] > 0)
    ]
    return found.sort_values("both", ascending=False)


def _corridor(tables: Tables, a: dict[str, Any]) -> tuple[str, pd.DataFrame]:
    rows = tables.stocks
    found = rows[(rows["origin"] == a["origin"]) & (rows["destination"] == a["destination"])]
    if "start" in a:
        return "stocks", found[found["year"].between(a["start"], a["end"])]
    return "stocks", found[found["year"] == a["year"]] if "year" in a else found


def _emigrants(tables: Tables, a: dict[str, Any]) -> tuple[str, pd.DataFrame]:
    rows = tables.stocks
    found = rows[(rows["origin"] == a["origin"]) & rows["year"].isin(_years(rows, a["year"]))]
    return "stocks", found.sort_values(["edition", "both"], ascending=False)


def _immigrants(tables: Tables, a: dict[str, Any]) -> tuple[str, pd.DataFrame]:
    rows = tables.stocks
    found = rows[(rows["destination"] == a["destination"]) & (rows["year"] == a["year"])]
    return "stocks", found[found["both"] > 0].sort_values(["edition", "both"], ascending=False)


def _total(tables: Tables, a: dict[str, Any]) -> tuple[str, pd.DataFrame]:
    rows = tables.aggregates
    return "aggregates", rows[
        (rows["place"] == a["destination"])
        & (rows["direction"] == "immigrants")
        & (rows["year"] == a["year"])
    ]


def _population(tables: Tables, a: dict[str, Any]) -> tuple[str, pd.DataFrame]:
    rows = tables.totals
    return "totals", rows[rows["place"].isin(_ends(a)) & (rows["year"] == a["year"])]


def _per_thousand(tables: Tables, a: dict[str, Any]) -> tuple[str, pd.DataFrame]:
    stock = _corridor(tables, a)[1].assign(table="stocks")
    people = _population(tables, a)[1].assign(table="totals")
    return "stocks and totals", pd.concat([stock, people], ignore_index=True)


def _gdp(tables: Tables, a: dict[str, Any]) -> tuple[str, pd.DataFrame]:
    rows = tables.economies
    return "economies", rows[rows["place"].isin(_ends(a)) & (rows["year"] == a["year"])]


def _pair(table: str) -> Select:
    """Select the row of a pair out of a table by corridor, of the year where one is given."""

    def select(tables: Tables, a: dict[str, Any]) -> tuple[str, pd.DataFrame]:
        rows = tables.frames[table]
        found = rows[(rows["origin"] == a["origin"]) & (rows["destination"] == a["destination"])]
        return table, found[found["year"] == a["year"]] if "year" in a else found

    return select


def _remittances(tables: Tables, a: dict[str, Any]) -> tuple[str, pd.DataFrame]:
    """Return what the origin receives, largest first, and its GDP."""
    rows = tables.remittances
    money = rows[(rows["origin"] == a["origin"]) & (rows["year"] == a["year"])]
    first = money["destination"] == a["destination"]
    ordered = pd.concat([money[first], money[~first].sort_values("usd", ascending=False)])
    gdp = tables.economies
    at = gdp[(gdp["place"] == a["origin"]) & (gdp["year"] == a["year"])]
    both = [ordered.assign(table="remittances"), at.assign(table="economies")]
    return "remittances and economies", pd.concat(both, ignore_index=True)


def _ratified(tables: Tables, a: dict[str, Any]) -> tuple[str, pd.DataFrame]:
    rows = tables.ratifications
    return "ratifications", rows[
        (rows["place"] == a["place"]) & (rows["instrument"] == a["instrument"])
    ]


def _tie(_: Tables, a: dict[str, Any]) -> tuple[str, pd.DataFrame]:
    found = [tie._asdict() for tie, _ in ties.between(a["origin"], a["destination"])]
    return "ties.csv", pd.DataFrame(found)


def _ends(a: dict[str, Any]) -> list[str]:
    return [
        a[name]
        for name in ("place", "origin", "destination", "numerator", "denominator")
        if name in a
    ]


def _years(rows: pd.DataFrame, year: int) -> list[int]:
    """Return a year and, where an edition ends before it, that edition's last year."""
    last = rows.groupby("edition", observed=True)["year"].max()
    return sorted({year, *(int(end) for end in last if end < year)})


CORRIDORS = "corridors_by_kind"
"""Indicator: how many of a roundtable's corridors have a figure of one kind."""


def _named(tables: Tables, a: dict[str, Any]) -> tuple[str, pd.DataFrame]:
    rows = tables.stocks
    origins, destinations = (set(ends) for ends in zip(*_split(a["corridors"]), strict=True))
    rough = rows[rows["origin"].isin(origins) & rows["destination"].isin(destinations)]
    names = rough["origin"].astype(str) + "-" + rough["destination"].astype(str)
    return "stocks", rough[names.isin(a["corridors"])]


def _split(corridors: list[str]) -> list[tuple[str, ...]]:
    return [tuple(name.split("-")) for name in corridors]


def _of_country(tables: Tables, a: dict[str, Any]) -> tuple[str, pd.DataFrame]:
    rows = tables.stocks
    ends = (rows["origin"] == a["country"]) | (rows["destination"] == a["country"])
    return "stocks", rows[ends & (rows["both"] > 0)].sort_values("both", ascending=False)


_SELECTORS = {
    CORRIDORS: _named,
    "quotable_figures": _of_country,
    "corridor_stock": _corridor,
    "share_of_women": _corridor,
    "growth": _corridor,
    "share_of_emigrants": _emigrants,
    "rank_of_destination": _emigrants,
    "unlisted": _emigrants,
    "effective_number": _emigrants,
    "share_of_immigrants": _immigrants,
    "rank_of_origin": _immigrants,
    "immigrant_stock": _total,
    "unknown_origin": _immigrants,
    "population": _population,
    "per_thousand": _per_thousand,
    "gdp_per_capita": _gdp,
    "remittances_of_corridor": _remittances,
    "refugees_inside": _pair("refugees"),
    "stock_before": _pair("history"),
    "distance": _pair("pairs"),
    "entry": _pair("visas"),
    "ratified": _ratified,
    "tie": _tie,
    "effective_number_of_origins": _immigrants,
    **trend_rows.SELECTORS,
    "emigrants_of_one": _emigrants,
    **space_rows.SELECTORS,
    **tie_rows.SELECTORS,
}
"""How to find the rows of each indicator."""
