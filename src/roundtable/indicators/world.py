"""Shares of the world's migrant stock: between neighbours, within regions, South to South.

Each function takes corridors in long form and returns, by edition and year, the people
counted (``part``) and those among whom they are counted (``whole``); a share is one over
the other. The denominator is part of each definition, because most quarrels over such
shares are quarrels over denominators.
"""

from collections.abc import Callable, Iterable, Mapping

import numpy as np
import pandas as pd

from roundtable.places import OTHERS
from roundtable.reliability.keys import coded

SERIES = ["edition", "source", "year"]
Dated = Callable[[int], Iterable[str]]
"""Members of a group in a year."""


def part_of(corridors: pd.DataFrame, counted: np.ndarray, among: np.ndarray) -> pd.DataFrame:
    """Sum the people of the corridors that count, and of those among whom they count.

    Parameters
    ----------
    corridors
        Rows ``edition, source, destination, origin, year, both`` (persons).
    counted, among
        Bool, one for each row. Rows that count are also among.

    Returns
    -------
    DataFrame
        ``edition, source, year, part, whole`` (persons), one row per edition and year.

    Examples
    --------
    >>> rows = pd.DataFrame({"edition": "e", "source": "s", "year": 2020, "both": [30, 70]})
    >>> found = part_of(rows, np.array([True, False]), np.array([True, True]))
    >>> found[["part", "whole"]].values.tolist()
    [[30, 100]]
    """
    persons = corridors["both"].to_numpy(dtype=float, na_value=0)
    group, names = _numbered(corridors)
    parts = {
        name: np.bincount(group, weights=np.where(kept, persons, 0), minlength=len(names))
        for name, kept in (("part", counted & among), ("whole", among))
    }
    return names.assign(**{name: sums.astype("int64") for name, sums in parts.items()})


def _numbered(corridors: pd.DataFrame) -> tuple[np.ndarray, pd.DataFrame]:
    """Return a number for each row's edition, source and year, and what the numbers stand for.

    A grouping of pandas does the same in two to three times the time, and every share of
    every bloc needs it.
    """
    combined = np.zeros(len(corridors), dtype=np.int64)
    uniques = []
    for column in SERIES:
        at, values = pd.factorize(corridors[column], sort=True)
        combined = combined * len(values) + at
        uniques.append(pd.Index(values).astype(object))
    every = pd.MultiIndex.from_product(uniques, names=SERIES).to_frame(index=False)
    there = np.bincount(combined, minlength=len(every)) > 0
    number = np.cumsum(there) - 1
    return number[combined], every[there].reset_index(drop=True).infer_objects()


def known_origin(corridors: pd.DataFrame) -> np.ndarray:
    """Tell which rows have an origin that the data give ("Others" is none).

    Parameters
    ----------
    corridors
        With ``origin``.

    Returns
    -------
    ndarray
        A boolean a row.
    """
    return (corridors["origin"] != OTHERS).to_numpy()


def linked(corridors: pd.DataFrame, pairs: pd.DataFrame) -> np.ndarray:
    """Tell which rows join two places of a list of pairs.

    Parameters
    ----------
    corridors
        Rows ``destination, origin``.
    pairs
        Rows ``origin, destination``; a pair counts in the direction that it is given in.

    Returns
    -------
    array of bool
        One for each corridor.
    """
    (origin, origins), (destination, destinations) = (coded(corridors[end]) for end in _ENDS)
    table = np.zeros((len(origins), len(destinations)), dtype=bool)
    rows, columns = (
        _places(pairs[end], known)
        for known, end in zip((origins, destinations), _ENDS, strict=True)
    )
    there = (rows >= 0) & (columns >= 0)
    table[rows[there], columns[there]] = True
    return table[origin, destination] if len(corridors) else np.zeros(0, dtype=bool)


def _places(codes: pd.Series, known: pd.Index) -> np.ndarray:
    """Find codes in a list; -1 for those that are not there."""
    # A dictionary: an index asks first, each time, what kind of values these are.
    place = {code: number for number, code in enumerate(known)}
    return np.array([place.get(code, -1) for code in codes.tolist()], dtype=int)


def within(corridors: pd.DataFrame, regions: Mapping[str, str]) -> np.ndarray:
    """Tell which rows have both ends in the same region.

    Parameters
    ----------
    corridors
        Rows ``destination, origin``.
    regions
        Region of each place; a place without one is in none.
    """
    origin, destination = (_region_of(corridors[end], regions) for end in _ENDS)
    return (origin == destination) & (origin != "")


def belongs(corridors: pd.DataFrame, end: str, members: Dated) -> np.ndarray:
    """Tell which rows have an end in a group, as the group was in the row's year.

    Parameters
    ----------
    corridors
        Rows with `end` and ``year``.
    end
        ``origin`` or ``destination``.
    members
        Codes of the members in a year.

    Returns
    -------
    array of bool
        One for each corridor.
    """
    year_at, years = pd.factorize(corridors["year"].to_numpy())
    place_at, codes = pd.factorize(corridors[end])
    dated = [frozenset(members(int(year))) for year in years]
    within_year = np.array([[str(code) in group for code in codes] for group in dated])
    return within_year[year_at, place_at] if len(corridors) else np.zeros(0, dtype=bool)


def _region_of(places: pd.Series, regions: Mapping[str, str]) -> np.ndarray:
    """Return the region of each place; empty where it has none."""
    at, codes = pd.factorize(places)
    return np.array([regions.get(str(code), "") for code in codes], dtype=object)[at]


_ENDS = ("origin", "destination")


def contiguous_share(
    corridors: pd.DataFrame,
    *,
    borders: pd.DataFrame,
    ended: pd.DataFrame | None = None,
    known_only: bool = True,
    without: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Share of migrants who live in a country that borders on their own.

    Parameters
    ----------
    corridors
        As in `part_of`.
    borders
        Pairs ``origin, destination`` that share a land border, in both directions.
    ended
        Pairs that did so before the year ``until``.
    known_only
        Whether people of unknown origin are left out of the denominator.
    without
        Pairs to leave out of both parts, such as those whose border was drawn after the
        people had moved (the successors of one state).

    Returns
    -------
    DataFrame
        As `part_of`.
    """
    among = known_origin(corridors) if known_only else np.ones(len(corridors), dtype=bool)
    if without is not None:
        among = among & ~linked(corridors, without)
    counted = linked(corridors, borders)
    for year, pairs in [] if ended is None else ended.groupby("until"):
        counted = counted | (linked(corridors, pairs) & (corridors["year"] < year).to_numpy())
    return part_of(corridors, counted, among)


def share_within_regions(
    corridors: pd.DataFrame, *, regions: Mapping[str, str], region: str | None = None
) -> pd.DataFrame:
    """Share of migrants, among those of known origin, who live in their own region.

    Parameters
    ----------
    corridors
        As in `part_of`.
    regions
        Region (or subregion) of each place.
    region
        Only emigrants from this region; by default those of every region.

    Returns
    -------
    DataFrame
        As `part_of`.
    """
    among = known_origin(corridors)
    if region is not None:
        among = among & (_region_of(corridors["origin"], regions) == region)
    return part_of(corridors, within(corridors, regions), among)


def south_south_share(corridors: pd.DataFrame, *, south: Dated, classified: Dated) -> pd.DataFrame:
    """Share of migrants who come from a country of the South and live in one.

    Parameters
    ----------
    corridors
        As in `part_of`.
    south
        Countries of the South in a year: by the UN's development groups, or by income.
    classified
        Countries that the grouping places at all; corridors with another end are left out
        of both parts.

    Returns
    -------
    DataFrame
        As `part_of`. The share falls or rises with the grouping: countries that graduate
        leave a dated group without anybody having moved.
    """
    among = known_origin(corridors)
    counted = among
    for end in _ENDS:
        among = among & belongs(corridors, end, classified)
        counted = counted & belongs(corridors, end, south)
    return part_of(corridors, counted, among)


def destinations_of_group(
    corridors: pd.DataFrame, *, origins: Dated, destinations: Dated, classified: Dated
) -> pd.DataFrame:
    """Share of a group's emigrants who live in a group of destinations.

    Parameters
    ----------
    corridors
        As in `part_of`.
    origins
        Countries of origin in a year, such as the Least Developed Countries.
    destinations
        Destinations that count.
    classified
        Destinations that belong to any of the groups which are compared.

    Returns
    -------
    DataFrame
        As `part_of`. Groups of destinations should exclude each other.
    """
    among = belongs(corridors, "origin", origins) & belongs(corridors, "destination", classified)
    return part_of(corridors, belongs(corridors, "destination", destinations), among)
