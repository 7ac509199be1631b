"""What changed between two sides, as one page: tables, and sentences beside each other."""

from roundtable.export.comparing.document import Beside, Briefing, Comparing, Row
from roundtable.export.comparing.page import render
from roundtable.export.comparing.words import words

__all__ = ["Beside", "Briefing", "Comparing", "Row", "render", "words"]
