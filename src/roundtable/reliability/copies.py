"""Columns that copy another year: a profile by origin, repeated times a constant."""

import numpy as np
import pandas as pd

from roundtable.places import OTHERS
from roundtable.reliability.keys import among, numbered

ON_PROFILE = 0.5
"""A column is a copy when at least half of its origins equal an earlier year's times one factor.

Two real counts seldom put a fifth of a destination's origins on one factor. From 1990 to 2000,
of 213 destinations in the World Bank's series, 112 have less than a fifth there, 84 at least four
fifths, and 17 lie between. With 0.4 in place of 0.5 the rule finds 98 destinations of the year
2000 in place of 91, with 0.75 86, with 0.9 80. In the UN's stocks some origins often have a
figure of their own, and the threshold matters more: 821, 739, 493 and 256 columns. There only the
figures on the factor are marked."""

ORIGINS = 5
"""The fewest origins on the factor; three or four fall on one by chance in a few destinations
(Pakistan 2010 against 1990, Viet Nam)."""

LARGE = 50
"""Persons in both years; of fewer, rounding alone puts many on any factor."""

TOLERANCE = 0.002
"""Share by which a figure may miss the factor, beside the rounding of either figure."""


def copied_columns(table: pd.DataFrame, *, persons: str, series: str) -> pd.DataFrame:
    """Find the years in which a destination's figures by origin repeat an earlier year's.

    Parameters
    ----------
    table
        Rows ``destination, origin, year``, the columns `persons` and `series`, and
        ``source``.
    persons
        Column of counts.
    series
        Column that tells series apart, such as ``edition`` or ``source``; years of
        different series are not compared.

    Returns
    -------
    DataFrame
        ``destination, year, copied_from, factor, origins, compared, source``: the latest
        earlier year that is repeated, the factor (the median of the ratios), how many
        origins lie on it, and of how many.

    Notes
    -----
    Which of two equal profiles is the original, the figures do not say. The later one is
    called the copy, so that no change is read between the two.

    Examples
    --------
    >>> rows = [("FRA", origin, year, count, "wb", "wb")
    ...         for year, factor in ((1960, 1), (1990, 1), (2000, 2))
    ...         for origin, count in zip("ABCDE", (100, 200, 300, 400, 500))
    ...         for count in [count * factor if year != 1990 else 900 - count + 7 * len(origin)]]
    >>> names = ["destination", "origin", "year", "persons", "series", "source"]
    >>> found = copied_columns(pd.DataFrame(rows, columns=names), persons="persons",
    ...                        series="series")
    >>> found[["year", "copied_from", "factor", "origins"]].to_dict("records")
    [{'year': 2000, 'copied_from': 1960, 'factor': 2.0, 'origins': 5}]
    """
    text = dict.fromkeys(["destination", "origin", "source", series], str)
    known = table[(table["origin"] != OTHERS) & (table[persons] > 0)]
    known = known.astype({**text, persons: float})
    pieces = [pd.DataFrame(columns=_COLUMNS).astype(_TYPES)]
    for _, part in known.groupby(series):
        wide = part.pivot(index=["destination", "origin"], columns="year", values=persons)
        years = sorted(wide.columns)
        for at, year in enumerate(years):
            found = [_matching(wide, earlier, year) for earlier in years[:at]]
            if found:
                latest = pd.concat(found).groupby("destination").last()
                pieces.append(latest.reset_index().assign(year=year, source=part["source"].iat[0]))
    columns = pd.concat(pieces)[_COLUMNS].astype(_TYPES)
    return columns.sort_values(["source", "destination", "year"], ignore_index=True)


_TYPES = {
    **{"destination": str, "year": int, "copied_from": int, "factor": float},
    **{"origins": int, "compared": int, "source": str},
}
_COLUMNS = list(_TYPES)


def _matching(wide: pd.DataFrame, earlier: int, year: int) -> pd.DataFrame:
    """Return the destinations whose column of a year repeats that of an earlier one."""
    both = wide[(wide[earlier] >= LARGE) & (wide[year] >= LARGE)]
    ratio = both[year] / both[earlier]
    factor = ratio.groupby("destination").median()
    each = factor.reindex(both.index.get_level_values(0)).to_numpy()
    on = _on_factor(both[earlier].to_numpy(), both[year].to_numpy(), each)
    counted = pd.DataFrame({"origins": on, "compared": True}, index=both.index)
    counts = counted.groupby("destination").sum()
    counts["factor"] = factor
    counts["copied_from"] = earlier
    copies = (counts["origins"] >= ORIGINS) & (counts["origins"] >= ON_PROFILE * counts["compared"])
    return counts[copies]


def _on_factor(before: np.ndarray, after: np.ndarray, factor: np.ndarray) -> np.ndarray:
    """Tell which figures equal the earlier ones times the factor.

    Both are sums of two rounded counts (women and men), each up to half a person off.
    """
    allowed = np.maximum(1 + factor, TOLERANCE * factor * before)
    return np.abs(after - factor * before) <= allowed


def without_frozen(copies: pd.DataFrame, frozen: pd.DataFrame) -> pd.DataFrame:
    """Leave out the copies that are carried forward whole, which `frozen` says already.

    Parameters
    ----------
    copies
        As from `copied_columns`.
    frozen
        Intervals as from `carried.frozen_intervals`, with ``source``.

    Returns
    -------
    DataFrame
        The other rows of `copies`.
    """
    ends = frozen[["source", "destination", "end"]].rename(columns={"end": "year"})
    return copies[~among(copies, ends, on=["source", "destination", "year"])].reset_index(drop=True)


def copied(rows: pd.DataFrame, copies: pd.DataFrame) -> np.ndarray:
    """Tell which figures of a copied column lie on its factor.

    In a column that repeats an earlier one some origins may have a figure of their own, as
    Ukrainians have in 2024 at destinations where nothing else was counted. They are not
    marked.

    Parameters
    ----------
    rows
        Whole corridors of the UN stock: ``source, destination, origin, year, both``.
    copies
        As from `copied_columns`.

    Returns
    -------
    array of bool
        One a row.
    """
    marked = np.zeros(len(rows), dtype=bool)
    column = ["source", "destination", "year"]
    mine, theirs = numbered(rows, copies, on=column)
    known = np.flatnonzero(theirs >= 0)
    if not len(known):
        return marked
    known = known[np.argsort(theirs[known])]
    place = np.searchsorted(theirs[known], mine).clip(max=len(known) - 1)
    at = np.flatnonzero(theirs[known][place] == mine)
    found = copies.iloc[known[place[at]]]
    here = rows.iloc[at]
    base = here[["source", "destination", "origin"]].assign(year=found["copied_from"].to_numpy())
    before = _persons_at(rows, base)
    after = here["both"].to_numpy(dtype=float)
    on = _on_factor(before, after, found["factor"].to_numpy(dtype=float))
    # "Others" is what is left over; its share says nothing of a count.
    marked[at] = on & (before > 0) & (here["origin"] != OTHERS).to_numpy()
    return marked


def _persons_at(rows: pd.DataFrame, base: pd.DataFrame) -> np.ndarray:
    """Return the persons of the rows with the keys of `base`; missing where there is none."""
    mine, theirs = numbered(rows, base, on=list(base.columns))
    order = np.argsort(mine)
    place = np.searchsorted(mine, theirs, sorter=order).clip(max=max(len(order) - 1, 0))
    found = order[place]
    return np.where(mine[found] == theirs, rows["both"].to_numpy(dtype=float)[found], np.nan)


def usable_history(history: pd.DataFrame, *, copies: pd.DataFrame) -> pd.DataFrame:
    """Return the history without the columns that copy another year's.

    Parameters
    ----------
    history
        Rows ``destination, origin, year, source`` and a count.
    copies
        As from `copied_columns`.

    Returns
    -------
    DataFrame
        The other rows, in their order. A whole column is left out, those origins too that
        do not lie on its factor: a column most of which was made up is no column of counts.
    """
    return history[~among(history, copies, on=["source", "destination", "year"])]
