"""Of what a fact is, in names of places."""

from collections.abc import Mapping
from typing import Any

from roundtable import places
from roundtable.errors import ParameterError
from roundtable.places import spaces

_PLACES = ("place", "origin", "destination", "numerator", "denominator", "partner")


def subject(fact: Mapping[str, Any]) -> str:
    """Name the places that a fact is about, as its arguments have them.

    Parameters
    ----------
    fact
        Entry of ``facts.json``.

    Returns
    -------
    str
        ``France``, ``Mauritius → France``; empty where the arguments name none.

    Examples
    --------
    >>> subject({"arguments": {"origin": "MUS", "destination": "FRA", "year": 2020}})
    'Mauritius → France'
    >>> subject({"arguments": {"year": 2020}})
    ''
    """
    given = fact["arguments"]
    names = [_place(given[key]) for key in _PLACES if isinstance(given.get(key), str)]
    if not names and given.get("space") in spaces.every():
        names = [spaces.every()[given["space"]].name]
    return " → ".join(names)


def phrase(code: str) -> str:
    """Name a place as running text does; a code of no country or area stands for itself.

    Examples
    --------
    >>> phrase("ARE"), phrase("WLD")
    ('the United Arab Emirates', 'WLD')
    """
    found = _found(code)
    return found.phrase if found else code


def _place(code: str) -> str:
    found = _found(code)
    return found.name if found else code


def _found(code: str) -> places.Place | None:
    try:
        return places.place(code)
    except ParameterError:
        return None
