"""The corridors for which the register has an agreement."""

from collections.abc import Iterable, Mapping

from roundtable.register.entry import Partnership

Pair = tuple[str, str]

KINDS_BETWEEN = ("bilateral", "inter-regional")
"""Kinds in which governments of both ends agree. A national programme is the rule of one of them,
a sub-national partnership is one of towns, and in one of many stakeholders firms and organisations
agree with one government."""

FORMS_BETWEEN = ("treaty", "memorandum", "declaration", "programme")
"""Forms of what is agreed along a corridor. A project carries out what stands elsewhere, and a
framework or a process is not about one corridor."""

STANDING = ("in force", "under way", "signed, not in force", "unknown")
"""What may still stand, the surest first. What has ended, lapsed or been replaced, and what is
under negotiation, is no agreement that a corridor has."""

SEEN_SINCE = 2010
"""Year of the background paper. Where the status is not known, and nothing later has been seen of
an agreement, as of the recruitment agreements of the 1960s, it is history."""


def with_agreement(entries: Mapping[str, Partnership]) -> dict[Pair, tuple[Partnership, ...]]:
    """Return the corridors that have an agreement, with their agreements.

    Parameters
    ----------
    entries
        Entries by id.

    Returns
    -------
    dict of tuple to tuple
        By origin and destination, in the order of the codes. The agreement that tells most of the
        corridor comes first: the one whose status is surest, then one about few corridors, then
        the latest.
    """
    found: dict[Pair, list[Partnership]] = {}
    for entry in entries.values():
        if is_agreement(entry):
            for corridor in entry.corridors:
                found.setdefault((corridor.origin, corridor.destination), []).append(entry)
    return {pair: tuple(_ordered(found[pair])) for pair in sorted(found)}


def elsewhere(
    entries: Mapping[str, Partnership], *, origin: str, destination: str
) -> dict[Pair, tuple[Partnership, ...]]:
    """Return the other corridors that have an agreement, with those that are not also this one's.

    Parameters
    ----------
    entries
        Entries by id.
    origin, destination
        A corridor; it and its reverse are left out, and every entry that names one of them: what
        holds for both corridors is nothing to learn from the other.

    Returns
    -------
    dict of tuple to tuple
        As from `with_agreement`.
    """
    own = {(origin, destination), (destination, origin)}
    others = {
        name: entry
        for name, entry in entries.items()
        if not own & {(corridor.origin, corridor.destination) for corridor in entry.corridors}
    }
    return with_agreement(others)


def is_agreement(entry: Partnership) -> bool:
    """Tell whether an entry is an agreement between the two ends of its corridors."""
    concluded = entry.since_2010 is None or entry.since_2010.became != "never concluded"
    return (
        entry.kind in KINDS_BETWEEN
        and entry.form in FORMS_BETWEEN
        and entry.status in STANDING
        and (entry.status != "unknown" or entry.status_as_of.last.year >= SEEN_SINCE)
        and concluded
    )


def _ordered(entries: Iterable[Partnership]) -> list[Partnership]:
    def key(entry: Partnership) -> tuple[int, int, int, str]:
        latest = entry.began.first.toordinal() if entry.began else 0
        return STANDING.index(entry.status), len(entry.corridors), -latest, entry.id

    return sorted(entries, key=key)
