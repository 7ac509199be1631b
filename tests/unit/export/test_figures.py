"""Charts keep their drawing; their words are printed by the page."""

import copy
import json
from typing import Any

from roundtable.export.figures import figure_of, json_for_script


def _chart(**layout: Any) -> dict[str, Any]:
    return {"data": [{"type": "bar", "y": [1]}], "layout": layout}


def test_title_leaves_the_drawing_and_its_room_with_it() -> None:
    chart = _chart(
        title={"text": "<b>More people</b>"}, height=400, margin={"t": 98}, meta={"title": "More"}
    )
    figure = figure_of(chart)
    assert "title" not in figure["chart"]["layout"]
    # Of 98 pixels above the plot 18 stay.
    assert (figure["height"], figure["chart"]["layout"]["margin"]["t"]) == (320, 18)


def test_source_line_leaves_the_drawing_and_labels_stay() -> None:
    annotations = [{"text": "Source: UN<br>DESA &amp; others"}, {"text": "France"}]
    figure = figure_of(_chart(annotations=annotations, meta={"source": "Source: UN DESA & others"}))
    assert figure["chart"]["layout"]["annotations"] == [{"text": "France"}]
    assert figure["source"] == "Source: UN DESA & others"


def test_source_line_below_the_plot_takes_its_room_with_it() -> None:
    note = {"text": "Source:<br>UN", "yref": "paper", "y": 0, "font": {"size": 10}}
    figure = figure_of(
        _chart(height=400, margin={"b": 90}, annotations=[note], meta={"source": "Source: UN"})
    )
    # Two lines of 10 pixels, set 1.3 apart.
    assert (figure["height"], figure["chart"]["layout"]["margin"]["b"]) == (374, 64)


def test_layout_for_telephones_loses_the_same_words() -> None:
    narrow = {"title": {"text": "Mo<br>re"}, "height": 500, "margin": {"t": 118}, "font": 1}
    chart = figure_of(
        _chart(
            title={"text": "More"},
            height=400,
            margin={"t": 98},
            meta={"title": "More", "narrow": narrow},
        )
    )["chart"]
    assert chart["layout"] == {"height": 320, "margin": {"t": 18}}
    assert chart["narrow"] == {"height": 400, "font": 1}


def test_chart_without_a_title_keeps_its_size() -> None:
    figure = figure_of(_chart(height=260, margin={"t": 30}))
    assert (figure["height"], figure["chart"]["layout"]["margin"]) == (260, {"t": 30})


def test_title_stands_in_for_a_missing_description() -> None:
    assert figure_of(_chart(title={"text": "A<br>B"}))["alt"] == "A B"


def test_figure_leaves_the_chart_as_it_was() -> None:
    chart = _chart(title={"text": "x"}, margin={"t": 90}, annotations=[{"text": "y"}])
    before = copy.deepcopy(chart)
    figure_of(chart)
    assert chart == before


def test_json_in_a_script_opens_and_closes_nothing_and_reads_back(hostile: str) -> None:
    text = json_for_script({"title": hostile, "break": "\u2028"})
    assert "<" not in text
    assert "\u2028" not in text
    assert json.loads(text)["title"] == hostile
