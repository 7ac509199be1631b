"""What a review may hold: the answers for one agreement, each with its basis."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    ValidationInfo,
    field_validator,
    model_validator,
)

from roundtable.errors import did_you_mean
from roundtable.places.entries import MomentField
from roundtable.register.citing import Known, Source, known
from roundtable.rights.criteria import Asked
from roundtable.written import Strict


class Answer(Enum):
    """What a text says to one criterion.

    The members have no order and no value that could be added: a profile cannot become a score.
    """

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    SILENT = "silent"
    NOT_APPLICABLE = "not applicable"
    ELSEWHERE = "covered elsewhere"
    NOT_ASSESSABLE = "not assessable"


GAPS = frozenset({Answer.PARTLY, Answer.NO, Answer.SILENT})
"""Answers that leave something for negotiators to ask."""


def _answer(value: Any) -> Any:
    """Read an answer; YAML takes an unquoted yes or no for true or false."""
    if isinstance(value, Answer):
        return value
    word = {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value
    words = [answer.value for answer in Answer]
    if word not in words:
        raise ValueError(
            f"'{word}' is no answer; there are {', '.join(words)}." + did_you_mean(word, words)
        )
    return Answer(word)


AnswerField = Annotated[Answer, BeforeValidator(_answer)]


class Told(Strict):
    """One answer.

    Attributes
    ----------
    answer
        One of `Answer`.
    note
        What the basis says, in our own words.
    basis
        Documents, with article, section or paragraph.
    by
        The instrument that covers it, where the answer is ``covered elsewhere``.
    """

    answer: AnswerField
    note: str = ""
    basis: tuple[Source, ...] = Field(default=(), strict=False)
    by: str = ""

    @model_validator(mode="after")
    def _rests_on_something(self) -> Self:
        needs = self.answer not in (Answer.SILENT, Answer.NOT_ASSESSABLE)
        if needs and not (self.basis and self.note):
            raise ValueError(f"is '{self.answer.value}'; say in `note` why, and give its `basis`.")
        if (self.answer is Answer.ELSEWHERE) != bool(self.by):
            raise ValueError(
                "`by` names the instrument that covers it, where the answer is "
                "'covered elsewhere', and nowhere else."
            )
        return self


class Text(Strict):
    """Which text the review rests on.

    Attributes
    ----------
    public
        Whether the agreement's text is published; ``unknown`` where it could not be found.
    read
        ``whole``: word by word, from the first to the last; ``parts``: some of it;
        ``reports``: what documents about it say; ``none``.
    sources
        What was read.
    language
        The languages of what was read.
    note
        What else a reader should know of it.
    """

    public: bool | Literal["unknown"]
    read: Literal["whole", "parts", "reports", "none"]
    sources: tuple[Source, ...] = Field(default=(), strict=False)
    language: str = ""
    note: str = ""

    @model_validator(mode="after")
    def _what_was_read_is_named(self) -> Self:
        if (self.read == "none") == bool(self.sources):
            raise ValueError("`sources` names what was read, and nothing where nothing was.")
        if self.read in ("whole", "parts") and self.public is not True:
            raise ValueError("its text was read, so it is public: `public: true`.")
        return self


class Context(Strict):
    """Whether a flag holds."""

    holds: bool | Literal["unknown"]
    note: str = ""
    basis: tuple[Source, ...] = Field(default=(), strict=False)

    @model_validator(mode="after")
    def _rests_on_something(self) -> Self:
        if self.holds != "unknown" and not (self.note and self.basis):
            raise ValueError("say in `note` why, and give its `basis`.")
        return self


@dataclass(frozen=True)
class Reviewed(Known):
    """What a review may refer to: documents, entries, and what is asked."""

    asked: Asked | None = None


def _among(field: str) -> Callable[[str, ValidationInfo], str]:
    """Make a check that an id stands in a list of ``rights.yml``; each is told with its line."""

    def check(name: str, info: ValidationInfo) -> str:
        asked: Asked | None = getattr(info.context, "asked", None)
        names = [item.id for item in getattr(asked, field)] if asked else [name]
        if name not in names:
            raise ValueError(
                f"there is no {_WORDS[field]} '{name}' in rights.yml." + did_you_mean(name, names)
            )
        return name

    return check


_WORDS = {
    "criteria": "criterion",
    "kinds": "kind",
    "coherence": "part of the checklist",
    "flags": "flag",
}

CriterionId = Annotated[str, AfterValidator(_among("criteria"))]
KindId = Annotated[str, AfterValidator(_among("kinds"))]
PartId = Annotated[str, AfterValidator(_among("coherence"))]
FlagId = Annotated[str, AfterValidator(_among("flags"))]


class Review(Strict):
    """The review of one agreement: ``data/reviews/<entry>.yml``.

    Attributes
    ----------
    entry
        Id of the register's entry; also the name of the file.
    kind
        Id of a kind in ``rights.yml``.
    reviewed
        Date of the review.
    text
        What was read.
    answers
        By criterion.
    otherwise
        Answer to every criterion that ``answers`` leaves out: ``silent`` only where the whole
        text was read, for only then is it known what it does not say.
    coherence, flags
        Answers to the checklist on national coherence, and the context, by id.
    """

    entry: str
    kind: KindId
    reviewed: MomentField
    text: Text
    answers: dict[CriterionId, Told] = Field(default_factory=dict)
    otherwise: AnswerField
    coherence: dict[PartId, Told] = Field(default_factory=dict)
    flags: dict[FlagId, Context] = Field(default_factory=dict)

    @field_validator("entry")
    @classmethod
    def _an_entry_named_as_the_file(cls, name: str, info: ValidationInfo) -> str:
        stem = getattr(info.context, "stem", "")
        if stem and name != stem:
            raise ValueError(f"is '{name}', but the file is named '{stem}'.")
        return known(name, "entries", info)

    @field_validator("answers")
    @classmethod
    def _asked_of_the_kind(cls, answers: dict[str, Told], info: ValidationInfo) -> dict[str, Told]:
        asked: Asked | None = getattr(info.context, "asked", None)
        kind = info.data.get("kind")
        if asked is not None and kind is not None:
            own = {item.id for item in asked.of_kind(kind)}
            beyond = [name for name in answers if name not in own]
            if beyond:
                raise ValueError(f"{', '.join(beyond)}: not asked of kind '{kind}'; remove it.")
        return answers

    @model_validator(mode="after")
    def _stays_within_the_text(self) -> Self:
        if problems := list(_beyond_the_text(self)):
            raise ValueError(" ".join(problems))
        return self


def _beyond_the_text(review: Review) -> Iterator[str]:
    """Find answers that what was read cannot give."""
    if review.otherwise not in (Answer.SILENT, Answer.NOT_ASSESSABLE):
        yield "`otherwise` is 'silent' or 'not assessable'."
    given = {**review.answers, **review.coherence}
    silent = [name for name, told in given.items() if told.answer is Answer.SILENT]
    if review.text.read != "whole":
        if review.otherwise is Answer.SILENT:
            yield "`otherwise: silent` needs a text that was read whole."
        if silent:
            yield (
                f"{', '.join(silent)}: a text that was not read whole cannot be called silent; "
                "write 'not assessable'."
            )
    elif review.otherwise is Answer.NOT_ASSESSABLE:
        yield "the whole text was read: `otherwise: silent`."
