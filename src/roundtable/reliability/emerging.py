"""What may be told of new corridors: those that grew from small to large."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from roundtable.reliability.editions import DISPUTED
from roundtable.reliability.refugees import persons_under_unhcr
from roundtable.reliability.statements import (
    Columns,
    arrays_of,
    beside_of,
    columns_at,
    growth_reasons,
)
from roundtable.reliability.verdicts import Reason, Verdict, refused

LARGE = 25_000
"""Persons: fewer at the start, at least as many at the end.

In the 2024 edition 1,136 corridors have as many (2024), a quarter of those with at least 500
people. Beginning above it, a corridor was not new: Chinese in Australia rose fourfold from
145,000."""

TIMES = 3
"""A corridor emerges when it at least trebles: in nine years 13% a year, in fifteen 7.6%.

A corridor that doubled in fifteen years grew by less than 5% a year, as the immigrants of many
destinations did altogether. From 2015 to 2024, 187 corridors doubled to at least 25,000, 115
trebled and 60 rose fivefold, whatever their start."""

DRIVEN = 0.5
"""Growth is driven by refugees when they make up at least half of it."""


@dataclass(frozen=True)
class Emergence:
    """A corridor that grew from small to large.

    Attributes
    ----------
    start, end
        Years.
    before, after
        Persons in those years.
    refugees_before, refugees_after
        Refugees and asylum seekers under UNHCR in those years; 0 where it lists none.
    """

    start: int
    end: int
    before: int
    after: int
    refugees_before: int
    refugees_after: int

    @property
    def driven_by_refugees(self) -> bool:
        """Whether refugees and asylum seekers are at least half of the growth."""
        grown = self.refugees_after - self.refugees_before
        return grown >= DRIVEN * (self.after - self.before)


def emergence(
    rows: Columns,
    *,
    edition: str,
    start: int,
    end: int,
    refugees: pd.DataFrame,
    large: int = LARGE,
) -> Verdict[Emergence]:
    """Tell whether a corridor emerged between two years.

    Parameters
    ----------
    rows
        Flagged rows of one corridor in both editions, or their columns; among these may be
        ``under_unhcr``, the persons of `persons_under_unhcr`, where they were counted for many
        corridors at once.
    edition
        The edition whose figures are told.
    start, end
        Years.
    refugees
        Table of refugees by corridor and year.
    large
        Persons from which a corridor counts as large.

    Returns
    -------
    Verdict of Emergence
        Told where the corridor has fewer than `large` people at the start and at least as
        many at the end, and `TIMES` those of the start; growth between is not refused; and
        the other edition agrees: it carries growth up to the last year that both give,
        upwards, and differs by no more than a quarter at either end of that. Otherwise
        refused, as ``no_change`` where it did not grow from small to large.
    """
    columns = arrays_of(rows)
    own, years = columns["edition"] == edition, columns["year"]
    mine = columns_at(columns, own & (start <= years) & (years <= end))
    theirs = columns_at(columns, ~own)
    beside = tuple(flag for flag in beside_of(mine) if flag != "disputed")
    reasons = growth_reasons(mine, start=start, end=end)
    if any(reason.code == "not_listed" for reason in reasons):
        return refused(*reasons)
    persons = _by_year(mine)
    before, after = persons[start], persons[end]
    if not before < large <= after or after < TIMES * before:
        return refused(Reason("no_change", f"{before:,} to {after:,}"), beside=beside)
    reasons += _in_the_other(mine, theirs, start=start, end=end)
    if reasons:
        return refused(*dict.fromkeys(reasons), beside=beside)
    found = np.flatnonzero(own & np.isin(years, [start, end]))
    ends = columns_at(columns, found[np.argsort(years[found], kind="stable")])
    under = ends.get("under_unhcr")
    if under is None:
        under = persons_under_unhcr(pd.DataFrame(ends), refugees)
    counted = [int(count) for count in under]
    return Verdict(Emergence(start, end, before, after, *counted), beside=beside)


def _by_year(rows: Columns) -> dict[int, int]:
    return dict(zip(rows["year"].tolist(), rows["both"].tolist(), strict=True))


def _in_the_other(mine: Columns, theirs: Columns, *, start: int, end: int) -> tuple[Reason, ...]:
    """List what the other edition has against it."""
    common = sorted(set(theirs["year"].tolist()) & set(mine["year"].tolist()))
    if start not in common:
        return (Reason("not_listed", "in the other edition"),)
    last = common[-1]
    if last == start:
        return ()
    inside = columns_at(theirs, (start <= theirs["year"]) & (theirs["year"] <= last))
    reasons = tuple(
        Reason(reason.code, f"in the other edition: {reason.where}")
        for reason in growth_reasons(inside, start=start, end=last)
    )
    figures = _by_year(inside)
    if figures[last] <= figures[start]:
        reasons += (Reason("disputed", f"in the other edition no growth to {last}"),)
    ends = columns_at(mine, np.isin(mine["year"], [start, last]))
    apart = sorted(ends["year"][ends["excess"] > DISPUTED].tolist())
    if apart:
        reasons += (Reason("disputed", ", ".join(map(str, apart))),)
    return reasons
