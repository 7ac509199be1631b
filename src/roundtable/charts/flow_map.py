"""Flow map: who lives where, as lines between a country and the others.

The lines are arcs that show a relation, not a route. Widths follow the square root of the
number of persons. The map shows the part of the world that its lines need, at the scale that
fits it, so that neighbours (Guatemala and Mexico) are as legible as antipodes.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypedDict

import pandas as pd
import plotly.graph_objects as go

from roundtable.charts.look import (
    ACCENT,
    EDGE,
    GREY,
    INK,
    LABEL,
    LAND,
    LEADING,
    MUTED,
    NARROW,
    TICK,
    WIDE,
    Words,
    figure,
    known,
    note,
    plain,
    require,
    sheet,
    text_width,
    wrap,
)
from roundtable.charts.outlines import Box, Point, around, cut, outlines, project, thinned, turned
from roundtable.charts.placing import Tag, place

COLUMNS = (
    "code",
    "name",
    "short",
    "latitude",
    "longitude",
    "persons",
    "printed",
    "status",
    "subject",
    "direction",
)
LOWEST, HIGHEST = {WIDE: 250, NARROW: 200}, {WIDE: 400, NARROW: 340}  # pixels
SIDE = {WIDE: (90, 46), NARROW: (64, 46)}  # room for labels around the points, in pixels
MOST = {WIDE: 10, NARROW: 6}  # labels besides the hub's
THINNEST, THICKEST = 1.2, 8.0  # pixels
CLOSEST = 0.3  # radians: no view is narrower, so that coasts stay recognisable
HALO = ", ".join([f"0 0 3px {LAND}"] * 3)  # keeps labels legible on lines
BEND = 0.17  # height of an arc over its chord


class Hub(TypedDict):
    """The country at one end of every line."""

    code: str
    name: str
    latitude: float
    longitude: float


@dataclass(frozen=True)
class _Flow:
    """One line of the map, in design pixels (one unit is one pixel at `WIDE`)."""

    row: Mapping[str, Any]
    arc: list[Point]
    width: float

    @property
    def end(self) -> Point:
        """The end that is not the hub."""
        return self.arc[-1] if self.row["direction"] == "out" else self.arc[0]

    @property
    def radius(self) -> float:
        """Radius of the point at that end, in pixels."""
        return max(8.0, self.width + 5) / 2


def flow_map(frame: pd.DataFrame, *, hub: Hub, words: Words, id: str) -> go.Figure:
    """Draw the lines between a country and the countries its people live in or come from.

    Parameters
    ----------
    frame
        One row a country: ``code``, ``name``, ``short`` (its name on the map), ``latitude``,
        ``longitude``, ``persons`` (nullable), ``printed``, ``status`` (``listed`` or
        ``not_listed``: drawn dashed with a hollow end), ``subject`` and ``direction``
        (``out``: people of the hub living there; ``in``: its people living in the hub).
        Rows without coordinates have no place on a map; their codes are listed in
        ``layout.meta["not_drawn"]``.
    hub
        Code, name, latitude and longitude of the country at the other end.
    words
        Title, measure, source, alternative text; the source line carries the disclaimer on
        boundaries. ``labels["not_listed"]``, where given, explains the dashed lines.
    id
        Id of the figure.

    Returns
    -------
    plotly.graph_objects.Figure
        Land, borders, one trace for each line, the points.

    Raises
    ------
    DataError
        If columns are missing or no row has coordinates.
    """
    require(frame, COLUMNS, chart=id)
    placed = frame[frame["latitude"].notna() & frame["longitude"].notna()]
    require(placed, COLUMNS, chart=id)
    # Large flows first, so that small ones lie on top of them; the subject last of all.
    rows = (
        placed.assign(persons=placed["persons"].astype("Float64"))
        .sort_values(["subject", "persons", "code"], ascending=[True, False, True])
        .to_dict("records")
    )
    center = _center([hub["longitude"], *(row["longitude"] for row in rows)])
    start, flows, scale = _flows(rows, hub=hub, center=center)
    points = [start, *(point for flow in flows for point in flow.arc)]
    views = {
        width: _view(points, width=width, closest=CLOSEST * scale) for width in (WIDE, NARROW)
    }
    keys = []
    if any(row["status"] == "not_listed" for row in rows) and words.labels.get("not_listed"):
        keys.append(f"○ - -  {words.labels['not_listed']}")
    wide, narrow = (
        _layout(flows, start=start, hub=hub, words=words, width=width, view=views[width], keys=keys)
        for width in (WIDE, NARROW)
    )
    traces = [
        *_ground(views, center=center, scale=scale),
        *(_line(flow) for flow in flows),
        *_points(flows, start=start, hub=hub),
    ]
    drawn = figure(traces, words=words, id=id, wide=wide, narrow=narrow)
    drawn.layout.meta["not_drawn"] = sorted(set(frame["code"]) - set(placed["code"]))
    return drawn


def _center(longitudes: Sequence[float]) -> float:
    """Choose the longitude of the map's middle.

    A part of the world is shown around its own middle, where the projection is least skewed;
    a world map around longitude 0, unless the Pacific in the middle makes it far smaller.
    """
    ordered = sorted(longitudes)
    spread = ordered[-1] - ordered[0]
    gaps = [(b - a, b) for a, b in zip(ordered, ordered[1:], strict=False)]
    gap, east_of_gap = max(gaps, default=(0.0, 0.0))
    across = 360 - gap
    if across < spread - 90:
        middle = east_of_gap + across / 2
        return float(round(middle - 360 if middle > 180 else middle))
    return float(round((ordered[0] + ordered[-1]) / 2)) if spread < 100 else 0.0


def _flows(
    rows: Sequence[Mapping[str, Any]], *, hub: Hub, center: float
) -> tuple[Point, list[_Flow], float]:
    """Project the lines, and scale them so that they fill the wide map."""
    largest = max((float(row["persons"]) for row in rows if known(row["persons"])), default=0.0)
    start = project(around(hub["longitude"], center=center), hub["latitude"], center=center)
    arcs = []
    for row in rows:
        end = project(around(row["longitude"], center=center), row["latitude"], center=center)
        arcs.append(
            _arc(start, end, up=True) if row["direction"] == "out" else _arc(end, start, up=False)
        )
    every = [start, *(point for arc in arcs for point in arc)]
    scale = 1 / _view(every, width=WIDE, closest=CLOSEST).unit
    flows = [
        _Flow(
            row=row,
            arc=[(round(x * scale, 1), round(y * scale, 1)) for x, y in arc],
            width=_width(row, largest=largest),
        )
        for row, arc in zip(rows, arcs, strict=True)
    ]
    return (round(start[0] * scale, 1), round(start[1] * scale, 1)), flows, scale


def _width(row: Mapping[str, Any], *, largest: float) -> float:
    if not known(row["persons"]) or largest <= 0 or row["status"] == "not_listed":
        return THINNEST + 0.6
    return round(max(THINNEST, THICKEST * math.sqrt(float(row["persons"]) / largest)), 1)


def _arc(origin: Point, destination: Point, *, up: bool) -> list[Point]:
    """Bend a line from origin to destination; lines out bend upwards, lines in downwards."""
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


class _View(NamedTuple):
    """What a layout shows of the plane, its height in pixels, and units to a pixel."""

    box: Box
    height: float
    unit: float


def _view(points: Sequence[Point], *, width: int, closest: float) -> _View:
    """Fit a view around points, with room for labels, never narrower than ``closest``."""
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
    return _View(Box(x - half, y - rise, x + half, y + rise), high, unit)


def _ground(views: Mapping[int, _View], *, center: float, scale: float) -> list[go.Scatter]:
    """Draw land and borders, as far as a view (or a wider screen) can show them."""
    boxes = [view.box for view in views.values()]
    west, east = min(b.west for b in boxes), max(b.east for b in boxes)
    south, north = min(b.south for b in boxes), max(b.north for b in boxes)
    spare = 0.4 * (east - west)
    window = Box(west - spare, south - 40, east + spare, north + 40)
    traces = []
    for name, closed, look in (
        ("land", True, {"fill": "toself", "fillcolor": LAND, "line": {"width": 0}}),
        ("borders", False, {"line": {"color": "white", "width": 0.8}}),
    ):
        lines = turned(getattr(outlines(), name), center=center, closed=closed)
        flat = [
            [
                (scale * x, scale * y)
                for x, y in (project(lon, lat, center=center) for lon, lat in line)
            ]
            for line in lines
        ]
        xs: list[float | None] = []
        ys: list[float | None] = []
        for line in cut(flat, window=window, closed=closed):
            thin = thinned(line, least=1.6)
            if closed and len(thin) < 4:
                continue
            xs += [None] * bool(xs) + [round(x, 1) for x, _ in thin]
            ys += [None] * bool(ys) + [round(y, 1) for _, y in thin]
        traces.append(go.Scatter(name=name, x=xs, y=ys, mode="lines", hoverinfo="skip", **look))
    return traces


def _line(flow: _Flow) -> go.Scatter:
    row = flow.row
    unlisted = row["status"] == "not_listed"
    return go.Scatter(
        name=plain(row["name"]),
        x=[x for x, _ in flow.arc],
        y=[y for _, y in flow.arc],
        mode="lines",
        opacity=0.9 if row["subject"] else 0.7,
        line={
            "color": ACCENT if row["subject"] else GREY,
            "width": flow.width,
            "dash": "dash" if unlisted else "solid",
        },
        hoverinfo="skip",
    )


def _points(flows: Sequence[_Flow], *, start: Point, hub: Hub) -> list[go.Scatter]:
    colors = [ACCENT if flow.row["subject"] else MUTED for flow in flows]
    hollow = [flow.row["status"] == "not_listed" for flow in flows]
    ends = go.Scatter(
        name="ends",
        x=[flow.end[0] for flow in flows],
        y=[flow.end[1] for flow in flows],
        mode="markers",
        marker={
            "size": [2 * flow.radius for flow in flows],
            "color": ["white" if h else c for h, c in zip(hollow, colors, strict=True)],
            "line": {
                "color": [c if h else "white" for h, c in zip(hollow, colors, strict=True)],
                "width": 1.5,
            },
            "opacity": 1,
        },
        hoverinfo="text",
        hovertext=[f"{plain(f.row['name'])}: {plain(f.row['printed'])}" for f in flows],
    )
    middle = go.Scatter(
        name="hub",
        x=[start[0]],
        y=[start[1]],
        mode="markers",
        marker={"size": 12, "color": INK, "line": {"color": "white", "width": 2}},
        hoverinfo="text",
        hovertext=[plain(hub["name"])],
    )
    return [ends, middle]


def _layout(
    flows: Sequence[_Flow],
    *,
    start: Point,
    hub: Hub,
    words: Words,
    width: int,
    view: _View,
    keys: Sequence[str],
) -> dict[str, Any]:
    layout = sheet(words, width=width, body=view.height, left=EDGE, right=EDGE, keys=keys)
    layout["annotations"] += _labels(flows, start=start, hub=hub, width=width, view=view)
    layout["xaxis"] = {"visible": False, "range": [round(view.box.west, 1), round(view.box.east, 1)]}
    layout["yaxis"] = {
        "visible": False,
        "range": [round(view.box.south, 1), round(view.box.north, 1)],
        "scaleanchor": "x",
        "scaleratio": 1,
    }
    return layout


def _labels(
    flows: Sequence[_Flow], *, start: Point, hub: Hub, width: int, view: _View
) -> list[dict[str, Any]]:
    """Label the hub, the subject and then the largest lines, as far as there is room."""
    west, south, unit = view.box.west, view.box.south, view.unit
    size = LABEL if width == WIDE else TICK
    order = sorted(
        flows,
        key=lambda flow: (
            not flow.row["subject"],
            -(float(flow.row["persons"]) if known(flow.row["persons"]) else 0.0),
            str(flow.row["code"]),
        ),
    )[: MOST[width]]
    away = _away(start, [flow.arc for flow in flows])
    entries = [(start, [hub["name"]], [], INK, True, away, 6.0)]
    for flow in order:
        value = wrap(flow.row["printed"], width=max(0.2 * width, 110), size=size)
        color = ACCENT if flow.row["subject"] else MUTED
        away = (flow.end[0] - start[0], flow.end[1] - start[1])
        name = wrap(flow.row["short"], width=0.25 * width, size=size, bold=True)
        entries.append(
            (flow.end, name, value, color, bool(flow.row["subject"]), away, flow.radius)
        )
    tags = [
        Tag(
            x=(x - west) / unit,
            y=(y - south) / unit,
            width=4
            + max(
                *(text_width(line, size=size, bold=True) for line in name),
                *(text_width(line, size=size) for line in value),
                0,
            ),
            height=(len(name) + len(value)) * size * LEADING,
            away=away,
            required=required,
            radius=radius,
        )
        for (x, y), name, value, _, required, away, radius in entries
    ]
    dots = [
        Box(tag.x - tag.radius, tag.y - tag.radius, tag.x + tag.radius, tag.y + tag.radius)
        for tag in tags
    ]
    frame = Box(0, 0, width - 2 * EDGE, view.height)
    lines = [((x - west) / unit, (y - south) / unit) for flow in flows for x, y in flow.arc]
    notes = []
    for tag, box, entry in zip(tags, place(tags, window=frame, taken=dots, crossed=lines), entries, strict=True):
        if box is None:
            continue
        (x, y), name, value, color, *_ = entry
        bold = "<br>".join(plain(line) for line in name)
        text = "<br>".join([f"<b>{bold}</b>", *(plain(line) for line in value)])
        notes.append(
            note([], font={"size": size, "color": color, "shadow": HALO})
            | {
                "text": text,
                "x": x,
                "y": y,
                "xref": "x",
                "yref": "y",
                "xanchor": "left",
                "yanchor": "bottom",
                "xshift": round(box.west - tag.x),
                "yshift": round(box.south - tag.y),
            }
        )
    return notes


def _away(start: Point, arcs: Sequence[Sequence[Point]]) -> Point:
    """Point away from the middle of all lines."""
    ends = [point for arc in arcs for point in (arc[0], arc[-1])]
    return (
        start[0] - sum(x for x, _ in ends) / len(ends),
        start[1] - sum(y for _, y in ends) / len(ends),
    )
