"""Measures on the document's own figures, and on what this project has listed."""

from math import prod
from typing import Literal

from pydantic import Field

from roundtable.claims.figures import DOCUMENT, LISTS, Figures
from roundtable.claims.measure import BlocId, Codes, DocumentId, Measure, Numbers
from roundtable.facts import SourceRef
from roundtable.places import blocs, ties
from roundtable.places.entries import PlaceCode
from roundtable.sources import SPACES, TIES


class Sum(Measure):
    """What the parts that a document names add up to."""

    measure: Literal["sum"]
    parts: Numbers
    of: Literal["persons", "share", "count"]
    series = (DOCUMENT,)
    dated = False
    definition = "Sum of the parts that the document names"

    def value(self, figures: Figures, series: str, year: int) -> float | None:
        """Add up the parts."""
        return round(sum(self.parts), 6)


class Product(Measure):
    """What the factors that a document names give."""

    measure: Literal["product"]
    factors: Numbers
    of: Literal["persons", "shekels"]
    series = (DOCUMENT,)
    dated = False
    definition = "Product of the factors that the document names"

    def value(self, figures: Figures, series: str, year: int) -> float | None:
        """Multiply the factors."""
        return round(prod(self.factors), 6)


class Largest(Measure):
    """The largest of the figures that a document names."""

    measure: Literal["largest"]
    parts: Numbers
    of: Literal["persons"]
    series = (DOCUMENT,)
    dated = False
    definition = "Largest of the figures that the document names"

    def value(self, figures: Figures, series: str, year: int) -> float | None:
        """Return the largest."""
        return max(self.parts)


class Stated(Measure):
    """What another document says of the same thing."""

    measure: Literal["stated"]
    stated: float = Field(strict=False)
    by: DocumentId
    where: str
    of: Literal["persons", "date", "count"]
    series = (LISTS,)
    dated = False
    definition = "The figure of another document, for the same thing"

    def value(self, figures: Figures, series: str, year: int) -> float | None:
        """Return the other document's figure."""
        return self.stated

    def sources(self, series: str) -> tuple[SourceRef, ...]:
        """Return the other document."""
        return (SourceRef(self.by, self.where),)


class MembersAmong(Measure):
    """How many of the places named belong to a bloc."""

    measure: Literal["members_among"]
    bloc: BlocId
    in_year: int
    places: Codes
    unit = "count"
    series = (LISTS,)
    dated = False
    definition = "How many of the places named were members of the bloc in the middle of the year"

    def value(self, figures: Figures, series: str, year: int) -> float | None:
        """Count the members."""
        return len(set(self.places) & blocs.members(self.bloc, on=self.in_year))

    def sources(self, series: str) -> tuple[SourceRef, ...]:
        """Return the list of blocs."""
        return (SourceRef(SPACES),)


class MembersOfBloc(Measure):
    """How many members a bloc had."""

    measure: Literal["members_of_bloc"]
    bloc: BlocId
    in_year: int
    unit = "count"
    series = (LISTS,)
    dated = False
    definition = "Members of the bloc in the middle of the year"

    def value(self, figures: Figures, series: str, year: int) -> float | None:
        """Count the members."""
        return len(blocs.members(self.bloc, on=self.in_year))

    def sources(self, series: str) -> tuple[SourceRef, ...]:
        """Return the list of blocs."""
        return (SourceRef(SPACES),)


class ColonialAmong(Measure):
    """How many of the places named have a colonial past with a country."""

    measure: Literal["colonial_among"]
    country: PlaceCode
    places: Codes
    unit = "count"
    series = (LISTS,)
    dated = False
    definition = "How many of the places named were ruled by the country, by the list of ties"

    def value(self, figures: Figures, series: str, year: int) -> float | None:
        """Count the places."""
        return sum(
            any(tie.kind in ties.COLONIAL for tie, _ in ties.between(code, self.country))
            for code in self.places
        )

    def sources(self, series: str) -> tuple[SourceRef, ...]:
        """Return the list of ties."""
        return (SourceRef(TIES),)
