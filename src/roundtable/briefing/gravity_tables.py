"""The tables about the gravity estimate: its terms, and the corridors that are far from it."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd

from roundtable import places
from roundtable.briefing.country import Country
from roundtable.facts import forms
from roundtable.indicators import expected
from roundtable.tables import Table

Labels = dict[str, Any]
Line = Callable[[str], str]

PUBLISHED = "head-mayer-2014"
"""The document whose means are set beside the estimate."""


def estimate_terms(c: Country, labels: Labels, line: Line) -> tuple[pd.DataFrame, Table]:
    """Return the coefficients with their errors and what is published, as rows and as a table.

    ``times`` is what a term multiplies the people of a corridor by: of the distance, what twice
    the distance does.

    Parameters
    ----------
    c
        The country; gives the language.
    labels
        Labels of the language.
    line
        Renders a section of the words as plain text.

    Returns
    -------
    tuple of DataFrame and Table
        Rows ``term, coefficient, error, times, literature``, one for each of `expected.TERMS`; the
        last is missing where nothing is published.
    """
    gravity = expected.read()
    values = [gravity.coefficients[term] for term in expected.TERMS]
    steps = [np.log(2) if term == "log_distance" else 1.0 for term in expected.TERMS]
    frame = pd.DataFrame(
        {
            "term": expected.TERMS,
            "coefficient": values,
            "error": [gravity.errors[term] for term in expected.TERMS],
            "times": np.exp(np.array(values) * steps).round(2),
            "literature": expected.published()["coefficient"].reindex(expected.TERMS).tolist(),
        }
    )
    words = labels["gravity"]
    table = Table(
        id="gravity-terms",
        caption=line("gravity-terms-caption"),
        head=tuple(words[name] for name in frame.columns),
        rows=tuple(
            (
                words["terms"][row.term],
                signed(row.coefficient, c.language, digits=2),
                forms.exact(row.error, c.language, digits=2),
                forms.exact(row.times, c.language, digits=1),
                forms.DASH
                if np.isnan(row.literature)
                else signed(row.literature, c.language, digits=1),
            )
            for row in frame.itertuples()
        ),
        note=line("gravity-terms-note"),
    )
    return frame, table


def signed(value: float, language: str, *, digits: int) -> str:
    """Print a number, a negative one with a minus sign.

    Parameters
    ----------
    value
        The number.
    language
        Of the words.
    digits
        Decimal places.

    Examples
    --------
    >>> signed(-0.734, "en", digits=2), signed(0.957, "en", digits=2)
    ('−0.73', '0.96')
    """  # noqa: RUF002
    sign = "\N{MINUS SIGN}" if value < 0 else ""
    return sign + forms.exact(abs(value), language, digits=digits)


def against_expected(
    c: Country, beyond: pd.DataFrame, labels: Labels, line: Line
) -> tuple[pd.DataFrame, Table]:
    """Return the corridors farthest from what the model expects, as rows and as a table.

    Parameters
    ----------
    c
        The country; gives the language.
    beyond
        As from `gravity_facts.compared`.
    labels
        Labels of the language.
    line
        Renders a section of the words as plain text.

    Returns
    -------
    tuple of DataFrame and Table
        Rows ``people, side, partner, persons, expected`` (persons) and ``ratio``, in the order of
        `beyond`.
    """
    words = labels["history"]
    frame = beyond.assign(
        persons=beyond["both"].astype(int), expected=beyond["expected"].round().astype(int)
    )[["people", "side", "partner", "persons", "expected", "ratio"]]
    table = Table(
        id="against-expected",
        caption=line("against-expected-caption"),
        head=(
            words["partner"],
            words["direction"],
            words["persons"],
            words["model"],
            words["times"],
        ),
        rows=tuple(
            (
                places.place(row.partner).name,
                words[row.people],
                forms.exact(row.persons, c.language),
                forms.exact(float(f"{row.expected:.3g}"), c.language),
                forms.exact(row.ratio, c.language, digits=1 if row.ratio >= 1 else 2),
            )
            for row in frame.itertuples()
        ),
        note=line("against-expected-note"),
    )
    return frame, table
