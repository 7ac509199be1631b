"""Places named one by one, by a bloc or by a region: one word for each group."""

from collections.abc import Iterable
from functools import lru_cache

from roundtable.errors import did_you_mean
from roundtable.places import blocs
from roundtable.places.names import countries, table


def codes_of(words: Iterable[str], *, on: int) -> frozenset[str]:
    """Return the places that words name together.

    Parameters
    ----------
    words
        ISO 3166 alpha-3 codes, ids of blocs, and names of regions or subregions as
        ``places.csv`` has them.
    on
        Year whose members of a bloc count.

    Returns
    -------
    frozenset of str
        ISO 3166 alpha-3 codes.

    Examples
    --------
    >>> sorted(codes_of(["MLI", "ca-4"], on=2010))
    ['GTM', 'HND', 'MLI', 'NIC', 'SLV']
    >>> "EGY" in codes_of(["Northern Africa"], on=2010)
    True
    """
    found: set[str] = set()
    for word in words:
        if word in _regions():
            found |= _regions()[word]
        elif word in blocs.every():
            found |= blocs.members(word, on=on)
        else:
            found.add(word)
    return frozenset(found)


def problem_with_group(word: object) -> str:
    """Say what is wrong with a word for a group, or return an empty string.

    Examples
    --------
    >>> problem_with_group("ecowas")
    ''
    >>> problem_with_group("Afrika")
    "'Afrika' is no country's code, bloc or region. Did you mean 'Africa'?"
    """
    known = [*countries(), *blocs.every(), *_regions()]
    if word in known:
        return ""
    return f"{word!r} is no country's code, bloc or region." + did_you_mean(word, known)


@lru_cache(maxsize=1)
def _regions() -> dict[str, frozenset[str]]:
    """Return the places of each region and subregion."""
    rows = table()
    found: dict[str, set[str]] = {}
    for column in ("region", "subregion"):
        for code, name in zip(rows.index.tolist(), rows[column].tolist(), strict=True):
            if name:
                found.setdefault(name, set()).add(code)
    return {name: frozenset(codes) for name, codes in found.items()}
