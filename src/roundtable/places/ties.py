"""Historical ties between places, dated and directed: ``data/ties.csv``.

The building blocks only: which ties there are and which way they point. How a corridor is
classed by them, beside neighbourhood and language, is decided where it is computed.
"""

from collections.abc import Collection, Iterable
from functools import lru_cache, partial
from typing import Literal, NamedTuple, get_args

import pandas as pd

from roundtable import kept
from roundtable.errors import ContentError, did_you_mean
from roundtable.places.ties_file import Kind, Tie, read

COLONIAL: frozenset[Kind] = frozenset({"colonial", "protectorate", "mandate"})
"""Kinds that make a colonial tie: long rule from overseas, in whatever form.

Short or partial rule is apart, since it left few of the links that migration follows; so are the
continental empires, whose lands bordered on each other, and territories, which are of one state
with the holder today.
"""

Direction = Literal["to holder", "from holder", "mutual"]
"""Which way a corridor runs along a tie; common states have no holder."""


class Link(NamedTuple):
    """The kind of a tie, and which way a corridor runs along it."""

    kind: Kind
    direction: Direction


@lru_cache(maxsize=1)
def _by_pair() -> dict[frozenset[str], list[Tie]]:
    found: dict[frozenset[str], list[Tie]] = {}
    for tie in read():
        found.setdefault(frozenset({tie.holder, tie.partner}), []).append(tie)
    return found


def between(origin: str, destination: str, *, on: int | None = None) -> list[tuple[Tie, Direction]]:
    """Return the ties of two places, and which way the corridor runs along each.

    Parameters
    ----------
    origin, destination
        ISO 3166 alpha-3 codes.
    on
        Only ties that had begun by this year. One that has ended since is a tie all the same:
        that is what makes it historical.

    Returns
    -------
    list of tuple of Tie and Direction
        The earliest first.

    Examples
    --------
    >>> [(tie.kind, tie.holder, tie.start, tie.end) for tie, _ in between("MUS", "FRA", on=2000)]
    [('colonial', 'FRA', 1715, 1810)]
    """
    known = _by_pair().get(frozenset({origin, destination}), [])
    ordered = sorted(known, key=lambda tie: (tie.start, tie.kind))
    return [(tie, _direction(tie, destination)) for tie in ordered if on is None or tie.start <= on]


def _direction(tie: Tie, destination: str) -> Direction:
    if tie.kind == "common_state":
        return "mutual"
    return "to holder" if tie.holder == destination else "from holder"


def tie(origin: str, destination: str, *, on: int | None = None) -> frozenset[Link]:
    """Return the kinds of ties along a corridor, with the direction of each.

    Examples
    --------
    >>> sorted(tie("TUR", "DEU", on=2024))
    [Link(kind='recruitment', direction='to holder')]
    >>> tie("TUR", "DEU", on=1960)
    frozenset()
    """
    return frozenset(
        Link(found.kind, direction) for found, direction in between(origin, destination, on=on)
    )


def corridors(*, on: int | None = None, kinds: Iterable[Kind] | None = None) -> pd.DataFrame:
    """Return all ties as corridors, to be joined with stocks.

    Parameters
    ----------
    on
        Only ties that had begun by this year.
    kinds
        Only ties of these kinds.

    Returns
    -------
    DataFrame
        Two rows a tie, one a direction: ``origin``, ``destination``, ``kind``, ``direction``,
        ``start``, ``end`` (missing where it has none), ``sure``, ``state``; sorted by corridor.

    Examples
    --------
    >>> found = corridors(on=2024, kinds=COLONIAL)
    >>> found.query("origin == 'PHL' and destination == 'USA'")["end"].tolist()
    [1946]
    """
    wanted = sorted(get_args(Kind) if kinds is None else kinds)
    return kept.made("ties", partial(_corridors, on, wanted), of=f"{on} {wanted}")


def _corridors(on: int | None, wanted: Collection[Kind]) -> pd.DataFrame:
    rows = [
        (origin, destination, _direction(found, destination), found)
        for found in read()
        if found.kind in wanted and (on is None or found.start <= on)
        for origin, destination in (
            (found.partner, found.holder),
            (found.holder, found.partner),
        )
    ]
    ends = pd.DataFrame(rows, columns=["origin", "destination", "direction", "tie"])
    about = pd.DataFrame(list(ends.pop("tie")), columns=list(Tie._fields))
    table = pd.concat([ends, about], axis="columns").astype({"end": "Int64"})
    names = ["origin", "destination", "kind", "direction", "start", "end", "sure", "state"]
    return table[names].sort_values(["origin", "destination", "start", "kind"], ignore_index=True)


def moved_borders(*, since: int = 1947, states: Iterable[str] | None = None) -> pd.DataFrame:
    """Return the corridors between parts of states that broke up.

    People who moved within such a state, or never moved at all, became migrants when the
    border was drawn.

    Parameters
    ----------
    since
        Only states that ended in this year or later.
    states
        Only these states, by their names in the file; all of them by default.

    Returns
    -------
    DataFrame
        Columns ``origin``, ``destination``, ``state`` and ``end``, both directions; sorted.

    Raises
    ------
    ContentError
        If a state is not in the file.

    Examples
    --------
    >>> moved_borders(states=["Sudan"])[["origin", "destination"]].to_records(index=False).tolist()
    [('SDN', 'SSD'), ('SSD', 'SDN')]
    """
    shared = corridors(kinds=["common_state"])
    known = sorted(shared["state"].unique())
    wanted = known if states is None else list(states)
    unknown = [name for name in wanted if name not in known]
    if unknown:
        raise ContentError(
            f"data/ties.csv has no common state {', '.join(map(repr, unknown))}; it has "
            f"{', '.join(known)}." + did_you_mean(unknown[0], known)
        )
    kept = shared[shared["state"].isin(wanted) & (shared["end"] >= since)]
    return kept[["origin", "destination", "state", "end"]].reset_index(drop=True)
