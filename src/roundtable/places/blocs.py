"""Regional organisations and who belonged to them when: ``data/blocs.yml``."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

import pandas as pd

from roundtable.errors import ContentError, did_you_mean
from roundtable.places.blocs_file import FULL, Bloc, Blocs, Spell, Status, read
from roundtable.places.entries import day_of


def every(path: Path | None = None) -> dict[str, Bloc]:
    """Return all blocs by id, in the order of the file."""
    return {bloc.id: bloc for bloc in read(path).blocs}


def bloc(name: str) -> Bloc:
    """Return the bloc of an id.

    Raises
    ------
    ContentError
        If there is none of that id, with the one that is closest.

    Examples
    --------
    >>> bloc("ecowas").short
    'ECOWAS'
    """
    known = every()
    if name not in known:
        raise ContentError(
            f"There is no bloc '{name}'; data/blocs.yml has {', '.join(known)}."
            + did_you_mean(name, known)
        )
    return known[name]


def members(name: str, *, on: date | int, statuses: Collection[Status] = FULL) -> frozenset[str]:
    """Return the members of a bloc on a day.

    Fixed membership is that of one reference date for all years; dated membership asks anew
    for each year (`by_year`).

    Parameters
    ----------
    name
        Id of the bloc.
    on
        A day, or a year, which stands for its 1 July, as the stocks do.
    statuses
        Which statuses count; members in full by default.

    Returns
    -------
    frozenset of str
        ISO 3166 alpha-3 codes; empty before the bloc began.

    Examples
    --------
    >>> "GBR" in members("eu", on=2019), "GBR" in members("eu", on=2020)
    (True, False)
    """
    return bloc(name).members(on, statuses=statuses)


def members_today(name: str, *, statuses: Collection[Status] = FULL) -> frozenset[str]:
    """Return the latest membership that the file knows: that of its day `as_of`.

    It does not ask the clock, so that a briefing built later from the same files is the same.
    """
    return bloc(name).members(read().as_of.last, statuses=statuses)


def left_since(name: str, place: str, *, after: date | int) -> date | None:
    """Return the first day on which a place was no longer a member, if it left after a day.

    Parameters
    ----------
    name
        Id of the bloc.
    place
        A member on the day.
    after
        A day, or a year, which stands for its 1 July.

    Returns
    -------
    date or None
        None while it is a member, as far as the file is followed.

    Examples
    --------
    >>> left_since("ecowas", "MLI", after=2024)
    datetime.date(2025, 1, 29)
    >>> left_since("ecowas", "SEN", after=2024) is None
    True
    """
    spell = last_spell(name, place, after=after)
    return spell.until.last + timedelta(days=1) if spell and spell.until else None


def last_spell(name: str, place: str, *, after: date | int) -> Spell | None:
    """Return the period of membership that ended after a day, if the place is out today.

    The period says how exactly its end is known: a day, a month or a year, and whether it is sure.

    Parameters
    ----------
    name, place, after
        As in `left_since`.

    Examples
    --------
    >>> spell = last_spell("oif", "MLI", after=2024)
    >>> str(spell.until), spell.sure
    ('2025-09', False)
    """
    day = day_of(after)
    ended = [
        spell
        for spell in bloc(name).membership
        if place in spell.places and spell.until and spell.covers(day)
    ]
    return ended[0] if ended and place not in members_today(name) else None


def by_year(
    name: str, *, years: Iterable[int], statuses: Collection[Status] = FULL
) -> pd.DataFrame:
    """Return the dated membership of a bloc, to be joined with stocks.

    Parameters
    ----------
    name
        Id of the bloc.
    years
        The membership is that of the middle of each.
    statuses
        What counts as belonging.

    Returns
    -------
    DataFrame
        Columns ``year`` and ``place``, one row a member and year, sorted.

    Examples
    --------
    >>> by_year("eac", years=[2005, 2010]).groupby("year").size().to_dict()
    {2005: 3, 2010: 5}
    """
    found = bloc(name)
    rows = [
        (year, code) for year in years for code in sorted(found.members(year, statuses=statuses))
    ]
    return pd.DataFrame(rows, columns=["year", "place"])


def shared(
    one: str, other: str, *, on: date | int, statuses: Collection[Status] = FULL
) -> list[Bloc]:
    """Return the blocs to which two places both belong, in the order of the file.

    Parameters
    ----------
    one, other
        ISO 3166 alpha-3 codes.
    on
        A day, or a year for its middle.
    statuses
        What counts as belonging.

    Examples
    --------
    >>> [bloc.id for bloc in shared("BRA", "PRT", on=2024)]
    ['cplp']
    """
    file = read()
    _, members = _members(id(file), on, tuple(statuses))
    return [found for found in file.blocs if {one, other} <= members[found.id]]


@lru_cache(maxsize=256)
def _members(
    file: int, on: date | int, statuses: tuple[Status, ...]
) -> tuple[Blocs, dict[str, frozenset[str]]]:
    """Return the members of all blocs on a day, with the file that was read.

    The file is held here, so that no other can have its identity (`file`) in the meantime.
    """
    known = read()
    return known, {bloc.id: bloc.members(on, statuses=statuses) for bloc in known.blocs}
