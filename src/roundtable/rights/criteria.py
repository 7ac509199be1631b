"""What a migration agreement is asked: ``data/rights.yml``."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from roundtable import kept, paths
from roundtable.errors import did_you_mean
from roundtable.written import Strict, load

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Words = Annotated[str, Field(min_length=3)]


class Instrument(Strict):
    """A convention, recommendation, compact or report that a criterion rests on.

    Attributes
    ----------
    short, title, year
        How running text names it, what it is called, and its year.
    read
        Which parts were read: only these are cited with article or objective.
    """

    id: Id
    short: Words
    title: Words
    year: int = Field(ge=1945, le=2100)
    read: Words


class Asking(Strict):
    """Which instrument asks something, and where; ``where`` is empty where it was not read."""

    instrument: Id
    where: str = ""


class Kind(Strict):
    """A sort of agreement; not all sorts are asked the same."""

    id: Id
    name: Words
    about: Words


class Group(Strict):
    """A heading over criteria."""

    id: Id
    name: Words


class Criterion(Strict):
    """One thing that an agreement is asked.

    Attributes
    ----------
    tier
        ``first`` for the duties of A/68/283, paragraphs 78 and 79; they come first everywhere.
    name, asks
        A heading, and what would have to be so.
    prompt
        A question to negotiators where it is not so.
    kinds
        The sorts of agreement that are asked it.
    sources
        The instruments that ask it.
    """

    id: Id
    tier: Literal["first", "further"]
    group: Id
    name: Words
    asks: Words
    prompt: str = Field(pattern=r"\?$")
    kinds: tuple[Id, ...] = Field(strict=False, min_length=1)
    sources: tuple[Asking, ...] = Field(strict=False, min_length=1)


class Part(Strict):
    """One point of the checklist on national coherence."""

    id: Id
    name: Words
    asks: Words


class Flag(Strict):
    """Something to know when reading a profile, which is no criterion."""

    id: Id
    name: Words
    asks: Words
    sources: tuple[Asking, ...] = Field(strict=False, min_length=1)


class Asked(Strict):
    """The whole file.

    Attributes
    ----------
    instruments, kinds, groups, criteria
        What agreements are asked, by whom, and under which headings.
    coherence
        The checklist of A/68/283, paragraph 80: who takes part at home.
    flags
        The context.
    """

    instruments: tuple[Instrument, ...] = Field(strict=False, min_length=1)
    kinds: tuple[Kind, ...] = Field(strict=False, min_length=1)
    groups: tuple[Group, ...] = Field(strict=False, min_length=1)
    criteria: tuple[Criterion, ...] = Field(strict=False, min_length=1)
    coherence: tuple[Part, ...] = Field(strict=False, min_length=1)
    flags: tuple[Flag, ...] = Field(strict=False, min_length=1)

    @model_validator(mode="after")
    def _each_once_and_known(self) -> Self:
        problems = []
        for field in type(self).model_fields:
            ids = [item.id for item in getattr(self, field)]
            problems += [
                f"{field}: '{name}' stands twice; keep one."
                for name in sorted({name for name in ids if ids.count(name) > 1})
            ]
        instruments = [item.id for item in self.instruments]
        for item in (*self.criteria, *self.flags):
            problems += _unknown(
                item.id, "instrument", (s.instrument for s in item.sources), instruments
            )
        for item in self.criteria:
            problems += _unknown(item.id, "kind", item.kinds, [kind.id for kind in self.kinds])
            problems += _unknown(item.id, "group", [item.group], [one.id for one in self.groups])
        tiers = [item.tier for item in self.criteria]
        if tiers != sorted(tiers):
            problems.append("criteria: the ones of tier 'first' come first.")
        if problems:
            raise ValueError(" ".join(problems))
        return self

    def of_kind(self, kind: str) -> tuple[Criterion, ...]:
        """Return the criteria that a sort of agreement is asked, in the order of the file."""
        return tuple(item for item in self.criteria if kind in item.kinds)

    def kind(self, name: str) -> Kind:
        """Return a sort of agreement by its id."""
        return next(kind for kind in self.kinds if kind.id == name)

    def cited(self, asking: Asking) -> str:
        """Return an instrument and the place in it, as a text names them.

        Examples
        --------
        >>> criteria().cited(Asking(instrument="icrmw", where="article 18"))
        'Convention on migrant workers, article 18'
        """
        short = next(item.short for item in self.instruments if item.id == asking.instrument)
        return f"{short}, {asking.where}" if asking.where else short


def _unknown(of: str, word: str, names: Iterable[str], known: list[str]) -> list[str]:
    return [
        f"{of}: there is no {word} '{name}'." + did_you_mean(name, known)
        for name in names
        if name not in known
    ]


_NAMES = [
    name
    for model in (Asked, Instrument, Asking, Kind, Group, Criterion, Part, Flag)
    for name in model.model_fields
]


@kept.once
def criteria(folder: Path | None = None) -> Asked:
    """Read ``rights.yml``.

    Parameters
    ----------
    folder
        Folder of the file; by default the workspace's ``data``.

    Raises
    ------
    ContentError
        With every error and its line.

    Examples
    --------
    >>> [item.id for item in criteria().criteria if item.tier == "first"]
    ['transparency', 'monitoring', 'justice', 'impact']
    """
    file = (folder or paths.data()) / "rights.yml"
    return load(file, Asked, names=_NAMES, example="instruments:")
