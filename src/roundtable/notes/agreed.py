"""What the register says of a corridor or a government, as the short papers print it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from roundtable import register
from roundtable.briefing import agreements
from roundtable.briefing.study import Study
from roundtable.facts import Fact, Name
from roundtable.register import Partnership, concern

NAMED = ("corridor", "reverse", "parties")
"""Ways in which an entry is about the two countries themselves, and not about a bloc of theirs."""

SETTLED = ("in force", "under way")
"""Status of an entry that governs a corridor today, as far as the evidence goes."""

GONE = ("ended", "lapsed", "replaced")
"""Status of an entry that no longer does."""

Entries = Mapping[str, Partnership]


def shown() -> Entries:
    """Return the entries that may be printed today, by id."""
    return register.may_be_shown(register.every(), on=date.today())


def of_pair(entries: Entries, origin: str, destination: str, *, year: int) -> list[Partnership]:
    """Return the entries that are about two countries, those that name the corridor first.

    Parameters
    ----------
    entries
        Entries by id, as from `shown`.
    origin, destination
        ISO 3166 alpha-3 codes.
    year
        Year of the figures: memberships of blocs are those of that year.
    """
    found = concern.pair(entries, origin=origin, destination=destination, on=year)
    return [item.entry for item in found if item.how in NAMED]


def of_country(entries: Entries, code: str, *, year: int) -> list[Partnership]:
    """Return the entries that name a country as a party, not only a bloc of its."""
    found = concern.country(entries, code=code, on=year)
    return [item.entry for item in found if item.how == "parties"]


def is_followed(entry: Partnership) -> bool:
    """Tell whether another entry is known to have taken its place: then that one is asked about."""
    return entry.since_2010 is not None and bool(entry.since_2010.by)


def named(entry: Partnership, labels: Mapping[str, Any], *, among: Entries) -> dict[str, Any]:
    """Return what the words print of an entry.

    Parameters
    ----------
    entry
        The partnership.
    labels
        Labels of the language.
    among
        Entries that may be printed, for the name of its successor.

    Returns
    -------
    dict
        ``short``, ``status``, ``as_of``; ``title``, ``signed``, ``successor`` and ``became``,
        empty where they are not known or would say the same again; and what the words decide by:
        ``labour``, ``not_in_force``, ``unknown``, ``replaced``.
    """
    words, since = labels["agreed"], entry.since_2010
    became = since.became if since and since.became not in ("unknown", entry.status) else None
    next_one = among.get(since.by) if since and since.by else None
    year = str(entry.signed.date.first.year) if entry.signed else ""
    return {
        "short": Name(entry.short),
        "title": "" if entry.title.lower() in entry.short.lower() else Name(entry.title),
        "signed": "" if year in entry.short else Name(year),
        "status": Name(words["statuses"][entry.status]),
        "as_of": Name(str(entry.status_as_of.first.year)),
        "became": Name(words["became"][became]) if became else "",
        "successor": Name(next_one.short) if next_one else "",
        "labour": "labour-migration" in entry.areas,
        "not_in_force": entry.status == "signed, not in force",
        "unknown": entry.status == "unknown",
        "replaced": entry.status == "replaced",
    }


def count(study: Study, id: str, entries: Iterable[Partnership], definition: str) -> Fact:
    """Make a fact of a number of entries.

    Parameters
    ----------
    study
        Gives the language.
    id, definition
        Of the fact.
    entries
        What is counted.
    """
    return agreements.count(study, id, [entry.id for entry in entries], definition)
