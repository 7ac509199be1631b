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
FONTS = "Source Sans 3, Noto Sans, Arial, DejaVu Sans, sans-serif"

WIDE = 640  # the room between the margins of A4
NARROW = 360
NARROW_BELOW = 560
EDGE = 8  # pixels between the figure's border and its text

TITLE, MEASURE, LABEL, TICK, SOURCE = 17, 13, 13, 12, 11
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


def plain(text: str) -> str:
    """Escape a text so that plotly prints it as it stands.

    Plotly reads tags (``<b>``, ``<a href>``), ``%{...}`` templates and, where MathJax is on
    the page as in JupyterLab, TeX between dollar signs.

    Examples
    --------
    >>> plain("R&D <b>")
    'R&amp;D &lt;b&gt;'
    >>> plain("US$ 5 %{x}")
    'US&#36; 5 &#37;{x}'
    """
    line = " ".join(str(text).split())
    for sign, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("$", "&#36;")):
        line = line.replace(sign, entity)
    return line.replace("%{", "&#37;{")


def text_width(text: str, *, size: float = LABEL, bold: bool = False) -> float:
    """Estimate the width of a text in pixels, on the wide side of the fonts in `FONTS`.

    Examples
    --------
    >>> text_width("iii") < text_width("nnn") < text_width("WWW")
    True
    """
    total = 0.0
    for sign in text:
        if sign in "iljI.,;:'|!()[] ftr-’":
            total += 0.36
        elif sign in "mwMW%@—…→":
            total += 0.92
        elif ord(sign) > 0x2E80:
            total += 1.0
        elif sign.isupper() or sign == "&":
            total += 0.70
        else:
            total += 0.58
    return total * size * (1.07 if bold else 1.0)


def wrap(text: str, *, width: float, size: float = LABEL, bold: bool = False) -> list[str]:
    """Break a text into lines that fit a width in pixels.

    A word wider than a line is cut, so that nothing is ever clipped.

    Examples
    --------
    >>> wrap("Bosnia and Herzegovina", width=110)
    ['Bosnia and', 'Herzegovina']
    """
    lines: list[str] = []
    line = ""
    for word in str(text).split():
        trial = f"{line} {word}".strip()
        if text_width(trial, size=size, bold=bold) <= width:
            line = trial
            continue
        if line:
            lines.append(line)
        while text_width(word, size=size, bold=bold) > width and len(word) > 1:
            end = len(word) - 1
            while end > 1 and text_width(word[:end], size=size, bold=bold) > width:
                end -= 1
            lines.append(word[:end])
            word = word[end:]
        line = word
    return [*lines, line] if line or not lines else lines


def balanced(text: str, *, width: float, size: float, bold: bool = False) -> list[str]:
    """Break a text into as few lines as `wrap`, of about the same length.

    Examples
    --------
    >>> wrap("the largest community that any country reports", width=290, size=13)
    ['the largest community that any country', 'reports']
    >>> balanced("the largest community that any country reports", width=290, size=13)
    ['the largest community', 'that any country reports']
    """
    lines = wrap(text, width=width, size=size, bold=bold)
    for percent in range(50, 100, 5):
        narrower = wrap(text, width=width * percent / 100, size=size, bold=bold)
        if len(narrower) == len(lines):
            return narrower
    return lines


def printed(lines: Iterable[str], *, bold: bool = False) -> str:
    """Join lines into one escaped text for plotly."""
    text = "<br>".join(plain(line) for line in lines)
    return f"<b>{text}</b>" if bold else text


def note(
    lines: Sequence[str], *, size: float = LABEL, bold: bool = False, color: str = MUTED, **place: Any
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


def figure(
    traces: Sequence[go.Scatter | go.Bar],
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
        Plotly traces.
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
    return go.Figure(data=list(traces), layout={"template": TEMPLATE, "meta": meta, **wide})


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
