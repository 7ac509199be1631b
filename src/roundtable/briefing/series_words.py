"""Units and words of the series behind tables and charts: what a reader sees for a code or id."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from roundtable import places
from roundtable.facts import Series
from roundtable.places import OTHERS

UNITS = {
    **dict.fromkeys(
        (
            *("persons", "persons_common", "persons_other", "before", "after", "expected"),
            *("part_out", "whole_out", "part_in", "whole_in", "refugees", "students"),
            *("immigrants_persons", "emigrants_persons", "immigrants_fled", "emigrants_fled"),
            *("balance_before", "balance_after"),
        ),
        "persons",
    ),
    **dict.fromkeys(
        (
            *("share", "share_of_women", "share_of_emigrants", "share_of_immigrants"),
            *("emigrants", "immigrants", "immigrants_share", "emigrants_share"),
            *("immigrants_tied", "emigrants_tied", "unknown"),
            *("of_immigrants", "of_emigrants", "of_members"),
        ),
        "share",
    ),
    **dict.fromkeys(("percent", "percent_of_gdp"), "percent"),
    **dict.fromkeys(("year", "start", "end"), "year"),
    **dict.fromkeys(("ratio", "income_ratio", "times"), "ratio"),
    "distance": "kilometres",
}
"""Units of the columns of tables and charts, by the name of the column."""

PLACES = ("code", "origin", "destination", "place", "partner")
"""Columns whose cells are codes of countries or areas."""

_CORRIDOR = re.compile(r"([A-Z]{3})-([A-Z]{3})")
_EDITION = re.compile(r"undesa-(\d{4})")


def values(series: Iterable[Series], labels: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Return the words that stand for the codes and ids in the cells of series.

    Parameters
    ----------
    series
        Tables and charts that a briefing shows.
    labels
        Labels of the briefing's language.

    Returns
    -------
    dict
        Words by column and cell. Cells that are words already, and columns that hold none but
        those, are left out.
    """
    found: dict[str, dict[str, str]] = {}
    for item in series:
        for column, cells in item.frame.items():
            for cell in {cell: None for cell in cells.tolist() if isinstance(cell, str)}:
                word = _word(str(column), cell, labels)
                if word != cell:
                    found.setdefault(str(column), {})[cell] = word
    return found


def _word(column: str, cell: str, labels: Mapping[str, Any]) -> str:
    """Say a cell in words; a cell that no rule knows stays as it is."""
    if column == "edition":
        edition = _EDITION.match(cell)
        name = labels["edition"].format(edition[1]) if edition else labels["chart"]["world_bank"]
        return str(name)
    if column in PLACES:
        return _place(cell, labels)
    ends = _CORRIDOR.fullmatch(cell) if column == "corridor" else None
    if ends:
        return " → ".join(_place(end, labels) for end in ends.groups())
    told = {"kind": labels["kinds"], "class": labels["ties"]} | labels["values"]
    return str(told.get(column, {}).get(cell, cell))


def _place(cell: str, labels: Mapping[str, Any]) -> str:
    if cell == OTHERS:
        return str(labels["chart"]["others"])
    known = cell.isupper() and not places.problem_with(cell)
    return places.place(cell).name if known else cell
