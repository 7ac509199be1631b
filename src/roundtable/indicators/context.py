"""Population and income of a country: the setting of a corridor."""

import pandas as pd


def population(totals: pd.DataFrame, *, place: str, year: int, edition: str) -> int | None:
    """Inhabitants at mid-year, as the edition's own workbook has them.

    Parameters
    ----------
    totals
        Rows ``edition, place, year, population`` (persons).
    place
        ISO 3166 code.
    year, edition
        Of the figure.

    Returns
    -------
    int or None
        Persons: the denominator that belongs to the edition's stocks.
    """
    row = totals[
        (totals["place"] == place) & (totals["year"] == year) & (totals["edition"] == edition)
    ]["population"].dropna()
    return int(row.iloc[0]) if len(row) else None


def gdp_per_capita(
    economies: pd.DataFrame, *, place: str, up_to: int
) -> tuple[float, int] | tuple[None, None]:
    """GDP per capita in PPP in the last year that is known, up to a year.

    Parameters
    ----------
    economies
        Rows ``place, year, gdp_per_capita`` (international dollars of 2021).
    place
        ISO 3166 code.
    up_to
        Last year to look at; nothing older than five years is used.

    Returns
    -------
    tuple
        Value and its year, or two times None.
    """
    rows = economies[
        (economies["place"] == place)
        & economies["year"].between(up_to - 5, up_to)
        & economies["gdp_per_capita"].notna()
    ]
    if rows.empty:
        return None, None
    last = rows.loc[rows["year"].idxmax()]
    return float(last["gdp_per_capita"]), int(last["year"])
