"""Outlines of land and borders, projected and cut to the view of a map.

The maps are drawn as plain lines and areas on hidden axes, not with plotly's geo subplot.
Plotly's own base layers fetch their outlines from a server unless a second script is loaded
before it, which JupyterLab does not allow; ``scattergeo`` areas of our own would be filled
inside out wherever a ring winds the wrong way on the sphere. Here a map is five or six
``scatter`` traces: it works from a file, in JupyterLab and in static export alike, labels can
be placed by the pixel, and only what the view shows is written into the figure.
"""

import json
import math
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import accumulate, islice
from typing import Any, NamedTuple

import numpy as np

from roundtable import paths
from roundtable.errors import DataError

Point = tuple[float, float]
UNITS_PER_DEGREE = 100


class Outlines(NamedTuple):
    """Lines of longitude and latitude in degrees: rings of land, and borders."""

    land: tuple[tuple[Point, ...], ...]
    borders: tuple[tuple[Point, ...], ...]


class Box(NamedTuple):
    """A rectangle: west, south, east and north (or left, bottom, right and top)."""

    west: float
    south: float
    east: float
    north: float


@lru_cache(maxsize=1)
def outlines() -> Outlines:
    """Read the outlines of the world, once.

    Returns
    -------
    Outlines
        Rings of land and lines between countries, as points of longitude and latitude.

    Raises
    ------
    DataError
        If the file is missing or is no outline file.
    """
    path = paths.geo() / "outlines.json"
    try:
        coded = json.loads(path.read_text(encoding="utf-8"))
        return Outlines(*(tuple(map(_decode, coded[name])) for name in Outlines._fields))
    except (OSError, ValueError, KeyError) as cause:
        raise DataError(
            f"The map outlines in '{path}' cannot be read ({cause}). "
            "The file is part of the project: restore it, or make it anew as the README.md "
            "beside it says."
        ) from cause


def _decode(steps: Sequence[int]) -> tuple[Point, ...]:
    longitudes = accumulate(steps[0::2])
    latitudes = accumulate(steps[1::2])
    return tuple(
        (x / UNITS_PER_DEGREE, y / UNITS_PER_DEGREE)
        for x, y in zip(longitudes, latitudes, strict=True)
    )


RADIAN = math.pi / 180
"""One degree."""


def project(longitude: Any, latitude: Any, *, center: float = 0.0) -> tuple[Any, Any]:
    """Project a place with Natural Earth I (Šavrič, Jenny, Patterson, Petrovič and Hurni 2011).

    Parameters
    ----------
    longitude, latitude
        Degrees: numbers, or arrays of them.
    center
        Longitude of the middle of the map, in degrees.

    Returns
    -------
    tuple of float, or of arrays
        x and y in radians of the globe; x runs from about -2.74 to 2.74.

    Examples
    --------
    >>> project(0, 0)
    (0.0, 0.0)
    >>> x, y = project(180, 0)
    >>> round(x, 4)
    2.7354
    """
    phi = latitude * RADIAN
    square = phi * phi
    fourth = square * square
    length = (
        0.8707
        - 0.131979 * square
        + fourth * (-0.013791 + fourth * (0.003971 * square - 0.001529 * fourth))
    )
    height = phi * (
        1.007226
        + square * (0.015085 + fourth * (-0.044475 + 0.028874 * square - 0.005916 * fourth))
    )
    return (longitude - center) * RADIAN * length, height


def flattened(
    lines: Sequence[Sequence[Point]], *, center: float, scale: float
) -> list[list[Point]]:
    """Project whole lines, all points at once.

    Parameters
    ----------
    lines
        Lines of longitude and latitude in degrees.
    center
        As in `project`.
    scale
        Times by which x and y are larger than radians of the globe.

    Examples
    --------
    >>> flattened([[(0, 0), (180, 0)], []], center=0, scale=100)[0][0]
    (0.0, 0.0)
    """
    points = np.array([point for line in lines for point in line], dtype=float).reshape(-1, 2)
    x, y = project(points[:, 0], points[:, 1], center=center)
    flat = iter(zip((scale * x).tolist(), (scale * y).tolist(), strict=True))
    return [list(islice(flat, len(line))) for line in lines]


def around(longitude: float, *, center: float) -> float:
    """Give a longitude within 180 degrees of the middle of the map.

    Examples
    --------
    >>> around(-170, center=150)
    190
    >>> around(20, center=0)
    20
    """
    while longitude < center - 180:
        longitude += 360
    while longitude > center + 180:
        longitude -= 360
    return longitude


def turned(lines: Sequence[Sequence[Point]], *, center: float, closed: bool) -> list[list[Point]]:
    """Cut lines at the edges of a map whose middle is not at longitude 0.

    Parameters
    ----------
    lines
        Lines of longitude and latitude between -180 and 180 degrees.
    center
        Longitude of the middle of the map, in degrees.
    closed
        Whether the lines are rings (areas) that are to stay closed.

    Returns
    -------
    list of list of tuple
        Lines with longitudes within 180 degrees of ``center``.
    """
    if center == 0:
        return [list(line) for line in lines]
    window = Box(center - 180, -90, center + 180, 90)
    offset = math.copysign(360, center)
    shifted = [[(x + turn, y) for x, y in line] for line in lines for turn in (0, offset)]
    return cut(shifted, window=window, closed=closed)


def cut(lines: Sequence[Sequence[Point]], *, window: Box, closed: bool) -> list[list[Point]]:
    """Cut lines or rings to a rectangle.

    Parameters
    ----------
    lines
        Lines of points.
    window
        What is kept.
    closed
        Rings stay closed along the rectangle's edge (Sutherland and Hodgman); open lines are
        split into the parts that have a point inside.

    Returns
    -------
    list of list of tuple
        The parts inside; empty ones are left out.

    Examples
    --------
    >>> square = [(0, 0), (4, 0), (4, 4), (0, 4)]
    >>> cut([square], window=Box(2, -9, 9, 9), closed=True)
    [[(2.0, 0.0), (4, 0), (4, 4), (2.0, 4.0)]]
    """
    kept = []
    for line in lines:
        xs = [x for x, _ in line]
        ys = [y for _, y in line]
        if max(xs) < window.west or min(xs) > window.east:
            continue
        if max(ys) < window.south or min(ys) > window.north:
            continue
        whole = window.west <= min(xs) and max(xs) <= window.east
        if whole and window.south <= min(ys) and max(ys) <= window.north:
            kept.append(list(line))
            continue
        kept += [_cut_ring(line, window)] if closed else _split(line, window)
    return [line for line in kept if len(line) > (2 if closed else 1)]


def _cut_ring(ring: Sequence[Point], window: Box) -> list[Point]:
    sides: list[tuple[int, float, Callable[[float], bool]]] = [
        (0, window.west, lambda value: value >= window.west),
        (0, window.east, lambda value: value <= window.east),
        (1, window.south, lambda value: value >= window.south),
        (1, window.north, lambda value: value <= window.north),
    ]
    points = list(ring)
    for axis, edge, inside in sides:
        result: list[Point] = []
        for before, after in zip(points[-1:] + points[:-1], points, strict=True):
            if inside(before[axis]) != inside(after[axis]):
                result.append(_crossing(before, after, axis=axis, edge=edge))
            if inside(after[axis]):
                result.append(after)
        points = result
    return points


def _crossing(before: Point, after: Point, *, axis: int, edge: float) -> Point:
    share = (edge - before[axis]) / (after[axis] - before[axis])
    return (
        before[0] + share * (after[0] - before[0]),
        before[1] + share * (after[1] - before[1]),
    )


def _split(line: Sequence[Point], window: Box) -> list[list[Point]]:
    """Keep each stretch of a line that is inside, with one point beyond at either end."""
    inside = [
        window.west <= x <= window.east and window.south <= y <= window.north for x, y in line
    ]
    parts: list[list[Point]] = [[]]
    for place, point in enumerate(line):
        if any(inside[max(place - 1, 0) : place + 2]):
            parts[-1].append(point)
        elif parts[-1]:
            parts.append([])
    return parts


def thinned(line: Sequence[Point], *, least: float) -> list[Point]:
    """Leave out points closer to the one before than ``least``; the ends stay.

    Examples
    --------
    >>> thinned([(0, 0), (0.1, 0), (1, 0)], least=0.5)
    [(0, 0), (1, 0)]
    """
    kept = [line[0]]
    for point in line[1:-1]:
        if math.dist(point, kept[-1]) >= least:
            kept.append(point)
    if len(line) > 1:
        kept.append(line[-1])
    return kept
