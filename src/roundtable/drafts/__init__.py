"""The drafters' own words: ``notebooks/drafts/<roundtable>/<briefing>/<section>.<language>.md``."""

from roundtable.drafts.changes import Change, changes, named_facts
from roundtable.drafts.model import Draft, NationalFigure, Recorded
from roundtable.drafts.reading import (
    NAME,
    digest,
    files,
    folder,
    problem_with_section,
    read,
    refuse_unshown,
    taken,
)
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
    "problem_with_section",
    "problems",
    "read",
    "refuse_unshown",
    "taken",
]
