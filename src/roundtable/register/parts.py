"""The parts of an entry of the register: parties, corridors, dates, later course, results."""

from typing import Annotated, Literal, Self

from pydantic import Field, ValidationInfo, field_validator, model_validator

from roundtable.errors import did_you_mean
from roundtable.places import blocs, place
from roundtable.places.entries import MomentField, PlaceCode
from roundtable.register.citing import Source, known
from roundtable.written import Strict

Name = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""An id: small letters, digits and hyphens."""

Words = Annotated[str, Field(min_length=3)]


class Party(Strict):
    """Who takes part, and with what.

    Attributes
    ----------
    place, bloc, organisation, firm
        Exactly one: an ISO 3166 alpha-3 code, an id of ``blocs.yml``, or a name.
    part
        The part it takes, which need not be the same for all.
    """

    place: PlaceCode | None = None
    bloc: str | None = None
    organisation: Words | None = None
    firm: Words | None = None
    part: Words

    @field_validator("bloc")
    @classmethod
    def _a_bloc_that_we_know(cls, name: str | None) -> str | None:
        if name is not None and name not in blocs.every():
            raise ValueError(
                f"there is no bloc '{name}' in blocs.yml." + did_you_mean(name, blocs.every())
            )
        return name

    @model_validator(mode="after")
    def _one_of_four(self) -> Self:
        named = [self.place, self.bloc, self.organisation, self.firm]
        if sum(name is not None for name in named) != 1:
            raise ValueError("name exactly one of place, bloc, organisation and firm.")
        return self

    @property
    def code(self) -> str:
        """A short name for lists: the code of a country, a bloc's short name, or the name."""
        if self.bloc:
            return blocs.bloc(self.bloc).short
        return self.place or self.organisation or self.firm or ""

    @property
    def name(self) -> str:
        """The name of the party."""
        if self.place:
            return place(self.place).name
        return blocs.bloc(self.bloc).name if self.bloc else self.code


class Corridor(Strict):
    """A pair of countries whose briefing shows the entry."""

    origin: PlaceCode
    destination: PlaceCode

    @model_validator(mode="after")
    def _two_places(self) -> Self:
        if self.origin == self.destination:
            raise ValueError(f"'{self.origin}' stands on both sides.")
        return self


class Dated(Strict):
    """A date of the partnership, as exact as it is known.

    Attributes
    ----------
    date
        ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.
    sure
        False where sources differ or it could not be established; ``note`` then says what.
    note, source
        What there is to know, and where the date stands if not in the entry's first source.
    """

    date: MomentField
    sure: bool = True
    note: str = ""
    source: Source | None = None

    @model_validator(mode="after")
    def _doubt_has_a_note(self) -> Self:
        if not self.sure and not self.note:
            raise ValueError("is not sure; say in `note` what is not.")
        return self


class Since(Strict):
    """What became of the partnership after the background paper of 2010."""

    became: Literal[
        "continued", "renewed", "replaced", "lapsed", "ended", "never concluded", "unknown"
    ]
    by: str | None = None
    note: str = ""
    sources: tuple[Source, ...] = Field(default=(), strict=False)

    @field_validator("by")
    @classmethod
    def _a_successor_that_we_know(cls, name: str | None, info: ValidationInfo) -> str | None:
        return name if name is None else known(name, "entries", info)

    @model_validator(mode="after")
    def _told_with_a_source(self) -> Self:
        if self.became != "unknown" and not self.sources:
            raise ValueError(f"is '{self.became}'; name the `sources` that say so.")
        return self


class Negotiated(Strict):
    """What was negotiated alongside, such as a readmission agreement."""

    title: Words
    entry: str | None = None
    note: str = ""

    @field_validator("entry")
    @classmethod
    def _an_entry_that_we_know(cls, name: str | None, info: ValidationInfo) -> str | None:
        return name if name is None else known(name, "entries", info)


class Result(Strict):
    """A figure that a document prints about the partnership; it is not recomputed.

    Attributes
    ----------
    id
        Stable within the entry; ``roundtable trace`` knows it as ``<entry>-<id>``.
    value, unit, what
        The figure, what is counted, and a phrase that can stand behind the number.
    period
        The time that it covers, as the document gives it.
    place
        The nationality or country that a part of a figure is about.
    sources
        Where it stands.
    """

    id: Name
    value: int | float
    unit: Literal["persons", "EUR", "USD", "ILS", "CAD", "number", "days", "share"]
    what: Words
    period: str = ""
    place: PlaceCode | None = None
    note: str = ""
    sources: tuple[Source, ...] = Field(strict=False, min_length=1)


class Sent(Strict):
    """A good practice that a government sent in, and whether it may be shown."""

    government: PlaceCode
    cleared: bool
    embargo: MomentField | None = None
