"""Figures that were carried forward: compositions that repeat, straight lines and smooth curves."""

import numpy as np
import pandas as pd

from roundtable.reliability.keys import numbered

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


EQUAL_RATES = 0.00005
"""Rates of growth are one rate when they differ by no more a year beyond rounding.

Censuses and registers give no corridor the same rate, to a two-hundredth of a percent, over three
intervals on end. Runs in which the rate rises or falls by equal amounts instead, by 0.05 to 0.2
points a year from one interval to the next, show how many would by chance: of each such bend none
or one, against the 48 corridors of the 2024 edition and 3 of the 2020 edition that this rule adds
to what the others mark. From 0 to 0.0001 it adds 38 to 60 and 2 to 4; at 0.0002 more than one in
twenty could be chance."""

LARGE_ENOUGH = 1_000
"""Persons at either end of each step. With 500 the rounding to whole persons is wide enough to make
one in sixteen of the runs by chance, with 200 one in six."""


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
    return pd.Series(drawn_on(stocks)[0], index=stocks.index)


def drawn_on(stocks: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Find the steps of straight lines, and those of curves of one rate of growth.

    An edition that has two counts draws the years between them, and those after the second, by
    one step or by one rate: people from Brazil in Belgium grow by 7.29%, 7.29% and 7.29% a year
    from 1990 to 2005 in the 2024 edition.

    Parameters
    ----------
    stocks
        Rows ``edition, destination, origin, year, both`` (persons).

    Returns
    -------
    tuple of two arrays of bool
        One value a row: whether the interval that ends in its year is part of a straight line as
        in `linear_steps`; and whether it is none, and part of `LINEAR_INTERVALS` or more on end
        over which the rate of growth, ln(end / start) / years, stays the same.
    """
    (corridor,) = numbered(stocks, on=CORRIDOR)
    order = np.lexsort((stocks["year"].to_numpy(), corridor))
    persons = stocks["both"].to_numpy(dtype=float)[order]
    years = stocks["year"].to_numpy(dtype=float)[order]
    corridor = corridor[order]
    # Two rows are neighbours when the row before is of the same corridor.
    span = np.where(corridor[1:] == corridor[:-1], np.diff(years), np.nan)
    before, after = persons[:-1], persons[1:]
    step = np.where((after > 0) | (before > 0), np.diff(persons) / span, np.nan)
    absolute, relative = LINEAR_TOLERANCE
    line = _on_one_course(step, within=np.maximum(absolute, relative * np.abs(step[1:])))
    large = np.minimum(before, after) >= LARGE_ENOUGH
    with np.errstate(divide="ignore", invalid="ignore"):
        rate = np.where(large, np.log(after / before) / span, np.nan)
        # Half a person at either end of a step.
        blur = 0.5 * (1 / after + 1 / before) / span
        within = EQUAL_RATES + blur[1:] + blur[:-1]
    curve = _on_one_course(rate, within=within) & ~line
    found = np.zeros((2, len(order)), dtype=bool)
    found[:, order[1:]] = line, curve
    return found[0], found[1]


def _on_one_course(steps: np.ndarray, *, within: np.ndarray) -> np.ndarray:
    """Tell which steps are among `LINEAR_INTERVALS` or more on end that equal each other.

    Parameters
    ----------
    steps
        From one row to the next; missing where they are no neighbours.
    within
        By how much each step but the first may differ from the one before.
    """
    if not len(steps):
        return np.zeros(0, dtype=bool)
    near = np.abs(np.diff(steps)) <= within
    run = np.cumsum(np.concatenate([[True], ~near]))
    return ~np.isnan(steps) & (np.bincount(run)[run] >= LINEAR_INTERVALS)
