"""Who lives where in one series and year, as a matrix of all places, and parts of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from roundtable.places import FORMER, OTHERS, countries
from roundtable.places.groups import codes_of
from roundtable.reliability.keys import coded


@lru_cache(maxsize=1)
def numbers() -> dict[str, int]:
    """Give a number to every place that a corridor may have as an end."""
    return {code: at for at, code in enumerate(sorted({*countries(), *FORMER, OTHERS}))}


def numbered(codes: Iterable[str]) -> np.ndarray:
    """Return the numbers of those codes that have one, in order.

    Parameters
    ----------
    codes
        ISO 3166 alpha-3 codes, and those of former states.
    """
    return np.array(sorted(numbers()[code] for code in codes if code in numbers()), dtype=int)


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
        names = list(numbers())
        return [names[at] for at in self.origins], [names[at] for at in self.destinations]


def matrix(rows: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Lay out corridors as a matrix.

    Parameters
    ----------
    rows
        ``origin, destination, both`` (persons), each corridor once.

    Returns
    -------
    tuple of two ndarrays
        By the numbers of origin (rows) and destination (columns): the persons, zero where there
        is no row; and whether there is one.
    """
    size = len(numbers())
    persons, listed = np.zeros((size, size)), np.zeros((size, size), dtype=bool)
    ends = tuple(_number_of_each(rows[end]) for end in ("origin", "destination"))
    persons[ends] = rows["both"].to_numpy(dtype=float)
    listed[ends] = True
    return persons, listed


def _number_of_each(codes: pd.Series) -> np.ndarray:
    """Return the number of each code."""
    at, names = coded(codes)
    return np.array([numbers()[str(name)] for name in names], dtype=int)[at]


def at(words: Iterable[str], *, year: int) -> np.ndarray:
    """Return the numbers of the places that words name in a year.

    Parameters
    ----------
    words
        Words for places, as `codes_of` reads them.
    year
        Groups have the members of that year.
    """
    return numbered(codes_of(words, on=year))
