"""A comparison as it is shown, every number already printed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from roundtable.export.report.document import Grid, Refusal

Marked = tuple[tuple[str, bool], ...]
"""Pieces of a text, each with whether the other side lacks it."""


@dataclass(frozen=True, kw_only=True)
class Beside:
    """A sentence of the old side beside that of the new.

    Attributes
    ----------
    part
        Name of the section; of a key message's briefing where several are listed together.
    slug
        Slug to link to, or empty.
    old, new
        Texts in pieces; empty where a side has no such sentence.
    """

    part: str
    old: Marked
    new: Marked
    slug: str = ""


@dataclass(frozen=True, kw_only=True)
class Row:
    """A fact in a table.

    Attributes
    ----------
    name, id
        Its definition, and the id that `roundtable trace` takes.
    cells
        Printed cells behind the name.
    """

    name: str
    id: str
    cells: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Briefing:
    """What changed in one briefing.

    Attributes
    ----------
    slug, title, summary
        Its name, and its counts in a line.
    sentences
        Those that read differently.
    facts, one_side
        Facts that changed, and facts that one side tells.
    above
        Whether its sentences stand at the head of the page and not with it.
    """

    slug: str
    title: str
    summary: str
    sentences: tuple[Beside, ...]
    facts: tuple[Row, ...]
    one_side: tuple[Row, ...]
    above: bool = False


@dataclass(frozen=True, kw_only=True)
class Comparing:
    """A whole comparison.

    Attributes
    ----------
    title, subtitle
        What is compared.
    said, read
        The summary, and how to read it.
    paper
        Sentences of the background paper that read differently; empty where it is not compared
        with others.
    overview
        Counts by briefing; its rows are in the order of `briefings`.
    largest
        The largest differences and ratios.
    kinds
        How kinds changed; None where none did.
    messages
        Key messages in other words, by briefing.
    briefings
        The details.
    legend
        What the flags among the details mean; empty where there are none.
    words
        Headings and column heads.
    """

    title: str
    subtitle: str
    said: tuple[str, ...]
    read: tuple[Refusal, ...]
    paper: tuple[Beside, ...]
    overview: Grid
    largest: tuple[Grid, ...]
    kinds: Grid | None
    messages: tuple[Beside, ...]
    briefings: tuple[Briefing, ...]
    legend: str
    words: Mapping[str, Any]
