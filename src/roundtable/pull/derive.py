"""Tables that follow from those read: sums, shifts of composition, breaks, copies, shares."""

from collections.abc import Mapping
from itertools import pairwise

import pandas as pd

from roundtable.places import OTHERS, WORLD
from roundtable.pull.shares import world_shares
from roundtable.reliability import frozen_intervals
from roundtable.reliability.breaks import common_breaks
from roundtable.reliability.copies import copied_columns, without_frozen
from roundtable.store import schemas

SEXES = ["both", "female", "male"]


def all_tables(read: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Add every table that is computed to those that were read.

    Parameters
    ----------
    read
        The tables of the publishers' figures, by name.

    Returns
    -------
    dict of str to DataFrame
        Every table of the store; one that no file fills has no rows.
    """
    frames = {**{name: schemas.empty(name) for name in schemas.SCHEMAS}, **read}
    stocks = frames["stocks"]
    frames["aggregates"] = aggregates(stocks)
    frames["compositions"] = compositions(stocks)
    frames["breaks"] = common_breaks(stocks)
    frames["copies"] = copies(
        stocks, history=frames["history"], compositions=frames["compositions"]
    )
    frames["world"] = world_shares(frames)
    return frames


def copies(
    stocks: pd.DataFrame, *, history: pd.DataFrame, compositions: pd.DataFrame
) -> pd.DataFrame:
    """Find the columns of the stocks and of the history that copy another year's.

    Parameters
    ----------
    stocks, history
        Counts by destination, origin and year, each of one or more sources.
    compositions
        Shifts of composition of the stocks: what they show as carried forward whole is left
        out here.

    Returns
    -------
    DataFrame
        As from `copied_columns`.
    """
    of_stocks = copied_columns(stocks, persons="both", series="edition")
    of_history = copied_columns(history, persons="persons", series="source")
    partly = without_frozen(of_stocks, frozen_intervals(compositions))
    return pd.concat([partly, of_history], ignore_index=True)


def aggregates(stocks: pd.DataFrame) -> pd.DataFrame:
    """Sum immigrants by destination, emigrants by origin, and the world.

    Parameters
    ----------
    stocks
        Rows of one or more editions: ``edition, destination, origin, year, both, female,
        male, source`` (persons).

    Returns
    -------
    DataFrame
        ``edition, place, direction, year, both, female, male, others, corridors, source``.
        ``others`` is the part whose origin is unknown (0 for emigrants, who have an
        origin by definition); ``corridors`` counts those with at least one person. The
        world stands as place ``WLD``, direction ``immigrants``.
    """
    rows = stocks.assign(
        others=stocks["both"].where(stocks["origin"] == OTHERS, 0),
        corridors=((stocks["origin"] != OTHERS) & (stocks["both"] > 0)).astype(int),
    )
    summed = [*SEXES, "others", "corridors"]

    def total(part: pd.DataFrame, place: str, direction: str) -> pd.DataFrame:
        keys = ["edition", "source", place, "year"]
        table = part.groupby(keys, observed=True)[summed].sum().reset_index()
        return table.rename(columns={place: "place"}).assign(direction=direction)

    pieces = [
        total(rows, "destination", "immigrants"),
        total(rows[rows["origin"] != OTHERS], "origin", "emigrants"),
        total(rows.assign(destination=WORLD), "destination", "immigrants"),
    ]
    columns = ["edition", "place", "direction", "year", *summed, "source"]
    table = pd.concat(pieces, ignore_index=True)[columns]
    return table.sort_values(["edition", "place", "direction", "year"], ignore_index=True)


def compositions(stocks: pd.DataFrame) -> pd.DataFrame:
    """Measure how far each destination's shares by origin move between successive years.

    Parameters
    ----------
    stocks
        Rows as in `aggregates`; "Others" counts as an origin.

    Returns
    -------
    DataFrame
        ``edition, destination, start, end, largest_shift, source``; the last is the
        largest absolute change of any origin's share (0 to 1). Intervals with an empty
        destination at either end are left out.
    """
    keys = ["edition", "source", "destination"]
    total = stocks.groupby([*keys, "year"], observed=True)["both"].transform("sum")
    rows = stocks.assign(share=(stocks["both"] / total).where(total > 0))
    pieces = []
    for _, part in rows.groupby("edition", observed=True):
        wide = part.pivot(index=[*keys, "origin"], columns="year", values="share")
        for start, end in pairwise(sorted(wide.columns)):
            # An origin that is listed in one of the two years only moves by its whole share.
            both_there = wide[[start, end]].groupby(keys, observed=True).transform("count") > 0
            moved = (wide[end].fillna(0) - wide[start].fillna(0)).abs()
            shift = moved.where(both_there.all(axis=1))
            largest = shift.groupby(keys, observed=True).max().dropna().rename("largest_shift")
            pieces.append(largest.reset_index().assign(start=start, end=end))
    table = pd.concat(pieces, ignore_index=True)
    table["largest_shift"] = table["largest_shift"].astype(float).clip(0, 1)
    columns = ["edition", "destination", "start", "end", "largest_shift", "source"]
    return table[columns].sort_values(columns[:3], ignore_index=True)
