"""Make outlines.json from the world map that the npm package plotly.js carries.

    python convert.py world_50m.json outlines.json

README.md beside this file says where the input comes from.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

UNIT = 100  # hundredths of a degree
TOLERANCE = 0.04  # degrees that a line may move when points are left out
SMALLEST = 0.015  # square degrees; smaller islands are left out
SOUTHERNMOST = -60.0  # Antarctica lies south of it

Point = tuple[float, float]


def arcs(topology: dict) -> list[list[Point]]:
    """Undo TopoJSON's delta coding: lists of longitude and latitude."""
    (scale_x, scale_y), (start_x, start_y) = topology["transform"].values()
    decoded = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            line.append((x * scale_x + start_x, y * scale_y + start_y))
        decoded.append(line)
    return decoded


def simplify(line: list[Point]) -> list[Point]:
    """Leave out points that lie within `TOLERANCE` of the line (Douglas and Peucker)."""
    keep = {0, len(line) - 1}
    spans = [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        far, where = max(
            ((distance(line[i], line[first], line[last]), i) for i in range(first + 1, last)),
            default=(0.0, 0),
        )
        if far > TOLERANCE:
            keep.add(where)
            spans += [(first, where), (where, last)]
    return [line[place] for place in sorted(keep)]


def distance(point: Point, start: Point, end: Point) -> float:
    """Distance of a point from a stretch of line, in degrees."""
    (px, py), (x, y) = point, start
    dx, dy = end[0] - x, end[1] - y
    length = dx * dx + dy * dy
    along = max(0.0, min(1.0, ((px - x) * dx + (py - y) * dy) / length)) if length else 0.0
    return ((px - x - along * dx) ** 2 + (py - y - along * dy) ** 2) ** 0.5


def rings(geometry: dict) -> Iterator[list[int]]:
    """Yield the rings of a geometry as lists of arc numbers."""
    for part in geometry.get("geometries", []):
        yield from rings(part)
    polygons = geometry.get("arcs", [])
    for polygon in [polygons] if geometry["type"] == "Polygon" else polygons:
        yield from polygon


def area(ring: list[Point]) -> float:
    """Area of a ring in square units."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))) / 2


def unwrapped(ring: list[Point]) -> list[list[Point]]:
    """Split a ring that crosses the 180th meridian into rings that end there."""
    whole: list[Point] = []
    turn = 0
    for place, (x, y) in enumerate(ring):
        if place:
            step = x - ring[place - 1][0]
            turn += 360 * UNIT * ((step < -180 * UNIT) - (step > 180 * UNIT))
        whole.append((x + turn, y))
    parts = []
    for shift in (-360 * UNIT, 0, 360 * UNIT):
        part = [(x + shift, y) for x, y in whole]
        for edge, side in ((180 * UNIT, 1), (-180 * UNIT, -1)):
            part = clipped(part, edge=edge, side=side)
        if part:
            parts.append([*part, part[0]])
    return parts


def clipped(ring: list[Point], *, edge: int, side: int) -> list[Point]:
    """Cut off what lies beyond a meridian (Sutherland and Hodgman)."""
    kept: list[Point] = []
    for before, after in zip(ring[-1:] + ring[:-1], ring, strict=True):
        inside = [side * (point[0] - edge) <= 0 for point in (before, after)]
        if inside[0] != inside[1]:
            share = (edge - before[0]) / (after[0] - before[0])
            kept.append((edge, round(before[1] + share * (after[1] - before[1]))))
        if inside[1]:
            kept.append(after)
    return kept


def deltas(line: list[Point]) -> list[int]:
    """Code a line as its first point followed by steps."""
    coded: list[int] = []
    x = y = 0
    for px, py in line:
        coded += [px - x, py - y]
        x, y = px, py
    return coded


def outlines(topology: dict) -> dict[str, list[list[int]]]:
    """Take the land and the lines between two countries out of a topology."""
    lines = [
        [(round(x * UNIT), round(y * UNIT)) for x, y in simplify(arc)] for arc in arcs(topology)
    ]
    land = []
    for numbers in rings(topology["objects"]["land"]):
        ring: list[Point] = []
        for number in numbers:
            line = lines[number] if number >= 0 else lines[~number][::-1]
            ring += line[1:] if ring else line
        antarctic = max(y for _, y in ring) < SOUTHERNMOST * UNIT
        if not antarctic:
            land += [part for part in unwrapped(ring) if area(part) >= SMALLEST * UNIT**2]
    uses = Counter()
    for country in topology["objects"]["countries"]["geometries"]:
        uses.update({n if n >= 0 else ~n for ring in rings(country) for n in ring})
    # The cut along the 180th meridian is shared like a border, but is none.
    borders = [
        lines[number]
        for number, count in sorted(uses.items())
        if count > 1 and not all(abs(x) >= 180 * UNIT - 1 for x, _ in lines[number])
    ]
    return {
        "land": [deltas(ring) for ring in land],
        "borders": [deltas(line) for line in borders],
    }


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:3])
    found = outlines(json.loads(source.read_text(encoding="utf-8")))
    target.write_text(json.dumps(found, separators=(",", ":")) + "\n", encoding="utf-8")
