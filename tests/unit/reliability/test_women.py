"""Shares of women that were drawn on, told by rule."""

import pandas as pd
import pytest

from roundtable.reliability import women_on_a_line


def corridor(women, both=1000, years=(2005, 2010, 2015, 2020, 2024)):
    return pd.DataFrame({"year": years, "female": women, "both": both})


def test_equal_steps_over_fifteen_years_are_a_line_also_where_the_last_is_shorter():
    rows = corridor([600, 550, 500, 450, 410])
    assert women_on_a_line(rows) == {2010, 2015, 2020, 2024}


def test_a_share_that_stays_is_no_line():
    assert women_on_a_line(corridor([500] * 5)) == frozenset()


def test_two_equal_steps_are_what_two_counts_leave():
    assert women_on_a_line(corridor([600, 550, 500, 510, 480])) == frozenset()


def test_the_stock_may_move_as_it_likes():
    rows = corridor([600, 1100, 500, 900, 820], both=[1000, 2000, 1000, 2000, 2000])
    assert women_on_a_line(rows) == {2010, 2015, 2020, 2024}


@pytest.mark.parametrize(("both", "found"), [(500, 4), (499, 0)])
def test_among_few_people_rounding_makes_any_line(both, found):
    women = [round(both * share) for share in (0.60, 0.55, 0.50, 0.45, 0.41)]
    assert len(women_on_a_line(corridor(women, both=both))) == found


def test_the_rows_are_not_changed_and_may_come_in_any_order():
    rows = corridor([600, 550, 500, 450, 410]).iloc[::-1]
    before = rows.copy()
    assert women_on_a_line(rows) == {2010, 2015, 2020, 2024}
    pd.testing.assert_frame_equal(rows, before)
