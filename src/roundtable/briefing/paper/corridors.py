"""The corridors behind the session's partnerships, side by side."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from roundtable import places
from roundtable.briefing.paper.parts import Part, Parts
from roundtable.facts import forms
from roundtable.register import Partnership, concern
from roundtable.tables import Table

NAMED = ("corridor", "reverse", "parties")
"""How an entry concerns a pair when it is about the pair itself."""


def named_by(part: Part, entries: Mapping[str, Partnership]) -> list[Partnership]:
    """Return the entries that are about the corridor of a bilateral briefing.

    Parameters
    ----------
    part
        The briefing.
    entries
        Entries by id.

    Returns
    -------
    list of Partnership
        Those of the corridor, of its reverse, and of both parties; none that concerns it only by a
        bloc.
    """
    briefing = part.briefing
    found = concern.pair(
        entries, origin=briefing.origin, destination=briefing.destination, on=briefing.year
    )
    return [item.entry for item in found if item.how in NAMED]


def table(
    parts: Parts,
    entries: Mapping[str, Partnership],
    *,
    labels: Mapping[str, Any],
    caption: str,
    note: str,
    language: str,
) -> tuple[pd.DataFrame, Table]:
    """Return each corridor with its size, its weight at both ends, and what is agreed.

    Parameters
    ----------
    parts
        The themes' briefings.
    entries
        Entries of the register, by id.
    labels
        Labels of the language.
    caption, note
        Of the table.
    language
        Of the words.

    Returns
    -------
    tuple of DataFrame and Table
        Rows ``origin, destination, persons, share_of_emigrants, share_of_immigrants, kind,
        entries`` in the order of the roundtable's file.
    """
    rows, cells, marks = [], [], []
    for part in parts.of("bilateral"):
        stock, out, into = (
            part.fact(id) for id in ("stock", "share-of-emigrants", "share-of-immigrants")
        )
        agreed = named_by(part, entries)
        ends = (part.briefing.origin, part.briefing.destination)
        rows.append(
            (*ends, stock.value, out.value, into.value, stock.kind, ";".join(e.id for e in agreed))
        )
        name = " → ".join(places.place(code).short for code in ends)
        shares = [
            forms.DASH if fact.value is None else forms.percent(fact.value, language)
            for fact in (out, into)
        ]
        title = agreed[0].short if agreed else forms.DASH
        cells.append((name, forms.exact(stock.value, language), *shares, title))
        marks.append(stock.kind)
    columns = ["origin", "destination", "persons", "share_of_emigrants", "share_of_immigrants"]
    frame = pd.DataFrame(rows, columns=[*columns, "kind", "entries"])
    words = labels["paper"]
    shown = Table(
        id="session-corridors",
        caption=caption,
        head=tuple(words["corridors"]),
        rows=tuple(cells),
        note=note,
        marks=tuple(marks),
        kinds=labels["kinds"],
    )
    return frame, shown
