"""Places as sentences say them."""

from roundtable import places
from roundtable.facts import Name


class Spoken:
    """A place with the forms that a sentence needs."""

    def __init__(self, code: str) -> None:
        found = places.place(code)
        self.name = Name(found.name)
        self.phrase = Name(found.phrase)
        self.phrase_capital = Name(capital(found.phrase))


def capital(text: str) -> str:
    """Return a phrase as it begins a sentence.

    Parameters
    ----------
    text
        The phrase; an empty one stays empty.
    """
    return text[:1].upper() + text[1:]
