"""What governments have agreed: the register of partnerships, ``data/partnerships/``.

`entry` says what an entry holds, `citing` what it cites, `reading` reads all files and tells
every error with its line. `filters` and `concern` choose entries, `results` makes their figures
facts, and `coverage` finds passages of the source documents that no entry cites.
"""

from roundtable.register import concern
from roundtable.register.citing import Document, Passage, Source, documents, passages
from roundtable.register.concern import Concern
from roundtable.register.coverage import Covered, coverage, missing
from roundtable.register.entry import Partnership
from roundtable.register.filters import AREAS, KINDS, chosen
from roundtable.register.parts import Result
from roundtable.register.reading import Register, entry, every, may_be_shown
from roundtable.register.results import result_fact

__all__ = [
    "AREAS",
    "KINDS",
    "Concern",
    "Covered",
    "Document",
    "Partnership",
    "Passage",
    "Register",
    "Result",
    "Source",
    "chosen",
    "concern",
    "coverage",
    "documents",
    "entry",
    "every",
    "may_be_shown",
    "missing",
    "passages",
    "result_fact",
]
