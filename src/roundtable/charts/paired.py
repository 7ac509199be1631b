"""Paired shares: two shares of each of many, on one scale."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from roundtable.charts.figure import Trace, figure, require, scatter_trace
from roundtable.charts.lettering import LABEL, plain
from roundtable.charts.look import ACCENT, EDGE, GREY, LEADING, MUTED, NARROW, RULE, TICK, WIDE
from roundtable.charts.rows import named, names_axis
from roundtable.charts.sheet import Words, sheet

COLUMNS = ("code", "name", "first", "second", "first_printed", "second_printed", "subject")
PITCH = 18  # pixels from row to row: thirty fit on a page with their words


def paired_shares(frame: pd.DataFrame, *, words: Words, id: str) -> go.Figure:
    """Draw two shares of each row as a filled and a hollow point, joined by a line.

    Parameters
    ----------
    frame
        One row each, the first on top: ``code``, ``name``, ``first`` and ``second`` (0 to 1),
        both as ``…_printed``, ``subject`` (whether it is what the briefing is about).
    words
        Title, measure, source, alternative text. ``labels["first"]`` and
        ``labels["second"]`` name the two shares in the key below.
    id
        Id of the figure.

    Returns
    -------
    plotly.graph_objects.Figure
        A trace of joining lines, and one of points for each share.

    Raises
    ------
    DataError
        If columns are missing or there are no rows.
    """
    require(frame, COLUMNS, chart=id)
    rows = frame.reset_index(drop=True).to_dict("records")
    traces = [_lines(rows), *(_points(rows, share, words) for share in ("second", "first"))]
    wide, narrow = (_layout(rows, words=words, width=width) for width in (WIDE, NARROW))
    return figure(traces, words=words, id=id, wide=wide, narrow=narrow)


def _lines(rows: list[dict[str, Any]]) -> Trace:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for place, row in enumerate(rows):
        xs += [100 * row["first"], 100 * row["second"], None]
        ys += [place, place, None]
    return scatter_trace(
        name="between",
        x=xs,
        y=ys,
        mode="lines",
        line={"color": RULE, "width": 3},
        hoverinfo="skip",
    )


def _points(rows: list[dict[str, Any]], share: str, words: Words) -> Trace:
    name = words.labels.get(share, share)
    colors = [ACCENT if row["subject"] else GREY for row in rows]
    return scatter_trace(
        name=plain(name),
        x=[100 * row[share] for row in rows],
        y=list(range(len(rows))),
        mode="markers",
        marker={
            "size": 10,
            "color": colors if share == "first" else ["white"] * len(rows),
            "line": {"color": colors, "width": 2},
        },
        hoverinfo="text",
        hovertext=[
            f"{plain(row['name'])}, {plain(name)}: {plain(row[f'{share}_printed'])}" for row in rows
        ],
        cliponaxis=False,
    )


def _layout(rows: list[dict[str, Any]], *, words: Words, width: int) -> dict[str, Any]:
    names = named(rows, room=0.42 * width)
    tallest = max(len(lines) for lines in names.lines)
    pitch = max(PITCH, tallest * LABEL * LEADING + 2)
    keys = [
        f"{sign}  {words.labels[share]}"
        for sign, share in (("●", "first"), ("○", "second"))
        if words.labels.get(share)
    ]
    right = EDGE + 12
    layout = sheet(
        words,
        width=width,
        body=pitch * len(rows),
        left=names.left,
        right=right,
        below=24,
        keys=keys,
    )
    layout["xaxis"] = {
        "range": [0, 100],
        # plotly prints a suffix behind ticks of equal steps only, not behind a list of ticks.
        "tickmode": "linear",
        "tick0": 0,
        "dtick": 25,
        "ticksuffix": "%",
        "tickfont": {"size": TICK, "color": MUTED},
        "showgrid": True,
        "gridcolor": RULE,
        "zeroline": False,
    }
    layout["yaxis"] = names_axis(rows, names)
    return layout
