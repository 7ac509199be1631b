"""How published and recomputed figures are printed."""

from collections.abc import Callable
from datetime import date

from babel.dates import format_date

from roundtable.claims.model import Claim, Published
from roundtable.facts import forms

Form = Callable[[float, str], str]


def _count(value: float, language: str) -> str:
    return forms.number(value, language)


def _ordinal(value: float, language: str) -> str:
    """Print a rank as a number.

    Examples
    --------
    >>> [_ordinal(value, "en") for value in (1, 2, 11, 23)]
    ['1st', '2nd', '11th', '23rd']
    """
    place = int(value)
    ending = {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{'th' if place % 100 in (11, 12, 13) else ending}"


def _day(value: float, language: str) -> str:
    """Print a date that is written as one number: a day, a month or a year.

    Examples
    --------
    >>> _day(20080923, "en"), _day(200607, "en"), _day(2008, "en")
    ('23 September 2008', 'July 2006', '2008')
    """
    digits = str(int(value))
    form = {4: "yyyy", 6: "MMMM yyyy", 8: "d MMMM yyyy"}[len(digits)]
    year, month, day = int(digits[:4]), int(digits[4:6] or 1), int(digits[6:] or 1)
    return format_date(date(year, month, day), form, locale=language)


def _ratio(value: float, language: str) -> str:
    return forms.number(value, language, digits=2 if value < 10 else 0)


def _share(value: float, language: str) -> str:
    """Print a share with one decimal, where it has one.

    Examples
    --------
    >>> _share(0.4, "en"), _share(0.537, "en"), _share(0.667, "en")
    ('40%', '53.7%', '66.7%')
    """
    percents = round(100 * value, 1)
    return forms.number(percents, language, digits=0 if percents == int(percents) else 1) + "%"


FORMS: dict[str, Form] = {
    "people": forms.people,
    "more-than": forms.at_least,
    "share": _share,
    "count": _count,
    "number": _count,
    "rank": _ordinal,
    "date": _day,
    "money": _count,
    "years": _count,
}
"""By `Published.form`."""

BY_UNIT: dict[str, Form] = {
    "persons": forms.people,
    "share": forms.percent_exact,
    "count": _count,
    "rank": _ordinal,
    "ratio": _ratio,
    "years": _count,
    "shekels": _count,
    "date": _day,
}
"""By the unit of a measure."""


def published(said: Published, language: str) -> str:
    """Print a figure as its document has it: the number, or the words.

    Examples
    --------
    >>> published(Published(value=0.827, form="share"), "en")
    '82.7%'
    """
    if said.words:
        return said.words
    return FORMS[said.form](said.value, language)


def bound(said: Published, language: str) -> str:
    """Print the number that words are read as; empty where nothing is read."""
    return FORMS[said.form](said.value, language) if said.reading else ""


def recomputed(claim: Claim, value: float | None, language: str) -> str:
    """Print a recomputed figure by its unit; a dash where there is none."""
    if value is None:
        return forms.DASH
    exact = claim.published.form == "count" and claim.recomputed.value_unit == "persons"
    form = _count if exact and value < 1e6 else BY_UNIT[claim.recomputed.value_unit]
    return form(value, language)
