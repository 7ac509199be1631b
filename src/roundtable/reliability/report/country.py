"""What the figures of one country carry: as destination, as origin, and before 1990."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from roundtable import places
from roundtable.places import OTHERS
from roundtable.reliability.copies import usable_history
from roundtable.reliability.marking import flagged_stocks
from roundtable.reliability.report.ends import LARGE, End, end_of
from roundtable.reliability.report.intervals import Interval, intervals
from roundtable.reliability.turns import Turn, turn
from roundtable.reliability.verdicts import in_both
from roundtable.store import Tables


@dataclass(frozen=True)
class Counting:
    """Whom a destination counts, by the publisher's marks in one edition."""

    born: bool
    citizens: bool
    refugees_added: bool
    imputed: bool


@dataclass(frozen=True)
class Column:
    """A year of an older source at a destination.

    Attributes
    ----------
    source, year
        The column.
    persons, origins
        People, and origins with people.
    copied_from, factor
        The year that it repeats, and the factor; None where it may be used.
    """

    source: str
    year: int
    persons: int
    origins: int
    copied_from: int | None
    factor: float | None


@dataclass(frozen=True)
class CountryReport:
    """Everything that the report of a country rests on.

    Attributes
    ----------
    country, edition, other, year, common
        The country; the edition reported and the one it is compared with; the year, and the
        last that both give.
    counting
        By edition; an edition that does not have the destination is not in it.
    unknown
        Share of the immigrants whose origin is not given, by edition, in its last year.
    intervals
        As destination, both editions.
    destination, origin
        The country at either end; None where no edition has it there.
    turns
        Countries with which its balance turned, in both editions, with the turn in the
        report's edition.
    territories, state
        Territories whose immigrants may be in the country's figure too; the state in whose
        figure those of the country may be, or an empty text.
    history
        Columns of the older source, as destination.
    """

    country: str
    edition: str
    other: str
    year: int
    common: int
    counting: Mapping[str, Counting]
    unknown: Mapping[str, float]
    intervals: tuple[Interval, ...]
    destination: End | None
    origin: End | None
    turns: tuple[tuple[str, Turn], ...]
    territories: tuple[str, ...]
    state: str
    history: tuple[Column, ...]


def country_report(
    tables: Tables, *, country: str, edition: str, other: str, year: int
) -> CountryReport:
    """Find out what can be said with the figures of a country.

    Parameters
    ----------
    tables
        Tables in which all corridors of the country are.
    country
        ISO 3166 code.
    edition, other
        The edition reported, and the one to compare with.
    year
        A year of the edition.

    Returns
    -------
    CountryReport
        Numbers and verdicts, without words.
    """
    stocks = tables.stocks
    shared = set(stocks.loc[stocks["edition"] == edition, "year"]) & set(
        stocks.loc[stocks["edition"] == other, "year"]
    )
    common = int(max(at for at in shared if at <= year))
    about = {"edition": edition, "other": other, "year": year, "common": common}
    figures = {"refugees": tables.refugees, "breaks": tables.breaks}
    flagged = flagged_stocks(tables)
    flagged = flagged[(flagged["destination"] == country) | (flagged["origin"] == country)]
    inside = places.counted_inside()
    into = flagged[flagged["destination"] == country]
    out_of = flagged[flagged["origin"] == country]
    return CountryReport(
        country=country,
        counting=_counting(tables.destinations, country),
        unknown=_unknown(into),
        intervals=tuple(
            intervals(into, compositions=tables.compositions, copies=tables.copies)
            if len(into)
            else ()
        ),
        destination=end_of(into, by="origin", **figures, **about) if len(into) else None,
        origin=end_of(out_of, by="destination", **figures, **about) if len(out_of) else None,
        turns=tuple(_turns(flagged, country=country, edition=edition, other=other)),
        territories=tuple(
            inside.loc[
                (inside["state"] == country)
                & (inside["edition"] == edition)
                & (inside["since"] <= year),
                "territory",
            ]
        ),
        state=places.may_be_counted_inside(country, edition=edition, year=year),
        history=_history(tables.history, tables.copies, country),
        **about,
    )


def _counting(destinations: pd.DataFrame, country: str) -> dict[str, Counting]:
    rows = destinations[destinations["destination"] == country]
    return {
        str(row.edition): Counting(
            bool(row.born), bool(row.citizens), bool(row.refugees_added), bool(row.imputed)
        )
        for row in rows.itertuples()
    }


def _unknown(into: pd.DataFrame) -> dict[str, float]:
    """Return the share of unknown origin in the last year of each edition."""
    found = {}
    for edition, rows in into.groupby("edition", observed=True):
        last = rows[rows["year"] == rows["year"].max()]
        total = int(last["both"].sum())
        others = int(last.loc[last["origin"] == OTHERS, "both"].sum())
        found[str(edition)] = others / total if total else 0.0
    return found


def _turns(
    flagged: pd.DataFrame, *, country: str, edition: str, other: str
) -> Iterator[tuple[str, Turn]]:
    """Yield the turns that both editions tell within the same years."""
    mine = flagged[flagged["edition"] == edition]
    ends = {"origin": "destination", "destination": "origin"}
    people = [
        mine[mine[end] == country].pivot(index=partner, columns="year", values="both").astype(float)
        for end, partner in ends.items()
    ]
    out, home = (table.set_axis(table.index.astype(str)) for table in people)
    balance = (out - home).dropna(how="all")
    # Most pairs keep their sign, and need no verdict.
    partners = set(balance.index[(balance.min(axis=1) < 0) & (balance.max(axis=1) > 0)])
    for partner in sorted(partners - {OTHERS, country}):
        pair = flagged[(flagged["origin"] == partner) | (flagged["destination"] == partner)]
        mine, theirs = (
            turn(pair[pair["edition"] == name], origin=country, destination=partner)
            for name in (edition, other)
        )
        both = in_both(mine, theirs, alike=_in_the_same_years)
        if both.value and max(abs(both.value[0].before), abs(both.value[0].after)) >= LARGE:
            yield partner, both.value[0]


def _in_the_same_years(first: Turn, second: Turn) -> bool:
    return first.start < second.end and second.start < first.end


def _history(history: pd.DataFrame, copies: pd.DataFrame, country: str) -> tuple[Column, ...]:
    here = history[history["destination"] == country]
    usable = usable_history(here, copies=copies)
    used = set(zip(usable["source"].astype(str), usable["year"].astype(int), strict=True))
    repeated = copies[copies["destination"] == country].set_index(["source", "year"])
    found = []
    for (source, year), rows in here.groupby(["source", "year"], observed=True):
        copied = (str(source), int(year)) not in used
        row = repeated.loc[(source, year)] if copied else None
        found.append(
            Column(
                source=str(source),
                year=int(year),
                persons=int(rows["persons"].sum()),
                origins=int((rows["persons"] > 0).sum()),
                copied_from=int(row["copied_from"]) if row is not None else None,
                factor=float(row["factor"]) if row is not None else None,
            )
        )
    return tuple(found)
