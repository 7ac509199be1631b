"""Every row of the stocks with its flags and its kind."""

from functools import lru_cache, reduce
from operator import or_
from typing import Any

import numpy as np
import pandas as pd

from roundtable import kept
from roundtable.reliability.basis import changed_basis, counting_citizens
from roundtable.reliability.breaks import rebased
from roundtable.reliability.carried import drawn_on, frozen_intervals
from roundtable.reliability.copies import copied
from roundtable.reliability.editions import DISPUTED, REVISED, excess_of
from roundtable.reliability.keys import among
from roundtable.reliability.names import FLAGS, KINDS, REPEATED
from roundtable.reliability.refugees import refugees_inside
from roundtable.reliability.territory import territory
from roundtable.store import Tables


def flagged(
    stocks: pd.DataFrame,
    *,
    compositions: pd.DataFrame,
    destinations: pd.DataFrame,
    breaks: pd.DataFrame | None = None,
    copies: pd.DataFrame | None = None,
    refugees: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Mark every row of the stocks with its flags and its kind.

    Parameters
    ----------
    stocks
        Whole corridors (all years) of both editions.
    compositions
        Shifts of composition of the destinations in `stocks`.
    destinations
        What each destination counts, by edition.
    breaks
        Breaks that most origins share; without it, nothing is ``rebased``.
    copies
        Columns that copy another year; without it, nothing is ``copied``.
    refugees
        Refugees by corridor and year; without it, nothing is ``refugees_inside``.

    Returns
    -------
    DataFrame
        `stocks` with a column of true or false for each of ``frozen, linear, constant_rate,
        copied, rebased`` (the interval that ends in the row's year), ``disputed`` and its
        ``excess`` (in the row's year, or in the last year that both editions give),
        ``citizens, mixed_basis, territory, refugees_inside``; and ``kind``, one of
        `KINDS`.
    """
    frozen = frozen_intervals(compositions).rename(columns={"end": "year"})
    linear, constant_rate = drawn_on(stocks)
    marks: dict[str, Any] = {
        "frozen": among(stocks, frozen, on=["edition", "destination", "year"]),
        "linear": linear,
        "constant_rate": constant_rate,
        "copied": False if copies is None else copied(stocks, copies),
        "rebased": False if breaks is None else rebased(stocks, breaks),
    }
    excess = excess_of(stocks)
    marks["excess"] = excess
    marks["disputed"] = disputed = excess > DISPUTED
    citizens = counting_citizens(destinations)
    marks["citizens"] = among(stocks, citizens, on=["edition", "destination"])
    marks["mixed_basis"] = among(stocks, changed_basis(destinations), on=["destination"])
    marks["territory"] = territory(stocks)
    marks["refugees_inside"] = False if refugees is None else refugees_inside(stocks, refugees)
    repeated = reduce(or_, (marks[name] for name in REPEATED))
    kinds = ("disputed", "carried-forward", "revised", "measured")
    at = [KINDS.index(kind) for kind in kinds]
    codes = np.select([disputed, repeated, excess > REVISED], at[:-1], at[-1])
    marks["kind"] = pd.Categorical.from_codes(codes, categories=KINDS)
    return stocks.assign(**marks)


@lru_cache(maxsize=2)
def flagged_stocks(tables: Tables) -> pd.DataFrame:
    """Mark all rows of the stocks by all that the tables know, once for all briefings.

    Parameters
    ----------
    tables
        Pack or store.

    Returns
    -------
    DataFrame
        As from `flagged`, of all rows of ``tables.stocks``, in their order and with their
        index. It is shared: select from it, and change nothing in it.
    """
    # A deep copy lays columns of one type side by side, which makes selections cheaper.
    return kept.made("flagged", lambda: _flagged(tables).copy(), of=tables.digest)


def _flagged(tables: Tables) -> pd.DataFrame:
    return flagged(
        tables.stocks,
        compositions=tables.compositions,
        destinations=tables.destinations,
        breaks=tables.breaks,
        copies=tables.copies,
        refugees=tables.refugees,
    )


def flags_of(row: pd.Series) -> tuple[str, ...]:
    """Return the names of the flags that are set in a row of `flagged`.

    Parameters
    ----------
    row
        With some or all of `FLAGS`.

    Returns
    -------
    tuple of str
        In the order of `FLAGS`.
    """
    return tuple(name for name in FLAGS if name in row.index and bool(row[name]))
