"""What an entry of the register may hold: one partnership, and how its parts fit together."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, ValidationInfo, field_validator, model_validator

from roundtable.places.entries import Moment, MomentField
from roundtable.register.citing import Source
from roundtable.register.parts import (
    Corridor,
    Dated,
    Name,
    Negotiated,
    Party,
    Result,
    Sent,
    Since,
    Words,
)
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
