"""What the words and the table on agreements print."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from roundtable import places
from roundtable.briefing.agreements import BY_BLOC, Agreed
from roundtable.facts import Name, forms
from roundtable.register.entry import Partnership
from roundtable.tables import Table

Labels = Mapping[str, Any]

SCHEMES = ("programme", "project", "memorandum", "treaty", "contract")
"""Forms of entries that can be a scheme for temporary or circular migration."""

_BLOCS = 5
"""Entries through a bloc that the text names where there are many: all of the EU's would be a
page of names."""


def names(agreed: Agreed, items: Sequence[Mapping[str, Any]], labels: Labels) -> dict[str, Any]:
    """Return what the templates print and decide by besides facts.

    Parameters
    ----------
    agreed
        What the register says of the briefing.
    items
        Its published results, as from `agreements.facts`.
    labels
        Labels of the language.

    Returns
    -------
    dict
        Names and conditions, each beginning with ``agreed_``.
    """
    words = labels["agreed"]
    by_bloc = [item.entry.short for item in agreed.concerns if item.how == "member"]
    many = len(by_bloc) > _BLOCS + 2
    return {
        "agreed_by_bloc": Name(", ".join(by_bloc[:_BLOCS]) if many else "; ".join(by_bloc)),
        "agreed_many_by_bloc": many,
        "agreed_any": bool(agreed.concerns),
        "agreed_more": len(agreed.concerns)
        > sum(item.how not in BY_BLOC for item in agreed.concerns),
        "agreed_results": items,
        "agreed_one_process": len(agreed.processes) == 1,
        "agreed_processes": [
            {
                "short": Name(item.entry.short),
                "members": Name(
                    words["all"]
                    if item.all_take_part
                    else ", ".join(sorted(places.place(code).name for code in item.taking_part))
                ),
                "status": Name(as_of(item.entry, words)),
            }
            for item in agreed.processes
        ],
        "agreed_schemes": [
            {"short": Name(item.entry.short), "became": Name(_course(item.entry, words))}
            for item in agreed.concerns
            if is_scheme(item.entry) and item.how == "parties"
        ],
    }


def is_scheme(entry: Partnership) -> bool:
    """Tell whether an entry is about labour migration under rules of its own.

    Parameters
    ----------
    entry
        The partnership.
    """
    return "labour-migration" in entry.areas and entry.form in SCHEMES and entry.kind != "regional"


def _course(entry: Partnership, words: Labels) -> str:
    """Say what became of an entry: since 2010 where that is known, else its status."""
    since = entry.since_2010
    if since and since.became != "unknown":
        return words["became"][since.became]
    return as_of(entry, words)


def as_of(entry: Partnership, words: Labels) -> str:
    """Print the status of an entry with the date of its evidence.

    Parameters
    ----------
    entry
        The partnership.
    words
        Labels on agreements in the language: ``as_of`` and ``statuses``.
    """
    return words["as_of"].format(words["statuses"][entry.status], entry.status_as_of)


def table(agreed: Agreed, labels: Labels, line: Any) -> tuple[pd.DataFrame, Table] | None:
    """Return the entries as a table; None where there is none.

    Where a country is asked for, those that bind it only through a bloc are told in the text.

    Parameters
    ----------
    agreed
        The entries.
    labels
        Labels of the language, with the group ``agreed``.
    line
        Renders a section as plain text: ``agreed-caption`` and ``agreed-note``.

    Returns
    -------
    tuple of DataFrame and Table
        Columns ``agreement, kind, signed, status, since, concerned``.
    """
    listed = [item for item in agreed.concerns if item.how != "member"]
    if not listed:
        return None
    words = labels["agreed"]
    rows = [
        {
            "agreement": item.entry.short,
            "kind": words["kinds"][item.entry.kind],
            "signed": str(item.entry.signed.date) if item.entry.signed else forms.DASH,
            "status": as_of(item.entry, words),
            "since": words["became"][item.entry.since_2010.became]
            if item.entry.since_2010
            else forms.DASH,
            "concerned": words["how"][item.how],
        }
        for item in listed
    ]
    frame = pd.DataFrame(rows)
    return frame, Table(
        id="agreed",
        caption=line("agreed-caption"),
        head=tuple(words["columns"][column] for column in frame.columns),
        rows=tuple(tuple(row.values()) for row in rows),
        note=line("agreed-note"),
        signs={forms.DASH: labels["table"]["signs"]["unknown"]},
    ).without_empty_columns()
