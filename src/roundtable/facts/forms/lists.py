"""Lists of names or words in a sentence."""

from collections.abc import Iterable

from babel.lists import format_list

# British rules: the editorial style of the United Nations has no comma before the last "and".
_LOCALES = {"en": "en_GB"}


def listed(words: Iterable[str], language: str) -> str:
    """Join names or words as a sentence of the language does.

    Examples
    --------
    >>> listed(["Egypt", "Jordan", "Lebanon"], "en"), listed(["Egypt"], "en"), listed([], "en")
    ('Egypt, Jordan and Lebanon', 'Egypt', '')
    """
    return format_list(list(words), locale=_LOCALES.get(language, language))
