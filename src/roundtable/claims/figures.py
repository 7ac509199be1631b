"""The figures that claims are recomputed from, selected once: who lives where, as a matrix."""

from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd

from roundtable import kept, reliability
from roundtable.claims.block import Block, matrix, numbered, numbers
from roundtable.places import OTHERS, WORLD
from roundtable.places.groups import codes_of
from roundtable.sources import EDITIONS, MATRICES
from roundtable.store import Tables

WORLD_BANK = "worldbank"
"""Name of the World Bank's series, as the table ``world`` has it."""

LABOUR = "bla-chilton-woda"
LISTS = "lists"
"""What this project has listed itself, and what other documents say."""
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
        self._matrices: dict[tuple[str, int], tuple[np.ndarray, np.ndarray]] = {}
        self._frozen: dict[tuple[str, int], np.ndarray] = {}

    def block(
        self,
        series: str,
        year: int,
        *,
        origins: Iterable[str] | None = None,
        destinations: Iterable[str] | None = None,
        known: bool = False,
    ) -> Block:
        """Return the corridors from some origins to some destinations.

        Parameters
        ----------
        series, year
            Which stocks.
        origins, destinations
            Words for places, as `codes_of` reads them; None: all.
        known
            Whether people of unknown origin are left out.

        Raises
        ------
        Missing
            If the tables do not hold every corridor of the series in that year.
        """
        persons, listed = self._matrix(series, year)
        every = np.arange(len(numbers()))
        rows, columns = (
            every if words is None else numbered(codes_of(words, on=year))
            for words in (origins, destinations)
        )
        if known:
            rows = rows[rows != numbers()[OTHERS]]
        return Block(persons, listed, rows, columns)

    def corridors(self, series: str, year: int) -> pd.DataFrame:
        """Return the rows of a series in a year, ``both`` being the persons.

        Parameters
        ----------
        series
            An edition of the UN stock, or the World Bank's matrices.
        year
            Of the figures.

        Returns
        -------
        DataFrame
            Rows ``origin, destination, year, both`` (persons) of every corridor of the series.

        Raises
        ------
        Missing
            If the tables do not hold every corridor of the series in that year.
        """
        if series != WORLD_BANK:
            rows = self.tables.stocks
            found = rows[(rows["edition"] == series) & (rows["year"] == year)]
            if found.empty:
                raise Missing(f"{series} has no year {year}")
            return found
        rows = self.tables.history
        found = rows[(rows["source"] == MATRICES) & (rows["year"] == year)]
        if found.empty and self.tables.name == "pack":
            raise OnlyInStore("the World Bank's matrices are in the full store only")
        if found.empty:
            raise Missing(f"the World Bank has no matrix of {year}")
        return found.rename(columns={"persons": "both"})

    def _matrix(self, series: str, year: int) -> tuple[np.ndarray, np.ndarray]:
        """Return persons by origin and destination, and which corridors are listed."""
        key = (series, year)
        if key not in self._matrices:
            self._matrices[key] = kept.made(
                "matrix",
                lambda: matrix(self.corridors(series, year)),
                of=f"{self.tables.digest} {series} {year}",
            )
        return self._matrices[key]

    def frozen(self, edition: str, year: int) -> np.ndarray:
        """Return the destinations whose composition an edition carries forward to a year."""
        key = (edition, year)
        if key not in self._frozen:
            rows = reliability.frozen_intervals(self.tables.compositions)
            here = (rows["edition"] == edition) & (rows["end"] == year)
            self._frozen[key] = numbered(rows.loc[here, "destination"])
        return self._frozen[key]

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
        found = (rows["edition"] == series) & (rows["year"] == year)
        for column, value in keys.items():
            found &= rows[column] == value
        if not found.any():
            raise Missing(f"{series} has no such share in {year}")
        return rows[found].iloc[0]


def figures_of(tables: Tables) -> Figures:
    """Return the figures of tables, the same for the same tables: briefings share selections."""
    if not _LAST or _LAST[0].tables is not tables:
        _LAST[:] = [Figures(tables)]
    return _LAST[0]


_LAST: list[Figures] = []
