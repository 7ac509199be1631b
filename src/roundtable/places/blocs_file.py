"""The file of regional organisations, ``data/blocs.yml``: what it may hold, how it is read."""

from collections.abc import Collection, Iterable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, field_validator, model_validator

from roundtable import kept, paths
from roundtable.places.entries import MomentField, PlaceCode, day_of
from roundtable.written import Strict, each_once, load

Status = Literal["member", "associate", "suspended"]
Kind = Literal[
    "economic community",
    "passport-free area",
    "language community",
    "continental union",
    "association of states",
]

FULL: tuple[Status, ...] = ("member",)
"""Statuses that count as membership unless others are asked for."""


class FreeMovement(Strict):
    """What the organisation's rules say about moving between its members.

    Attributes
    ----------
    says
        One sentence.
    source
        The instrument that says so.
    in_force
        False where the rules are an aim, or lack the ratifications that they need.
    """

    says: str = Field(min_length=1)
    source: str = Field(min_length=1)
    in_force: bool = True


class Spell(Strict):
    """A period in which places belonged to a bloc.

    Attributes
    ----------
    places
        ISO 3166 alpha-3 codes.
    since, until
        First and last day of it. A bare year or month means the whole of it: membership
        since ``2003`` counts from 1 January, membership until ``2003`` to 31 December.
    status
        ``suspended`` where the rights of membership have ceased, not where a seat in the
        organs is empty.
    sure
        False where the dates or the status could not be established.
    note
        What there is to know; required where it is not sure.
    """

    places: tuple[PlaceCode, ...] = Field(strict=False, min_length=1)
    since: MomentField
    until: MomentField | None = None
    status: Status = "member"
    sure: bool = True
    note: str = ""

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.until and self.until.last < self.since.first:
            raise ValueError(f"ends ({self.until}) before it begins ({self.since}).")
        if not self.sure and not self.note:
            raise ValueError("is not sure; say in `note` what is not.")
        return self

    def covers(self, day: date) -> bool:
        """Tell whether a day lies in the period."""
        return self.since.first <= day and (self.until is None or day <= self.until.last)


class Bloc(Strict):
    """A regional organisation or a space of free movement."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    name: str
    article: Literal["", "the"] = "the"
    short: str
    short_article: Literal["", "the"] = ""
    kind: Kind
    free_movement: FreeMovement
    sources: tuple[str, ...] = Field(strict=False, min_length=1)
    membership: tuple[Spell, ...] = Field(strict=False, min_length=1)

    @field_validator("membership")
    @classmethod
    def _one_status_at_a_time(cls, spells: tuple[Spell, ...]) -> tuple[Spell, ...]:
        by_place: dict[str, list[Spell]] = {}
        for spell in spells:
            for code in spell.places:
                by_place.setdefault(code, []).append(spell)
        twice = [
            f"{code} ({one.since} and {two.since})"
            for code, own in by_place.items()
            for one, two in _neighbours(own)
            if one.until is None or two.since.first <= one.until.last
        ]
        if twice:
            raise ValueError(f"periods of the same place overlap: {', '.join(twice)}.")
        return spells

    def members(self, on: date | int, *, statuses: Collection[Status] = FULL) -> frozenset[str]:
        """Return the codes of the places with one of the statuses on a day."""
        day = day_of(on)
        return frozenset(
            code
            for spell in self.membership
            if spell.status in statuses and spell.covers(day)
            for code in spell.places
        )

    @property
    def phrase(self) -> str:
        """The short name as it stands in a sentence.

        Examples
        --------
        >>> {bloc.id: bloc.phrase for bloc in read().blocs}["gcc"]
        'the GCC'
        """
        return f"{self.short_article} {self.short}".strip()

    @property
    def unsure(self) -> dict[str, str]:
        """What could not be established, by place."""
        return {
            code: spell.note for spell in self.membership if not spell.sure for code in spell.places
        }


def _neighbours(spells: list[Spell]) -> Iterable[tuple[Spell, Spell]]:
    """Pair each period of a place with the one that follows it."""
    ordered = sorted(spells, key=lambda spell: spell.since.first)
    return pairwise(ordered)


class Blocs(Strict):
    """The whole file.

    Attributes
    ----------
    as_of
        Day up to which changes of membership were followed.
    blocs
        In the order of the file.
    """

    as_of: MomentField
    blocs: tuple[Bloc, ...] = Field(strict=False, min_length=1)

    @model_validator(mode="after")
    def _each_once_and_nothing_to_come(self) -> Self:
        each_once(bloc.id for bloc in self.blocs)
        later = [
            f"{bloc.id} ({', '.join(spell.places)})"
            for bloc in self.blocs
            for spell in bloc.membership
            for moment in (spell.since, spell.until)
            if moment and moment.first > self.as_of.last
        ]
        if later:
            raise ValueError(f"changes after `as_of` ({self.as_of}): {', '.join(later)}.")
        return self


_NAMES = [name for model in (Blocs, Bloc, Spell, FreeMovement) for name in model.model_fields]


@kept.once
def read(path: Path | None = None) -> Blocs:
    """Read ``data/blocs.yml``, or the file that is named.

    Raises
    ------
    ContentError
        With every error, each with its line and what would be right.
    """
    file = path or paths.data() / "blocs.yml"
    return load(file, Blocs, names=_NAMES, example="as_of: 2025-12-31")
