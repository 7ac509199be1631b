"""Compositions, straight lines and curves that were carried forward."""

import pandas as pd
import pytest
from tests.unit.reliability.rows import NEW, OLD, SHIFTS, corridor, flagged, stocks

from roundtable import reliability

# --- carried forward: the composition ---------------------------------------------------------


@pytest.mark.parametrize(("shift", "found"), [(0.0, 1), (0.001, 1), (0.00101, 0), (0.2, 0)])
def test_a_composition_is_frozen_up_to_a_tenth_of_a_point(shift, found):
    table = pd.DataFrame([(NEW, "FRA", 2020, 2024, shift)], columns=SHIFTS)
    assert len(reliability.frozen_intervals(table)) == found


def test_a_frozen_interval_marks_the_rows_of_its_last_year_in_its_edition_and_destination():
    table = stocks(
        corridor(NEW, {2015: 10, 2020: 20, 2024: 60}),
        corridor(NEW, {2024: 60}, destination="CAN"),
        corridor(OLD, {2020: 21}),
    )
    rows = flagged(table, shifts=[(NEW, "FRA", 2020, 2024, 0.0005), (NEW, "FRA", 2015, 2020, 0.1)])
    assert list(rows["frozen"]) == [False, False, True, False, False]


# --- carried forward: straight lines ----------------------------------------------------------


def lines(figures):
    """Return the years whose interval belongs to a straight line."""
    table = stocks(corridor(NEW, figures))
    return list(table.loc[reliability.linear_steps(table), "year"])


def test_two_equal_steps_are_no_line():
    assert lines({1990: 100, 1995: 200, 2000: 300}) == []
    assert lines({1990: 100, 1995: 200, 2000: 300, 2005: 900}) == []


def test_three_equal_steps_are_a_line_and_mark_the_end_of_each():
    assert lines({1990: 100, 1995: 200, 2000: 300, 2005: 400}) == [1995, 2000, 2005]


def test_a_line_is_marked_where_it_is_and_not_beyond():
    figures = {1990: 900, 1995: 100, 2000: 200, 2005: 300, 2010: 400, 2015: 900}
    assert lines(figures) == [2000, 2005, 2010]


def test_steps_are_compared_by_year_so_that_the_last_of_four_years_counts():
    # 100 in five years is 80 in four.
    assert lines({2010: 100, 2015: 200, 2020: 300, 2024: 380}) == [2015, 2020, 2024]
    assert lines({2010: 100, 2015: 200, 2020: 300, 2024: 400}) == []


def test_a_falling_line_and_a_constant_are_lines_too():
    assert lines({1990: 400, 1995: 300, 2000: 200, 2005: 100}) == [1995, 2000, 2005]
    assert lines({1990: 70, 1995: 70, 2000: 70, 2005: 70}) == [1995, 2000, 2005]


def test_rounding_to_whole_persons_does_not_hide_a_line():
    # The steps of 100/3 persons, rounded: 33, 34, 33.
    assert lines({1990: 0, 1995: 33, 2000: 67, 2005: 100}) == [1995, 2000, 2005]


def test_steps_may_differ_by_half_a_person_a_year_and_no_more():
    # Steps of 100, 102, 100 differ by 0.4 persons a year; 100, 103, 100 by 0.6.
    assert lines({1990: 0, 1995: 100, 2000: 202, 2005: 302}) == [1995, 2000, 2005]
    assert lines({1990: 0, 1995: 100, 2000: 203, 2005: 303}) == []


def test_large_steps_may_differ_by_a_thousandth():
    # 100,000 a step: 100 more is a thousandth, 101 more is beyond.
    assert lines({1990: 0, 1995: 100_000, 2000: 200_100, 2005: 300_100}) == [1995, 2000, 2005]
    assert lines({1990: 0, 1995: 100_000, 2000: 200_110, 2005: 300_110}) == []


def test_an_empty_corridor_is_no_line():
    assert lines(dict.fromkeys([1990, 1995, 2000, 2005, 2010], 0)) == []


def test_a_line_does_not_run_on_from_one_corridor_into_the_next():
    table = stocks(
        corridor(NEW, {1990: 100, 1995: 200, 2000: 300}, origin="MUS"),
        corridor(NEW, {1990: 400, 1995: 500, 2000: 600}, origin="SEN"),
        corridor(OLD, {1990: 700, 1995: 800, 2000: 900}, origin="SEN"),
    )
    assert not reliability.linear_steps(table).any()


def test_lines_are_found_whatever_the_order_of_the_rows():
    table = stocks(
        corridor(NEW, {1990: 100, 1995: 200, 2000: 300, 2005: 400}, origin="MUS"),
        corridor(NEW, {1990: 1, 1995: 20, 2000: 3, 2005: 40}, origin="SEN"),
    )
    shuffled = table.iloc[[5, 3, 0, 7, 2, 6, 1, 4]]
    found = reliability.linear_steps(shuffled)
    assert list(found.index) == list(shuffled.index)
    assert sorted(found.index[found]) == [1, 2, 3]


def test_no_rows_have_no_lines():
    assert list(reliability.linear_steps(stocks())) == []


# --- carried forward: curves of one rate -------------------------------------------------------


def curves(figures):
    """Return the years whose interval belongs to a curve of one rate."""
    table = stocks(corridor(NEW, figures))
    return list(table.loc[reliability.drawn_on(table)[1], "year"])


def test_three_equal_rates_are_a_curve_and_mark_the_end_of_each():
    # A tenth more in each five years: 2,420 and 2,662 after 2,200.
    assert curves({1990: 2000, 1995: 2200, 2000: 2420, 2005: 2662}) == [1995, 2000, 2005]
    assert curves({1990: 2000, 1995: 2200, 2000: 2420, 2005: 2700}) == []


def test_two_equal_rates_are_no_curve():
    assert curves({1990: 2000, 1995: 2200, 2000: 2420}) == []
    # People from the United Kingdom in South Africa in the 2024 edition: 2.58%, 2.58%, then 2.74%.
    found = {2000: 109_384, 2005: 96_154, 2010: 84_527, 2015: 73_706, 2020: 64_089, 2024: 55_144}
    assert curves(found) == []


def test_rates_are_compared_by_year_and_beyond_the_rounding():
    # People from Brazil in Belgium, and from France in Israel, in the 2024 edition.
    brazil = {1990: 2040, 1995: 2937, 2000: 4228, 2005: 6087, 2010: 9848}
    assert curves(brazil) == [1995, 2000, 2005]
    france = {2005: 39_613, 2010: 40_603, 2015: 41_619, 2020: 42_659, 2024: 43_511}
    assert curves(france) == [2010, 2015, 2020, 2024]


def test_a_rate_may_differ_by_a_two_hundredth_of_a_percent_and_no_more():
    # ln(100,000 x 1.1) and so on; one person in 121,000 is 0.0002% a year, 60 are 0.01%.
    assert curves({1990: 100_000, 1995: 110_000, 2000: 121_001, 2005: 133_100}) != []
    assert curves({1990: 100_000, 1995: 110_000, 2000: 121_060, 2005: 133_100}) == []


def test_rates_of_few_people_are_no_curve():
    assert curves({1990: 500, 1995: 550, 2000: 605, 2005: 665, 2010: 732}) == []
    assert curves({1990: 0, 1995: 0, 2000: 0, 2005: 0}) == []


def test_a_straight_line_is_not_said_to_be_a_curve_too():
    same = dict.fromkeys((1990, 1995, 2000, 2005), 5000)
    assert (lines(same), curves(same)) == ([1995, 2000, 2005], [])


def test_a_figure_on_a_curve_is_carried_forward_and_no_growth_is_told_across_it():
    rows = flagged(stocks(corridor(NEW, {1990: 2000, 1995: 2200, 2000: 2420, 2005: 2662})))
    assert list(rows["kind"]) == ["measured", *["carried-forward"] * 3]
    assert reliability.growth_refused(rows, start=1990, end=2005) == ("constant_rate",)
