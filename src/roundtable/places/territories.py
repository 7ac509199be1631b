"""Territories: which state they belong to, and whose figure may already hold their people."""

from functools import lru_cache

import pandas as pd

from roundtable.places.names import table


def territories_of(state: str) -> list[str]:
    """Return the territories of a state that are places of their own, in order of their codes.

    Examples
    --------
    >>> territories_of("CHN")
    ['HKG', 'MAC']
    """
    rows = table()
    return sorted(rows.loc[rows["sovereign"] == state, "iso3"])


@lru_cache(maxsize=1)
def counted_inside() -> pd.DataFrame:
    """Return the territories whose people the figure of their state may hold too.

    Such a figure and that of the territory are never added. The list is an inference from
    the figures themselves, argued territory by territory in the column ``counting`` of
    ``data/places.csv``.

    Returns
    -------
    DataFrame
        Columns ``edition``, ``territory``, ``state`` and ``since``, the first year of the
        edition of which it is so; sorted.
    """
    rows = table()
    rows = rows[rows["may_be_counted_inside"] != ""]
    parts = [
        (edition, row.iso3, row.sovereign, int(since))
        for row in rows.itertuples()
        for edition, since in (part.split(":") for part in row.may_be_counted_inside.split(";"))
    ]
    found = pd.DataFrame(parts, columns=["edition", "territory", "state", "since"])
    return found.sort_values(["edition", "territory"], ignore_index=True)


def may_be_counted_inside(place: str, *, edition: str, year: int) -> str:
    """Return the state whose figure may already hold a territory's people, or an empty text.

    Parameters
    ----------
    place
        ISO 3166 alpha-3 code.
    edition, year
        Revision and year of the figures: what a state's figure holds differs by both.

    Examples
    --------
    >>> may_be_counted_inside("REU", edition="undesa-2024", year=2024)
    'FRA'
    >>> may_be_counted_inside("PRI", edition="undesa-2024", year=2024)
    ''
    """
    since, state = _counted_inside().get((edition, place), (year + 1, ""))
    return state if since <= year else ""


@lru_cache(maxsize=1)
def _counted_inside() -> dict[tuple[str, str], tuple[int, str]]:
    """Return the first year and the state by edition and territory."""
    return {
        (row.edition, row.territory): (row.since, row.state)
        for row in counted_inside().itertuples()
    }
