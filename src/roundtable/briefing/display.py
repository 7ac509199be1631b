"""Objects that a notebook cell shows: Markdown, and the record of a briefing."""

from dataclasses import dataclass
from typing import Any

RECORD_MIMETYPE = "application/vnd.roundtable.briefing+json"


@dataclass(frozen=True)
class Message:
    """Markdown that a cell shows."""

    markdown: str

    def _repr_markdown_(self) -> str:
        return self.markdown

    def __repr__(self) -> str:
        """Return the Markdown, so that outputs compare as text."""
        return self.markdown


@dataclass(frozen=True)
class Record:
    """Markdown for the reader, with the briefing's record for the builder."""

    markdown: str
    content: dict[str, Any]

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, Any]:
        return {
            "text/plain": self.markdown,
            "text/markdown": self.markdown,
            RECORD_MIMETYPE: self.content,
        }
