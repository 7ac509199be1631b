"""Shares: in percent, or in words where a simple fraction is near."""

from roundtable.facts.forms.numbers import number
from roundtable.facts.forms.words import WORDS

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
