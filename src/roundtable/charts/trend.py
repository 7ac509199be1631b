"""Trend: the stock over time, one line an edition."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from roundtable.charts.end_labels import at_the_edge, beside, free_beside, printed_end
from roundtable.charts.figure import figure, require
from roundtable.charts.lettering import LABEL, balanced, text_width, wrap
from roundtable.charts.look import EDGE, GREY, LEADING, MUTED, NARROW, RULE, TICK, WIDE
from roundtable.charts.sheet import Words, note, sheet
from roundtable.charts.ticks import fitting, spread, step
from roundtable.charts.trend_lines import Line, lines_of, traces_of

COLUMNS = ("edition", "label", "year", "persons", "printed", "kind", "subject")
BODY = {WIDE: 260, NARROW: 240}  # pixels
BESIDE = {WIDE: 0.33, NARROW: 0.3}  # part of the width that a label at the end may take


@dataclass(frozen=True)
class Break:
    """A year at which the method of the figures changes.

    Parameters
    ----------
    year
        The year of the first figure after the change.
    label
        What changed, in a few words.
    """

    year: float
    label: str


def stock_over_time(
    series: pd.DataFrame,
    *,
    words: Words,
    id: str,
    breaks: Sequence[Break] = (),
    unit: str = "",
) -> go.Figure:
    """Draw a stock over time, one line for each edition, labelled at its end.

    The edition of the briefing is solid in the accent colour; others are dashed. An interval
    that ends in a figure carried forward is dotted and ends in a hollow point. A year without
    a figure is a gap in the line: a year counts as missing where another edition has it, or
    where its row has no ``persons``.

    Parameters
    ----------
    series
        ``edition``, ``label`` (its name), ``year``, ``persons`` (nullable), ``printed``,
        ``kind`` (``measured``, ``carried-forward``, ``disputed``, ...) and ``subject``
        (whether it is the edition of the briefing). With a column ``jump``, the line is broken
        before each year in which it is true: figures of two methods are not joined.
    words
        Title, measure, source, alternative text. ``labels["carried_forward"]``, where given,
        explains the dotted line below the chart.
    id
        Id of the figure.
    breaks
        Changes of method, drawn as a thin vertical line with its label.
    unit
        What stands behind each number of the axis, such as ``%``.

    Returns
    -------
    plotly.graph_objects.Figure
        For each edition a trace of lines, one of dotted lines where needed, one of points.

    Raises
    ------
    DataError
        If columns are missing, there are no rows, or no row has a figure.
    """
    require(series, COLUMNS, chart=id)
    require(series[series["persons"].notna()], COLUMNS, chart=id)
    lines = lines_of(series)
    years = sorted({int(year) for year in series["year"]})
    traces = [trace for line in lines for trace in traces_of(line)]
    keys = []
    if any(any(line.carried) for line in lines) and words.labels.get("carried_forward"):
        keys.append(f"○ ···  {words.labels['carried_forward']}")
    wide, narrow = (
        _layout(lines, years=years, words=words, width=width, breaks=breaks, keys=keys, unit=unit)
        for width in (WIDE, NARROW)
    )
    return figure(traces, words=words, id=id, wide=wide, narrow=narrow)


def _layout(
    lines: list[Line],
    *,
    years: list[int],
    words: Words,
    width: int,
    breaks: Sequence[Break],
    keys: Sequence[str],
    unit: str,
) -> dict[str, Any]:
    highest = max(value for line in lines for value in line.persons if value is not None)
    gap = step(highest, whole=not unit)
    top = max(gap, math.ceil(highest / gap) * gap)
    ceiling = top * 1.04  # a little above the last gridline
    tickformat = "~s" if top >= 1_000_000 else ","
    widest = f"{top:,.0f}{unit}" if gap >= 1 else f"{top:.2f}{unit}"
    # The widest tick decides the room on the left: "1.5M" or "45,000".
    left = EDGE + 8 + text_width("1.5M" if tickformat == "~s" else widest, size=TICK)
    in_year = words.labels.get("in_year", "")
    names = [
        (
            balanced(line.label, width=BESIDE[width] * width, size=LABEL, bold=True),
            wrap(printed_end(line, end=years[-1], in_year=in_year), width=BESIDE[width] * width),
        )
        for line in lines
    ]
    # Whether a label stands beside its line depends on the width of the axis, which the labels at
    # the edge leave: they are at most a third of the chart.
    axis = width - left - EDGE - 16 - BESIDE[width] * width
    room_of = [free_beside(line, lines, years=years, room=axis) for line in lines]
    if all(room_of):
        room_of = [None] * len(lines)
    late = [
        item for item, free in zip(zip(lines, names, strict=True), room_of, strict=True) if not free
    ]
    early = [(line, free) for line, free in zip(lines, room_of, strict=True) if free]
    right = (
        EDGE
        + 16
        + max(
            text_width(text, bold=bold)
            for _, name in late
            for part, bold in zip(name, (True, False), strict=True)
            for text in part
        )
    )
    heights = [(len(name) + len(value)) * LABEL * LEADING + 4 for _, (name, value) in late]
    # Labels that are higher than the lines need would hang over the axis below.
    body = max(BODY[width], sum(heights))
    layout = sheet(words, width=width, body=body, left=left, right=right, below=26, keys=keys)
    shapes: list[dict[str, Any]] = []
    wanted = [body * line.persons[line.last] / ceiling for line, _ in late]
    for (line, (name, value)), middle in zip(
        late, spread(wanted, heights, low=0, high=body), strict=True
    ):
        label, leader = at_the_edge(line, name, value, y=middle / body * ceiling, end=years[-1])
        layout["annotations"].append(label)
        shapes += leader
    layout["annotations"] += [
        beside(
            line,
            printed_end(line, end=years[-1], in_year=in_year),
            free=free,
            rise=body * line.persons[line.last] / ceiling,
            body=body,
        )
        for line, free in early
    ]
    layout["annotations"] += _break_labels(
        breaks, years=years, width=width, room=width - left - right
    )
    layout["shapes"] = shapes + [
        {
            "type": "line",
            "x0": item.year,
            "x1": item.year,
            "y0": 0,
            "y1": 1,
            "xref": "x",
            "yref": "paper",
            "layer": "below",
            "line": {"color": GREY, "width": 1, "dash": "dot"},
        }
        for item in breaks
    ]
    span = max(years[-1] - years[0], 1)
    layout["xaxis"] = {
        "range": [years[0] - 0.03 * span, years[-1] + 0.01 * span],
        "tickmode": "array",
        "tickvals": fitting(years, room=width - left - right, size=TICK),
        "tickformat": "d",
        "ticks": "outside",
        "tickcolor": GREY,
        "tickfont": {"size": TICK, "color": MUTED},
        "showline": True,
        "linecolor": GREY,
    }
    layout["yaxis"] = {
        "range": [0, ceiling],
        # plotly prints a suffix behind ticks of equal steps only, not behind a list of ticks.
        "tickmode": "linear",
        "tick0": 0,
        "dtick": gap,
        "tickformat": tickformat,
        "ticksuffix": unit,
        "tickfont": {"size": TICK, "color": MUTED},
        "showgrid": True,
        "gridcolor": RULE,
    }
    return layout


def _break_labels(
    breaks: Sequence[Break], *, years: list[int], width: int, room: float
) -> list[dict[str, Any]]:
    """Label the breaks at the top, one below the other where they would touch."""
    first, last = years[0], years[-1]
    notes: list[dict[str, Any]] = []
    taken: list[tuple[float, float, float]] = []  # left, right and foot, in pixels
    for item in sorted(breaks, key=lambda item: item.year):
        early = item.year <= (first + last) / 2
        lines = wrap(item.label, width=0.3 * width, size=TICK)
        wide = 5 + max(text_width(line, size=TICK) for line in lines)
        x = (item.year - first) / max(last - first, 1) * room
        start, end = (x, x + wide) if early else (x - wide, x)
        drop = max((foot for a, b, foot in taken if a < end and start < b), default=0.0)
        taken.append((start, end, drop + len(lines) * TICK * LEADING + 2))
        side = "left" if early else "right"
        notes.append(
            note(
                lines,
                size=TICK,
                x=item.year,
                y=1,
                xref="x",
                yref="paper",
                yanchor="top",
                xanchor=side,
                align=side,
                xshift=5 if early else -5,
                yshift=-round(drop),
                bgcolor="rgba(255,255,255,0.8)",
            )
        )
    return notes
