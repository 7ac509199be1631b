"""Flow map: who lives where, as lines between a country and the others.

The lines are arcs that show a relation, not a route. Widths follow the square root of the
number of persons. The map shows the part of the world that its lines need, at the scale that
fits it, so that neighbours (Guatemala and Mexico) are as legible as antipodes.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

import pandas as pd
import plotly.graph_objects as go

from roundtable.charts.cutting import Point
from roundtable.charts.figure import Trace, figure, known, require, scatter_trace
from roundtable.charts.flow_labels import Flow, labels
from roundtable.charts.ground import CLOSEST, View, arc, center_of, fit, ground
from roundtable.charts.lettering import plain
from roundtable.charts.look import ACCENT, EDGE, GREY, INK, MUTED, NARROW, WIDE
from roundtable.charts.outlines import around, project
from roundtable.charts.sheet import Words, sheet

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
THINNEST, THICKEST = 1.2, 8.0  # pixels


class Hub(TypedDict):
    """The country at one end of every line."""

    code: str
    name: str
    latitude: float
    longitude: float


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
    center = center_of([hub["longitude"], *(row["longitude"] for row in rows)])
    start, flows, scale = _flows(rows, hub=hub, center=center)
    points = [start, *(point for flow in flows for point in flow.arc)]
    views = {width: fit(points, width=width, closest=CLOSEST * scale) for width in (WIDE, NARROW)}
    keys = []
    if any(row["status"] == "not_listed" for row in rows) and words.labels.get("not_listed"):
        keys.append(f"○ - -  {words.labels['not_listed']}")
    wide, narrow = (
        _layout(flows, start=start, hub=hub, words=words, width=width, view=views[width], keys=keys)
        for width in (WIDE, NARROW)
    )
    traces = [
        *ground(views.values(), center=center, scale=scale),
        *(_line(flow) for flow in flows),
        *_points(flows, start=start, hub=hub),
    ]
    drawn = figure(traces, words=words, id=id, wide=wide, narrow=narrow)
    drawn.layout.meta["not_drawn"] = sorted(set(frame["code"]) - set(placed["code"]))
    return drawn


def _flows(
    rows: Sequence[Mapping[str, Any]], *, hub: Hub, center: float
) -> tuple[Point, list[Flow], float]:
    """Project the lines, and scale them so that they fill the wide map."""
    largest = max((float(row["persons"]) for row in rows if known(row["persons"])), default=0.0)
    start = project(around(hub["longitude"], center=center), hub["latitude"], center=center)
    arcs = []
    for row in rows:
        end = project(around(row["longitude"], center=center), row["latitude"], center=center)
        arcs.append(
            arc(start, end, up=True) if row["direction"] == "out" else arc(end, start, up=False)
        )
    every = [start, *(point for arc in arcs for point in arc)]
    scale = 1 / fit(every, width=WIDE, closest=CLOSEST).unit
    flows = [
        Flow(
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


def _line(flow: Flow) -> Trace:
    row = flow.row
    unlisted = row["status"] == "not_listed"
    return scatter_trace(
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


def _points(flows: Sequence[Flow], *, start: Point, hub: Hub) -> list[Trace]:
    colors = [ACCENT if flow.row["subject"] else MUTED for flow in flows]
    hollow = [flow.row["status"] == "not_listed" for flow in flows]
    ends = scatter_trace(
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
    middle = scatter_trace(
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
    flows: Sequence[Flow],
    *,
    start: Point,
    hub: Hub,
    words: Words,
    width: int,
    view: View,
    keys: Sequence[str],
) -> dict[str, Any]:
    layout = sheet(words, width=width, body=view.height, left=EDGE, right=EDGE, keys=keys)
    layout["annotations"] += labels(flows, start=start, hub=hub["name"], width=width, view=view)
    layout["xaxis"] = {
        "visible": False,
        "range": [round(view.box.west, 1), round(view.box.east, 1)],
    }
    layout["yaxis"] = {
        "visible": False,
        "range": [round(view.box.south, 1), round(view.box.north, 1)],
        "scaleanchor": "x",
        "scaleratio": 1,
    }
    return layout
