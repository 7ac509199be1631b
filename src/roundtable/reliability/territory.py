"""Territories that are listed apart and may be inside another figure too."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from roundtable import places


@dataclass(frozen=True)
class _States:
    """To which state places belong, and which are counted twice, perhaps.

    Attributes
    ----------
    state
        State of each territory.
    inside
        Territories whose people may be in their state's figure too, and these states.
    """

    state: dict[str, str]
    inside: frozenset[str]


@lru_cache(maxsize=1)
def _states() -> _States:
    rows = places.table()
    rows = rows[rows["sovereign"] != ""]
    doubtful = _doubtful(rows)
    return _States(
        state=dict(zip(rows["iso3"], rows["sovereign"], strict=True)),
        inside=frozenset(doubtful["iso3"]) | frozenset(doubtful["sovereign"]),
    )


def _doubtful(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the territories whose people may be in their state's figure too."""
    if "may_be_counted_inside" not in rows:
        return rows.iloc[:0]
    return rows[rows["may_be_counted_inside"] != ""]


def territory(rows: pd.DataFrame) -> np.ndarray:
    """Tell which corridors touch a territory that is listed apart and may be counted twice.

    Parameters
    ----------
    rows
        Rows ``destination, origin``.

    Returns
    -------
    array of bool
        One a row. True where an end is a territory whose people may be in its state's
        figure too, or such a state (France and Réunion), and where both ends belong to one
        state (Puerto Rico and the United States), which no border parts.

    Notes
    -----
    The publisher does not say what a state's figure includes: `data/places.csv` says
    of which territories it is likely. No threshold is needed; how many people it concerns
    says `people_in_territories`.
    """
    states = _states()
    ends = [_looked_up(rows[end], states) for end in ("destination", "origin")]
    (to_state, to_inside), (from_state, from_inside) = ends
    return to_inside | from_inside | (to_state == from_state)


def _looked_up(codes: pd.Series, states: _States) -> tuple[np.ndarray, np.ndarray]:
    """Return the state of each code, and whether it is doubtful what its figure includes."""
    number, known = pd.factorize(codes)
    names = [str(code) for code in known]
    state = np.array([states.state.get(name, name) for name in names], dtype=object)
    inside = np.array([name in states.inside for name in names], dtype=bool)
    return state[number], inside[number]


def people_in_territories(
    stocks: pd.DataFrame, *, origin: str, destination: str, year: int, edition: str
) -> dict[str, int]:
    """Count an origin's people in the territories that may be in a state's figure too.

    Parameters
    ----------
    stocks
        Rows ``edition, destination, origin, year, both`` (persons).
    origin, destination, year, edition
        The corridor to the state.

    Returns
    -------
    dict of str to int
        Persons by territory, the largest first. They may be inside the state's figure:
        the two are never added.
    """
    rows = _doubtful(places.table())
    apart = rows.loc[rows["sovereign"] == destination, "iso3"]
    found = stocks[
        stocks["destination"].isin(apart)
        & (stocks["origin"] == origin)
        & (stocks["year"] == year)
        & (stocks["edition"] == edition)
        & (stocks["both"] > 0)
    ].sort_values("both", ascending=False)
    return dict(zip(found["destination"].astype(str), found["both"].astype(int), strict=True))
