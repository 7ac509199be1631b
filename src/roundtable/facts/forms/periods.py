"""Periods by their first and last year."""

from roundtable.facts.forms.words import WORDS


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
