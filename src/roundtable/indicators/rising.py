"""Corridors of a country that rose fast, and whether that may be told as new migration."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from roundtable.places import OTHERS
from roundtable.reliability import FORBID_GROWTH, arrays_of, columns_at, emergence
from roundtable.reliability.emerging import LARGE, TIMES
from roundtable.reliability.keys import one_of
from roundtable.reliability.refugees import persons_under_unhcr

SHORTEST, LONGEST = 9, 24
"""Years that a rise may take: from one year of the edition to the next but one (2015 to 2024),
back to the generation before (2000 to 2024)."""

SMALL = 1_000
"""Persons at the end; below it a threefold rise is a few hundred people, within the rounding of
surveys."""

JUDGED = 14
"""Corridors of the largest rise that are looked at, beside all that passed from small to large;
a table shows fewer."""

GAP, ANYBODY = 0.1, 100
"""A tenth, of a hundred people at least: in the 2024 edition 60 figures lie so far below those of
the years before and after, 52 of them at Egypt in 2015, where the edition has refugees and "Others"
and next to nobody else. From 0 people from Germany there, the 11,205 of 2024 would look risen;
in 2010 they were 8,555."""

COLUMNS = (
    *("partner", "start", "end", "before", "after", "status", "reasons"),
    *("refugees", "driven", "other_year", "other"),
)


def rising(
    flagged: pd.DataFrame,
    *,
    by: str,
    edition: str,
    other: str,
    year: int,
    refugees: pd.DataFrame,
) -> pd.DataFrame:
    """Find the corridors that at least trebled, and what may be said of each.

    Parameters
    ----------
    flagged
        Flagged rows of a country's corridors in both editions, as from `flagged_stocks`: those
        to all destinations, or those from all origins.
    by
        The end that varies: ``destination`` or ``origin``.
    edition, other, year
        The edition that is told, the one it is compared with, the year at the end.
    refugees
        Table of refugees by corridor and year.

    Returns
    -------
    DataFrame
        One row a corridor, the largest rise first: ``partner``, ``start``, ``end``,
        ``before`` and ``after`` (persons), ``status``, ``reasons`` (flags), ``refugees``
        (refugees and asylum seekers at the end), ``driven`` (whether they are half of the
        rise), ``other_year`` and ``other`` (the last year that both editions give, and the
        other's persons; missing where it has none). Status is ``emerged`` (from fewer than
        25,000 people to more), ``small`` (still fewer), ``large`` (more from the start), each
        told by `reliability.emergence`, or ``refused``. The start is the latest year from
        which the rise may be told; where it may from none, the latest from which it trebled.
        Where the corridor passed from small to large, only years before that are taken.
    """
    inside = flagged["year"].between(year - LONGEST, year)
    columns = arrays_of(flagged[(flagged["origin"] != OTHERS) & inside])
    partner, own = columns[by], columns["edition"] == edition
    wide = _wide(columns_at(columns, own), by=by)
    if year not in wide:
        return pd.DataFrame(columns=list(COLUMNS))
    wide = wide.mask(gaps(wide))
    starts = [int(at) for at in wide if year - LONGEST <= at <= year - SHORTEST][::-1]
    after, before = wide[year].to_numpy(), wide[starts].to_numpy()
    trebled = (before <= (after / TIMES)[:, None]) & (after >= SMALL)[:, None]
    rose = trebled.any(axis=1)
    crossed = (np.where(trebled, before, np.inf).min(axis=1, initial=np.inf) < LARGE) & (
        after >= LARGE
    )
    most = np.where(trebled, before, -np.inf).max(axis=1, initial=-np.inf)
    order = np.flatnonzero(rose)
    order = order[np.argsort(-(after - most)[order], kind="stable")]
    under = persons_under_unhcr(pd.DataFrame(columns), _of(refugees, columns))
    columns = {**columns, "under_unhcr": under}
    number = wide.index.get_indexer(partner)
    rows = [
        _judged(
            columns_at(columns, np.flatnonzero(number == at)),
            str(wide.index[at]),
            [start for start, held in zip(starts, trebled[at], strict=True) if held],
            year,
            edition,
            refugees,
        )
        for place, at in enumerate(order)
        if place < JUDGED or crossed[at]
    ]
    found = pd.DataFrame(rows, columns=list(COLUMNS[:9]))
    theirs = columns_at(columns, columns["edition"] == other)
    last = theirs["year"].max() if len(theirs["year"]) else np.nan
    there = theirs["year"] == last
    at_last = dict(zip(theirs[by][there].tolist(), theirs["both"][there].tolist(), strict=True))
    found["other_year"] = last
    found["other"] = pd.array([at_last.get(code) for code in found["partner"]], dtype="Int64")
    rise = found["after"] - found["before"]
    order = rise.sort_values(ascending=False, kind="stable").index
    return found.loc[order].reset_index(drop=True)


def _wide(columns: Mapping[str, np.ndarray], *, by: str) -> pd.DataFrame:
    """Return persons, one row a partner, one column a year."""
    at, partners = pd.factorize(columns[by], sort=True)
    years, year = np.unique(columns["year"], return_inverse=True)
    persons = np.full((len(partners), len(years)), np.nan)
    persons[at, year] = columns["both"]
    return pd.DataFrame(persons, index=partners, columns=years)


def gaps(wide: pd.DataFrame) -> pd.DataFrame:
    """Tell where a corridor all but vanishes for one year: a gap in the data, and no people gone.

    Parameters
    ----------
    wide
        Persons of an edition, one row a corridor, one column a year in their order.

    Returns
    -------
    DataFrame of bool
        With the shape of `wide`: whether the figure is below `GAP` of those of the years before
        and after, which both have at least `ANYBODY` people.

    Examples
    --------
    >>> germans = pd.DataFrame({2010: [8_555], 2015: [0], 2020: [11_919]}, index=["EGY"])
    >>> gaps(germans).loc["EGY"].tolist()
    [False, True, False]
    """
    persons = wide.to_numpy(dtype=float)
    beside = np.full_like(persons, np.nan)
    beside[:, 1:-1] = np.minimum(persons[:, :-2], persons[:, 2:])
    found = (beside >= ANYBODY) & (persons < GAP * beside)
    return pd.DataFrame(found, index=wide.index, columns=wide.columns)


def _of(refugees: pd.DataFrame, corridors: Mapping[str, np.ndarray]) -> pd.DataFrame:
    """Keep the rows of UNHCR's table that may be of one of the corridors."""
    origins, destinations = (
        one_of(refugees[end], set(corridors[end].tolist())) for end in ("origin", "destination")
    )
    return refugees[origins & destinations]


def _judged(
    rows: Mapping[str, np.ndarray],
    partner: str,
    starts: list[int],
    year: int,
    edition: str,
    refugees: pd.DataFrame,
) -> tuple:
    """Return a corridor's row: told over the latest period that carries it, or refused."""
    own = rows["edition"] == edition
    years, both = (rows[name][own].tolist() for name in ("year", "both"))
    persons = dict(zip(years, both, strict=True))
    after = persons[year]
    # A corridor that passed from small to large is judged over the years in which it did.
    if after >= LARGE and any(persons[at] < LARGE for at in starts):
        starts = [at for at in starts if persons[at] < LARGE]
    first = None
    for start in starts:
        # Judged by its own size at the end: whether that is large is another question.
        told = emergence(
            rows, edition=edition, start=start, end=year, refugees=refugees, large=max(after, 1)
        )
        first = first or told
        if told.told:
            value = told.value
            status = "large" if value.before >= LARGE else "small" if after < LARGE else "emerged"
            return (
                *(partner, start, year, value.before, after, status, ""),
                *(value.refugees_after, value.driven_by_refugees),
            )
        if set(FORBID_GROWTH) & {reason.code for reason in told.reasons}:
            break  # a longer period holds the same obstacle
    reasons = ";".join(dict.fromkeys(reason.code for reason in first.reasons))
    return (partner, starts[0], year, persons[starts[0]], after, "refused", reasons, 0, False)
