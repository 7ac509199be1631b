"""Two editions side by side: figures that differ, corridors that one does not list."""

import numpy as np
import pandas as pd

from roundtable.places import OTHERS
from roundtable.reliability.keys import numbered

DISPUTED = 0.25
"""Editions disagree when the larger figure exceeds the smaller by more than a quarter.

Of the 726 corridors of at least 50,000 people (year 2020), 311 differ by more than a tenth, 165
by more than a quarter and 65 by more than double. A quarter is what a corridor adds in ten years
at 2.2% a year: growth cannot be told from figures that are known less well than it is large."""

REVISED = 0.05
"""Below this difference between editions, words such as "revised" would say too much."""

_KEYS = ["destination", "origin", "year"]


def compared(stocks: pd.DataFrame) -> pd.DataFrame:
    """Set the editions side by side for every corridor and year that both give.

    Parameters
    ----------
    stocks
        Rows ``edition, destination, origin, year, both`` of two editions.

    Returns
    -------
    DataFrame
        ``destination, origin, year``, ``smaller``, ``larger`` (persons) and ``excess``:
        larger over smaller, minus one (infinite where the smaller is 0 and the larger is
        not; 0 where both are 0).
    """
    known = stocks[(stocks["origin"] != OTHERS).to_numpy()]
    (key,) = numbered(known, on=_KEYS)
    persons = known["both"].to_numpy(dtype=float)
    order = np.lexsort((persons, key))
    key, persons = key[order], persons[order]
    first = np.flatnonzero(np.diff(key, prepend=-1))
    twice = np.diff(np.append(first, len(key))) == 2
    first = first[twice]
    smaller, larger = persons[first], persons[first + 1]
    excess = _excess(smaller, larger)
    found = known.iloc[order[first]][_KEYS].reset_index(drop=True)
    return found.assign(smaller=smaller, larger=larger, excess=excess)


def excess_of(rows: pd.DataFrame) -> np.ndarray:
    """Return by how much the editions differ, for each row.

    Parameters
    ----------
    rows
        Rows ``edition, destination, origin, year, both`` of whole corridors.

    Returns
    -------
    array of float
        Excess as in `compared`, in the row's year, or in the last year that any corridor has
        in both editions where the row's is later; missing where one edition gives the
        corridor, and for "Others".
    """
    (pair,) = numbered(rows, on=["destination", "origin"])
    year = rows["year"].to_numpy(dtype=np.int64)
    persons = rows["both"].to_numpy(dtype=float)
    known = (rows["origin"] != OTHERS).to_numpy()
    key = pair * _SPAN + year
    order = np.lexsort((persons, key))
    order = order[known[order]]
    first = np.flatnonzero(np.diff(key[order], prepend=-1))
    first = first[np.diff(np.append(first, len(order))) == 2]
    if not len(first):
        return np.full(len(rows), np.nan)
    smaller, larger = persons[order[first]], persons[order[first + 1]]
    twice = key[order[first]]
    at = pair * _SPAN + np.minimum(year, year[order[first]].max())
    place = np.searchsorted(twice, at).clip(max=len(twice) - 1)
    found = known & (twice[place] == at)
    return np.where(found, _excess(smaller, larger)[place], np.nan)


_SPAN = 10_000
"""More than any year, so that a pair and a year make one number."""


def _excess(smaller: np.ndarray, larger: np.ndarray) -> np.ndarray:
    """Return the larger over the smaller, minus one; infinite over nobody, 0 for nobody twice."""
    # The difference is whole, so that 1,050 against 1,000 is 5% and not a hair above.
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(larger > 0, (larger - smaller) / smaller, 0.0)


def unlisted(stocks: pd.DataFrame, *, edition: str, other: str, year: int) -> pd.DataFrame:
    """Find the corridors that one edition gives and the other does not list.

    Parameters
    ----------
    stocks
        Rows of both editions.
    edition
        The edition that may not list a corridor.
    other
        The edition that gives it, with at least one person.
    year
        A year of both editions.

    Returns
    -------
    DataFrame
        ``destination, origin, year, both`` with the other edition's persons.
    """
    known = stocks[(stocks["origin"] != OTHERS) & (stocks["year"] == year)]
    pairs = ["destination", "origin"]
    theirs = known[(known["edition"] == other) & (known["both"] > 0)]
    there, here = numbered(theirs, known[known["edition"] == edition], on=pairs)
    return theirs.loc[~np.isin(there, here), [*pairs, "year", "both"]]
