"""From a fact of the register back to its files."""

from datetime import date
from typing import Any

import pandas as pd

from roundtable.facts import trace
from roundtable.indicators import peers
from roundtable.register import corridors, results
from roundtable.register.reading import every, may_be_shown
from roundtable.store import Tables

COUNTED = "register_entries"
"""Indicator: how many entries of the register fit what was asked."""

ELSEWHERE = "corridors_with_agreement"
"""Indicator: how many other corridors have an agreement."""

COMPARED = "corridors_compared"
"""Indicator: how many of them have the figures that peers are chosen by."""


def rows_of(fact: dict[str, Any], tables: Tables) -> tuple[str, pd.DataFrame]:
    """Return the table or file, and the rows, that a fact rests on.

    Parameters
    ----------
    fact
        An entry of ``facts.json``.
    tables
        The tables that the briefing was built from.

    Returns
    -------
    tuple of str and DataFrame
        A file of ``data`` for what people wrote; else as `facts.trace.rows_of`.

    Raises
    ------
    RoundtableError
        If the indicator has no rows of its own, or the register does not hold it any more.
    """
    if fact["indicator"] == results.INDICATOR:
        return results.rows_of(fact["arguments"])
    if fact["indicator"] == COUNTED:
        return _entries(fact["arguments"]["entries"])
    if fact["indicator"] == ELSEWHERE:
        return _elsewhere(fact["arguments"])
    if fact["indicator"] == COMPARED:
        return _compared(fact, tables)
    return trace.rows_of(fact, tables)


def _elsewhere(arguments: dict[str, Any]) -> tuple[str, pd.DataFrame]:
    """Return the other corridors that have an agreement, a row for each agreement."""
    shown = may_be_shown(every(), on=date.today())
    rows = [
        (*pair, entry.id, f"{entry.status} ({entry.status_as_of})")
        for pair, entries in corridors.elsewhere(
            shown, origin=arguments["origin"], destination=arguments["destination"]
        ).items()
        for entry in entries
    ]
    return "data/partnerships/", pd.DataFrame(rows, columns=[*peers.ENDS, "entry", "status"])


def _compared(fact: dict[str, Any], tables: Tables) -> tuple[str, pd.DataFrame]:
    """Return the corridors that were compared, with what they were compared by."""
    others = _elsewhere(fact["arguments"])[1]
    found = peers.measured(
        others,
        stocks=tables.stocks,
        pairs=tables.pairs,
        economies=tables.economies,
        edition=fact["edition"],
        year=fact["arguments"]["year"],
    )
    return "stocks, pairs and economies", found


def _entries(ids: list[str]) -> tuple[str, pd.DataFrame]:
    """Return the entries that were counted; where none fits, all that were looked at."""
    known = every().entries
    rows = [
        {
            "entry": name,
            "kind": known[name].kind,
            "title": known[name].title,
            "status": f"{known[name].status} ({known[name].status_as_of})",
        }
        for name in ids or known
        if name in known
    ]
    return "data/partnerships/", pd.DataFrame(rows, columns=["entry", "kind", "title", "status"])
