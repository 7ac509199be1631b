"""From a fact of a claim back to its entry, or to the rows that it was recomputed from."""

from typing import Any

import pandas as pd

from roundtable.claims.claim_facts import PUBLISHED, RECOMPUTED
from roundtable.claims.claims_file import claim as claim_of
from roundtable.claims.figures import figures_of
from roundtable.register import trace
from roundtable.store import Tables

FILE = "data/claims.yml"


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
        ``data/claims.yml`` with the entry for a published figure; the rows of a table or file
        for a recomputed one; else as `register.trace.rows_of`.

    Raises
    ------
    RoundtableError
        If the indicator has no rows of its own, or the file has no such claim any more.
    """
    arguments = fact["arguments"]
    if fact["indicator"] == PUBLISHED:
        return FILE, _entry(arguments["claim"])
    if fact["indicator"] == RECOMPUTED:
        claim = claim_of(arguments["claim"])
        year = arguments.get("year", claim.year)
        figures = figures_of(tables)
        table, rows = claim.recomputed.trace(figures, arguments["series"], year)
        return table or FILE, rows.reset_index(drop=True)
    return trace.rows_of(fact, tables)


def _entry(name: str) -> pd.DataFrame:
    """Return what the file says of a published figure, one row."""
    claim = claim_of(name)
    row = {"claim": claim.id, "document": claim.document, "where": claim.where}
    return pd.DataFrame([row | {"value": claim.published.value, "words": claim.published.words}])
