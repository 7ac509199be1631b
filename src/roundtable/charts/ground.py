"""The ground of a map: its middle, its view, its land and borders, its arcs."""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from roundtable.charts.cutting import Box, Point, cut, thinned, turned
from roundtable.charts.figure import Trace, scatter_trace
from roundtable.charts.look import EDGE, LAND, NARROW, WIDE
from roundtable.charts.outlines import flattened, outlines

LOWEST, HIGHEST = {WIDE: 250, NARROW: 200}, {WIDE: 400, NARROW: 340}  # pixels
SIDE = {WIDE: (90, 46), NARROW: (64, 46)}  # room for labels around the points, in pixels
CLOSEST = 0.3  # radians: no view is narrower, so that coasts stay recognisable
BEND = 0.17  # height of an arc over its chord
GAP = (math.nan, math.nan)  # between two lines of one trace


def center_of(longitudes: Sequence[float]) -> float:
    """Choose the longitude of the map's middle.

    A part of the world is shown around its own middle, where the projection is least skewed;
    a world map around longitude 0, unless the Pacific in the middle makes it far smaller.
    """
    ordered = sorted(longitudes)
    spread = ordered[-1] - ordered[0]
    gaps = [(east - west, east) for west, east in pairwise(ordered)]
    gap, east_of_gap = max(gaps, default=(0.0, 0.0))
    across = 360 - gap
    if across < spread - 90:
        middle = east_of_gap + across / 2
        return float(round(middle - 360 if middle > 180 else middle))
    return float(round((ordered[0] + ordered[-1]) / 2)) if spread < 100 else 0.0


def arc(origin: Point, destination: Point, *, up: bool) -> list[Point]:
    """Bend a line from origin to destination; lines out bend upwards, lines in downwards.

    Parameters
    ----------
    origin, destination
        Points of the plane.
    up
        Whether it is a line out.

    Returns
    -------
    list of tuple
        25 points of a curve, from the origin to the destination.
    """
    dx, dy = destination[0] - origin[0], destination[1] - origin[1]
    sign = 1 if (dx >= 0) == up else -1
    control = (
        (origin[0] + destination[0]) / 2 - sign * 2 * BEND * dy,
        (origin[1] + destination[1]) / 2 + sign * 2 * BEND * dx,
    )
    steps = 24
    return [
        tuple(
            (1 - t) ** 2 * origin[axis] + 2 * t * (1 - t) * control[axis] + t**2 * destination[axis]
            for axis in (0, 1)
        )
        for t in (step / steps for step in range(steps + 1))
    ]


class View(NamedTuple):
    """What a layout shows of the plane, its height in pixels, and units to a pixel."""

    box: Box
    height: float
    unit: float


def fit(points: Sequence[Point], *, width: int, closest: float) -> View:
    """Fit a view around points, with room for labels, never narrower than ``closest``.

    Parameters
    ----------
    points
        Points of the plane, which the view must hold.
    width
        Of the figure in pixels: `look.WIDE` or `look.NARROW`.
    closest
        Breadth of the plane that a view has at least.
    """
    xs, ys = [x for x, _ in points], [y for _, y in points]
    breadth, height = max(xs) - min(xs), max(ys) - min(ys)
    side, above = SIDE[width]
    across = width - 2 * EDGE
    unit = max(
        breadth / (across - 2 * side), height / (HIGHEST[width] - 2 * above), closest / across
    )
    high = round(min(max(height / unit + 2 * above, LOWEST[width]), HIGHEST[width]))
    x, y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    half, rise = across * unit / 2, high * unit / 2
    return View(Box(x - half, y - rise, x + half, y + rise), high, unit)


def ground(views: Iterable[View], *, center: float, scale: float) -> list[Trace]:
    """Draw land and borders, as far as a view (or a wider screen) can show them.

    Parameters
    ----------
    views
        Those of both layouts, in units of the plane.
    center
        Longitude of the middle of the map, in degrees.
    scale
        Units of the plane to a radian of the globe.
    """
    boxes = [view.box for view in views]
    west, east = min(b.west for b in boxes), max(b.east for b in boxes)
    south, north = min(b.south for b in boxes), max(b.north for b in boxes)
    spare = 0.35 * (east - west)
    window = Box(west - spare, south - 40, east + spare, north + 40)
    traces = []
    for name, closed, look in (
        ("land", True, {"fill": "toself", "fillcolor": LAND, "line": {"width": 0}}),
        ("borders", False, {"line": {"color": "white", "width": 0.8}}),
    ):
        lines = turned(getattr(outlines(), name), center=center, closed=closed)
        flat = flattened(lines, center=center, scale=scale)
        points: list[Point] = []
        for line in cut(flat, window=window, closed=closed):
            thin = thinned(line, least=1.8)
            if closed and len(thin) < 4:
                continue
            points += [GAP] * bool(points) + thin
        # Thousands of points: as arrays they are copied at once and stored as plotly's binary
        # form, half as long as digits. A view has 640 units: `float32` is exact far below one.
        x, y = np.array(points, dtype="float32").reshape(-1, 2).round(1).T
        traces.append(scatter_trace(name=name, x=x, y=y, mode="lines", hoverinfo="skip", **look))
    return traces
