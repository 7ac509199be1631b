"""Stacked bars: how a whole divides, year by year, with a seam where the source changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from roundtable.charts.figure import bar_trace, figure, require
from roundtable.charts.lettering import LABEL, plain, text_width
from roundtable.charts.look import (
    ACCENT,
    EDGE,
    GREY,
    INK,
    LEADING,
    LIGHT,
    MUTED,
    NARROW,
    RULE,
    SECOND,
    TICK,
    WIDE,
)
from roundtable.charts.sheet import Words, note, sheet

COLUMNS = ("bar", "section", "part", "share", "printed")
TEAL = "#3f8a83"
PALE = "#8db4d6"
SAND = "#e3d3ae"
COLORS = (ACCENT, SECOND, TEAL, PALE, SAND, LIGHT, "white")
"""By part, in order, neighbours told apart by lightness too; the last is for what is not known,
and outlined."""

DARK = (ACCENT, SECOND, TEAL)
"""On these a label is white."""

Rows = Sequence[dict[str, Any]]
"""Parts of bars, by column."""

PITCH = 26  # pixels from bar to bar
LEGIBLE = 0.07  # share of the whole, from which a label fits into its part
SEAM = 1.4  # bars between two sections: their names stand there


@dataclass(frozen=True)
class _Bars:
    """Bars with their places from the top, and the places of the sections' names."""

    places: dict[tuple[str, str], float]
    names: list[tuple[str, float]]
    height: float


def stacked_bars(
    frame: pd.DataFrame, *, words: Words, id: str, parts: Sequence[tuple[str, str]]
) -> go.Figure:
    """Draw one horizontal bar a row of the whole, divided into parts of 0 to 1.

    Bars of different sections stand apart, with a line between them: their sources cannot be
    compared.

    Parameters
    ----------
    frame
        One row a part of a bar: ``bar`` (its label), ``section`` (name of the source, the bars
        of one together and in order), ``part`` (key), ``share`` (0 to 1) and ``printed``.
    words
        Title, measure, source, alternative text.
    id
        Id of the figure.
    parts
        Key and name of each part, seven at most, in the order from the left; the last is drawn
        as not known.

    Returns
    -------
    plotly.graph_objects.Figure
        One bar trace for each part.

    Raises
    ------
    DataError
        If columns are missing or there are no rows.
    ValueError
        If a part has no name, or there are more parts than colours.
    """
    require(frame, COLUMNS, chart=id)
    unknown = set(frame["part"]) - {key for key, _ in parts}
    if unknown or len(parts) > len(COLORS):
        raise ValueError(f"`{id}`: unknown parts {sorted(unknown)}, or more than {len(COLORS)}.")
    rows = frame[list(COLUMNS)].to_dict("records")
    bars = _placed(rows)
    colors = [*COLORS[: len(parts) - 1], COLORS[-1]]
    traces = []
    for (key, name), color in zip(parts, colors, strict=True):
        mine = [row for row in rows if row["part"] == key]
        traces.append(
            bar_trace(
                name=name,
                orientation="h",
                x=[row["share"] for row in mine],
                y=[bars.places[row["section"], row["bar"]] for row in mine],
                width=0.72,
                marker={
                    "color": color,
                    "line": {"color": GREY if color == "white" else "white", "width": 0.8},
                },
                text=[row["printed"] if row["share"] >= LEGIBLE else "" for row in mine],
                textposition="inside",
                insidetextanchor="middle",
                textangle=0,
                textfont={"size": TICK, "color": "white" if color in DARK else INK},
                constraintext="none",
                hoverinfo="text",
                hovertext=[
                    f"{plain(row['bar'])}, {plain(name)}: {plain(row['printed'])}" for row in mine
                ],
            )
        )
    wide, narrow = (
        _layout(bars, words=words, width=width, keys=list(zip(parts, colors, strict=True)))
        for width in (WIDE, NARROW)
    )
    return figure(traces, words=words, id=id, wide=wide, narrow=narrow)


def _placed(rows: Rows) -> _Bars:
    places: dict[tuple[str, str], float] = {}
    names = []
    at = 0.0
    sections: dict[str, dict[str, None]] = {}
    for row in rows:
        sections.setdefault(row["section"], {})[row["bar"]] = None
    for section, labels in sections.items():
        at += SEAM if names else 0.9
        names.append((section, at - 0.9))
        for bar in labels:
            places[section, bar] = at
            at += 1
    return _Bars(places, names, at - 0.4)


Keys = Sequence[tuple[tuple[str, str], str]]


def _layout(bars: _Bars, *, words: Words, width: int, keys: Keys) -> dict[str, Any]:
    left = EDGE + 8 + max(text_width(bar) for _, bar in bars.places)
    lines = _key_lines(keys, room=width - 2 * EDGE)
    head = len(lines) * LABEL * LEADING + 14
    body = PITCH * bars.height
    layout = sheet(words, width=width, body=body + head, left=left, right=EDGE, below=4)
    top = -head / PITCH - 0.1
    layout["annotations"].append(
        note([], color=INK, x=0, y=1, xref="paper", yref="paper", yanchor="top",
             xshift=EDGE - left) | {"text": "<br>".join(lines)}
    )  # fmt: skip
    layout["annotations"] += [
        note([name], size=TICK, color=MUTED, x=0, y=place, xref="paper", yref="y")
        for name, place in bars.names
    ]
    layout["shapes"] = [
        {
            "type": "line", "x0": 0, "x1": 1, "xref": "paper", "layer": "below",
            "y0": place - 0.42, "y1": place - 0.42, "yref": "y",
            "line": {"color": GREY, "width": 1, "dash": "dot"},
        }
        for _, place in bars.names[1:]
    ]  # fmt: skip
    layout["barmode"] = "stack"
    layout["xaxis"] = {"range": [0, 1], "visible": False}
    layout["yaxis"] = {
        "range": [bars.height, top],
        "tickmode": "array",
        "tickvals": list(bars.places.values()),
        "ticktext": [plain(bar) for _, bar in bars.places],
        "ticks": "outside",
        "ticklen": 6,
        "tickcolor": "rgba(0,0,0,0)",
        "showline": False,
        "linecolor": RULE,
    }
    return layout


def _key_lines(keys: Keys, *, room: float) -> list[str]:
    """Set the names of the parts, each behind a square in its colour, in lines that fit."""
    lines: list[str] = []
    used = 0.0
    for (_, name), color in keys:
        sign = "□" if color == "white" else "■"
        shade = GREY if color == "white" else color
        text = f'<span style="color:{shade}">{sign}</span> {plain(name)}'
        needed = text_width(f"■ {name}") + 18
        if lines and used + needed <= room:
            lines[-1] += "&nbsp;&nbsp; " + text
            used += needed
        else:
            lines.append(text)
            used = needed
    return lines
