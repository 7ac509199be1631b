"""Migration inside a bloc, and between the two sides of a circuit.

A bloc is a set of members, dated; a circuit has a set of origins and a set of
destinations. The same people are set against two denominators, which answer different
questions: how much of its members' emigration a space holds, and how much of its
members' immigration comes from inside.
"""

import pandas as pd

from roundtable.indicators.world import Dated, belongs, known_origin, linked, part_of


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
