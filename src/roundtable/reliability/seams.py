"""Seams between sources: where one series ends and another begins."""

import pandas as pd

from roundtable.reliability.copies import usable_history


def joined(
    stocks: pd.DataFrame,
    history: pd.DataFrame,
    *,
    origin: str,
    destination: str,
    edition: str,
    copies: pd.DataFrame,
) -> pd.DataFrame:
    """Put an older source's figures of a corridor before an edition's, with the seam marked.

    Parameters
    ----------
    stocks
        Rows ``edition, destination, origin, year, both, source`` (persons).
    history
        Rows ``destination, origin, year, persons, source``.
    origin, destination, edition
        The corridor, and the edition whose figures follow.
    copies
        Columns of the history that copy another year (`copies.copied_columns`); they are
        left out.

    Returns
    -------
    DataFrame
        ``year, persons, source, seam``, by year. Years that the edition has are its own.
        ``seam`` is true in the first year of each later source: the line is broken there.
    """
    mine = stocks[
        (stocks["edition"] == edition)
        & (stocks["origin"] == origin)
        & (stocks["destination"] == destination)
    ].rename(columns={"both": "persons"})
    older = history[(history["origin"] == origin) & (history["destination"] == destination)]
    older = usable_history(older, copies=copies)
    if len(mine):
        older = older[older["year"] < mine["year"].min()]
    columns = ["year", "persons", "source"]
    rows = pd.concat([part[columns].astype({"source": str}) for part in (older, mine)])
    rows = rows.sort_values("year", ignore_index=True)
    before = rows["source"].shift()
    return rows.assign(seam=before.notna() & (before != rows["source"]))


def across(stocks: pd.DataFrame, history: pd.DataFrame, *, edition: str, year: int) -> pd.DataFrame:
    """Compare two sources in a year that both have, corridor by corridor.

    Parameters
    ----------
    stocks, history
        As in `joined`.
    edition, year
        The edition and the common year.

    Returns
    -------
    DataFrame
        ``destination, origin, older, newer`` (persons) of the corridors that both give.
    """
    pair = ["destination", "origin"]
    older = history[history["year"] == year]
    newer = stocks[(stocks["edition"] == edition) & (stocks["year"] == year)]
    named = [
        older[[*pair, "persons"]].rename(columns={"persons": "older"}),
        newer[[*pair, "both"]].rename(columns={"both": "newer"}),
    ]
    older, newer = (part.astype(dict.fromkeys(pair, str)) for part in named)
    return older.merge(newer, on=pair)
