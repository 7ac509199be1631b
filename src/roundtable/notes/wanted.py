"""Which papers a roundtable gets, from who takes part and the corridors that it wants."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from roundtable.roundtables import Roundtable, Wanted, pairs

THEME = "notes"
"""Theme of all short papers; their words stand in ``text/<language>/notes.md``."""


@dataclass(frozen=True)
class NoteWanted:
    """A paper that the roundtable wants.

    Attributes
    ----------
    kind
        ``speaking-note``, ``questions`` or ``corridor-note``.
    parameters
        Of its class, without year, edition, language and session.
    reason, where
        Why the corridor's briefing is wanted, for a corridor note.
    """

    kind: str
    parameters: dict[str, Any]
    reason: str = ""
    where: str = ""

    @property
    def slug(self) -> str:
        """Name of the paper in paths and commands: ``corridor-note-mus-fra``."""
        given = self.parameters
        ends = [given[name] for name in ("country", "origin", "destination") if name in given]
        return "-".join([self.kind, *ends]).lower()

    @property
    def countries(self) -> frozenset[str]:
        """None by which it could be named: the briefing on a corridor has the same two."""
        return frozenset()


def wanted(roundtable: Roundtable) -> list[NoteWanted]:
    """Return the papers of a roundtable: those of its governments, then those of its corridors."""
    return [paper for kind in roundtable.notes for paper in _OF_KIND[kind](roundtable)]


def everything(roundtable: Roundtable) -> list[tuple[str, Wanted | NoteWanted]]:
    """Return theme and briefing, or short paper, for all that a roundtable wants."""
    papers = [(THEME, paper) for paper in wanted(roundtable)]
    return [*pairs(roundtable.briefings), *papers]


def _speaking(roundtable: Roundtable) -> Iterator[NoteWanted]:
    for code in roundtable.co_chairs:
        yield NoteWanted("speaking-note", _of(roundtable, code))


def _questions(roundtable: Roundtable) -> Iterator[NoteWanted]:
    for code in dict.fromkeys([*roundtable.co_chairs, *roundtable.team]):
        yield NoteWanted("questions", _of(roundtable, code))


def _corridors(roundtable: Roundtable) -> Iterator[NoteWanted]:
    for item in roundtable.briefings.bilateral:
        yield NoteWanted("corridor-note", item.parameters, item.reason, item.where)


def _of(roundtable: Roundtable, code: str) -> dict[str, Any]:
    corridors = (f"{item.origin}-{item.destination}" for item in roundtable.briefings.bilateral)
    return {"country": code, "corridors": tuple(corridors)}


_OF_KIND = {"speaking": _speaking, "questions": _questions, "corridors": _corridors}
