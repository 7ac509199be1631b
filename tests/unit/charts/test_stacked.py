"""Stacked bars."""

import pandas as pd
import pytest

from roundtable.charts import stacked_bars
from roundtable.charts.look import ACCENT, SECOND
from roundtable.errors import DataError

PARTS = [("near", "Neighbours"), ("far", "Everybody else"), ("unknown", "Not known")]


@pytest.fixture
def divided():
    """Two bars of an older source and one of a newer, every figure of them invented."""
    rows = [
        ("1990", "Older source", "near", 0.6, "60%"),
        ("1990", "Older source", "far", 0.35, "35%"),
        ("1990", "Older source", "unknown", 0.05, "5%"),
        ("2000", "Older source", "near", 1.0, "100%"),
        ("2000", "Newer source", "far", 0.93, "93%"),
        ("2000", "Newer source", "unknown", 0.07, "7%"),
    ]
    return pd.DataFrame(rows, columns=["bar", "section", "part", "share", "printed"])


@pytest.fixture
def chart(divided, words):
    return stacked_bars(divided, words=words, id="by-year", parts=PARTS)


def by_name(figure):
    return {trace.name: trace for trace in figure.data}


def test_each_part_is_one_trace_in_the_order_given(chart):
    assert [trace.name for trace in chart.data] == ["Neighbours", "Everybody else", "Not known"]
    assert list(by_name(chart)["Neighbours"].x) == [0.6, 1.0]
    assert chart.layout.barmode == "stack"


def test_the_last_part_is_drawn_as_not_known(chart):
    assert [trace.marker.color for trace in chart.data] == [ACCENT, SECOND, "white"]
    assert by_name(chart)["Not known"].marker.line.color != "white"


def test_one_bar_of_two_sources_stands_in_two_places(chart):
    older, newer = by_name(chart)["Neighbours"].y[1], by_name(chart)["Everybody else"].y[1]
    assert older < newer
    assert list(chart.layout.yaxis.ticktext) == ["1990", "2000", "2000"]


def test_a_line_and_a_name_part_the_sources(chart):
    assert len(chart.layout.shapes) == 1
    older, newer = (by_name(chart)[name].y[1] for name in ("Neighbours", "Everybody else"))
    assert older < chart.layout.shapes[0].y0 < newer
    named = [note.text for note in chart.layout.annotations]
    assert {"Older source", "Newer source"} <= set(named)


def test_a_part_too_narrow_for_its_label_has_it_in_the_box_only(chart):
    trace = by_name(chart)["Not known"]
    assert list(trace.text) == ["", "7%"]
    assert list(trace.hovertext) == ["1990, Not known: 5%", "2000, Not known: 7%"]


def test_the_key_names_every_part_and_markup_in_a_name_is_text(divided, words):
    parts = [("near", "<b>Neighbours</b>"), *PARTS[1:]]
    chart = stacked_bars(divided, words=words, id="by-year", parts=parts)
    key = next(note.text for note in chart.layout.annotations if "■" in note.text)
    assert "<b>Neighbours" not in key
    assert all(name in key for name in ("Neighbours", "Everybody else", "□"))


def test_the_narrow_layout_has_the_same_bars(chart):
    narrow = chart.layout.meta["narrow"]
    assert narrow["margin"]["l"] == chart.layout.margin.l
    assert not {"xaxis", "yaxis", "shapes", "barmode"} & set(narrow)
    assert chart.layout.meta["id"] == "by-year"


def test_a_part_without_a_name_is_refused_with_its_key(divided, words):
    with pytest.raises(ValueError, match=r"unknown parts \['far'\]"):
        stacked_bars(divided, words=words, id="by-year", parts=[PARTS[0], PARTS[2]])


def test_more_parts_than_colours_are_refused(divided, words):
    more = [*PARTS, *((str(number), str(number)) for number in range(5))]
    with pytest.raises(ValueError, match="more than 7"):
        stacked_bars(divided, words=words, id="by-year", parts=more)


def test_a_table_without_rows_or_a_column_cannot_be_drawn(divided, words):
    with pytest.raises(DataError, match="no rows"):
        stacked_bars(divided.iloc[:0], words=words, id="by-year", parts=PARTS)
    with pytest.raises(DataError, match="no column 'share'"):
        stacked_bars(divided.drop(columns="share"), words=words, id="by-year", parts=PARTS)
