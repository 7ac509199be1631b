"""The rows that claims are recomputed from, selected once."""

from collections.abc import Mapping

import pandas as pd

from roundtable import reliability
from roundtable.places import OTHERS, WORLD
from roundtable.sources import EDITIONS, MATRICES
from roundtable.store import Tables

WORLD_BANK = "worldbank"
"""Name of the World Bank's series, as the table ``world`` has it."""

LABOUR = "bla-chilton-woda"
LISTS = "lists"
"""What this project has listed itself: blocs, ties, the register."""
DOCUMENT = "document"
"""The document's own figures, set against each other."""

STOCKS = (*EDITIONS, WORLD_BANK)
"""Series of migrant stocks that a claim may be set against."""


class Missing(Exception):
    """The tables do not hold what a figure rests on; the message says what."""


class OnlyInStore(Missing):
    """The embedded figures do not hold it, and the full store does."""


class Figures:
    """Tables, with the selections that several claims share.

    Parameters
    ----------
    tables
        Pack or store.
    """

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self._corridors: dict[tuple[str, int], pd.DataFrame] = {}

    def corridors(self, series: str, year: int) -> pd.DataFrame:
        """Return the corridors of a series in a year: ``destination, origin, both``.

        Raises
        ------
        Missing
            If the tables do not hold every corridor of the series in that year.
        """
        key = (series, year)
        if key not in self._corridors:
            self._corridors[key] = self._bank(year) if series == WORLD_BANK else self._un(*key)
        return self._corridors[key]

    def _un(self, edition: str, year: int) -> pd.DataFrame:
        rows = self.tables.stocks
        found = rows[(rows["edition"] == edition) & (rows["year"] == year)]
        if found.empty:
            raise Missing(f"{edition} has no year {year}")
        return found

    def _bank(self, year: int) -> pd.DataFrame:
        rows = self.tables.history
        found = rows[(rows["source"] == MATRICES) & (rows["year"] == year)]
        if found.empty:
            if self.tables.name == "pack":
                raise OnlyInStore("the World Bank's matrices are in the full store only")
            raise Missing(f"the World Bank has no matrix of {year}")
        return found.rename(columns={"persons": "both"})

    def frozen(self, edition: str, year: int) -> frozenset[str]:
        """Return the destinations whose composition an edition carries forward to a year."""
        rows = reliability.frozen_intervals(self.tables.compositions)
        found = rows.loc[(rows["edition"] == edition) & (rows["end"] == year), "destination"]
        return frozenset(found.astype(str))

    def total(self, edition: str, year: int, place: str = WORLD) -> pd.Series:
        """Return the row of a place in the edition's totals.

        Raises
        ------
        Missing
            If there is none.
        """
        rows = self.tables.totals
        found = rows[
            (rows["edition"] == edition) & (rows["place"] == place) & (rows["year"] == year)
        ]
        if found.empty:
            raise Missing(f"{edition} has no totals of {place} in {year}")
        return found.iloc[0]

    def world(self, series: str, year: int, keys: Mapping[str, str]) -> pd.Series:
        """Return a row of the table ``world``.

        Raises
        ------
        Missing
            If there is none.
        """
        rows = self.tables.world
        kept = (rows["edition"] == series) & (rows["year"] == year)
        for column, value in keys.items():
            kept &= rows[column] == value
        if not kept.any():
            raise Missing(f"{series} has no such share in {year}")
        return rows[kept].iloc[0]


def known(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows whose origin is given."""
    return rows[rows["origin"] != OTHERS]


def persons(rows: pd.DataFrame) -> int:
    """Add up the people of corridors."""
    return int(rows["both"].sum())
