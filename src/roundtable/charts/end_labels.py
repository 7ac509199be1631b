"""Labels of the lines of a trend: at the right edge, or beside a line that ends long before it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from roundtable.charts.lettering import LABEL, plain, wrap
from roundtable.charts.look import GREY, LEADING
from roundtable.charts.sheet import note
from roundtable.charts.trend_lines import Line

EARLY = 0.3
"""A line that ends in the first part of the axis, this far from the right edge, has its label
beside its last point: tied to the edge, it would look like a level that lasts until then."""

NEEDED = 80  # pixels: a label of words broken into lines is not cut in them

BESIDE = 8  # pixels between a point and the label beside it


def printed_end(line: Line, *, end: int, in_year: str) -> str:
    """Return the last figure of a line, with its year where other lines go on.

    Parameters
    ----------
    line
        The line.
    end
        Last year of the chart.
    in_year
        Puts figure and year together, such as ``{} in {}``; empty leaves the figure alone.
    """
    last = line.years[line.last]
    figure = line.printed[line.last]
    return in_year.format(figure, last) if in_year and last != end else figure


@dataclass(frozen=True)
class Free:
    """The room beside the last point of a line that ends early.

    Attributes
    ----------
    wide
        Its width in pixels.
    left
        Whether it lies on the left of the point, where the line comes from.
    """

    wide: float
    left: bool


def free_beside(line: Line, lines: Sequence[Line], *, years: list[int], room: float) -> Free | None:
    """Find the room for a label beside a line that ends long before the chart does.

    Parameters
    ----------
    line
        The line.
    lines
        All lines: those that begin later limit the room on the right.
    years
        Years of the chart, in order.
    room
        Width of the axis in pixels.

    Returns
    -------
    Free or None
        None where the line ends late, or where a label would have to be cut.
    """
    last = line.years[line.last]
    year = room / max(years[-1] - years[0], 1)
    if (years[-1] - last) * year <= EARLY * room:
        return None
    following = min((other.years[0] for other in lines if other.years[0] > last), default=last)
    sides = [Free((last - years[0]) * year, True), Free((following - last) * year, False)]
    widest = max(sides, key=lambda side: side.wide)
    return Free(widest.wide - BESIDE, widest.left) if widest.wide >= NEEDED else None


def at_the_edge(
    line: Line, name: list[str], value: list[str], *, y: float, end: int
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return the label of a line at the right edge, and what ties it to a line that ends before.

    Parameters
    ----------
    line
        The line.
    name, value
        Its name and last figure, broken into lines of text.
    y
        Where the label stands.
    end
        Last year of the chart.
    """
    label = note([], color=line.color, x=end, y=y, xref="x", yref="y", xshift=12)
    leader = {
        "type": "line",
        "x0": line.years[line.last],
        "y0": line.persons[line.last],
        "x1": end,
        "y1": y,
        "layer": "below",
        # Solid and grey: a dotted line in the colour of the edition would look like a figure.
        "line": {"color": GREY, "width": 0.8},
    }
    tied = line.years[line.last] != end
    return label | {"text": _text(name, value)}, [leader] if tied else []


def beside(line: Line, printed: str, *, free: Free, rise: float, body: float) -> dict[str, Any]:
    """Return the label of a line that ends early, beside its last point, off its own course.

    Parameters
    ----------
    line
        The line.
    printed
        Its last figure, as from `printed_end`.
    free
        The room, as from `free_beside`.
    rise, body
        Height of the last point and of the chart's body in pixels.
    """
    name = wrap(line.label, width=free.wide, bold=True)
    value = wrap(printed, width=free.wide)
    high = (len(name) + len(value)) * LABEL * LEADING
    known = [figure for figure in line.persons if figure is not None]
    grows = len(known) < 2 or known[-1] >= known[-2]
    # The line comes from the left: above it where it rises, below it where it falls. On either
    # side the label keeps off the axis and within the top of the chart.
    above = grows if free.left else not grows
    if rise < high + BESIDE:
        above = True
    elif rise + high + BESIDE > body:
        above = False
    return note(
        [],
        color=line.color,
        x=line.years[line.last],
        y=line.persons[line.last],
        xref="x",
        yref="y",
        xanchor="right" if free.left else "left",
        align="right" if free.left else "left",
        yanchor="bottom" if above else "top",
        xshift=0 if free.left else BESIDE,
        yshift=BESIDE if above else -BESIDE,
        bgcolor="rgba(255,255,255,0.8)",
    ) | {"text": _text(name, value)}


def _text(name: list[str], value: list[str]) -> str:
    bold = "<br>".join(plain(part) for part in name)
    return "<br>".join([f"<b>{bold}</b>", *(plain(part) for part in value)])
