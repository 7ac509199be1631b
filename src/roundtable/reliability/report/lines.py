"""One corridor in a report: its figures in both editions, and what may be told of it."""

from dataclasses import dataclass

import pandas as pd

from roundtable.places import OTHERS
from roundtable.reliability.emerging import Emergence, emergence
from roundtable.reliability.marking import flags_of
from roundtable.reliability.names import FORBID_GROWTH
from roundtable.reliability.refugees import Inside, inside
from roundtable.reliability.statements import (
    alike_in_growth,
    common_period,
    growth,
)
from roundtable.reliability.verdicts import Reason, Verdict, in_both, refused

YEARS = 9
"""Years over which a new corridor is looked for: from 2015 for the figures of 2024."""


@dataclass(frozen=True)
class Line:
    """A corridor, seen from one of its ends.

    Attributes
    ----------
    place
        The other end.
    persons
        Migrant stock in the report's edition and year.
    kind, flags
        Of this figure.
    common, other
        Stock in the last year that both editions give: in the report's edition, and in the
        other; None where an edition does not list the corridor.
    refugees
        Refugees beside the stock in the report's year; None where UNHCR lists none.
    latest
        Growth over the last interval, in the report's edition.
    unsettled
        Whether most origins of the destination left their course in that interval: a change
        there says less also of those that did not.
    period
        The years over which both editions carry growth; None where there are none.
    growth
        Over these years, in the report's edition and in the other.
    both
        The same as one statement; refused where the editions differ. None where there are no
        such years.
    against
        What stands against such years, where there are none: flags of the corridor in either
        edition in any year.
    """

    place: str
    persons: int
    kind: str
    flags: tuple[str, ...]
    common: int | None
    other: int | None
    refugees: Inside | None
    latest: Verdict[float]
    unsettled: bool
    period: tuple[int, int] | None
    growth: tuple[Verdict[float], ...]
    both: Verdict[tuple[float, float]] | None
    against: tuple[str, ...]
    emerged: Verdict[Emergence]


def lines(
    flagged: pd.DataFrame,
    refugees: pd.DataFrame,
    *,
    breaks: pd.DataFrame,
    by: str,
    edition: str,
    year: int,
    common: int,
    count: int,
) -> list[Line]:
    """Describe the largest corridors of a country.

    Parameters
    ----------
    flagged
        Flagged rows of one origin or one destination, both editions, all years.
    refugees
        Table of refugees by corridor and year.
    breaks
        Table of breaks that most origins share.
    by
        The end that varies: ``destination`` or ``origin``.
    edition, year
        The figures that are reported.
    common
        Last year that both editions give.
    count
        How many corridors, the largest first.

    Returns
    -------
    list of Line
        "Others" left out.
    """
    now = flagged[
        (flagged["edition"] == edition)
        & (flagged["year"] == year)
        & (flagged[by] != OTHERS)
        & (flagged["both"] > 0)
    ]
    broken = breaks[(breaks["edition"] == edition) & (breaks["end"] == year)]
    unsettled = set(broken["destination"].astype(str))
    largest = now.sort_values("both", ascending=False, kind="stable").head(count)
    return [
        _line(
            row,
            flagged[flagged[by] == row[by]],
            refugees,
            by=by,
            common=common,
            unsettled=str(row["destination"]) in unsettled,
        )
        for _, row in largest.iterrows()
    ]


def _line(
    row: pd.Series,
    corridor: pd.DataFrame,
    refugees: pd.DataFrame,
    *,
    by: str,
    common: int,
    unsettled: bool,
) -> Line:
    """Describe a corridor, from its row and all its rows."""
    edition, year, stock = str(row["edition"]), int(row["year"]), int(row["both"])
    mine = corridor[corridor["edition"] == edition]
    theirs = corridor[corridor["edition"] != edition]
    earlier = [int(at) for at in mine["year"] if at < year]
    period = common_period(corridor, last=year)
    grown = tuple(growth(rows, start=period[0], end=period[1]) for rows in (mine, theirs) if period)
    return Line(
        place=str(row[by]),
        persons=stock,
        kind=str(row["kind"]),
        flags=flags_of(row),
        common=_persons(mine, common),
        other=_persons(theirs, common),
        refugees=inside(
            refugees,
            origin=str(row["origin"]),
            destination=str(row["destination"]),
            year=year,
            stock=stock,
        ),
        latest=growth(mine, start=max(earlier), end=year) if earlier else _NOT_THERE,
        period=period,
        unsettled=unsettled,
        growth=grown,
        both=in_both(*grown, alike=alike_in_growth) if grown else None,
        against=() if period else _against(mine, theirs),
        emerged=emergence(
            corridor,
            edition=edition,
            start=min(earlier, key=lambda at: abs(at - (year - YEARS)), default=year),
            end=year,
            refugees=refugees,
        ),
    )


_NOT_THERE: Verdict = refused(Reason("not_listed"))


def _against(mine: pd.DataFrame, theirs: pd.DataFrame) -> tuple[str, ...]:
    """Name what keeps a corridor from having years over which growth may be told."""
    if theirs.empty:
        return ("not_listed",)
    both = pd.concat([mine, theirs])
    return tuple(flag for flag in ("disputed", *FORBID_GROWTH) if flag in both and both[flag].any())


def _persons(rows: pd.DataFrame, year: int) -> int | None:
    found = rows.loc[rows["year"] == year, "both"]
    return int(found.iloc[0]) if len(found) else None
