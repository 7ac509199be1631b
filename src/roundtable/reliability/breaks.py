"""Breaks that most origins of a destination share: a new count replaced an old course."""

from itertools import pairwise

import numpy as np
import pandas as pd

from roundtable.places import OTHERS
from roundtable.reliability.keys import among

COURSE = 2
"""A corridor has a course when it moved one way over two intervals (ten years) on end.

Of the two editions together the rule finds 49 intervals of destinations and 475 corridors. One
interval is no course: it would find 91. Three find 21, Brazil's among them, but can judge no
interval that ends before 2010."""

MOVE = 0.005
"""On a course, each interval moves by at least 0.5% a year; less is rounding or standstill."""

TURN = 1.25
"""A course breaks when the corridor then moves the other way by a quarter or more.

Communities of long standing do not turn so within five years: those of Brazil that broke in
2024 rose to 1.3 to 2.2 times their number after 30 years of decline. At 1.1 the rule finds 93
intervals, among them plain recoveries; at 1.33 26, without the Lebanese in Brazil; at 1.5 it
loses Brazil."""

COMMON = 2 / 3
"""A break is the destination's when it takes two in three of the origins on the same course.

Migration moves origins apart: after 2022 Ukrainians in Poland rise sixfold, and Belarusians,
Russians and Lithuanians, on the same course before, go on falling. In Brazil eight of nine
break. Half in place of two thirds adds 12 intervals, in which a few small origins break and
the large ones do not (Germany 2000 to 2005, edition 2020); three quarters loses 6, nine tenths
loses Brazil."""

ORIGINS = 3
"""The fewest origins that make a common break; two can turn together by chance (61 intervals),
and five in place of three lose the 10 smallest destinations."""

SMALLEST = 500
"""Persons before the break; below it, a few households of a survey turn a course (at 100, 57
intervals)."""


def common_breaks(stocks: pd.DataFrame) -> pd.DataFrame:
    """Find the breaks that most origins of a destination share.

    Parameters
    ----------
    stocks
        Rows ``edition, destination, origin, year, both, source`` (persons).

    Returns
    -------
    DataFrame
        ``edition, destination, origin, start, end, source``: corridors whose course turned
        between two neighbouring years in which those on one course turned together. Where
        falling corridors jump together, rising ones that drop in the same interval are in
        the table too: one new count sets both right. The reverse is not done: where rising
        corridors drop together, one that jumps may be people who fled (Ukrainians in the
        Republic of Moldova, 2024).

    Notes
    -----
    The rule says that a change is common to most origins and against their course, not why.
    War has made such breaks (Syria 2010 to 2015, when Iraqis and others left together): there
    too, the change of one corridor says nothing of that corridor. A new count that only
    speeds up a course, and a boom that moves all origins upwards, look alike and are not
    found; where the origins move by one factor, `copies` finds them.
    """
    text = dict.fromkeys(["edition", "destination", "origin", "source"], str)
    known = stocks[stocks["origin"] != OTHERS].astype({**text, "both": float})
    pieces = [pd.DataFrame(columns=_COLUMNS).astype({**text, "start": int, "end": int})]
    for (edition, source), part in known.groupby(["edition", "source"]):
        wide = part.pivot(index=["destination", "origin"], columns="year", values="both")
        years = [int(year) for year in sorted(wide.columns)]
        for at in range(COURSE + 1, len(years)):
            found = _turning(wide, years[at - COURSE - 1 : at + 1]).reset_index()
            pieces.append(found.assign(edition=edition, source=source))
    table = pd.concat(pieces)[_COLUMNS]
    return table.sort_values(["edition", "destination", "end", "origin"], ignore_index=True)


_COLUMNS = ["edition", "destination", "origin", "start", "end", "source"]


def _turning(wide: pd.DataFrame, years: list[int]) -> pd.DataFrame:
    """Return the corridors that turn in the last interval, where the break is common.

    Parameters
    ----------
    wide
        Persons by destination and origin, a column a year.
    years
        The years of the course, and the one in which it may turn.
    """
    start, end = years[-2:]
    large = wide[start] >= SMALLEST
    with np.errstate(divide="ignore", invalid="ignore"):
        rates = [np.log(wide[b] / wide[a]) / (b - a) for a, b in pairwise(years[:-1])]
    rises, falls = wide[end] >= TURN * wide[start], wide[start] >= TURN * wide[end]
    turned, common = {}, {}
    for way, turns in ((-1, rises), (1, falls)):
        course = large & np.logical_and.reduce([way * rate >= MOVE for rate in rates])
        turned[way] = course & turns
        counts = pd.DataFrame({"course": course, "turn": turned[way]}).groupby("destination").sum()
        shared = (counts["turn"] >= ORIGINS) & (counts["turn"] >= COMMON * counts["course"])
        common[way] = shared.reindex(wide.index, level="destination")
    marked = turned[-1] & common[-1] | turned[1] & (common[1] | common[-1])
    return pd.DataFrame({"start": start, "end": end}, index=wide.index[marked])


def rebased(rows: pd.DataFrame, breaks: pd.DataFrame) -> np.ndarray:
    """Tell which rows end an interval in which their corridor broke with most others.

    Parameters
    ----------
    rows
        Rows ``edition, destination, origin, year``.
    breaks
        As from `common_breaks`.

    Returns
    -------
    array of bool
        One a row.
    """
    ends = breaks[["edition", "destination", "origin", "end"]].rename(columns={"end": "year"})
    return among(rows, ends, on=["edition", "destination", "origin", "year"])
