"""Facts of structural dependency: income, population and the spread of destinations."""

from typing import Any

from roundtable.briefing.corridor import Corridor
from roundtable.facts import Fact, SourceRef, forms
from roundtable.indicators import context, dependency, shares
from roundtable.places import OTHERS
from roundtable.sources import WORLD_BANK


def dependency_facts(c: Corridor) -> list[Fact]:
    """Compute what sets the two ends of a corridor apart.

    Parameters
    ----------
    c
        The corridor, as from `open_corridor`.

    Returns
    -------
    list of Fact
        Ids as the templates use them; a fact without estimate has the value None.
    """
    return [*_effective_destinations(c), *_incomes(c), *_populations(c)]


def _effective_destinations(c: Corridor) -> list[Fact]:
    mine = shares.partners(
        c.flagged, by="destination", year=c.year, edition=c.edition, other=c.other, origin=c.origin
    )
    listed = mine[mine["status"] == "listed"]
    rows = c.flagged
    unknown = rows[
        (rows["origin"] == OTHERS)
        & (rows["edition"] == c.edition)
        & (rows["year"] == c.year)
        & ~rows["destination"].isin([*listed["code"], c.origin])
    ]
    gaps = mine.loc[mine["status"] == "not_listed", "persons"]
    found = dependency.effective_number(listed["persons"], maxima=unknown["both"], indications=gaps)
    about = {
        "unit": "destinations",
        "indicator": "effective_number",
        "arguments": {"origin": c.origin, "year": c.year},
        "kind": "not-listed" if len(gaps) else "measured",
        "flags": ("not_listed",) if len(gaps) else (),
    }
    return [
        c.fact(
            "effective-destinations",
            found.listed,
            forms.decimal,
            definition="Number of equally large destinations that the listed destinations of the "
            "origin's emigrants amount to (inverse of the Herfindahl–Simpson index)",  # noqa: RUF001
            low=found.low,
            high=found.high,
            indication=found.indication,
            **about,
        ),
        c.fact(
            "effective-destinations-indication",
            found.indication,
            forms.decimal,
            definition="The same, with the other edition's figures for corridors not listed",
            sources=c.sources(c.edition, c.other),
            **about,
        ),
    ]


def _incomes(c: Corridor) -> list[Fact]:
    """Return GDP per capita of both ends in the same year, and its ratio."""
    economies = c.tables.economies
    ends = {"origin": c.origin, "destination": c.destination}
    years = [
        context.gdp_per_capita(economies, place=place, up_to=c.year)[1] for place in ends.values()
    ]
    year = None if None in years else min(years)
    values = {
        end: context.gdp_per_capita(economies, place=place, up_to=year)[0] if year else None
        for end, place in ends.items()
    }
    about = {
        "indicator": "gdp_per_capita",
        "sources": (SourceRef(WORLD_BANK),),
        "kind": "measured" if year else "no-estimate",
        "flags": (),
    }
    facts = [
        c.fact(
            f"gdp-of-{end}",
            values[end],
            forms.people,
            unit="international dollars of 2021",
            definition="GDP per capita in purchasing power parities",
            arguments={"place": place, "year": year},
            **about,
        )
        for end, place in ends.items()
    ]
    return [*facts, _ratio(c, "gdp-ratio", values, "GDP per capita (PPP)", year, **about)]


def _populations(c: Corridor) -> list[Fact]:
    """Return the population of both ends, and its ratio."""
    ends = {"origin": c.origin, "destination": c.destination}
    values = {
        end: context.population(c.tables.totals, place=place, year=c.year, edition=c.edition)
        for end, place in ends.items()
    }
    about = {"indicator": "population", "kind": "measured", "flags": ()}
    facts = [
        c.fact(
            f"population-of-{end}",
            values[end],
            forms.people,
            unit="persons",
            definition="Inhabitants at mid-year",
            arguments={"place": place, "year": c.year},
            **about,
        )
        for end, place in ends.items()
    ]
    return [*facts, _ratio(c, "population-ratio", values, "Inhabitants", c.year, **about)]


def _ratio(
    c: Corridor,
    id: str,
    values: dict[str, float | None],
    measure: str,
    year: int | None,
    **about: Any,
) -> Fact:
    """Return the larger end's figure over the smaller end's: "0.3 times" is hard to picture."""
    ends = {"origin": c.origin, "destination": c.destination}
    known = None not in values.values()
    high, low = sorted(values, key=lambda end: -(values[end] or 0)) if known else list(values)
    return c.fact(
        id,
        dependency.ratio(values[high], values[low]),
        forms.times,
        unit="ratio",
        definition=f"{measure} of {ends[high]} over {ends[low]}",
        arguments={"numerator": ends[high], "denominator": ends[low], "year": year},
        **about,
    )
