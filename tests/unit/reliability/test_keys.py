"""Keys as numbers: equal where the codes are, whatever holds them."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable.reliability.keys import among, numbered

ON = ["origin", "year"]
CODES = st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from([1990, 1995])), max_size=8)


def table(rows):
    frame = pd.DataFrame(list(rows), columns=ON)
    return frame.astype({"origin": str, "year": int})


@given(mine=CODES, theirs=CODES)
def test_a_row_is_found_where_its_whole_key_stands_among_the_marks(mine, theirs):
    assert list(among(table(mine), table(theirs), on=ON)) == [row in theirs for row in mine]


@pytest.mark.parametrize("held", ["category", "object", "str"])
def test_codes_in_dictionaries_and_as_text_are_the_same(held):
    rows = table([("MUS", 1990), ("SEN", 1995)]).astype({"origin": held})
    marks = table([("BRA", 1990), ("SEN", 1995)]).astype({"origin": "category"})
    assert list(among(rows, marks, on=ON)) == [False, True]


def test_a_key_that_no_row_can_have_is_numbered_minus_one():
    rows, marks = table([("MUS", 1990)]), table([("MUS", 1995), ("MUS", 1990)])
    mine, theirs = numbered(rows, marks, on=ON)
    assert list(theirs) == [-1, mine[0]]


def test_nothing_is_found_among_nothing():
    assert list(among(table([("MUS", 1990)]), table([]), on=ON)) == [False]
    assert list(among(table([]), table([("MUS", 1990)]), on=ON)) == []
