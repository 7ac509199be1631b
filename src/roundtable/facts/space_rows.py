"""From a fact on a bloc or circuit back to the rows it was computed from."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from roundtable.indicators import world
from roundtable.places import spaces
from roundtable.store import Tables

Select = Callable[[Tables, dict[str, Any]], tuple[str, pd.DataFrame]]


def _space(keep: Callable[[pd.DataFrame, pd.DataFrame], pd.Series]) -> Select:
    """Select rows of the stocks by the corridors of a bloc or circuit."""

    def select(tables: Tables, a: dict[str, Any]) -> tuple[str, pd.DataFrame]:
        rows = tables.stocks[(tables.stocks["year"] == a["year"]) & (tables.stocks["both"] > 0)]
        kept = rows[keep(rows, spaces.corridors(a["space"], on=a["year"]))]
        kept = kept[kept["destination"] == a["destination"]] if "destination" in a else kept
        return "stocks", kept.sort_values(["edition", "both"], ascending=False)

    return select


def _inside(rows: pd.DataFrame, pairs: pd.DataFrame) -> pd.Series:
    return pd.Series(world.linked(rows, pairs), index=rows.index)


def _leaving(rows: pd.DataFrame, pairs: pd.DataFrame) -> pd.Series:
    return rows["origin"].isin(set(pairs["origin"]))


def _entering(rows: pd.DataFrame, pairs: pd.DataFrame) -> pd.Series:
    return rows["destination"].isin(set(pairs["destination"]))


def _share_of_space(tables: Tables, a: dict[str, Any]) -> tuple[str, pd.DataFrame]:
    rows = tables.world
    return "world", rows[
        (rows["group"] == a["space"])
        & (rows["measure"] == a["measure"])
        & (rows["variant"] == a["membership"])
        & (rows["year"] == a["year"])
    ]


def _refugees(tables: Tables, a: dict[str, Any]) -> tuple[str, pd.DataFrame]:
    rows = tables.refugees[tables.refugees["year"] == a["year"]]
    kept = rows[world.linked(rows, spaces.corridors(a["space"], on=a["year"]))]
    return "refugees", kept.sort_values("refugees", ascending=False)


def _membership(_: Tables, a: dict[str, Any]) -> tuple[str, pd.DataFrame]:
    today = a.get("membership") == "members of today"
    return "blocs.yml or circuits.yml", spaces.corridors(
        a["space"], on=None if today else a["year"]
    )


def _group(tables: Tables, a: dict[str, Any]) -> tuple[str, pd.DataFrame]:
    rows = tables.stocks
    kept = rows[
        rows["origin"].isin(a["origins"])
        & rows["destination"].isin(a["destinations"])
        & (rows["year"] == a["year"])
        & (rows["both"] > 0)
    ]
    return "stocks", kept.sort_values(["edition", "both"], ascending=False)


def _inside_of_one(tables: Tables, a: dict[str, Any]) -> tuple[str, pd.DataFrame]:
    table, rows = _space(_inside)(tables, {k: a[k] for k in ("space", "year")})
    end = "origin" if "origin" in a else "destination"
    return table, rows[rows[end] == a[end]]


def _published(_: Tables, a: dict[str, Any]) -> tuple[str, pd.DataFrame]:
    return "the document", pd.DataFrame([a])


SELECTORS: dict[str, Select] = {
    "intra_stock": _space(_inside),
    "intra_stock_of_one": _inside_of_one,
    "contiguous_inside": _space(_inside),
    "emigrants_of_space": _space(_leaving),
    "share_of_emigrants_inside": _space(_leaving),
    "emigrants_by_region": _space(_leaving),
    "emigrants_in_group": _space(_leaving),
    "unlisted_of_space": _space(_leaving),
    "immigrants_of_space": _space(_entering),
    "share_of_immigrants_inside": _space(_entering),
    "unknown_origin_of_space": _space(_entering),
    "share_of_space": _share_of_space,
    "membership": _membership,
    "refugees_in_space": _refugees,
    "group_of_origins": _group,
    "published": _published,
}
"""How to find the rows of each indicator of a space."""
