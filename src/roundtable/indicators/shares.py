"""Shares and ranks of a corridor, with what the edition does not list."""

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from roundtable import places
from roundtable.places import OTHERS


@dataclass(frozen=True)
class Share:
    """A share and what is known of its uncertainty.

    Attributes
    ----------
    value
        Share of the people whom the edition lists, 0 to 1; None: no estimate.
    low, high
        Hard bounds: what the share would be if every corridor that the edition does not
        list had as many people as "Others" at its destination, or none.
    indication
        The share with the other edition's figures put in for unlisted corridors. An
        indication, never a bound.
    coverage
        Part of the other edition's stock that lies in corridors which this edition lists.
    not_listed
        Persons in the other edition by partner country, largest first.
    """

    value: float | None
    low: float | None = None
    high: float | None = None
    indication: float | None = None
    coverage: float | None = None
    not_listed: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Rank:
    """A rank, and the last rank that the unlisted corridors allow.

    Attributes
    ----------
    value
        Rank among the listed corridors, 1 for the largest; None: no estimate.
    worst
        Rank if every unlisted corridor that could be larger is larger.
    among
        Number of listed corridors with at least one person.
    in_other
        Rank in the other edition, in the last year that both give.
    """

    value: int | None
    worst: int | None
    among: int
    in_other: int | None


def common_year(stocks: pd.DataFrame, *, edition: str, other: str, year: int) -> int | None:
    """Return the last year, up to `year`, that both editions give; None if there is none.

    Parameters
    ----------
    stocks
        Rows with columns ``edition`` and ``year``.
    edition, other
        The two editions.
    year
        The last year that counts.

    Returns
    -------
    int or None
        A year, such as 2020 for the editions of 2020 and 2024.
    """
    years = [stocks["year"][stocks["edition"] == name].unique() for name in (edition, other)]
    both = [at for at in set(years[0]) & set(years[1]) if at <= year]
    return int(max(both)) if both else None


def share_of_emigrants(
    stocks: pd.DataFrame,
    *,
    origin: str,
    destination: str,
    year: int,
    edition: str,
    other: str,
) -> Share:
    """Share of an origin's emigrants who live in a destination.

    Parameters
    ----------
    stocks
        All rows of the origin in both editions, and the rows of origin "Others" at every
        destination.
    origin, destination, year, edition
        The corridor, the year and the edition.
    other
        The edition to compare with.

    Returns
    -------
    Share
        Denominator: emigrants whom the edition lists at any destination.
    """
    mine = _persons(stocks, edition, year, by="destination", origin=origin)
    theirs, year_of_other = _other(stocks, edition, other, year, by="destination", origin=origin)
    missing = {code: persons for code, persons in theirs.items() if code not in mine and persons}
    total = sum(mine.values())
    value = mine.get(destination)
    coverage = _coverage(mine, theirs)
    if value is None or not total:
        return Share(None, coverage=coverage, not_listed=_largest_first(missing))
    unknown = _persons(stocks, edition, year, by="destination", origin=OTHERS)
    room = sum(n for code, n in unknown.items() if code not in mine and code != origin)
    return Share(
        value=value / total,
        low=value / (total + room),
        high=value / total,
        indication=value / (total + sum(missing.values())) if year_of_other else None,
        coverage=coverage,
        not_listed=_largest_first(missing),
    )


def share_of_immigrants(
    stocks: pd.DataFrame,
    *,
    origin: str,
    destination: str,
    year: int,
    edition: str,
    other: str,
) -> Share:
    """Share of a destination's immigrants who come from an origin.

    Parameters
    ----------
    stocks
        All rows of the destination in both editions, "Others" included.
    origin, destination, year, edition, other
        As in `share_of_emigrants`.

    Returns
    -------
    Share
        Denominator: all immigrants, those of unknown origin included. ``high`` is the
        share among those whose origin is known.
    """
    every = _persons(stocks, edition, year, by="origin", destination=destination)
    mine = {code: persons for code, persons in every.items() if code != OTHERS}
    theirs, _ = _other(stocks, edition, other, year, by="origin", destination=destination)
    theirs.pop(OTHERS, None)
    missing = {code: persons for code, persons in theirs.items() if code not in mine and persons}
    value, total, known = mine.get(origin), sum(every.values()), sum(mine.values())
    coverage = _coverage(mine, theirs)
    if value is None or not total:
        return Share(None, coverage=coverage, not_listed=_largest_first(missing))
    return Share(
        value=value / total,
        low=value / total,
        high=value / known if known else None,
        coverage=coverage,
        not_listed=_largest_first(missing),
    )


def rank_among_destinations(
    stocks: pd.DataFrame, *, origin: str, destination: str, year: int, edition: str, other: str
) -> Rank:
    """Rank of a destination among those of an origin's emigrants.

    Parameters
    ----------
    stocks, origin, destination, year, edition, other
        As in `share_of_emigrants`.

    Returns
    -------
    Rank
        An unlisted destination could be larger where its "Others" are more numerous.
    """
    mine = _persons(stocks, edition, year, by="destination", origin=origin)
    theirs, _ = _other(stocks, edition, other, year, by="destination", origin=origin)
    unknown = _persons(stocks, edition, year, by="destination", origin=OTHERS)
    persons = mine.get(destination)
    larger = (
        sum(code not in mine and code != origin and n > persons for code, n in unknown.items())
        if persons is not None
        else 0
    )
    return _rank(mine, theirs, destination, could_be_larger=larger)


def rank_among_origins(
    stocks: pd.DataFrame, *, origin: str, destination: str, year: int, edition: str, other: str
) -> Rank:
    """Rank of an origin among those of a destination's immigrants.

    Parameters
    ----------
    stocks, origin, destination, year, edition, other
        As in `share_of_immigrants`.

    Returns
    -------
    Rank
        As many unlisted origins could be larger as fit into "Others" at once, and no more
        than there are countries and areas which the destination does not list.
    """
    mine = _persons(stocks, edition, year, by="origin", destination=destination)
    unknown = mine.pop(OTHERS, 0)
    theirs, _ = _other(stocks, edition, other, year, by="origin", destination=destination)
    theirs.pop(OTHERS, None)
    persons = mine.get(origin)
    not_listed = places.countries().keys() - mine.keys() - {destination}
    larger = min(unknown // (persons + 1), len(not_listed)) if persons is not None else 0
    return _rank(mine, theirs, origin, could_be_larger=larger)


def partners(
    stocks: pd.DataFrame, *, by: str, year: int, edition: str, other: str, **end: str
) -> pd.DataFrame:
    """List a country's partners with the people of each, those not listed included.

    Parameters
    ----------
    stocks
        All rows of the country in both editions.
    by
        ``destination`` (with ``origin=CODE``) or ``origin`` (with ``destination=CODE``).
    year, edition, other
        As in `share_of_emigrants`.
    **end
        The country at the other end.

    Returns
    -------
    DataFrame
        ``code, persons, status, year``: status ``listed``, ``others`` (origin unknown) or
        ``not_listed`` (persons of the other edition, in the last year that both give),
        most persons first. Corridors without people are left out.
    """
    mine = _persons(stocks, edition, year, by=by, **end)
    theirs, year_of_other = _other(stocks, edition, other, year, by=by, **end)
    theirs.pop(OTHERS, None)
    rows = [
        (code, persons, "others" if code == OTHERS else "listed", year)
        for code, persons in mine.items()
    ]
    rows += [
        (code, persons, "not_listed", year_of_other)
        for code, persons in theirs.items()
        if code not in mine
    ]
    table = pd.DataFrame(rows, columns=["code", "persons", "status", "year"])
    table = table[table["persons"] > 0]
    return table.sort_values(["persons", "code"], ascending=[False, True], ignore_index=True)


def _persons(stocks: pd.DataFrame, edition: str, year: int, *, by: str, **end: str) -> dict:
    """Return persons by partner, for one country at the other end."""
    wanted = {"edition": edition, "year": year, **end}
    found = np.logical_and.reduce([stocks[column] == value for column, value in wanted.items()])
    # Two columns of a table that is ten times as wide.
    return dict(zip(stocks[by][found].tolist(), stocks["both"][found].tolist(), strict=True))


def _other(
    stocks: pd.DataFrame, edition: str, other: str, year: int, *, by: str, **end: str
) -> tuple[dict, int | None]:
    """Return the other edition's persons by partner in the last common year, and that year."""
    at = common_year(stocks, edition=edition, other=other, year=year)
    return ({}, None) if at is None else (_persons(stocks, other, at, by=by, **end), at)


def _coverage(mine: dict, theirs: dict) -> float | None:
    total = sum(theirs.values())
    return sum(n for code, n in theirs.items() if code in mine) / total if total else None


def _largest_first(persons: dict) -> dict:
    return dict(sorted(persons.items(), key=lambda item: (-item[1], item[0])))


def _rank(mine: dict, theirs: dict, code: str, *, could_be_larger: int) -> Rank:
    listed = sum(n > 0 for n in mine.values())
    persons, in_other = mine.get(code), theirs.get(code)
    other = 1 + sum(n > in_other for n in theirs.values()) if in_other else None
    if not persons:
        return Rank(None, None, listed, other)
    ahead = sum(n > persons for n in mine.values())
    return Rank(1 + ahead, 1 + ahead + could_be_larger, listed, other)
