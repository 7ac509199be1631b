"""Corridors that are like a briefing's and have an agreement: the candidates, and the choice."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

import pandas as pd

from roundtable import kept, register, reliability
from roundtable.briefing.corridor import Corridor
from roundtable.indicators import peers
from roundtable.register import corridors
from roundtable.register.corridors import Pair
from roundtable.register.entry import Partnership
from roundtable.reliability.keys import among
from roundtable.store import Tables

MOST = 3
"""Peers shown: enough to compare with, few enough to look into each agreement."""


class Peer(NamedTuple):
    """A corridor that is like the briefing's, and its agreement.

    Attributes
    ----------
    measured
        Its row of `peers.measured`.
    flagged
        Its row of the stocks in the briefing's year, with kind and flags.
    entry
        The agreement that tells most of it.
    """

    measured: Any
    flagged: pd.Series
    entry: Partnership

    @property
    def ends(self) -> dict[str, str]:
        """Origin and destination by name."""
        return {end: getattr(self.measured, end) for end in peers.ENDS}


class Peers(NamedTuple):
    """What was compared with a corridor, and what is like it.

    Attributes
    ----------
    own
        The corridor's row of `peers.measured`; None where something is not known.
    elsewhere, compared
        Number of other corridors that have an agreement, and of those whose figures are known.
    shown
        The nearest, each with an agreement that no nearer one has shown.
    """

    own: Any
    elsewhere: int
    compared: int
    shown: tuple[Peer, ...]


def peers_of(c: Corridor) -> Peers:
    """Compare a corridor with the others for which the register has an agreement.

    Parameters
    ----------
    c
        The corridor. Each candidate is compared in its edition and year.

    Returns
    -------
    Peers
        The corridor's own measures, how many corridors elsewhere have an agreement, how many of
        them could be compared, and those most alike.
    """
    entries = register.may_be_shown(register.every(), on=date.today())
    agreed = corridors.elsewhere(entries, origin=c.origin, destination=c.destination)
    # All that the register names, this one included: the same for every briefing of a build.
    named = tuple(corridors.with_agreement(entries))
    rows, flagged = _candidates(c.tables, named, c.edition, c.year)
    others = rows[[pair in agreed for pair in _pairs(rows)]]
    own = rows[(rows["origin"] == c.origin) & (rows["destination"] == c.destination)]
    if (c.origin, c.destination) not in named:
        own = _measured(c.tables, [(c.origin, c.destination)], c.edition, c.year)
    found = peers.peers(others, origin=c.origin, destination=c.destination, to=own)
    return Peers(
        own=next(own.itertuples(), None),
        elsewhere=len(agreed),
        compared=len(others),
        shown=_shown(found, agreed, flagged),
    )


def _shown(
    found: pd.DataFrame, agreed: Mapping[Pair, tuple[Partnership, ...]], flagged: pd.DataFrame
) -> tuple[Peer, ...]:
    """Choose the nearest: three corridors under one agreement would show one agreement."""
    shown: dict[str, Peer] = {}
    at = {pair: place for place, pair in enumerate(_pairs(flagged))}
    for row in found.itertuples():
        pair = (row.origin, row.destination)
        fresh = next((entry for entry in agreed[pair] if entry.id not in shown), None)
        if fresh is not None and len(shown) < MOST:
            shown[fresh.id] = Peer(row, flagged.iloc[at[pair]], fresh)
    return tuple(shown.values())


@lru_cache(maxsize=2)
def _candidates(
    tables: Tables, named: tuple[Pair, ...], edition: str, year: int
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Measure corridors, and flag their rows of the year, once for all briefings."""
    return kept.made(
        "peers",
        lambda: _measured_and_flagged(tables, named, edition, year),
        of=f"{tables.digest} {named} {edition} {year}",
    )


def _measured_and_flagged(
    tables: Tables, named: tuple[Pair, ...], edition: str, year: int
) -> tuple[pd.DataFrame, pd.DataFrame]:
    rows = _measured(tables, named, edition, year)
    flagged = reliability.flagged_stocks(tables)
    now = flagged[(flagged["edition"] == edition) & (flagged["year"] == year)]
    return rows, now[among(now, rows, on=peers.ENDS)]


def _measured(tables: Tables, named: Any, edition: str, year: int) -> pd.DataFrame:
    return peers.measured(
        pd.DataFrame(list(named), columns=peers.ENDS),
        stocks=tables.stocks,
        pairs=tables.pairs,
        economies=tables.economies,
        edition=edition,
        year=year,
    )


def _pairs(rows: pd.DataFrame) -> list[Pair]:
    return list(zip(rows["origin"].tolist(), rows["destination"].tolist(), strict=True))
