"""The data behind a figure as a reader sees them: rounded, and in words where the file has codes.

The CSV file beside the page has every figure in full and the codes that programs join by.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from roundtable.facts import forms

_FORMS: dict[str, Callable[[Any, str], str]] = {
    "persons": lambda value, language: forms.exact(value, language),
    "share": forms.percent,
    "percent": lambda value, language: forms.percent(value / 100, language),
    "year": lambda value, _: str(int(value)),
}


class PrintedSeries(NamedTuple):
    """A series as the page prints it.

    Attributes
    ----------
    heads
        The words over each column, and whether it holds numbers.
    rows
        Printed cells.
    """

    heads: tuple[tuple[str, bool], ...]
    rows: tuple[tuple[str, ...], ...]


def printed_series(
    series: Mapping[str, Any], labels: Mapping[str, Any], language: str
) -> PrintedSeries:
    """Print the rows of a series for a reader.

    Parameters
    ----------
    series
        A series of the record: ``columns``, ``units`` by column, and ``rows``.
    labels
        Labels of the page: ``columns``, ``values`` by column and cell, ``no_estimate``.
    language
        Of the page.

    Returns
    -------
    PrintedSeries
        Numbers as their unit is printed everywhere, codes in words. A column whose words open
        every cell of the next ("2024 edition", then "2024 edition, members of today") is left out.

    Examples
    --------
    >>> shares = {"columns": ["edition", "share"], "units": {"share": "share"},
    ...           "rows": [["undesa-2024", 0.3912345678912], ["undesa-2020", None]]}
    >>> names = {"undesa-2024": "2024 edition", "undesa-2020": "2020 edition"}
    >>> labels = {"columns": {"edition": "Edition", "share": "Share"},
    ...           "values": {"edition": names}, "no_estimate": "no figure"}
    >>> printed_series(shares, labels, "en").rows
    (('2024 edition', '39%'), ('2020 edition', 'no figure'))
    """
    columns, units = series["columns"], series["units"]
    printed = []
    for name, cells in zip(columns, zip(*series["rows"], strict=True), strict=True):
        words = labels["values"].get(name, {})
        head = labels["columns"].get(name, name.replace("_", " "))
        numbers = any(_number(cell) for cell in cells)
        shown = tuple(
            labels["no_estimate"]
            if cell is None
            else _printed(cell, units.get(name, ""), language)
            if _number(cell)
            else str(words.get(cell, cell))
            for cell in cells
        )
        printed.append((head, numbers, shown))
    kept = [
        column
        for column, after in zip(printed, [*printed[1:], None], strict=True)
        if after is None or not _repeats(column[2], after[2])
    ]
    return PrintedSeries(
        heads=tuple((head, numbers) for head, numbers, _ in kept),
        rows=tuple(zip(*(shown for *_, shown in kept), strict=True)),
    )


def _number(cell: object) -> bool:
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def _printed(value: float, unit: str, language: str) -> str:
    form = _FORMS.get(unit)
    if form is not None:
        return form(value, language)
    return forms.exact(value, language, digits=0 if value == int(value) else 2)


def _repeats(cells: tuple[str, ...], after: tuple[str, ...]) -> bool:
    return all(there.startswith(cell) for cell, there in zip(cells, after, strict=True))
