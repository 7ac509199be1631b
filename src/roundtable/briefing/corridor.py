"""A corridor in one edition and year, with the flagged rows that its facts rest on."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from roundtable import reliability
from roundtable.briefing.study import Form, Study, found_once
from roundtable.facts import Fact
from roundtable.indicators import shares
from roundtable.places import OTHERS
from roundtable.reliability import seams
from roundtable.reliability.copies import usable_history
from roundtable.reliability.keys import one_of
from roundtable.store import Tables


@dataclass(frozen=True, kw_only=True)
class Corridor(Study):
    """What a bilateral briefing is about.

    Attributes
    ----------
    origin, destination
        Its two ends.
    flagged
        Rows of both countries in both editions, with flags, and of "Others" everywhere.
    common
        Last year that both editions give, up to `year`.
    """

    origin: str
    destination: str
    flagged: pd.DataFrame
    common: int

    @property
    def about(self) -> dict[str, Any]:
        """Arguments of an indicator of the corridor in its year."""
        return {"origin": self.origin, "destination": self.destination, "year": self.year}

    @cached_property
    def growth_period(self) -> tuple[int, int] | None:
        """First and last year between which growth is told; None where it is not."""
        rows = pd.concat([self.rows(edition=edition) for edition in (self.edition, self.other)])
        return reliability.common_period(rows, last=self.year)

    @cached_property
    def before(self) -> pd.DataFrame:
        """Stock of the corridor in another source, before the edition begins.

        Returns
        -------
        DataFrame
            ``year, persons, source, seam``; years that copy another are left out.
        """
        first = self.flagged.loc[self.flagged["edition"] == self.edition, "year"].min()
        rows = seams.joined(
            self.rows(edition=self.edition),
            self._history,
            origin=self.origin,
            destination=self.destination,
            edition=self.edition,
            copies=self.tables.copies,
        )
        return rows[rows["year"] < first]

    @cached_property
    def _history(self) -> pd.DataFrame:
        rows = self.tables.history
        return rows[(rows["origin"] == self.origin) & (rows["destination"] == self.destination)]

    @cached_property
    def at_seam(self) -> pd.Series | None:
        """Figure of the source before the edition for the first year of the edition's own.

        None where it has none, or one that copies another year's.
        """
        own = self.rows(edition=self.edition)
        rows = usable_history(self._history, copies=self.tables.copies)
        found = rows[rows["year"] == own["year"].min()] if len(own) else rows.iloc[:0]
        return found.iloc[0] if len(found) else None

    @found_once
    def rows(self, *, edition: str, reverse: bool = False) -> pd.DataFrame:
        """Return the flagged rows of the corridor, or of its reverse, by year.

        Parameters
        ----------
        edition
            Of the figures.
        reverse
            Whether the corridor back is meant.

        Returns
        -------
        DataFrame
            Empty where the edition does not list it.
        """
        origin = self.destination if reverse else self.origin
        rows = self._both_ways
        return rows[(rows["origin"] == origin) & (rows["edition"] == edition)]

    @cached_property
    def _both_ways(self) -> pd.DataFrame:
        """The rows of the corridor and of its reverse: every fact asks for some of them."""
        rows = self.flagged
        ends = [self.origin, self.destination]
        found = rows[one_of(rows["origin"], ends) & one_of(rows["destination"], ends)]
        return found.sort_values("year", kind="stable")

    @found_once
    def row(self, *, edition: str, year: int, reverse: bool = False) -> pd.Series | None:
        """Return the flagged row of one year; None where the edition has none.

        Parameters
        ----------
        edition, year
            Of the figure.
        reverse
            Whether the corridor back is meant.
        """
        rows = self.rows(edition=edition, reverse=reverse)
        at = np.flatnonzero(rows["year"].to_numpy() == year)
        return rows.iloc[at[0]] if len(at) else None

    def fact(
        self,
        id: str,
        value: Any,
        form: Form,
        *,
        unit: str,
        indicator: str,
        definition: str,
        **more: Any,
    ) -> Fact:
        """Make a fact; unless told otherwise it has the kind and flags of the corridor's figure.

        Parameters
        ----------
        id, value, form, unit, indicator, definition
            As in `Study.fact`.
        **more
            Further attributes of `Fact` that differ from the corridor's own.
        """
        edition = more.get("edition", self.edition)
        if "kind" not in more:
            row = self.row(
                edition=edition, year=self.year if edition == self.edition else self.common
            )
            more["kind"], more["flags"] = kind_of(row, value, listed_elsewhere=True)
        more.setdefault("arguments", self.about)
        return super().fact(
            id, value, form, unit=unit, indicator=indicator, definition=definition, **more
        )


def open_corridor(
    tables: Tables,
    *,
    origin: str,
    destination: str,
    year: int,
    edition: str,
    other: str,
    language: str,
) -> Corridor:
    """Select and flag the rows that a corridor's facts rest on.

    Parameters
    ----------
    tables
        Pack or store.
    origin, destination
        ISO 3166 alpha-3 codes.
    year
        Year of the briefing.
    edition, other
        The edition of the figures, and the one to compare with.
    language
        Of the words.

    Returns
    -------
    Corridor
        With the rows of all corridors that the two countries are an end of, and of unknown origin,
        all years and both editions, with flags. Where the editions have no year in common, `common`
        is the briefing's year.
    """
    stocks = reliability.flagged_stocks(tables)
    ends = [origin, destination]
    rows = stocks[
        one_of(stocks["origin"], ends)
        | one_of(stocks["destination"], ends)
        | (stocks["origin"] == OTHERS)
    ]
    common = shares.common_year(rows, edition=edition, other=other, year=year)
    return Corridor(
        tables=tables,
        origin=origin,
        destination=destination,
        year=year,
        edition=edition,
        other=other,
        language=language,
        flagged=rows,
        common=common or year,
    )


def weaker(one: str, other: str) -> str:
    """Return the weaker of two kinds of figures.

    Parameters
    ----------
    one, other
        Two of `reliability.KINDS`.
    """
    return max(one, other, key=reliability.KINDS.index)


def kind_of(
    row: pd.Series | None, value: Any, *, listed_elsewhere: bool
) -> tuple[str, tuple[str, ...]]:
    """Return kind and flags of a figure.

    Parameters
    ----------
    row
        Its flagged row; None where the edition does not list the corridor.
    value
        The figure; None where there is no estimate.
    listed_elsewhere
        Whether the other edition lists the corridor.

    Returns
    -------
    tuple of str and tuple of str
        One of `reliability.KINDS`, and names out of `reliability.FLAGS`.
    """
    if row is None:
        return ("not-listed", ("not_listed",)) if listed_elsewhere else ("no-estimate", ())
    return ("no-estimate" if value is None else str(row["kind"])), reliability.flags_of(row)
