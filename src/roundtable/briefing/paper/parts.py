"""The themes' briefings that the paper draws on, each opened once, and their facts lent to it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import chain
from typing import Any

from roundtable import kept, store
from roundtable.briefing import space_words
from roundtable.briefing.circuit_facts import group_facts
from roundtable.briefing.corridor import open_corridor
from roundtable.briefing.corridor_facts import corridor_facts
from roundtable.briefing.country import open_country
from roundtable.briefing.historical_words import turn_names
from roundtable.briefing.rising_facts import rising_facts
from roundtable.briefing.share_facts import share_facts
from roundtable.briefing.space import open_space
from roundtable.briefing.space_detail_facts import detail_facts
from roundtable.briefing.space_facts import space_facts
from roundtable.briefing.space_people_facts import people_facts
from roundtable.briefing.space_side_facts import side_facts
from roundtable.briefing.spoken import Spoken
from roundtable.briefing.tie_facts import tied_facts
from roundtable.briefing.trends_facts import remittance_facts, student_facts
from roundtable.briefing.trends_study import WAYS, open_trends
from roundtable.briefing.trends_words import rebased_names, told_new
from roundtable.briefing.turn_facts import SHOWN, turn_facts, turns
from roundtable.facts import Book, Fact, Name, forms
from roundtable.reliability.emerging import LARGE
from roundtable.roundtables import CorridorWanted, Roundtable
from roundtable.sources import EDITIONS


@dataclass(frozen=True)
class Part:
    """A briefing that the paper draws on.

    Attributes
    ----------
    slug
        Its slug: the facts that it lends begin with it.
    briefing
        The theme's class, opened.
    """

    slug: str
    briefing: Any

    def fact(self, id: str) -> Fact:
        """Return a fact of the briefing under the paper's id: ``regional-ecowas-inside``.

        Parameters
        ----------
        id
            The fact's id in the briefing.
        """
        found = self.briefing.book[id]
        return replace(found, id=f"{self.slug}-{found.id}")

    @cached_property
    def names(self) -> dict[str, Any]:
        """Everything that the theme's templates know, with facts under the paper's ids."""
        known = {**self.briefing.context, **self.briefing.book.variables()}
        return {name: self._lent(value) for name, value in known.items()}

    def _lent(self, value: Any) -> Any:
        if isinstance(value, Fact):
            return replace(value, id=f"{self.slug}-{value.id}")
        if isinstance(value, Mapping):
            return {name: self._lent(item) for name, item in value.items()}
        if isinstance(value, list | tuple):
            return [self._lent(item) for item in value]
        return value


class Corridor:
    """A corridor with the facts that the paper tells of it: its size, and its weight at both ends.

    The paper tells a few facts of many briefings. The themes' classes compute all of them, their
    agreements, reviews and claims, which takes several times as long.
    """

    def __init__(self, *, origin: str, destination: str, **study: Any) -> None:
        self.origin, self.destination = origin, destination
        self.year = study["year"]
        corridor = open_corridor(
            store.load(), origin=origin, destination=destination, **_compared(study)
        )
        self.book = _book(corridor_facts(corridor), share_facts(corridor))
        place = self.book["unlisted-largest"].arguments.get("destination")
        self.context = {
            "origin": Spoken(origin),
            "destination": Spoken(destination),
            "unlisted_place": Spoken(place) if place else None,
        }


class Inside:
    """A bloc or circuit with the shares that stay inside it."""

    def __init__(self, *, bloc: str, **study: Any) -> None:
        self.bloc = bloc
        self.space = open_space(store.load(), bloc=bloc, **_compared(study))
        computed = (space_facts, detail_facts, people_facts, side_facts, group_facts)
        self.book = _book(*(facts(self.space) for facts in computed))
        self.context = {
            **space_words.names(self.space, self.book),
            **space_words.conditions(self.space, self.book),
        }


class Ties:
    """A country with the ties of its migrants, and its corridors that have turned."""

    def __init__(self, *, country: str, **study: Any) -> None:
        self.country = country
        ties = open_country(store.load(), country=country, **_compared(study))
        self.turned = turns(ties)
        self.book = _book(tied_facts(ties), turn_facts(ties, self.turned))
        self.context = {
            "turned": [
                turn_names(ties, self.book, item, number)
                for number, item in enumerate(self.turned[:SHOWN], 1)
                if item.agrees
            ]
        }


class Rises:
    """A country with its new corridors, its students and money, and what was counted anew."""

    def __init__(self, *, country: str, **study: Any) -> None:
        self.country = country
        self.study = open_trends(store.load(), country=country, **_compared(study))
        self.book = _book(
            rising_facts(self.study), student_facts(self.study), remittance_facts(self.study)
        )
        self.context = {
            "country": Spoken(country),
            "floor": Name(forms.exact(LARGE, self.study.language)),
            **{f"new_{way}": told_new(self.study, self.book, way) for way in WAYS},
            **rebased_names(self.study, self.book),
        }


def _compared(study: Mapping[str, Any]) -> dict[str, Any]:
    """Add the edition to compare with."""
    other = next(name for name in EDITIONS if name != study["edition"])
    return {**study, "other": other}


def _book(*parts: Iterable[Fact]) -> Book:
    book = Book()
    for fact in chain.from_iterable(parts):
        book.add(fact)
    return book


THEMES: dict[str, Any] = {
    "bilateral": Corridor,
    "regional": Inside,
    "historical": Ties,
    "new_trends": Rises,
}


SHARED = ("bilateral",)
"""Themes whose parts hold facts alone: one kernel of a build makes them for all others. The paper
and every speaking note ask for each corridor of the roundtable."""


class Parts:
    """Opens the briefings that a roundtable wants, when they are first asked for.

    Parameters
    ----------
    session
        The roundtable.
    year, edition, language
        Parameters of the paper.
    """

    def __init__(self, session: Roundtable, *, year: int, edition: str, language: str) -> None:
        self.session = session
        self._common = {"year": year, "edition": edition, "language": language}
        self._opened: dict[str, Part] = {}

    def of(self, theme: str) -> Iterator[Part]:
        """Return the wanted briefings of a theme in the order of the roundtable's file.

        Parameters
        ----------
        theme
            A key of `THEMES`.

        Yields
        ------
        Part
            Opened when it is first asked for.
        """
        for wanted in getattr(self.session.briefings, theme):
            yield self._open(theme, wanted.slug, wanted.parameters)

    def corridor(self, origin: str, destination: str) -> Part:
        """Return a corridor, wanted by the roundtable or not.

        Parameters
        ----------
        origin, destination
            ISO 3166 alpha-3 codes.
        """
        wanted = CorridorWanted(origin=origin, destination=destination)
        return self._open("bilateral", wanted.slug, wanted.parameters)

    def space(self, name: str) -> Part | None:
        """Return the regional briefing of a bloc or circuit; None where it is not wanted.

        Parameters
        ----------
        name
            Id of a bloc or a circuit.
        """
        for wanted in self.session.briefings.regional:
            if wanted.bloc == name:
                return self._open("regional", wanted.slug, wanted.parameters)
        return None

    def _open(self, theme: str, slug: str, parameters: Mapping[str, Any]) -> Part:
        if slug not in self._opened:
            given = {**parameters, **self._common}
            make = partial(THEMES[theme], **given)
            if theme in SHARED:
                of = f"{sorted(given.items())} {store.load().digest}"
                opened = kept.made(f"part-{theme}", make, of=of)
            else:
                opened = make()
            self._opened[slug] = Part(slug, opened)
        return self._opened[slug]
