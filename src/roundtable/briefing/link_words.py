"""What the templates print and decide by on ties, rules, refugees, money and the past."""

from datetime import timedelta
from typing import Any

from babel.dates import format_date

from roundtable import places, sources
from roundtable.briefing.corridor import Corridor
from roundtable.briefing.spoken import Spoken
from roundtable.facts import Book, Fact, Name, forms, year_name
from roundtable.indicators import links
from roundtable.places import blocs, ties
from roundtable.reliability.refugees import LEFT_OUT, SHARE
from roundtable.sources import MIGRANT_WORKERS, VISAS

EASE = {
    **dict.fromkeys(("visa free", "visa on arrival", "eta"), 0),
    "e-visa": 1,
    **dict.fromkeys(("visa required", "no admission"), 2),
}
"""How much has to be asked for before the journey: nothing but a registration, a visa by
internet, a visa from a consulate or more. Only a difference between these is told."""

SMALL_MONEY = 0.001
"""Below a thousandth of the origin's GDP, the money of a corridor is left to the table."""


def link_names(c: Corridor, book: Book) -> dict[str, Any]:
    """Return what the sections on ties, rules, refugees and money use.

    Parameters
    ----------
    c
        The corridor.
    book
        Its facts.
    """
    found = links.setting(c.tables.pairs, origin=c.origin, destination=c.destination)
    shared = blocs.shared(c.origin, c.destination, on=c.year)
    of_gdp = book["remittances-of-gdp"].value
    share = book["displaced-share"].value
    visas = [book[f"visa-to-{end}"].value for end in ("destination", "origin")]
    return {
        "contiguous": bool(found and found.contiguous),
        **_border_of_territory(c),
        "official_language": found.official_language if found else None,
        "spoken_language": found.spoken_language if found else None,
        "ties": [
            _tie(book[f"tie-{number}"], tie)
            for number, (tie, _) in enumerate(ties.between(c.origin, c.destination, on=c.year), 1)
        ],
        "spaces": Name(
            forms.listed([f"{bloc.article} {bloc.name}".strip() for bloc in shared], c.language)
        ),
        "free_spaces": [_space(bloc) for bloc in shared if bloc.id not in WITHOUT_RULES],
        "departures": [
            departure
            for bloc in shared
            for place in (c.origin, c.destination)
            if (departure := _departure(bloc, place, c))
        ],
        "common_coloniser": bool(found and found.common_coloniser),
        "common_rulers": Name(_common_rulers(c)),
        "refugees_left_out": c.origin in LEFT_OUT,
        "before_start": _year(book["before-first"], c),
        "before_end": _year(book["before-last"], c),
        "remittance_year": _year(book["remittances"], c),
        "remittances_matter": bool(of_gdp and of_gdp >= SMALL_MONEY),
        "displaced_matters": bool(share and share >= SHARE),
        "displaced_exceeds": bool(
            book["displaced"].value and share is None and book["stock"].known
        ),
        "visas_known": None not in visas,
        "visas_differ": None not in visas and EASE[visas[0]] != EASE[visas[1]],
        "visa_day": Name(sources.catalogue()[VISAS].version),
        "convention_year": year_name(1990),
        # What follows the comma says who transcribed it.
        "convention_status": Name(sources.catalogue()[MIGRANT_WORKERS].version.split(",")[0]),
    }


def _common_rulers(c: Corridor) -> str:
    """Name who ruled or protected both ends; CEPII's list knows only those after 1945."""
    rows = ties.corridors(on=c.year, kinds=ties.COLONIAL)
    rows = rows[rows["direction"] == "to holder"]
    over = [
        set(rows.loc[rows["origin"] == end, "destination"]) for end in (c.origin, c.destination)
    ]
    found = sorted(places.place(code).phrase for code in over[0] & over[1])
    return forms.listed(found, c.language) if found else ""


def _border_of_territory(c: Corridor) -> dict[str, Any]:
    """Return the territory over which two countries border on each other, and whose it is."""
    for state, other in ((c.destination, c.origin), (c.origin, c.destination)):
        if found := links.bordering_territory(c.tables.pairs, state=state, other=other):
            return {
                "border_territory": Spoken(found),
                "border_state": Spoken(state),
                "border_neighbour": Spoken(other),
            }
    return {"border_territory": None}


def _year(fact: Fact, c: Corridor) -> Name:
    """Return the year of a fact; the briefing's own where there is no estimate."""
    return year_name(fact.arguments["year"] or c.year)


WITHOUT_RULES = frozenset({"oif", "commonwealth", "au", "pif"})
"""Spaces that have no rules on moving between members which apply: naming them is enough."""


def _departure(bloc: blocs.Bloc, place: str, c: Corridor) -> dict[str, Any] | None:
    """Return who has left a shared space since the briefing's year, and when.

    Of an end that is known by its month or year alone no day is made.
    """
    spell = blocs.last_spell(bloc.id, place, after=c.year)
    if spell is None or spell.until is None:
        return None
    end = spell.until
    exact = end.first == end.last
    shown, form = (end.last + timedelta(days=1), "d MMMM y") if exact else (end.last, "MMMM y")
    if end.first.month != end.last.month:
        form = "y"
    return {
        "place": Spoken(place),
        "short": Name(bloc.short),
        "when": Name(format_date(shown, format=form, locale=c.language)),
        "exact": exact,
        "note": Name("" if spell.sure else spell.note),
    }


def _space(bloc: blocs.Bloc) -> dict[str, Name]:
    return {"short": Name(bloc.short), "says": Name(bloc.free_movement.says)}


def _tie(fact: Any, tie: ties.Tie) -> dict[str, Any]:
    """Return a tie as the templates take it: its kind, its two sides and its years."""
    return {
        "kind": tie.kind,
        "holder": Spoken(tie.holder),
        "partner": Spoken(tie.partner),
        "state": Name(tie.state),
        "part": Name(tie.part),
        "years": fact,
        "ended": tie.end is not None,
        "sure": tie.sure,
    }
