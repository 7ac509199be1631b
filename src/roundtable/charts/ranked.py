"""Ranked bars: who comes first, and who is missing from this edition."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from roundtable.charts.figure import bar_trace, figure, known, require
from roundtable.charts.lettering import LABEL, plain, text_width, wrap
from roundtable.charts.look import ACCENT, EDGE, GREY, INK, LEADING, LIGHT, MUTED, NARROW, WIDE
from roundtable.charts.rows import GAP, named, names_axis
from roundtable.charts.sheet import Words, note, sheet

COLUMNS = ("code", "name", "persons", "printed", "status", "subject")
PITCH = 24  # pixels from row to row
SPACE = 4  # pixels between the lines of two rows, at least


def ranked_bars(frame: pd.DataFrame, *, words: Words, id: str) -> go.Figure:
    """Draw horizontal bars in the order of the rows, the first on top.

    A row that this edition does not list is outlined and hatched: its length is the figure of
    another edition, which its printed label has to say. Origin unknown ("others") is lighter.

    Parameters
    ----------
    frame
        One row a bar: ``code``, ``name``, ``persons`` (nullable; no bar where missing),
        ``printed`` (the label), ``status`` (``listed``, ``not_listed`` or ``others``),
        ``subject`` (whether it is what the briefing is about).
    words
        Title, measure, source, alternative text.
    id
        Id of the figure.

    Returns
    -------
    plotly.graph_objects.Figure
        One bar trace for each look that occurs.

    Raises
    ------
    DataError
        If columns are missing or there are no rows.
    """
    require(frame, COLUMNS, chart=id)
    rows = frame.reset_index(drop=True).to_dict("records")
    traces = [
        bar_trace(
            name=name,
            orientation="h",
            x=[_length(rows[place]) for place in places],
            y=places,
            width=0.62,
            marker=_marker(name),
            hoverinfo="text",
            hovertext=[f"{plain(rows[p]['name'])}: {plain(rows[p]['printed'])}" for p in places],
        )
        for name, places in _groups(rows).items()
    ]
    return figure(
        traces,
        words=words,
        id=id,
        wide=_layout(rows, words=words, width=WIDE),
        narrow=_layout(rows, words=words, width=NARROW),
    )


def _length(row: Mapping[str, Any]) -> float:
    # A row without a figure still has its place and its words, but no bar.
    return float(row["persons"]) if known(row["persons"]) else 0.0


def _groups(rows: list[dict[str, Any]]) -> dict[str, list[int]]:
    groups: dict[str, list[int]] = {}
    for place, row in enumerate(rows):
        role = "subject" if row["subject"] else "context"
        name = role if row["status"] == "listed" else f"{role}, {row['status']}"
        groups.setdefault(name, []).append(place)
    return groups


def _marker(name: str) -> dict[str, Any]:
    color = ACCENT if name.startswith("subject") else GREY
    if name.endswith("not_listed"):
        return {
            "color": "white",
            "line": {"color": color, "width": 1.2},
            "pattern": {
                "shape": "/",
                "size": 6,
                "solidity": 0.22,
                "fgcolor": color,
                "bgcolor": "white",
            },
        }
    if name.endswith("others") and not name.startswith("subject"):
        return {"color": LIGHT}
    return {"color": color}


def _layout(rows: list[dict[str, Any]], *, words: Words, width: int) -> dict[str, Any]:
    names = named(rows, room=0.3 * width)
    labels = [wrap(row["printed"], width=0.34 * width, bold=bool(row["subject"])) for row in rows]
    longest = max((_length(row) for row in rows), default=0.0) or 1.0
    full = _room_for_bars(rows, labels, longest=longest, room=width - names.left - EDGE)
    right = width - names.left - full
    lines = [max(len(name), len(label)) for name, label in zip(names.lines, labels, strict=True)]
    layout = sheet(
        words, width=width, body=_pitch(lines) * len(rows), left=names.left, right=right, below=2
    )
    layout["annotations"] += [
        note(
            label,
            bold=bool(row["subject"]),
            color=INK if row["subject"] else MUTED,
            x=_length(row),
            y=place,
            xref="x",
            yref="y",
            xshift=GAP,
        )
        for place, (row, label) in enumerate(zip(rows, labels, strict=True))
    ]
    layout["xaxis"] = {"range": [0, longest], "visible": False}
    layout["yaxis"] = names_axis(rows, names)
    layout["barmode"] = "overlay"
    return layout


def _pitch(lines: list[int]) -> float:
    """Find the distance of rows at which no two neighbours touch.

    A row of two lines between rows of one reaches into the room that these leave: it does not
    move all others apart.

    Examples
    --------
    >>> _pitch([1, 1, 1]), round(_pitch([1, 2, 1]), 1), round(_pitch([1, 2, 2]), 1)
    (24, 29.4, 37.8)
    """
    return max(PITCH, *((a + b) / 2 * LABEL * LEADING + SPACE for a, b in pairwise([1, *lines, 1])))


def _room_for_bars(
    rows: list[dict[str, Any]], labels: list[list[str]], *, longest: float, room: float
) -> float:
    """Find the length in pixels of the longest bar, so that every value fits behind its bar."""
    full = room
    for row, label in zip(rows, labels, strict=True):
        share = _length(row) / longest
        needed = GAP + 4 + max(text_width(line, bold=bool(row["subject"])) for line in label)
        if share > 0:
            full = min(full, (room - needed) / share)
    return max(full, 0.2 * room)
