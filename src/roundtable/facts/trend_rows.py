"""The rows behind the facts on new trends."""

from typing import Any

import pandas as pd

from roundtable import places
from roundtable.sources import RECEIVED
from roundtable.store import Tables

Rows = tuple[str, pd.DataFrame]


def _corridors(tables: Tables, a: dict[str, Any]) -> Rows:
    """Return the country's corridors at the end of the period, largest first."""
    end = "origin" if "origin" in a else "destination"
    rows = tables.stocks
    found = rows[(rows[end] == a[end]) & (rows["year"] <= a["year"]) & (rows["both"] > 0)]
    return "stocks", found.sort_values(["edition", "year", "both"], ascending=False)


def _broken(tables: Tables, a: dict[str, Any]) -> Rows:
    rows = tables.stocks
    mine = (rows["destination"] == a["destination"]) & rows["origin"].isin(a["origins"])
    return "stocks", rows[mine & (rows["year"] == a["year"])]


def _students(listing: str, end: str) -> Any:
    def select(tables: Tables, a: dict[str, Any]) -> Rows:
        rows = tables.students
        mine = (rows["listing"] == listing) & (rows[end] == a[end]) & (rows["year"] == a["year"])
        return "students", rows[mine].sort_values("students", ascending=False)

    return select


def _money(tables: Tables, a: dict[str, Any]) -> Rows:
    rows, gdp = tables.remittance_totals, tables.economies
    money = rows[
        (rows["place"] == a["place"])
        & (rows["direction"] == a["direction"])
        & (rows["year"] == a["year"])
        & (rows["source"] == RECEIVED)
    ]
    at = gdp[(gdp["place"] == a["place"]) & (gdp["year"] == a["year"])]
    both = [money.assign(table="remittance_totals"), at.assign(table="economies")]
    return "remittance_totals and economies", pd.concat(both, ignore_index=True)


def _china(tables: Tables, a: dict[str, Any]) -> Rows:
    rows = tables.stocks
    codes = [str(code) for code in rows["destination"].unique()]
    africa = [code for code in codes if places.place(code).region == "Africa"]
    mine = (rows["origin"] == "CHN") & rows["destination"].isin(africa)
    return "stocks", rows[mine & (rows["year"] == a["year"])]


def _fastest(tables: Tables, a: dict[str, Any]) -> Rows:
    rows = tables.world
    return "world", rows[(rows["measure"] == a["measure"]) & (rows["year"] == a["year"])]


def _of_many(tables: Tables, a: dict[str, Any]) -> Rows:
    """Return the corridors of several countries, the largest first."""
    rows = tables.stocks
    mine = rows["origin"].isin(a["countries"]) | rows["destination"].isin(a["countries"])
    found = rows[mine & (rows["year"] == a["year"]) & (rows["both"] > 0)]
    return "stocks", found.sort_values(["edition", "both"], ascending=False)


def _under_unhcr(tables: Tables, a: dict[str, Any]) -> Rows:
    rows = tables.refugees
    mine = rows["year"] == a["year"]
    for end in ("origin", "destination"):
        mine = mine & (rows[end] == a[end]) if end in a else mine
    return "refugees", rows[mine].sort_values("refugees", ascending=False)


SELECTORS = {
    "under_unhcr": _under_unhcr,
    "rising": _corridors,
    "common_breaks": _broken,
    "students_abroad": _students("by-origin", "origin"),
    "students_inbound": _students("by-destination", "destination"),
    "students_total": _students("inbound-total", "destination"),
    "remittances_of_gdp": _money,
    "china_in_africa": _china,
    "fastest": _fastest,
    "rising_of_many": _of_many,
    "tied_of_many": _of_many,
}
"""How to find the rows of each indicator of a briefing on new trends."""
