"""Results of partnerships as facts: figures as a document prints them, and the way back."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from roundtable.errors import RoundtableError
from roundtable.facts import Fact, forms
from roundtable.register.citing import Passage
from roundtable.register.entry import Partnership
from roundtable.register.parts import Result
from roundtable.register.reading import every

INDICATOR = "published_result"
"""Name of the indicator: nothing is computed, the figure is looked up."""

_MONEY = {"EUR": "€", "USD": "US$", "ILS": "ILS ", "CAD": "CA$"}


def result_fact(
    entry: Partnership, result: Result, *, passages: Mapping[str, Passage], language: str
) -> Fact:
    """Make the fact of one result, of the kind *published*.

    Parameters
    ----------
    entry, result
        The partnership and one of its results.
    passages
        All passages by id: they give document and place.
    language
        Language in which the figure is printed.

    Returns
    -------
    Fact
        Its id is ``<entry>-<result>``.
    """
    period = f" ({result.period})" if result.period else ""
    return Fact(
        id=f"{entry.id}-{result.id}",
        value=result.value,
        unit=result.unit,
        printed={language: printed(result, language)},
        indicator=INDICATOR,
        definition=f"{entry.short}: {result.what}{period}, as published",
        arguments={"entry": entry.id, "result": result.id},
        sources=tuple(dict.fromkeys(source.ref(passages) for source in result.sources)),
        kind="published",
    )


def printed(result: Result, language: str) -> str:
    """Print a figure as documents do: exactly, and millions of money in words.

    Examples
    --------
    >>> from roundtable.register.citing import Source
    >>> def a_result(value, unit):
    ...     where = Source(document="a", where="b")
    ...     return Result(id="a", value=value, unit=unit, what="abc", sources=[where])
    >>> [printed(a_result(*given), "en") for given in ((41816, "persons"), (4e6, "EUR"))]
    ['41,816', '€4 million']
    """
    value, sign = result.value, _MONEY.get(result.unit, "")
    if result.unit == "share":
        return f"{forms.number(100 * value, language, digits=_digits(100 * value))}%"
    if sign and value >= 1e6:
        words = forms.WORDS[language]["million"]
        millions = value / 1e6
        return sign + words.format(forms.number(millions, language, digits=_digits(millions)))
    return sign + forms.number(value, language, digits=_digits(value))


def _digits(value: float) -> int:
    """Return the decimals that a figure is printed with: those it has, two at most."""
    return next(digits for digits in (0, 1, 2) if digits == 2 or round(value, digits) == value)


def rows_of(arguments: Mapping[str, Any]) -> tuple[str, pd.DataFrame]:
    """Return the file of a result and where its documents print it.

    Parameters
    ----------
    arguments
        Arguments of its fact: ``entry`` and ``result``.

    Returns
    -------
    tuple of str and DataFrame
        The file, and a row for each source: ``value, unit, what, period, document, where,
        passage``.

    Raises
    ------
    RoundtableError
        If the register has no such result any more.
    """
    register = every()
    entry = register.entries.get(arguments["entry"])
    found = [item for item in entry.results if item.id == arguments["result"]] if entry else []
    if entry is None or not found:
        raise RoundtableError(
            f"The register has no result '{arguments['result']}' of '{arguments['entry']}' any "
            "more. Build the briefing again."
        )
    (result,) = found
    rows = []
    for source in result.sources:
        ref = source.ref(register.passages)
        rows.append(
            {
                "value": result.value,
                "unit": result.unit,
                "what": result.what,
                "period": result.period,
                "document": register.documents[ref.id].citation,
                "where": ref.where,
                "passage": source.passage or "",
            }
        )
    return f"data/partnerships/{entry.id}.yml", pd.DataFrame(rows)
