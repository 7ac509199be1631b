"""What a fact is, and the book that a briefing keeps of its facts."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

import pandas as pd

from roundtable import reliability
from roundtable.errors import RoundtableError


class Name(str):
    """Text that may be printed although it holds digits: a name, a code or a year."""

    __slots__ = ()


def year_name(year: int) -> Name:
    """Return a year as it is printed."""
    return Name(f"{year:d}")


@dataclass(frozen=True)
class SourceRef:
    """A source of a fact, with the place in it where that matters.

    Attributes
    ----------
    id
        Id in ``data/sources.yml``, or of a document.
    where
        Paragraph, section or rows; may be empty.
    """

    id: str
    where: str = ""

    def as_json(self) -> dict[str, str]:
        """Return the reference without empty fields."""
        return {"id": self.id, **({"where": self.where} if self.where else {})}


@dataclass(frozen=True)
class Fact:
    """A value that may stand in prose.

    Attributes
    ----------
    id
        Stable within the briefing, in words joined by hyphens.
    value
        Number, or a word of the data such as ``visa required``; None: no estimate.
    unit
        ``persons``, ``share``, ``ratio``, ``rank`` …
    printed
        The form that a text shows, by language.
    indicator, definition
        Name of the indicator and what it measures, in a sentence.
    arguments
        Arguments of the indicator: with the sources they give back the rows.
    edition
        Edition of the UN stock, or empty.
    sources
        What the value rests on.
    kind
        One of `reliability.KINDS`.
    flags
        Flags of the rows it rests on.
    low, high, indication, coverage
        Bounds, the other edition's indication and the part listed, where they apply.
    not_listed
        Persons in the other edition by country that this edition does not list.
    """

    id: str
    value: float | int | str | None
    unit: str
    printed: Mapping[str, str]
    indicator: str
    definition: str
    arguments: Mapping[str, Any]
    edition: str = ""
    sources: tuple[SourceRef, ...] = ()
    kind: str = "measured"
    flags: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    indication: float | None = None
    coverage: float | None = None
    not_listed: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a kind or flag that nobody could explain."""
        unknown = {self.kind} - set(reliability.KINDS) | set(self.flags) - set(reliability.FLAGS)
        if unknown:
            raise ValueError(f"Fact '{self.id}': unknown kind or flag {sorted(unknown)}.")

    @property
    def known(self) -> bool:
        """Whether there is an estimate."""
        return self.value is not None

    def as_json(self) -> dict[str, Any]:
        """Return the fact as ``facts.json`` holds it, without empty optional fields."""
        content: dict[str, Any] = {}
        for part in fields(self):
            value = getattr(self, part.name)
            if part.name in OPTIONAL and (value is None or value == {}):
                continue
            content[part.name] = value
        content["printed"] = dict(self.printed)
        content["arguments"] = dict(self.arguments)
        content["sources"] = [source.as_json() for source in self.sources]
        content["flags"] = list(self.flags)
        if self.not_listed:
            content["not_listed"] = dict(self.not_listed)
        return content


OPTIONAL = ("low", "high", "indication", "coverage", "not_listed")


@dataclass(frozen=True)
class Series:
    """A table or chart as one fact: one query with its columns.

    Attributes
    ----------
    id
        Stable within the briefing; cells are addressed ``id[row,column]``.
    frame
        The rows, in the order shown. The first column names the row.
    units
        Unit of each column.
    indicator, definition, arguments, edition, sources
        As in `Fact`.
    """

    id: str
    frame: pd.DataFrame
    units: Mapping[str, str]
    indicator: str
    definition: str
    arguments: Mapping[str, Any]
    edition: str
    sources: tuple[SourceRef, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the series with its rows, missing values as null."""
        columns = [
            [None if missing else _plain(cell) for cell, missing in zip(cells, gone, strict=True)]
            for cells, gone in (
                (column.tolist(), column.isna().tolist()) for _, column in self.frame.items()
            )
        ]
        return {
            "id": self.id,
            "indicator": self.indicator,
            "definition": self.definition,
            "arguments": dict(self.arguments),
            "edition": self.edition,
            "sources": [source.as_json() for source in self.sources],
            "columns": list(self.frame.columns),
            "units": dict(self.units),
            "rows": [list(row) for row in zip(*columns, strict=True)],
        }


def _plain(cell: Any) -> Any:
    """Turn a numpy scalar into a Python one."""
    return cell.item() if hasattr(cell, "item") else cell


class Book:
    """The facts of one briefing: those computed, and those that were shown.

    Only what was shown goes into ``facts.json``, in the order of its first use.
    """

    def __init__(self) -> None:
        self._facts: dict[str, Fact] = {}
        self._series: dict[str, Series] = {}
        self._used: dict[str, None] = {}

    def add(self, fact: Fact) -> Fact:
        """Take in a fact.

        Raises
        ------
        RoundtableError
            If another fact has its id.
        """
        if self._facts.setdefault(fact.id, fact) != fact:
            raise RoundtableError(f"Two different facts have the id '{fact.id}'.")
        return fact

    def show(self, fact: Fact) -> Fact:
        """Note that a fact was shown."""
        self._used.setdefault(self.add(fact).id)
        return fact

    def show_series(self, series: Series) -> Series:
        """Note that a table or chart was shown."""
        self._series[series.id] = series
        return series

    def __getitem__(self, fact_id: str) -> Fact:
        """Return a fact by id."""
        return self._facts[fact_id]

    def variables(self) -> dict[str, Fact]:
        """Return all facts by the names that templates use (underscores for hyphens)."""
        return {fact_id.replace("-", "_"): fact for fact_id, fact in self._facts.items()}

    @property
    def shown(self) -> list[Fact]:
        """Facts that were shown, in order of first use."""
        return [self._facts[fact_id] for fact_id in self._used]

    @property
    def series(self) -> list[Series]:
        """Tables and charts that were shown, in order."""
        return list(self._series.values())
