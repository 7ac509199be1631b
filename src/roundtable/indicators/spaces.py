"""Migration inside a bloc, and between the two sides of a circuit.

A bloc is a set of members, dated; a circuit has a set of origins and a set of
destinations. The same people are set against two denominators, which answer different
questions: how much of its members' emigration a space holds, and how much of its
members' immigration comes from inside.
"""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from roundtable.indicators.world import Dated, belongs, known_origin, linked, part_of
from roundtable.reliability.keys import coded, one_of


def share_of_emigrants_inside(
    corridors: pd.DataFrame, *, origins: Dated, destinations: Dated
) -> pd.DataFrame:
    """Share of the members' emigrants who live in the space.

    Parameters
    ----------
    corridors
        Rows ``edition, source, destination, origin, year, both`` (persons).
    origins, destinations
        Members in a year; the same for a bloc.

    Returns
    -------
    DataFrame
        ``edition, source, year, part, whole`` (persons). The whole are the emigrants whom
        the edition lists; those who live where it does not list the corridor are missing
        from both parts.
    """
    among = belongs(corridors, "origin", origins) & known_origin(corridors)
    return part_of(corridors, belongs(corridors, "destination", destinations), among)


def share_of_immigrants_inside(
    corridors: pd.DataFrame, *, origins: Dated, destinations: Dated, known_only: bool = False
) -> pd.DataFrame:
    """Share of the members' immigrants who come from the space.

    Parameters
    ----------
    corridors, origins, destinations
        As in `share_of_emigrants_inside`.
    known_only
        Whether immigrants of unknown origin are left out of the whole.

    Returns
    -------
    DataFrame
        As `share_of_emigrants_inside`.
    """
    among = belongs(corridors, "destination", destinations)
    if known_only:
        among = among & known_origin(corridors)
    return part_of(corridors, belongs(corridors, "origin", origins), among)


def share_along(corridors: pd.DataFrame, *, pairs: pd.DataFrame, end: str) -> pd.DataFrame:
    """Share of the people of one side of a circuit who are on one of its corridors.

    Parameters
    ----------
    corridors
        As in `share_of_emigrants_inside`.
    pairs
        The corridors of the circuit: ``origin, destination``.
    end
        ``origin``: of the emigrants of its origins. ``destination``: of the immigrants of its
        destinations, those of unknown origin included.

    Returns
    -------
    DataFrame
        As `share_of_emigrants_inside`.
    """
    side = frozenset(pairs[end])
    return part_of(corridors, linked(corridors, pairs), belongs(corridors, end, lambda year: side))


def by_place(corridors: pd.DataFrame, *, pairs: pd.DataFrame, end: str) -> pd.DataFrame:
    """Count, for each place of one side, all its people and those inside the space.

    Parameters
    ----------
    corridors
        Rows ``destination, origin, both`` (persons) of one edition and year.
    pairs
        The corridors of the space: ``origin, destination``.
    end
        ``origin``: of each origin's emigrants, those in the space. ``destination``: of each
        destination's immigrants, those from it; people of unknown origin are in the whole.

    Returns
    -------
    DataFrame
        ``place, part, whole`` (persons), the largest whole first. A place that the edition
        does not list has no row: nothing is known of it.
    """
    side = one_of(corridors[end], set(pairs[end]))
    if end == "origin":
        side = side & known_origin(corridors)
    rows = corridors[side]
    inside = linked(rows, pairs)
    at, codes = coded(rows[end])
    persons = rows["both"].to_numpy(dtype=float)
    part, whole = (
        np.bincount(at, weights=counted, minlength=len(codes)).astype("int64")
        for counted in (np.where(inside, persons, 0), persons)
    )
    there = np.flatnonzero(np.bincount(at, minlength=len(codes)))
    order = sorted(there, key=lambda place: (-whole[place], codes[place]))
    place = pd.Series(codes[order], dtype=str)
    return pd.DataFrame({"place": place, "part": part[order], "whole": whole[order]})


INSIDE = "inside"
"""Name, in the column ``where``, of the space itself."""


def where_they_live(
    corridors: pd.DataFrame, *, pairs: pd.DataFrame, regions: Mapping[str, str]
) -> pd.DataFrame:
    """Count the emigrants of a space's origins inside it, and elsewhere by region.

    Parameters
    ----------
    corridors, pairs
        As in `by_place`.
    regions
        Region of each place.

    Returns
    -------
    DataFrame
        ``where, persons``: first `INSIDE`, then the regions of all other destinations, the
        largest first.
    """
    rows = corridors[one_of(corridors["origin"], set(pairs["origin"]))]
    at, known = coded(rows["destination"])
    named = [regions.get(str(code)) for code in known]
    names = sorted({name for name in named if name})
    # The last number is for what is counted in no region: the inside, and places without one.
    place = {name: number for number, name in enumerate(names)}
    region = np.array([place.get(name, len(names)) for name in named], dtype=int)[at]
    inside = linked(rows, pairs)
    region[inside] = len(names)
    persons = rows["both"].to_numpy(dtype=float)
    sums = np.bincount(region, weights=persons, minlength=len(names) + 1).astype(int)
    there = np.bincount(region, minlength=len(names) + 1)[:-1] > 0
    order = sorted(np.flatnonzero(there), key=lambda number: (-sums[number], names[number]))
    return pd.DataFrame(
        {
            "where": [INSIDE, *(names[number] for number in order)],
            "persons": [int(persons[inside].sum()), *(int(sums[number]) for number in order)],
        }
    )
