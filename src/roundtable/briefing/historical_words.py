"""What the historical templates print besides facts, and what they decide by."""

from datetime import date
from typing import Any

import pandas as pd
from babel.dates import format_date

from roundtable.briefing.bilateral_words import LOW_COVERAGE
from roundtable.briefing.country import OPPOSITE, Country
from roundtable.briefing.origin_facts import TOP, fled_rows, have_left, top_rows
from roundtable.briefing.past_facts import spaces_of
from roundtable.briefing.spoken import Spoken, capital
from roundtable.briefing.tie_facts import SIDES
from roundtable.briefing.tied_flight_facts import tied_flight
from roundtable.briefing.turn_facts import SHOWN, Turned
from roundtable.facts import Book, Fact, Name, forms, year_name
from roundtable.indicators import expected
from roundtable.places import blocs, territories_of
from roundtable.reliability import DISPUTED

FEW = 3
"""Names of places that a sentence can hold."""


def names(c: Country, book: Book, turned: list[Turned]) -> dict[str, Any]:
    """Return the places, years and texts that are no facts of their own.

    Parameters
    ----------
    c
        The country.
    book
        Its facts.
    turned
        Turns as from `turn_facts.turns`.
    """
    top = top_rows(c, "destination")
    untied = top[top["class"] == "none"]["origin"].astype(str)
    left = have_left(c, top["origin"].astype(str))
    fled = [
        {
            "origin": Spoken(str(row.origin)),
            "share": book[f"top-fled-{number}"],
            "persons": book[f"top-under-unhcr-{number}"],
            "beyond": row.under_unhcr > row.both,
        }
        for number, row in enumerate(fled_rows(c).itertuples(), 1)
    ]
    spaces = [_space(book, name) for name in spaces_of(c)]
    before = {
        people: book[f"{people}-tied-before"].arguments["year"]
        for people in ("immigrants", "emigrants")
    }
    return {
        "country": Spoken(c.country),
        "year": year_name(c.year),
        "common": year_name(c.common),
        "first_year": year_name(c.first_year),
        "immigrants_before_year": year_name(before["immigrants"] or c.year),
        "emigrants_before_year": year_name(before["emigrants"] or c.year),
        "largest_origins": _list(c, top["origin"].astype(str).head(FEW)),
        "untied_origins": Name(capital(_list(c, untied))),
        "turned": [
            turn_names(c, book, item, at)
            for at, item in enumerate(turned[:SHOWN], 1)
            if item.agrees
        ],
        "edition_turned": any(item.edition for item in turned),
        # The one that holds most of the country's migration is told.
        "spaces": sorted(spaces, key=_held, reverse=True),
        "have_left": _list(c, left) if left else None,
        "fled": [item for item in fled if item["share"].known],
        "fled_beyond": [item for item in fled if item["beyond"]],
        "fled_carried": [item for item in fled if not item["share"].known and not item["beyond"]],
        "territories": _list(c, territories_of(c.country)),
        **_of_flight(c),
    }


def _of_flight(c: Country) -> dict[str, Any]:
    """Return the places that tied corridors of people who fled lead from, or to."""
    found: dict[str, Any] = {}
    for people, end in SIDES.items():
        partners = tied_flight(c, end)[OPPOSITE[end]].astype(str)
        found[f"{people}_fled_places"] = _list(c, partners.head(FEW))
        found[f"{people}_fled_elsewhere"] = len(partners) > FEW
    return found


def conditions(c: Country, book: Book) -> dict[str, Any]:
    """Return what the templates decide by.

    Parameters
    ----------
    c
        The country.
    book
        Its facts.
    """
    marks = c.tables.destinations
    row = marks[(marks["edition"] == c.edition) & (marks["destination"] == c.country)]
    rows = c.at("destination")
    sides = {
        f"{people}_{name}": held
        for people in ("immigrants", "emigrants")
        for name, held in {
            "coverage_low": _below(book[f"{people}-coverage"], LOW_COVERAGE),
            "coverage_matters": _below(book[f"{people}-coverage"], 1 - MATTERS),
            "tied_disputed": _differ(book, f"{people}-tied"),
            "fled_notable": (book[f"{people}-tied-fled"].value or 0)
            >= NOTABLE * (book[people].value or 0)
            > 0,
            "colonial_notable": (book[f"{people}-colonial"].value or 0) >= NOTABLE,
        }.items()
    }
    return {
        **sides,
        "all_tied": book["top-tied"].value == book["top-origins"].value,
        "all_share_bloc": book["top-bloc"].value == book["top-origins"].value,
        "all_in_both": book["top-in-both"].value == TOP,
        "fewer_listed": book["top-origins"].value < TOP,
        "territories_matter": (book["immigrants-territories"].value or 0) >= NOTABLE,
        "citizens": bool(len(row) and row["citizens"].iloc[0] and not row["born"].iloc[0]),
        "frozen_now": bool(len(rows) and rows["frozen"].any()),
        "others_matter": bool((book["immigrants-others"].value or 0) >= MATTERS),
    }


def of_model(c: Country, beyond: pd.DataFrame) -> dict[str, Any]:
    """Return the names that the section on the gravity estimate prints.

    Parameters
    ----------
    c
        The country.
    beyond
        As from `gravity_facts.compared`.
    """
    gravity = expected.read()
    day = date.fromisoformat(gravity.estimated)
    more = beyond[beyond["side"] == "more"].drop_duplicates("people").set_index("people")["partner"]
    return {
        "beyond_expected": len(beyond) > 0,
        "gravity_year": year_name(gravity.year),
        "gravity_day": Name(format_date(day, "d MMMM y", c.language)),
        "gravity_package": Name(gravity.package),
        "gravity_method_year": year_name(2006),
        "gravity_published_year": year_name(2014),
        **{
            f"{people}_more_partner": Spoken(str(more[people])) if people in more else None
            for people in ("immigrants", "emigrants")
        },
    }


NOTABLE = 0.01
"""A part of this size is worth a sentence."""

MATTERS = 0.05
"""A part of this size that is not known is named beside a share."""


def _below(fact: Fact, limit: float) -> bool:
    return fact.value is not None and fact.value < limit


def _differ(book: Book, id: str) -> bool:
    """Tell whether the editions give shares of the common year that differ by over a quarter."""
    here, there = (book[f"{id}-{name}"].value for name in ("common", "other"))
    if not here or not there:
        return bool(here) != bool(there)
    return max(here, there) / min(here, there) - 1 > DISPUTED


def _list(c: Country, codes: Any) -> Name:
    """Return places as a sentence lists them."""
    return Name(forms.listed([str(Spoken(code).phrase) for code in codes], c.language))


def turn_names(c: Country, book: Book, item: Turned, number: int) -> dict[str, Any]:
    """Return a turn as the templates take it.

    Parameters
    ----------
    c
        The country.
    book
        Holds ``turn-<number>-before`` and ``-after``.
    item
        The turn.
    number
        Its place among those that are told, from 1.

    Returns
    -------
    dict
        ``partner``, ``start``, ``end``, ``before``, ``after`` (balances, in persons) and what the
        words decide by.
    """
    return {
        "partner": Spoken(item.partner),
        "start": year_name(item.turn.start),
        "end": year_name(item.turn.end),
        "before": book[f"turn-{number}-before"],
        "after": book[f"turn-{number}-after"],
        # A positive balance: more people from the country live in the partner.
        "now_to_country": item.turn.after < 0,
        "two_counts": "two_counts" in book[f"turn-{number}-after"].flags,
    }


def _held(space: dict[str, Any]) -> float:
    """Return how much of the country's migration, both ways, a space holds."""
    return sum(space[people].value or 0 for people in ("immigrants", "emigrants"))


def _space(book: Book, name: str) -> dict[str, Any]:
    bloc = blocs.bloc(name)
    return {
        "short": Name(bloc.short),
        "name": Name(f"{bloc.article} {bloc.name}".strip()),
        "immigrants": book[f"{name}-immigrants"],
        "emigrants": book[f"{name}-emigrants"],
        "whole": book[f"{name}-whole"],
    }
