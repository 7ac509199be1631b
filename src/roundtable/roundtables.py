"""What a roundtable is, and the briefings it wants: ``data/roundtables/*.yml``."""

from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import AfterValidator, Field, field_validator, model_validator

from roundtable import paths, written
from roundtable.errors import ContentError, did_you_mean
from roundtable.places import blocs, circuits
from roundtable.places.entries import PlaceCode
from roundtable.written import Strict, each_once


def _known_space(name: str) -> str:
    known = {**blocs.every(), **circuits.every()}
    if name not in known:
        raise ValueError(f"'{name}' is neither a bloc nor a circuit." + did_you_mean(name, known))
    return name


class Wanted(Strict):
    """A briefing that the roundtable wants.

    Attributes
    ----------
    reason, where
        Why it is wanted, and the passage of the session's paper that it follows.
    """

    theme: ClassVar[str]
    reason: str = ""
    where: str = ""

    @property
    def parameters(self) -> dict[str, Any]:
        """Parameters of the notebook that are this briefing's own."""
        return self.model_dump(exclude={"reason", "where"})

    @property
    def slug(self) -> str:
        """Name of the briefing in paths and commands."""
        return "-".join([self.theme, *self.parameters.values()]).lower().replace("_", "-")

    @property
    def countries(self) -> frozenset[str]:
        """Countries whose figures the briefing needs in every table."""
        return frozenset()


class CorridorWanted(Wanted):
    """A bilateral briefing: ISO 3166 alpha-3 codes of a corridor's two ends."""

    theme = "bilateral"
    origin: PlaceCode
    destination: PlaceCode

    @model_validator(mode="after")
    def _two_ends(self) -> Self:
        if self.origin == self.destination:
            raise ValueError("`origin` and `destination` are the same: a corridor has two ends.")
        return self

    @property
    def countries(self) -> frozenset[str]:
        """Both ends."""
        return frozenset({self.origin, self.destination})


class SpaceWanted(Wanted):
    """A regional briefing: id of a bloc or of a circuit."""

    theme = "regional"
    bloc: Annotated[str, AfterValidator(_known_space)]


class CountryWanted(Wanted):
    """A briefing about one country: its ISO 3166 alpha-3 code."""

    country: PlaceCode

    @property
    def countries(self) -> frozenset[str]:
        """The country."""
        return frozenset({self.country})


class HistoricalWanted(CountryWanted):
    """A briefing on a country's history, languages and neighbours."""

    theme = "historical"


class NewTrendsWanted(CountryWanted):
    """A briefing on a country's new trends."""

    theme = "new_trends"


class PaperWanted(Wanted):
    """The background paper of a session, by the roundtable's id."""

    theme = "background_paper"
    session: str

    @property
    def slug(self) -> str:
        """There is one paper: its name needs no session."""
        return "background-paper"


class BriefingsWanted(Strict):
    """Briefings by theme."""

    background_paper: tuple[PaperWanted, ...] = Field(default=(), strict=False, max_length=1)
    bilateral: tuple[CorridorWanted, ...] = Field(default=(), strict=False)
    regional: tuple[SpaceWanted, ...] = Field(default=(), strict=False)
    historical: tuple[HistoricalWanted, ...] = Field(default=(), strict=False)
    new_trends: tuple[NewTrendsWanted, ...] = Field(default=(), strict=False)


class QuestionChoice(Strict):
    """What the drafters do with a question that follows from the session's figures.

    Attributes
    ----------
    take
        Whether the paper asks it.
    text
        Their own wording in its place, as plain text without figures.
    """

    take: bool = True
    text: str = Field(default="", pattern=r"^[^0-9]*$")


class Roundtable(Strict):
    """A roundtable session, as its file describes it.

    `notes` names the short papers that are written beside the briefings: ``speaking`` notes for
    the co-chairs, ``questions`` for every government, and notes on the ``corridors``.

    Attributes
    ----------
    questions
        Choices about generated questions, by the id that the background paper prints.
    practice
        Partnerships that the background paper tells as good practice, by their ids in the register;
        without it, the paper chooses.
    """

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    forum: str
    meeting: str = ""
    session: str
    title: str
    theme: str = ""
    co_chairs: tuple[PlaceCode, ...] = Field(strict=False, min_length=1)
    team: tuple[PlaceCode, ...] = Field(default=(), strict=False)
    coordinator: str = ""
    peer_review: tuple[str, ...] = Field(default=(), strict=False)
    related: tuple[str, ...] = Field(default=(), strict=False)
    disclaimer: str = ""
    paper: str = ""
    languages: tuple[str, ...] = Field(default=("en",), strict=False)
    year: int
    edition: Literal["undesa-2020", "undesa-2024"]
    questions: dict[str, QuestionChoice] = Field(default={})
    practice: tuple[str, ...] = Field(default=(), strict=False)
    briefings: BriefingsWanted
    notes: tuple[Literal["speaking", "questions", "corridors"], ...] = Field(
        default=(), strict=False
    )

    @field_validator("briefings")
    @classmethod
    def _each_once(cls, wanted: BriefingsWanted) -> BriefingsWanted:
        each_once(briefing.slug for _, briefing in pairs(wanted))
        return wanted

    @model_validator(mode="after")
    def _own_paper(self) -> Self:
        for wanted in self.briefings.background_paper:
            if wanted.session != self.id:
                raise ValueError(
                    f"`background_paper` is of '{wanted.session}', not of '{self.id}'."
                )
        return self

    @property
    def countries(self) -> frozenset[str]:
        """Governments of the session, and the countries that its briefings are about."""
        named = [briefing.countries for _, briefing in pairs(self.briefings)]
        return frozenset({*self.co_chairs, *self.team}).union(*named)


def pairs(wanted: BriefingsWanted) -> list[tuple[str, Wanted]]:
    """Return theme and briefing for every briefing wanted, in the order of the file."""
    return [(theme, item) for theme in type(wanted).model_fields for item in getattr(wanted, theme)]


SHIPPED = "gfmd-2010-rt-1-1"
"""The roundtable that is built when none is named."""


def find(name: str | Path | None) -> Path:
    """Find a roundtable's file by id or path; without a name, the shipped one.

    Raises
    ------
    ContentError
        If there is none of that name.
    """
    folder = paths.roundtables()
    known = {path.stem: path for path in sorted(folder.glob("*.yml"))}
    name = name or SHIPPED
    if str(name) in known:
        return known[str(name)]
    path = Path(name)
    if path.is_file():
        return path
    raise ContentError(
        f"There is no roundtable '{name}': neither a file nor one of {', '.join(known)}."
        + did_you_mean(name, known)
    )


def load(path: Path) -> Roundtable:
    """Read a roundtable's file.

    Raises
    ------
    ContentError
        With every error, each with its line and what would be right.
    """
    return written.load(path, Roundtable, names=_NAMES, example="id: …")


_MODELS = (
    Roundtable,
    QuestionChoice,
    BriefingsWanted,
    PaperWanted,
    CorridorWanted,
    SpaceWanted,
    CountryWanted,
)
_NAMES = list(dict.fromkeys(name for model in _MODELS for name in model.model_fields))
