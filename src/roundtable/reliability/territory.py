"""Territories that are listed apart and may be inside another figure too."""

from functools import lru_cache

import numpy as np
import pandas as pd

from roundtable import kept, places


@lru_cache(maxsize=1)
def _state_of() -> dict[str, str]:
    """Return the state of each territory."""
    rows = places.table()
    rows = rows[rows["sovereign"] != ""]
    return dict(zip(rows["iso3"], rows["sovereign"], strict=True))


@lru_cache(maxsize=1)
def _doubtful() -> dict[str, dict[str, int]]:
    """Return, by edition, who may be counted twice, and from which year.

    Both the territories whose people may be in their state's figure too, and these states.
    """
    return kept.made("doubtful", _found_doubtful)


def _found_doubtful() -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for row in places.counted_inside().itertuples():
        since = found.setdefault(row.edition, {})
        since[row.territory] = row.since
        since[row.state] = min(row.since, since.get(row.state, row.since))
    return found


def territory(rows: pd.DataFrame) -> np.ndarray:
    """Tell which corridors touch a territory that is listed apart and may be counted twice.

    Parameters
    ----------
    rows
        Rows ``edition, destination, origin, year``.

    Returns
    -------
    array of bool
        One a row. True where an end is a territory whose people may be in its state's
        figure too in that edition and year, or such a state (France and Réunion), and where
        both ends belong to one state (Puerto Rico and the United States), which no border
        parts.

    Notes
    -----
    `data/places.csv` says of which territories it is likely, and why. No threshold is
    needed; how many people it concerns says `people_in_territories`.
    """
    to_state, from_state = (_states(rows[end]) for end in ("destination", "origin"))
    found = to_state == from_state
    for edition, since in _doubtful().items():
        own = (rows["edition"] == edition).to_numpy()
        part = rows[own]
        year = part["year"].to_numpy()
        for end in ("destination", "origin"):
            found[own] |= year >= _first_years(part[end], since)
    return found


def _states(codes: pd.Series) -> np.ndarray:
    """Return the state of each code: its own, where it is no territory."""
    state = _state_of()
    number, known = pd.factorize(codes)
    return np.array([state.get(str(code), str(code)) for code in known], dtype=object)[number]


def _first_years(codes: pd.Series, since: dict[str, int]) -> np.ndarray:
    """Return the year from which each code is doubtful; where it never is, a year far off."""
    number, known = pd.factorize(codes)
    return np.array([since.get(str(code), _NEVER) for code in known], dtype=int)[number]


_NEVER = 9999


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
    rows = places.counted_inside()
    inside = rows[
        (rows["state"] == destination) & (rows["edition"] == edition) & (rows["since"] <= year)
    ]
    found = stocks[
        stocks["destination"].isin(inside["territory"])
        & (stocks["origin"] == origin)
        & (stocks["year"] == year)
        & (stocks["edition"] == edition)
        & (stocks["both"] > 0)
    ].sort_values("both", ascending=False)
    return dict(zip(found["destination"].astype(str), found["both"].astype(int), strict=True))
