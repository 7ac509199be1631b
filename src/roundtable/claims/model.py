"""What an entry of ``data/claims.yml`` holds."""

import re
from functools import reduce
from operator import or_
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from roundtable.claims import (
    document_measures,
    register_measures,
    stock_measures,
    world_measures,
)
from roundtable.claims.measure import DocumentId, Measure, known_bloc
from roundtable.claims.verdicts import DECLARED, Verdict
from roundtable.places import circuits
from roundtable.places.entries import PlaceCode
from roundtable.written import Strict

MODULES = (stock_measures, world_measures, document_measures, register_measures)
MEASURES: tuple[type[Measure], ...] = tuple(
    sorted(
        (
            item
            for module in MODULES
            for item in vars(module).values()
            if isinstance(item, type)
            and issubclass(item, Measure)
            and "measure" in item.model_fields
        ),
        key=lambda item: item.__name__,
    )
)
"""Every way to recompute a figure."""

AnyMeasure = Annotated[reduce(or_, MEASURES), Field(discriminator="measure")]

_NUMBER = re.compile(r"(?<![\w-])\d[\d.,]*")


def _without_numbers(text: str) -> str:
    """Refuse numbers other than years: nobody would recompute a number among words."""
    found = [number for number in _NUMBER.findall(text) if not re.match(r"(19|20)\d\d\b", number)]
    if found:
        raise ValueError(
            f"{', '.join(found)}: a number among the words is one that nobody recomputes. "
            "Leave it to `published` and `recomputed`; only years may stand here."
        )
    return text


Words = Annotated[str, Field(min_length=10), AfterValidator(_without_numbers)]


FormName = Literal[
    "people", "more-than", "share", "count", "number", "rank", "date", "money", "years"
]
"""How a figure is printed; `printed.FORMS` has the functions."""


class Published(Strict):
    """A figure as the document has it.

    Attributes
    ----------
    value
        The number printed; for words, the bound that they are read as.
    form
        How it is printed: a key of `facts.FORMS`.
    words
        The document's own two or three words where it prints no number.
    reading
        For words: whether the value is the least or the most that they allow.
    why
        Why they are read so.
    """

    value: float | None = Field(default=None, strict=False)
    form: FormName
    words: str = Field(default="", max_length=40)
    reading: Literal["", "at least", "at most"] = ""
    why: str = ""

    @model_validator(mode="after")
    def _words_are_read(self) -> Self:
        if self.value is None and not self.words:
            raise ValueError("needs a `value`, or `words` where the document prints no number.")
        if bool(self.reading) != bool(self.why):
            raise ValueError("a `reading` needs its `why`, and nothing else has one.")
        if self.reading and self.value is None:
            raise ValueError("a `reading` needs the `value` that the words are read as.")
        return self


class Tolerance(Strict):
    """How far a recomputed value may lie from the published one.

    Attributes
    ----------
    absolute, relative
        In the unit of the figure, or as a part of it; one of them.
    why
        The argument for it.
    """

    absolute: float | None = Field(default=None, ge=0, strict=False)
    relative: float | None = Field(default=None, gt=0, lt=1)
    why: str = Field(min_length=10)

    @model_validator(mode="after")
    def _one_of_them(self) -> Self:
        if (self.absolute is None) == (self.relative is None):
            raise ValueError("give either `absolute` or `relative`.")
        return self


class Pair(Strict):
    """A corridor."""

    origin: PlaceCode
    destination: PlaceCode


def _space(word: str) -> str:
    return word if word in circuits.every() else known_bloc(word)


SpaceId = Annotated[str, AfterValidator(_space)]


class Concerns(Strict):
    """Which briefings show a claim.

    Attributes
    ----------
    origins, destinations
        Countries of which it tells the emigration, or the immigration and policy.
    corridors
        Pairs that it is about.
    spaces
        Blocs and circuits.
    world
        Whether it frames a theme where no claim is the briefing's own.
    themes
        The notebooks that may show it; all where it is empty.
    """

    origins: tuple[PlaceCode, ...] = Field(default=(), strict=False)
    destinations: tuple[PlaceCode, ...] = Field(default=(), strict=False)
    corridors: tuple[Pair, ...] = Field(default=(), strict=False)
    spaces: tuple[SpaceId, ...] = Field(default=(), strict=False)
    world: bool = False
    themes: tuple[Literal["bilateral", "regional", "historical", "new_trends"], ...] = Field(
        default=(), strict=False
    )


class Claim(Strict):
    """A figure of a document, and what came of recomputing it.

    Attributes
    ----------
    id
        Stable.
    document, where
        Id of ``documents.yml``, and the section or paragraph.
    about
        What the figure is of, in our words and without the number.
    published
        The figure.
    recomputed
        How it is recomputed; None where nothing can be.
    year
        Year of the series that it is set against.
    tolerance
        How far off it may be; for a bound, None.
    caveat
        Whether it needs a caveat even where every series agrees.
    verdict, reason
        The verdict, which must be that of the rule, and why, in our words.
    concerns
        Which briefings show it.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    document: DocumentId
    where: str
    about: Words
    published: Published
    recomputed: AnyMeasure | None = None
    series: tuple[str, ...] = Field(default=(), strict=False)
    year: int = Field(default=2010, ge=1960, le=2100)
    tolerance: Tolerance | None = None
    caveat: bool = False
    verdict: Verdict
    reason: Words
    concerns: Concerns

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        problems = []
        measured = self.recomputed
        bound = bool(self.published.reading)
        if self.verdict not in DECLARED:
            if measured is None:
                problems.append(f"'{self.verdict}' needs `recomputed`")
            if self.published.value is None:
                problems.append(f"'{self.verdict}' needs a published `value` to compare with")
            if (self.tolerance is None) != bound:
                problems.append(
                    "a `reading` is a bound and takes no `tolerance`"
                    if bound
                    else "`tolerance` is missing"
                )
        elif self.tolerance or self.caveat:
            problems.append(f"'{self.verdict}' takes neither `tolerance` nor `caveat`")
        if measured is not None:
            unknown = [name for name in self.series if name not in measured.series]
            if unknown:
                problems.append(
                    f"{measured.measure} is not computed on {', '.join(unknown)}, only on "
                    + ", ".join(measured.series)
                )
        if problems:
            raise ValueError("; ".join(problems) + ".")
        return self

    @property
    def every_series(self) -> tuple[str, ...]:
        """Series that it is recomputed on."""
        return self.series or (self.recomputed.series if self.recomputed else ())
