"""Figures that were carried forward: compositions that repeat, and straight lines."""

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
    (corridor,) = numbered(stocks, on=CORRIDOR)
    order = np.lexsort((stocks["year"].to_numpy(), corridor))
    persons = stocks["both"].to_numpy(dtype=float)[order]
    years = stocks["year"].to_numpy(dtype=float)[order]
    corridor = corridor[order]
    slope = np.full(len(order), np.nan)
    # Two rows are neighbours when the row before is of the same corridor.
    same = corridor[1:] == corridor[:-1]
    step = np.diff(persons) / np.where(same, np.diff(years), np.nan)
    filled = (persons[1:] > 0) | (persons[:-1] > 0)
    slope[1:] = np.where(filled, step, np.nan)
    absolute, relative = LINEAR_TOLERANCE
    near = np.abs(np.diff(slope)) <= np.maximum(absolute, relative * np.abs(slope[1:]))
    continues = np.concatenate([[False], near])[: len(order)]
    run = np.cumsum(~continues)
    length = np.bincount(run, minlength=run.max(initial=0) + 1)[run]
    flagged = np.empty(len(order), dtype=bool)
    flagged[order] = ~np.isnan(slope) & (length >= LINEAR_INTERVALS)
    return pd.Series(flagged, index=stocks.index)
