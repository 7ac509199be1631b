"""What the regional templates print besides facts, and what they decide by."""

from typing import Any

import numpy as np
import pandas as pd

from roundtable import places, reliability
from roundtable.briefing.circuit_facts import groups_of
from roundtable.briefing.space import Space
from roundtable.briefing.space_detail_facts import FEW, elsewhere, own_regions
from roundtable.briefing.space_matrix import SIDE
from roundtable.briefing.space_side_facts import SIDES
from roundtable.briefing.spoken import Spoken, capital
from roundtable.facts import Book, Fact, Name, forms, year_name
from roundtable.indicators import world
from roundtable.places import blocs, spaces
from roundtable.places.entries import day_of
from roundtable.reliability.refugees import SHARE

NOTABLE = 0.02
"""A difference between two shares is told from two points on; less is within what a revision
of the editions moves."""

COMPLETE = 0.98
"""From here on the list is as good as complete."""

LONGEST = 30
"""Places in the table by place; a longer one (the African Union has 55) is cut."""

MIXED = 0.05
"""A sum mixes two ways of counting when a twentieth of the people are counted the other way."""

NAMED = 4
"""Members that joined or left are named up to so many; more would be a list, not a sentence."""

PART_OF_FORMER = 0.02
"""People between parts of one former state are told from a fiftieth of all inside on."""

TOLD = 0.01
"""Refugees are set beside the people inside from a hundredth on."""

MANY_TIMES = 10
"""Where immigrants are ten times the emigrants, children born to them may be many of the latter."""

CAUSEWAYS = frozenset({("MYS", "SGP")})
"""Pairs whose border runs through water and is crossed on a causeway: CEPII calls them contiguous,
and the list of borders does not."""

FEW_COVERED = 0.75
"""Below it a share of the listed emigrants stands with the other edition's in every message."""


def names(s: Space, book: Book) -> dict[str, Any]:
    """Return the places, years and names that the templates use.

    Parameters
    ----------
    s
        The space.
    book
        Its facts.
    """
    largest = book["largest"].arguments
    there = book["largest-there"].arguments
    rest = book["rest-largest-share"].arguments.get("region", "")
    first = book["share-of-emigrants-first-fixed"].arguments["year"]
    members = set(s.origins)
    sending, receiving = (book[f"{side}-largest"].arguments for side in SIDES)
    return {
        "space": Name(_phrase(s)),
        "space_capital": Name(capital(_phrase(s))),
        "space_name": Name(_full_name(s)),
        "year": year_name(s.year),
        "common": year_name(s.common),
        "first_year": year_name(first),
        "paper_year": year_name(2010),
        "largest_origin": _spoken(largest.get("origin")),
        "largest_destination": _spoken(largest.get("destination")),
        "there_origin": _spoken(there.get("origin")),
        "there_destination": _spoken(there.get("destination")),
        "rest_region": Name(_region(rest, s)),
        "rest_place": _spoken(book["rest-largest-place"].arguments.get("destination")),
        "unlisted_at": _spoken(book["unlisted-place"].arguments.get("destination")),
        "sending": _spoken(sending["origin"]),
        "receiving": _spoken(receiving["destination"]),
        "only_destination": _spoken(s.destinations[0]) if len(s.destinations) == 1 else None,
        **_changes(s, first),
        "left": Name(_listed(members - s.today, s.language)) if s.is_bloc else "",
        "joined": Name(_listed(s.today - members, s.language)) if s.is_bloc else "",
        "left_many": len(members - s.today) > 1,
        "suspended": _suspended(s),
        **_near(s),
        "capital_inside": _capital(book["inside"], s.language),
        "share_of_emigrants_capital": _capital(book["share-of-emigrants"], s.language),
        "share_of_immigrants_capital": _capital(book["share-of-immigrants"], s.language),
        "as_of": Name(str(blocs.read().as_of)),
        **_rules(s, book),
    }


def _changes(s: Space, first: int) -> dict[str, Any]:
    """Name who has joined and left since the first year, where they are few enough to name."""
    if not s.is_bloc:
        return {}
    then = set(spaces.corridors(s.id, on=first)["origin"])
    left, joined = then - s.today, s.today - then
    if max(len(left), len(joined)) > NAMED:
        return {"left_since": "", "joined_since": ""}
    return {
        "left_since": Name(capital(_listed(left, s.language))),
        "joined_since": Name(capital(_listed(joined, s.language))),
        "left_since_many": len(left) > 1,
        "joined_since_many": len(joined) > 1,
    }


def _capital(fact: Fact, language: str) -> Name:
    return Name(capital(fact.printed[language]))


def _rules(s: Space, book: Book) -> dict[str, Any]:
    """Return what the file of blocs or circuits says of the space."""
    if not s.is_bloc:
        circuit = s.described
        return {
            # The file says what the paper does; in the sentence the paper is the subject.
            "paper_says": Name(circuit.paper[:1].lower() + circuit.paper[1:]),
            "groups": [
                {
                    "places": Name(_listed(set(group.places), s.language)),
                    "fact": book[f"group-{number}"],
                    "added": group.by == "project",
                }
                for number, (group, _) in enumerate(groups_of(s), 1)
            ],
            # Two stand in a sentence, more in a list.
            "groups_many": len(groups_of(s)) > 2,
            "watch": Name(circuit.watch),
            "where": Name(circuit.where),
            "departures": [],
            "movement": "",
            "instrument": "",
            "unsure": [],
        }
    bloc = s.described
    return {
        "groups": [],
        "groups_many": False,
        "movement": Name(bloc.free_movement.says),
        "instrument": Name(bloc.free_movement.source),
        "paper_says": "",
        "watch": "",
        "where": "",
        "departures": [
            {
                "places": Name(_listed(set(spell.places), s.language)),
                "many": len(spell.places) > 1,
                "note": Name(spell.note),
            }
            for spell in bloc.membership
            if spell.note and set(spell.places) <= set(s.origins) - s.today
        ],
        "unsure": [
            {"place": Spoken(code), "note": Name(note)}
            for code, note in bloc.unsure.items()
            if code in s.origins or code in s.today
        ],
    }


def _near(s: Space) -> dict[str, Any]:
    """Name who is next to the largest, where a revision could bring it to the front.

    Which of two comes first is not told by less than what the editions may differ by before a
    figure counts as revised.
    """
    at = {"edition": s.edition, "year": s.year}
    inside, leaving = s.inside_at(**at), s.from_here(**at)
    outside = leaving[~world.linked(leaving, s.pairs)]
    by_region = elsewhere(s).iloc[1:].set_index("where")["persons"]
    found = {
        "near_region": by_region,
        "near_place": outside.groupby("destination", observed=True)["both"].sum(),
        "near_sending": inside.groupby("origin", observed=True)["both"].sum(),
        "near_receiving": inside.groupby("destination", observed=True)["both"].sum(),
    }
    near = {id: _next(persons) for id, persons in found.items()}
    region = near.pop("near_region")
    return {
        "near_region": Name(_region(region, s)) if region else "",
        **{id: _spoken(code) for id, code in near.items()},
    }


def _next(persons: pd.Series) -> str | None:
    """Return the second largest where the largest exceeds it by a twentieth at most."""
    counts = persons.to_numpy()
    order = np.argsort(-counts, kind="stable")[:2]
    if len(order) < 2 or counts[order[1]] <= 0:
        return None
    largest, second = counts[order]
    return None if largest > (1 + reliability.REVISED) * second else str(persons.index[order[1]])


def _suspended(s: Space) -> list[dict[str, Any]]:
    """Return who is suspended in the year, whom the figures leave out, and by what."""
    if not s.is_bloc:
        return []
    return [
        {"places": Name(_listed(set(spell.places), s.language)), "note": Name(spell.note)}
        for spell in s.described.membership
        if spell.status == "suspended" and spell.covers(day_of(s.year))
    ]


def _spoken(code: str | None) -> Spoken | None:
    return Spoken(code) if code else None


def _listed(codes: set[str], language: str) -> str:
    found = sorted((places.place(code) for code in codes), key=lambda place: place.name)
    return forms.listed([place.phrase for place in found], language)


def _phrase(s: Space) -> str:
    return s.described.phrase if s.is_bloc else "the circuit"


def _full_name(s: Space) -> str:
    found = s.described
    return f"{found.article} {found.name}".strip() if s.is_bloc else found.name


def _region(region: str, s: Space) -> str:
    """Name a region; "the rest of Africa" where the space has destinations in it."""
    return f"the rest of {region}" if region in own_regions(s) else region


def conditions(s: Space, book: Book) -> dict[str, Any]:
    """Return what the templates decide by.

    Parameters
    ----------
    s
        The space.
    book
        Its facts.
    """
    now, today = book["share-of-emigrants"], book["share-of-emigrants-today"]
    coverage = book["coverage"].value
    gap = book["share-with-unlisted"].value
    common = book["share-of-emigrants-common"].value
    flags = set(book["largest"].flags)
    largest, there = book["largest"].arguments, book["largest-there"].arguments
    same = all(largest.get(end) == there.get(end) for end in ("origin", "destination"))
    counted = book["citizens-share"].value or 0.0
    return {
        "is_bloc": s.is_bloc,
        "circuit_overlaps": bool(set(s.origins) & set(s.destinations)) and not s.is_bloc,
        "changed": s.is_bloc and set(s.origins) != set(s.today),
        "today_differs": s.is_bloc and _apart(now.value, today.value),
        "first_differs": s.is_bloc and _both_apart(book),
        "shares_differ": book["share-of-emigrants-common"].printed
        != book["share-of-emigrants-other"].printed,
        "shares_in_differ": book["share-of-immigrants-common"].printed
        != book["share-of-immigrants-other"].printed,
        "mostly_carried": (book["carried-share"].value or 0) > 0.5,
        "frozen_now": (book["frozen-members"].value or 0) > 0,
        "all_carried": book["carried-share"].value == 1.0,
        "sides_hold": all(book[f"{side}-largest"].arguments["same"] for side in SIDES),
        "any_left": book["left-across"].known,
        "left_among_any": bool(book["left-among"].value),
        "all_frozen": book["frozen-members"].value == book["receiving-members"].value,
        "largest_linear": {"linear", "frozen"} & flags == {"linear"},
        "largest_at_one_rate": {"constant_rate", "frozen"} & flags == {"constant_rate"},
        "largest_frozen": "frozen" in flags,
        "complete": coverage is None or coverage >= COMPLETE,
        "poorly_covered": coverage is not None and coverage < FEW_COVERED,
        "indication_matters": _apart(common, gap),
        "largest_holds": same,
        "mixes": MIXED <= counted < 1.0,
        "all_citizens": counted == 1.0,
        "many_fled": (book["displaced-share"].value or 0.0) >= SHARE,
        "some_fled": (book["displaced-share"].value or 0.0) >= TOLD,
        "former_states": (book["moved-border-share"].value or 0.0) >= PART_OF_FORMER,
        "after_rule": (book["after-rule-share"].value or 0.0) >= SHARE,
        "counted_anew": (book["rebased-share"].value or 0.0) >= MIXED,
        "born_to_foreigners": s.is_bloc
        and (book["immigrants"].value or 0) >= MANY_TIMES * (book["emigrants"].value or 1),
        "causeway": any(set(pair) <= set(s.origins) & set(s.destinations) for pair in CAUSEWAYS),
        "several_corridors": (book["corridors-listed"].value or 0) > FEW,
        "all_south": book["south-origins"].value == book["members"].value,
        "has_ldc": (book["ldc-origins"].value or 0) > 0,
        "matrix_cut": max(len(s.origins), len(s.destinations)) > SIDE,
        "cut": len({*s.origins, *s.destinations}) > LONGEST,
    }


def _both_apart(book: Book) -> bool:
    """Tell whether both editions say that the membership moved the first share, and which way."""
    gaps = []
    for end in ("", "-other"):
        fixed, dated = (
            book[f"share-of-emigrants-first-{variant}{end}"].value for variant in ("fixed", "dated")
        )
        if not _apart(fixed, dated):
            return False
        gaps.append(fixed > dated)
    return gaps[0] == gaps[1]


def _apart(one: float | None, other: float | None) -> bool:
    return one is not None and other is not None and abs(one - other) >= NOTABLE
