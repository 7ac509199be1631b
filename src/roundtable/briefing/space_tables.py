"""The rows behind the charts and tables of the regional briefing."""

from collections.abc import Callable
from typing import Any, NamedTuple

import pandas as pd

from roundtable import places, reliability
from roundtable.briefing.bilateral_tables import CARRIED, share_cell
from roundtable.briefing.space import Space
from roundtable.briefing.space_detail_facts import elsewhere, largest_corridors, own_regions
from roundtable.briefing.space_facts import DATED, FIXED, MEASURES, PAPER
from roundtable.briefing.space_words import LONGEST
from roundtable.facts import forms
from roundtable.indicators import spaces
from roundtable.places import blocs
from roundtable.places import spaces as known
from roundtable.reliability.sums import MOST
from roundtable.sources import DECADES
from roundtable.tables import Table

Labels = dict[str, Any]
Line = Callable[[str], str]

CORRIDORS = 15
"""Corridors in the table of the largest."""


def shares_over_time(s: Space, side: str, words: Labels) -> pd.DataFrame:
    """Return a share over time by edition and membership, as the chart over time takes it.

    Parameters
    ----------
    s
        The space.
    side
        ``emigrants`` or ``immigrants``.
    words
        Labels of charts.

    Returns
    -------
    DataFrame
        ``edition, label, year, persons`` (here percent), ``printed, kind, subject``. With the
        members of the year; with those of today where they differ, in both editions; and in
        the World Bank's data before.
    """
    fixed = _points(s, side, FIXED if s.is_bloc else PAPER)
    own = [point for point in fixed if point.edition == s.edition]
    first = min((point.year for point in own), default=s.year)
    before = [
        point
        for point in fixed
        if point.edition == "worldbank" and point.source == DECADES and point.year < first
    ]
    there = [point for point in fixed if point.edition == s.other]
    dated = [
        point
        for point in (_points(s, side, DATED) if s.is_bloc else [])
        if point.edition == s.edition
    ]
    values = {point.year: point.value for point in dated}
    # With the same members in all years, one line says it.
    fixed_apart = s.is_bloc and any(values.get(point.year) != point.value for point in own)
    bank = words["world_bank_fixed" if s.is_bloc else "world_bank"]
    lines = [
        _line(s, there, words["fixed_other" if fixed_apart else "other"]),
        _line(s, before, bank),
    ]
    if fixed_apart:
        lines.append(_line(s, dated, words["dated"], subject=True))
        lines.append(_line(s, own, words["fixed"], edition=f"{s.edition} fixed"))
    else:
        lines.append(_line(s, own, words["own"], subject=True))
    return pd.DataFrame([row for line in lines for row in line])


class _Point(NamedTuple):
    """A share of a series in a year."""

    edition: str
    source: str
    year: int
    value: float


def _points(s: Space, side: str, variant: str) -> list[_Point]:
    """Return a share over time, up to the briefing's year, in all series."""
    table = s.over_time(MEASURES[side], variant=variant)
    columns = (table[name].tolist() for name in _Point._fields)
    return [point for point in map(_Point, *columns) if point.year <= s.year]


def _line(
    s: Space, points: list[_Point], label: str, *, edition: str = "", subject: bool = False
) -> list[dict[str, Any]]:
    """Return the rows of a line, under the name of its series unless told otherwise."""
    return [
        {
            "edition": edition or point.edition,
            "label": label.format(point.edition.rsplit("-", 1)[-1]),
            "year": point.year,
            "persons": 100 * point.value,
            "printed": forms.percent(point.value, s.language),
            "kind": "carried-forward"
            if s.carried.get((point.edition, point.year), 0) > MOST
            else "measured",
            "subject": subject,
        }
        for point in points
    ]


def corridors_table(s: Space, labels: Labels, line: Line) -> tuple[pd.DataFrame, Table]:
    """Return the largest corridors inside the space, in both editions, as rows and as a table.

    Parameters
    ----------
    s
        The space.
    labels
        Labels of the language.
    line
        Renders a section of the words as plain text.

    Returns
    -------
    tuple of DataFrame and Table
        Rows ``corridor, persons, share`` (of all inside), ``kind``, ``persons_common,
        persons_other`` (both editions in the last common year; missing where one does not list the
        corridor), the largest first.
    """
    rows = largest_corridors(s, edition=s.edition, year=s.year)
    every = int(rows["both"].sum())
    top = rows.head(CORRIDORS)
    then = {
        edition: _by_pair(s.inside_at(edition=edition, year=s.common))
        for edition in (s.edition, s.other)
    }
    pairs = list(zip(top["origin"].astype(str), top["destination"].astype(str), strict=True))
    frame = pd.DataFrame(
        {
            "corridor": [f"{origin}-{destination}" for origin, destination in pairs],
            "persons": top["both"].astype("Int64").to_numpy(),
            "share": [n / every for n in top["both"]],
            "kind": top["kind"].to_numpy(),
            "persons_common": pd.array([then[s.edition].get(p) for p in pairs], dtype="Int64"),
            "persons_other": pd.array([then[s.other].get(p) for p in pairs], dtype="Int64"),
        }
    )
    words = labels["table"]
    short = [f"{places.place(a).short} → {places.place(b).short}" for a, b in pairs]
    repeated = top[list(reliability.REPEATED)].any(axis=1).to_numpy()
    head = [words["corridor"], words["persons_in"].format(s.year), words["of_inside"]]
    head += [
        words["persons_by"].format(edition.rsplit("-", 1)[-1], s.common)
        for edition in (s.edition, s.other)
    ]
    printed = [
        (
            name,
            forms.exact(row.persons, s.language) + (CARRIED if carried else ""),
            share_cell(row.share, s.language),
            _number(row.persons_common, s.language),
            _number(row.persons_other, s.language),
        )
        for name, row, carried in zip(short, frame.itertuples(), repeated, strict=True)
    ]
    table = Table(
        id="corridors",
        caption=line("corridors-caption"),
        head=tuple(head),
        rows=tuple(printed),
        note=line("corridors-note"),
        signs={forms.DASH: words["signs"]["not_listed"], CARRIED: words["signs"]["carried"]},
    )
    return frame, table


def _by_pair(rows: pd.DataFrame) -> dict[tuple[str, str], int]:
    pairs = zip(rows["origin"].astype(str), rows["destination"].astype(str), strict=True)
    return dict(zip(pairs, rows["both"].astype(int), strict=True))


def _number(value: Any, language: str) -> str:
    return forms.exact(None if pd.isna(value) else int(value), language)


def places_table(s: Space, labels: Labels, line: Line) -> tuple[pd.DataFrame, Table]:
    """Return who sends and who receives inside the space, as rows and as a table.

    Parameters
    ----------
    s
        The space.
    labels
        Labels of the language.
    line
        Renders a section of the words as plain text.

    Returns
    -------
    tuple of DataFrame and Table
        Rows ``place, part_out, whole_out, part_in, whole_in`` (persons: emigrants inside and all,
        immigrants from inside and all), those with most people inside first; the table has
        `LONGEST` of them at most.
    """
    at = {"edition": s.edition, "year": s.year}
    sent = spaces.by_place(s.from_here(**at), pairs=s.pairs, end="origin")
    received = spaces.by_place(s.into_here(**at), pairs=s.pairs, end="destination")
    every = pd.Index(sorted({*s.origins, *s.destinations}), name="place")
    frame = pd.DataFrame(
        {
            f"{count}_{way}": rows[count].astype("Int64")
            for way, counts in (("out", sent), ("in", received))
            for rows in (counts.set_index("place").reindex(every),)
            for count in ("part", "whole")
        }
    ).reset_index()
    frame["both"] = frame["part_out"].fillna(0) + frame["part_in"].fillna(0)
    # A circuit whose sides have no place in common is read side by side: those who send first.
    apart = not set(s.origins) & set(s.destinations)
    frame["second"] = apart & frame["place"].isin(s.destinations)
    order = ["second", "both", "place"]
    frame = frame.sort_values(order, ascending=[True, False, True], ignore_index=True)
    frame = frame.drop(columns=["both", "second"])
    words = labels["table"]
    frozen = set(s.inside_at(**at).loc[lambda rows: rows["frozen"], "destination"].astype(str))
    printed = [
        (
            places.place(row.place).name,
            _number(row.whole_out, s.language),
            _share(row.part_out, row.whole_out, s.language),
            _number(row.whole_in, s.language) + (CARRIED if row.place in frozen else ""),
            _share(row.part_in, row.whole_in, s.language),
        )
        for row in frame.head(LONGEST).itertuples()
    ]
    table = Table(
        id="places",
        caption=line("places-caption"),
        head=(
            words["place"],
            words["emigrants"],
            words["inside_out"],
            words["immigrants"],
            words["inside_in"],
        ),
        rows=tuple(printed),
        note=line("places-note"),
        signs={
            forms.DASH: words["signs"]["nothing" if s.is_bloc else "nothing_on_side"],
            CARRIED: words["signs"]["divided"],
        },
    )
    return frame, table


def _share(part: Any, whole: Any, language: str) -> str:
    # Where no corridor from or to the space is listed there may be people all the same.
    known_here = not pd.isna(whole) and int(whole) > 0 and int(part) > 0
    return share_cell(int(part) / int(whole) if known_here else None, language)


def where_bars(s: Space, words: Labels) -> pd.DataFrame:
    """Return where the emigrants live, as ranked bars take it.

    Parameters
    ----------
    s
        The space.
    words
        Labels of the chart: ``inside`` and ``rest_of``.

    Returns
    -------
    DataFrame
        ``code, name, persons, printed, status, subject``, a row for the inside and one for each
        region.
    """
    table = elsewhere(s)
    whole = int(table["persons"].sum())
    own = own_regions(s)
    return pd.DataFrame(
        {
            "code": table["where"],
            "name": [
                words["inside"]
                if where == spaces.INSIDE
                else words["rest_of"].format(where)
                if where in own
                else where
                for where in table["where"]
            ],
            "persons": table["persons"],
            "printed": [
                f"{forms.percent(n / whole, s.language)} ({forms.exact(n, s.language)})"
                for n in table["persons"]
            ],
            "status": "listed",
            "subject": table["where"] == spaces.INSIDE,
        }
    )


def paired(compared: pd.DataFrame) -> pd.DataFrame:
    """Name the columns of `compared` as a chart of two shares wants them.

    Parameters
    ----------
    compared
        As from `compared`.

    Returns
    -------
    DataFrame
        The same rows with ``first``, ``second``, ``first_printed`` and ``second_printed``.
    """
    return compared.rename(
        columns={
            "emigrants": "first",
            "immigrants": "second",
            "emigrants_printed": "first_printed",
            "immigrants_printed": "second_printed",
        }
    )


def both_keys(words: Labels) -> dict[str, str]:
    """Return what the two points of a chart of both shares are called.

    Parameters
    ----------
    words
        Labels of the chart: ``first_share`` and ``second_share``.

    Returns
    -------
    dict of str to str
        By ``first`` and ``second``.
    """
    return {"first": words["first_share"], "second": words["second_share"]}


def compared(s: Space, words: Labels) -> pd.DataFrame:
    """Return both shares of every bloc and circuit in the year, sorted by the first.

    Parameters
    ----------
    s
        The space, whose row is marked as ``subject``.
    words
        Labels of the chart: ``circuit``.

    Returns
    -------
    DataFrame
        ``code, name, emigrants, immigrants`` (shares), as printed, ``circuit`` and
        ``subject``, with the members of the year.
    """
    rows = s.tables.world
    rows = rows[
        (rows["edition"] == s.edition)
        & (rows["year"] == s.year)
        & rows["measure"].isin(MEASURES.values())
        & rows["variant"].isin([DATED, PAPER])
        & (rows["whole"] > 0)
    ]
    wide = (
        rows.assign(value=rows["part"] / rows["whole"])
        .astype({"group": str, "measure": str})
        .pivot(index="group", columns="measure", values="value")
        .dropna()
    )
    every = known.every()
    frame = pd.DataFrame(
        {
            "code": wide.index,
            "name": [
                every[name].short
                if name in blocs.every()
                else words["circuit"].format(every[name].short)
                for name in wide.index
            ],
            "emigrants": wide[MEASURES["emigrants"]].to_numpy(),
            "immigrants": wide[MEASURES["immigrants"]].to_numpy(),
            "circuit": [name not in blocs.every() for name in wide.index],
        }
    )
    frame["subject"] = frame["code"] == s.id
    for side in MEASURES:
        frame[f"{side}_printed"] = [forms.percent(value, s.language) for value in frame[side]]
    return frame.sort_values(["emigrants", "code"], ascending=[False, True], ignore_index=True)
