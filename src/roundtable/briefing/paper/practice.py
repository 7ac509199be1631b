"""Good practice by kind of partnership, and what became of the partnerships of the paper."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import zip_longest
from typing import Any

import pandas as pd

from roundtable.briefing.paper import duties
from roundtable.errors import ContentError, did_you_mean
from roundtable.facts import Name, forms
from roundtable.prose import labels as words_of
from roundtable.register import KINDS, Partnership, Register, may_be_shown, result_fact
from roundtable.register.ledger import OUTCOMES, became, named_in
from roundtable.rights import Asked, Review, matrix
from roundtable.tables import Table

PAPER = "gfmd-2010-rt-1-1"
"""Id in ``documents.yml`` of the paper that the session goes back to."""

EXAMPLES = 2
"""Partnerships of one kind that the text tells where the drafters choose none."""

RESULTS = 3
"""Figures that the text tells of one partnership."""

COMPONENTS = 3
"""From this number on, the elements of a partnership are told: fewer stand in its summary."""


def examples(
    register: Register,
    *,
    governments: frozenset[str],
    language: str,
    on: date,
    chosen: Sequence[str] = (),
) -> list[dict[str, Any]]:
    """Choose the partnerships that the text tells, by kind.

    Parameters
    ----------
    register
        The register.
    governments
        Codes of the session's governments: their partnerships come first.
    language
        Language of the figures.
    on
        Day of the paper: what is under embargo on it is left out.
    chosen
        Ids of the partnerships that the drafters want told, in their order; without any, two of
        each kind among those that the paper of 2010 names.

    Returns
    -------
    list of dict
        For each kind that has any: ``kind`` and ``entries``, as `told` returns them.

    Raises
    ------
    ContentError
        If an id chosen is not in the register.
    """
    if strange := not_there(chosen, register):
        raise ContentError(strange)
    if chosen:
        shown = may_be_shown(register, on=on)
        entries = [shown[id] for id in chosen if id in shown]
    else:
        entries = named_in(register, PAPER, on=on)
        entries.sort(key=lambda entry: (*_weight(entry, register, governments), entry.id))
    found = []
    for kind in KINDS:
        own = [entry for entry in entries if entry.kind == kind]
        some = own if chosen else own[:EXAMPLES]
        if some:
            of_kind = [told(entry, register, language=language) for entry in some]
            found.append({"kind": kind, "entries": of_kind})
    return found


def not_there(chosen: Sequence[str], register: Register) -> str:
    """Say which partnerships chosen are not in the register; empty where all are.

    Parameters
    ----------
    chosen
        Ids of entries, as the roundtable's file names them under ``practice``.
    register
        The register.
    """
    strange = [id for id in chosen if id not in register.entries]
    if not strange:
        return ""
    return (
        f"`practice` names {', '.join(strange)}, which the register does not have."
        + did_you_mean(strange[0], register.entries)
        + " `roundtable partnerships` lists its ids."
    )


def _weight(
    entry: Partnership, register: Register, governments: frozenset[str]
) -> tuple[bool, int, int]:
    """Order entries: those with figures, named most often by the paper, of most governments."""
    named = {
        source.passage
        for source in entry.cited
        if source.passage and source.ref(register.passages).id == PAPER
    }
    parties = {party.place for party in entry.parties if party.place}
    return (not entry.results, -len(named), -len(parties & governments))


def told(entry: Partnership, register: Register, *, language: str) -> dict[str, Any]:
    """Return what the text tells of a partnership.

    Parameters
    ----------
    entry
        The partnership.
    register
        Gives the passages that sources cite.
    language
        Of the words.

    Returns
    -------
    dict
        ``short``, ``years``, ``since``, ``summary``, ``components`` and ``results``, each of
        these with ``fact``, ``what`` and ``period``.
    """
    # Where there are figures, the summary names the parts and the figures fill them.
    parts = () if entry.results or len(entry.components) < COMPONENTS else entry.components
    results = entry.results[:RESULTS]
    # Figures of one period share it, behind the last of them.
    later = [item.period for item in results[1:]]
    shown = [
        "" if item.period == after else item.period for item, after in zip_longest(results, later)
    ]
    named = any(source.ref(register.passages).id == PAPER for source in entry.sources)
    words = words_of(language)["paper"]["since"]
    return {
        "short": Name(entry.short),
        "years": Name(years_of(entry)),
        "since": Name(words[became(entry)] if named else ""),
        "summary": Name(entry.summary.strip()),
        "components": [Name(part) for part in parts],
        "results": [
            {
                "fact": result_fact(entry, item, passages=register.passages, language=language),
                "what": Name(item.what),
                "period": Name(period),
            }
            for item, period in zip(results, shown, strict=True)
        ],
    }


def years_of(entry: Partnership) -> str:
    """Return the years of an entry: begun, and ended where it has.

    Parameters
    ----------
    entry
        The partnership.

    Returns
    -------
    str
        One year, or two joined by a dash; empty where it is not known when the entry began or
        ended.
    """
    begun = str(entry.began)[:4] if entry.began else ""
    ended = str(entry.ended.date)[:4] if entry.ended else ""
    if ended and ended != begun:
        return f"{begun}{forms.DASH}{ended}"
    return begun


def ledger(
    register: Register, *, language: str, on: date, caption: str, note: str
) -> tuple[pd.DataFrame, Table]:
    """Return what became of every partnership that the paper names.

    Parameters
    ----------
    register
        The register.
    language
        Of the words.
    on
        The day: what is under embargo then is left out.
    caption, note
        Of the table.

    Returns
    -------
    tuple of DataFrame and Table
        One row an entry; the table has one row an outcome, with the entries' names.
    """
    words = words_of(language)["paper"]
    entries = named_in(register, PAPER, on=on)
    frame = pd.DataFrame(
        [
            {
                "entry": entry.id,
                "kind": entry.kind,
                "begun": str(entry.began) if entry.began else None,
                "became": became(entry),
                "status": entry.status,
                "as_of": str(entry.status_as_of),
            }
            for entry in entries
        ],
        columns=["entry", "kind", "begun", "became", "status", "as_of"],
    )
    rows = []
    for outcome in OUTCOMES:
        names = [_named(entry, register) for entry in entries if became(entry) == outcome]
        if names:
            rows.append((words["became"][outcome], "; ".join(sorted(names))))
    head = tuple(words["ledger"])
    return frame, Table(id="ledger", caption=caption, head=head, rows=tuple(rows), note=note)


def _named(entry: Partnership, register: Register) -> str:
    """Name an entry with its years, and what took its place."""
    years = years_of(entry)
    successor = entry.since_2010 and entry.since_2010.by
    # An arrow says it in any language: the table has a word for what became of the entry.
    by = f" → {register.entries[successor].short}" if successor in register.entries else ""
    return entry.short + (f" ({years})" if years else "") + by


def duties_table(
    reviews: Mapping[str, Review],
    asked: Asked,
    register: Register,
    *,
    labels: Mapping[str, Any],
    caption: str,
    note: str,
) -> tuple[pd.DataFrame, Table]:
    """Return the answers to the first duties, for the agreements whose text was read.

    The rows are in the order of names: answers make no order.

    Parameters
    ----------
    reviews
        Reviews by entry.
    asked
        The criteria of ``rights.yml``.
    register
        Gives the names of the agreements.
    labels
        Labels of the language.
    caption, note
        Of the table.

    Returns
    -------
    tuple of DataFrame and Table
        One row an agreement, with a column for each duty; an answer that is not asked of it is
        missing.
    """
    mine = duties.read(reviews)
    names = duties.duties(asked)
    answers = matrix(mine.values(), asked)[names]
    short = {name: register.entries[name].short for name in answers.index}
    ordered = answers.loc[sorted(answers.index, key=lambda name: short[name])]
    frame = ordered.map(lambda answer: answer and answer.value).reset_index()
    words = labels["rights"]["answers"]
    cells = tuple(
        (short[row[0]], *(words[answer] if answer else forms.DASH for answer in row[1:]))
        for row in frame.itertuples(index=False)
    )
    known = {item.id: item.name for item in asked.criteria}
    head = (labels["paper"]["agreement"], *(known[name] for name in names))
    table = Table(id="rights", caption=caption, head=head, rows=cells, note=note)
    return frame, table
