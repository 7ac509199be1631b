"""Filters over the register: by country, kind, area and year."""

from collections.abc import Mapping
from datetime import date
from typing import get_args

from roundtable import places
from roundtable.errors import ParameterError, did_you_mean, listing
from roundtable.places import blocs
from roundtable.places.blocs_file import FULL
from roundtable.places.entries import day_of
from roundtable.register.entry import Area, Kind, Partnership

KINDS: tuple[str, ...] = get_args(Kind)
AREAS: tuple[str, ...] = get_args(Area)


def chosen(
    entries: Mapping[str, Partnership],
    *,
    country: str | None = None,
    kind: str | None = None,
    area: str | None = None,
    year: int | None = None,
) -> dict[str, Partnership]:
    """Return the entries that fit every condition that is given.

    Parameters
    ----------
    entries
        Entries by id.
    country
        ISO 3166 alpha-3 code of a party, or of a member of a bloc that is one (`party_to`).
    kind, area
        One of `KINDS` and of `AREAS`.
    year
        A year in which the partnership existed (`existed`).

    Returns
    -------
    dict of str to Partnership
        In the order given.

    Raises
    ------
    ParameterError
        With everything that is no country, kind, area or year.
    """
    _refuse(country=country, kind=kind, area=area, year=year)
    return {
        name: entry
        for name, entry in entries.items()
        if (country is None or party_to(entry, country, on=year))
        and kind in (None, entry.kind)
        and (area is None or area in entry.areas)
        and (year is None or existed(entry, year))
    }


def existed(entry: Partnership, year: int) -> bool:
    """Tell whether a partnership had begun, and had not ended before, a year.

    One whose beginning is not known is in no year.
    """
    began, ended = entry.began, entry.ended
    return (
        began is not None
        and began.first.year <= year
        and (ended is None or year <= ended.date.last.year)
    )


def party_to(entry: Partnership, code: str, *, on: date | int | None = None) -> bool:
    """Tell whether a country is a party, by itself or as a member of a bloc.

    Parameters
    ----------
    entry
        The partnership.
    code
        ISO 3166 alpha-3 code.
    on
        Day or year of the membership, moved into the time in which the partnership existed
        (`day_within`); None for any time in which it did.
    """
    return any(
        party.place == code or (party.bloc is not None and _belonged(party.bloc, code, entry, on))
        for party in entry.parties
    )


def _belonged(name: str, code: str, entry: Partnership, on: date | int | None) -> bool:
    """Tell whether a country was a member of a bloc on a day, or while a partnership lasted."""
    bloc = blocs.bloc(name)
    if on is not None:
        return code in bloc.members(day_within(entry, on))
    began = entry.began.first if entry.began else date.min
    ended = entry.ended.date.last if entry.ended else date.max
    return any(
        code in spell.places
        and spell.status in FULL
        and spell.since.first <= ended
        and (spell.until is None or began <= spell.until.last)
        for spell in bloc.membership
    )


def day_within(entry: Partnership, on: date | int) -> date:
    """Return the day nearest to the one given on which the partnership existed.

    Parameters
    ----------
    entry
        The partnership.
    on
        A day, or a year for its 1 July.

    Returns
    -------
    date
        Not before the first day, nor after the last, as far as they are known.
    """
    day = day_of(on)
    if entry.began:
        day = max(day, entry.began.first)
    return min(day, entry.ended.date.last) if entry.ended else day


def _refuse(*, country: str | None, kind: str | None, area: str | None, year: int | None) -> None:
    """Raise one error with everything that cannot be asked."""
    problems = []
    if country is not None and (wrong := places.problem_with(country)):
        problems.append(f"`country`: {wrong}")
    for name, value, known in (("kind", kind, KINDS), ("area", area, AREAS)):
        if value is not None and value not in known:
            problems.append(
                f"`{name}`: '{value}' is none of {', '.join(known)}." + did_you_mean(value, known)
            )
    if year is not None and not _FIRST <= year <= _LAST:
        problems.append(f"`year`: {year} is not between {_FIRST} and {_LAST}.")
    if problems:
        raise ParameterError(listing(problems, heading="The register cannot be asked for this:"))


_FIRST, _LAST = 1900, 2100
"""Any other year is a slip of the keys."""
