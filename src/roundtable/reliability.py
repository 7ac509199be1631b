"""What the figures can carry: flags by rule, and the kind of each figure.

The rules find, in the data themselves, the cases in which a number looks like an
observation of migration and is none. Their thresholds are argued where they stand.
"""

import numpy as np
import pandas as pd

from roundtable.places import OTHERS

CORRIDOR = ["edition", "destination", "origin"]

FROZEN_SHIFT = 0.001
"""A composition is carried forward when no origin's share moves by more than 0.1 point.

Real change moves some share further within four or five years; rounding to whole persons
moves shares by less. Between 0.0005 and 0.002 the rule finds 163 to 165 destinations for
2020 to 2024, so the exact threshold does not matter."""

LINEAR_INTERVALS = 3
"""A straight line over three or more intervals (15 years) rests on no count in between.

Two equal steps are what interpolation between two counts ten years apart looks like, and
its ends are counts; three are not."""

LINEAR_TOLERANCE = (0.5, 0.001)
"""Steps are equal when they differ by at most 0.5 persons a year (rounding) or 0.1%."""

DISPUTED = 0.25
"""Editions disagree when the larger figure exceeds the smaller by more than a quarter."""

REVISED = 0.05
"""Below this difference between editions, words such as "revised" would say too much."""

FLAGS = ("not_listed", "disputed", "frozen", "linear", "citizens")
FORBID_GROWTH = ("frozen", "linear")
"""Flags of rows between two years that forbid telling growth over them."""
KINDS = ("measured", "revised", "carried-forward", "disputed", "not-listed", "no-estimate")
"""Kinds of figures, the firmest first."""


def frozen_intervals(compositions: pd.DataFrame) -> pd.DataFrame:
    """Find the intervals over which a destination's composition was carried forward.

    Parameters
    ----------
    compositions
        Rows ``edition, destination, start, end, largest_shift`` (share, 0 to 1).

    Returns
    -------
    DataFrame
        The rows whose largest shift is at most `FROZEN_SHIFT`. Nothing about one
        corridor's growth can be read from such an interval: only the total was updated.
    """
    return compositions[compositions["largest_shift"] <= FROZEN_SHIFT]


def linear_steps(stocks: pd.DataFrame) -> pd.Series:
    """Find the steps that belong to a straight line over `LINEAR_INTERVALS` or more.

    Parameters
    ----------
    stocks
        Rows ``edition, destination, origin, year, both`` (persons).

    Returns
    -------
    Series of bool
        With the index of `stocks`: whether the interval that ends in this row's year is
        part of a straight line. Corridors that stay empty are no line.
    """
    rows = stocks.sort_values([*CORRIDOR, "year"])
    persons = rows["both"].to_numpy(dtype=float)
    years = rows["year"].to_numpy(dtype=float)
    corridor = rows.groupby(CORRIDOR, observed=True, sort=False).ngroup().to_numpy()
    slope = np.full(len(rows), np.nan)
    # Two rows are neighbours when the row before is of the same corridor.
    same = corridor[1:] == corridor[:-1]
    step = np.diff(persons) / np.where(same, np.diff(years), np.nan)
    filled = (persons[1:] > 0) | (persons[:-1] > 0)
    slope[1:] = np.where(filled, step, np.nan)
    absolute, relative = LINEAR_TOLERANCE
    near = np.abs(np.diff(slope)) <= np.maximum(absolute, relative * np.abs(slope[1:]))
    continues = np.concatenate([[False], near])
    run = np.cumsum(~continues)
    length = np.bincount(run, minlength=run.max(initial=0) + 1)[run]
    flagged = pd.Series(~np.isnan(slope) & (length >= LINEAR_INTERVALS), index=rows.index)
    return flagged.reindex(stocks.index)


def compared(stocks: pd.DataFrame) -> pd.DataFrame:
    """Set the editions side by side for every corridor and year that both give.

    Parameters
    ----------
    stocks
        Rows ``edition, destination, origin, year, both`` of two editions.

    Returns
    -------
    DataFrame
        ``destination, origin, year``, ``smaller``, ``larger`` (persons) and ``excess``:
        larger over smaller, minus one (infinite where the smaller is 0 and the larger is
        not; 0 where both are 0).
    """
    keys = ["destination", "origin", "year"]
    known = stocks[stocks["origin"] != OTHERS]
    grouped = known.groupby(keys, observed=True)["both"].agg(["min", "max", "count"])
    twice = grouped[grouped["count"] == 2]
    smaller, larger = twice["min"].astype(float), twice["max"].astype(float)
    # The difference is whole, so that 1,050 against 1,000 is 5% and not a hair above.
    excess = (larger - smaller) / smaller.where(smaller > 0)
    excess = excess.fillna(np.inf).where(larger > 0, 0.0)
    return pd.DataFrame({"smaller": smaller, "larger": larger, "excess": excess}).reset_index()


def unlisted(stocks: pd.DataFrame, *, edition: str, other: str, year: int) -> pd.DataFrame:
    """Find the corridors that one edition gives and the other does not list.

    Parameters
    ----------
    stocks
        Rows of both editions.
    edition
        The edition that may not list a corridor.
    other
        The edition that gives it, with at least one person.
    year
        A year of both editions.

    Returns
    -------
    DataFrame
        ``destination, origin, year, both`` with the other edition's persons.
    """
    known = stocks[(stocks["origin"] != OTHERS) & (stocks["year"] == year)]
    pairs = ["destination", "origin"]
    mine = pd.MultiIndex.from_frame(known.loc[known["edition"] == edition, pairs].astype(str))
    theirs = known[(known["edition"] == other) & (known["both"] > 0)]
    absent = ~pd.MultiIndex.from_frame(theirs[pairs].astype(str)).isin(mine)
    return theirs.loc[absent, [*pairs, "year", "both"]]


def flagged(
    stocks: pd.DataFrame, *, compositions: pd.DataFrame, destinations: pd.DataFrame
) -> pd.DataFrame:
    """Mark every row of the stocks with its flags and its kind.

    Parameters
    ----------
    stocks
        Whole corridors (all years) of both editions.
    compositions
        Shifts of composition of the destinations in `stocks`.
    destinations
        What each destination counts, by edition.

    Returns
    -------
    DataFrame
        `stocks` with the columns ``frozen`` and ``linear`` (the interval that ends in the
        row's year), ``disputed`` and ``excess`` (in the row's year, or in the last year
        that both editions give), ``citizens``, and ``kind``, one of `KINDS`.
    """
    rows = stocks.copy()
    frozen = frozen_intervals(compositions)
    marks = pd.MultiIndex.from_frame(frozen[["edition", "destination", "end"]].astype(_TEXT))
    rows["frozen"] = pd.MultiIndex.from_frame(
        rows[["edition", "destination", "year"]].astype(_TEXT)
    ).isin(marks)
    rows["linear"] = linear_steps(stocks)
    both = compared(stocks)
    excess = both.set_index(["destination", "origin", "year"])["excess"]
    last = int(both["year"].max()) if len(both) else 0
    at = pd.MultiIndex.from_arrays(
        [rows["destination"], rows["origin"], np.minimum(rows["year"], last)]
    )
    rows["excess"] = excess.reindex(at).to_numpy() if len(both) else np.nan
    rows["disputed"] = rows["excess"] > DISPUTED
    counted = destinations[destinations["citizens"] & ~destinations["born"]]
    of_citizens = pd.MultiIndex.from_frame(counted[["edition", "destination"]].astype(str))
    rows["citizens"] = pd.MultiIndex.from_frame(rows[["edition", "destination"]].astype(str)).isin(
        of_citizens
    )
    rows["kind"] = np.select(
        [rows["disputed"], rows["frozen"] | rows["linear"], rows["excess"] > REVISED],
        ["disputed", "carried-forward", "revised"],
        "measured",
    )
    return rows


_TEXT = str
"""Codes come as dictionaries of different lengths; as text they compare."""


def flags_of(row: pd.Series) -> tuple[str, ...]:
    """Return the names of the flags that are set in a row of `flagged`."""
    return tuple(name for name in FLAGS if name in row.index and bool(row[name]))


def growth_refused(rows: pd.DataFrame, *, start: int, end: int) -> tuple[str, ...]:
    """Say which flags forbid telling growth from one year to another.

    Parameters
    ----------
    rows
        Rows of one corridor in one edition, as from `flagged`.
    start, end
        First and last year of the interval.

    Returns
    -------
    tuple of str
        Empty when growth may be told; ``not_listed`` when a year is not there. A first
        year that was itself carried forward is no base to measure from.
    """
    if not {start, end} <= set(rows["year"]):
        return ("not_listed",)
    inside = rows[rows["year"].between(start, end)]
    return tuple(flag for flag in FORBID_GROWTH if inside[flag].any())


def common_period(rows: pd.DataFrame, *, last: int) -> tuple[int, int] | None:
    """Return the longest period over which both editions carry a statement on growth.

    Parameters
    ----------
    rows
        Rows of one corridor in both editions, as from `flagged`.
    last
        Last year to look at.

    Returns
    -------
    tuple of int, or None
        First and last year, the latest of the longest periods, of at least
        `SHORTEST_PERIOD` years: no interval is carried forward or a straight line in
        either edition, the editions agree within a quarter at both ends, and at least
        `SMALLEST_BASE` people are there at the start. None where there is no such period.
    """
    counts = rows.groupby("year")["edition"].nunique()
    years = sorted(int(year) for year in counts[counts == 2].index if year <= last)
    twice = rows[rows["year"].isin(years)]
    stuck = set(twice.loc[twice["frozen"] | twice["linear"], "year"])
    disputed = set(twice.loc[twice["disputed"], "year"])
    smallest = twice.groupby("year")["both"].min()
    found = [
        (start, end)
        for start in years
        for end in years
        if end - start >= SHORTEST_PERIOD
        and not {start, end} & disputed
        and not any(start <= year <= end for year in stuck)
        and smallest[start] >= SMALLEST_BASE
    ]
    return max(found, key=lambda period: (period[1] - period[0], period[1]), default=None)


SHORTEST_PERIOD = 10
"""Years; a shorter period rests on one count and one interpolation."""

SMALLEST_BASE = 500
"""Persons; below it, a rate of growth says more about rounding than about migration."""
