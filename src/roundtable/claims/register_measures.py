"""Measures on the register of partnerships: its dates, where another document has them."""

from datetime import date
from typing import Annotated, Literal

import pandas as pd
from pydantic import AfterValidator, Field

from roundtable import paths, register
from roundtable.claims.figures import LISTS, Figures, Missing
from roundtable.claims.measure import Measure
from roundtable.errors import did_you_mean
from roundtable.facts import SourceRef
from roundtable.places.entries import Moment, MomentField
from roundtable.register.parts import Dated
from roundtable.register.reading import files

PRECISIONS = {"year": 4, "month": 7, "day": 10}
"""Letters of a date that each precision takes."""


def _known(name: str) -> str:
    known = {path.stem for path in files(paths.data())}
    if name not in known:
        raise ValueError(f"there is no entry '{name}' in the register." + did_you_mean(name, known))
    return name


EntryId = Annotated[str, AfterValidator(_known)]
Event = Literal["signed", "in_force"]


class OfEntry(Measure):
    """What measures on a date of one entry have in common."""

    entry: EntryId
    event: Event
    series = (LISTS,)
    dated = False

    @property
    def moment(self) -> Moment:
        """The date, where a document of its own has it.

        Raises
        ------
        Missing
            If the entry has no such date, or names no document for it: the date may then be
            that of the very document whose claim is looked at.
        """
        found = self._dated
        if found is None or found.source is None or found.source.document is None:
            raise Missing(f"the register has no document for {self.event} of '{self.entry}'")
        return found.date

    @property
    def _dated(self) -> Dated | None:
        return getattr(register.every().entries[self.entry], self.event)

    def sources(self, series: str) -> tuple[SourceRef, ...]:
        """Return the document that has the date."""
        source = self._dated.source if self._dated else None
        return (source.ref(register.every().passages),) if source else ()

    def trace(self, figures: Figures, series: str, year: int) -> tuple[str, pd.DataFrame]:
        """Return the date with its document."""
        (ref,) = self.sources(series)
        row = {"entry": self.entry, self.event: str(self.moment), "document": ref.id}
        return f"data/partnerships/{self.entry}.yml", pd.DataFrame([row | {"where": ref.where}])


class DateOfEntry(OfEntry):
    """A date of an entry, as a number: 2008, 200809 or 20080923."""

    measure: Literal["date_of_entry"]
    precision: Literal["year", "month", "day"]
    unit = "date"
    definition = "A date of the register that rests on another document"

    def value(self, figures: Figures, series: str, year: int) -> float | None:
        """Return the date at its precision; None where the register has it less exactly."""
        text, letters = str(self.moment), PRECISIONS[self.precision]
        return int(text[:letters].replace("-", "")) if len(text) >= letters else None


class YearsOfEntry(OfEntry):
    """Whole years from a date of an entry to another date."""

    measure: Literal["years_of_entry"]
    until: MomentField
    unit = "years"
    definition = "Whole years from a date of the register to another date, each at its earliest"

    def value(self, figures: Figures, series: str, year: int) -> float | None:
        """Count the years."""
        first, last = self.moment.first, self.until.first
        return last.year - first.year - ((last.month, last.day) < (first.month, first.day))

    @property
    def arguments(self) -> dict[str, object]:
        """The arguments, as a fact carries them."""
        return {"entry": self.entry, "event": self.event, "until": str(self.until)}


class EntriesBegun(Measure):
    """How many of some entries began in a period."""

    measure: Literal["entries_begun"]
    entries: Annotated[tuple[EntryId, ...], Field(strict=False, min_length=1)]
    since: MomentField
    until: MomentField
    unit = "count"
    series = (LISTS,)
    dated = False
    definition = "How many of the entries named were signed, or began, in the period"

    def value(self, figures: Figures, series: str, year: int) -> float | None:
        """Count the entries."""
        return int(self.trace(figures, series, year)[1]["counted"].sum())

    def trace(self, figures: Figures, series: str, year: int) -> tuple[str, pd.DataFrame]:
        """Return the beginning of each entry, and whether it lies in the period."""
        begun = {name: _begun(name) for name in self.entries}
        rows = [
            (name, str(on or ""), on is not None and self.since.first <= on <= self.until.last)
            for name, on in begun.items()
        ]
        return "data/partnerships", pd.DataFrame(rows, columns=["entry", "began", "counted"])

    def sources(self, series: str) -> tuple[SourceRef, ...]:
        """Return the register."""
        return (SourceRef(REGISTER),)

    @property
    def arguments(self) -> dict[str, object]:
        """The arguments, as a fact carries them."""
        named = {"entries": list(self.entries)}
        return named | {"since": str(self.since), "until": str(self.until)}


def _begun(name: str) -> date | None:
    """Return the first day on which an entry can have been signed or have begun."""
    entry = register.every().entries[name]
    found = [dated.date.first for dated in (entry.signed, entry.in_force) if dated]
    return min(found, default=None)


REGISTER = "roundtable-register"
"""This project's own register of partnerships."""
