"""What sets two countries apart: CEPII's pairs, completed and put right."""

import numpy as np
import pandas as pd

SUCCESSORS = {"SCG": "SRB"}
"""Of which former country of CEPII a place of today has the capital, and so the distances.

What CEPII says of Serbia and Montenegro stands for Serbia too. Its Netherlands Antilles stand for
nobody: Curaçao, Sint Maarten and the other islands lie far apart.
"""

EARTH = 6371.0088
"""Mean radius of the Earth in kilometres (International Union of Geodesy and Geophysics)."""

TOLERANCE = 25
"""Kilometres by which a distance of CEPII may differ from the great circle between the capitals.

CEPII reckons with a larger Earth, which makes at most 22 km; all further differences have their
cause in a capital that has moved (Myanmar) or stands at a wrong place in CEPII's list (Samoa on
the other side of the date line, Conakry, Bogotá, Wellington).
"""

MISPLACED = frozenset({"KNA"})
"""Places whose weighted distances cannot be right.

CEPII puts Saint Kitts and Nevis, 30 km long, at a weighted distance of 540 km from Anguilla and
of 530 km from Antigua, both within 115 km.
"""


def completed(
    cepii: pd.DataFrame,
    *,
    borders: pd.DataFrame,
    places: pd.DataFrame,
    own: str,
    languages: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Complete CEPII's pairs to all pairs of places.

    Parameters
    ----------
    cepii
        Rows of `sources.cepii.pairs`, with their ``source``.
    borders
        Rows of `sources.lists.borders`: every border on which this project differs from CEPII.
    places
        Columns ``iso3, latitude, longitude`` (degrees) of all places that have a position.
    own
        Id of this project's lists, the source of what does not come from CEPII.
    languages
        Rows of `sources.lists.languages`; without it, CEPII's languages stand.

    Returns
    -------
    DataFrame
        Every ordered pair of different places, and CEPII's pairs of former countries; columns
        of the table ``pairs``. ``contiguous`` is true where two places have a land border
        today; where CEPII counts a border that ended, ``contiguous_until`` is the year. What
        CEPII does not say is missing. Distances are whole kilometres.
    """
    at = places.set_index("iso3")[["latitude", "longitude"]].astype(float)
    pairs = _all_pairs(_with_successors(cepii), at.index)
    pairs["source"] = pairs["source"].fillna(own)
    pairs = _bounded(pairs, borders, own)
    if languages is not None:
        pairs = _without(pairs, languages, own)
    direct = great_circle(pairs, at)
    trusted = (pairs["distance"] - direct).abs() <= TOLERANCE
    former = direct.isna()
    pairs["distance"] = pairs["distance"].where(trusted | former, direct)
    misplaced = pairs["origin"].isin(MISPLACED) | pairs["destination"].isin(MISPLACED)
    pairs["distance_weighted"] = pairs["distance_weighted"].mask(misplaced)
    for column in ("distance", "distance_weighted"):
        pairs[column] = pairs[column].round().astype("Int64")
    return pairs


def great_circle(pairs: pd.DataFrame, at: pd.DataFrame) -> pd.Series:
    """Return the shortest way over the Earth between two positions, by the haversine formula.

    Parameters
    ----------
    pairs
        Columns ``origin`` and ``destination``.
    at
        ``latitude`` and ``longitude`` in degrees, indexed by code.

    Returns
    -------
    Series of float
        Kilometres, indexed as `pairs`; missing where a position is.

    Examples
    --------
    A quarter of the way round the Earth:

    >>> at = pd.DataFrame({"latitude": [0, 90], "longitude": [0, 0]}, index=["AAA", "BBB"])
    >>> pairs = pd.DataFrame({"origin": ["AAA"], "destination": ["BBB"]})
    >>> great_circle(pairs, at).round().tolist()
    [10008.0]
    """
    start, end = (
        np.radians(at.reindex(pairs[side]).to_numpy()) for side in ("origin", "destination")
    )
    half = np.sin((end - start) / 2) ** 2
    chord = half[:, 0] + np.cos(start[:, 0]) * np.cos(end[:, 0]) * half[:, 1]
    return pd.Series(2 * EARTH * np.arcsin(np.sqrt(chord)), index=pairs.index)


def _with_successors(cepii: pd.DataFrame) -> pd.DataFrame:
    """Say of a successor what is said of the former country whose capital it has."""
    ends = ["origin", "destination"]
    again = cepii[cepii[ends].isin(SUCCESSORS.keys()).any(axis=1)]
    renamed = again.assign(**{end: again[end].replace(SUCCESSORS) for end in ends})
    return pd.concat([cepii, renamed], ignore_index=True)


def _all_pairs(cepii: pd.DataFrame, codes: pd.Index) -> pd.DataFrame:
    """Add the pairs that CEPII lacks."""
    every = pd.MultiIndex.from_product([codes, codes], names=["origin", "destination"])
    every = every[every.get_level_values(0) != every.get_level_values(1)]
    given = cepii.set_index(["origin", "destination"])
    return given.reindex(every.union(given.index)).reset_index()


def _without(pairs: pd.DataFrame, languages: pd.DataFrame, own: str) -> pd.DataFrame:
    """Take back the common official language that a pair owes to one that is not official.

    CEPII's file of pairs does not name the language. In each place of the list the other
    languages that CEPII has as official are official nowhere else (`tests/data/test_pairs.py`
    compares its file of countries), so that none of its pairs has another in common.
    """
    wrong = set(languages["place"])
    ends = pairs["origin"].isin(wrong) | pairs["destination"].isin(wrong)
    taken = ends & pairs["official_language"].fillna(False).astype(bool)
    return pairs.assign(
        official_language=pairs["official_language"].mask(taken, False),
        source=pairs["source"].mask(taken, own),
    )


def _bounded(pairs: pd.DataFrame, borders: pd.DataFrame, own: str) -> pd.DataFrame:
    """Say whether there is a land border today, by CEPII and by the list of differences."""
    back = borders.rename(columns={"a": "b", "b": "a"})
    both = pd.concat([borders, back]).rename(columns={"a": "origin", "b": "destination"})
    listed = both.set_index(["origin", "destination"])[["contiguous", "since"]]
    said = listed.reindex(pd.MultiIndex.from_frame(pairs[["origin", "destination"]]))
    said.index = pairs.index
    listed_here = said["contiguous"].notna()
    contiguous = said["contiguous"].astype("boolean").fillna(pairs["contiguous_cepii"])
    ended = listed_here & ~said["contiguous"].astype("boolean").fillna(True)
    return pairs.assign(
        contiguous=contiguous.fillna(False).astype(bool),
        contiguous_until=said["since"].where(ended).astype("Int64"),
        source=pairs["source"].mask(listed_here, own),
    )
