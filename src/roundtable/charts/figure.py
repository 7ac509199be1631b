"""Figures put together from traces and two layouts: one for a page, one for a telephone.

Both widths (`look.WIDE`, `look.NARROW`) have a layout of their own, because plotly does not wrap
text. The wide one is the figure's own. The narrow one stands in ``layout.meta["narrow"]`` as the
top-level keys that replace it; a page shows it with
``Plotly.react(div, data, {...layout, ...layout.meta.narrow})`` where the space for the figure
is less than `look.NARROW_BELOW` pixels. A layout suits its own width and any greater one; the
widths of texts are estimated generously enough for the wide one to hold from there on. All that
differs between the two (line breaks, labels, margins, ranges) is therefore kept in the layout and
never in the traces.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from roundtable.charts.lettering import LABEL
from roundtable.charts.look import EDGE, TEMPLATE, TICK
from roundtable.charts.sheet import Words
from roundtable.errors import DataError

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

    Parameters
    ----------
    frame
        What the chart is drawn from.
    columns
        Names that it must have; others may stand beside them.
    chart
        Name of the chart, for the error.

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
