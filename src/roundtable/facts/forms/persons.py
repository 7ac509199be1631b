"""Numbers of people, and rates to 1,000 inhabitants."""

from roundtable.facts.forms.numbers import number
from roundtable.facts.forms.words import WORDS


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
        shown = number(millions, language, digits=digits, trimmed=True)
        return words["about"].format(words["million"].format(shown))
    step = 10 ** (len(str(int(value))) - 3) if value >= 1000 else 10
    rounded = round(value / step) * step
    return words["about"].format(number(rounded, language))


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
    millions = number(value / 1e6, language, digits=2, trimmed=True)
    return words["more"].format(words["million"].format(millions))


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
