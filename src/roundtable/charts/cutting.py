"""Lines and rings cut to a rectangle, and thinned, before they are written into a map."""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

Point = tuple[float, float]


class Box(NamedTuple):
    """A rectangle: west, south, east and north (or left, bottom, right and top)."""

    west: float
    south: float
    east: float
    north: float


class Lines(NamedTuple):
    """Many lines as one array: what is asked of all of them is asked at once."""

    points: np.ndarray
    """One row a point, of x and y (or longitude and latitude)."""
    lengths: np.ndarray
    """Points of each line; none is empty."""

    @classmethod
    def of(cls, lines: Sequence[Sequence[Point] | np.ndarray]) -> "Lines":
        """Put lines together."""
        every = [np.asarray(line, dtype=float).reshape(-1, 2) for line in lines if len(line)]
        points = np.concatenate(every) if every else np.empty((0, 2))
        return cls(points, np.array([len(line) for line in every], dtype=int))

    def boxes(self) -> tuple[np.ndarray, np.ndarray]:
        """Return the lower and the upper corner of the rectangle around each line."""
        if not len(self.lengths):
            return np.empty((0, 2)), np.empty((0, 2))
        first = np.cumsum(self.lengths) - self.lengths
        return tuple(
            extreme.reduceat(self.points, first, axis=0) for extreme in (np.minimum, np.maximum)
        )


def turned(lines: Lines, *, center: float, closed: bool) -> Lines:
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
    Lines
        Lines with longitudes within 180 degrees of ``center``.
    """
    if center == 0:
        return lines
    window = Box(center - 180, -90, center + 180, 90)
    across = [
        Lines(lines.points + np.array([turn, 0]), lines.lengths)
        for turn in (0, math.copysign(360, center))
    ]
    return Lines.of([line for part in across for line in cut(part, window=window, closed=closed)])


def cut(lines: Lines, *, window: Box, closed: bool) -> list[list[Point]]:
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
    >>> square = Lines.of([[(0, 0), (4, 0), (4, 4), (0, 4)]])
    >>> cut(square, window=Box(2, -9, 9, 9), closed=True)
    [[(2.0, 0.0), (4.0, 0.0), (4.0, 4.0), (2.0, 4.0)]]
    """
    lowest, highest = lines.boxes()
    near, far = (window.west, window.south), (window.east, window.north)
    meets = ((highest >= near) & (lowest <= far)).all(axis=1).tolist()
    whole = ((lowest >= near) & (highest <= far)).all(axis=1).tolist()
    points: list[Point] = list(zip(*lines.points.T.tolist(), strict=True))
    ends = np.cumsum(lines.lengths).tolist()
    kept: list[list[Point]] = []
    for start, end, met, inside in zip([0, *ends], ends, meets, whole, strict=False):
        if not met:
            continue
        line = points[start:end]
        if inside:
            kept.append(line)
        else:
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

    Parameters
    ----------
    line
        Points, one at least.
    least
        Distance, in the unit of the points.

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
