"""What the section on rights prints: profiles of the corridor's agreements, gaps and questions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from babel.dates import format_date

from roundtable import register, rights
from roundtable.facts import Name, forms
from roundtable.register import concern
from roundtable.register.citing import Source
from roundtable.register.entry import Partnership
from roundtable.rights import Answer, Line, Profile
from roundtable.rights.criteria import Asked
from roundtable.rights.review import Told

NAMED = ("corridor", "reverse", "parties")
"""Ways in which an entry is about the two countries themselves, and not about a bloc of theirs."""

Labels = Mapping[str, Any]


@dataclass(frozen=True)
class Reviewed:
    """An agreement of the corridor with its profile.

    Attributes
    ----------
    entry
        The register's entry.
    profile
        Its answers, set beside what its kind is asked.
    asked
        The criteria.
    """

    entry: Partnership
    profile: Profile
    asked: Asked


def of_pair(origin: str, destination: str, *, year: int) -> tuple[list[Reviewed], list[str]]:
    """Find the reviews of a corridor's agreements, and the agreements that have none.

    Parameters
    ----------
    origin, destination
        The corridor.
    year
        Year of the briefing, for membership in blocs.

    Returns
    -------
    tuple
        Reviewed agreements in the register's order, those that name the corridor first; and the
        short titles of entries about the two countries that nobody has reviewed; consultative
        processes agree on nothing that could be.
    """
    shown = register.may_be_shown(register.every(), on=date.today())
    reviews, asked = rights.every(), rights.criteria()
    reviewed, others = [], []
    for found in concern.pair(shown, origin=origin, destination=destination, on=year):
        review = reviews.get(found.entry.id)
        if review is not None and found.how != "figures":
            reviewed.append(Reviewed(found.entry, rights.profile(review, asked), asked))
        elif found.how in NAMED and found.entry.form != "process":
            others.append(found.entry.short)
    return reviewed, others


def words_of(item: Reviewed, labels: Labels, *, language: str) -> dict[str, Any]:
    """Return an agreement as the templates take it; every text of a file is a name.

    Parameters
    ----------
    item
        The agreement.
    labels
        Labels of the language, of which ``rights`` is used.
    language
        For lists.
    """
    words = labels["rights"]
    review, profile, asked = item.profile.review, item.profile, item.asked
    return {
        "short": Name(item.entry.short),
        "kind": Name(asked.kind(review.kind).name),
        "binding": _state(item.entry.binding),
        "public": _state(review.text.public),
        "read": review.text.read,
        "note": Name(review.text.note),
        "day": Name(format_date(review.reviewed.first, format="d MMMM y", locale=language)),
        "silent": _listed(
            (line for line in profile.of(Answer.SILENT) if not _is_row(line)), language
        ),
        "unknown": _listed(
            (line for line in profile.of(Answer.NOT_ASSESSABLE) if not _is_row(line)), language
        ),
        "home": [
            _part(part.name, review.coherence[part.id], words)
            for part in asked.coherence
            if part.id in review.coherence
        ],
        "home_open": Name(
            forms.listed(
                [_lower(part.name) for part in asked.coherence if part.id not in review.coherence],
                language,
            )
        ),
        "flags": [
            {
                "name": Name(flag.name),
                "holds": Name(words["holds"][_state(review.flags[flag.id].holds)]),
                "note": Name(review.flags[flag.id].note),
            }
            for flag in asked.flags
            if flag.id in review.flags
        ],
    }


def questions(items: Iterable[Reviewed], labels: Labels) -> list[dict[str, Any]]:
    """Return the questions to negotiators, each once, with the agreements that give rise to it.

    Parameters
    ----------
    items
        The corridor's agreements.
    labels
        As in `words_of`.

    Returns
    -------
    list of dict
        ``name``, ``prompt``, ``asked`` (the instruments that ask it) and ``where`` (agreement and
        answer; the answer alone where there is one agreement), in the order of ``rights.yml``.
    """
    answers = labels["rights"]["answers"]
    items = list(items)
    found: dict[str, list[tuple[Reviewed, Line]]] = {}
    for item in items:
        for line in item.profile.lines:
            if _is_asked(line):
                found.setdefault(line.criterion.id, []).append((item, line))
    asked = rights.criteria()
    return [
        {
            "name": Name(criterion.name),
            "prompt": Name(criterion.prompt),
            "asked": Name("; ".join(asked.cited(source) for source in criterion.sources)),
            "where": Name(
                "; ".join(
                    f"{item.entry.short}: {answers[line.answer.value]}"
                    if len(items) > 1
                    else answers[line.answer.value].capitalize()
                    for item, line in found[criterion.id]
                )
            ),
        }
        for criterion in asked.criteria
        if criterion.id in found
    ]


def rows_of(item: Reviewed, labels: Labels) -> tuple[tuple[str, str, str], ...]:
    """Return the answers of an agreement as rows of a table.

    Parameters
    ----------
    item, labels
        As in `words_of`.

    Returns
    -------
    tuple of tuple of str
        Criterion, answer, and what it rests on, in the order of ``rights.yml``: all duties of the
        first tier, and every other criterion on which something is said.
    """
    words = labels["rights"]
    documents = register.every().documents
    return tuple(
        (
            line.criterion.name,
            words["answers"][line.answer.value],
            _basis(line.told, documents) or _nothing(line, words),
        )
        for line in item.profile.lines
        if _is_row(line)
    )


def _is_row(line: Line) -> bool:
    return line.criterion.tier == "first" or bool(line.told.note)


def _is_asked(line: Line) -> bool:
    """Tell whether to ask: at a gap, and at a duty of the first tier of which nothing is known."""
    unknown = line.answer is Answer.NOT_ASSESSABLE and line.criterion.tier == "first"
    return line.is_gap or unknown


def _part(name: str, told: Told, words: Labels) -> dict[str, Name]:
    return {
        "name": Name(name),
        "answer": Name(words["answers"][told.answer.value]),
        "note": Name(told.note),
    }


def _basis(told: Told, documents: Mapping[str, register.Document]) -> str:
    """Return note and places of an answer in a line."""
    # Two passages of one section have one name.
    places = "; ".join(dict.fromkeys(_place(source, documents) for source in told.basis))
    covered = f" ({told.by})" if told.by else ""
    return f"{told.note}{covered}" + (f" [{places}]" if places else "")


def _nothing(line: Line, words: Labels) -> str:
    """Say why an answer has no basis."""
    return words["nothing_said" if line.answer is Answer.SILENT else "nothing_read"]


def _place(source: Source, documents: Mapping[str, register.Document]) -> str:
    """Return producer, year and place of a source: titles would fill the table."""
    ref = source.ref(register.passages())
    document = documents[ref.id]
    return f"{document.producer} {document.year}, {ref.where}"


def _listed(lines: Iterable[Line], language: str) -> Name:
    return Name(forms.listed([_lower(line.criterion.name) for line in lines], language))


def _lower(text: str) -> str:
    """Return a heading as it stands within a sentence."""
    return text[:1].lower() + text[1:]


def _state(value: bool | Literal["unknown"]) -> str:
    return {True: "yes", False: "no"}.get(value, "unknown")
