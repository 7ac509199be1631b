"""Paired shares."""

import pandas as pd
import pytest

from roundtable.charts import Words, paired_shares
from roundtable.charts.look import ACCENT, GREY
from roundtable.errors import DataError


@pytest.fixture
def shares():
    rows = [
        ("a", "Alpha", 0.64, 0.89, "64%", "89%", False),
        ("b", "Beta & <b>", 0.21, 0.005, "21%", "0.5%", True),
    ]
    columns = [
        *("code", "name", "first", "second", "first_printed", "second_printed", "subject"),
    ]
    return pd.DataFrame(rows, columns=columns)


@pytest.fixture
def said():
    labels = {"first": "of emigrants", "second": "of immigrants"}
    return Words(title="Two", measure="Percent", source="Source: invented.", alt="x", labels=labels)


def test_each_row_has_two_points_joined_by_a_line(shares, said):
    between, second, first = paired_shares(shares, words=said, id="compared").data
    assert list(between.x) == [64, 89, None, 21, 0.5, None]
    assert (list(first.x), list(second.x)) == ([64, 21], [89, 0.5])
    assert list(first.y) == list(second.y) == [0, 1]


def test_the_first_share_is_filled_and_the_second_hollow(shares, said):
    _, second, first = paired_shares(shares, words=said, id="compared").data
    assert list(first.marker.color) == [GREY, ACCENT]
    assert list(second.marker.color) == ["white", "white"]
    assert list(second.marker.line.color) == [GREY, ACCENT]


def test_names_and_values_are_escaped_and_the_key_names_both_shares(shares, said):
    figure = paired_shares(shares, words=said, id="compared")
    assert list(figure.layout.yaxis.ticktext) == ["Alpha", "<b>Beta &amp; &lt;b&gt;</b>"]
    written = " ".join(note.text for note in figure.layout.annotations)
    assert "● of emigrants" in written.replace("  ", " ")
    assert "○ of immigrants" in written.replace("  ", " ")
    assert list(figure.layout.xaxis.range) == [0, 100]


def test_a_missing_column_is_named(shares, said):
    with pytest.raises(DataError, match="second"):
        paired_shares(shares.drop(columns="second"), words=said, id="compared")
