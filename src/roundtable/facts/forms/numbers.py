"""Plain numbers: separators and decimals of a language, small counts and ranks in words."""

from functools import lru_cache

from babel import Locale
from babel.numbers import NumberPattern, parse_pattern

from roundtable.facts.forms.words import WORDS

DASH = "\N{EN DASH}"
"""Stands in tables where there is no estimate."""

COUNTS = {
    "en": (
        *("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
        *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"),
    )
}

ORDINALS = {"en": ("", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")}


@lru_cache
def _locale(language: str) -> Locale:
    return Locale.parse(language)


for _language in WORDS:
    # Babel reads a language's separators from its files when they are first used.
    parse_pattern("0").apply(0, _locale(_language))


@lru_cache
def _pattern(digits: int, digit: str) -> NumberPattern:
    return parse_pattern("#,##0." + digit * digits if digits else "#,##0")


# A briefing prints the same figures in text, tables, charts and notes.
@lru_cache(maxsize=8192)
def number(value: float, language: str, *, digits: int = 0, trimmed: bool = False) -> str:
    """Print a number with the separators of a language, and with a minus sign below zero.

    Parameters
    ----------
    value
        Finite.
    language
        Of `words.WORDS`.
    digits
        Decimals to which it is rounded.
    trimmed
        Whether zeros at the end are left out.

    Examples
    --------
    >>> number(44709, "en")
    '44,709'
    >>> number(2.5, "en", digits=1)
    '2.5'
    >>> number(2, "en", digits=1), number(2, "en", digits=1, trimmed=True)
    ('2.0', '2')
    """
    # As `babel.numbers.format_decimal`, which reads the language and the pattern at every call.
    pattern = _pattern(digits, "#" if trimmed else "0")
    printed = pattern.apply(round(value, digits), _locale(language))
    return printed.replace("-", "\N{MINUS SIGN}")


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
