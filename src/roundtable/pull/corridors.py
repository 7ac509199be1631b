"""Every corridor of the world that a share may rest on: both publishers, without bad years."""

import pandas as pd

COUNTED = "worldbank"
"""Name, in the column ``edition``, of the World Bank's series: it has no edition."""

MOST_COPIED = 0.2
"""A year of the World Bank's in which more than a fifth of the people stand in columns that
copy another year says little of the world in that year: 1980, 2000 and 2018 (23%, 23%, 37%).
The next below is 1970 with 19%, which copies 1960."""


def sound_years(history: pd.DataFrame, *, copies: pd.DataFrame) -> pd.DataFrame:
    """Leave out the years of the history of which too much copies another year.

    Parameters
    ----------
    history, copies
        The tables of these names.

    Returns
    -------
    DataFrame
        The rows of all other years.
    """
    column = ["source", "destination", "year"]
    marked = history[[*column, "persons"]].merge(
        copies[column].assign(copied=True), on=column, how="left"
    )
    copied = marked["persons"].where(marked["copied"].notna(), 0)
    parts = marked.assign(part=copied).groupby(["source", "year"])[["part", "persons"]].sum()
    poor = parts.index[parts["part"] > MOST_COPIED * parts["persons"]]
    return history[~pd.MultiIndex.from_frame(history[["source", "year"]]).isin(poor)]


def every_corridor(stocks: pd.DataFrame, history: pd.DataFrame) -> pd.DataFrame:
    """Put the stocks of the UN and of the World Bank below each other, told apart by edition.

    Parameters
    ----------
    stocks
        The table ``stocks``.
    history
        The table ``history``.

    Returns
    -------
    DataFrame
        ``edition, source, destination, origin, year, both`` (persons), codes as categories.
    """
    columns = ["edition", "source", "destination", "origin", "year", "both"]
    bank = history.rename(columns={"persons": "both"}).assign(edition=COUNTED)
    table = pd.concat([stocks[columns], bank[columns]], ignore_index=True)
    codes = pd.CategoricalDtype(sorted({*table["origin"], *table["destination"]}))
    # Codes as categories: every share below sums half a million rows by them.
    words = dict.fromkeys(("edition", "source"), "category")
    return table.astype({"origin": codes, "destination": codes, **words})
