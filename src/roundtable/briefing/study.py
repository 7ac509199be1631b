"""What every theme looks at: the tables, a year, an edition; and how its facts are made."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any, TypeVar, cast

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
        """Return references to editions, by default to the briefing's own.

        Parameters
        ----------
        *editions
            Such as ``undesa-2024``.

        Returns
        -------
        tuple of SourceRef
            In the order given.
        """
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

    @cached_property
    def found(self) -> dict[Any, Any]:
        """What was found so far, by the function that found it; see `found_once`."""
        return {}


Finding = TypeVar("Finding", bound=Callable[..., Any])


def found_once(find: Finding) -> Finding:
    """Let a function or method look only once for what a study has, for all who ask again.

    Parameters
    ----------
    find
        Takes a study and further arguments; a list or mapping among them must not change
        afterwards. What it returns is shared: nobody may change it either.
    """

    @wraps(find)
    def finding(study: Study, *arguments: Any, **named: Any) -> Any:
        given = (*arguments, *named.values())
        key = (find, *named, *map(_named, given))
        if key not in study.found:
            # The arguments are held too, so that none after them can have their identity.
            study.found[key] = given, find(study, *arguments, **named)
        return study.found[key][1]

    return cast(Finding, finding)


def _named(argument: Any) -> Any:
    """Return an argument as a part of a key; what cannot be one is known by its identity."""
    try:
        hash(argument)
    except TypeError:
        return id(argument)
    return argument
