"""The matrix of corridors."""

import pandas as pd
import pytest

from roundtable.charts import Words, corridor_matrix
from roundtable.charts.look import INK, LAND
from roundtable.errors import DataError
from roundtable.facts.forms import DASH

WORDS = Words(title="Half", measure="Thousands", source="Source: invented.", alt="x")
ROWS = [
    ("Alpha", "Alpha", None, DASH, DASH, False),
    ("Alpha", "Beta", 1_000_000, "1,000,000", "1,000", True),
    ("Beta", "Alpha", 80, "80", "0.1", True),
    ("Beta", "Beta", None, DASH, DASH, False),
    ("Alpha", "<b>Gamma", None, DASH, DASH, True),
    ("Beta", "<b>Gamma", 10_000, "10,000", "10", True),
]


@pytest.fixture
def cells():
    columns = ["origin", "destination", "persons", "printed", "short", "inside"]
    return pd.DataFrame(ROWS, columns=columns).astype({"persons": "Int64"})


def drawn(cells):
    sides = {"origins": ["Alpha", "Beta"], "destinations": ["Alpha", "Beta", "<b>Gamma"]}
    return corridor_matrix(cells, words=WORDS, id="matrix", **sides)


def test_the_shade_follows_the_order_of_magnitude(cells):
    trace, *_ = drawn(cells).data
    assert [list(line) for line in trace.z] == [[-1, 1, None], [0, -1, 0.5]]


def test_a_corridor_without_a_figure_is_white_and_what_is_no_corridor_grey(cells):
    trace, *_ = drawn(cells).data
    assert trace.z[0][2] is None
    assert dict(map(tuple, trace.colorscale))[0.499] == LAND
    assert trace.hovertext[0][0] == ""  # nothing to say of Alpha in Alpha
    assert trace.hovertext[0][1] == "Alpha → Beta: 1,000,000"


def in_view(figure, axis):
    """The numbers that a layout's axis has within its range."""
    low, high = axis["range"]
    _, *written = figure.data
    return {
        text: trace.textfont.color
        for trace in written
        for column, text in zip(trace.x, trace.text, strict=True)
        if low < column < high
    }


def test_numbers_stand_in_the_cells_of_the_wide_layout_only(cells):
    figure = drawn(cells)
    assert set(in_view(figure, figure.layout.xaxis2)) == {"1,000", "0.1", "10", DASH}
    assert not in_view(figure, figure.layout.meta["narrow"]["xaxis2"])
    assert {trace.xaxis for trace in figure.data[1:]} == {"x2"}


def test_numbers_are_white_only_where_the_cell_is_dark(cells):
    figure = drawn(cells)
    colors = in_view(figure, figure.layout.xaxis2)
    assert (colors["1,000"], colors["10"], colors["0.1"]) == ("white", INK, INK)


def test_names_are_escaped(cells):
    written = [note.text for note in drawn(cells).layout.annotations]
    assert "&lt;b&gt;Gamma" in written


def test_a_missing_column_is_named(cells):
    with pytest.raises(DataError, match="'inside'"):
        drawn(cells.drop(columns="inside"))
