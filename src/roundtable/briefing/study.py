"""What every theme looks at: the tables, a year, an edition; and how its facts are made."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from roundtable.facts import Fact, SourceRef
from roundtable.sources import EDITIONS
from roundtable.store import Tables

Form = Callable[[Any, str], str]
"""Prints a value in a language."""


@dataclass(frozen=True, kw_only=True)
class Study:
    """The figures that a briefing looks at.

    Attributes
    ----------
    tables
        All tables.
    year, edition, language
        Parameters of the briefing.
    other
        The edition to compare with.
    """

    tables: Tables
    year: int
    edition: str
    other: str
    language: str

    def sources(self, *editions: str) -> tuple[SourceRef, ...]:
        """Return references to editions, by default to the briefing's own."""
        return tuple(SourceRef(EDITIONS[edition]) for edition in editions or (self.edition,))

    def fact(
        self,
        id: str,
        value: Any,
        form: Form,
        *,
        unit: str,
        indicator: str,
        definition: str,
        arguments: dict[str, Any],
        **more: Any,
    ) -> Fact:
        """Make a fact of the briefing's edition, unless told otherwise.

        Parameters
        ----------
        id, value, unit, indicator, definition, arguments
            As in `Fact`.
        form
            Prints the value in a language.
        **more
            Further attributes of `Fact`. Without a kind, a value is measured and None is no
            estimate.
        """
        edition = more.pop("edition", self.edition)
        return Fact(
            id=id,
            value=value,
            unit=unit,
            printed={self.language: form(value, self.language)},
            indicator=indicator,
            definition=definition,
            arguments=arguments,
            edition=edition,
            sources=more.pop("sources", None) or self.sources(edition),
            kind=more.pop("kind", "no-estimate" if value is None else "measured"),
            **more,
        )
