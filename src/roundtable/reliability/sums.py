"""What kind of figure a sum over many corridors is."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from roundtable.reliability.editions import DISPUTED, REVISED
from roundtable.reliability.names import FLAGS, REPEATED

MOST = 0.5
"""A sum is carried forward when more than half of its people stand in rows that are."""

PART = 0.1
"""A flag that holds for less than a tenth of the people does not describe their sum. The same
tenth makes a corridor one of refugees (`refugees.SHARE`)."""


def part_flagged(rows: pd.DataFrame, *flags: str) -> float:
    """Return the share of the people who stand in rows with one of the flags.

    Parameters
    ----------
    rows
        Rows ``both`` (persons) with columns of flags, of one edition and year.
    *flags
        Names of the columns.

    Returns
    -------
    float
        0 to 1; 0 where there is nobody.

    Examples
    --------
    >>> rows = pd.DataFrame({"both": [30, 70], "frozen": [True, False], "linear": [False, False]})
    >>> part_flagged(rows, "frozen", "linear")
    0.3
    """
    marks = [rows[flag].to_numpy(dtype=bool) for flag in flags]
    return _part(rows["both"].to_numpy(dtype=float), np.logical_or.reduce(marks))


def _part(persons: np.ndarray, marked: np.ndarray) -> float:
    people = persons.sum()
    return float(persons[marked].sum() / people) if people else 0.0


def kind_of_sum(
    rows: pd.DataFrame, *, mine: float | None, theirs: float | None
) -> tuple[str, tuple[str, ...]]:
    """Return kind and flags of a statistic that rests on many corridors.

    Parameters
    ----------
    rows
        Its flagged rows, of one edition and year.
    mine, theirs
        The statistic in the last year that both editions give, by this edition and by the
        other; None where one has none.

    Returns
    -------
    tuple of str and tuple of str
        One of `KINDS`: disputed when the larger statistic exceeds the smaller by more than a
        quarter, carried forward when most of the people are, revised when the editions
        differ by more than a twentieth. The flags are those that hold for a tenth of the
        people or more.
    """
    parts, repeated = parts_flagged(rows)
    return kind_of_parts(parts, repeated=repeated, mine=mine, theirs=theirs)


def parts_flagged(rows: pd.DataFrame) -> tuple[dict[str, float], float]:
    """Return what `kind_of_parts` asks of rows, which does not depend on the statistic.

    Parameters
    ----------
    rows
        As in `part_flagged`.

    Returns
    -------
    tuple of dict and float
        Share of the people under each flag, and of those whose figures are carried forward.
    """
    persons = rows["both"].to_numpy(dtype=float)
    marks = {
        name: rows[name].to_numpy(dtype=bool)
        for name in FLAGS
        if name in rows and name != "disputed"
    }
    repeated = np.logical_or.reduce([marks[name] for name in REPEATED if name in marks])
    return {name: _part(persons, marked) for name, marked in marks.items()}, _part(
        persons, repeated
    )


def kind_of_parts(
    parts: Mapping[str, float], *, repeated: float, mine: float | None, theirs: float | None
) -> tuple[str, tuple[str, ...]]:
    """Return kind and flags of a statistic by the parts of its people that are flagged.

    Parameters
    ----------
    parts
        Share of the people under each flag that was looked at.
    repeated
        Share of the people who stand in figures carried forward.
    mine, theirs
        As in `kind_of_sum`.

    Returns
    -------
    tuple of str and tuple of str
        One of `KINDS`, and names out of `FLAGS`.

    Examples
    --------
    >>> kind_of_parts({"frozen": 0.6}, repeated=0.6, mine=1.0, theirs=1.1)
    ('carried-forward', ('frozen',))
    >>> kind_of_parts({"frozen": 0.05}, repeated=0.05, mine=1.0, theirs=1.1)
    ('revised', ())
    """
    flags = [name for name in FLAGS if parts.get(name, 0.0) >= PART]
    low, high = sorted((mine or 0.0, theirs or 0.0))
    excess = 0.0 if None in (mine, theirs) else (high - low) / low if low else float(high > 0)
    if excess > DISPUTED:
        return "disputed", tuple(name for name in FLAGS if name in {*flags, "disputed"})
    if repeated > MOST:
        return "carried-forward", tuple(flags)
    return ("revised" if excess > REVISED else "measured"), tuple(flags)
