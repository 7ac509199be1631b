"""What a roundtable is, and the briefings it wants: ``data/roundtables/*.yml``."""

from pathlib import Path
from typing import Any, Literal, Self

from pydantic import Field, field_validator, model_validator

from roundtable import paths, written
from roundtable.errors import ContentError, did_you_mean
from roundtable.places.entries import PlaceCode
from roundtable.written import Strict


class CorridorWanted(Strict):
    """A bilateral briefing that the roundtable wants.

    Attributes
    ----------
    origin, destination
        ISO 3166 alpha-3 codes.
    reason, where
        Why this corridor, and the passage of the session's paper that names it.
    """

    origin: PlaceCode
    destination: PlaceCode
    reason: str = ""
    where: str = ""

    @model_validator(mode="after")
    def _two_ends(self) -> Self:
        if self.origin == self.destination:
            raise ValueError("`origin` and `destination` are the same: a corridor has two ends.")
        return self

    @property
    def slug(self) -> str:
        """Name of the briefing in paths and commands."""
        return f"bilateral-{self.origin}-{self.destination}".lower()

    @property
    def parameters(self) -> dict[str, Any]:
        """Parameters of the notebook that are this briefing's own."""
        return {"origin": self.origin, "destination": self.destination}


class BriefingsWanted(Strict):
    """Briefings by theme."""

    bilateral: tuple[CorridorWanted, ...] = Field(default=(), strict=False)


class Roundtable(Strict):
    """A roundtable session, as its file describes it."""

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
    briefings: BriefingsWanted

    @field_validator("briefings")
    @classmethod
    def _each_once(cls, wanted: BriefingsWanted) -> BriefingsWanted:
        slugs = [briefing.slug for _, briefing in pairs(wanted)]
        twice = sorted({slug for slug in slugs if slugs.count(slug) > 1})
        if twice:
            raise ValueError(f"{', '.join(twice)} stands twice. Keep one.")
        return wanted

    @property
    def countries(self) -> frozenset[str]:
        """Governments of the session and both ends of its corridors."""
        ends = {
            code
            for _, briefing in pairs(self.briefings)
            for code in (briefing.origin, briefing.destination)
        }
        return frozenset({*self.co_chairs, *self.team, *ends})


def pairs(wanted: BriefingsWanted) -> list[tuple[str, CorridorWanted]]:
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


_NAMES = [*Roundtable.model_fields, *CorridorWanted.model_fields, *BriefingsWanted.model_fields]
