"""Stock over time."""

import dataclasses

import pandas as pd
import pytest

from roundtable.charts import Break, stock_over_time
from roundtable.charts.look import ACCENT, SECOND
from roundtable.charts.ticks import fitting, spread, step
from roundtable.errors import DataError


@pytest.fixture
def trend(series, words):
    return stock_over_time(series, words=words, id="trend", breaks=[Break(2010, "New <i>census")])


def lines(figure, color, dash):
    return next(
        trace
        for trace in figure.data
        if trace.mode == "lines" and trace.line.color == color and trace.line.dash == dash
    )


def test_the_edition_of_the_briefing_is_solid_and_in_front(trend):
    assert lines(trend, SECOND, "dash").line.width < lines(trend, ACCENT, "solid").line.width
    assert trend.data[-1].name == "2024 edition"


def test_a_missing_year_is_a_gap_and_not_bridged(trend):
    solid = lines(trend, ACCENT, "solid")
    # 1990 stands alone: neither 1990-2000 nor 2000-2010 has two ends.
    assert list(solid.x) == [2010, 2020]
    assert list(solid.y) == [300, 400]
    assert solid.connectgaps is False


def test_a_year_that_only_another_edition_has_is_a_gap_too(series, words):
    rows = series[~((series["edition"] == "old") & (series["year"] == 2000))]
    dashed = lines(stock_over_time(rows, words=words, id="x"), SECOND, "dash")
    assert list(dashed.x) == [2010, 2020]


def test_an_interval_carried_forward_is_dotted_and_ends_in_a_hollow_point(trend):
    dotted = lines(trend, ACCENT, "dot")
    assert list(dotted.x) == [2020, 2024]
    points = trend.data[-1]
    assert list(points.x) == [1990, 2010, 2020, 2024]
    assert list(points.marker.color) == [ACCENT, ACCENT, ACCENT, "white"]


def test_the_dotted_line_is_explained_below_the_chart(trend, series, words):
    assert any("Carried forward" in note.text for note in trend.layout.annotations)
    measured = stock_over_time(series.assign(kind="measured"), words=words, id="x")
    assert not any("Carried forward" in note.text for note in measured.layout.annotations)


def test_each_line_is_labelled_with_its_name_and_last_figure(trend):
    texts = [note.text for note in trend.layout.annotations]
    assert "<b>2024 edition</b><br>410" in texts
    assert "<b>2020 edition</b><br>405" in texts


def test_labels_of_lines_that_end_close_together_do_not_overlap(trend):
    ends = sorted(
        note.y for note in trend.layout.annotations if note.text.startswith("<b>20") and note.x
    )
    body = trend.layout.height - trend.layout.margin.t - trend.layout.margin.b
    pixels = (ends[1] - ends[0]) / trend.layout.yaxis.range[1] * body
    assert pixels >= 2 * 13 * 1.3


@pytest.fixture
def with_a_source_before(series, words):
    """Add a source that ends in 1980, of which the labels of the chart name the year."""
    rows = [("bank", "World Bank", year, n, str(n), "measured", False) for year, n in EARLIER]
    longer = pd.concat([series, pd.DataFrame(rows, columns=series.columns)], ignore_index=True)
    dated = dataclasses.replace(words, labels={**words.labels, "in_year": "{} in {}"})
    return stock_over_time(longer, words=dated, id="trend")


EARLIER = ((1960, 40), (1970, 60), (1980, 380))


def label_of(figure, name):
    return next(note for note in figure.layout.annotations if f"<b>{name}" in (note.text or ""))


def test_a_line_that_ends_early_is_labelled_where_it_ends_and_with_its_year(with_a_source_before):
    label = label_of(with_a_source_before, "World Bank")
    assert label.text == "<b>World Bank</b><br>380 in 1980"
    assert (label.x, label.y) == (1980, 380)
    # The line rises to its end, so that the label stands above it, off its course.
    assert (label.xanchor, label.yanchor) == ("right", "bottom")


def test_no_line_ties_an_early_end_to_the_last_year_as_if_the_level_had_lasted(
    with_a_source_before,
):
    assert [shape for shape in with_a_source_before.layout.shapes if shape.x0 == 1980] == []
    assert [shape.x0 for shape in with_a_source_before.layout.shapes] == [2020]


def test_a_figure_of_an_earlier_year_than_the_last_names_its_year(with_a_source_before):
    assert label_of(with_a_source_before, "2020 edition").text.endswith("405 in 2020")
    assert label_of(with_a_source_before, "2024 edition").text.endswith("<br>410")


def test_an_early_label_leaves_the_lines_that_follow_free(series, words):
    rows = [
        ("bank", "World Bank, members of today", y, n, str(n), "measured", False)
        for y, n in ((1960, 300), (1970, 250))
    ]
    longer = pd.concat([series, pd.DataFrame(rows, columns=series.columns)])
    figure = stock_over_time(longer, words=words, id="trend")
    label = label_of(figure, "World Bank")
    assert (label.x, label.xanchor) == (1970, "left")
    assert "<br>" in label.text.removesuffix("<br>250")
    # A falling line comes from above on the left: on the right its label stands above.
    assert label.yanchor == "bottom"


@pytest.mark.parametrize(
    ("before", "last", "stands"), [(30, 400, "top"), (600, 590, "top"), (9, 4, "bottom")]
)
def test_an_early_label_keeps_off_the_axis_and_the_top(series, words, before, last, stands):
    rows = [
        ("bank", "World Bank", year, n, str(n), "measured", False)
        for year, n in ((1960, before), (1970, last))
    ]
    longer = pd.concat([series, pd.DataFrame(rows, columns=series.columns)])
    figure = stock_over_time(longer, words=words, id="trend")
    assert label_of(figure, "World Bank").yanchor == stands


def test_on_a_narrow_page_without_room_the_label_stays_at_the_edge(series, words):
    rows = [
        ("bank", "World Bank", y, n, str(n), "measured", False)
        for y, n in ((1975, 300), (1980, 250))
    ]
    longer = pd.concat([series, pd.DataFrame(rows, columns=series.columns)])
    figure = stock_over_time(longer, words=words, id="trend")
    narrow = figure.layout.meta["narrow"]["annotations"]
    assert next(note for note in narrow if "World Bank" in note["text"])["x"] == 2024


def test_an_early_label_near_the_axis_stands_above_it(series, words):
    rows = pd.DataFrame([("bank", "World Bank", 1960, 1, "1", "measured", False)])
    rows.columns = series.columns
    figure = stock_over_time(pd.concat([series, rows]), words=words, id="trend")
    assert label_of(figure, "World Bank").yanchor == "bottom"


def test_a_break_is_a_thin_line_with_escaped_words(trend):
    rule = trend.layout.shapes[-1]
    assert (rule.x0, rule.x1, rule.yref) == (2010, 2010, "paper")
    assert any("New &lt;i&gt;census" in note.text for note in trend.layout.annotations)


def test_labels_of_breaks_that_would_touch_stand_one_below_the_other(series, words):
    breaks = [Break(2000, "Counts citizens until 2000"), Break(2010, "New source: register")]
    figure = stock_over_time(series, words=words, id="x", breaks=breaks)
    narrow = figure.layout.meta["narrow"]["annotations"]
    shifts = {note["x"]: note["yshift"] for note in narrow if note.get("bgcolor")}
    assert shifts[2000] == 0
    assert shifts[2010] < -12


def test_axis_starts_at_zero_and_shows_the_years_present(trend):
    assert trend.layout.yaxis.range[0] == 0
    assert trend.layout.yaxis.tickformat == ","
    assert trend.layout.xaxis.tickvals[-1] == 2024
    assert set(trend.layout.xaxis.tickvals) <= {1990, 2000, 2010, 2020, 2024}


def test_millions_are_shortened_on_the_axis(series, words):
    figure = stock_over_time(series.assign(persons=series["persons"] * 1e5), words=words, id="x")
    assert figure.layout.yaxis.tickformat == "~s"


def test_nothing_to_draw_is_an_error(series, words):
    with pytest.raises(DataError, match=r"`x` cannot be drawn: its table has no rows"):
        stock_over_time(series.assign(persons=None), words=words, id="x")


def test_a_single_figure_is_a_point(series, words):
    figure = stock_over_time(series.iloc[:1], words=words, id="x")
    assert [trace.mode for trace in figure.data] == ["markers"]


def test_two_calls_give_the_same_bytes(series, words):
    one, other = (stock_over_time(series, words=words, id="x").to_json() for _ in range(2))
    assert one == other
    assert "uid" not in one


def test_meta_carries_the_alternative_text(trend, words):
    assert trend.layout.meta["alt"] == words.alt
    assert trend.layout.meta["id"] == "trend"


@pytest.mark.parametrize(
    ("highest", "expected"), [(3, 1), (410, 200), (50_700, 20_000), (81_000, 25_000), (1e7, 2.5e6)]
)
def test_gridlines_stand_at_round_figures(highest, expected):
    assert step(highest) == expected


def test_labels_stay_above_the_axis():
    assert spread([0.0, 5.0], [30.0, 30.0], low=0, high=300) == [15.0, 45.0]


def test_the_last_year_is_always_labelled():
    assert fitting([1990, 2020, 2024], room=100, size=12)[-1] == 2024
    assert 2020 not in fitting([1990, 2020, 2024], room=100, size=12)


def test_labels_that_need_more_height_than_the_lines_make_the_chart_higher(series, words):
    def body(label: str) -> float:
        figure = stock_over_time(series.assign(label=series["label"] + label), words=words, id="x")
        layout = figure.layout.meta["narrow"]
        return layout["height"] - layout["margin"]["t"] - layout["margin"]["b"]

    assert body("") == pytest.approx(240, abs=1)
    # Two labels, each of a line at least for every three words, 16.9 pixels a line.
    assert body(", members of the year" * 6) > 2 * 8 * 16.9
