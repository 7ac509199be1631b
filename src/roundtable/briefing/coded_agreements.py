"""What a data set of labour agreements holds for a pair of countries, with its limits."""

from typing import Any

import pandas as pd

from roundtable.facts import Name, forms, year_name
from roundtable.store import Tables


def between(tables: Tables, first: str, second: str) -> pd.DataFrame:
    """Return the labour agreements of a pair, whichever stands first: it says nothing.

    Parameters
    ----------
    tables
        The store; the pack has no such agreements.
    first, second
        ISO 3166 alpha-3 codes.

    Returns
    -------
    DataFrame
        Columns of ``agreements``, by year; empty on the pack.
    """
    rows = tables.agreements
    # The two columns may be categories of their own, which cannot be compared with each other.
    one_way = (rows["first"] == first) & (rows["second"] == second)
    other_way = (rows["first"] == second) & (rows["second"] == first)
    return rows[one_way | other_way].sort_values(["year", "treaty"])


def coded(
    tables: Tables, first: str, second: str, *, labels: dict[str, str], language: str
) -> list[dict[str, Any]]:
    """Return the agreements of a pair with what was coded of them.

    Parameters
    ----------
    tables, first, second
        As in `between`.
    labels
        Words of the provisions that are told, by their name in the data.
    language
        For lists.

    Returns
    -------
    list of dict
        ``year`` (empty where it is not known), ``text_found`` and ``unproved`` (a copy
        of the text was found; neither a copy nor other evidence was),
        ``coded`` (whether its provisions were), ``yes`` and ``no``: provisions, in words.
    """
    provisions = tables.provisions
    found = []
    for row in between(tables, first, second).itertuples():
        own = provisions[provisions["treaty"] == row.treaty]
        answers = dict(zip(own["provision"], own["answer"], strict=True))
        told = {
            answer: [word for name, word in labels.items() if answers.get(name) == answer]
            for answer in ("yes", "no")
        }
        found.append(
            {
                "year": Name("") if pd.isna(row.year) else year_name(int(row.year)),
                "text_found": row.evidence == "copy",
                "unproved": row.evidence == "none",
                "coded": bool(answers),
                **{answer: Name(forms.listed(words, language)) for answer, words in told.items()},
            }
        )
    return found
