"""What may be told of the balance between two countries: in which years it turned."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from roundtable.reliability.names import FLAGS
from roundtable.reliability.statements import (
    Columns,
    arrays_of,
    beside_of,
    columns_at,
    growth_reasons,
)
from roundtable.reliability.verdicts import Reason, Verdict, refused

LEVEL = 0.05
"""A pair is level while its balance is at most 5% of the people both ways.

A smaller balance changes sign when one figure is revised by what passes as no revision
(`editions.REVISED`)."""


@dataclass(frozen=True)
class Turn:
    """The net balance of a pair of countries changed its sign.

    Attributes
    ----------
    start, end
        The last year on the one side and the first on the other; years between are level.
    before, after
        Balance in these years: people of the origin in the destination, minus people of the
        destination in the origin.
    """

    start: int
    end: int
    before: int
    after: int


def of_two_counts(pair: Columns) -> bool:
    """Tell whether the two corridors of a pair count different people.

    Parameters
    ----------
    pair
        Flagged rows of both corridors in one edition, or their columns.

    Returns
    -------
    bool
        Whether one destination counts foreign citizens and the other people born abroad (the
        flag `citizens`). No threshold: how far the two counts of one group lie apart, the data
        at hand do not say.
    """
    if "citizens" not in pair:
        return False
    citizens = np.asarray(pair["citizens"], dtype=bool)
    return bool(citizens.any() and not citizens.all())


def turn(rows: Columns, *, origin: str, destination: str) -> Verdict[Turn]:
    """Tell when the balance between two countries last turned, inside one source.

    Parameters
    ----------
    rows
        Flagged rows of one edition: both corridors of the pair, all years; or their columns.
    origin, destination
        The pair; the balance is counted from the origin.

    Returns
    -------
    Verdict of Turn
        Refused where growth of either corridor between the two years is refused, across a
        seam among others; ``not_listed`` where no year has both; and ``no_change`` where
        the balance kept its sign. ``two_counts`` is told beside it where it sets citizens at
        one end against people born abroad at the other.
    """
    columns = arrays_of(rows)
    from_here, from_there = columns["origin"] == origin, columns["origin"] == destination
    there = from_here & (columns["destination"] == destination)
    back = from_there & (columns["destination"] == origin)
    out, home = (
        dict(zip(columns["year"][part].tolist(), columns["both"][part].tolist(), strict=True))
        for part in (there, back)
    )
    balance = {year: out[year] - home[year] for year in sorted(out.keys() & home.keys())}
    if not balance:
        return refused(Reason("not_listed"))
    clear = [year for year, gap in balance.items() if abs(gap) > LEVEL * (out[year] + home[year])]
    turns = [
        (start, end) for start, end in pairwise(clear) if (balance[start] > 0) != (balance[end] > 0)
    ]
    if not turns:
        return refused(Reason("no_change"))
    start, end = turns[-1]
    years = (start <= columns["year"]) & (columns["year"] <= end)
    ways = [np.flatnonzero(way & years) for way in (there, back)]
    inside = columns_at(columns, np.concatenate(ways))
    reasons = [
        reason
        for way in ways
        for reason in growth_reasons(columns_at(columns, way), start=start, end=end)
    ]
    if not any(reason.code == "seam" for reason in reasons) and "source" in inside:
        # Each corridor may come whole from one source, and the two from different ones.
        sources = list(dict.fromkeys(map(str, inside["source"].tolist())))
        reasons += [Reason("seam", ", ".join(sources))] if len(sources) > 1 else []
    beside = beside_of(inside)
    if of_two_counts(inside):
        beside = tuple(flag for flag in FLAGS if flag in {*beside, "two_counts"})
    if reasons:
        return refused(*dict.fromkeys(reasons), beside=beside)
    return Verdict(
        Turn(start, end, balance[start], balance[end]),
        beside=beside,
    )
