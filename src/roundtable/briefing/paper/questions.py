"""Questions that follow from the session's own figures and gaps.

Each names its facts. The drafters take, edit or drop it in the roundtable's file.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from roundtable.briefing.paper.corridors import named_by
from roundtable.briefing.paper.parts import Parts
from roundtable.facts import Fact
from roundtable.register import Partnership

STRONG = 0.4
"""From this part of an origin's listed emigrants on, one destination decides for most of a
community; a change of its rules is felt by the whole."""

SIZABLE = 10_000
"""A community of this size is felt where it lives, listed or not."""

SETTLED = {"in force", "under way"}
"""Status of an entry that still governs a corridor."""

MOST = 2
"""Questions of one pattern: more would be the same question again."""


class Question(NamedTuple):
    """A question with what its words print.

    Attributes
    ----------
    id
        As the roundtable's file names it.
    section
        Section of the words.
    names
        Facts and names that the section prints.
    """

    id: str
    section: str
    names: Mapping[str, Any]


def generated(
    parts: Parts, entries: Mapping[str, Partnership], *, facts: Mapping[str, Fact]
) -> list[Question]:
    """Return the questions that the session's figures raise.

    Parameters
    ----------
    parts
        The themes' briefings.
    entries
        The register.
    facts
        The paper's own facts, by the names that templates use.
    """
    return [
        *_members(parts),
        *_dependency(parts, entries),
        *_unlisted(parts),
        *_new_counts(parts),
        *_outcomes(facts),
    ]


def _members(parts: Parts) -> Iterator[Question]:
    """Ask about a regime of movement whose members have left."""
    for part in parts.of("regional"):
        names = part.names
        if names["is_bloc"] and names["changed"] and names["left"]:
            yield Question(f"members-{part.briefing.bloc}", "question-members", names)


def _dependency(parts: Parts, entries: Mapping[str, Partnership]) -> Iterator[Question]:
    """Ask about corridors that hold much of an origin's emigrants, without an agreement."""
    found = []
    for part in parts.of("bilateral"):
        share = part.fact("share-of-emigrants")
        agreed = [
            entry
            for entry in named_by(part, entries)
            if entry.status in SETTLED and entry.form in ("treaty", "memorandum", "programme")
        ]
        if share.value is not None and share.value >= STRONG and not agreed:
            found.append((share.value, part))
    found.sort(key=lambda item: (-item[0], item[1].slug))
    for _, part in found[:MOST]:
        yield Question(
            part.slug.replace("bilateral", "dependency"), "question-dependency", part.names
        )


def _unlisted(parts: Parts) -> Iterator[Question]:
    """Ask about communities of some size that the edition no longer lists."""
    found: dict[tuple[str, str], tuple[float, Any]] = {}
    for part in parts.of("bilateral"):
        fact = part.fact("unlisted-largest")
        if fact.value and fact.value >= SIZABLE and part.names["unlisted_place"]:
            key = (part.briefing.origin, str(fact.arguments.get("destination")))
            found.setdefault(key, (fact.value, part))
    ordered = sorted(found.items(), key=lambda item: (-item[1][0], item[0]))
    for (origin, destination), (_, part) in ordered[:MOST]:
        id = f"unlisted-{origin}-{destination}".lower()
        yield Question(id, "question-unlisted", part.names)


def _new_counts(parts: Parts) -> Iterator[Question]:
    """Ask about a country whose communities were counted anew."""
    for part in parts.of("new_trends"):
        if part.names.get("rebased_now"):
            yield Question(f"counts-{part.briefing.country.lower()}", "question-counts", part.names)


def _outcomes(facts: Mapping[str, Fact]) -> Iterator[Question]:
    """Ask about partnerships of which nothing is known any more."""
    if facts["ledger_unknown"].value:
        yield Question("outcomes", "question-outcomes", {})
