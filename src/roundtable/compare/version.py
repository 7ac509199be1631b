"""One side of a comparison: what a set of briefings tells."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from roundtable import prose


@dataclass(frozen=True, kw_only=True)
class Version:
    """What one briefing tells: its facts and its text.

    Attributes
    ----------
    slug, theme, title
        As in the briefing.
    edition, year
        Parameters of the briefing.
    facts
        Entries of ``facts.json`` by id, in the order of their first use.
    texts
        Markdown that the cells show, by the id of the cell, in the order of the notebook.
    headings
        Heading under which a cell stands, by the id of the cell.
    """

    slug: str
    theme: str
    title: str
    edition: str
    year: int
    facts: Mapping[str, Mapping[str, Any]]
    texts: Mapping[str, str]
    headings: Mapping[str, str] = field(default_factory=dict)


_HEADING = re.compile(r"^##\s+(.+)$", re.MULTILINE)


def headings_of(notebook: Any) -> dict[str, str]:
    """Return the heading under which each code cell of a notebook stands."""
    found, heading = {}, ""
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            titles = _HEADING.findall(cell.source)
            heading = prose.plain(titles[-1]) if titles else heading
        elif heading:
            found[cell.id] = heading
    return found


@dataclass(frozen=True, kw_only=True)
class Side:
    """All briefings of one side.

    Attributes
    ----------
    name
        What the reader called it: an edition with its year, or a folder.
    language
        Language of the texts.
    briefings
        By slug, in the order of the roundtable.
    failures
        Message by slug, for those that could not be computed.
    roundtable, tables
        Of a build: the roundtable's id, and which tables it read; empty where that is not known.
    """

    name: str
    language: str
    briefings: Mapping[str, Version]
    failures: Mapping[str, str] = field(default_factory=dict)
    roundtable: str = ""
    tables: str = ""
