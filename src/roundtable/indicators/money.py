"""Remittances along a corridor, as modelled from stocks, and what they are set against."""

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Remittances:
    """What a corridor's migrants are estimated to send home in a year.

    Attributes
    ----------
    usd
        Current US dollars; None: no estimate.
    year
        Year of the model.
    share_of_received
        Part of all that the origin receives in the same model, 0 to 1.
    share_of_gdp
        Against the origin's GDP in current US dollars of the same year, 0 to 1 and beyond.
    """

    usd: float | None
    year: int | None
    share_of_received: float | None
    share_of_gdp: float | None


def remittances_of_corridor(
    remittances: pd.DataFrame,
    *,
    origin: str,
    destination: str,
    economies: pd.DataFrame,
    up_to: int,
) -> Remittances:
    """Money that people of an origin send home from a destination, as KNOMAD models it.

    Parameters
    ----------
    remittances
        Rows ``origin`` (receives), ``destination`` (sends), ``year``, ``usd``.
    origin, destination
        The corridor of the migrants; the money goes the other way.
    economies
        Rows ``place, year, gdp`` (current US dollars).
    up_to
        Last year to look at.

    Returns
    -------
    Remittances
        Of the latest year of the model. It divides what each country received among its
        emigrants' destinations by stocks and incomes (Ratha and Shaw 2007), so it is no
        evidence of the corridor's size.
    """
    mine = remittances[(remittances["origin"] == origin) & (remittances["year"] <= up_to)]
    if mine.empty:
        return Remittances(None, None, None, None)
    year = int(mine["year"].max())
    mine = mine[mine["year"] == year]
    row = mine.loc[mine["destination"] == destination, "usd"]
    if row.empty:
        return Remittances(None, year, None, None)
    usd, received = float(row.iloc[0]), float(mine["usd"].sum())
    at = economies[(economies["place"] == origin) & (economies["year"] == year)]["gdp"].dropna()
    return Remittances(
        usd=usd,
        year=year,
        share_of_received=usd / received if received else None,
        share_of_gdp=usd / float(at.iloc[0]) if len(at) else None,
    )
