"""What was counted anew at a destination from year to year, and what was carried forward."""

from dataclasses import dataclass

import pandas as pd

from roundtable.places import OTHERS
from roundtable.reliability.carried import frozen_intervals


@dataclass(frozen=True)
class Interval:
    """Two neighbouring years of a destination in one edition.

    Attributes
    ----------
    edition, start, end
        The edition and the years.
    state
        ``frozen`` (the division by origin was carried forward whole), ``copied`` (most
        origins were multiplied by one factor) or ``anew``.
    own
        For ``copied``: origins with a figure of their own, the largest first.
    broken
        Origins that left their course together in this interval, the largest first.
    linear
        Share of the people of known origin in corridors on a straight line or on a curve of one
        rate, 0 to 1.
    """

    edition: str
    start: int
    end: int
    state: str
    own: tuple[str, ...]
    broken: tuple[str, ...]
    linear: float


def intervals(
    flagged: pd.DataFrame, *, compositions: pd.DataFrame, copies: pd.DataFrame
) -> list[Interval]:
    """Describe all intervals of a destination.

    Parameters
    ----------
    flagged
        Flagged rows of one destination from all origins, both editions, all years.
    compositions, copies
        Tables of the same names.

    Returns
    -------
    list of Interval
        By edition and year; intervals that start without people are left out.
    """
    place = flagged["destination"].astype(str).iloc[0]
    shifts = compositions[compositions["destination"] == place]
    frozen = set(frozen_intervals(shifts)[["edition", "end"]].itertuples(index=False, name=None))
    here = copies[copies["destination"] == place]
    copied = set(here[["source", "year"]].itertuples(index=False, name=None))
    found = []
    for shift in shifts.sort_values(["edition", "start"]).itertuples():
        rows = flagged[
            (flagged["edition"] == shift.edition)
            & (flagged["year"] == shift.end)
            & (flagged["origin"] != OTHERS)
        ].sort_values("both", ascending=False, kind="stable")
        is_frozen = (shift.edition, shift.end) in frozen
        is_copied = not is_frozen and (shift.source, shift.end) in copied
        people = int(rows["both"].sum())
        drawn = rows["linear"] | rows["constant_rate"]
        found.append(
            Interval(
                edition=str(shift.edition),
                start=int(shift.start),
                end=int(shift.end),
                state="frozen" if is_frozen else "copied" if is_copied else "anew",
                own=_codes(rows[~rows["copied"]]) if is_copied else (),
                broken=_codes(rows[rows["rebased"]]),
                linear=int(rows.loc[drawn, "both"].sum()) / people if people else 0.0,
            )
        )
    return found


def _codes(rows: pd.DataFrame) -> tuple[str, ...]:
    return tuple(rows["origin"].astype(str))
