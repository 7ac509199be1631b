"""The short papers around the background paper: what a delegation takes into the room.

`figures` looks at every stock that a government may be asked about, `choose` says by rule which
of them may be quoted, `agreed` what the register has. `speaking`, `questions` and `corridor` are
the three papers; `wanted` says which of them a roundtable gets.
"""

from roundtable.notes.corridor import CorridorNote
from roundtable.notes.note import Note, Part
from roundtable.notes.questions import Questions
from roundtable.notes.speaking import SpeakingNote
from roundtable.notes.wanted import THEME, NoteWanted, everything, wanted

KINDS: dict[str, type[Note]] = {
    paper.kind: paper for paper in (SpeakingNote, Questions, CorridorNote)
}
"""Class of each kind of paper, in the order in which they are listed."""

__all__ = [
    "KINDS",
    "THEME",
    "CorridorNote",
    "Note",
    "NoteWanted",
    "Part",
    "Questions",
    "SpeakingNote",
    "everything",
    "wanted",
]
