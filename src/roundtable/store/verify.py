"""Check the stocks against the publisher's own totals."""

from dataclasses import dataclass

import pandas as pd

from roundtable import places
from roundtable.store.tables import Tables

WORLD_TOTALS = {
    ("undesa-2020", 2010): 220_983_187,
    ("undesa-2024", 2010): 221_020_392,
    ("undesa-2024", 2024): 304_021_813,
}
"""World migrant stock as the two workbooks print it (Table 1, row World)."""


@dataclass(frozen=True)
class Verification:
    """What a comparison with the workbook found, for one edition.

    Attributes
    ----------
    edition
        The edition of the UN stock.
    compared
        Cells (place or region, year) in which both give a figure.
    differences
        Rows ``label, year, workbook, summed`` of compared cells that are not equal.
    not_comparable
        Rows ``label, year, reason`` of cells that only one of the two gives.
    """

    edition: str
    compared: int
    differences: pd.DataFrame
    not_comparable: pd.DataFrame


def against_workbook(tables: Tables, edition: str) -> Verification:
    """Compare sums over origins with Table 1 of the workbook by destination.

    Countries and areas, the world, and the publisher's regions and subregions are
    compared; development and income groups, whose members the matrix does not name, are
    listed as not comparable.

    Parameters
    ----------
    tables
        The full store.
    edition
        Such as ``undesa-2024``.
    """
    stocks = tables.stocks[tables.stocks["edition"] == edition]
    summed = stocks.groupby(["destination", "year"], observed=True)["both"].sum().reset_index()
    rows = places.table()
    pieces = [
        summed.rename(columns={"destination": "group"}),
        summed.assign(group=places.WORLD).groupby(["group", "year"])["both"].sum().reset_index(),
    ]
    for column in ("subregion", "region", "sdg_region"):
        group = summed["destination"].astype(str).map(rows[column]).map(_key)
        regions = summed.assign(group=group)
        pieces.append(regions.groupby(["group", "year"])["both"].sum().reset_index())
    ours = pd.concat(pieces).drop_duplicates(["group", "year"]).astype({"group": str})

    printed = tables.totals[tables.totals["edition"] == edition]
    names = printed["place"].astype(str)
    printed = printed.assign(group=names.where(names != "", printed["label"].astype(str).map(_key)))
    both = printed.merge(ours, on=["group", "year"], how="left")
    comparable = both["both"].notna() & both["stock"].notna()
    compared = both[comparable]
    different = compared[compared["stock"].astype(int) != compared["both"].astype(int)]
    rest = both[~comparable]
    reasons = {
        True: "the matrix gives no such place or group",
        False: "the workbook prints no figure",
    }
    reason = rest["both"].isna().map(reasons)
    return Verification(
        edition=edition,
        compared=len(compared),
        differences=different[["label", "year", "stock", "both"]].set_axis(
            ["label", "year", "workbook", "summed"], axis=1
        ),
        not_comparable=rest.assign(reason=reason)[["label", "year", "reason"]],
    )


def world_totals(tables: Tables) -> list[tuple[str, int, int, int]]:
    """Return edition, year, world total expected and found, for every known total."""
    world = tables.aggregates[tables.aggregates["place"] == places.WORLD]
    found = {(row.edition, row.year): int(row.both) for row in world.itertuples()}
    return [
        (edition, year, expected, found.get((edition, year), 0))
        for (edition, year), expected in WORLD_TOTALS.items()
    ]


def _key(label: str) -> str:
    """Compare labels of regions without case, brackets and marks."""
    return str(label).casefold().replace("/", " and ").replace("  ", " ").strip(" *")
