"""The sheet that a chart stands on: title, measure, keys and source around its body."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from roundtable.charts.lettering import LABEL, balanced, printed, wrap
from roundtable.charts.look import (
    EDGE,
    INK,
    LEADING,
    MEASURE,
    MUTED,
    NARROW_BELOW,
    SOURCE,
    TICK,
    TITLE,
)


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
    """Build an annotation: escaped lines of text without an arrow, set left unless told.

    Parameters
    ----------
    lines
        Text of each line, not escaped.
    size
        Of the letters, in pixels.
    bold, color
        Their look.
    **place
        Further keys of the annotation, or others in place of these: where it stands.
    """
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
