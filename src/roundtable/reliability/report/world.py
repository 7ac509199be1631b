"""What the figures of the world carry, and at which destinations they mislead most."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from roundtable.places import OTHERS
from roundtable.reliability.basis import changed_basis, counting_citizens
from roundtable.reliability.carried import frozen_intervals
from roundtable.reliability.counting import counts
from roundtable.reliability.editions import DISPUTED, compared, unlisted
from roundtable.reliability.emerging import LARGE, TIMES, Emergence, emergence
from roundtable.reliability.marking import flagged_stocks
from roundtable.reliability.report.lines import YEARS
from roundtable.reliability.seams import across
from roundtable.store import Tables

OLDER = "worldbank-gbmd"
"""The source whose years end where the edition's begin."""

PAIR = ["destination", "origin"]

COMPARED = 50_000
"""Persons from which on the world's report compares corridors between editions."""

SEAM_COMPARED = 10_000
"""Persons in either source from which on corridors are compared across the seam."""

LISTED = 12
"""Destinations or corridors that a list of the report names."""


@dataclass(frozen=True)
class Seam:
    """How far the older source and the edition differ in the last year that both have.

    Attributes
    ----------
    year
        The year.
    corridors, doubled
        Corridors with at least `SEAM_COMPARED` people in one of them; those that differ by
        more than a factor of two.
    """

    year: int
    corridors: int
    doubled: int


@dataclass(frozen=True)
class WorldReport:
    """Everything that the report of the world rests on.

    Attributes
    ----------
    edition, other, year, common
        As in `CountryReport`.
    persons
        Migrants of the world by edition and year.
    unknown
        Migrants of unknown origin in the edition and year.
    before
        The year of the edition before that.
    totals
        Migrants by destination in the edition and year.
    carried
        People at destinations whose division by origin only repeats that of the year before,
        by destination, the largest first.
    scaled
        The same of people in corridors that were multiplied by one factor, elsewhere.
    destinations
        Destinations of the edition in the year.
    unlisted
        Corridors and people that the edition does not list, by destination, the most people
        first: columns ``destination, corridors, persons``.
    others_growth
        By how much more people of unknown origin the edition has than the other, and how
        many of the unlisted that can hold at most.
    large, disputed, doubled
        Corridors of at least `COMPARED` people that both give; those that differ by more
        than a quarter, and by more than a factor of two.
    apart
        The largest that differ by more than a quarter: columns ``destination, origin,
        mine, theirs``.
    citizens
        People by destination that counts citizens, the largest first.
    mixed
        Destinations whose basis the editions read differently.
    breaks
        Corridors by destination and interval: columns ``edition, destination, start, end,
        origins``, the latest first.
    copies
        Destinations with a copied column in an older source, by source and year.
    seam
        The older source set against the edition.
    refugees
        Refugees under UNHCR in the year.
    since, emerging
        New corridors since that year that both editions carry, with their places.
    flags
        As from `counts`.
    """

    edition: str
    other: str
    year: int
    common: int
    persons: Mapping[str, Mapping[int, int]]
    unknown: int
    before: int
    totals: Mapping[str, int]
    carried: Mapping[str, int]
    scaled: Mapping[str, int]
    destinations: int
    unlisted: pd.DataFrame
    others_growth: tuple[int, int]
    large: int
    disputed: int
    doubled: int
    apart: pd.DataFrame
    citizens: Mapping[str, int]
    mixed: tuple[str, ...]
    breaks: pd.DataFrame
    copies: Mapping[tuple[str, int], int]
    seam: Seam
    refugees: int
    since: int
    emerging: tuple[tuple[str, str, Emergence], ...]
    flags: pd.DataFrame


def world_report(tables: Tables, *, edition: str, other: str, year: int) -> WorldReport:
    """Find out what can be said with the figures of the world.

    Parameters
    ----------
    tables
        The full store.
    edition, other, year
        As in `country_report`.

    Returns
    -------
    WorldReport
        Numbers and verdicts, without words.
    """
    stocks = tables.stocks
    years = {
        name: sorted(int(at) for at in stocks.loc[stocks["edition"] == name, "year"].unique())
        for name in (edition, other)
    }
    common = max(at for at in years[edition] if at in years[other] and at <= year)
    since = min(years[edition], key=lambda at: abs(at - (year - YEARS)))
    flagged = flagged_stocks(tables)
    now = flagged[(flagged["edition"] == edition) & (flagged["year"] == year)]
    frozen = frozen_intervals(tables.compositions)
    frozen = frozen[(frozen["edition"] == edition) & (frozen["end"] == year)]
    carried = now[now["destination"].isin(frozen["destination"])]
    both = compared(stocks)
    both = both[(both["year"] == common) & (both["larger"] >= COMPARED)]
    citizens = counting_citizens(tables.destinations)
    citizens = citizens[citizens["edition"] == edition]
    gaps = unlisted(stocks, edition=edition, other=other, year=common)
    refugees = tables.refugees
    return WorldReport(
        edition=edition,
        other=other,
        year=year,
        common=common,
        persons={
            str(name): {int(at): int(n) for at, n in rows.groupby("year")["both"].sum().items()}
            for name, rows in stocks.groupby("edition", observed=True)
        },
        unknown=int(now.loc[now["origin"] == OTHERS, "both"].sum()),
        before=max((at for at in years[edition] if at < year), default=year),
        totals=_people(now),
        carried=_people(carried),
        scaled=_people(now[now["copied"]]),
        destinations=now["destination"].nunique(),
        unlisted=_by_destination(gaps),
        others_growth=_others_growth(stocks, gaps, edition=edition, other=other, year=common),
        large=len(both),
        disputed=int((both["excess"] > DISPUTED).sum()),
        doubled=int((both["excess"] > 1).sum()),
        apart=_apart(both, stocks, edition=edition, other=other, year=common),
        citizens=_people(now[now["destination"].isin(citizens["destination"])]),
        mixed=tuple(changed_basis(tables.destinations)["destination"]),
        breaks=_breaks(tables.breaks),
        copies=_copies(tables),
        seam=_seam(tables, edition=edition, years=years[edition]),
        refugees=int(refugees.loc[refugees["year"] == year, "refugees"].sum()),
        since=since,
        emerging=_emerging(flagged, refugees, edition=edition, start=since, end=year),
        flags=counts(flagged),
    )


def _people(rows: pd.DataFrame) -> dict[str, int]:
    """Return people by destination, the most first."""
    sums = rows.groupby("destination", observed=True)["both"].sum()
    ordered = sums.sort_values(ascending=False, kind="stable")
    return {str(place): int(persons) for place, persons in ordered.items()}


def _by_destination(gaps: pd.DataFrame) -> pd.DataFrame:
    grouped = gaps.groupby("destination", observed=True)["both"].agg(["size", "sum"])
    table = grouped.reset_index().set_axis(["destination", "corridors", "persons"], axis=1)
    return table.sort_values("persons", ascending=False, ignore_index=True)


def _others_growth(
    stocks: pd.DataFrame, gaps: pd.DataFrame, *, edition: str, other: str, year: int
) -> tuple[int, int]:
    """Return how much "Others" grew between editions, and how much of the gaps that covers."""
    rows = stocks[(stocks["origin"] == OTHERS) & (stocks["year"] == year)]
    wide = rows.pivot(index="destination", columns="edition", values="both").fillna(0)
    growth = (wide[edition] - wide[other]).astype(int)
    lost = gaps.groupby("destination", observed=True)["both"].sum().astype(int)
    covered = growth.reindex(lost.index).fillna(0).clip(lower=0).clip(upper=lost)
    return int(growth.sum()), int(covered.sum())


def _apart(
    both: pd.DataFrame, stocks: pd.DataFrame, *, edition: str, other: str, year: int
) -> pd.DataFrame:
    """Return the largest corridors on which the editions differ, with both figures."""
    rows = both[both["excess"] > DISPUTED].sort_values("larger", ascending=False).head(LISTED)
    rows = rows[PAIR].astype(str)
    for name, column in ((edition, "mine"), (other, "theirs")):
        figures = stocks[(stocks["edition"] == name) & (stocks["year"] == year)]
        figures = figures[[*PAIR, "both"]].astype(dict.fromkeys(PAIR, str))
        rows = rows.merge(figures.rename(columns={"both": column}), on=PAIR, how="left")
    return rows


def _breaks(breaks: pd.DataFrame) -> pd.DataFrame:
    keys = ["edition", "destination", "start", "end"]
    table = breaks.groupby(keys, observed=True).size().rename("origins").reset_index()
    table = table.astype({"edition": str, "destination": str})
    order = ["end", "edition", "destination"]
    return table.sort_values(order, ascending=[False, False, True], ignore_index=True)


def _copies(tables: Tables) -> dict[tuple[str, int], int]:
    """Count the destinations with a copied column in the older sources."""
    older = set(tables.history["source"].astype(str))
    rows = tables.copies[tables.copies["source"].astype(str).isin(older)]
    sizes = rows.groupby(["source", "year"], observed=True).size()
    return {(str(source), int(year)): int(n) for (source, year), n in sizes.items()}


def _seam(tables: Tables, *, edition: str, years: list[int]) -> Seam:
    older = tables.history[tables.history["source"] == OLDER]
    year = int(max(at for at in older["year"].unique() if at in years))
    rows = across(tables.stocks, older, edition=edition, year=year)
    figures = rows.loc[rows["origin"] != OTHERS, ["older", "newer"]].astype(float)
    large = figures[figures.max(axis=1) >= SEAM_COMPARED]
    doubled = large.max(axis=1) > 2 * large.min(axis=1)
    return Seam(year, len(large), int(doubled.sum()))


def _emerging(
    flagged: pd.DataFrame, refugees: pd.DataFrame, *, edition: str, start: int, end: int
) -> tuple[tuple[str, str, Emergence], ...]:
    """Return origin, destination and verdict of the new corridors, the largest first."""
    known = flagged[flagged["origin"] != OTHERS].astype(dict.fromkeys(PAIR, str))
    mine = known[known["edition"] == edition]
    wide = mine.pivot(index=PAIR, columns="year", values="both").astype(float)
    new = (wide[start] < LARGE) & (wide[end] >= LARGE) & (wide[end] >= TIMES * wide[start])
    candidates = wide.index[new]
    rows = known.set_index(PAIR).loc[candidates].reset_index()
    found = []
    for (destination, origin), corridor in rows.groupby(PAIR):
        verdict = emergence(corridor, edition=edition, start=start, end=end, refugees=refugees)
        if verdict.value is not None:
            found.append((origin, destination, verdict.value))
    return tuple(sorted(found, key=lambda told: -told[2].after))
