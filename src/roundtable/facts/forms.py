"""How numbers are printed: rounded to what they carry, in the words of a language.

English is the one language yet; another one adds its words to `WORDS` and, where its
grammar differs, its own form.
"""

from collections.abc import Callable
from typing import Any

from babel.numbers import format_decimal

WORDS = {
    "en": {
        "none": "no estimate",
        "no": "no",
        "about": "about {}",
        "million": "{} million",
        "billion": "{} billion",
        "dollars": "US${}",
        "since": "since {}",
        "in_year": "in {}",
        "period": "from {} to {}",
        "less": "less than {}",
        "more": "more than {}",
        "fewer_than_one": "fewer than one",
        "nobody": "none",
        "times": "{} times",
    }
}

FRACTIONS = {
    "en": {
        1 / 10: "one in ten",
        1 / 6: "one in six",
        1 / 5: "one in five",
        1 / 4: "a quarter",
        1 / 3: "a third",
        2 / 5: "two in five",
        1 / 2: "half",
        3 / 5: "three in five",
        2 / 3: "two thirds",
        3 / 4: "three quarters",
        4 / 5: "four in five",
        9 / 10: "nine in ten",
    }
}
FRACTION_TOLERANCE = 0.015

PARTS = (1 / 4, 1 / 3, 1 / 2, 2 / 3, 3 / 4)
"""Fractions by which a number grows or shrinks; it does not shrink "by one in six"."""

ORDINALS = {"en": ("", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")}

COUNTS = {
    "en": (
        *("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
        *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"),
    )
}


for _language in WORDS:
    # Babel reads a language's separators from its files when they are first used.
    format_decimal(0, locale=_language)


def number(value: float, language: str, *, digits: int = 0) -> str:
    """Print a number with the separators of a language.

    Examples
    --------
    >>> number(44709, "en")
    '44,709'
    >>> number(2.5, "en", digits=1)
    '2.5'
    """
    places = "." + "0" * digits if digits else ""
    return format_decimal(round(value, digits), format=f"#,##0{places}", locale=language)


def people(value: float | None, language: str) -> str:
    """Print a number of people without false precision: three significant figures.

    Examples
    --------
    >>> [people(n, "en") for n in (44709, 11279561, 690, 13, 0, None)]
    ['about 44,700', 'about 11.3 million', 'about 690', '13', 'no', 'no estimate']
    """
    words = WORDS[language]
    if value is None:
        return words["none"]
    if value == 0:
        return words["no"]
    if value < 100:
        return number(value, language)
    if value >= 999_500:
        millions = value / 1e6
        digits = 2 if millions < 10 else 1 if millions < 100 else 0
        # Trailing zeros would promise a precision that a round million does not have.
        shown = format_decimal(round(millions, digits), format="#,##0.##", locale=language)
        return words["about"].format(words["million"].format(shown))
    step = 10 ** (len(str(int(value))) - 3) if value >= 1000 else 10
    rounded = round(value / step) * step
    return words["about"].format(number(rounded, language))


def dollars(value: float | None, language: str) -> str:
    """Print an amount of US dollars: three significant figures, two below ten.

    Examples
    --------
    >>> [dollars(v, "en") for v in (52_595e6, 1.4e6, 93_000, 120, None)]
    ['about US$52.6 billion', 'about US$1.4 million', 'about US$93,000',
     'less than US$1,000', 'no estimate']
    """
    words = WORDS[language]
    if value is None:
        return words["none"]
    if value < 1000:
        return words["less"].format(words["dollars"].format(number(1000, language)))
    if value < 999_500:
        step = 10 ** max(len(str(int(value))) - 3, 0)
        return words["about"].format(
            words["dollars"].format(number(round(value / step) * step, language))
        )
    size, word = (1e9, "billion") if value >= 999.5e6 else (1e6, "million")
    amount = value / size
    digits = 1 if amount < 99.95 else 0
    shown = format_decimal(round(amount, digits), format="#,##0.#", locale=language)
    return words["about"].format(words["dollars"].format(words[word].format(shown)))


def years(start: int | None, end: int | None, language: str) -> str:
    """Print a period by its first and last year, or by the first alone where it lasts.

    Examples
    --------
    >>> years(1715, 1810, "en"), years(2007, None, "en"), years(1962, 1962, "en")
    ('from 1715 to 1810', 'since 2007', 'in 1962')
    """
    words = WORDS[language]
    if start is None:
        return words["none"]
    if end is None:
        return words["since"].format(start)
    return words["in_year"].format(start) if start == end else words["period"].format(start, end)


def at_least(value: float | None, language: str) -> str:
    """Print a number that a document gives as exceeded.

    Examples
    --------
    >>> at_least(1_000_000, "en")
    'more than 1 million'
    """
    words = WORDS[language]
    if value is None:
        return words["none"]
    millions = format_decimal(value / 1e6, format="#,##0.##", locale=language)
    return words["more"].format(words["million"].format(millions))


def stated_dollars(value: float | None, language: str) -> str:
    """Print an amount of millions of US dollars as a document states it.

    Examples
    --------
    >>> stated_dollars(450_000_000, "en")
    'US$450 million'
    """
    words = WORDS[language]
    if value is None:
        return words["none"]
    millions = format_decimal(value / 1e6, format="#,##0.##", locale=language)
    return words["dollars"].format(words["million"].format(millions))


def count(value: int | None, language: str) -> str:
    """Print a small number in words.

    Examples
    --------
    >>> count(7, "en"), count(17, "en"), count(None, "en")
    ('seven', '17', 'no estimate')
    """
    if value is None:
        return WORDS[language]["none"]
    return COUNTS[language][value] if value < len(COUNTS[language]) else number(value, language)


DASH = "\N{EN DASH}"
"""Stands in tables where there is no estimate."""


def exact(value: float | None, language: str, *, digits: int = 0) -> str:
    """Print a number for a table as the source has it; a dash where there is no estimate."""
    return DASH if value is None or value != value else number(value, language, digits=digits)


def decimal(value: float | None, language: str) -> str:
    """Print a number with one decimal.

    Examples
    --------
    >>> decimal(3.906, "en")
    '3.9'
    """
    return WORDS[language]["none"] if value is None else number(value, language, digits=1)


def decimal_two(value: float | None, language: str) -> str:
    """Print a coefficient with two decimals.

    Examples
    --------
    >>> decimal_two(0.7337, "en")
    '0.73'
    """
    return WORDS[language]["none"] if value is None else number(value, language, digits=2)


def percent(value: float | None, language: str) -> str:
    """Print a share: whole percents from 10% on, one decimal below.

    Examples
    --------
    >>> [percent(v, "en") for v in (0.391, 0.0345, 0.0005, 1.0, 0.9991, None)]
    ['39%', '3.5%', 'less than 0.1%', '100%', 'more than 99.9%', 'no estimate']
    """
    words = WORDS[language]
    if value is None:
        return words["none"]
    # A rate of change may be negative: it is rounded like a rise of the same size.
    size = abs(value)
    if 0 < size < 0.001:
        return words["less"].format(number(0.1, language, digits=1) + "%")
    if 0.999 < size < 1:
        return words["more"].format(number(99.9, language, digits=1) + "%")
    one_decimal = 0 < size < 0.0995 or 0.99 < size < 1
    return number(100 * value, language, digits=1 if one_decimal else 0) + "%"


def fraction(value: float | None, language: str) -> str:
    """Print a share in words where a simple fraction is near, else in percent.

    Examples
    --------
    >>> [fraction(v, "en") for v in (0.199, 0.25, 0.391, 0.66)]
    ['about one in five', 'a quarter', 'about two in five', 'about two thirds']
    >>> fraction(0.03, "en")
    '3.0%'
    """
    if value is None:
        return WORDS[language]["none"]
    near, words = min(FRACTIONS[language].items(), key=lambda item: abs(item[0] - value))
    if abs(near - value) > FRACTION_TOLERANCE:
        return percent(value, language)
    return words if abs(near - value) < 0.0005 else WORDS[language]["about"].format(words)


def per_thousand(value: float | None, language: str) -> str:
    """Print persons per 1,000 inhabitants, in words a sentence can hold.

    Examples
    --------
    >>> [per_thousand(v, "en") for v in (35.17, 2.62, 0.655, 0)]
    ['35', '2.6', 'fewer than one', 'none']
    """
    words = WORDS[language]
    if value is None:
        return words["none"]
    if value == 0:
        return words["nobody"]
    if value < 0.95:
        return words["fewer_than_one"]
    return number(value, language, digits=0 if value >= 10 else 1)


def small(value: float | None, language: str) -> str:
    """Print a rate in a table: one decimal, and never zero for what is not zero.

    Examples
    --------
    >>> [small(v, "en") for v in (35.17, 0.655, 0.024, 0, None)]
    ['35.2', '0.7', '< 0.1', '0.0', '–']
    """  # noqa: RUF002
    if value is not None and 0 < value < 0.05:
        return f"< {number(0.1, language, digits=1)}"
    return exact(value, language, digits=1)


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


def rank(value: int | None, language: str) -> str:
    """Print a rank in front of "largest".

    Examples
    --------
    >>> rank(1, "en"), rank(2, "en"), rank(12, "en"), rank(23, "en")
    ('largest', 'second largest', '12th largest', '23rd largest')
    """
    if value is None:
        return WORDS[language]["none"]
    words = ORDINALS[language]
    if value <= len(words):
        return f"{words[value - 1]} largest".strip()
    ending = {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{'th' if value % 100 in (11, 12, 13) else ending} largest"


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


def percent_exact(value: float | None, language: str) -> str:
    """Print a share with one decimal, as a document gives it.

    Examples
    --------
    >>> percent_exact(0.827, "en"), percent_exact(0.038, "en")
    ('82.7%', '3.8%')
    """
    return (
        WORDS[language]["none"] if value is None else f"{number(100 * value, language, digits=1)}%"
    )
