"""What joins two countries beside migration: borders, languages, rules of entry, treaties."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from roundtable import places


@dataclass(frozen=True)
class Setting:
    """How two countries lie to each other.

    Attributes
    ----------
    contiguous
        Whether they share a land border today.
    official_language, spoken_language
        Whether they share an official language, or one that at least 9% of the people speak
        in both (CEPII's threshold); None where CEPII does not say.
    common_coloniser
        Whether one country has ruled both, by CEPII's list; None where CEPII
        does not say.
    distance
        Kilometres between the capitals, or the main cities where CEPII takes them; None where
        it is not known.
    source
        Id of the source of the row.
    """

    contiguous: bool
    official_language: bool | None
    spoken_language: bool | None
    common_coloniser: bool | None
    distance: float | None
    source: str


def setting(pairs: pd.DataFrame, *, origin: str, destination: str) -> Setting | None:
    """Return how two countries lie to each other; None where the table has no such pair.

    Parameters
    ----------
    pairs
        The table ``pairs``.
    origin, destination
        ISO 3166 alpha-3 codes.

    Returns
    -------
    Setting or None
        What the row says; None within it where the row says nothing. The distance is in kilometres.
    """
    row = _of_pair(pairs, origin, destination)
    if row is None:
        return None
    return Setting(
        contiguous=bool(row["contiguous"]),
        official_language=_or_none(row["official_language"]),
        spoken_language=_or_none(row["spoken_language"]),
        common_coloniser=_or_none(row["common_coloniser"]),
        distance=None if pd.isna(row["distance"]) else float(row["distance"]),
        source=str(row["source"]),
    )


def bordering_territory(pairs: pd.DataFrame, *, state: str, other: str) -> str | None:
    """Return a territory of a state that has a land border with another country.

    CEPII gives a state the borders of its mainland alone. France has none with Brazil there,
    and the longest of all in French Guiana.

    Parameters
    ----------
    pairs
        The table ``pairs``.
    state, other
        ISO 3166 alpha-3 codes.

    Returns
    -------
    str or None
        The first by its code; None where no territory of the state borders on the other.

    Examples
    --------
    >>> pairs = pd.DataFrame({"origin": ["BRA", "BRA"], "destination": ["FRA", "GUF"],
    ...                       "contiguous": [False, True]})
    >>> bordering_territory(pairs, state="FRA", other="BRA")
    'GUF'
    """
    rows = pairs[
        (pairs["origin"] == other)
        & pairs["destination"].isin(places.territories_of(state))
        & pairs["contiguous"]
    ]
    return min(rows["destination"].astype(str), default=None)


@dataclass(frozen=True)
class Entry:
    """What a country asks of visitors with another country's passport.

    Attributes
    ----------
    requirement
        ``visa free``, ``visa on arrival``, ``eta``, ``e-visa``, ``visa required`` or
        ``no admission``.
    days
        Length of the stay, where the source gives it.
    """

    requirement: str
    days: int | None

    @property
    def free(self) -> bool:
        """Whether nothing has to be asked for before the journey but a registration."""
        return self.requirement in ("visa free", "visa on arrival", "eta")


def entry(visas: pd.DataFrame, *, origin: str, destination: str) -> Entry | None:
    """Return what a destination asks of visitors from an origin; None where unknown.

    Parameters
    ----------
    visas
        The table ``visas``: short visits only, never work or residence.
    origin, destination
        ISO 3166 alpha-3 codes.

    Returns
    -------
    Entry or None
        The requirement, and the days that a visit may last where they are given.
    """
    row = _of_pair(visas, origin, destination)
    if row is None:
        return None
    days = None if pd.isna(row["days"]) else int(row["days"])
    return Entry(requirement=str(row["requirement"]), days=days)


def ratified(
    ratifications: pd.DataFrame, *, place: str, instrument: str
) -> tuple[str, int | None] | None:
    """Return a country's status under a treaty and since when; None where unknown.

    Parameters
    ----------
    ratifications
        Rows ``instrument, place, status, since``.
    place
        ISO 3166 code.
    instrument
        The treaty, as the table names it.

    Returns
    -------
    tuple of str and int
        ``party``, ``signatory`` or ``none``; the year where the source gives it.
    """
    rows = ratifications[
        (ratifications["place"] == place) & (ratifications["instrument"] == instrument)
    ]
    if rows.empty:
        return None
    row = rows.iloc[0]
    return str(row["status"]), None if pd.isna(row["since"]) else int(row["since"])


def _of_pair(rows: pd.DataFrame, origin: str, destination: str) -> pd.Series | None:
    mine = (rows["origin"] == origin) & (rows["destination"] == destination)
    at = np.flatnonzero(mine)
    return rows.iloc[at[0]] if len(at) else None


def _or_none(value: object) -> bool | None:
    return None if pd.isna(value) else bool(value)
