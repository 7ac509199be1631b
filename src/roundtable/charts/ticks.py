"""Round gridlines, years that fit below an axis, and labels pushed apart."""

import math
from collections.abc import Sequence
from itertools import pairwise

from roundtable.charts.lettering import text_width


def step(highest: float, *, whole: bool = True) -> float:
    """Find a round step that gives three to five gridlines; for people, of one at least.

    Examples
    --------
    >>> step(3.2), step(0.32, whole=False)
    (1, 0.1)
    """
    if whole and highest <= 4:
        return 1
    raw = highest / 4
    power = 10 ** math.floor(math.log10(raw))
    return next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= raw)


def spread(
    wanted: Sequence[float], heights: Sequence[float], *, low: float, high: float
) -> list[float]:
    """Push labels apart, from the lowest up and then back below the top.

    Parameters
    ----------
    wanted
        Where the middle of each label should be, in pixels.
    heights
        Of the labels, in pixels, in the same order.
    low, high
        Between which they stand; the topmost may rise 20 pixels above.

    Returns
    -------
    list of float
        Where their middles are, in the order given.

    Examples
    --------
    >>> spread([50.0, 55.0], [20.0, 20.0], low=0, high=200)
    [42.5, 62.5]
    """
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    middles = list(wanted)
    for below, above in pairwise(order):
        need = (heights[below] + heights[above]) / 2
        lack = need - (middles[above] - middles[below])
        if lack > 0:
            middles[below] -= lack / 2
            middles[above] += lack / 2
    floor = low
    for place in order:
        middles[place] = max(middles[place], floor + heights[place] / 2)
        floor = middles[place] + heights[place] / 2
    ceiling = high + 20
    for place in reversed(order):
        middles[place] = min(middles[place], ceiling - heights[place] / 2)
        ceiling = middles[place] - heights[place] / 2
    return middles


def fitting(years: list[int], *, room: float, size: float) -> list[int]:
    """Choose the years whose labels fit side by side; the last always stays."""
    each = text_width("2000", size=size) + 6
    span = max(years[-1] - years[0], 1)
    kept = [years[-1]]
    for year in reversed(years[:-1]):
        if (kept[-1] - year) / span * room >= each:
            kept.append(year)
    return kept[::-1]
