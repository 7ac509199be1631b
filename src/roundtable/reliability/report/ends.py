"""A country at one end of its corridors: how far two editions agree on them."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from roundtable.places import OTHERS
from roundtable.reliability.editions import DISPUTED, compared, unlisted
from roundtable.reliability.ranks import rank
from roundtable.reliability.report.lines import Line, lines
from roundtable.reliability.verdicts import in_both

LINES = 12
"""Corridors that a report lists for each end; they hold most people of nearly every country."""

LARGE = 1_000
"""Persons from which on a report counts the corridors on which the editions differ."""

RANKS = 5
"""The most ranks that a report tells."""


@dataclass(frozen=True)
class Agreement:
    """How far two editions agree on the corridors of one end, in a year that both give.

    Attributes
    ----------
    corridors
        Those that both give, with at least `LARGE` people in one.
    disputed, doubled
        Of these, how many differ by more than a quarter, and by more than a factor of two.
    same
        How many have the same figure. Where all have, the newer edition repeats the older,
        and their agreement confirms nothing.
    """

    corridors: int
    disputed: int
    doubled: int
    same: int


@dataclass(frozen=True)
class Gap:
    """Corridors that the report's edition does not list and the other does.

    Attributes
    ----------
    people
        Persons in the other edition by place, the largest first; places without people
        left out.
    whole
        Persons of known origin at this end in the other edition, in the same year.
    others
        As destination: people of unknown origin in the other edition and in this one.
    """

    people: Mapping[str, int]
    whole: int
    others: tuple[int, int] | None = None

    @property
    def persons(self) -> int:
        """All people in these corridors, in the other edition."""
        return sum(self.people.values())

    @property
    def share(self) -> float:
        """These people among all of the other edition, 0 to 1."""
        return self.persons / self.whole if self.whole else 0.0


@dataclass(frozen=True)
class End:
    """A country at one end of its corridors.

    Attributes
    ----------
    by
        The end that varies: ``origin`` where the country is the destination.
    persons
        Immigrants, or emigrants whom the edition lists, by edition and year.
    listed
        Corridors with at least one person in the last year of each edition.
    agreement, gap
        Between the editions, in their last common year.
    first
        The largest place in the last common year, by edition.
    ranks
        Places that stand at the same rank in both editions from the first on, in order.
    lines
        The largest corridors.
    """

    by: str
    persons: Mapping[str, Mapping[int, int]]
    listed: Mapping[str, int]
    agreement: Agreement
    gap: Gap
    first: Mapping[str, str]
    ranks: tuple[str, ...]
    lines: tuple[Line, ...]


def end_of(
    flagged: pd.DataFrame,
    *,
    refugees: pd.DataFrame,
    breaks: pd.DataFrame,
    by: str,
    edition: str,
    other: str,
    year: int,
    common: int,
) -> End:
    """Describe a country at one end of its corridors.

    Parameters
    ----------
    flagged
        Flagged rows of the country at this end: both editions, all years.
    refugees
        Table of refugees by corridor and year.
    breaks
        Table of breaks that most origins share.
    by
        The end that varies: ``origin`` where the country is the destination.
    edition, other, year, common
        As in `CountryReport`.

    Returns
    -------
    End
    """
    known = flagged[flagged[by] != OTHERS]
    return End(
        by=by,
        persons={
            str(name): {int(at): int(n) for at, n in rows.groupby("year")["both"].sum().items()}
            for name, rows in flagged.groupby("edition", observed=True)
        },
        listed={
            str(name): int((rows.loc[rows["year"] == rows["year"].max(), "both"] > 0).sum())
            for name, rows in known.groupby("edition", observed=True)
        },
        agreement=_agreement(known, year=common),
        gap=_gap(flagged, by=by, edition=edition, other=other, year=common),
        first={
            str(name): str(rows.sort_values("both", ascending=False, kind="stable")[by].iloc[0])
            for name, rows in known[known["year"] == common].groupby("edition", observed=True)
        },
        ranks=_ranks(flagged, by=by, edition=edition, other=other, year=common),
        lines=tuple(
            lines(
                flagged,
                refugees,
                breaks=breaks,
                by=by,
                edition=edition,
                year=year,
                common=common,
                count=LINES,
            )
        ),
    )


def _agreement(known: pd.DataFrame, *, year: int) -> Agreement:
    rows = compared(known)
    large = rows[(rows["year"] == year) & (rows["larger"] >= LARGE)]
    return Agreement(
        corridors=len(large),
        disputed=int((large["excess"] > DISPUTED).sum()),
        doubled=int((large["excess"] > 1).sum()),
        same=int((large["excess"] == 0).sum()),
    )


def _gap(flagged: pd.DataFrame, *, by: str, edition: str, other: str, year: int) -> Gap:
    rows = unlisted(flagged, edition=edition, other=other, year=year)
    rows = rows.sort_values("both", ascending=False, kind="stable")
    people = dict(zip(rows[by].astype(str), rows["both"].astype(int), strict=True))
    theirs = flagged[(flagged["edition"] == other) & (flagged["year"] == year)]
    whole = int(theirs.loc[theirs["origin"] != OTHERS, "both"].sum())
    if by == "destination":
        return Gap(people, whole)
    others = flagged[(flagged["origin"] == OTHERS) & (flagged["year"] == year)]
    before, after = (
        int(others.loc[others["edition"] == name, "both"].sum()) for name in (other, edition)
    )
    return Gap(people, whole, (before, after))


def _ranks(
    flagged: pd.DataFrame, *, by: str, edition: str, other: str, year: int
) -> tuple[str, ...]:
    """Return the places that both editions have at the first, second … rank."""
    now = flagged[flagged["year"] == year]
    editions = [now[now["edition"] == name] for name in (edition, other)]
    gaps = [
        unlisted(flagged, edition=mine, other=theirs, year=year)
        for mine, theirs in ((edition, other), (other, edition))
    ]
    known = editions[0][editions[0][by] != OTHERS]
    found: list[str] = []
    for place in known.sort_values("both", ascending=False, kind="stable")[by].head(RANKS):
        told = in_both(
            *(
                rank(rows, by=by, place=str(place), unlisted=gap)
                for rows, gap in zip(editions, gaps, strict=True)
            )
        )
        if told.value != (len(found) + 1,) * 2:
            break
        found.append(str(place))
    return tuple(found)
