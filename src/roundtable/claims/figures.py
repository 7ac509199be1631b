"""The figures that claims are recomputed from, selected once: who lives where, as a matrix."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

import numpy as np
import pandas as pd

from roundtable import kept, reliability
from roundtable.places import FORMER, OTHERS, WORLD, countries
from roundtable.places.groups import codes_of
from roundtable.reliability.keys import coded
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


@lru_cache(maxsize=1)
def _places() -> dict[str, int]:
    """Give a number to every place that a corridor may have as an end."""
    return {code: at for at, code in enumerate(sorted({*countries(), *FORMER, OTHERS}))}


def _at(codes: Iterable[str]) -> np.ndarray:
    return np.array(sorted(_places()[code] for code in codes if code in _places()), dtype=int)


@dataclass(frozen=True)
class Block:
    """The corridors from some origins to some destinations, in one series and year.

    Attributes
    ----------
    persons
        Persons by origin (rows) and destination (columns), over all places.
    listed
        Whether the series has the corridor at all.
    origins, destinations
        Numbers of the rows and columns that count.
    """

    persons: np.ndarray
    listed: np.ndarray
    origins: np.ndarray
    destinations: np.ndarray

    @property
    def part(self) -> np.ndarray:
        """Persons of the corridors that count."""
        return self.persons[np.ix_(self.origins, self.destinations)]

    @property
    def people(self) -> int:
        """All of them together."""
        return int(self.part.sum())

    @property
    def known(self) -> bool:
        """Whether the series lists at least one of the corridors."""
        return bool(self.listed[np.ix_(self.origins, self.destinations)].any())

    def of(self, *, origins: np.ndarray | None = None, destinations: np.ndarray | None = None):
        """Return the part of the block at some origins, or destinations."""
        given = {"origins": origins, "destinations": destinations}
        ends = {
            name: np.intersect1d(getattr(self, name), wanted)
            for name, wanted in given.items()
            if wanted is not None
        }
        return Block(**{**self.__dict__, **ends})

    def codes(self) -> tuple[list[str], list[str]]:
        """Return the codes of its origins and of its destinations."""
        names = list(_places())
        return [names[at] for at in self.origins], [names[at] for at in self.destinations]


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
        every = np.arange(len(_places()))
        rows, columns = (
            every if words is None else _at(codes_of(words, on=year))
            for words in (origins, destinations)
        )
        if known:
            rows = rows[rows != _places()[OTHERS]]
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
                partial(_matrix_of, self.corridors, series, year),
                of=f"{self.tables.digest} {series} {year}",
            )
        return self._matrices[key]

    def frozen(self, edition: str, year: int) -> np.ndarray:
        """Return the destinations whose composition an edition carries forward to a year."""
        key = (edition, year)
        if key not in self._frozen:
            rows = reliability.frozen_intervals(self.tables.compositions)
            here = (rows["edition"] == edition) & (rows["end"] == year)
            self._frozen[key] = _at(rows.loc[here, "destination"])
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


def _matrix_of(
    corridors: Callable[[str, int], pd.DataFrame], series: str, year: int
) -> tuple[np.ndarray, np.ndarray]:
    rows = corridors(series, year)
    size = len(_places())
    persons, listed = np.zeros((size, size)), np.zeros((size, size), dtype=bool)
    ends = tuple(_numbers(rows[end]) for end in ("origin", "destination"))
    persons[ends] = rows["both"].to_numpy(dtype=float)
    listed[ends] = True
    return persons, listed


def _numbers(codes: pd.Series) -> np.ndarray:
    """Return the number of each code."""
    at, names = coded(codes)
    return np.array([_places()[str(name)] for name in names], dtype=int)[at]


def at(words: Iterable[str], *, year: int) -> np.ndarray:
    """Return the numbers of the places that words name in a year."""
    return _at(codes_of(words, on=year))


def figures_of(tables: Tables) -> Figures:
    """Return the figures of tables, the same for the same tables: briefings share selections."""
    if not _LAST or _LAST[0].tables is not tables:
        _LAST[:] = [Figures(tables)]
    return _LAST[0]


_LAST: list[Figures] = []
