"""What may be told of a corridor over time: growth, and over which years."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from roundtable.reliability.editions import DISPUTED, REVISED
from roundtable.reliability.names import FORBID_GROWTH, TELL_BESIDE
from roundtable.reliability.verdicts import Reason, Verdict, refused

Columns = pd.DataFrame | Mapping[str, np.ndarray]
"""Rows of a corridor: a table, or its columns as arrays."""

_NEEDED = (
    *("origin", "destination", "edition", "source", "year", "both", "excess"),
    *dict.fromkeys((*FORBID_GROWTH, *TELL_BESIDE)),
    "under_unhcr",
)
"""Columns that rules on growth look at."""


def arrays_of(rows: Columns) -> Mapping[str, np.ndarray]:
    """Return the columns that rules on growth look at, each as an array.

    A country has dozens of corridors to judge, each over several periods, and a selection of
    rows takes pandas longer than all that a rule does.

    Parameters
    ----------
    rows
        A frame of flagged rows, or its columns.

    Returns
    -------
    mapping of str to ndarray
        Those of the needed columns that the rows have.
    """
    return {name: np.asarray(rows[name]) for name in _NEEDED if name in rows}


def columns_at(columns: Mapping[str, np.ndarray], chosen: np.ndarray) -> Mapping[str, np.ndarray]:
    """Select rows of columns by a mask, or by their places.

    Parameters
    ----------
    columns
        As from `arrays_of`.
    chosen
        Booleans, one a row; or integers.

    Returns
    -------
    mapping of str to ndarray
        The same columns.
    """
    return {name: values[chosen] for name, values in columns.items()}


SHORTEST_PERIOD = 10
"""Years; a shorter period rests on one count and one interpolation."""

SMALLEST_BASE = 500
"""Persons; below it, a rate of growth says more about rounding than about migration."""


def growth(rows: pd.DataFrame, *, start: int, end: int) -> Verdict[float]:
    """Tell how many times a corridor grew between two years, where its figures carry that.

    Parameters
    ----------
    rows
        Rows of one corridor in one edition, as from `flagged`; or of several sources, as
        from `seams.joined`.
    start, end
        First and last year of the interval.

    Returns
    -------
    Verdict of float
        Persons at the end over persons at the start. Refused for every flag of
        `FORBID_GROWTH` between the years, ``not_listed`` where a year is not there, and
        ``empty`` where nobody was there at the start.
    """
    inside = rows[rows["year"].between(start, end)]
    reasons = growth_reasons(inside, start=start, end=end)
    persons = "persons" if "persons" in rows else "both"
    figures = dict(zip(inside["year"].astype(int), inside[persons], strict=True))
    if not reasons and not figures[start]:
        reasons = (Reason("empty", str(start)),)
    beside = beside_of(inside)
    if reasons:
        return refused(*reasons, beside=beside)
    return Verdict(float(figures[end]) / float(figures[start]), beside=beside)


def growth_reasons(inside: Columns, *, start: int, end: int) -> tuple[Reason, ...]:
    """List what forbids telling growth between two years of the rows inside them.

    Parameters
    ----------
    inside
        Flagged rows of one corridor from `start` to `end`, or their columns.
    start, end
        First and last year of the period.

    Returns
    -------
    tuple of Reason
        Empty where nothing forbids it.
    """
    missing = [year for year in (start, end) if year not in inside["year"].tolist()]
    if missing:
        return (Reason("not_listed", _years(missing)),)
    obstacles = obstacles_of(inside)
    reasons = [
        Reason(flag, _years(sorted(years)))
        for flag, held in obstacles.items()
        if (years := {year for year in held if _hinders(flag, year, start, end)})
    ]
    if "source" in inside:
        order = np.argsort(np.asarray(inside["year"]), kind="stable")
        sources = dict.fromkeys(np.asarray(inside["source"], dtype=object)[order].tolist())
        if len(sources) > 1:
            reasons.append(Reason("seam", ", ".join(map(str, sources))))
    return tuple(reasons)


def obstacles_of(rows: Columns) -> Mapping[str, set[int]]:
    """Return the years in which each flag that forbids growth is set.

    ``seam`` is none of them: it lies between two years, and their sources show it.

    Parameters
    ----------
    rows
        Flagged rows of one corridor, or their columns.

    Returns
    -------
    mapping of str to set of int
        By flag, in the order of `FORBID_GROWTH`.
    """
    years = np.asarray(rows["year"])
    return {
        flag: set(years[np.asarray(rows[flag], dtype=bool)].tolist())
        for flag in FORBID_GROWTH
        if flag in rows and flag != "seam"
    }


def _hinders(flag: str, year: int, start: int, end: int) -> bool:
    """Tell whether a flag set in a year stands in the way of growth from start to end.

    A first year that was carried forward is no base to measure from; one that was rebased
    is a new count, and growth may start there.
    """
    return (start < year if flag == "rebased" else start <= year) and year <= end


def beside_of(rows: Columns) -> tuple[str, ...]:
    """Return the flags of rows that a statement has to name.

    Parameters
    ----------
    rows
        Flagged rows, or their columns.

    Returns
    -------
    tuple of str
        In the order of `TELL_BESIDE`.
    """
    return tuple(flag for flag in TELL_BESIDE if flag in rows and rows[flag].any())


def growth_refused(rows: pd.DataFrame, *, start: int, end: int) -> tuple[str, ...]:
    """Say which flags forbid telling growth from one year to another.

    Parameters
    ----------
    rows, start, end
        As in `growth`.

    Returns
    -------
    tuple of str
        Empty when growth may be told; ``not_listed`` when a year is not there. A first
        year that was itself carried forward is no base to measure from.
    """
    inside = rows[rows["year"].between(start, end)]
    return tuple(reason.code for reason in growth_reasons(inside, start=start, end=end))


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
        `SHORTEST_PERIOD` years: growth over it is told in either edition, the editions
        agree within a quarter at both ends, and at least `SMALLEST_BASE` people are there
        at the start. None where there is no such period.
    """
    counts = rows.groupby("year")["edition"].nunique()
    years = sorted(int(year) for year in counts[counts == 2].index if year <= last)
    twice = rows[rows["year"].isin(years)]
    obstacles = obstacles_of(twice)
    disputed = set(twice.loc[twice["disputed"], "year"])
    smallest = twice.groupby("year")["both"].min()
    found = [
        (start, end)
        for start in years
        for end in years
        if end - start >= SHORTEST_PERIOD
        and not {start, end} & disputed
        and not any(
            _hinders(flag, year, start, end) for flag, held in obstacles.items() for year in held
        )
        and smallest[start] >= SMALLEST_BASE
    ]
    return max(found, key=lambda period: (period[1] - period[0], period[1]), default=None)


def alike_in_growth(first: float, second: float) -> bool:
    """Tell whether two ratios of growth say the same.

    Both grow or both decline, and the larger change exceeds the smaller by no more than a
    quarter (`editions.DISPUTED`) or by five points (`editions.REVISED`).

    Parameters
    ----------
    first, second
        Stock at the end over stock at the start, in two series.

    Examples
    --------
    >>> alike_in_growth(1.5, 1.6), alike_in_growth(1.02, 0.99), alike_in_growth(1.33, 1.66)
    (True, False, False)
    """
    smaller, larger = sorted((abs(first - 1), abs(second - 1)))
    near = larger <= (1 + DISPUTED) * smaller or larger - smaller <= REVISED
    return (first >= 1) == (second >= 1) and near


def _years(years: list[int]) -> str:
    return ", ".join(str(year) for year in years)
