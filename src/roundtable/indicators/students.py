"""Students of a country abroad, and students from abroad in it, as UIS lists them."""

from dataclasses import dataclass

import pandas as pd

from roundtable.places import OTHERS

COMPLETE = 0.9
"""A destination's list is told when it holds nine tenths of the total that UIS gives for it."""

LAST_COMPLETE = 2018
"""In 2019 the United States, where a million students from abroad are, gave no list; the lists
of 2020 hold a fifth of the world's students, those of 2021 next to none."""

RECENT = 10
"""Years; an older list says nothing of students today."""

MAJOR = 0.1
"""A destination with a tenth of a country's students abroad must be in the list of a sound year."""

BEFORE = 3
"""Years in which a destination is known to be a major one."""


@dataclass(frozen=True)
class Listing:
    """A list of partners in one year.

    Attributes
    ----------
    year
        The year; None: no list can be told.
    partners
        ``code, students`` of the partners named, most first.
    others
        Students of all other partners, or of none that is known.
    total
        Students in the list, "Others" included.
    """

    year: int | None
    partners: pd.DataFrame
    others: int
    total: int | None


NOTHING = pd.DataFrame({"code": pd.Series(dtype=str), "students": pd.Series(dtype=int)})


def abroad(students: pd.DataFrame, *, origin: str, up_to: int) -> Listing:
    """Return where a country's students abroad are, in the last year that can be told.

    Parameters
    ----------
    students
        The table ``students``.
    origin
        Country of the students.
    up_to
        Last year to look at; no year after `LAST_COMPLETE` is used.

    Returns
    -------
    Listing
        Of the last year in which no destination is missing that had a tenth of the students
        in one of the three years before: a destination that did not report is no empty one.
    """
    rows = students[(students["listing"] == "by-origin") & (students["origin"] == origin)]
    rows = rows[(rows["year"] <= min(up_to, LAST_COMPLETE))]
    rows = rows.assign(code=rows["destination"].astype(str))
    share = rows["students"] / rows.groupby("year")["students"].transform("sum")
    major = rows[(share >= MAJOR) & (rows["code"] != OTHERS)]
    for year in sorted(rows["year"].unique(), reverse=True):
        before = set(major.loc[major["year"].between(year - BEFORE, year - 1), "code"])
        listed = rows[rows["year"] == year]
        if not before - set(listed["code"]):
            return _listing(listed, int(year))
    return Listing(None, NOTHING, 0, None)


def from_abroad(students: pd.DataFrame, *, destination: str, up_to: int) -> Listing:
    """Return where a country's students from abroad come from, in the last year told.

    Parameters
    ----------
    students, up_to
        As in `abroad`.
    destination
        Country in which they study.

    Returns
    -------
    Listing
        Of the last year whose list holds at least nine tenths of the destination's total, within
        the last ten years.
    """
    rows = students[(students["destination"] == destination) & (students["year"] <= up_to)]
    lists = rows[rows["listing"] == "by-destination"]
    lists = lists.assign(code=lists["origin"].astype(str))
    totals = rows[rows["listing"] == "inbound-total"].set_index("year")["students"]
    held = (lists.groupby("year")["students"].sum() / totals[totals > 0]).dropna()
    sound = held[(held >= COMPLETE) & (held.index >= up_to - RECENT)]
    if sound.empty:
        return Listing(None, NOTHING, 0, None)
    year = int(sound.index.max())
    return _listing(lists[lists["year"] == year], year)


def inbound(students: pd.DataFrame, *, destination: str, up_to: int) -> tuple[int, int] | None:
    """Return the last year and number of all students from abroad; None where unknown.

    Parameters
    ----------
    students
        The table ``students``: ``destination, year, students`` (persons), ``listing``.
    destination
        ISO 3166 alpha-3 code of the country where they study.
    up_to
        The last year that counts.

    Returns
    -------
    tuple of two int, or None
        Year and persons.
    """
    rows = students[
        (students["listing"] == "inbound-total")
        & (students["destination"] == destination)
        & (students["year"] <= up_to)
    ]
    if rows.empty:
        return None
    last = rows.loc[rows["year"].idxmax()]
    return int(last["year"]), int(last["students"])


def _listing(rows: pd.DataFrame, year: int) -> Listing:
    named = rows[rows["code"] != OTHERS].sort_values(["students", "code"], ascending=[False, True])
    total = int(rows["students"].sum())
    return Listing(
        year=year,
        partners=named[["code", "students"]].reset_index(drop=True),
        others=total - int(named["students"].sum()),
        total=total,
    )
