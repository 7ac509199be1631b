"""Ranked bars."""

import pandas as pd
import pytest

from roundtable.charts import ranked_bars
from roundtable.charts.look import ACCENT, GREY, LIGHT


@pytest.fixture
def bars(ranking, words):
    return ranked_bars(ranking, words=words, id="destinations")


def by_name(figure):
    return {trace.name: trace for trace in figure.data}


def test_rows_stand_in_the_order_given_the_first_on_top(bars):
    assert list(bars.layout.yaxis.ticktext) == [
        "<b>Beta</b>",
        "Gamma",
        "Delta",
        "Epsilon",
        "Others",
    ]
    assert tuple(bars.layout.yaxis.range) == (4.5, -0.5)


def test_only_the_subject_has_the_accent_colour(bars):
    traces = by_name(bars)
    assert traces["subject"].marker.color == ACCENT
    assert list(traces["subject"].y) == [0]
    assert traces["context"].marker.color == GREY


def test_a_row_that_is_not_listed_is_outlined_and_hatched(bars):
    trace = by_name(bars)["context, not_listed"]
    assert list(trace.x) == [300]
    assert trace.marker.pattern.shape == "/"
    assert trace.marker.color == "white"
    assert trace.marker.line.width > 0


def test_a_subject_that_is_not_listed_is_hatched_in_the_accent_colour(ranking, words):
    ranking.loc[0, "status"] = "not_listed"
    trace = by_name(ranked_bars(ranking, words=words, id="x"))["subject, not_listed"]
    assert trace.marker.pattern.fgcolor == ACCENT
    assert trace.marker.color == "white"


def test_origin_unknown_is_lighter(bars):
    assert by_name(bars)["context, others"].marker.color == LIGHT


def test_a_row_without_a_figure_keeps_its_place_and_its_words(bars):
    texts = {note.y: note.text for note in bars.layout.annotations if note.yref == "y"}
    assert texts[3] == "no estimate"
    assert texts[0] == "<b>500</b>"
    assert list(by_name(bars)["context"].x) == [200, 0]


def test_bars_start_at_zero(bars):
    assert bars.layout.xaxis.range[0] == 0
    assert bars.layout.xaxis.visible is False


def test_names_of_countries_are_escaped(ranking, words):
    ranking.loc[2, "name"] = "<b>D</b>"
    figure = ranked_bars(ranking, words=words, id="x")
    assert figure.layout.yaxis.ticktext[2] == "&lt;b&gt;D&lt;/b&gt;"
    assert by_name(figure)["context"].hovertext[0] == "&lt;b&gt;D&lt;/b&gt;: 200"


def test_title_is_escaped_and_meta_carries_the_words(bars, words):
    assert (
        bars.layout.title.text == "<b>Most live in &lt;b&gt;Beta&lt;/b&gt; &amp; earn US&#36; 5</b>"
    )
    meta = bars.layout.meta
    assert meta["alt"] == words.alt
    assert meta["id"] == "destinations"
    assert meta["title"] == words.title
    assert meta["measure"] == words.measure
    assert meta["source"] == words.source


def test_two_calls_give_the_same_bytes_and_leave_the_table_alone(ranking, words):
    before = ranking.copy()
    one, other = (ranked_bars(ranking, words=words, id="x").to_json() for _ in range(2))
    assert one == other
    pd.testing.assert_frame_equal(ranking, before)


@pytest.mark.parametrize("count", [1, 15])
def test_height_grows_with_the_rows(ranking, words, count):
    rows = pd.concat([ranking.iloc[:1]] * count, ignore_index=True)
    layout = ranked_bars(rows, words=words, id="x").layout
    assert layout.height - layout.margin.t - layout.margin.b == pytest.approx(24 * count, abs=1)


def test_a_single_row_without_a_figure_is_drawn(ranking, words):
    figure = ranked_bars(ranking.iloc[[3]], words=words, id="x")
    assert list(figure.data[0].x) == [0]


def test_the_narrow_layout_breaks_long_names(ranking, words):
    ranking.loc[2, "name"] = "United Kingdom of Great Britain and Northern Ireland"
    figure = ranked_bars(ranking, words=words, id="x")
    narrow = figure.layout.meta["narrow"]
    assert narrow["yaxis"]["ticktext"][2].count("<br>") > 2
    assert narrow["margin"]["l"] < 130
