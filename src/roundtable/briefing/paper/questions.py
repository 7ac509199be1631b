"""Questions that follow from the session's own figures and gaps.

Each names its facts. The drafters take, edit or drop it in the roundtable's file, and so in the
paper and in the short papers that ask it too.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from roundtable import prose
from roundtable.briefing.paper.corridors import named_by
from roundtable.briefing.paper.parts import Parts
from roundtable.facts import Fact
from roundtable.places import blocs
from roundtable.register import Partnership
from roundtable.roundtables import QuestionChoice

STRONG = 0.4
"""From this part of an origin's listed emigrants on, one destination decides for most of a
community; a change of its rules is felt by the whole."""

SIZABLE = 10_000
"""A community of this size is felt where it lives, listed or not."""

SETTLED = {"in force", "under way"}
"""Status of an entry that still governs a corridor."""

AGREED = ("treaty", "memorandum", "programme")
"""Forms of an entry by which two governments agree on a corridor."""

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
    countries
        Whom it is about: ISO 3166 alpha-3 codes; empty where it is about all.
    """

    id: str
    section: str
    names: Mapping[str, Any]
    countries: frozenset[str] = frozenset()


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
            yield Question(
                f"members-{part.briefing.bloc}",
                "question-members",
                names,
                blocs.members(part.briefing.bloc, on=part.briefing.space.year),
            )


def _dependency(parts: Parts, entries: Mapping[str, Partnership]) -> Iterator[Question]:
    """Ask about corridors that hold much of an origin's emigrants, without an agreement."""
    found = []
    for part in parts.of("bilateral"):
        share = part.fact("share-of-emigrants")
        if depends(share, named_by(part, entries)):
            found.append((share.value, part))
    found.sort(key=lambda item: (-item[0], item[1].slug))
    for _, part in found[:MOST]:
        yield dependency(part.briefing.origin, part.briefing.destination, names=part.names)


def depends(share: Fact, entries: Iterable[Partnership]) -> bool:
    """Tell whether a corridor holds much of an origin's emigrants, without an agreement.

    Parameters
    ----------
    share
        Share of the origin's listed emigrants. It must hold with the other edition's figures for
        what is not listed too: of Belize's emigrants the edition lists one in ten.
    entries
        Entries of the register about the two countries.
    """
    sizes = [share.value, share.value if share.indication is None else share.indication]
    agreed = any(entry.status in SETTLED and entry.form in AGREED for entry in entries)
    return not agreed and all(size is not None and size >= STRONG for size in sizes)


def dependency(origin: str, destination: str, *, names: Mapping[str, Any]) -> Question:
    """Return the question about a corridor on which many depend.

    Parameters
    ----------
    origin, destination
        ISO 3166 alpha-3 codes.
    names
        Facts and names that its words print.
    """
    id = f"dependency-{origin}-{destination}".lower()
    return Question(id, "question-dependency", names, frozenset({origin, destination}))


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
        yield Question(id, "question-unlisted", part.names, frozenset({origin, destination}))


def _new_counts(parts: Parts) -> Iterator[Question]:
    """Ask about a country whose communities were counted anew."""
    for part in parts.of("new_trends"):
        if part.names.get("rebased_now"):
            country = part.briefing.country
            yield Question(
                f"counts-{country.lower()}", "question-counts", part.names, frozenset({country})
            )


def _outcomes(facts: Mapping[str, Fact]) -> Iterator[Question]:
    """Ask about partnerships of which nothing is known any more."""
    if facts["ledger_unknown"].value:
        yield Question("outcomes", "question-outcomes", {})


def taken(
    found: Iterable[Question], choices: Mapping[str, QuestionChoice]
) -> Iterator[tuple[Question, str]]:
    """Return the questions that the drafters did not drop, each with their own wording, if any.

    Parameters
    ----------
    found
        As from `generated`.
    choices
        The drafters' choices, by id, as in a roundtable's file.
    """
    for item in found:
        choice = choices.get(item.id, QuestionChoice())
        if choice.take:
            yield item, choice.text


def worded(item: Question, text: str, *, words: prose.Prose, context: Mapping[str, Any]) -> str:
    """Return a question as Markdown.

    Parameters
    ----------
    item, text
        As from `taken`.
    words
        The words of the background paper.
    context
        Names that they may print.
    """
    if text:
        return str(prose.escape(text))
    # What is a fact of the document's own is not lent under the same name.
    own = words.book.variables()
    lent = {name: value for name, value in item.names.items() if name not in own}
    return words.render(item.section, **{**context, **lent})
