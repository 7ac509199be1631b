"""From a fact of the register back to its files."""

from typing import Any

import pandas as pd

from roundtable.facts import trace
from roundtable.register import results
from roundtable.register.reading import every
from roundtable.store import Tables

COUNTED = "register_entries"
"""Indicator: how many entries of the register fit what was asked."""


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
    return trace.rows_of(fact, tables)


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
