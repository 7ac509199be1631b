"""Students and money of the governments that prepare the session, side by side."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from roundtable import places
from roundtable.briefing.paper.governments import of_governments
from roundtable.briefing.paper.parts import Parts
from roundtable.facts import Fact, forms
from roundtable.tables import Table

Form = Callable[[float | None, str], str]

COLUMNS: dict[str, Form] = {
    "students-abroad-list": forms.exact,
    "students-inbound": forms.exact,
    "received-of-gdp": forms.percent,
    "paid-of-gdp": forms.percent,
}
"""Facts of a briefing on new trends that make the columns, and how cells are printed."""


def table(
    parts: Parts, *, labels: Mapping[str, Any], caption: str, note: str, language: str
) -> tuple[pd.DataFrame, Table]:
    """Return students abroad and from abroad, and remittances received and paid.

    Parameters
    ----------
    parts
        The themes' briefings.
    labels
        Words of tables.
    caption, note
        Words above and below.
    language
        Language of the figures.

    Returns
    -------
    tuple of DataFrame and Table
        Rows ``place`` and, for each column of `COLUMNS`, its value (persons, or a share of GDP)
        and its year, in the order of names.
    """
    rows, cells = [], []
    for code, part in of_governments(parts, "new_trends"):
        facts = [part.fact(id) for id in COLUMNS]
        rows.append((code, *(item for fact in facts for item in (fact.value, _year(fact)))))
        printed = (
            _cell(fact, form, language) for fact, form in zip(facts, COLUMNS.values(), strict=True)
        )
        cells.append((places.place(code).name, *printed))
    columns = [name.replace("-", "_") + end for name in COLUMNS for end in ("", "_year")]
    head = tuple(labels["paper"]["exchanges"])
    shown = Table(id="exchanges", caption=caption, head=head, rows=tuple(cells), note=note)
    return pd.DataFrame(rows, columns=["place", *columns]), shown


def _year(fact: Fact) -> int | None:
    year = fact.arguments["year"]
    return None if fact.value is None or year is None else int(year)


def _cell(fact: Fact, form: Form, language: str) -> str:
    """Print a figure with its year: the columns are of several."""
    if fact.value is None:
        return forms.DASH
    return f"{form(fact.value, language)} ({_year(fact)})"
