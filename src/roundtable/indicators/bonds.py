"""What binds two countries before anybody moves: a border, a past, a language.

A corridor that none of these explains runs beyond geography and history. The bonds do not
exclude each other: Brazil and Bolivia share a border, Brazil and Portugal a past and a language.
"""

import pandas as pd

from roundtable.indicators import links
from roundtable.places import ties

BONDS = ("territory", "neighbour", "colonial", "recruitment", "ancestry", "other tie", "language")
"""Kinds of bonds, in the order in which they are told."""

_NAMED = {
    **dict.fromkeys(ties.COLONIAL, "colonial"),
    **{kind: kind for kind in ("territory", "recruitment", "ancestry")},
}


def bonds(
    pairs: pd.DataFrame, *, origin: str, destination: str, year: int
) -> tuple[str, ...] | None:
    """Return what binds the two ends of a corridor.

    Parameters
    ----------
    pairs
        The table ``pairs``: land borders and official languages.
    origin, destination
        ISO 3166 codes.
    year
        Ties that began later do not count.

    Returns
    -------
    tuple of str, or None
        Members of `BONDS`: a land border, a tie of ``data/ties.csv`` of any kind, a common
        official language. Empty: the corridor runs beyond them. None: nothing is found, but
        the languages of the pair are not known.
    """
    setting = links.setting(pairs, origin=origin, destination=destination)
    found = {
        _NAMED.get(tie.kind, "other tie") for tie, _ in ties.between(origin, destination, on=year)
    }
    if setting and setting.contiguous:
        found.add("neighbour")
    if setting and setting.official_language:
        found.add("language")
    if not found and (setting is None or setting.official_language is None):
        return None
    return tuple(bond for bond in BONDS if bond in found)
