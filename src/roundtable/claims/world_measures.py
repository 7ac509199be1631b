"""Measures that rest on every corridor of the world, read from the tables that hold them."""

from typing import Literal

import pandas as pd

from roundtable.claims.block import Block
from roundtable.claims.figures import LABOUR, WORLD_BANK, Figures, OnlyInStore
from roundtable.claims.measure import Measure, over
from roundtable.sources import EDITIONS


def _everyone(figures: Figures, series: str, year: int) -> Block | None:
    """Return all corridors of an edition, by which the kind of a world figure is judged."""
    return None if series == WORLD_BANK else figures.block(series, year)


ALL = {"measure": "contiguous", "group": "world", "variant": "all"}
"""The share whose whole are all migrants of the world, in every series."""


class WorldStock(Measure):
    """Migrants of the world."""

    measure: Literal["world_stock"]
    unit = "persons"
    definition = "International migrants of the world"

    def value(self, figures: Figures, series: str, year: int) -> float | None:
        """Compute the figure on a series, in a year."""
        if series == WORLD_BANK:
            return int(figures.world(series, year, ALL)["whole"])
        return int(figures.total(series, year)["stock"])

    def block(self, figures: Figures, series: str, year: int) -> Block | None:
        """Return all corridors of an edition."""
        return _everyone(figures, series, year)

    def trace(self, figures: Figures, series: str, year: int) -> tuple[str, pd.DataFrame]:
        """Return the row of the totals, or of the world."""
        if series == WORLD_BANK:
            return "world", figures.world(series, year, ALL).to_frame().T
        return "totals", figures.total(series, year).to_frame().T


class WorldStockOfPopulation(Measure):
    """Migrants of the world over its population."""

    measure: Literal["world_stock_of_population"]
    series = tuple(EDITIONS)
    definition = "International migrants of the world, over its population"

    def value(self, figures: Figures, series: str, year: int) -> float | None:
        """Compute the figure on a series, in a year."""
        row = figures.total(series, year)
        return over(int(row["stock"]), int(row["population"]))

    def block(self, figures: Figures, series: str, year: int) -> Block | None:
        """Return all corridors of an edition."""
        return _everyone(figures, series, year)

    def trace(self, figures: Figures, series: str, year: int) -> tuple[str, pd.DataFrame]:
        """Return the row of the totals."""
        return "totals", figures.total(series, year).to_frame().T


class WorldShare(Measure):
    """A share in the table ``world``."""

    measure: Literal["world_share"]
    share: Literal[
        "contiguous", "within region", "destinations of LDC emigrants", "emigrants inside"
    ]
    group: str
    variant: str
    definition = "A share of the world's stock or of a space's, as the table `world` has it"

    def value(self, figures: Figures, series: str, year: int) -> float | None:
        """Compute the figure on a series, in a year."""
        row = figures.world(series, year, self.keys)
        return over(int(row["part"]), int(row["whole"]))

    def block(self, figures: Figures, series: str, year: int) -> Block | None:
        """Return all corridors of an edition."""
        return _everyone(figures, series, year)

    def trace(self, figures: Figures, series: str, year: int) -> tuple[str, pd.DataFrame]:
        """Return the row of the world's shares."""
        return "world", figures.world(series, year, self.keys).to_frame().T

    @property
    def keys(self) -> dict[str, str]:
        """What finds the row."""
        return {"measure": self.share, "group": self.group, "variant": self.variant}


class AgreementsOfNeighbours(Measure):
    """Part of the bilateral labour agreements that two neighbours made."""

    measure: Literal["agreements_of_neighbours"]
    until: int
    series = (LABOUR,)
    dated = False
    definition = (
        "Part of the bilateral labour agreements known up to the year whose two parties share a "
        "land border"
    )

    def value(self, figures: Figures, series: str, year: int) -> float | None:
        """Compute the figure; the border is that of today."""
        _, made = self.trace(figures, series, year)
        return over(int(made["contiguous"].sum()), len(made))

    def trace(self, figures: Figures, series: str, year: int) -> tuple[str, pd.DataFrame]:
        """Return the agreements whose parties have a code, and whether the two share a border."""
        rows = _agreements(figures)
        pairs = figures.tables.pairs
        borders = pairs.loc[pairs["contiguous"], ["origin", "destination"]].astype(str)
        known = set(borders.itertuples(index=False, name=None))
        made = rows[(rows["year"] <= self.until) & (rows["first"] != "") & (rows["second"] != "")]
        ends = made[["first", "second"]].astype(str).itertuples(index=False, name=None)
        return "agreements", made.assign(contiguous=[pair in known for pair in ends])


class AgreementsGrowth(Measure):
    """Labour agreements of a period over those of the period of equal length before it."""

    measure: Literal["agreements_growth"]
    start: int
    end: int
    unit = "ratio"
    series = (LABOUR,)
    dated = False
    definition = (
        "Bilateral labour agreements made in the period, over those of as many years before it"
    )

    def value(self, figures: Figures, series: str, year: int) -> float | None:
        """Compute the figure."""
        years = self.trace(figures, series, year)[1]["year"]
        now = int(years.between(self.start, self.end).sum())
        return over(now, len(years) - now)

    def trace(self, figures: Figures, series: str, year: int) -> tuple[str, pd.DataFrame]:
        """Return the agreements of both periods."""
        rows = _agreements(figures)
        first = 2 * self.start - self.end - 1
        return "agreements", rows[rows["year"].between(first, self.end)]


def _agreements(figures: Figures) -> pd.DataFrame:
    rows = figures.tables.agreements
    if rows.empty:
        raise OnlyInStore("the labour agreements are in the full store only")
    return rows
