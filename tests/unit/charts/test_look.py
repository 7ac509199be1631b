"""The look that charts share: escaping, line breaks, the two layouts."""

import subprocess
import sys

import pandas as pd
import pytest

from roundtable.charts import Words, ranked_bars
from roundtable.charts.figure import require
from roundtable.charts.lettering import balanced, plain, printed, text_width, wrap
from roundtable.charts.look import CONFIG, EDGE, NARROW, WIDE
from roundtable.charts.sheet import sheet
from roundtable.errors import DataError


def test_tags_links_and_entities_are_printed_as_they_stand():
    hostile = '<a href="javascript:alert(1)">x</a> &lt;'
    expected = '&lt;a href="javascript:alert(1)"&gt;x&lt;/a&gt; &amp;lt;'
    assert plain(hostile) == expected


def test_dollar_signs_cannot_start_a_formula_nor_templates_a_substitution():
    assert plain("$a$ %{meta.id}") == "&#36;a&#36; &#37;{meta.id}"


def test_line_breaks_inside_a_text_become_blanks():
    assert plain("one\ntwo\tthree") == "one two three"


def test_lines_are_escaped_one_by_one_and_then_joined():
    assert printed(["a<b", "c"], bold=True) == "<b>a&lt;b<br>c</b>"


@pytest.mark.parametrize("width", [40, 90, 200])
def test_no_line_is_wider_than_its_room(width):
    text = "Saint Vincent and the Grenadines Donaudampfschifffahrtsgesellschaft"
    lines = wrap(text, width=width)
    assert all(text_width(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_an_empty_text_is_one_empty_line():
    assert wrap("", width=100) == [""]


def test_a_balanced_title_has_no_more_lines_than_a_full_one():
    text = "France hosts the largest community of people born in Mauritius that any country reports"
    full = wrap(text, width=620, size=17, bold=True)
    even = balanced(text, width=620, size=17, bold=True)
    assert len(full) == len(even) == 2
    assert len(even[1]) > len(full[1])


def test_the_narrow_layout_leaves_room_for_every_line_of_its_title():
    words = Words("A finding of some length that needs several lines on a telephone", "m", "s", "a")
    wide, narrow = (sheet(words, width=width, body=100) for width in (WIDE, NARROW))
    assert narrow["title"]["text"].count("<br>") > wide["title"]["text"].count("<br>")
    assert narrow["margin"]["t"] > wide["margin"]["t"]
    assert all(
        text_width(line, size=16, bold=True) <= NARROW - 2 * EDGE
        for line in narrow["title"]["text"].removeprefix("<b>").removesuffix("</b>").split("<br>")
    )


def test_height_is_the_sum_of_margins_and_body(words):
    layout = sheet(words, width=WIDE, body=123)
    assert layout["height"] == pytest.approx(
        layout["margin"]["t"] + 123 + layout["margin"]["b"], abs=1
    )


def test_the_modebar_offers_a_picture_and_nothing_else():
    assert CONFIG["modeBarButtons"] == [["toImage"]]
    assert CONFIG["displaylogo"] is False


def test_importing_the_charts_leaves_the_default_template_alone():
    code = (
        "import plotly.io as pio; before = pio.templates.default; import roundtable.charts; "
        "assert pio.templates.default == before; assert 'roundtable' in pio.templates"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_missing_column_is_named(ranking, words):
    with pytest.raises(DataError, match=r"`top` cannot be drawn: its table has no column 'status'"):
        ranked_bars(ranking.drop(columns="status"), words=words, id="top")


def test_a_table_without_rows_is_an_error():
    with pytest.raises(DataError, match=r"`top` cannot be drawn: its table has no rows"):
        require(pd.DataFrame({"a": []}), ["a"], chart="top")
