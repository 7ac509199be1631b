"""The facts of a corridor: every number that the bilateral briefing may print."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import pandas as pd

from roundtable import reliability
from roundtable.facts import Fact, SourceRef, forms
from roundtable.indicators import context, corridor, dependency, shares
from roundtable.places import OTHERS
from roundtable.store import Tables
from roundtable.sources import EDITIONS, WORLD_BANK


@dataclass(frozen=True)
class Corridor:
    """A corridor in one edition and year, with the rows that its facts rest on.

    Attributes
    ----------
    tables
        All tables.
    origin, destination, year, edition, other, language
        What the briefing is about; `other` is the edition to compare with.
    flagged
        Rows of both countries in both editions, with flags, and of "Others" everywhere.
    common
        Last year that both editions give, up to `year`.
    """

    tables: Tables
    origin: str
    destination: str
    year: int
    edition: str
    other: str
    language: str
    flagged: pd.DataFrame
    common: int

    @property
    def growth_period(self) -> tuple[int, int] | None:
        """First and last year between which growth is told; None where it is not."""
        rows = pd.concat([self.rows(edition=edition) for edition in (self.edition, self.other)])
        return reliability.common_period(rows, last=self.year)

    def row(self, *, edition: str, year: int, reverse: bool = False) -> pd.Series | None:
        """Return the flagged row of the corridor (or of its reverse) in a year."""
        origin, destination = (
            (self.destination, self.origin) if reverse else (self.origin, self.destination)
        )
        rows = self.flagged
        found = rows[
            (rows["origin"] == origin)
            & (rows["destination"] == destination)
            & (rows["edition"] == edition)
            & (rows["year"] == year)
        ]
        return found.iloc[0] if len(found) else None

    def rows(self, *, edition: str) -> pd.DataFrame:
        """Return the flagged rows of the corridor in an edition, by year."""
        rows = self.flagged
        return rows[
            (rows["origin"] == self.origin)
            & (rows["destination"] == self.destination)
            & (rows["edition"] == edition)
        ].sort_values("year")


def open_corridor(
    tables: Tables,
    *,
    origin: str,
    destination: str,
    year: int,
    edition: str,
    other: str,
    language: str,
) -> Corridor:
    """Select and flag the rows that a corridor's facts rest on."""
    stocks = tables.stocks
    ends = [origin, destination]
    rows = stocks[
        stocks["origin"].isin(ends)
        | stocks["destination"].isin(ends)
        | (stocks["origin"] == OTHERS)
    ]
    flagged = reliability.flagged(
        rows, compositions=tables.compositions, destinations=tables.destinations
    )
    common = shares.common_year(rows, edition=edition, other=other, year=year)
    return Corridor(
        tables, origin, destination, year, edition, other, language, flagged, common or year
    )


def corridor_facts(c: Corridor) -> list[Fact]:
    """Compute all facts of a corridor.

    Parameters
    ----------
    c
        The corridor, as from `open_corridor`.

    Returns
    -------
    list of Fact
        Ids as the templates use them; a fact without estimate has the value None.
    """
    return [*_stocks(c), *_growth(c), *_shares(c), *_ranks(c), *_intensity(c), *_dependency(c)]


def _fact(c: Corridor, id: str, value: Any, *, form: Any, **more: Any) -> Fact:
    """Make a fact of the corridor in its edition, with the kind of the corridor's figure."""
    edition = more.pop("edition", c.edition)
    arguments = {"origin": c.origin, "destination": c.destination, "year": c.year}
    arguments = more.pop("arguments", arguments)
    row = c.row(edition=edition, year=arguments.get("year", c.year))
    kind, flags = _kind(row, value)
    fact = Fact(
        id=id,
        value=value,
        printed={c.language: form(value, c.language)},
        arguments=arguments,
        edition=edition,
        sources=more.pop("sources", (SourceRef(EDITIONS[edition]),)),
        kind=more.pop("kind", kind),
        flags=more.pop("flags", flags),
        **more,
    )
    return fact


def _kind(
    row: pd.Series | None, value: Any, *, elsewhere: bool = True
) -> tuple[str, tuple[str, ...]]:
    """Return kind and flags; `elsewhere` says whether the other edition has a figure."""
    if row is None:
        return ("not-listed", ("not_listed",)) if elsewhere else ("no-estimate", ())
    return ("no-estimate" if value is None else str(row["kind"])), reliability.flags_of(row)


def _stocks(c: Corridor) -> list[Fact]:
    """Stocks both ways, in this edition and the other, and the share of women."""
    definition = "People of one origin who live in one destination, at mid-year"
    facts = []
    for prefix, reverse in (("", False), ("reverse-", True)):
        origin, destination = (
            (c.destination, c.origin) if reverse else (c.origin, c.destination)
        )
        anywhere = any(
            c.row(edition=edition, year=c.common, reverse=reverse) is not None
            for edition in (c.edition, c.other)
        )
        for name, edition, year in (
            ("stock", c.edition, c.year),
            ("stock-common", c.edition, c.common),
            ("stock-other", c.other, c.common),
        ):
            row = c.row(edition=edition, year=year, reverse=reverse)
            value = None if row is None else int(row["both"])
            kind, flags = _kind(row, value, elsewhere=anywhere)
            arguments = {"origin": origin, "destination": destination, "year": year, "sex": "both"}
            fact = partial(
                _fact, c, unit="persons", arguments=arguments, edition=edition, kind=kind,
                flags=flags,
            )  # fmt: skip
            facts.append(
                fact(
                    f"{prefix}{name}", value, form=forms.people,
                    indicator="corridor_stock", definition=definition,
                )  # fmt: skip
            )
            if name == "stock":
                female = None if row is None else int(row["female"])
                women = corridor.share_of_women(female, value)
                facts.append(
                    replace(
                        fact(
                            f"{prefix}share-of-women", women, form=forms.percent,
                            indicator="share_of_women",
                            definition="Women among the people of the corridor",
                        ),
                        unit="share",
                    )  # fmt: skip
                )
    return facts


def _growth(c: Corridor) -> list[Fact]:
    """Growth in both editions over the period that both carry."""
    period = c.growth_period
    facts = []
    for name, edition in (("growth", c.edition), ("growth-other", c.other)):
        found = (
            corridor.growth(
                c.flagged, origin=c.origin, destination=c.destination, edition=edition,
                start=period[0], end=period[1],
            )  # fmt: skip
            if period
            else None
        )
        arguments = {"origin": c.origin, "destination": c.destination}
        if period:
            arguments |= {"start": period[0], "end": period[1]}
        ends = [c.row(edition=edition, year=at) for at in period or ()]
        kinds = [str(row["kind"]) for row in ends if row is not None] or ["no-estimate"]
        flags = dict.fromkeys(flag for row in ends for flag in reliability.flags_of(row))
        for id, value, form, unit, what in (
            (name, found and found.ratio, forms.change, "ratio", "Stock at the end over stock at the start"),
            (f"{name}-rate", found and found.per_year, forms.percent, "per year",
             "Exponential rate of change a year: ln(end / start) / years"),
        ):  # fmt: skip
            facts.append(
                _fact(
                    c, id, value, form=form, unit=unit, edition=edition,
                    indicator="growth", definition=what, arguments=arguments,
                    kind=max(kinds, key=reliability.KINDS.index), flags=tuple(flags),
                )  # fmt: skip
            )
    return facts


def _shares(c: Corridor) -> list[Fact]:
    arguments = {
        "origin": c.origin,
        "destination": c.destination,
        "year": c.year,
        "edition": c.edition,
        "other": c.other,
    }
    sources = tuple(SourceRef(EDITIONS[edition]) for edition in (c.edition, c.other))
    emigrants = shares.share_of_emigrants(c.flagged, **arguments)
    immigrants = shares.share_of_immigrants(c.flagged, **arguments)
    unlisted = sum(emigrants.not_listed.values()) or None
    indication = emigrants.indication
    shared = {key: arguments[key] for key in ("origin", "destination", "year")}
    facts = [
        _share(c, "share-of-emigrants", emigrants, shared, sources,
               "Emigrants of the origin who live in the destination, among those whom the edition "
               "lists at any destination"),
        _share(c, "share-of-immigrants", immigrants, shared, sources[:1],
               "Immigrants of the destination who come from the origin, among all its immigrants"),
    ]  # fmt: skip
    facts.append(
        _fact(c, "share-of-emigrants-indication", indication, form=forms.percent, unit="share",
              arguments=shared, sources=sources, indicator="share_of_emigrants",
              definition="The same share, with the other edition's figures put in for the corridors "
              "that this edition does not list",
              kind="not-listed" if unlisted else "measured", flags=("not_listed",) * bool(unlisted))
    )  # fmt: skip
    common = {"origin": c.origin, "year": c.common}
    gap = partial(
        _fact, c, arguments=common, sources=sources, indicator="unlisted",
        kind="not-listed" if unlisted else "measured",
        flags=("not_listed",) if unlisted else (),
    )  # fmt: skip
    largest = next(iter(emigrants.not_listed.items()), (None, None))
    facts += [
        gap("coverage", emigrants.coverage, form=forms.percent, unit="share",
            definition="Part of the origin's emigrants in the other edition who live in corridors "
            "that this edition lists"),
        gap("unlisted", unlisted, form=forms.people, unit="persons",
            definition="Emigrants of the origin in the other edition, in corridors that this "
            "edition does not list", not_listed=emigrants.not_listed),
        gap("unlisted-largest", largest[1], form=forms.people, unit="persons",
            definition="The largest of these corridors, in the other edition",
            arguments={**common, "destination": largest[0]}),
    ]  # fmt: skip
    every = corridor.immigrant_stock(
        c.tables.aggregates, destination=c.destination, year=c.year, edition=c.edition
    )
    unknown = corridor.unknown_origin(
        c.tables.aggregates, destination=c.destination, year=c.year, edition=c.edition
    )
    at_destination = {"destination": c.destination, "year": c.year}
    whole = partial(
        _fact, c, arguments=at_destination, kind="measured", flags=(), sources=sources[:1]
    )
    facts += [
        whole("immigrants", every, form=forms.people, unit="persons",
              indicator="immigrant_stock", definition="Immigrants of the destination, all origins"),
        whole("unknown-origin", unknown, form=forms.people, unit="persons",
              indicator="unknown_origin",
              definition='Immigrants of the destination whose origin is not given ("Others")'),
        whole("unknown-origin-share", unknown / every if every and unknown is not None else None,
              form=forms.percent, unit="share", indicator="unknown_origin",
              definition="Part of the destination's immigrants whose origin is not given"),
    ]  # fmt: skip
    return facts


def _share(c: Corridor, id: str, share: shares.Share, arguments, sources, definition) -> Fact:
    """Make a fact of a share, with its bounds and what is not listed."""
    fact = _fact(
        c, id, share.value, form=forms.percent, unit="share", arguments=arguments,
        sources=sources, indicator=id.replace("-", "_"), definition=definition,
        low=share.low, high=share.high, indication=share.indication, coverage=share.coverage,
        not_listed=share.not_listed if id == "share-of-emigrants" else {},
    )  # fmt: skip
    if share.not_listed and id == "share-of-emigrants":
        return replace(fact, flags=tuple(dict.fromkeys(("not_listed", *fact.flags))))
    return fact


def _ranks(c: Corridor) -> list[Fact]:
    arguments = {
        "origin": c.origin,
        "destination": c.destination,
        "year": c.year,
        "edition": c.edition,
        "other": c.other,
    }
    facts = []
    for id, found, what in (
        ("rank-of-destination", shares.rank_among_destinations(c.flagged, **arguments),
         "Rank of the destination among the listed destinations of the origin's emigrants"),
        ("rank-of-origin", shares.rank_among_origins(c.flagged, **arguments),
         "Rank of the origin among the listed origins of the destination's immigrants"),
    ):  # fmt: skip
        shared = {key: arguments[key] for key in ("origin", "destination", "year")}
        facts.append(
            _fact(c, id, found.value, form=forms.rank, unit="rank", arguments=shared,
                  indicator=id.replace("-", "_"), definition=what, low=found.value,
                  high=found.worst, indication=found.in_other)
        )  # fmt: skip
        facts.append(
            _fact(c, f"{id}-in-other", found.in_other, form=forms.rank, unit="rank",
                  edition=c.other, arguments={**shared, "year": c.common},
                  indicator=id.replace("-", "_"), definition=what)
        )  # fmt: skip
    return facts


def _intensity(c: Corridor) -> list[Fact]:
    """The stock against the inhabitants of either end."""
    row = c.row(edition=c.edition, year=c.year)
    persons = None if row is None else int(row["both"])
    facts = []
    for end, place in (("origin", c.origin), ("destination", c.destination)):
        inhabitants = context.population(
            c.tables.totals, place=place, year=c.year, edition=c.edition
        )
        facts.append(
            _fact(c, f"per-thousand-of-{end}", corridor.per_thousand(persons, inhabitants),
                  form=forms.per_thousand, unit="per 1,000 inhabitants",
                  indicator="per_thousand",
                  definition=f"People of the corridor for every 1,000 inhabitants of the {end}")
        )  # fmt: skip
    return facts


def _dependency(c: Corridor) -> list[Fact]:
    """Income, population and the spread of destinations: structural dependency."""
    mine = shares.partners(
        c.flagged, by="destination", year=c.year, edition=c.edition, other=c.other, origin=c.origin
    )
    listed = mine[mine["status"] == "listed"]
    unknown = c.flagged[
        (c.flagged["origin"] == OTHERS)
        & (c.flagged["edition"] == c.edition)
        & (c.flagged["year"] == c.year)
        & ~c.flagged["destination"].isin([*listed["code"], c.origin])
    ]
    found = dependency.effective_number(
        listed["persons"],
        maxima=unknown["both"],
        indications=mine.loc[mine["status"] == "not_listed", "persons"],
    )
    missing = bool((mine["status"] == "not_listed").any())
    effective = partial(
        _fact, c, form=_one_decimal, unit="destinations", indicator="effective_number",
        arguments={"origin": c.origin, "year": c.year},
        kind="not-listed" if missing else "measured", flags=("not_listed",) if missing else (),
    )  # fmt: skip
    facts = [
        effective("effective-destinations", found.listed, low=found.low, high=found.high,
                  indication=found.indication,
                  definition="Number of equally large destinations that the listed destinations of "
                  "the origin's emigrants amount to (inverse of the Herfindahl–Simpson index)"),
        effective("effective-destinations-indication", found.indication,
                  sources=tuple(SourceRef(EDITIONS[e]) for e in (c.edition, c.other)),
                  definition="The same, with the other edition's figures for unlisted corridors"),
    ]  # fmt: skip
    facts += _ratios(c)
    return facts


def _ratios(c: Corridor) -> list[Fact]:
    economies, totals = c.tables.economies, c.tables.totals
    incomes = {
        place: context.gdp_per_capita(economies, place=place, up_to=c.year)
        for place in (c.origin, c.destination)
    }
    years = [year for _, year in incomes.values()]
    same = years[0] == years[1]
    if not same and None not in years:
        # Compare both ends in the same year: the earlier of the two last ones.
        incomes = {
            place: context.gdp_per_capita(economies, place=place, up_to=min(years))
            for place in incomes
        }
    (low, at), (high, _) = incomes[c.origin], incomes[c.destination]
    bank = (SourceRef(WORLD_BANK),)
    arguments = {"origin": c.origin, "destination": c.destination, "year": at}
    outside = {"kind": "measured", "flags": ()}
    gdp = {"indicator": "gdp_per_capita", "sources": bank, "edition": c.edition, **outside}
    population = {
        place: context.population(totals, place=place, year=c.year, edition=c.edition)
        for place in (c.origin, c.destination)
    }
    people = [
        _fact(c, f"population-of-{end}", population[place], form=forms.people, unit="persons",
              indicator="population", definition="Inhabitants at mid-year",
              arguments={"place": place, "year": c.year}, **outside)
        for end, place in (("origin", c.origin), ("destination", c.destination))
    ]  # fmt: skip
    facts = [
        _fact(c, f"gdp-of-{end}", value, form=_dollars, unit="international dollars of 2021",
              definition="GDP per capita in purchasing power parities",
              arguments={"place": place, "year": year}, **gdp)
        for end, place, (value, year) in (
            ("origin", c.origin, incomes[c.origin]),
            ("destination", c.destination, incomes[c.destination]),
        )
    ]  # fmt: skip
    facts += people
    facts += [
        _fact(c, "gdp-ratio", dependency.ratio(high, low), form=forms.times, unit="ratio",
              definition="GDP per capita (PPP) of the destination over that of the origin",
              arguments=arguments, **gdp),
        _fact(c, "population-ratio",
              dependency.ratio(population[c.destination], population[c.origin]),
              form=forms.times, unit="ratio", indicator="population",
              definition="Inhabitants of the destination over those of the origin", **outside),
    ]  # fmt: skip
    return facts


def _one_decimal(value: float | None, language: str) -> str:
    if value is None:
        return forms.WORDS[language]["none"]
    return forms.number(value, language, digits=1)


def _dollars(value: float | None, language: str) -> str:
    if value is None:
        return forms.WORDS[language]["none"]
    return forms.people(value, language)
