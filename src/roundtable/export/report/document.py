"""A report as it is shown: lists, tables and paragraphs, every number already printed."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Grid:
    """A table of a report.

    Attributes
    ----------
    caption, note
        What it shows, and how to read it.
    head
        Column heads; the first names the rows.
    rows
        Printed cells.
    words
        Columns that hold words and not numbers, by place; the first is one of them.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    words: frozenset[int] = frozenset({0})


@dataclass(frozen=True)
class Section:
    """A part of a report: a heading, then paragraphs, then tables."""

    heading: str
    paragraphs: tuple[str, ...]
    grids: tuple[Grid, ...]


@dataclass(frozen=True)
class Refusal:
    """What cannot be said, and why."""

    claim: str
    why: str


@dataclass(frozen=True)
class Document:
    """A report.

    Attributes
    ----------
    title, subtitle
        What it is about, and on which figures.
    said
        Sentences that the figures carry.
    refused
        What they do not carry.
    sections
        The details.
    sources
        Citations.
    labels
        Words around them: headings of the two lists, of the sources, a closing line.
    """

    title: str
    subtitle: str
    said: tuple[str, ...]
    refused: tuple[Refusal, ...]
    sections: tuple[Section, ...]
    sources: tuple[str, ...]
    labels: Mapping[str, str]
