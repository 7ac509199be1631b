"""What governments have agreed: the register of partnerships, ``data/partnerships/``.

`entry` says what an entry holds, `citing` what it cites, `reading` reads all files and tells
every error with its line.
"""

from roundtable.register.citing import Document, Passage, Source, documents, passages
from roundtable.register.entry import Partnership
from roundtable.register.reading import Register, entry, every, may_be_shown

__all__ = [
    "Document",
    "Partnership",
    "Passage",
    "Register",
    "Source",
    "documents",
    "entry",
    "every",
    "may_be_shown",
    "passages",
]
