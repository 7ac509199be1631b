"""Trend: the stock over time, one line an edition."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from roundtable.charts.look import (
    ACCENT,
    EDGE,
    GREY,
    LABEL,
    LEADING,
    LIGHT,
    MUTED,
    NARROW,
    RULE,
    SECOND,
    TICK,
    WIDE,
    Words,
    figure,
    known,
    note,
    plain,
    require,
    sheet,
    text_width,
    wrap,
)

COLUMNS = ("edition", "label", "year", "persons", "printed", "kind", "subject")
CARRIED_FORWARD = "carried forward"
BODY = {WIDE: 300, NARROW: 240}  # pixels


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


@dataclass(frozen=True)
class _Line:
    """One edition: its points in order, missing years as ``None``."""

    label: str
    years: list[int]
    persons: list[float | None]
    printed: list[str]
    carried: list[bool]
    color: str
    dash: str

    @property
    def last(self) -> int:
        """Place of the last point that has a figure."""
        return max(place for place, value in enumerate(self.persons) if value is not None)


def stock_over_time(
    series: pd.DataFrame, *, words: Words, id: str, breaks: Sequence[Break] = ()
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
        ``kind`` (``measured``, ``carried forward``, ``disputed``, ...) and ``subject``
        (whether it is the edition of the briefing).
    words
        Title, measure, source, alternative text. ``labels["carried_forward"]``, where given,
        explains the dotted line below the chart.
    id
        Id of the figure.
    breaks
        Changes of method, drawn as a thin vertical line with its label.

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
    lines = _lines(series)
    years = sorted({int(year) for year in series["year"]})
    traces = [trace for line in lines for trace in _traces(line)]
    keys = []
    if any(any(line.carried) for line in lines) and words.labels.get("carried_forward"):
        keys.append(f"○ ···  {words.labels['carried_forward']}")
    wide, narrow = (
        _layout(lines, years=years, words=words, width=width, breaks=breaks, keys=keys)
        for width in (WIDE, NARROW)
    )
    return figure(traces, words=words, id=id, wide=wide, narrow=narrow)


def _lines(series: pd.DataFrame) -> list[_Line]:
    years = sorted({int(year) for year in series["year"]})
    # The subject is drawn last, over the others.
    order = sorted(
        series.groupby("edition", sort=False), key=lambda item: bool(item[1]["subject"].any())
    )
    others = [SECOND, GREY, MUTED, LIGHT]
    lines = []
    for _, rows in order:
        if rows["persons"].isna().all():
            continue
        subject = bool(rows["subject"].any())
        cells = {int(row["year"]): row for row in rows.to_dict("records") if known(row["persons"])}
        inside = [year for year in years if min(cells) <= year <= max(cells)]
        lines.append(
            _Line(
                label=str(rows["label"].iloc[0]),
                years=inside,
                persons=[float(cells[y]["persons"]) if y in cells else None for y in inside],
                printed=[str(cells[y]["printed"]) if y in cells else "" for y in inside],
                carried=[y in cells and cells[y]["kind"] == CARRIED_FORWARD for y in inside],
                color=ACCENT if subject else others[min(len(lines), len(others) - 1)],
                dash="solid" if subject else "dash",
            )
        )
    return lines


def _traces(line: _Line) -> list[go.Scatter]:
    firm: tuple[list[Any], list[Any]] = ([], [])
    dotted: tuple[list[Any], list[Any]] = ([], [])
    pairs = zip(line.years, line.persons, line.carried, strict=True)
    before: tuple[int, float | None] | None = None
    for year, value, carried in pairs:
        if before is not None and before[1] is not None and value is not None:
            xs, ys = dotted if carried else firm
            if xs and xs[-1] == before[0]:
                xs.append(year)
                ys.append(value)
            else:
                xs.extend([*([None] if xs else []), before[0], year])
                ys.extend([*([None] if ys else []), before[1], value])
        before = (year, value)
    width = 3 if line.dash == "solid" else 2
    traces = []
    for (xs, ys), dash in ((firm, line.dash), (dotted, "dot")):
        if xs:
            traces.append(
                go.Scatter(
                    name=plain(line.label),
                    x=xs,
                    y=ys,
                    mode="lines",
                    line={"color": line.color, "width": width, "dash": dash},
                    connectgaps=False,
                    hoverinfo="skip",
                    cliponaxis=False,
                )
            )
    shown = [place for place, value in enumerate(line.persons) if value is not None]
    traces.append(
        go.Scatter(
            name=plain(line.label),
            x=[line.years[place] for place in shown],
            y=[line.persons[place] for place in shown],
            mode="markers",
            marker={
                "size": 8 if line.dash == "solid" else 6,
                "color": ["white" if line.carried[place] else line.color for place in shown],
                "line": {"color": line.color, "width": 2},
            },
            hoverinfo="text",
            hovertext=[
                f"{plain(line.label)}, {line.years[place]}: {plain(line.printed[place])}"
                for place in shown
            ],
            cliponaxis=False,
        )
    )
    return traces


def _layout(
    lines: list[_Line],
    *,
    years: list[int],
    words: Words,
    width: int,
    breaks: Sequence[Break],
    keys: Sequence[str],
) -> dict[str, Any]:
    body = BODY[width]
    highest = max(value for line in lines for value in line.persons if value is not None)
    step = _step(highest)
    top = max(step, math.ceil(highest / step) * step)
    ceiling = top * 1.04  # a little above the last gridline
    ticks = [step * place for place in range(round(top / step) + 1)]
    tickformat = "~s" if top >= 1_000_000 else ","
    # The widest tick decides the room on the left: "1.5M" or "45,000".
    left = EDGE + 8 + text_width("1.5M" if tickformat == "~s" else f"{top:,.0f}", size=TICK)
    names = [
        (wrap(line.label, width=0.3 * width, bold=True), wrap(
            line.printed[line.last], width=0.3 * width
        ))
        for line in lines
    ]
    right = EDGE + 16 + max(
        text_width(text, bold=bold) for name in names for part, bold in zip(name, (True, False), strict=True) for text in part
    )
    layout = sheet(words, width=width, body=body, left=left, right=right, below=26, keys=keys)
    shapes = []
    heights = [(len(name) + len(value)) * LABEL * LEADING + 4 for name, value in names]
    wanted = [body * line.persons[line.last] / ceiling for line in lines]
    for line, (name, value), middle in zip(
        lines, names, _spread(wanted, heights, low=0, high=body), strict=True
    ):
        y = middle / body * ceiling
        layout["annotations"].append(_end_label(line, name, value, y=y, end=years[-1]))
        if line.years[line.last] != years[-1]:
            shapes.append(_leader(line, y=y, end=years[-1]))
    layout["annotations"] += [
        note(
            wrap(item.label, width=0.3 * width, size=TICK),
            size=TICK,
            x=item.year,
            y=1,
            xref="x",
            yref="paper",
            yanchor="top",
            xanchor="left" if item.year <= (years[0] + years[-1]) / 2 else "right",
            align="left" if item.year <= (years[0] + years[-1]) / 2 else "right",
            xshift=5 if item.year <= (years[0] + years[-1]) / 2 else -5,
            bgcolor="rgba(255,255,255,0.8)",
        )
        for item in breaks
    ]
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
        "tickvals": _fitting(years, room=width - left - right),
        "tickformat": "d",
        "ticks": "outside",
        "tickcolor": GREY,
        "tickfont": {"size": TICK, "color": MUTED},
        "showline": True,
        "linecolor": GREY,
    }
    layout["yaxis"] = {
        "range": [0, ceiling],
        "tickmode": "array",
        "tickvals": ticks,
        "tickformat": tickformat,
        "tickfont": {"size": TICK, "color": MUTED},
        "showgrid": True,
        "gridcolor": RULE,
    }
    return layout


def _end_label(
    line: _Line, name: list[str], value: list[str], *, y: float, end: int
) -> dict[str, Any]:
    label = note([], color=line.color, x=end, y=y, xref="x", yref="y", xshift=12)
    bold = "<br>".join(plain(part) for part in name)
    return label | {"text": "<br>".join([f"<b>{bold}</b>", *(plain(part) for part in value)])}


def _leader(line: _Line, *, y: float, end: int) -> dict[str, Any]:
    """Tie a label to a line that ends before the others."""
    return {
        "type": "line",
        "x0": line.years[line.last],
        "y0": line.persons[line.last],
        "x1": end,
        "y1": y,
        "layer": "below",
        "line": {"color": line.color, "width": 0.8, "dash": "dot"},
    }


def _step(highest: float) -> float:
    """Find a round step that gives three to five gridlines."""
    if highest <= 4:
        return 1
    raw = highest / 4
    power = 10 ** math.floor(math.log10(raw))
    return next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= raw)


def _spread(
    wanted: Sequence[float], heights: Sequence[float], *, low: float, high: float
) -> list[float]:
    """Push labels apart, from the lowest up and then back below the top.

    Examples
    --------
    >>> _spread([50.0, 55.0], [20.0, 20.0], low=0, high=200)
    [42.5, 62.5]
    """
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    middles = list(wanted)
    for below, above in zip(order, order[1:], strict=False):
        need = (heights[below] + heights[above]) / 2
        lack = need - (middles[above] - middles[below])
        if lack > 0:
            middles[below] -= lack / 2
            middles[above] += lack / 2
    floor = low
    for place in order:
        middles[place] = max(middles[place], floor + heights[place] / 2)
        floor = middles[place] + heights[place] / 2
    ceiling = high + 20
    for place in reversed(order):
        middles[place] = min(middles[place], ceiling - heights[place] / 2)
        ceiling = middles[place] - heights[place] / 2
    return middles


def _fitting(years: list[int], *, room: float) -> list[int]:
    """Choose the years whose labels fit side by side; the last always stays."""
    each = text_width("2000", size=TICK) + 6
    span = max(years[-1] - years[0], 1)
    kept = [years[-1]]
    for year in reversed(years[:-1]):
        if (kept[-1] - year) / span * room >= each:
            kept.append(year)
    return kept[::-1]
