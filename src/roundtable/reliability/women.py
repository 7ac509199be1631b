"""Shares of women that were drawn on in a straight line while the stock itself was not."""

import numpy as np
import pandas as pd

INTERVALS = 3
"""As for stocks: three equal steps (fifteen years) rest on no count in between."""

SLOPE = 0.002
"""Share a year, a fifth of a point. A share that stays about the same makes equal steps of
nothing, and that it stays is no sign of anything."""

EQUAL = 0.0001
"""Share a year by which steps may differ beyond rounding. From 0.00005 to 0.0002 the rule finds
49 to 64 of the 4,625 corridors of the 2024 edition with at least 500 people in its last year, and
2 to 6 of the 5,512 of the 2020 edition."""

ENOUGH = 500
"""Persons. Rounding to whole women and men blurs a step by 0.0004 a year here, a fifth of `SLOPE`,
and by as much as `SLOPE` at 100. Runs that bend by 0.002 to 0.004 a year from one step to the next
show how many straight ones would be chance: of each bend up to 2 corridors of the 2024 edition and
1 of the 2020 edition, against 122 and 26 straight runs that end in any year. At 300 people it is up
to 7 of 161 and 3 of 47, at 200 up to 14 of 193 and 8 of 66: a mark that is wrong once in ten times
would no longer say that a share was drawn on."""


def women_on_a_line(rows: pd.DataFrame) -> frozenset[int]:
    """Return the years in which a corridor's share of women lies on a straight line.

    Where the last censuses gave two points, the share of women was drawn on through them, and the
    men and women of each year were computed from it: Belgians in Brazil are 28% women in 2010 and
    14% in 2024, by the same step each year. The line says nothing about who came since.

    Parameters
    ----------
    rows
        Rows of one corridor in one edition: ``year, female, both`` (persons).

    Returns
    -------
    frozenset of int
        The years that end a step of the line, its first year left out.

    Examples
    --------
    >>> rows = pd.DataFrame({"year": [2005, 2010, 2015, 2020], "both": 1000,
    ...                      "female": [500, 450, 400, 350]})
    >>> sorted(women_on_a_line(rows))
    [2010, 2015, 2020]
    """
    rows = rows[rows["both"] >= ENOUGH].sort_values("year")
    if len(rows) <= INTERVALS:
        return frozenset()
    year, women, both = (rows[name].to_numpy(dtype=float) for name in ("year", "female", "both"))
    span = np.diff(year)
    step = np.diff(women / both) / span
    # Half a woman at either end of a step.
    blur = 0.5 * (1 / both[1:] + 1 / both[:-1]) / span
    equal = np.abs(np.diff(step)) <= EQUAL + blur[1:] + blur[:-1]
    run = np.cumsum(np.concatenate([[True], ~equal]))
    length = np.bincount(run)[run]
    moves = np.array([np.abs(step[run == one]).min() >= SLOPE for one in run])
    return frozenset(int(ended) for ended in year[1:][(length >= INTERVALS) & moves])
