"""The rows behind the charts and tables of the briefing on new trends."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from roundtable import places, reliability
from roundtable.briefing.rising_facts import emerged
from roundtable.briefing.study import found_once
from roundtable.briefing.trends_study import (
    Trends,
    remittances,
    students_abroad,
    students_from_abroad,
)
from roundtable.facts import forms, year_name
from roundtable.reliability.emerging import LARGE
from roundtable.reliability.refugees import SHARE
from roundtable.tables import Table

Line = Callable[[str], str]
Labels = dict[str, Any]

ROWS = 10
"""Corridors in a table of rises."""

NEW, UNTOLD = 6, 3
"""New corridors among them, and rises that look new and may not be told: so many at most."""

PARTNERS = 5
"""Partners in the table of students."""


@found_once
def shown_rises(study: Trends, way: str) -> pd.DataFrame:
    """Return the rises of one way that the table shows, the largest first.

    New corridors come before others, then those that look new and may not be told; of each kind
    the largest, so that no small group is crowded out by communities that were large before.

    Parameters
    ----------
    study
        The country.
    way
        ``in`` for its immigrants, ``out`` for its emigrants.

    Returns
    -------
    DataFrame
        Rows of `Trends.risen`, `ROWS` at most.
    """
    rows = study.risen[way]
    new = rows[rows["status"] == "emerged"].head(NEW)
    untold = rows[looks_new(rows)].head(UNTOLD)
    first = pd.concat([new, untold])
    rest = rows.drop(first.index).head(ROWS - len(first))
    return pd.concat([first, rest]).sort_index()


def looks_new(rows: pd.DataFrame) -> pd.Series:
    """Tell which refused rises passed from small to large.

    Parameters
    ----------
    rows
        ``status``, ``before`` and ``after`` (persons) of rises.

    Returns
    -------
    Series
        A boolean a row, with the index of the rows.
    """
    crossed = (rows["before"] < LARGE) & (rows["after"] >= LARGE)
    return (rows["status"] == "refused") & crossed


def rises(study: Trends, way: str, labels: Labels, line: Line) -> tuple[pd.DataFrame, Table]:
    """Return the largest rises of one way, and what may be said of each.

    Parameters
    ----------
    study
        The country.
    way
        ``out`` (destinations) or ``in`` (origins).
    labels, line
        Labels of the language; renders a section as one line.

    Returns
    -------
    tuple of DataFrame and Table
        The rises that `shown_rises` chooses, in its order.
    """
    words = labels["rises"]
    shown = shown_rises(study, way)
    printed = tuple(
        (
            places.place(row.partner).short,
            f"{forms.exact(row.before, study.language)} ({year_name(row.start)})",
            forms.exact(row.after, study.language),
            _bonds(row.bonds, words),
            _verdict(row, words),
        )
        for row in shown.itertuples()
    )
    table = Table(
        id=f"rises-{way}",
        caption=line(f"rises-{way}-caption"),
        head=(
            words[way],
            words["before"],
            year_name(study.year),
            words["link"],
            words["verdict"],
        ),
        rows=printed,
        note=line("rises-note"),
    )
    frame = shown.drop(columns=["bonds", "end", "other_year"]).rename(
        columns={"partner": "code", "start": "year"}
    )
    frame["link"] = [_bonds(bonds, words) for bonds in shown["bonds"]]
    return frame.reset_index(drop=True), table


def _bonds(bonds: tuple[str, ...] | None, words: Labels) -> str:
    if bonds is None:
        return words["unknown"]
    return ", ".join(words["bonds"][bond] for bond in bonds) or words["none"]


def _verdict(row: Any, words: Labels) -> str:
    if row.status == "refused":
        # One reason is enough to refuse; the series names all of them.
        return words["refused"].format(words["reasons"][row.reasons.split(";")[0]])
    said = words["status"][row.status]
    if row.driven:
        return f"{said}; {words['driven']}"
    return f"{said}; {words['inside']}" if row.refugees >= SHARE * row.after else said


@found_once
def new_over_time(study: Trends) -> pd.DataFrame:
    """Return the largest new corridors by year, as the chart over time takes them.

    Parameters
    ----------
    study
        The country.

    Returns
    -------
    DataFrame
        Three lines at most, both ways together; empty where no new corridor is told.
    """
    parts = [
        (way, row)
        for way in ("out", "in")
        for row in emerged(study, way).itertuples()
    ]  # fmt: skip
    parts = sorted(
        parts, key=lambda part: (part[1].driven, part[1].flight, not part[1].beyond, -part[1].after)
    )
    frames = [_line(study, way, row.partner, at == 0) for at, (way, row) in enumerate(parts[:3])]
    return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=["edition"])


def _line(study: Trends, way: str, partner: str, subject: bool) -> pd.DataFrame:
    rows = study.corridors(way)
    end = "destination" if way == "out" else "origin"
    mine = rows[(rows[end] == partner) & (rows["edition"] == study.edition)]
    mine = mine[mine["year"] <= study.year].sort_values("year")
    ends = study.ends(way, partner)
    names = [places.place(ends[name]).short for name in ("origin", "destination")]
    carried = mine[list(reliability.REPEATED)].any(axis=1)
    persons = mine["both"].astype(int)
    return pd.DataFrame(
        {
            "edition": f"{ends['origin']}-{ends['destination']}",
            "label": " → ".join(names),
            "year": mine["year"].astype(int),
            "persons": persons,
            "printed": [forms.exact(value, study.language) for value in persons],
            "kind": mine["kind"].mask(carried, "carried-forward"),
            "subject": subject,
        }
    )


def student_lists(study: Trends, labels: Labels, line: Line) -> tuple[pd.DataFrame, Table] | None:
    """Return the largest partners of the country's students, both ways; None without a list.

    Parameters
    ----------
    study
        The country.
    labels
        Labels of the language.
    line
        Renders a section of the words as plain text.

    Returns
    -------
    tuple of DataFrame and Table, or None
        Rows ``way, code, year, students`` (persons) and ``share`` (of the list), those abroad
        first.
    """
    lists = {
        "abroad": students_abroad(study),
        "inbound": students_from_abroad(study),
    }
    words = labels["students"]
    rows = [
        (way, str(row.code), found.year, int(row.students), int(row.students) / found.total)
        for way, found in lists.items()
        if found.year
        for row in found.partners.head(PARTNERS).itertuples()
    ]
    if not rows:
        return None
    frame = pd.DataFrame(rows, columns=["way", "code", "year", "students", "share"])
    return frame, Table(
        id="students",
        caption=line("students-caption"),
        head=(words["partner"], words["year"], words["students"], words["share"]),
        rows=tuple(
            (
                words[way].format(places.place(code).name),
                year_name(year),
                forms.exact(persons, study.language),
                forms.percent(share, study.language),
            )
            for way, code, year, persons, share in rows
        ),
        note=line("students-note"),
    )


@found_once
def money_series(study: Trends, labels: Labels) -> pd.DataFrame:
    """Return remittances of both ways in percent of GDP by year, for the chart.

    Parameters
    ----------
    study
        The country.
    labels
        Labels of the language.

    Returns
    -------
    DataFrame
        ``edition`` (``received`` or ``paid``), ``label, year, persons`` (here percent of GDP),
        ``printed, kind, subject`` (the larger of the two in its last year) and ``jump``.
    """
    parts = []
    for direction in ("received", "paid"):
        series = remittances(study, direction)
        series = series[series["share"].notna()]
        parts.append(
            pd.DataFrame(
                {
                    "edition": direction,
                    "label": labels["money"][direction],
                    "year": series["year"],
                    "persons": 100 * series["share"],
                    "printed": [forms.percent(x, study.language) for x in series["share"]],
                    "kind": "measured",
                    "subject": False,
                    "jump": series["jump"],
                }
            )
        )
    frame = pd.concat(parts, ignore_index=True)
    if len(frame):
        last = frame.groupby("edition")["persons"].last()
        frame["subject"] = frame["edition"] == last.idxmax()
    return frame
