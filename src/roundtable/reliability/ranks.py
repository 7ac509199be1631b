"""What may be told of a corridor's place among others."""

import pandas as pd

from roundtable.places import OTHERS
from roundtable.reliability.statements import beside_of, growth_reasons
from roundtable.reliability.verdicts import Reason, Verdict, refused


def rank(rows: pd.DataFrame, *, by: str, place: str, unlisted: pd.DataFrame) -> Verdict[int]:
    """Tell which place a corridor takes among an origin's or a destination's.

    Parameters
    ----------
    rows
        Flagged rows of one edition and year: an origin's corridors to all destinations, or
        a destination's from all origins.
    by
        The end that varies: ``destination`` or ``origin``.
    place
        Code of the country whose rank is asked for.
    unlisted
        Rows as from `editions.unlisted` for the same origin or destination: corridors
        that this edition does not list, with the other edition's persons.

    Returns
    -------
    Verdict of int
        1 for the largest. Refused as ``not_listed`` where the edition does not give the
        corridor, or does not list one that had at least as many people in the other edition:
        it may stand above. Equal numbers share the better rank.

    Examples
    --------
    >>> rows = pd.DataFrame({"destination": ["FRA", "CAN"], "both": [50, 20]})
    >>> gaps = pd.DataFrame({"destination": ["GBR"], "both": [45]})
    >>> rank(rows, by="destination", place="FRA", unlisted=gaps).value
    1
    >>> rank(rows, by="destination", place="CAN", unlisted=gaps).why
    'not_listed (GBR)'
    """
    known = rows[rows[by] != OTHERS]
    mine = known[known[by] == place]
    if mine.empty:
        return refused(Reason("not_listed", place))
    persons = mine["both"].iloc[0]
    above = unlisted[(unlisted["both"] >= persons) & (unlisted[by] != place)]
    if len(above):
        gaps = ", ".join(above.sort_values("both", ascending=False)[by].astype(str))
        return refused(Reason("not_listed", gaps))
    larger = known[known["both"] > persons]
    counted = pd.concat([mine, larger]) if by == "destination" else mine
    return Verdict(1 + len(larger), beside=beside_of(counted))


def rank_change(
    rows: pd.DataFrame, *, by: str, place: str, start: int, end: int
) -> Verdict[tuple[int, int]]:
    """Tell how a corridor's rank moved between two years.

    Parameters
    ----------
    rows
        Flagged rows of one edition, all years: an origin's corridors to all destinations, or
        a destination's from all origins.
    by, place
        As in `rank`.
    start, end
        Years.

    Returns
    -------
    Verdict of tuple of int
        Ranks in both years. Refused where growth over the years is refused for the corridor
        or for one that it passed or fell behind; and as ``no_change`` where the rank is the
        same.
    """
    known = rows[(rows[by] != OTHERS) & rows["year"].between(start, end)]
    ends = known[known["year"].isin([start, end])]
    wide = ends.pivot(index=by, columns="year", values="both").dropna()
    wide.index = wide.index.astype(str)
    if place not in wide.index:
        return refused(Reason("not_listed", place))
    above = wide.gt(wide.loc[place])
    passed = sorted(above.index[above[start] != above[end]])
    codes = known[by].astype(str)
    reasons = tuple(
        Reason(reason.code, f"{code} {reason.where}")
        for code in (place, *passed)
        for reason in growth_reasons(known[codes == code], start=start, end=end)
    )
    if reasons:
        return refused(*reasons)
    ranks = (1 + int(above[start].sum()), 1 + int(above[end].sum()))
    if ranks[0] == ranks[1]:
        return refused(Reason("no_change", f"rank {ranks[0]}"))
    return Verdict(ranks, beside=beside_of(known[codes.isin([place, *passed])]))
