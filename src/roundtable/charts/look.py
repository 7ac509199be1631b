"""One look for every chart: colours, type, title block, source line, escaping.

A figure is laid out twice, for a page (`WIDE`) and for a telephone (`NARROW`), because
plotly does not wrap text. The wide layout is the figure's own. The narrow one stands in
``layout.meta["narrow"]`` as the top-level keys that replace it; a page shows it with
``Plotly.react(div, data, {...layout, ...layout.meta.narrow})`` where the space for the figure
is less than `NARROW_BELOW` pixels. A layout suits its own width and any greater one; the
widths of texts are estimated generously enough for the wide one to hold from `NARROW_BELOW`
on. All that differs between the two (line breaks, labels,
margins, ranges) is therefore kept in the layout and never in the traces.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import plotly.io as pio

from roundtable.charts.lettering import LABEL, balanced, printed, wrap
from roundtable.errors import DataError

ACCENT = "#0b5fa5"
SECOND = "#b5541c"
INK = "#1f2933"
MUTED = "#52606d"
GREY = "#8d99a5"
LIGHT = "#c9d0d7"
RULE = "#e4e8eb"
LAND = "#e6eaed"

# Arial stands before DejaVu: where neither of the first two is installed, Linux would
# otherwise set everything in DejaVu, whose wide letters suit screens better than pages.
FONTS = '"Source Sans 3", "Noto Sans", Arial, "DejaVu Sans", sans-serif'

WIDE = 640  # the room between the margins of A4
NARROW = 360
NARROW_BELOW = 560
EDGE = 8  # pixels between the figure's border and its text

TITLE, MEASURE, TICK, SOURCE = 17, 13, 12, 11
LEADING = 1.3  # plotly's own line height

CONFIG: dict[str, Any] = {
    "displaylogo": False,
    "responsive": True,
    "typesetMath": False,
    "modeBarButtons": [["toImage"]],
    "toImageButtonOptions": {"format": "png", "scale": 2},
}


@dataclass(frozen=True)
class Words:
    """What a chart says, in the language of the briefing, as plain text.

    Parameters
    ----------
    title
        The finding, a sentence.
    measure
        What is measured, and its unit.
    source
        Source line.
    alt
        Alternative text: what somebody who does not see the chart must know.
    labels
        Further words a chart may need, by name (each chart lists them).
    """

    title: str
    measure: str
    source: str
    alt: str
    labels: Mapping[str, str] = field(default_factory=dict)


def note(
    lines: Sequence[str],
    *,
    size: float = LABEL,
    bold: bool = False,
    color: str = MUTED,
    **place: Any,
) -> dict[str, Any]:
    """Build an annotation: escaped lines of text without an arrow, set left unless told."""
    return {
        "text": printed(lines, bold=bold),
        "showarrow": False,
        "xanchor": "left",
        "align": "left",
        "borderpad": 0,
        "font": {"size": size, "color": color},
        **place,
    }


def sheet(
    words: Words,
    *,
    width: int,
    body: float,
    left: float = EDGE,
    right: float = EDGE,
    below: float = 0,
    keys: Sequence[str] = (),
) -> dict[str, Any]:
    """Lay out title, measure, keys and source around a body of a given height.

    Parameters
    ----------
    words
        The words of the chart.
    width
        Width in pixels to lay out for (`WIDE` or `NARROW`).
    body
        Height of the plotting area in pixels.
    left, right
        Room in pixels beside the plotting area.
    below
        Room in pixels for the axis under the plotting area.
    keys
        Lines between the axis and the source that explain signs in the chart.

    Returns
    -------
    dict
        Layout keys ``title``, ``margin``, ``height``, ``annotations``.
    """
    room = width - 2 * EDGE
    size = TITLE if width >= NARROW_BELOW else TITLE - 1
    title = balanced(words.title, width=room, size=size, bold=True)
    measure = wrap(words.measure, width=room, size=MEASURE)
    key_lines = [line for key in keys for line in wrap(key, width=room, size=TICK)]
    source = wrap(words.source, width=room, size=SOURCE)
    title_height = len(title) * size * LEADING
    measure_height = len(measure) * MEASURE * LEADING
    keys_height = len(key_lines) * TICK * LEADING + (4 if key_lines else 0)
    source_height = len(source) * SOURCE * LEADING
    shift = {"x": 0, "xref": "paper", "xshift": EDGE - left, "yref": "paper"}
    top = 10 + title_height + 4 + measure_height + 18
    annotations = [
        note(measure, size=MEASURE, y=1, yanchor="bottom", yshift=18, **shift),
        note(source, size=SOURCE, y=0, yanchor="top", yshift=-(below + 12 + keys_height), **shift),
    ]
    if key_lines:
        annotations.append(
            note(key_lines, size=TICK, y=0, yanchor="top", yshift=-(below + 10), **shift)
        )
    bottom = below + 12 + keys_height + source_height + 8
    return {
        "title": {
            "text": printed(title, bold=True),
            "font": {"size": size, "color": INK},
            "x": 0,
            "xref": "container",
            "xanchor": "left",
            "y": 1,
            "yref": "container",
            # Plotly moves a title of one line down by the height of its capitals, but not one
            # of several: counted from its first baseline, both start at the same height.
            "yanchor": "bottom",
            "pad": {"l": EDGE, "b": -round(10 + 0.8 * size)},
        },
        "margin": {
            "l": round(left),
            "r": round(right),
            "t": round(top),
            "b": round(bottom),
            "pad": 0,
            "autoexpand": False,
        },
        "height": round(top + body + bottom),
        "annotations": annotations,
    }


Trace = dict[str, Any]
"""A trace as plotly's figures take it."""


def scatter_trace(**about: Any) -> Trace:
    """Describe points or a line."""
    return {"type": "scatter", **about}


def bar_trace(**about: Any) -> Trace:
    """Describe bars."""
    return {"type": "bar", **about}


def figure(
    traces: Sequence[Trace],
    *,
    words: Words,
    id: str,
    wide: Mapping[str, Any],
    narrow: Mapping[str, Any],
) -> go.Figure:
    """Assemble a figure from traces and its two layouts.

    Parameters
    ----------
    traces
        As from `scatter_trace` and `bar_trace`.
    words
        The words of the chart; they are carried unescaped in ``layout.meta``.
    id
        Id of the figure, given by the caller.
    wide, narrow
        Layout keys for `WIDE` and for `NARROW`.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure, with ``layout.meta`` holding ``id``, ``alt``, ``title``, ``measure``,
        ``source`` and ``narrow``.
    """
    meta = {
        "id": id,
        "alt": words.alt,
        "title": words.title,
        "measure": words.measure,
        "source": words.source,
        "narrow": {key: value for key, value in narrow.items() if value != wide.get(key)},
    }
    # Empty lists are left out, as plotly leaves them out of figures that it checks.
    layout = {"template": TEMPLATE, "meta": meta} | {k: v for k, v in wide.items() if v != []}
    # plotly's check of every property takes six times as long as all the rest. What is drawn here
    # is written here: `tests/notebooks` has plotly check every figure of every notebook instead.
    return go.Figure(data=list(traces), layout=layout, _validate=False)


def require(frame: pd.DataFrame, columns: Iterable[str], *, chart: str) -> None:
    """Check that a frame has the columns that a chart needs.

    Raises
    ------
    DataError
        If columns are missing or the frame has no rows.
    """
    missing = [column for column in columns if column not in frame.columns]
    if missing:
        raise DataError(
            f"`{chart}` cannot be drawn: its table has no column "
            f"{', '.join(repr(column) for column in missing)}. "
            f"It has {', '.join(repr(str(column)) for column in frame.columns)}."
        )
    if frame.empty:
        raise DataError(f"`{chart}` cannot be drawn: its table has no rows.")


def known(value: object) -> bool:
    """Tell whether a cell holds a value (missing is not zero)."""
    return bool(pd.notna(value))


TEMPLATE = go.layout.Template(
    layout={
        "font": {"family": FONTS, "size": LABEL, "color": INK},
        "paper_bgcolor": "white",
        "plot_bgcolor": "white",
        "autosize": True,
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": False,
        "separators": ".,",
        "hoverlabel": {
            "bgcolor": "white",
            "bordercolor": LIGHT,
            "font": {"family": FONTS, "size": TICK, "color": INK},
        },
        "modebar": {"bgcolor": "rgba(0,0,0,0)", "color": LIGHT, "activecolor": MUTED},
        "xaxis": {"fixedrange": True, "showgrid": False, "zeroline": False},
        "yaxis": {"fixedrange": True, "showgrid": False, "zeroline": False},
    }
)
pio.templates["roundtable"] = TEMPLATE


def _load_plotly() -> None:
    """Draw a figure with every part that charts use, and forget it.

    plotly imports the class of a part when a figure first has one: so that comes with the
    import of this package, and not with the first chart of a briefing.
    """
    font, rule = {"font": {"size": LABEL}}, {"line": {"width": 1}}
    parts = [
        scatter_trace(x=[0], y=[0], marker=rule, **rule),
        bar_trace(x=[0], y=[0], marker={**rule, "pattern": {"size": 6}}, textfont={"size": LABEL}),
    ]
    axis = {"tickfont": {"size": TICK}}
    layout = {"annotations": [font], "shapes": [rule], "title": {**font, "pad": {"l": EDGE}}}
    layout |= {"margin": {"l": EDGE}, "xaxis": axis, "yaxis": axis, "template": TEMPLATE}
    go.Figure(data=parts, layout=layout)


_load_plotly()
