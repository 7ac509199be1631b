"""A bloc or a circuit in one edition and year, with the rows that its facts rest on."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from roundtable import reliability
from roundtable.briefing.study import Study, found_once
from roundtable.indicators import shares, world
from roundtable.places import OTHERS, blocs, spaces
from roundtable.places.blocs_file import Bloc
from roundtable.places.circuits import Circuit
from roundtable.reliability.keys import one_of
from roundtable.store import Tables


@dataclass(frozen=True, kw_only=True)
class Space(Study):
    """What a regional briefing is about.

    Attributes
    ----------
    id
        Id of a bloc or a circuit.
    pairs
        Its corridors, ``origin, destination``, with the members of the briefing's year.
    common
        Last year that both editions give, up to `year`.
    inside
        Rows of these corridors, all years and both editions, with flags.
    around
        Rows of the year, and of `common` in both editions, that have an origin or a
        destination of the space. A corridor that is listed with nobody is among them: it is not
        one that is not listed.
    """

    id: str
    pairs: pd.DataFrame
    common: int
    inside: pd.DataFrame
    around: pd.DataFrame

    @property
    def is_bloc(self) -> bool:
        """Whether it is a bloc, with one set of members; else a circuit with two sides."""
        return self.id in blocs.every()

    @property
    def described(self) -> Bloc | Circuit:
        """Its entry in the file of blocs or of circuits."""
        return spaces.every()[self.id]

    @cached_property
    def origins(self) -> list[str]:
        """Codes of the places that people come from."""
        return sorted(set(self.pairs["origin"]))

    @cached_property
    def destinations(self) -> list[str]:
        """Codes of the places that they live in."""
        return sorted(set(self.pairs["destination"]))

    @cached_property
    def today(self) -> frozenset[str]:
        """Members of today; for a circuit its origins."""
        return blocs.members_today(self.id) if self.is_bloc else frozenset(self.origins)

    @property
    def about(self) -> dict[str, Any]:
        """Arguments of an indicator of the space in its year."""
        return {"space": self.id, "year": self.year}

    def inside_at(self, *, edition: str, year: int) -> pd.DataFrame:
        """Return the flagged rows inside the space in a year; nobody is no row.

        Parameters
        ----------
        edition, year
            Of the figures.

        Returns
        -------
        DataFrame
            Rows of `inside`.
        """
        return self._inside.get((edition, year), self._nobody)

    def from_here(self, *, edition: str, year: int) -> pd.DataFrame:
        """Return the rows of the emigrants of its origins in a year.

        Parameters
        ----------
        edition, year
            Of the figures: the briefing's year, or `common` in both editions.

        Returns
        -------
        DataFrame
            Rows of `around` whose origin is one of the space's; nobody is no row.
        """
        return self._leaving.get((edition, year), self._nobody)

    def into_here(self, *, edition: str, year: int) -> pd.DataFrame:
        """Return the rows of the immigrants of its destinations, of unknown origin too.

        Parameters
        ----------
        edition, year
            Of the figures: the briefing's year, or `common` in both editions.

        Returns
        -------
        DataFrame
            Rows of `around` whose destination is one of the space's; nobody is no row.
        """
        return self._entering.get((edition, year), self._nobody)

    @cached_property
    def carried(self) -> dict[tuple[str, int], float]:
        """Part of the people inside whose figure is carried forward, by edition and year."""
        return {at: reliability.part_flagged(rows, *CARRIED) for at, rows in self._inside.items()}

    @cached_property
    def _inside(self) -> dict[tuple[str, int], pd.DataFrame]:
        return _by_time(self.inside[self.inside["both"] > 0])

    @cached_property
    def _leaving(self) -> dict[tuple[str, int], pd.DataFrame]:
        return _by_time(self._somebody[one_of(self._somebody["origin"], self.origins)])

    @cached_property
    def _entering(self) -> dict[tuple[str, int], pd.DataFrame]:
        return _by_time(self._somebody[one_of(self._somebody["destination"], self.destinations)])

    @cached_property
    def _nobody(self) -> pd.DataFrame:
        return self.around.iloc[:0]

    @cached_property
    def _somebody(self) -> pd.DataFrame:
        return self.around[self.around["both"] > 0]

    @cached_property
    def _world(self) -> pd.DataFrame:
        rows = self.tables.world
        return rows[(rows["group"] == self.id) & (rows["whole"] > 0)]

    @found_once
    def over_time(self, measure: str, *, variant: str) -> pd.DataFrame:
        """Return a share of the space by edition and year out of the table of the world.

        Parameters
        ----------
        measure, variant
            As the table ``world`` names them.

        Returns
        -------
        DataFrame
            ``edition, source, year, part, whole, value``; years without anybody are left out.
        """
        rows = self._world
        found = rows[(rows["measure"] == measure) & (rows["variant"] == variant)]
        return found.assign(value=found["part"] / found["whole"])


CARRIED = reliability.REPEATED
"""Flags of a figure that was made from another year's."""


def of_sum(
    value: float | None,
    rows: pd.DataFrame,
    *,
    mine: float | None = None,
    theirs: float | None = None,
) -> dict[str, Any]:
    """Return kind and flags of a figure that sums rows, as `Study.fact` takes them.

    Parameters
    ----------
    value
        The figure; without one it is no estimate.
    rows
        Flagged rows of the people that it counts.
    mine, theirs
        The same figure for the last common year in this edition and in the other; none of them
        where it does not rest on that comparison.

    Returns
    -------
    dict
        ``kind`` and ``flags``.
    """
    if value is None:
        return {}
    kind, flags = reliability.kind_of_sum(rows, mine=mine, theirs=theirs)
    return {"kind": kind, "flags": flags}


def _by_time(rows: pd.DataFrame) -> dict[tuple[str, int], pd.DataFrame]:
    """Divide rows by edition and year."""
    parts = rows.groupby(["edition", "year"], observed=True)
    return {(str(edition), int(year)): part for (edition, year), part in parts}


def open_space(
    tables: Tables, *, bloc: str, year: int, edition: str, other: str, language: str
) -> Space:
    """Select and flag the rows that the facts of a space rest on.

    Parameters
    ----------
    tables
        Pack or store.
    bloc
        Id of a bloc or a circuit.
    year
        Year of the briefing: members are those of that year.
    edition, other
        The edition of the figures, and the one to compare with.
    language
        Of the words.

    Returns
    -------
    Space
        Where the editions have no year in common, `common` is the briefing's year.
    """
    stocks = reliability.flagged_stocks(tables)
    # As objects, codes are looked up without turning them over and over.
    pairs = spaces.corridors(bloc, on=year).astype(object)
    origins, destinations = set(pairs["origin"]), set(pairs["destination"])
    ends = stocks[one_of(stocks["origin"], origins) & one_of(stocks["destination"], destinations)]
    inside = ends[world.linked(ends, pairs)]
    common = shares.common_year(stocks, edition=edition, other=other, year=year) or year
    years = stocks[(stocks["year"] == year) | (stocks["year"] == common)]
    around = years[
        one_of(years["origin"], origins - {OTHERS}) | one_of(years["destination"], destinations)
    ]
    return Space(
        tables=tables,
        id=bloc,
        pairs=pairs,
        common=common,
        inside=inside,
        around=around,
        year=year,
        edition=edition,
        other=other,
        language=language,
    )
