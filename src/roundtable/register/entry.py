"""What an entry of the register may hold: one partnership, its parties, dates and results."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, ValidationInfo, field_validator, model_validator

from roundtable.errors import did_you_mean
from roundtable.places import blocs, place
from roundtable.places.entries import Moment, MomentField, PlaceCode
from roundtable.register.citing import Source, known
from roundtable.written import Strict

Kind = Literal[
    "multi-stakeholder", "sub-national", "bilateral", "regional", "inter-regional", "national"
]
"""The kinds of the background paper's appendix, and national programmes."""

Form = Literal[
    *("treaty", "memorandum", "declaration", "programme", "project", "process"),
    *("framework", "law", "pact", "plan", "space", "contract"),
]

Status = Literal[
    *("in force", "signed, not in force", "ended", "lapsed", "replaced"),
    *("under negotiation", "under way", "unknown"),
]

Area = Literal[
    *("visas", "readmission", "knowledge-sharing", "labour-migration"),
    *("border-management", "rescue-at-sea", "development"),
]
"""The areas that A/68/283, paragraph 77, names, and development."""

Theme = Literal["bilateral", "regional", "historical", "new_trends"]

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


class Partnership(Strict):
    """One entry of the register: ``data/partnerships/<id>.yml``.

    ``data/README.md`` explains every word; the brief names here are those of the file.
    """

    id: Name
    title: Words
    official: str = ""
    short: Annotated[str, Field(min_length=3, max_length=60)]
    kind: Kind
    form: Form
    binding: bool | Literal["unknown"]
    parties: tuple[Party, ...] = Field(strict=False, min_length=1)
    corridors: tuple[Corridor, ...] = Field(default=(), strict=False)
    themes: tuple[Theme, ...] = Field(default=(), strict=False)
    signed: Dated | None = None
    in_force: Dated | None = None
    ended: Dated | None = None
    status: Status
    status_as_of: MomentField
    since_2010: Since | None = None
    areas: tuple[Area, ...] = Field(strict=False, min_length=1)
    summary: Annotated[str, Field(min_length=40)]
    components: tuple[Words, ...] = Field(default=(), strict=False)
    negotiated_with: tuple[Negotiated, ...] = Field(default=(), strict=False)
    results: tuple[Result, ...] = Field(default=(), strict=False)
    sources: tuple[Source, ...] = Field(strict=False, min_length=1)
    disagreements: tuple[Words, ...] = Field(default=(), strict=False)
    confidence: Literal["high", "medium", "low"]
    sent_by: Sent | None = None

    @field_validator("id")
    @classmethod
    def _named_as_its_file(cls, name: str, info: ValidationInfo) -> str:
        files = info.context
        if files is None or name == files.stem:
            return name
        taken = f", and {name}.yml has this id" if name in (files.entries or ()) else ""
        raise ValueError(
            f"is '{name}', but the file is named {files.stem}.yml{taken}; the two must agree."
        )

    @field_validator("in_force", "ended")
    @classmethod
    def _dates_in_order(cls, dated: Dated | None, info: ValidationInfo) -> Dated | None:
        for earlier in ("signed", "in_force"):
            before = info.data.get(earlier)
            if dated and before and dated.date.last < before.date.first:
                raise ValueError(
                    f"is {dated.date}, before `{earlier}` ({before.date}). Check both dates."
                )
        return dated

    @field_validator("results")
    @classmethod
    def _results_once(cls, results: tuple[Result, ...]) -> tuple[Result, ...]:
        _once([result.id for result in results], "results")
        return results

    @field_validator("areas", "themes")
    @classmethod
    def _words_once(cls, words: tuple[str, ...]) -> tuple[str, ...]:
        _once(list(words), "words")
        return words

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if self.kind == "bilateral" and not self.corridors:
            raise ValueError("is bilateral; name its `corridors`, so that briefings show it.")
        if self.status in ("in force", "under way") and self.ended:
            raise ValueError(f"has ended ({self.ended.date}), but `status` is '{self.status}'.")
        if self.since_2010 and self.since_2010.by == self.id:
            raise ValueError("`since_2010.by` names the entry itself.")
        return self

    def may_be_shown(self, on: date) -> bool:
        """Tell whether the entry may be printed on a day: cleared, and no embargo any more."""
        sent = self.sent_by
        if sent is None:
            return True
        return sent.cleared and (sent.embargo is None or sent.embargo.first <= on)

    @property
    def began(self) -> Moment | None:
        """When it was signed, or else when it came into force; None where neither is known."""
        dated = self.signed or self.in_force
        return dated.date if dated else None

    @property
    def cited(self) -> tuple[Source, ...]:
        """Every source of the entry, of its dates, results and later course included."""
        dates = [dated.source for dated in (self.signed, self.in_force, self.ended) if dated]
        return (
            *self.sources,
            *(source for source in dates if source),
            *(source for result in self.results for source in result.sources),
            *(self.since_2010.sources if self.since_2010 else ()),
        )


def _once(words: list[str], what: str) -> None:
    """Refuse what stands twice in a list."""
    twice = sorted({word for word in words if words.count(word) > 1})
    if twice:
        raise ValueError(f"{', '.join(twice)} stands twice among the {what}. Keep one.")
