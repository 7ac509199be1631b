"""Size of a corridor: stocks, women, inhabitants, growth."""

import math
from dataclasses import dataclass

import pandas as pd

from roundtable import reliability

SEXES = ("both", "female", "male")


def corridor_stock(
    stocks: pd.DataFrame, *, origin: str, destination: str, year: int, edition: str, sex="both"
) -> int | None:
    """Migrant stock of a corridor: people of one origin who live in one destination.

    Parameters
    ----------
    stocks
        Rows ``edition, destination, origin, year, both, female, male`` (persons, mid-year).
    origin, destination
        ISO 3166 alpha-3 codes.
    year, edition
        Such as 2024 and ``undesa-2024``.
    sex
        ``both``, ``female`` or ``male``.

    Returns
    -------
    int or None
        Persons; None where the edition does not list the corridor.

    Notes
    -----
    Whether people are counted as born in the origin or as its citizens depends on the
    destination. Source of the definition: UN DESA, International Migrant Stock.

    Examples
    --------
    >>> rows = [("undesa-2024", "FRA", "MUS", 2024, 9, 5, 4)]
    >>> names = ["edition", "destination", "origin", "year", "both", "female", "male"]
    >>> frame = pd.DataFrame(rows, columns=names)
    >>> corridor_stock(frame, origin="MUS", destination="FRA", year=2024, edition="undesa-2024")
    9
    """
    row = stocks[
        (stocks["origin"] == origin)
        & (stocks["destination"] == destination)
        & (stocks["year"] == year)
        & (stocks["edition"] == edition)
    ]
    return int(row[sex].iloc[0]) if len(row) else None


def emigrant_stock(
    aggregates: pd.DataFrame, *, origin: str, year: int, edition: str, sex="both"
) -> int | None:
    """Emigrants of a country whom the edition lists at any destination.

    Parameters
    ----------
    aggregates
        Rows ``edition, place, direction, year, both, female, male`` (persons).
    origin, year, edition, sex
        As in `corridor_stock`.

    Returns
    -------
    int or None
        Persons; people under "Others" at a destination are not in it.
    """
    return _aggregate(aggregates, origin, "emigrants", year, edition, sex)


def immigrant_stock(
    aggregates: pd.DataFrame, *, destination: str, year: int, edition: str, sex="both"
) -> int | None:
    """Immigrants of a country from all origins, those of unknown origin included.

    Parameters
    ----------
    aggregates
        Rows ``edition, place, direction, year, both, female, male`` (persons).
    destination, year, edition, sex
        As in `corridor_stock`.

    Returns
    -------
    int or None
        Persons.
    """
    return _aggregate(aggregates, destination, "immigrants", year, edition, sex)


def unknown_origin(
    aggregates: pd.DataFrame, *, destination: str, year: int, edition: str
) -> int | None:
    """Immigrants of a country whose origin the edition does not give ("Others").

    Parameters
    ----------
    aggregates
        Rows ``edition, place, direction, year, others`` (persons).
    destination, year, edition
        As in `corridor_stock`.

    Returns
    -------
    int or None
        Persons. This is the hard upper bound for any corridor to the destination that
        the edition does not list; the lower bound is 0.
    """
    return _aggregate(aggregates, destination, "immigrants", year, edition, "others")


def _aggregate(
    aggregates: pd.DataFrame, place: str, direction: str, year: int, edition: str, column: str
) -> int | None:
    row = aggregates[
        (aggregates["place"] == place)
        & (aggregates["direction"] == direction)
        & (aggregates["year"] == year)
        & (aggregates["edition"] == edition)
    ]
    return int(row[column].iloc[0]) if len(row) else None


def share_of_women(female: int | None, both: int | None) -> float | None:
    """Women among the people of a corridor, 0 to 1; None where nobody is listed.

    Parameters
    ----------
    female, both
        Persons; None where there is no figure.

    Examples
    --------
    >>> share_of_women(3, 4)
    0.75
    >>> share_of_women(0, 0) is None
    True
    """
    return None if female is None or not both else female / both


def per_thousand(persons: int | None, population: int | None) -> float | None:
    """Persons per 1,000 inhabitants.

    Parameters
    ----------
    persons
        Migrant stock.
    population
        Inhabitants in the same year, from the same edition's workbook.

    Examples
    --------
    >>> per_thousand(44_709, 1_271_169)
    35.17...
    """
    return None if persons is None or not population else 1000 * persons / population


@dataclass(frozen=True)
class Growth:
    """Growth of a corridor from one year to another, or why none is told.

    Attributes
    ----------
    start, end
        Years.
    before, after
        Persons in those years; None where the edition lists none.
    ratio
        ``after / before``; None when refused.
    per_year
        Exponential rate of change a year (0.01 is 1%); None when refused.
    refused
        Flags that forbid the statement.
    """

    start: int
    end: int
    before: int | None
    after: int | None
    ratio: float | None
    per_year: float | None
    refused: tuple[str, ...] = ()


def growth(
    flagged: pd.DataFrame, *, origin: str, destination: str, edition: str, start: int, end: int
) -> Growth:
    """Growth of a corridor between two years, where no flag forbids it.

    Parameters
    ----------
    flagged
        Rows as from `reliability.flagged`.
    origin, destination, edition
        The corridor and the edition.
    start, end
        Years.

    Returns
    -------
    Growth
        The rate is ``ln(after / before) / years``, as in UN DESA's "annual rate of change
        of the migrant stock" (Table 5 of the workbook by destination). An empty corridor
        at the start has no rate.
    """
    rows = flagged[
        (flagged["origin"] == origin)
        & (flagged["destination"] == destination)
        & (flagged["edition"] == edition)
    ]
    persons = {int(row.year): int(row.both) for row in rows.itertuples()}
    before, after = persons.get(start), persons.get(end)
    refused = reliability.growth_refused(rows, start=start, end=end)
    if refused or not before or not after or start >= end:
        return Growth(start, end, before, after, None, None, refused)
    ratio = after / before
    return Growth(start, end, before, after, ratio, math.log(ratio) / (end - start))
