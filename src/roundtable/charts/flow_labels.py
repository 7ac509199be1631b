"""The lines of a flow map, and their labels."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from roundtable.charts.cutting import Box, Point
from roundtable.charts.figure import known
from roundtable.charts.ground import View
from roundtable.charts.lettering import LABEL, printed, text_width, wrap
from roundtable.charts.look import ACCENT, EDGE, INK, LAND, LEADING, MUTED, NARROW, TICK, WIDE
from roundtable.charts.placing import Tag, leader, place
from roundtable.charts.sheet import note

MOST = {WIDE: 10, NARROW: 6}  # labels besides the hub's
HALO = ", ".join([f"0 0 3px {LAND}"] * 3)  # keeps labels legible on lines


@dataclass(frozen=True)
class Flow:
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


@dataclass(frozen=True)
class _Entry:
    """The words of one label, and where it wants to stand."""

    point: Point
    name: list[str]
    value: list[str]
    color: str
    away: Point
    radius: float
    required: bool

    def tag(self, view: View, *, size: float) -> Tag:
        """Measure the label in the pixels of a view."""
        widths = [text_width(line, size=size, bold=True) for line in self.name]
        widths += [text_width(line, size=size) for line in self.value]
        return Tag(
            x=(self.point[0] - view.box.west) / view.unit,
            y=(self.point[1] - view.box.south) / view.unit,
            width=4 + max(widths),
            height=len(widths) * size * LEADING,
            away=self.away,
            required=self.required,
            radius=self.radius,
        )

    @property
    def text(self) -> str:
        """The name in bold over the value."""
        return f"{printed(self.name, bold=True)}<br>{printed(self.value)}".removesuffix("<br>")


def labels(
    flows: Sequence[Flow], *, start: Point, hub: str, width: int, view: View
) -> list[dict[str, Any]]:
    """Label the hub, the subject and then the largest lines, as far as there is room.

    Parameters
    ----------
    flows
        The lines of the map.
    start
        Where the hub is, in design pixels.
    hub
        Name of the hub.
    width
        `WIDE` or `NARROW`.
    view
        What the layout shows.

    Returns
    -------
    list of dict
        Annotations of a plotly layout.
    """
    size = LABEL if width == WIDE else TICK
    entries = _entries(flows, start=start, hub=hub, width=width, size=size)
    tags = [entry.tag(view, size=size) for entry in entries]
    dots = [
        Box(tag.x - tag.radius, tag.y - tag.radius, tag.x + tag.radius, tag.y + tag.radius)
        for tag in tags
    ]
    lines = [
        ((x - view.box.west) / view.unit, (y - view.box.south) / view.unit)
        for flow in flows
        for x, y in flow.arc
    ]
    window = Box(0, 0, width - 2 * EDGE, view.height)
    boxes = place(tags, window=window, taken=dots, crossed=lines)
    return [
        note([], font={"size": size, "color": entry.color, "shadow": HALO})
        | {"text": entry.text, "x": entry.point[0], "y": entry.point[1], "xref": "x", "yref": "y"}
        | _beside(tag, box, color=entry.color)
        for entry, tag, box in zip(entries, tags, boxes, strict=True)
        if box is not None
    ]


def _entries(
    flows: Sequence[Flow], *, start: Point, hub: str, width: int, size: float
) -> list[_Entry]:
    order = sorted(
        flows,
        key=lambda flow: (
            not flow.row["subject"],
            -(float(flow.row["persons"]) if known(flow.row["persons"]) else 0.0),
            str(flow.row["code"]),
        ),
    )
    away = _away(start, [flow.arc for flow in flows])
    first = _Entry(
        start, wrap(hub, width=0.25 * width, size=size, bold=True), [], INK, away, 6, True
    )
    return [first] + [
        _Entry(
            point=flow.end,
            name=wrap(flow.row["short"], width=0.25 * width, size=size, bold=True),
            value=wrap(flow.row["printed"], width=max(0.2 * width, 110), size=size),
            color=ACCENT if flow.row["subject"] else MUTED,
            away=(flow.end[0] - start[0], flow.end[1] - start[1]),
            radius=flow.radius,
            required=bool(flow.row["subject"]),
        )
        for flow in order[: MOST[width]]
    ]


def _beside(tag: Tag, box: Box, *, color: str) -> dict[str, Any]:
    """Set a label beside its point, or tie it to the point where it stands apart."""
    if not leader(tag, box):
        return {
            "yanchor": "bottom",
            "xshift": round(box.west - tag.x),
            "yshift": round(box.south - tag.y),
        }
    nearest = (min(max(tag.x, box.west), box.east), min(max(tag.y, box.south), box.north))
    sides = {box.west: "left", box.east: "right"}
    levels = {box.south: "bottom", box.north: "top"}
    # Where the point lies within the label's breadth or height, the label's middle is tied.
    return {
        "showarrow": True,
        "arrowhead": 0,
        "arrowwidth": 0.8,
        "arrowcolor": color,
        "standoff": tag.radius,
        "xanchor": sides.get(nearest[0], "center"),
        "yanchor": levels.get(nearest[1], "middle"),
        "ax": round((nearest[0] if nearest[0] in sides else (box.west + box.east) / 2) - tag.x),
        "ay": round(tag.y - (nearest[1] if nearest[1] in levels else (box.south + box.north) / 2)),
    }


def _away(start: Point, arcs: Sequence[Sequence[Point]]) -> Point:
    """Point away from the middle of all lines."""
    ends = [point for arc in arcs for point in (arc[0], arc[-1])]
    return (
        start[0] - sum(x for x, _ in ends) / len(ends),
        start[1] - sum(y for _, y in ends) / len(ends),
    )
