"""The corridors inside a bloc or circuit as a matrix, and how few hold half of the people."""

from typing import Any

import pandas as pd

from roundtable import places
from roundtable.briefing.space import Space, of_sum
from roundtable.facts import Fact, forms

SIDE = 14
"""Rows and columns at most: more would leave no room for the numbers in the cells."""


def matrix_facts(s: Space) -> list[Fact]:
    """Compute how many of the largest corridors hold half of the people inside.

    Parameters
    ----------
    s
        The space, in its edition and year.

    Returns
    -------
    list of Fact
        ``corridors-half``, in corridors; not known where nobody is inside.
    """
    persons = _inside(s)["both"].sort_values(ascending=False).cumsum()
    half = int((persons < persons.iloc[-1] / 2).sum()) + 1 if len(persons) else None
    return [
        s.fact(
            "corridors-half",
            half,
            forms.count,
            unit="corridors",
            indicator="intra_stock",
            definition="The fewest corridors inside that together hold half of the people on them",
            arguments=s.about,
            **of_sum(half, _inside(s)),
        )
    ]


def matrix(s: Space) -> tuple[pd.DataFrame, list[str], list[str]]:
    """Return the cells of the matrix, and the names of its rows and columns in order.

    Parameters
    ----------
    s
        The space, in its edition and year.

    Returns
    -------
    tuple
        A frame ``origin, destination, persons, printed, short, inside`` with a row a cell, and
        the names of origins and destinations: of a bloc the same, those with most people on
        their corridors first; of a circuit each side by itself.
    """
    rows = _inside(s)
    origins = _largest(rows, "origin", s.origins)
    destinations = _largest(rows, "destination", s.destinations)
    if s.is_bloc:
        both = rows["both"]
        ends = pd.concat(
            [both.set_axis(rows[end].astype(str)) for end in ("origin", "destination")]
        )
        members = ends.groupby(level=0).sum().sort_values(ascending=False, kind="stable").index
        origins = destinations = [*members][:SIDE]
    known = dict(zip(zip(rows["origin"].astype(str), rows["destination"].astype(str), strict=True),
                     rows["both"].astype(int), strict=True))  # fmt: skip
    inside = set(zip(s.pairs["origin"], s.pairs["destination"], strict=True))
    short = {code: places.place(code).short for code in {*origins, *destinations}}
    cells = [
        {
            "origin": short[origin],
            "destination": short[destination],
            "persons": known.get((origin, destination)),
            "inside": (origin, destination) in inside,
        }
        for origin in origins
        for destination in destinations
    ]
    frame = pd.DataFrame(cells).astype({"persons": "Int64"})
    printed = [_printed(s, value) for value in frame["persons"]]
    frame["printed"], frame["short"] = zip(*printed, strict=True)
    return frame, [short[code] for code in origins], [short[code] for code in destinations]


def _inside(s: Space) -> pd.DataFrame:
    return s.inside_at(edition=s.edition, year=s.year)


def _largest(rows: pd.DataFrame, end: str, codes: list[str]) -> list[str]:
    sums = rows.groupby(rows[end].astype(str))["both"].sum()
    order = sums.sort_values(ascending=False, kind="stable").index
    return [code for code in order if code in codes][:SIDE]


def _printed(s: Space, value: Any) -> tuple[str, str]:
    """Return a number as it is said in full, and in thousands as it fits a cell."""
    if pd.isna(value):
        return forms.DASH, forms.DASH
    thousands = value / 1000
    form = forms.exact if thousands >= 10 else forms.decimal
    short = form(thousands, s.language) if value >= 50 else f"<{forms.decimal(0.1, s.language)}"
    return forms.exact(value, s.language), short
