"""A country with all its corridors in both editions: what a briefing on new trends looks at."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from roundtable import reliability
from roundtable.briefing.corridor import kind_of
from roundtable.briefing.origin_facts import shared_bloc
from roundtable.briefing.study import Study, found_once
from roundtable.indicators import shares, students
from roundtable.indicators.bonds import bonds
from roundtable.indicators.flows_of_money import remittances_of_gdp
from roundtable.indicators.rising import rising
from roundtable.places import OTHERS
from roundtable.places.blocs_file import Bloc
from roundtable.store import Tables

MOVEMENT = "movement"
"""The bond of a bloc whose rules let people move between its members. Romania and Belgium share
neither border nor past, and no rise between them runs beyond every link."""

WAYS = {"out": ("origin", "destination"), "in": ("destination", "origin")}
"""End that is the country, and end that varies, for emigrants and for immigrants."""


@dataclass(frozen=True, kw_only=True)
class Trends(Study):
    """What a briefing on new trends is about.

    Attributes
    ----------
    country
        ISO 3166 code.
    flagged
        Rows of its corridors in both editions, with flags.
    common
        Last year that both editions give, up to `year`.
    """

    country: str
    flagged: pd.DataFrame
    common: int

    def corridors(self, way: str) -> pd.DataFrame:
        """Return the flagged rows of one way, ``out`` or ``in``.

        Parameters
        ----------
        way
            ``out`` (of the country's emigrants) or ``in`` (of its immigrants).

        Returns
        -------
        DataFrame
            All years and both editions.
        """
        return self._ways[way]

    @cached_property
    def _ways(self) -> dict[str, pd.DataFrame]:
        """The rows of each way: nearly every fact asks for them."""
        rows = self.flagged
        return {way: rows[rows[mine] == self.country] for way, (mine, _) in WAYS.items()}

    def listed(self, way: str) -> pd.DataFrame:
        """Return the rows of one way in the briefing's year and edition whose origin is given.

        Parameters
        ----------
        way
            ``out`` or ``in``.

        Returns
        -------
        DataFrame
            Corridors with at least one person.
        """
        rows = self.corridors(way)
        return rows[
            (rows["edition"] == self.edition)
            & (rows["year"] == self.year)
            & (rows["origin"] != OTHERS)
            & (rows["both"] > 0)
        ]

    def partners(self, way: str, *, edition: str = "") -> pd.DataFrame:
        """Return the partners of one way in the briefing's year, as `shares.partners`.

        Parameters
        ----------
        way
            ``out`` or ``in``.
        edition
            The edition whose partners are meant, where it is not the briefing's; of the other
            one those of the last common year.

        Returns
        -------
        DataFrame
            As from `shares.partners`.
        """
        mine, theirs = WAYS[way]
        ends = (self.edition, self.other)
        if edition == self.other:
            ends = ends[::-1]
        year = self.year if edition != self.other else self.common
        return shares.partners(
            self.corridors(way), by=theirs, year=year, edition=ends[0], other=ends[1],
            **{mine: self.country},
        )  # fmt: skip

    @cached_property
    def risen(self) -> dict[str, pd.DataFrame]:
        """Corridors that at least trebled, each way, with what binds their ends.

        Returns
        -------
        dict of str to DataFrame
            As from `rising`, with ``bonds`` (see `bonds`, and `MOVEMENT`; None where not known).
        """
        return {way: self._risen(way) for way in WAYS}

    def row(self, way: str, partner: str, *, year: int, edition: str = "") -> pd.Series | None:
        """Return the flagged row of a corridor in a year; None where there is none.

        Parameters
        ----------
        way, partner
            Of the corridor: ``out`` or ``in``, and the code at its other end.
        year
            Of the figure.
        edition
            Where it is not the briefing's.
        """
        rows = self.in_year(way, edition or self.edition, year)
        at = np.flatnonzero(rows[WAYS[way][1]] == partner)
        return rows.iloc[at[0]] if len(at) else None

    @found_once
    def in_year(self, way: str, edition: str, year: int | None) -> pd.DataFrame:
        """Return the flagged rows of one way in a year of an edition.

        Parameters
        ----------
        way
            ``out`` or ``in``.
        edition, year
            Of the figures.

        Returns
        -------
        DataFrame
            Empty where the year is None.
        """
        rows = self.corridors(way)
        return rows[(rows["edition"] == edition) & (rows["year"] == year)]

    def ends(self, way: str, partner: str) -> dict[str, str]:
        """Return origin and destination of a corridor by names.

        Parameters
        ----------
        way, partner
            Of the corridor: ``out`` or ``in``, and the code at its other end.

        Returns
        -------
        dict of str to str
            By ``origin`` and ``destination``.
        """
        mine, theirs = WAYS[way]
        return {mine: self.country, theirs: partner}

    def stock(self, id: str, way: str, partner: str, *, year: int, form: Any, **more: Any) -> Any:
        """Make a fact of a corridor's stock, with the kind and flags of its row.

        Parameters
        ----------
        id
            Of the fact.
        way, partner
            Of the corridor: ``out`` or ``in``, and the code at its other end.
        year
            Of the figure.
        form
            How it is printed.
        **more
            As in `Study.fact`.

        Returns
        -------
        Fact
            In persons.
        """
        edition = more.get("edition", self.edition)
        row = self.row(way, partner, year=year, edition=edition)
        value = None if row is None else int(row["both"])
        kind, flags = kind_of(row, value, listed_elsewhere=True)
        return self.fact(
            id,
            value,
            form,
            unit="persons",
            indicator="corridor_stock",
            definition="Migrant stock of the corridor",
            arguments={**self.ends(way, partner), "year": year},
            kind=kind,
            flags=flags,
            **more,
        )

    def _risen(self, way: str) -> pd.DataFrame:
        found = rising(
            self.corridors(way),
            by=WAYS[way][1],
            edition=self.edition,
            other=self.other,
            year=self.year,
            refugees=self.tables.refugees,
        )
        pairs = self.tables.pairs
        near = pairs[pairs[WAYS[way][0]] == self.country]
        held = [
            self._bonds(bonds(near, year=self.year, **self.ends(way, row.partner)), row)
            for row in found.itertuples()
        ]
        return found.assign(bonds=pd.Series(held, index=found.index, dtype=object))

    def _bonds(self, found: tuple[str, ...] | None, row: Any) -> tuple[str, ...] | None:
        """Add the bloc whose rules let people move between the ends while the corridor rose."""
        if movement(self.country, row.partner, start=row.start, end=row.end) is None:
            return found
        return (*(found or ()), MOVEMENT)


@found_once
def students_abroad(study: Trends) -> students.Listing:
    """Return where the country's students are, as `students.abroad`.

    Parameters
    ----------
    study
        The country, up to its year.
    """
    return students.abroad(study.tables.students, origin=study.country, up_to=study.year)


@found_once
def students_from_abroad(study: Trends) -> students.Listing:
    """Return where the country's students from abroad come from, as `students.from_abroad`.

    Parameters
    ----------
    study
        The country, up to its year.
    """
    return students.from_abroad(study.tables.students, destination=study.country, up_to=study.year)


@found_once
def remittances(study: Trends, direction: str) -> pd.DataFrame:
    """Return remittances ``received`` or ``paid`` up to the year, as `remittances_of_gdp`.

    Parameters
    ----------
    study
        The country, up to its year.
    direction
        ``received`` or ``paid``.

    Returns
    -------
    DataFrame
        A row a year: ``year, usd`` (US dollars), ``share`` (of GDP) and ``jump``.
    """
    series = remittances_of_gdp(
        study.tables.remittance_totals,
        place=study.country,
        direction=direction,
        economies=study.tables.economies,
    )
    return series[series["year"] <= study.year]


def movement(country: str, partner: str, *, start: int, end: int) -> tuple[Bloc, int] | None:
    """Return the bloc with rules on moving that two countries shared last, and until when.

    Parameters
    ----------
    country, partner
        ISO 3166 codes.
    start, end
        First and last year of a rise.

    Returns
    -------
    tuple of Bloc and int, or None
        The bloc, and the last year up to `end` in which both belonged to it while its rules were
        in force. None where they shared none since `start`.

    Examples
    --------
    >>> bloc, last = movement("GBR", "PRT", start=2005, end=2024)
    >>> bloc.id, last
    ('eu', 2019)
    """
    for year in range(end, start - 1, -1):
        bloc = shared_bloc(country, partner, on=year)
        if bloc is not None:
            return bloc, year
    return None


def open_trends(
    tables: Tables, *, country: str, year: int, edition: str, other: str, language: str
) -> Trends:
    """Select and flag the rows of a country's corridors.

    Parameters
    ----------
    tables
        Pack or store.
    country
        ISO 3166 alpha-3 code.
    year
        Year of the briefing.
    edition, other
        The edition of the figures, and the one to compare with.
    language
        Of the words.

    Returns
    -------
    Trends
        Where the editions have no year in common, `common` is the briefing's year.
    """
    stocks = reliability.flagged_stocks(tables)
    rows = stocks[(stocks["origin"] == country) | (stocks["destination"] == country)]
    common = shares.common_year(rows, edition=edition, other=other, year=year)
    return Trends(
        tables=tables,
        country=country,
        year=year,
        edition=edition,
        other=other,
        language=language,
        flagged=rows,
        common=common or year,
    )


def unknown(study: Trends) -> int:
    """Return immigrants of the country whose origin is not given.

    Parameters
    ----------
    study
        The country, in its edition and year.

    Returns
    -------
    int
        Persons; zero where the edition has no "Others".
    """
    row = study.row("in", OTHERS, year=study.year)
    return 0 if row is None else int(row["both"])
