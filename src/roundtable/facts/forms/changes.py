"""Two figures set against each other: ratios, and changes as verbs."""

from collections.abc import Callable
from typing import Any

from roundtable.facts.forms.numbers import number
from roundtable.facts.forms.shares import FRACTION_TOLERANCE, fraction, percent
from roundtable.facts.forms.words import WORDS

PARTS = (1 / 4, 1 / 3, 1 / 2, 2 / 3, 3 / 4)
"""Fractions by which a number grows or shrinks; it does not shrink "by one in six"."""


def times(value: float | None, language: str) -> str:
    """Print a ratio.

    Examples
    --------
    >>> times(5.26, "en"), times(13.2, "en"), times(0.04, "en")
    ('5.3 times', '13 times', '0.04 times')
    """
    words = WORDS[language]
    if value is None:
        return words["none"]
    digits = 0 if value >= 10 else 1 if value >= 1 else 2
    return words["times"].format(number(value, language, digits=digits))


def change(value: float | None, language: str) -> str:
    """Print a ratio of two stocks as a verb: grew, shrank, hardly changed.

    Examples
    --------
    >>> [change(v, "en") for v in (1.664, 2.0, 1.12, 0.5, 1.01, 7.2)]
    ['grew by about two thirds', 'doubled', 'grew by 12%', 'halved', 'hardly changed',
     'grew 7.2-fold']
    >>> change(0.833, "en")
    'shrank by 17%'
    """
    if value is None:
        return WORDS[language]["none"]
    if abs(value - 1) < 0.02:
        return "hardly changed"
    for factor, verb in ((2, "doubled"), (3, "tripled"), (0.5, "halved")):
        if abs(value / factor - 1) < 0.01:
            return verb
        if abs(value / factor - 1) < 0.04:
            return f"about {verb}"
    if value > 2:
        return f"grew {number(value, language, digits=0 if value >= 10 else 1)}-fold"
    by = abs(value - 1)
    plain = any(abs(by - part) <= FRACTION_TOLERANCE for part in PARTS)
    shown = fraction(by, language) if plain else None
    verb = "grew by" if value > 1 else "shrank by"
    return f"{verb} {shown or percent(by, language)}"


def change_in_figures(value: float | None, language: str) -> str:
    """Print a ratio of two stocks as a verb with a figure, to stand beside another such figure.

    Examples
    --------
    >>> [change_in_figures(v, "en") for v in (3.3, 2.96, 0.83, 1.66, 1.01)]
    ['grew 3.3-fold', 'grew 3.0-fold', 'shrank by 17%', 'grew by 66%', 'hardly changed']
    """
    if value is None or abs(value - 1) < 0.02:
        return change(value, language)
    if value >= 2:
        return f"grew {number(value, language, digits=0 if value >= 10 else 1)}-fold"
    verb = "grew by" if value > 1 else "shrank by"
    return f"{verb} {percent(abs(value - 1), language)}"


def alike(one: float | None, other: float | None, language: str) -> Callable[[Any, str], str]:
    """Choose the form in which two changes over the same years stand beside each other.

    Words for one and a figure for the other, as in "about tripled" and "grew 3.3-fold", make a
    reader compute: two that differ are both words or both figures.

    Examples
    --------
    >>> alike(2.96, 3.3, "en") is change_in_figures, alike(1.66, 1.33, "en") is change
    (True, True)
    """
    shown = [change(value, language) for value in (one, other) if value is not None]
    worded = {not any(sign.isdigit() for sign in text) for text in shown}
    return change_in_figures if len(worded) > 1 else change
