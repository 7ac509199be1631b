"""What may be told of the balance between two countries: in which years it turned."""

from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from roundtable.reliability.statements import beside_of, growth_reasons
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


def turn(rows: pd.DataFrame, *, origin: str, destination: str) -> Verdict[Turn]:
    """Tell when the balance between two countries last turned, inside one source.

    Parameters
    ----------
    rows
        Flagged rows of one edition: both corridors of the pair, all years.
    origin, destination
        The pair; the balance is counted from the origin.

    Returns
    -------
    Verdict of Turn
        Refused where growth of either corridor between the two years is refused, across a
        seam among others; ``not_listed`` where no year has both; and ``no_change`` where
        the balance kept its sign.
    """
    there = rows[(rows["origin"] == origin) & (rows["destination"] == destination)]
    back = rows[(rows["origin"] == destination) & (rows["destination"] == origin)]
    out, home = (
        dict(zip(part["year"].tolist(), part["both"].tolist(), strict=True))
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
    inside = pd.concat([there, back])
    inside = inside[inside["year"].between(start, end)]
    reasons = [
        *growth_reasons(inside[inside["origin"] == origin], start=start, end=end),
        *growth_reasons(inside[inside["origin"] == destination], start=start, end=end),
    ]
    if not any(reason.code == "seam" for reason in reasons) and "source" in inside:
        # Each corridor may come whole from one source, and the two from different ones.
        sources = inside["source"].astype(str).unique()
        reasons += [Reason("seam", ", ".join(sources))] if len(sources) > 1 else []
    beside = beside_of(inside)
    if reasons:
        return refused(*dict.fromkeys(reasons), beside=beside)
    return Verdict(
        Turn(start, end, balance[start], balance[end]),
        beside=beside,
    )
