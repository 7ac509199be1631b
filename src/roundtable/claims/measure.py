"""What every measure has in common: a way to recompute a published figure."""

from typing import Annotated, ClassVar

import pandas as pd
from pydantic import AfterValidator, Field, ValidationInfo

from roundtable.claims.block import Block
from roundtable.claims.figures import STOCKS, WORLD_BANK, Figures
from roundtable.errors import did_you_mean
from roundtable.facts import SourceRef
from roundtable.places import blocs
from roundtable.places.entries import PlaceCode
from roundtable.places.groups import problem_with_group
from roundtable.register.citing import known
from roundtable.sources import EDITIONS, MATRICES
from roundtable.written import Strict

SOURCES = {**EDITIONS, WORLD_BANK: MATRICES}
"""Source of each series that has another name."""


def _known(word: str) -> str:
    if problem := problem_with_group(word):
        raise ValueError(problem)
    return word


Group = Annotated[str, AfterValidator(_known)]
"""A country's code, the id of a bloc, or the name of a region."""


def known_bloc(word: str) -> str:
    """Return the id of a bloc, or raise with the one that is closest.

    Raises
    ------
    ValueError
        If ``blocs.yml`` has none of that id; pydantic tells it with the entry's line.
    """
    known = blocs.every()
    if word not in known:
        raise ValueError(f"there is no bloc {word!r}." + did_you_mean(word, known))
    return word


def known_document(name: str, info: ValidationInfo) -> str:
    """Return the id of a document, or raise with the one that is closest."""
    return known(name, "documents", info)


DocumentId = Annotated[str, AfterValidator(known_document)]
BlocId = Annotated[str, AfterValidator(known_bloc)]
Groups = Annotated[tuple[Group, ...], Field(strict=False, min_length=1)]
Codes = Annotated[tuple[PlaceCode, ...], Field(strict=False, min_length=1)]
Numbers = Annotated[tuple[float, ...], Field(strict=False, min_length=1)]


class Measure(Strict):
    """A way to recompute a figure; its fields are its arguments.

    Attributes
    ----------
    unit
        Of the value: ``persons``, ``share``, ``count``, ``rank``, ``ratio`` …
    series
        What it can be computed on.
    dated
        Whether it can be computed for another year too.
    definition
        What it measures, in a sentence.
    """

    unit: ClassVar[str] = "share"
    series: ClassVar[tuple[str, ...]] = STOCKS
    dated: ClassVar[bool] = True
    definition: ClassVar[str] = ""

    def value(self, figures: Figures, series: str, year: int) -> float | None:
        """Compute the figure on a series, in a year.

        Returns
        -------
        float or None
            None where the data give no estimate.

        Raises
        ------
        Missing
            If the tables at hand do not hold what it rests on.
        """
        raise TypeError(f"{type(self).__name__} does not recompute anything.")

    def block(self, figures: Figures, series: str, year: int) -> Block | None:
        """Return the corridors that the figure rests on; None where it rests on none."""
        return None

    def trace(self, figures: Figures, series: str, year: int) -> tuple[str, pd.DataFrame]:
        """Return the name of the table, or file, and the rows that the figure rests on.

        Parameters
        ----------
        figures
            The tables.
        series, year
            What the figure was recomputed from.

        Returns
        -------
        tuple of str and DataFrame
            Name of the table, empty for figures of a file; its rows, the most people first.
        """
        block = self.block(figures, series, year)
        if block is None:
            return "", pd.DataFrame([self.arguments])
        origins, destinations = block.codes()
        rows = figures.corridors(series, year)
        kept = rows["origin"].isin(origins) & rows["destination"].isin(destinations)
        table = "history" if series == WORLD_BANK else "stocks"
        return table, rows[kept & (rows["both"] > 0)].sort_values("both", ascending=False)

    def sources(self, series: str) -> tuple[SourceRef, ...]:
        """Return what the figure rests on, where it is no document."""
        return (SourceRef(SOURCES.get(series, series)),)

    @property
    def value_unit(self) -> str:
        """Unit of the value; a sum or product takes that of its parts."""
        return getattr(self, "of", self.unit)

    @property
    def arguments(self) -> dict[str, object]:
        """The arguments, as a fact carries them."""
        content = self.model_dump(exclude={"measure"}, exclude_none=True)
        return {name: list(v) if isinstance(v, tuple) else v for name, v in content.items()}


def over(part: float, whole: float) -> float | None:
    """Return a share; None where there is nobody to share."""
    return part / whole if whole else None
