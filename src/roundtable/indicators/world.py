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
    persons = corridors["both"].to_numpy(dtype="int64", na_value=0)
    rows = corridors[SERIES].assign(
        part=np.where(counted & among, persons, 0), whole=np.where(among, persons, 0)
    )
    return rows.groupby(SERIES, observed=True, sort=True)[["part", "whole"]].sum().reset_index()


def known_origin(corridors: pd.DataFrame) -> np.ndarray:
    """Tell which rows have an origin that the data give ("Others" is none)."""
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
    codes = _codes(corridors, pairs)
    of = codes.get_indexer
    wanted = of(pairs["origin"]) * len(codes) + of(pairs["destination"])
    mine = of(corridors["origin"]) * len(codes) + of(corridors["destination"])
    return np.isin(mine, wanted)


def within(corridors: pd.DataFrame, regions: Mapping[str, str]) -> np.ndarray:
    """Tell which rows have both ends in the same region.

    Parameters
    ----------
    corridors
        Rows ``destination, origin``.
    regions
        Region of each place; a place without one is in none.
    """
    origin, destination = (
        corridors[end].astype(str).map(regions).fillna("") for end in ("origin", "destination")
    )
    return ((origin == destination) & (origin != "")).to_numpy()


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
    found = np.zeros(len(corridors), dtype=bool)
    years = corridors["year"].to_numpy()
    for year in np.unique(years):
        at = years == year
        found[at] = corridors[end][at].isin(list(members(int(year)))).to_numpy()
    return found


def _codes(corridors: pd.DataFrame, pairs: pd.DataFrame) -> pd.Index:
    """Return every code that stands at an end, so that a pair becomes one number."""
    ends = [frame[end].astype(str) for frame in (corridors, pairs) for end in _ENDS]
    return pd.Index(pd.unique(pd.concat(ends, ignore_index=True)))


_ENDS = ("origin", "destination")


def contiguous_share(
    corridors: pd.DataFrame,
    *,
    borders: pd.DataFrame,
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
    return part_of(corridors, linked(corridors, borders), among)


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
        among = among & (corridors["origin"].astype(str).map(regions) == region).to_numpy()
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
