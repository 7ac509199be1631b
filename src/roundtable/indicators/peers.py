"""Corridors that are like a given one: in size, distance, income ratio, and what ties their ends.

How far two corridors lie apart is the root of the mean of four squared differences:

- the logarithm of the migrant stock, of the distance, and of the income ratio (the destination's
  GDP per capita in PPP over the origin's, so that the direction counts), each over twice its
  standard deviation among the world's corridors;
- the part of three ties in which they differ: a land border, a common official language, and
  the past (which end ruled the other, or one state).

Logarithms, because twice as many people mean the same at ten thousand as at a million. Over
*two* standard deviations, because a difference in a measure then weighs about as much as one in
a mark of yes or no (Gelman 2008, *Scaling regression inputs by dividing by two standard
deviations*, Statistics in Medicine 27). The three ties make one part together, for they go
together: counted one by one, history and language would outweigh size, distance and income. All
four weigh the same, because nothing tells which of them matters most to an agreement.

The nearest of many may still be far: a corridor is a peer only within `LIMITS`, `MOST_TIES` and
`FARTHEST` (a caliper, as in matching; Cochran and Rubin 1973).
"""

import math

import numpy as np
import pandas as pd

from roundtable.indicators import tie_classes
from roundtable.reliability.keys import matched

ENDS = ["origin", "destination"]

SPREAD = {"persons": 1.8, "distance": 1.1, "income_ratio": 1.3}
"""Standard deviations of the logarithms among the 3,429 corridors that the 2024 edition lists
with at least 1,000 people in 2024 and for which all three are known: 1.76, 1.11, 1.27. They are
fixed, so that an entry added to the register, or the embedded figures instead of the full store,
does not move the distance between two corridors."""

LIMITS = {"persons": 5.0, "distance": 3.0, "income_ratio": 3.0}
"""Times by which a peer may differ in each measure. A stock five times as large is another
matter for an administration, and three times the distance another journey; between an income
ratio of two and one of six lies most of the way from equals to the widest gaps."""

TIES = ("neighbour", "language", "past")
"""Ties that are compared. Recruitment is none of them: it is itself an agreement."""

MOST_TIES = 1
"""Ties in which a peer may differ. Two of three make another kind of corridor."""

FARTHEST = 0.3
"""How far apart a peer may be in all: some six tenths of a standard deviation in each respect.
What is near every limit at once is like the corridor in nothing."""

OLDEST = 5
"""A GDP that is older than this many years is not used."""

_PAST = ("ruled_by_destination", "ruled_by_origin", "state")


def measured(
    corridors: pd.DataFrame,
    *,
    stocks: pd.DataFrame,
    pairs: pd.DataFrame,
    economies: pd.DataFrame,
    edition: str,
    year: int,
) -> pd.DataFrame:
    """Measure corridors in the four respects.

    Parameters
    ----------
    corridors
        Rows ``origin, destination``.
    stocks
        Rows ``edition, destination, origin, year, both`` (persons).
    pairs
        The table ``pairs``.
    economies
        Rows ``place, year, gdp_per_capita`` (international dollars of 2021).
    edition, year
        Of the stocks.

    Returns
    -------
    DataFrame
        ``origin, destination, persons, distance`` (kilometres), ``income_ratio`` with its
        ``income_year``, ``neighbour``, ``language`` (marks) and ``past`` (``ruled_by_destination``,
        ``ruled_by_origin``, ``state``, several with a blank between, or nothing): each
        corridor once, and only those of which all is known and in which somebody is listed.
    """
    rows = corridors[ENDS].astype(str).drop_duplicates(ignore_index=True).assign(year=year)
    listed = stocks[(stocks["edition"] == edition) & (stocks["year"] == year)]
    rows["persons"] = _looked_up(rows, listed, "both")
    rows["distance"] = _looked_up(rows, pairs, "distance")
    rows["income_ratio"], rows["income_year"] = _incomes(rows, economies, year=year)
    links = tie_classes.links_of(rows, pairs=pairs)
    rows["neighbour"], rows["language"] = links["neighbour"], links["language"]
    rows["past"] = [
        " ".join(link for link, has in zip(_PAST, own, strict=True) if has)
        for own in links[list(_PAST)].to_numpy(dtype=bool)
    ]
    known = rows[["persons", "distance", "income_ratio"]].gt(0).all(axis=1)
    rows = rows[known & rows["language"].notna()].drop(columns="year")
    whole = dict.fromkeys(("persons", "distance", "income_year"), int)
    return rows.astype({**whole, "language": bool}).reset_index(drop=True)


def _looked_up(rows: pd.DataFrame, table: pd.DataFrame, column: str) -> np.ndarray:
    """Return a column of a table by corridor; missing where the table lacks the corridor."""
    at = matched(rows, table, on=ENDS)
    values = np.append(table[column].to_numpy(float, na_value=np.nan), np.nan)
    return values[at]


def _incomes(
    rows: pd.DataFrame, economies: pd.DataFrame, *, year: int
) -> tuple[np.ndarray, np.ndarray]:
    """Return income ratios in the last year for which both ends are known, and that year."""
    recent = economies[
        economies["year"].between(year - OLDEST, year) & economies["gdp_per_capita"].notna()
    ]
    years = np.arange(year - OLDEST, year + 1)
    known = recent.astype({"place": str}).pivot(
        index="place", columns="year", values="gdp_per_capita"
    )
    known = known.reindex(columns=years)
    at = {end: known.index.get_indexer(rows[end]) for end in ENDS}
    # A place that is not known finds a last row that is empty.
    values = np.vstack([known.to_numpy(float), np.full(len(years), np.nan)])
    both = ~np.isnan(values[at["origin"]]) & ~np.isnan(values[at["destination"]])
    # Among equals the first is found: seen from the last year, that is the latest.
    last = len(years) - 1 - both[:, ::-1].argmax(axis=1)
    line = np.arange(len(rows))
    ratio = values[at["destination"]][line, last] / values[at["origin"]][line, last]
    found = both.any(axis=1)
    return np.where(found, ratio, np.nan), np.where(found, years[last], np.nan)


def peers(rows: pd.DataFrame, *, origin: str, destination: str, to: pd.DataFrame) -> pd.DataFrame:
    """Return the corridors that are like a given one, the nearest first.

    Parameters
    ----------
    rows
        Corridors to choose from, as from `measured`.
    origin, destination
        The corridor; neither it nor its reverse is a peer of its own.
    to
        Its own row, as from `measured`; without a row, nothing can be compared.

    Returns
    -------
    DataFrame
        Rows of `rows` within `LIMITS`, `MOST_TIES` and `FARTHEST`, with ``apart``: how far each
        lies from the corridor (0: equal in all four respects). At the same distance the order is
        that of the codes.

    Examples
    --------
    >>> names = ["origin", "destination", "persons", "distance", "income_ratio", "neighbour",
    ...          "language", "past"]
    >>> mine = pd.DataFrame([("A", "B", 1000, 500, 2.0, False, True, "")], columns=names)
    >>> others = pd.DataFrame([("C", "B", 2000, 500, 2.0, False, True, ""),
    ...                        ("D", "B", 1000, 500, 2.0, False, False, ""),
    ...                        ("E", "B", 9000, 500, 2.0, False, True, "")], columns=names)
    >>> found = peers(others, origin="A", destination="B", to=mine)
    >>> found[["origin", "apart"]].round(3).values.tolist()
    [['C', 0.096], ['D', 0.167]]
    """
    ends = {origin, destination}
    rows = rows[~(rows["origin"].isin(ends) & rows["destination"].isin(ends))]
    if to.empty or rows.empty:
        return rows.iloc[:0].assign(apart=pd.Series(dtype=float))
    differences = between(rows, to.iloc[0])
    alike = (differences["ties"] * len(TIES)).round() <= MOST_TIES
    for measure, limit in LIMITS.items():
        alike &= differences[measure].abs() <= math.log(limit) / (2 * SPREAD[measure]) + _SLACK
    apart = np.sqrt((differences**2).mean(axis=1))
    alike &= apart <= FARTHEST
    return rows.assign(apart=apart)[alike].sort_values(["apart", *ENDS], ignore_index=True)


_SLACK = 1e-9
"""Rounding of logarithms: a stock that is exactly ten times as large is within the limit."""


def between(rows: pd.DataFrame, one: pd.Series) -> pd.DataFrame:
    """Return the four differences of corridors from one.

    Parameters
    ----------
    rows, one
        As from `measured`, and a row of it.

    Returns
    -------
    DataFrame
        ``persons, distance, income_ratio``: differences of logarithms over two standard
        deviations, positive where the row's figure is larger; ``ties``: the part that differs, 0
        to 1. With the index of `rows`.
    """
    found = {
        measure: np.log(rows[measure].astype(float) / float(one[measure])) / (2 * spread)
        for measure, spread in SPREAD.items()
    }
    ties = sum((rows[tie] != one[tie]).astype(int) for tie in TIES) / len(TIES)
    return pd.DataFrame({**found, "ties": ties})
