"""Which entries concern a pair of countries, a country or a bloc, and by what."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import permutations
from typing import Literal, NamedTuple

from roundtable.places import blocs
from roundtable.places.spaces import every as spaces
from roundtable.register.entry import Partnership
from roundtable.register.filters import day_within
from roundtable.register.parts import Party

How = Literal["corridor", "reverse", "parties", "bloc", "figures", "member", "inside"]


class Concern(NamedTuple):
    """An entry, and by what it concerns what was asked.

    Attributes
    ----------
    entry
        The partnership.
    how
        ``corridor`` and ``reverse``: it names the pair, or the pair the other way round.
        ``parties``: both ends are parties. ``bloc``: at least one of them only as a member of
        a bloc. ``figures``: one end is the party and a result is about the other. ``member``:
        the country is a party by a bloc. ``inside``: all countries that are parties belong to
        the bloc.
    taking_part
        Countries of a bloc or circuit that take part in a process, where that was asked for.
    all_take_part
        Whether these are all of them.
    """

    entry: Partnership
    how: How
    taking_part: tuple[str, ...] = ()
    all_take_part: bool = False


def pair(
    entries: Mapping[str, Partnership], *, origin: str, destination: str, on: date | int
) -> list[Concern]:
    """Return the entries that concern a corridor: those that name it, then those of both ends.

    Parameters
    ----------
    entries
        Entries by id.
    origin, destination
        The corridor.
    on
        Day or year of membership in blocs, moved into the time of each entry.

    Returns
    -------
    list of Concern
        In the order of `How`, and within it by id.

    Notes
    -----
    Two members of one bloc are not concerned by what the bloc agrees with others: France and
    Belgium are no corridor of the European Union's partnership with Georgia. They are by a
    regional entry, which is about the movement among its own members.
    """
    found = [
        Concern(entry, how)
        for entry in entries.values()
        if (how := _how_pair(entry, origin, destination, on))
    ]
    return sorted(_ordered(found), key=_breadth)


def _breadth(item: Concern) -> int:
    """Put what is about few corridors before what is about many, among those that name one."""
    named = item.how in ("corridor", "reverse")
    return len(item.entry.corridors) if named else _MANY


_MANY = 10**6


def _how_pair(entry: Partnership, origin: str, destination: str, on: date | int) -> How | None:
    pairs = {(corridor.origin, corridor.destination) for corridor in entry.corridors}
    if (origin, destination) in pairs:
        return "corridor"
    if (destination, origin) in pairs:
        return "reverse"
    named = {party.place for party in entry.parties}
    if {origin, destination} <= named and not pairs:
        return "parties"
    # An entry with corridors says itself which pairs it is about.
    if not pairs and _through_blocs(entry, origin, destination, on):
        return "bloc"
    about = {result.place for result in entry.results}
    if (destination in named and origin in about) or (origin in named and destination in about):
        return "figures"
    return None


def _through_blocs(entry: Partnership, origin: str, destination: str, on: date | int) -> bool:
    day = day_within(entry, on)
    members = [_members(party, day) for party in entry.parties]
    if _among_members(entry) and any({origin, destination} <= own for own in members):
        return True
    return any(
        origin in one and destination in other and not {origin, destination} <= one & other
        for one, other in permutations(members, 2)
    )


def _among_members(entry: Partnership) -> bool:
    """Tell whether an entry is about movement among the members of a bloc that is a party.

    Regional ones are, and treaties and spaces of one bloc alone, such as that of the states
    of Portuguese language on four continents.
    """
    of_one_bloc = len(entry.parties) == 1 and entry.form in ("treaty", "space")
    return entry.kind == "regional" or of_one_bloc


def country(entries: Mapping[str, Partnership], *, code: str, on: date | int) -> list[Concern]:
    """Return the entries that a country is party to: by itself, then as a member of a bloc.

    Parameters
    ----------
    entries, on
        As in `pair`.
    code
        ISO 3166 alpha-3 code.

    Notes
    -----
    An entry with corridors says itself whom it is about: a member of a bloc that is in none of
    them is not concerned.
    """
    found = []
    for entry in entries.values():
        ends = {end for pair in entry.corridors for end in (pair.origin, pair.destination)}
        if any(party.place == code for party in entry.parties):
            found.append(Concern(entry, "parties"))
        elif (not ends or code in ends) and any(
            code in _members(party, day_within(entry, on)) for party in entry.parties
        ):
            found.append(Concern(entry, "member"))
    return _ordered(found)


def space(entries: Mapping[str, Partnership], *, name: str, on: date | int) -> list[Concern]:
    """Return the entries of a bloc or inside it, and those along a circuit.

    Parameters
    ----------
    entries, on
        As in `pair`.
    name
        Id in ``blocs.yml`` or ``circuits.yml``.

    Returns
    -------
    list of Concern
        ``parties``: the bloc itself is one. ``inside``: all countries that are parties are
        members, two at least. ``corridor``: a corridor lies inside the bloc or leads along the
        circuit. Consultative processes that only some members attend are in `processes`.
    """
    found = []
    for entry in entries.values():
        if how := _how_space(entry, name, day_within(entry, on)):
            found.append(Concern(entry, how))
    return _ordered(found)


def _how_space(entry: Partnership, name: str, day: date) -> How | None:
    if any(party.bloc == name for party in entry.parties):
        return "parties"
    origins, destinations = _sides(name, day)
    if any(
        corridor.origin in origins and corridor.destination in destinations
        for corridor in entry.corridors
    ):
        return "corridor"
    named = {party.place for party in entry.parties if party.place}
    alone = all(party.bloc is None for party in entry.parties)
    if alone and len(named) > 1 and named <= origins | destinations:
        # Two origins of a circuit are no part of it.
        return "inside" if named & origins and named & destinations else None
    return None


def processes(entries: Mapping[str, Partnership], *, name: str, on: date | int) -> list[Concern]:
    """Return the consultative processes that members of a bloc, or of a circuit, take part in.

    Parameters
    ----------
    entries, name, on
        As in `space`.

    Returns
    -------
    list of Concern
        Each with the members that take part, two at least; most of them first.
    """
    found = []
    for entry in entries.values():
        if entry.form != "process":
            continue
        day = day_within(entry, on)
        origins, destinations = _sides(name, day)
        attending = frozenset().union(*(_members(party, day) for party in entry.parties))
        everybody = origins | destinations
        both = sorted(attending & everybody)
        if len(both) > 1:
            found.append(Concern(entry, "member", tuple(both), len(both) == len(everybody)))
    return sorted(found, key=lambda item: (-len(item.taking_part), item.entry.id))


def _sides(name: str, day: date) -> tuple[frozenset[str], frozenset[str]]:
    """Return origins and destinations of a bloc (its members, twice) or of a circuit."""
    if name in blocs.every():
        members = blocs.bloc(name).members(day)
        return members, members
    sides = spaces()[name].sides()
    return sides.origins, sides.destinations


def _members(party: Party, day: date) -> frozenset[str]:
    """Return the countries that a party stands for."""
    if party.bloc:
        return blocs.bloc(party.bloc).members(day)
    return frozenset({party.place} if party.place else ())


def _ordered(found: Iterable[Concern]) -> list[Concern]:
    order = ("corridor", "reverse", "parties", "inside", "bloc", "member", "figures")
    return sorted(found, key=lambda item: (order.index(item.how), item.entry.id))
