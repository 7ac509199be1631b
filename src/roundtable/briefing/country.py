"""A country with all its corridors, by what ties their two ends."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

import numpy as np
import pandas as pd

from roundtable import kept, reliability
from roundtable.briefing.study import Study, found_once
from roundtable.indicators import shares, tie_classes
from roundtable.places import OTHERS
from roundtable.sources import DECADES
from roundtable.store import Tables

End = Literal["destination", "origin"]
"""Where the country stands: its immigrants' destination, or its emigrants' origin."""

OPPOSITE: dict[End, End] = {"destination": "origin", "origin": "destination"}


EVERY = slice(None)
"""All rows."""


@dataclass(frozen=True, kw_only=True)
class Country(Study):
    """What a historical briefing is about.

    Attributes
    ----------
    country
        Its code.
    flagged
        Rows of both editions in which it is an end, with flags and the class of their tie.
    before
        The World Bank's decades in which it is an end, without columns that copy another year;
        with the class of their tie. ``both`` holds the persons.
    common
        Last year that both editions give, up to `year`.
    """

    country: str
    flagged: pd.DataFrame
    before: pd.DataFrame
    common: int

    def at(self, end: End, *, edition: str | None = None, year: int | None = None) -> pd.DataFrame:
        """Return the corridors of one side in one year, the largest first.

        "Others" is among the origins; corridors with nobody are left out.

        Parameters
        ----------
        end
            Where the country stands.
        edition, year
            Where they are not those of the briefing.

        Returns
        -------
        DataFrame
            Rows of `flagged`. It is shared: select from it, and change nothing in it.
        """
        key = (end, edition or self.edition, year or self.year)
        if key not in self._sides:
            rows = self.flagged
            found = rows[
                (rows["edition"] == key[1])
                & (rows["year"] == key[2])
                & (rows[end] == self.country)
                & (rows["both"] > 0)
            ]
            order = ["both", OPPOSITE[end]]
            self._sides[key] = found.sort_values(order, ascending=[False, True])
        return self._sides[key]

    @cached_property
    def _sides(self) -> dict[tuple[End, str, int], pd.DataFrame]:
        """The corridors selected so far: every fact asks for the same few."""
        return {}

    @found_once
    def persons(self, end: End, *, edition: str, year: int) -> "Persons":
        """Return the people of one side in one year, the rows as from `at`.

        Parameters
        ----------
        end
            Where the country stands.
        edition, year
            Of the figures.
        """
        return Persons(self.at(end, edition=edition, year=year))

    @cached_property
    def first_year(self) -> int:
        """First year of the edition."""
        rows = self.flagged
        return int(rows.loc[rows["edition"] == self.edition, "year"].min())

    def decades(self, end: End) -> pd.DataFrame:
        """Return the World Bank's rows of one side, before the edition begins.

        Parameters
        ----------
        end
            Where the country stands.

        Returns
        -------
        DataFrame
            Rows of `before`.
        """
        rows = self.before
        return rows[(rows[end] == self.country) & (rows["year"] < self.first_year)]


def open_country(
    tables: Tables, *, country: str, year: int, edition: str, other: str, language: str
) -> Country:
    """Select the flagged and classified rows that a country's facts rest on.

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
    Country
        Where the editions have no year in common, `common` is the briefing's year.
    """
    flagged, before = (_ends_at(rows, country) for rows in _classed(tables))
    common = shares.common_year(flagged, edition=edition, other=other, year=year)
    return Country(
        tables=tables,
        country=country,
        year=year,
        edition=edition,
        other=other,
        language=language,
        flagged=flagged,
        before=before,
        common=common or year,
    )


@lru_cache(maxsize=2)
def _classed(tables: Tables) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give all flagged stocks and all usable decades their classes, once for all briefings."""
    return kept.made("classed", lambda: _classified(tables), of=tables.digest)


def _classified(tables: Tables) -> tuple[pd.DataFrame, pd.DataFrame]:
    decades = tables.history[tables.history["source"] == DECADES]
    before = reliability.usable_history(decades, copies=tables.copies)
    before = before.rename(columns={"persons": "both"})
    # A deep copy lays columns of one type side by side, which makes selections cheaper.
    flagged, before = (
        tie_classes.classed(rows, pairs=tables.pairs).copy()
        for rows in (reliability.flagged_stocks(tables), before)
    )
    return flagged, before


def _ends_at(rows: pd.DataFrame, country: str) -> pd.DataFrame:
    return rows[(rows["origin"] == country) | (rows["destination"] == country)]


def listed(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows whose origin is given.

    Parameters
    ----------
    rows
        With ``origin``.

    Returns
    -------
    DataFrame
        Those that are not of "Others".
    """
    return rows[rows["origin"] != OTHERS]


class Persons:
    """The people of some rows, of whom parts are summed, with the kind of each sum.

    Parameters
    ----------
    rows
        Rows ``both`` (persons) and ``kind``, with columns of flags.
    """

    def __init__(self, rows: pd.DataFrame) -> None:
        self.rows = rows
        self.count = rows["both"].to_numpy(dtype=float)

    @cached_property
    def kind(self) -> np.ndarray:
        """Place of each row's kind among `KINDS`."""
        kind = self.rows["kind"]
        known = isinstance(kind.dtype, pd.CategoricalDtype) and (
            tuple(kind.dtype.categories) == reliability.KINDS
        )
        return kind.cat.codes.to_numpy() if known else pd.Categorical(kind, reliability.KINDS).codes

    @cached_property
    def flagged(self) -> dict[str, np.ndarray]:
        """Whether each row has a flag, by flag."""
        return {
            flag: self.rows[flag].to_numpy(dtype=bool)
            for flag in reliability.FLAGS
            if flag in self.rows.columns
        }

    def kind_of_sum(self, only: np.ndarray | slice = EVERY) -> str:
        """Return the kind of a sum of figures: that of the person in the middle.

        Persons are lined up from the firmest kind of figure to the weakest. A sum may hold weak
        figures without being weak; it is as weak as half of it.

        Parameters
        ----------
        only
            Which of the rows make the sum; all without it.
        """
        kinds = self.kind[only]
        if not len(kinds):
            return "no-estimate"
        persons = np.bincount(kinds, weights=self.count[only])
        return reliability.KINDS[int(np.searchsorted(persons.cumsum(), persons.sum() / 2))]

    def flags_of_sum(self, only: np.ndarray | slice = EVERY) -> tuple[str, ...]:
        """Return the flags that hold for at least half of the persons of a sum.

        Parameters
        ----------
        only
            Mask or places of the rows that are summed.

        Returns
        -------
        tuple of str
            In the order of `reliability.FLAGS`; empty where the sum is nobody.
        """
        persons = self.count[only]
        half = persons.sum() / 2
        if not half:
            return ()
        return tuple(
            flag for flag, held in self.flagged.items() if persons[held[only]].sum() >= half
        )


def kind_of_sum(rows: pd.DataFrame) -> str:
    """Return the kind of the sum of all rows, as `Persons` does.

    Parameters
    ----------
    rows
        ``both`` (persons) and ``kind``.

    Examples
    --------
    >>> rows = pd.DataFrame({"both": [60, 30, 10], "kind": ["measured", "disputed", "revised"]})
    >>> kind_of_sum(rows)
    'measured'
    """
    return Persons(rows).kind_of_sum()


def flags_of_sum(rows: pd.DataFrame) -> tuple[str, ...]:
    """Return the flags of the sum of all rows, as `Persons` does.

    Parameters
    ----------
    rows
        ``both`` (persons), and a column for each of `reliability.FLAGS`.

    Returns
    -------
    tuple of str
        In the order of `reliability.FLAGS`.
    """
    return Persons(rows).flags_of_sum()
