"""The stocks that a government may be asked about: its corridors, and all its immigrants."""

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from roundtable import reliability
from roundtable.briefing.study import Study
from roundtable.facts import Fact, SourceRef, forms
from roundtable.indicators import corridor, shares
from roundtable.places import OTHERS
from roundtable.sources import EDITIONS

RECENT = 20
"""Years back to which a break in the count matters: a debate on growth covers a generation, and
tells it from figures on either side of the break."""

Pair = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Stock:
    """One figure of one edition.

    Attributes
    ----------
    persons
        None where the edition does not list it.
    edition, year
        Where it stands.
    kind, flags
        As in a fact.
    """

    persons: int | None
    edition: str
    year: int
    kind: str = "measured"
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A stock with what both editions say of it.

    Attributes
    ----------
    origin, destination
        Its two ends; without an origin, all immigrants of the destination.
    now, here, there
        The figure; that of the last common year by the same edition; and by the other one.
    excess
        By how much the larger of `here` and `there` exceeds the smaller; None where one is
        missing.
    rebased
        Last year of the past twenty in which most origins left their course together; else None.
    of_session
        Whether it is a corridor of the roundtable.
    """

    origin: str | None
    destination: str
    now: Stock
    here: Stock
    there: Stock
    excess: float | None = None
    rebased: int | None = None
    of_session: bool = False

    @property
    def kind(self) -> str:
        """Kind of the figure."""
        return self.now.kind

    @property
    def flags(self) -> tuple[str, ...]:
        """Flags of the figure."""
        return self.now.flags

    @property
    def size(self) -> int:
        """Persons, by the other edition where this one does not list the corridor."""
        return self.there.persons or 0 if self.now.persons is None else self.now.persons

    @property
    def id(self) -> str:
        """Id of its fact."""
        return f"stock-{self.origin or 'all'}-{self.destination}".lower()


def of_country(study: Study, country: str, *, session: Collection[Pair]) -> list[Figure]:
    """Return the figures of every corridor that a country is an end of.

    Parameters
    ----------
    study
        Tables, year and editions.
    country
        ISO 3166 alpha-3 code.
    session
        Corridors of the roundtable, as pairs of origin and destination.

    Returns
    -------
    list of Figure
        Corridors with at least one person in either edition: those of the session first, then
        the larger ones.
    """
    stocks = study.tables.stocks
    mine = (stocks["origin"] == country) | (stocks["destination"] == country)
    return of_rows(study, stocks[mine & (stocks["origin"] != OTHERS)], session=session)


def of_pairs(study: Study, pairs: Collection[Pair]) -> list[Figure]:
    """Return the figures of the corridors of a roundtable that either edition gives.

    Parameters
    ----------
    study
        Tables, year and editions.
    pairs
        Origins and destinations.
    """
    stocks = study.tables.stocks
    origins, destinations = map(set, zip(*pairs, strict=True))
    rough = stocks[stocks["origin"].isin(origins) & stocks["destination"].isin(destinations)]
    return [figure for figure in of_rows(study, rough, session=pairs) if figure.of_session]


def of_rows(study: Study, rows: pd.DataFrame, *, session: Collection[Pair]) -> list[Figure]:
    """Return the figures of whole corridors, ordered as in `of_country`."""
    ends = ["origin", "destination"]
    # Of all rows: an edition that lists none of these corridors still gives the year.
    everything = study.tables.aggregates
    common = (
        shares.common_year(everything, edition=study.edition, other=study.other, year=study.year)
        or study.year
    )
    flagged = reliability.flagged_with(study.tables, rows)
    own, others = (flagged[flagged["edition"] == name] for name in (study.edition, study.other))
    broken = own[own["rebased"] & own["year"].between(study.year - RECENT, study.year)]
    rebased = broken.groupby(ends, observed=True)["year"].max().to_dict()
    excess: dict[Pair, float] = {}
    found: list[dict[Pair, Stock]] = []
    for part, edition, year in (
        (own, study.edition, study.year),
        (own, study.edition, common),
        (others, study.other, common),
    ):
        known = part[part["year"] == year].to_dict(orient="records")
        found.append({_pair(row): _stock(row, edition=edition, year=year) for row in known})
        excess |= {_pair(row): row["excess"] for row in known}
    now, here, there = found
    figures = []
    for pair in dict.fromkeys([*now, *there]):
        figures.append(
            Figure(
                origin=pair[0],
                destination=pair[1],
                now=now.get(pair) or _absent(study.edition, study.year),
                here=here.get(pair) or _absent(study.edition, common),
                there=there.get(pair) or _absent(study.other, common),
                excess=None if pd.isna(excess[pair]) else float(excess[pair]),
                rebased=rebased.get(pair),
                of_session=pair in session,
            )
        )
    known = [figure for figure in figures if figure.size > 0 or figure.of_session]
    return sorted(known, key=lambda item: (not item.of_session, -item.size, item.id))


def total(study: Study, country: str) -> Figure | None:
    """Return all immigrants of a country; None where the edition gives no figure.

    It is flagged where the country counts foreign citizens, and carried forward where the
    publisher had no data of it and imputed the figures.
    """
    rows = study.tables.aggregates
    own = rows[(rows["place"] == country) & (rows["direction"] == "immigrants")]
    common = shares.common_year(own, edition=study.edition, other=study.other, year=study.year)
    places = {"now": (study.edition, study.year)}
    places |= {"here": (study.edition, common or study.year), "there": (study.other, common or 0)}
    persons = {
        name: corridor.immigrant_stock(rows, destination=country, year=year, edition=edition)
        for name, (edition, year) in places.items()
    }
    if persons["now"] is None:
        return None
    pair = [persons["here"], persons["there"]]
    excess = max(pair) / min(pair) - 1 if all(pair) else None
    marks = study.tables.destinations
    marks = marks[(marks["edition"] == study.edition) & (marks["destination"] == country)]
    mark = marks.iloc[0] if len(marks) else None
    kind = _kind_of_total(excess, imputed=mark is not None and bool(mark["imputed"]))
    citizens = mark is not None and bool(mark["citizens"]) and not bool(mark["born"])
    stocks = {
        name: Stock(
            persons=persons[name],
            edition=edition,
            year=year,
            kind=kind,
            flags=("citizens",) if citizens else (),
        )
        for name, (edition, year) in places.items()
    }
    return Figure(origin=None, destination=country, excess=excess, **stocks)


def _kind_of_total(excess: float | None, *, imputed: bool) -> str:
    """Return the kind of a total by the rules that hold for a corridor."""
    if excess is not None and excess > reliability.DISPUTED:
        return "disputed"
    if imputed:
        return "carried-forward"
    return "revised" if excess is not None and excess > reliability.REVISED else "measured"


def abroad(study: Study, country: str) -> Fact:
    """Return the emigrants of a country whom the edition lists, by the kind of a total.

    It is flagged where the other edition gives a corridor that this one does not list.
    """
    rows = study.tables.aggregates
    own = rows[(rows["place"] == country) & (rows["direction"] == "emigrants")]
    common = shares.common_year(own, edition=study.edition, other=study.other, year=study.year)
    now, here, there = (
        corridor.emigrant_stock(rows, origin=country, year=year, edition=edition)
        for edition, year in (
            (study.edition, study.year),
            (study.edition, common or 0),
            (study.other, common or 0),
        )
    )
    excess = max(here, there) / min(here, there) - 1 if here and there else None
    gaps = reliability.unlisted(
        study.tables.stocks[study.tables.stocks["origin"] == country],
        edition=study.edition,
        other=study.other,
        year=common or 0,
    )
    return study.fact(
        "emigrants",
        now,
        forms.people,
        unit="persons",
        indicator="emigrants_of_one",
        definition="Emigrants of the country whom the edition lists at any destination",
        arguments={"origin": country, "year": study.year},
        kind="no-estimate" if now is None else _kind_of_total(excess, imputed=False),
        flags=("not_listed",) if len(gaps) else (),
    )


def facts_of(study: Study, figure: Figure) -> dict[str, Fact]:
    """Make the facts of a figure.

    Returns
    -------
    dict of str to Fact
        ``stock``, and ``here`` and ``there`` of the last common year; their ids are
        ``stock-mus-fra``, ``stock-mus-fra-here`` and ``stock-mus-fra-there``.
    """
    whole = figure.origin is None
    found = {}
    for name in ("stock", "here", "there"):
        stock: Stock = figure.now if name == "stock" else getattr(figure, name)
        ends = {"destination": figure.destination, "year": stock.year}
        found[name] = Fact(
            id=figure.id if name == "stock" else f"{figure.id}-{name}",
            value=stock.persons,
            unit="persons",
            printed={study.language: forms.people(stock.persons, study.language)},
            indicator="immigrant_stock" if whole else "corridor_stock",
            definition="Immigrants of the country, from all origins"
            if whole
            else "People of one origin who live in one destination, at mid-year",
            arguments=ends if whole else {"origin": figure.origin, **ends},
            edition=stock.edition,
            sources=(SourceRef(EDITIONS[stock.edition]),),
            kind=stock.kind,
            flags=stock.flags,
        )
    return found


def _pair(row: dict) -> Pair:
    return str(row["origin"]), str(row["destination"])


def _stock(row: dict, *, edition: str, year: int) -> Stock:
    return Stock(
        persons=int(row["both"]),
        edition=edition,
        year=year,
        kind=str(row["kind"]),
        flags=tuple(name for name in reliability.FLAGS if row.get(name)),
    )


def _absent(edition: str, year: int) -> Stock:
    return Stock(persons=None, edition=edition, year=year, kind="not-listed", flags=("not_listed",))
