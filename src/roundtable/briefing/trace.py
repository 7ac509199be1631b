"""From any fact of any briefing back to the rows or files that it rests on."""

from typing import Any

import pandas as pd

from roundtable.briefing.paper import duties, published
from roundtable.claims import trace
from roundtable.store import Tables


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
        Reviews or claims for what the background paper counts of them; else as
        `claims.trace.rows_of`.

    Raises
    ------
    RoundtableError
        If the indicator has no rows of its own.
    """
    counted = {
        duties.INDICATOR: duties.rows_of,
        published.INDICATOR: published.rows_of,
    }
    if fact["indicator"] in counted:
        return counted[fact["indicator"]](fact["arguments"])
    return trace.rows_of(fact, tables)
