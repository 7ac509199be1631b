"""What a draft is: its front matter, and its words."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, field_validator, model_validator

from roundtable.places.entries import PlaceCode
from roundtable.written import Strict

COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)


def _said(text: str) -> str:
    if not text.strip():
        raise ValueError("is empty.")
    return text.strip()


def _fact_id(text: str) -> str:
    """Take a fact's id as ``facts.json`` has it, or as words print it."""
    return _said(text).replace("_", "-")


def _web_address(text: str) -> str:
    if text and not re.fullmatch(r"https?://[^\s<>\"]+", text):
        raise ValueError(f"{text!r} is no web address; it begins with https://.")
    return text


class NationalFigure(Strict):
    """A government's own figure, shown beside a fact and never instead of it.

    Attributes
    ----------
    beside
        Id of the fact.
    government
        Code of the country whose government gives the figure.
    value, unit, year
        The figure; its unit is that of the fact.
    source, url
        Where it is published.
    """

    beside: Annotated[str, AfterValidator(_fact_id)]
    government: PlaceCode
    value: int | float
    unit: Annotated[str, AfterValidator(_said)]
    year: int = Field(ge=1800, le=2100)
    source: Annotated[str, AfterValidator(_said)]
    url: Annotated[str, AfterValidator(_web_address)] = ""

    @property
    def id(self) -> str:
        """Id of the figure as a fact of its own."""
        return f"national-{self.beside}-{self.government.lower()}-{self.year}"

    @model_validator(mode="after")
    def _possible(self) -> Self:
        if self.value < 0:
            raise ValueError(f"`value` is {self.value}; a figure here is zero or more.")
        if self.unit == "share" and self.value > 1:
            raise ValueError(f"`value` is {self.value}; a share is a fraction from 0 to 1.")
        return self


class Recorded(Strict):
    """A fact as it was when the words were written."""

    value: int | float | str | None
    printed: str
    kind: str = "measured"


class Front(Strict):
    """The front matter of a draft.

    Attributes
    ----------
    place
        Where the words stand: before or after the generated text, or instead of it.
    national_figures
        Figures of governments.
    facts
        The facts that the words name, as they were when the words were written. A command
        writes them.
    """

    place: Literal["before", "after", "instead"]
    national_figures: tuple[NationalFigure, ...] = Field(default=(), strict=False)
    facts: dict[str, Recorded] = Field(default_factory=dict)

    @field_validator("national_figures")
    @classmethod
    def _each_once(cls, figures: tuple[NationalFigure, ...]) -> tuple[NationalFigure, ...]:
        ids = [figure.id for figure in figures]
        for figure in figures:
            if ids.count(figure.id) > 1:
                raise ValueError(
                    f"two figures of {figure.government} for {figure.year} stand beside "
                    f"'{figure.beside}'. Keep one."
                )
        return figures


NAMES = [*Front.model_fields, *NationalFigure.model_fields, *Recorded.model_fields]
"""Names in the front matter, for suggestions."""


@dataclass(frozen=True)
class Draft:
    """A drafter's words on one section of one briefing, in one language.

    Attributes
    ----------
    path
        Its file.
    section, language
        From the name of the file.
    front
        Its front matter.
    yaml, words
        The front matter as it is written, and a template. As many empty lines stand above
        each as its file has there, so that lines are counted as in the file.
    """

    path: Path
    section: str
    language: str
    front: Front
    yaml: str
    words: str

    @property
    def name(self) -> str:
        """The file as messages name it: ``roundtable/briefing/section.language.md``."""
        return "/".join(self.path.parts[-3:])

    @property
    def empty(self) -> bool:
        """Whether nothing is written yet: such a draft changes no briefing."""
        return not COMMENT.sub("", self.words).strip() and not self.front.national_figures
