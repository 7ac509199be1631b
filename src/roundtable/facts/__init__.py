"""Facts: values with unit, printed form, definition, source and reliability."""

from roundtable.facts.fact import Book, Fact, Name, Series, SourceRef, year_name

__all__ = ["Book", "Fact", "Name", "Series", "SourceRef", "year_name"]
