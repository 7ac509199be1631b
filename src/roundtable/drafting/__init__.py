"""For those who draft: what there is and what is wrong, a starter, and the facts accepted."""

from roundtable.drafting.accepting import accept
from roundtable.drafting.documents import Document, headings
from roundtable.drafting.review import (
    Reviewed,
    broken,
    problems,
    review,
    strangers,
    unknown_roundtables,
)
from roundtable.drafting.starter import start

__all__ = [
    "Document",
    "Reviewed",
    "accept",
    "broken",
    "headings",
    "problems",
    "review",
    "start",
    "strangers",
    "unknown_roundtables",
]
