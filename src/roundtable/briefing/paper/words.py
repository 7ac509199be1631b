"""What the templates of the paper print besides its own facts, and what they decide by."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from roundtable import rights
from roundtable.briefing.paper import duties, practice, published, recruited
from roundtable.briefing.paper.governments import of_governments
from roundtable.briefing.paper.parts import Part, Parts
from roundtable.briefing.paper.world_facts import THEN
from roundtable.briefing.spoken import Spoken
from roundtable.facts import Fact, Name, year_name
from roundtable.places import blocs, circuits
from roundtable.register import may_be_shown

if TYPE_CHECKING:
    from roundtable.briefing.paper.paper import BackgroundPaper

TURNS = 4
"""Turns that the text tells."""

TOLD = ("japan-descendants", "birthright-israel", "israel-return-of-talent")
"""Entries of the register that stand in the text outside of good practice."""


def names(paper: "BackgroundPaper") -> dict[str, Any]:
    """Return names, lent facts and conditions.

    Parameters
    ----------
    paper
        The paper, with its facts in its book.
    """
    session, parts = paper.roundtable, paper.parts
    return {
        "year": year_name(paper.year),
        "then": year_name(THEN),
        "paper_year": year_name(THEN),
        "one": 1,
        "session_title": Name(session.title),
        "session_name": Name(session.session),
        "circuits": [part.names for part in _spaces(parts, circuits.every())],
        "spaces": [part.names for part in _spaces(parts, blocs.every())],
        "ecowas": _known(part for part in parts.of("regional") if part.briefing.bloc == "ecowas"),
        "said": published.told(
            paper.figures, edition=paper.edition, other=paper.other, language=paper.language
        ),
        "turns": _turns(parts),
        "first_new": next(iter(_told_new(parts)), None),
        "practice": _practice(paper),
        "told": _told(paper),
        "recruited": recruited.names(parts, paper.register, year=paper.year, on=date.today()),
        "most_inside": _most_inside(parts),
        "rebased": [part.names for part in parts.of("new_trends") if part.names.get("rebased_now")],
        "fastest": _fact(parts, "fastest"),
        "fastest_fled": _fact(parts, "fastest-fled"),
        "floor": (_known(parts.of("new_trends")) or {"floor": Name("")})["floor"],
        "rights_met": any(
            paper.book[f"rights-{name}"].value for name in duties.duties(rights.criteria())
        ),
    }


def _told(paper: "BackgroundPaper") -> dict[str, Any]:
    """Return the entries that the text tells where they belong, by id with underscores."""
    shown = may_be_shown(paper.register, on=date.today())
    return {
        id.replace("-", "_"): practice.told(shown[id], paper.register, language=paper.language)
        for id in TOLD
        if id in shown and id not in paper.roundtable.practice
    }


def _most_inside(parts: Parts) -> dict[str, Any]:
    """Return the blocs with the largest and the smallest share of emigrants inside."""
    known = [
        part.names
        for part in _spaces(parts, blocs.every())
        if part.fact("share-of-emigrants").value is not None
    ]
    known.sort(key=lambda names: -names["share_of_emigrants"].value)
    return {"most": known[0], "least": known[-1]} if len(known) > 1 else {}


def _practice(paper: "BackgroundPaper") -> list[dict[str, Any]]:
    session = paper.roundtable
    told = practice.examples(
        paper.register,
        governments=session.countries,
        language=paper.language,
        on=date.today(),
        chosen=session.practice,
    )
    kinds = paper.labels["paper"]["kinds"]
    return [group | {"title": Name(kinds[group["kind"]])} for group in told]


def _spaces(parts: Parts, known: Any) -> list[Part]:
    return [part for part in parts.of("regional") if part.briefing.bloc in known]


def _known(parts: Iterable[Part]) -> dict[str, Any] | None:
    """Return what the first of some briefings knows; None without any."""
    part = next(iter(parts), None)
    return part.names if part else None


def _fact(parts: Parts, id: str) -> Fact | None:
    """Return a fact of the world, which every briefing on new trends has."""
    part = next(iter(parts.of("new_trends")), None)
    return part.fact(id) if part else None


def _turns(parts: Parts) -> list[dict[str, Any]]:
    """Return turns that both editions carry, the largest swing first, one a government."""
    found = []
    for code, part in of_governments(parts, "historical"):
        turned = [item for item in part.briefing.turned if item.edition and item.agrees]
        if turned:
            told = part.names["turned"][0] | {"country": Spoken(code)}
            swing = abs(turned[0].turn.after - turned[0].turn.before)
            found.append((swing, frozenset({code, turned[0].partner}), told))
    found.sort(key=lambda item: -item[0])
    # A pair of two governments turns in both of their briefings.
    once = dict(reversed([(pair, told) for _, pair, told in found]))
    return list(reversed(once.values()))[:TURNS]


def _told_new(parts: Parts) -> list[dict[str, Any]]:
    """Return new corridors as the words tell them: beyond ties, and not of people who fled."""
    return [
        item
        for _, part in of_governments(parts, "new_trends")
        for way in ("new_out", "new_in")
        for item in part.names[way]
        if item["beyond"] and not item["driven"]
    ]
