"""A stock that a government may be asked about: what both editions say of it, and its facts."""

from dataclasses import dataclass

from roundtable.briefing.study import Study
from roundtable.facts import Fact, SourceRef, forms
from roundtable.reliability import refugees, territory
from roundtable.sources import EDITIONS, REFUGEES


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
        Last year of the past twenty in which the corridor left its course with most origins of
        its destination; else None.
    recounted
        Last year of the past twenty in which most origins of the destination did, this one among
        them or not; else None.
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
    recounted: int | None = None
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


def displaced_share(study: Study, figure: Figure) -> Fact:
    """Return which part of a figure are refugees and asylum seekers, at least.

    Its value is None where UNHCR counts more of them than the figure has people, or none.
    """
    found = refugees.inside(
        study.tables.refugees,
        origin=str(figure.origin),
        destination=figure.destination,
        year=study.year,
        stock=figure.now.persons or 0,
    )
    return study.fact(
        f"{figure.id}-displaced-share",
        found and found.share,
        forms.percent,
        unit="share",
        indicator="refugees_inside",
        definition="Refugees and asylum seekers against the migrant stock of the same year, at "
        "least",
        arguments={
            "origin": figure.origin,
            "destination": figure.destination,
            "year": study.year,
        },
        sources=(SourceRef(REFUGEES), *study.sources(study.edition)),
    )


def territory_of(study: Study, figure: Figure) -> str | None:
    """Return the territory with most of the origin's people who may be in the figure too.

    Returns
    -------
    str or None
        A territory of the destination that the edition lists apart: French Guiana for Brazil →
        France. None where there is none, or nobody in it.
    """
    found = territory.people_in_territories(
        study.tables.stocks,
        origin=str(figure.origin),
        destination=figure.destination,
        year=study.year,
        edition=study.edition,
    )
    return next(iter(found), None)


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
