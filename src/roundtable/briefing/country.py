"""A country with all its corridors, by what ties their two ends."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
import pandas as pd

from roundtable import reliability
from roundtable.briefing.study import Study
from roundtable.indicators import shares, tie_classes
from roundtable.places import OTHERS
from roundtable.sources import DECADES
from roundtable.store import Tables

End = Literal["destination", "origin"]
"""Where the country stands: its immigrants' destination, or its emigrants' origin."""

OPPOSITE: dict[End, End] = {"destination": "origin", "origin": "destination"}


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

    @cached_property
    def first_year(self) -> int:
        """First year of the edition."""
        rows = self.flagged
        return int(rows.loc[rows["edition"] == self.edition, "year"].min())

    def decades(self, end: End) -> pd.DataFrame:
        """Return the World Bank's rows of one side, before the edition begins."""
        rows = self.before
        return rows[(rows[end] == self.country) & (rows["year"] < self.first_year)]


def open_country(
    tables: Tables, *, country: str, year: int, edition: str, other: str, language: str
) -> Country:
    """Select, flag and classify the rows that a country's facts rest on."""
    stocks = _ends_at(tables.stocks, country)
    flagged = reliability.flagged_with(tables, stocks)
    decades = tables.history[tables.history["source"] == DECADES]
    before = reliability.usable_history(_ends_at(decades, country), copies=tables.copies)
    before = before.rename(columns={"persons": "both"}).astype({"source": str})
    common = shares.common_year(stocks, edition=edition, other=other, year=year)
    return Country(
        tables=tables,
        country=country,
        year=year,
        edition=edition,
        other=other,
        language=language,
        flagged=tie_classes.classed(flagged, pairs=tables.pairs),
        before=tie_classes.classed(before, pairs=tables.pairs),
        common=common or year,
    )


def _ends_at(rows: pd.DataFrame, country: str) -> pd.DataFrame:
    return rows[(rows["origin"] == country) | (rows["destination"] == country)]


def listed(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows whose origin is given."""
    return rows[rows["origin"] != OTHERS]


def kind_of_sum(rows: pd.DataFrame, *, only: np.ndarray | None = None) -> str:
    """Return the kind of a sum of figures: that of the person in the middle.

    Persons are lined up from the firmest kind of figure to the weakest. A sum may hold weak
    figures without being weak; it is as weak as half of it.

    Parameters
    ----------
    rows
        Rows ``both`` (persons) and ``kind``.
    only
        Which of the rows make the sum; all without it.

    Examples
    --------
    >>> rows = pd.DataFrame({"both": [60, 30, 10], "kind": ["measured", "disputed", "revised"]})
    >>> kind_of_sum(rows)
    'measured'
    """
    chosen = slice(None) if only is None else only
    kinds = rows["kind"].to_numpy()[chosen].tolist()
    if not kinds:
        return "no-estimate"
    at = [reliability.KINDS.index(kind) for kind in kinds]
    persons = np.bincount(at, weights=rows["both"].to_numpy(dtype=float)[chosen])
    return reliability.KINDS[int(np.searchsorted(persons.cumsum(), persons.sum() / 2))]


def flags_of_sum(rows: pd.DataFrame, *, only: np.ndarray | None = None) -> tuple[str, ...]:
    """Return the flags that hold for at least half of the persons of a sum.

    Parameters
    ----------
    rows
        Rows ``both`` (persons) with columns of flags.
    only
        Which of the rows make the sum; all without it.
    """
    names = [flag for flag in reliability.FLAGS if flag in rows.columns]
    chosen = slice(None) if only is None else only
    persons = rows["both"].to_numpy(dtype=float)[chosen]
    if not persons.sum():
        return ()
    half = persons.sum() / 2
    return tuple(
        name for name in names if persons[rows[name].to_numpy(dtype=bool)[chosen]].sum() >= half
    )
