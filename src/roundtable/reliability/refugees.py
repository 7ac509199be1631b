"""Refugees inside a stock: at least so many of these people are refugees under UNHCR."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from roundtable.reliability.keys import matched

SHARE = 0.1
"""From a tenth of a corridor's stock on, refugees and asylum seekers are told with it.

A tenth is twice the difference between editions that passes as none (`editions.REVISED`), so
that the part cannot be an accident of rounding or revision. The number of corridors changes
slowly with the threshold: of 4,625 of at least 500 people (2024), 777 have a twentieth or
more, 600 a tenth, 453 a fifth, 266 half."""

LEFT_OUT = frozenset({"VEN", "PSE"})
"""Origins most of whose displaced people the table does not hold: Venezuelans, whom UNHCR counts
as other people in need of international protection (24,583 of 2,904,873 in Colombia are in it),
and Palestinians, who are under UNRWA's mandate. Where such an origin has few refugees or none,
that says nothing."""

_KEYS = ["destination", "origin", "year"]


@dataclass(frozen=True)
class Inside:
    """Refugees of an origin in a destination, beside the migrant stock.

    Attributes
    ----------
    stock
        Migrant stock of the corridor (persons).
    refugees, asylum_seekers, others
        Persons under UNHCR; others are people in need of protection who are neither.
    """

    stock: int
    refugees: int
    asylum_seekers: int
    others: int

    @property
    def persons(self) -> int:
        """Refugees and asylum seekers.

        Others under UNHCR's mandate are not among them: whether they are in a stock is
        known least of all.
        """
        return self.refugees + self.asylum_seekers

    @property
    def exceeds(self) -> bool:
        """Whether UNHCR counts more people than the stock has.

        Then the stock does not hold them all, and it cannot be said how many it holds.
        """
        return self.persons > self.stock

    @property
    def at_least(self) -> int | None:
        """How many of the stock are refugees or asylum seekers, at least; None if unknown."""
        return None if self.exceeds else self.persons

    @property
    def share(self) -> float | None:
        """`at_least` as a share of the stock, 0 to 1; None if unknown or nobody is there."""
        return None if self.exceeds or not self.stock else self.persons / self.stock


def inside(
    refugees: pd.DataFrame, *, origin: str, destination: str, year: int, stock: int
) -> Inside | None:
    """Set the refugees of a corridor beside its stock. They are never subtracted.

    Parameters
    ----------
    refugees
        Rows ``destination, origin, year, refugees, asylum_seekers, others`` (persons).
    origin, destination, year
        The corridor and the year.
    stock
        Migrant stock of the corridor in the year.

    Returns
    -------
    Inside or None
        None where UNHCR's table has no row. That is no zero: it covers 24,583 of
        2,904,873 Venezuelans in Colombia, and no Palestinians under UNRWA.
    """
    row = refugees[
        (refugees["destination"] == destination)
        & (refugees["origin"] == origin)
        & (refugees["year"] == year)
    ]
    if row.empty:
        return None
    counts = row.iloc[0]
    return Inside(
        stock=stock,
        refugees=int(counts["refugees"]),
        asylum_seekers=int(counts["asylum_seekers"]),
        others=int(counts["others"]),
    )


def persons_under_unhcr(rows: pd.DataFrame, refugees: pd.DataFrame) -> np.ndarray:
    """Return the refugees and asylum seekers of each row's corridor and year.

    Parameters
    ----------
    rows
        Rows ``destination, origin, year``.
    refugees
        As in `inside`.

    Returns
    -------
    array of float
        Persons, one a row; 0 where UNHCR's table has no row.
    """
    at = matched(rows, refugees, on=_KEYS)
    listed = at >= 0
    under = refugees.iloc[at[listed]]
    found = np.zeros(len(rows))
    # UNHCR's table gives no asylum seekers before 2000: then refugees alone are "at least".
    seekers = under["asylum_seekers"].to_numpy(dtype=float, na_value=0)
    found[listed] = under["refugees"].to_numpy(dtype=float) + seekers
    return found


def refugees_inside(rows: pd.DataFrame, refugees: pd.DataFrame) -> np.ndarray:
    """Tell which stocks hold, by UNHCR's count, at least a tenth of refugees.

    Parameters
    ----------
    rows
        Rows ``destination, origin, year, both``.
    refugees
        As in `inside`.

    Returns
    -------
    array of bool
        One a row; also true where UNHCR counts more people than the stock has.
    """
    persons = persons_under_unhcr(rows, refugees)
    return (persons > 0) & (persons >= SHARE * rows["both"].to_numpy(dtype=float))
