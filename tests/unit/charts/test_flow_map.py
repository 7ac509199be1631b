"""Flow maps, and the ground they are drawn on."""

import json
import math

import numpy as np
import pytest

from roundtable import paths
from roundtable.charts import flow_map, outlines
from roundtable.charts.cutting import Box, Lines, cut, turned
from roundtable.charts.ground import arc, center_of, fit
from roundtable.charts.look import ACCENT, GREY, NARROW, WIDE
from roundtable.charts.outlines import project
from roundtable.charts.placing import Tag, place
from roundtable.errors import DataError


@pytest.fixture
def chart(flows, hub, words):
    return flow_map(flows, hub=hub, words=words, id="map")


def by_name(figure):
    return {trace.name: trace for trace in figure.data}


def test_nothing_in_a_map_makes_plotly_fetch_outlines(chart):
    text = chart.to_json()
    assert {trace.type for trace in chart.data} == {"scatter"}
    assert "locationmode" not in text
    assert "topojson" not in text
    assert '"geo"' not in text


def test_a_map_stays_small(chart):
    assert len(chart.to_json()) < 120_000


def test_land_lies_below_borders_lines_and_points(chart):
    names = [trace.name for trace in chart.data]
    assert names[:2] == ["land", "borders"]
    assert names[-2:] == ["ends", "hub"]
    assert names[-3] == "France"


def test_width_follows_the_square_root_of_the_persons(chart):
    traces = by_name(chart)
    assert traces["Australia"].line.width == pytest.approx(traces["France"].line.width / 2)


def test_the_subject_alone_has_the_accent_colour(chart):
    traces = by_name(chart)
    assert traces["France"].line.color == ACCENT
    assert {traces[name].line.color for name in ("Australia", "Canada")} == {GREY}


def test_a_corridor_that_is_not_listed_is_dashed_with_a_hollow_end(chart):
    traces = by_name(chart)
    assert traces["United Kingdom"].line.dash == "dash"
    ends = traces["ends"]
    hollow = [
        text
        for text, color in zip(ends.hovertext, ends.marker.color, strict=True)
        if color == "white"
    ]
    assert hollow == ["United Kingdom: 100"]
    assert any("Not listed" in note.text for note in chart.layout.annotations)


def test_lines_start_at_the_origin_and_end_at_the_destination(chart):
    traces = by_name(chart)
    middle = (traces["hub"].x[0], traces["hub"].y[0])
    assert (traces["France"].x[0], traces["France"].y[0]) == pytest.approx(middle, abs=0.1)
    assert (traces["Canada"].x[-1], traces["Canada"].y[-1]) == pytest.approx(middle, abs=0.1)


def test_a_row_without_coordinates_is_told(chart):
    assert chart.layout.meta["not_drawn"] == ["QQQ"]
    assert "Nowhere" not in by_name(chart)


def test_hub_and_subject_are_always_labelled(chart):
    texts = [note["text"] for note in chart.layout.meta["narrow"]["annotations"]]
    assert "<b>Mauritius</b>" in texts
    assert "<b>France</b><br>400" in texts


def test_both_ends_are_inside_either_view(chart):
    traces = by_name(chart)
    for layout in (chart.layout, chart.layout.meta["narrow"]):
        west, east = layout["xaxis"]["range"]
        south, north = layout["yaxis"]["range"]
        for name in ("ends", "hub"):
            assert all(west < x < east for x in traces[name].x)
            assert all(south < y < north for y in traces[name].y)


def test_axes_are_hidden_and_of_one_scale(chart):
    assert chart.layout.xaxis.visible is False
    assert chart.layout.yaxis.visible is False
    assert chart.layout.yaxis.scaleanchor == "x"


def test_a_map_without_any_place_is_an_error(flows, hub, words):
    with pytest.raises(DataError, match=r"`map` cannot be drawn: its table has no rows"):
        flow_map(flows[flows["code"] == "QQQ"], hub=hub, words=words, id="map")


def test_names_are_escaped(flows, hub, words):
    flows.loc[0, "short"] = "<b>F"
    figure = flow_map(flows, hub=hub, words=words, id="map")
    assert any("&lt;b&gt;F" in note.text for note in figure.layout.annotations)
    assert not any("<b><b>F" in note.text for note in figure.layout.annotations)


def test_two_calls_give_the_same_bytes(flows, hub, words):
    one, other = (flow_map(flows, hub=hub, words=words, id="map").to_json() for _ in range(2))
    assert one == other


def test_projection_keeps_the_equator_and_shortens_the_north():
    assert project(90, 0) == (pytest.approx(math.radians(90) * 0.8707), 0.0)
    assert project(90, 60)[0] < project(90, 0)[0]
    assert project(100, 10, center=100)[0] == 0


@pytest.mark.parametrize(
    ("longitudes", "expected"),
    [
        ([-90.5, -99.1], -95),  # Guatemala, Mexico: around their own middle
        ([-99.1, 2.3, 149.1], 0),  # a world map keeps Greenwich
        ([178.4, 174.8, -171.8], -177),  # Fiji, New Zealand, Samoa: across the 180th meridian
        ([57.5], 58),
    ],
)
def test_the_middle_of_the_map_suits_its_places(longitudes, expected):
    assert center_of(longitudes) == pytest.approx(expected, abs=1)


def test_neighbours_fill_the_view_as_far_as_the_closest_scale_allows():
    near = fit([(0, 0), (0.01, 0)], width=WIDE, closest=0.3)
    assert near.box.east - near.box.west == pytest.approx(0.3)
    far = fit([(0, 0), (3, 0)], width=NARROW, closest=0.3)
    assert far.box.west < 0 < 3 < far.box.east


def test_lines_out_bend_upwards_and_lines_in_downwards():
    assert arc((0, 0), (1, 0), up=True)[12][1] == pytest.approx(0.17)
    assert arc((0, 0), (1, 0), up=False)[12][1] == pytest.approx(-0.17)
    assert arc((1, 0), (0, 0), up=True)[12][1] == pytest.approx(0.17)


def test_a_ring_is_cut_along_the_edge_and_a_line_is_split():
    window = Box(0, 0, 10, 10)
    ring = Lines.of([[(-5, 2), (5, 2), (5, 4), (-5, 4)]])
    assert cut(ring, window=window, closed=True) == [[(0, 2), (5, 2), (5, 4), (0, 4)]]
    line = [(1, 1), (20, 1), (30, 1), (20, 5), (1, 5)]
    assert cut(Lines.of([line]), window=window, closed=False) == [
        [(1, 1), (20, 1)],
        [(20, 5), (1, 5)],
    ]


def test_a_turned_map_carries_land_over_the_180th_meridian():
    square = [(-170, 0), (-160, 0), (-160, 5), (-170, 5)]
    ring = turned(Lines.of([square]), center=180, closed=True)
    assert len(ring.lengths) == 1
    assert sorted({x for x, _ in ring.points.tolist()}) == [190, 200]


def test_a_turned_map_cuts_the_land_across_its_edge_and_keeps_both_parts():
    square = [(-10, 0), (10, 0), (10, 5), (-10, 5)]
    parts = turned(Lines.of([square]), center=180, closed=True)
    lowest, highest = parts.boxes()
    assert lowest[:, 0].tolist() == [0, 350]
    assert highest[:, 0].tolist() == [10, 360]


def test_lines_beside_the_window_are_left_out_and_those_inside_kept_whole():
    lines = Lines.of([[(50, 0), (51, 0)], [(0, 0), (1, 1)], [(0, 60), (1, 60)]])
    assert cut(lines, window=Box(-10, -10, 10, 10), closed=False) == [[(0, 0), (1, 1)]]


def test_a_label_without_room_is_left_out_unless_required():
    window = Box(0, 0, 60, 30)
    tags = [
        Tag(x=30, y=15, width=58, height=28, away=(1, 0), required=True, radius=3),
        Tag(x=30, y=15, width=58, height=28, away=(1, 0), required=False, radius=3),
    ]
    first, second = place(tags, window=window)
    assert first is not None
    assert second is None


def test_labels_stay_inside_the_map():
    tag = Tag(x=98, y=50, width=40, height=10, away=(1, 0), required=True, radius=3)
    (box,) = place([tag], window=Box(0, 0, 100, 100))
    assert box.east <= 100


def test_the_outlines_hold_land_and_borders_without_antarctica():
    world = outlines.outlines()
    assert len(world.land.lengths) > 300
    assert len(world.borders.lengths) > 250
    _, highest = world.land.boxes()
    assert (highest[:, 1] > -60).all()
    assert (abs(world.land.points[:, 0]) <= 180).all()


def test_no_ring_of_the_outlines_jumps_across_the_map():
    land = outlines.outlines().land
    for ring in np.split(land.points, np.cumsum(land.lengths)[:-1]):
        assert (abs(np.diff(ring[:, 0])) < 60).all()


def test_a_broken_outline_file_is_told(tmp_path, monkeypatch):
    (tmp_path / "outlines.json").write_text(json.dumps({"land": []}))
    monkeypatch.setattr(paths, "geo", lambda: tmp_path)
    outlines.outlines.cache_clear()
    try:
        with pytest.raises(DataError, match=r"outlines\.json' cannot be read"):
            outlines.outlines()
    finally:
        outlines.outlines.cache_clear()
