"""The drafters' own words: ``notebooks/drafts/<roundtable>/<briefing>/<section>.<language>.md``."""

from roundtable.drafts.changes import Change, changes, named_facts
from roundtable.drafts.model import Draft, NationalFigure, Recorded
from roundtable.drafts.reading import NAME, digest, files, folder, read, taken
from roundtable.drafts.words import problems

__all__ = [
    "NAME",
    "Change",
    "Draft",
    "NationalFigure",
    "Recorded",
    "changes",
    "digest",
    "files",
    "folder",
    "named_facts",
    "problems",
    "read",
    "taken",
]
