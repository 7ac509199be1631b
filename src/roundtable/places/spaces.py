"""Blocs and circuits alike: the corridors that lie inside a space.

A bloc holds every corridor between two of its members, a circuit those from its origins to
its destinations. What is said of one can so be said of the other.
"""

from collections.abc import Collection

import pandas as pd

from roundtable.places import blocs, circuits
from roundtable.places.blocs_file import Bloc
from roundtable.places.circuits import Circuit


def every() -> dict[str, Bloc | Circuit]:
    """Return all blocs, then all circuits, by id."""
    return {**blocs.every(), **circuits.every()}


def every_pair(members: Collection[str]) -> pd.DataFrame:
    """Return the corridors of a bloc: from every member to every other one.

    Returns
    -------
    DataFrame
        ``origin, destination``, sorted.

    Examples
    --------
    >>> every_pair({"B", "A"}).values.tolist()
    [['A', 'B'], ['B', 'A']]
    """
    ordered = sorted(members)
    pairs = [(one, other) for one in ordered for other in ordered if one != other]
    return pd.DataFrame(pairs, columns=["origin", "destination"])


def corridors(name: str, *, on: int | None) -> pd.DataFrame:
    """Return the corridors inside a space.

    Parameters
    ----------
    name
        Id of a bloc or a circuit.
    on
        Year of a bloc's membership; None for its members of today. A circuit is the same in
        all years, and holds what the paper names.

    Returns
    -------
    DataFrame
        ``origin, destination``, sorted; empty before a bloc began.

    Examples
    --------
    >>> len(corridors("ecowas", on=2024)), len(corridors("ecowas", on=None))
    (210, 132)
    >>> len(corridors("southern-cone", on=2024))
    4
    """
    if name in circuits.every():
        return circuits.corridors(name)
    found = blocs.members_today(name) if on is None else blocs.members(name, on=on)
    return every_pair(found)


def began(name: str) -> int | None:
    """Return the first year in whose middle a bloc had members; None for a circuit.

    Examples
    --------
    >>> began("ca-4"), began("gulf")
    (2006, None)
    """
    if name in circuits.every():
        return None
    bloc = blocs.bloc(name)
    first = min(spell.since.first for spell in bloc.membership)
    return first.year if bloc.members(first.year) else first.year + 1
