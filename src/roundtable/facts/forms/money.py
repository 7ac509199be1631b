"""Amounts of US dollars."""

from roundtable.facts.forms.numbers import number
from roundtable.facts.forms.words import WORDS


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
    shown = number(amount, language, digits=digits, trimmed=True)
    return words["about"].format(words["dollars"].format(words[word].format(shown)))
