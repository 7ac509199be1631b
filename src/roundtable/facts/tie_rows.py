"""The rows behind the facts of a country's ties, turns and spaces of a shared past."""

from typing import Any

import pandas as pd

from roundtable.indicators import expected, tie_classes
from roundtable.places import OTHERS, blocs, territories_of
from roundtable.reliability.emerging import DRIVEN
from roundtable.reliability.refugees import persons_under_unhcr
from roundtable.sources import DECADES
from roundtable.store import Tables


def _tied(tables: Tables, a: dict[str, Any]) -> tuple[str, pd.DataFrame]:
    """Return the corridors of one side with a tie, largest first, with their links and class."""
    table = a.get("table", "stocks")
    rows, end = tables.frames[table], _side(a)
    found = rows[(rows[end] == a[end]) & (rows["year"] == a["year"])]
    if table == "history":
        found = found[found["source"] == DECADES].rename(columns={"persons": "both"})
    found = tie_classes.classed(found[found["both"] > 0], pairs=tables.pairs)
    if a["tie"] == "territories":
        found = found[found["origin"].isin(territories_of(a[end]))]
    else:
        found = found[tie_classes.having(found, a["tie"])]
    return table, found.sort_values("both", ascending=False)


def _tied_and_fled(tables: Tables, a: dict[str, Any]) -> tuple[str, pd.DataFrame]:
    """Return the tied corridors of one side with the refugees that UNHCR counts on them."""
    rows = _tied(tables, a)[1]
    under = persons_under_unhcr(rows, tables.refugees)
    found = rows.assign(under_unhcr=under.astype(int))[under >= DRIVEN * rows["both"].to_numpy()]
    return "stocks and refugees", found


def _side(a: dict[str, Any]) -> str:
    """Return the end at which the country stands."""
    return "destination" if "destination" in a else "origin"


def _largest_origins(tables: Tables, a: dict[str, Any]) -> tuple[str, pd.DataFrame]:
    found = _tied(tables, {**a, "tie": "every"})[1]
    found = found[found["origin"] != OTHERS]
    return "stocks", found.groupby("edition", observed=True).head(10)


def _both_corridors(tables: Tables, a: dict[str, Any]) -> tuple[str, pd.DataFrame]:
    """Return the corridor and its reverse in one year."""
    table = a.get("table", "stocks")
    rows = tables.frames[table]
    ends = [a["origin"], a["destination"]]
    found = rows[
        rows["origin"].isin(ends) & rows["destination"].isin(ends) & (rows["year"] == a["year"])
    ]
    return table, found[found["source"] == DECADES] if table == "history" else found


def _turned(tables: Tables, a: dict[str, Any]) -> tuple[str, pd.DataFrame]:
    rows = tables.stocks
    found = rows[(rows["origin"] == a["place"]) | (rows["destination"] == a["place"])]
    return "stocks", found[found["year"] <= a["year"]]


def _inside_space(tables: Tables, a: dict[str, Any]) -> tuple[str, pd.DataFrame]:
    """Return the corridors inside a space: of the country where one is named, else of all."""
    members = blocs.members(a["space"], on=a["year"])
    rows = tables.stocks
    found = rows[
        (rows["year"] == a["year"])
        & rows["origin"].isin(members)
        & rows["destination"].isin(members)
    ]
    for end in ("origin", "destination"):
        found = found[found[end] == a[end]] if end in a else found
    return "stocks", found.sort_values("both", ascending=False)


def _expected(tables: Tables, a: dict[str, Any]) -> tuple[str, pd.DataFrame]:
    """Return the corridor with what the model expects; without one, the model's coefficients."""
    gravity = expected.read()
    if "origin" not in a:
        values = {"coefficient": gravity.coefficients, "error": gravity.errors}
        return "gravity.yml", pd.DataFrame(values).rename_axis("term").reset_index()
    rows = tables.stocks
    found = rows[
        (rows["origin"] == a["origin"])
        & (rows["destination"] == a["destination"])
        & (rows["year"] == a["year"])
        & (rows["edition"] == gravity.edition)
    ]
    return "stocks and gravity.yml", expected.against(found, pairs=tables.pairs, gravity=gravity)


SELECTORS = {
    "gravity": _expected,
    "stock_by_tie": _tied,
    "tied_and_fled": _tied_and_fled,
    "top_origins": _largest_origins,
    "balance": _both_corridors,
    "turns": _turned,
    "inside_shared_past": _inside_space,
}
"""How to find the rows of each indicator."""
