"""Named rows, one below the other: what charts of bars and of points share."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from roundtable.charts.lettering import printed, text_width, wrap
from roundtable.charts.look import EDGE, RULE

GAP = 6  # pixels between a name and the axis, and between a bar and its value


class Names(NamedTuple):
    """Names of the rows in lines, and the room in pixels that they take left of the axis."""

    lines: list[list[str]]
    left: float


def named(rows: Sequence[dict[str, Any]], *, room: float) -> Names:
    """Break the names of rows into lines.

    Parameters
    ----------
    rows
        Each with ``name`` and ``subject`` (set in bold).
    room
        Pixels that a line may take.
    """
    lines = [wrap(row["name"], width=room, bold=bool(row["subject"])) for row in rows]
    widest = max(
        text_width(line, bold=bool(row["subject"]))
        for row, own in zip(rows, lines, strict=True)
        for line in own
    )
    return Names(lines, EDGE + GAP + widest)


def names_axis(rows: Sequence[dict[str, Any]], names: Names) -> dict[str, Any]:
    """Return the layout of a vertical axis with a name at each row, the first on top."""
    return {
        "range": [len(rows) - 0.5, -0.5],
        "tickmode": "array",
        "tickvals": list(range(len(rows))),
        "ticktext": [
            printed(lines, bold=bool(row["subject"]))
            for row, lines in zip(rows, names.lines, strict=True)
        ],
        "ticks": "outside",
        "ticklen": GAP,
        "tickcolor": "rgba(0,0,0,0)",
        "showline": True,
        "linecolor": RULE,
    }
