"""Remittances that a country receives and pays, against its GDP, and where a series jumps."""

import pandas as pd

from roundtable.sources import RECEIVED

JUMP = 2.5
"""A series jumps when it rises or falls by this factor from one year to the next: no household
economy does, so the way of counting has changed. Between 1990 and 2023 remittances of the
shipped governments doubled within a year in crises and recoveries, and no more."""


def remittances_of_gdp(
    remittance_totals: pd.DataFrame, *, place: str, direction: str, economies: pd.DataFrame
) -> pd.DataFrame:
    """Return what a country receives or pays a year, and its share of GDP.

    Parameters
    ----------
    remittance_totals
        The table of that name; only the World Bank's current series is used.
    place
        ISO 3166 code.
    direction
        ``received`` or ``paid``.
    economies
        Rows ``place, year, gdp`` (current US dollars).

    Returns
    -------
    DataFrame
        ``year, usd, share, jump``, by year: share of the same year's GDP (missing where the GDP
        is), and whether the amount jumped from the year before, or began or ended at zero.
    """
    rows = remittance_totals[
        (remittance_totals["place"] == place)
        & (remittance_totals["direction"] == direction)
        & (remittance_totals["source"] == RECEIVED)
    ].sort_values("year")
    gdp = economies[economies["place"] == place].set_index("year")["gdp"]
    usd = rows["usd"].astype(float).reset_index(drop=True)
    ratio = usd / usd.shift()
    jump = (ratio >= JUMP) | (ratio <= 1 / JUMP)
    years = rows["year"].astype(int).reset_index(drop=True)
    share = usd / years.map(gdp).astype(float)
    return pd.DataFrame({"year": years, "usd": usd, "share": share, "jump": jump})
