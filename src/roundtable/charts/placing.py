"""Places for labels beside points, so that none covers another or leaves the map."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from roundtable.charts.cutting import Box

CLEAR = 4  # pixels between a point's edge and its label
RINGS = (0, 18, 36)  # further pixels, tried in this order; a label further out needs a leader


@dataclass(frozen=True)
class Tag:
    """A label that wants a place.

    Parameters
    ----------
    x, y
        The point it belongs to, in pixels, y upwards.
    width, height
        Size of the label in pixels.
    away
        Direction (x, y) in which there are fewest lines.
    required
        Whether it is shown even where it has no free place.
    radius
        Radius of the point in pixels.
    """

    x: float
    y: float
    width: float
    height: float
    away: tuple[float, float]
    required: bool
    radius: float


def place(
    tags: Sequence[Tag],
    *,
    window: Box,
    taken: Sequence[Box] = (),
    crossed: Sequence[tuple[float, float]] = (),
) -> list[Box | None]:
    """Find a rectangle for each label, the first labels first.

    Parameters
    ----------
    tags
        Labels, the most important first.
    window
        What labels must stay inside, in pixels.
    taken
        Rectangles that labels must leave free.
    crossed
        Points along lines: of the free places, the one that covers fewest is taken.

    Returns
    -------
    list of Box or None
        The rectangle of each label; None where it would cover another and is not required.

    Examples
    --------
    >>> tag = Tag(x=50, y=50, width=20, height=10, away=(1, 0), required=False, radius=5)
    >>> place([tag], window=Box(0, 0, 100, 100))
    [Box(west=59, south=45.0, east=79, north=55.0)]
    """
    lines = np.array(crossed, dtype=float).reshape(-1, 2)
    used = list(taken)
    places: list[Box | None] = []
    for tag in tags:
        boxes: list[Box] = []
        chosen = None
        for ring in RINGS:
            around = [_inside(box, window) for box in _candidates(tag, clear=CLEAR + ring)]
            free = [box for box in around if _free(box, _between(tag, box), used)]
            chosen = min(free, key=lambda box: _crossed(box, lines), default=None)
            boxes += around
            if chosen is not None:
                break
        if chosen is None and tag.required:
            chosen = min(boxes, key=lambda box: sum(_overlap(box, other) for other in used))
        places.append(chosen)
        if chosen is not None:
            used.append(chosen)
    return places


def leader(tag: Tag, box: Box) -> bool:
    """Tell whether a label stands so far from its point that a thin line must tie them.

    Examples
    --------
    >>> tag = Tag(x=50, y=50, width=20, height=10, away=(1, 0), required=False, radius=5)
    >>> leader(tag, Box(59, 45, 79, 55)), leader(tag, Box(77, 45, 97, 55))
    (False, True)
    """
    dx = max(box.west - tag.x, tag.x - box.east, 0)
    dy = max(box.south - tag.y, tag.y - box.north, 0)
    return math.hypot(dx, dy) > tag.radius + CLEAR + RINGS[1] / 2


def _candidates(tag: Tag, *, clear: float) -> list[Box]:
    """Give the eight places around a point, those away from the lines first."""
    x, y, width, height = tag.x, tag.y, tag.width, tag.height
    clear += tag.radius
    slant = clear * 0.7
    corners = {
        (1.0, 0.0): (x + clear, y - height / 2),
        (-1.0, 0.0): (x - clear - width, y - height / 2),
        (0.0, 1.0): (x - width / 2, y + clear),
        (0.0, -1.0): (x - width / 2, y - clear - height),
        (0.7, 0.7): (x + slant, y + slant),
        (0.7, -0.7): (x + slant, y - slant - height),
        (-0.7, 0.7): (x - slant - width, y + slant),
        (-0.7, -0.7): (x - slant - width, y - slant - height),
    }
    order = sorted(corners, key=lambda side: -(side[0] * tag.away[0] + side[1] * tag.away[1]))
    return [
        Box(corners[s][0], corners[s][1], corners[s][0] + width, corners[s][1] + height)
        for s in order
    ]


def _between(tag: Tag, box: Box) -> list[tuple[float, float]]:
    """Give points along the way from the edge of a point to its label."""
    x = min(max(tag.x, box.west), box.east)
    y = min(max(tag.y, box.south), box.north)
    length = math.hypot(x - tag.x, y - tag.y)
    if length <= tag.radius + CLEAR:
        return []
    shares = [share / 8 for share in range(1, 8) if share / 8 * length > tag.radius + 1]
    return [(tag.x + share * (x - tag.x), tag.y + share * (y - tag.y)) for share in shares]


def _free(box: Box, way: Sequence[tuple[float, float]], used: Sequence[Box]) -> bool:
    """Tell whether neither a label nor the way to it meets what is drawn already."""
    return not any(_overlap(box, other) or _holds(other, way) for other in used)


def _holds(box: Box, points: Sequence[tuple[float, float]]) -> bool:
    return any(box.west <= x <= box.east and box.south <= y <= box.north for x, y in points)


def _crossed(box: Box, points: np.ndarray) -> int:
    x, y = points.T
    return int(((box.west <= x) & (x <= box.east) & (box.south <= y) & (y <= box.north)).sum())


def _inside(box: Box, window: Box) -> Box:
    """Move a rectangle back into the window."""
    dx = max(window.west - box.west, 0) or min(window.east - box.east, 0)
    dy = max(window.south - box.south, 0) or min(window.north - box.north, 0)
    return Box(box.west + dx, box.south + dy, box.east + dx, box.north + dy)


def _overlap(one: Box, other: Box) -> float:
    wide = min(one.east, other.east) - max(one.west, other.west)
    high = min(one.north, other.north) - max(one.south, other.south)
    return wide * high if wide > 0 and high > 0 else 0.0
