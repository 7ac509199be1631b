"""Breaks that most origins of a destination share, by hand."""

import pandas as pd
import pytest
from tests.unit.reliability.rows import NEW, OLD, corridor, flagged, stocks, years_of

from roundtable.reliability import breaks

FALLING = {2010: 2000, 2015: 1500, 2020: 1000}
RISING = {2010: 1000, 2015: 1500, 2020: 2000}


def destination(*courses, edition=NEW, code="BRA"):
    """Build the rows of a destination whose origins follow the courses given."""
    parts = [
        corridor(edition, figures, destination=code, origin=f"A{'ABCDEFGHIJ'[at]}A")
        for at, figures in enumerate(courses)
    ]
    return stocks(*parts).assign(source=edition)


def found(table):
    rows = breaks.common_breaks(table)
    return list(rows[["origin", "start", "end"]].itertuples(index=False, name=None))


def test_three_origins_that_fall_and_jump_together_are_a_break():
    assert found(destination(*[FALLING | {2024: 1250}] * 3)) == [
        ("AAA", 2020, 2024),
        ("ABA", 2020, 2024),
        ("ACA", 2020, 2024),
    ]


def test_origins_that_rise_and_drop_together_are_a_break_too():
    assert len(found(destination(*[RISING | {2024: 1600}] * 3))) == 3


def test_two_origins_are_no_break_common_to_most():
    assert found(destination(*[FALLING | {2024: 1250}] * 2)) == []


def test_a_course_turns_by_a_quarter_and_no_less():
    assert found(destination(*[FALLING | {2024: 1249}] * 3)) == []
    assert found(destination(*[RISING | {2024: 1601}] * 3)) == []


@pytest.mark.parametrize(("going_on", "count"), [(1, 3), (2, 0)])
def test_two_in_three_of_those_on_the_course_must_turn(going_on, count):
    table = destination(*[FALLING | {2024: 2000}] * 3, *[FALLING | {2024: 900}] * going_on)
    assert len(found(table)) == count


def test_one_origin_that_surges_while_the_others_go_on_is_no_break():
    ukrainians = {2010: 2000, 2015: 1500, 2020: 1000, 2024: 6000}
    assert found(destination(ukrainians, *[FALLING | {2024: 800}] * 4)) == []


def test_a_boom_of_all_origins_on_a_rising_course_is_no_break():
    assert found(destination(*[RISING | {2024: 6000}] * 5)) == []


def test_a_course_needs_two_intervals():
    short = {2015: 1500, 2020: 1000, 2024: 2000}
    unsteady = {2010: 1400, 2015: 1500, 2020: 1000, 2024: 2000}
    assert found(destination(*[short] * 3)) == []
    assert found(destination(*[unsteady] * 3)) == []


def test_an_interval_moves_by_half_a_percent_a_year_or_is_no_part_of_a_course():
    # 2.5% over five years is just below 0.5% a year in logarithms.
    assert found(destination(*[{2010: 2051, 2015: 2000, 2020: 1500, 2024: 3000}] * 3)) == [
        ("AAA", 2020, 2024),
        ("ABA", 2020, 2024),
        ("ACA", 2020, 2024),
    ]
    assert found(destination(*[{2010: 2050, 2015: 2000, 2020: 1500, 2024: 3000}] * 3)) == []


def test_fewer_than_500_people_before_the_break_are_not_judged():
    small = {2010: 700, 2015: 600, 2020: 499, 2024: 900}
    assert found(destination(*[small] * 3)) == []
    assert len(found(destination(*[small | {2020: 500}] * 3))) == 3


def test_where_falling_origins_jump_rising_ones_that_drop_are_marked_too():
    table = destination(*[FALLING | {2024: 2000}] * 3, RISING | {2024: 1000}, RISING | {2024: 2100})
    assert [origin for origin, *_ in found(table)] == ["AAA", "ABA", "ACA", "ADA"]


def test_where_rising_origins_drop_one_that_jumps_is_not_marked():
    table = destination(*[RISING | {2024: 1000}] * 3, FALLING | {2024: 9000})
    assert [origin for origin, *_ in found(table)] == ["AAA", "ABA", "ACA"]


def test_an_origin_of_which_nobody_is_left_has_turned():
    assert len(found(destination(*[RISING | {2024: 0}] * 3))) == 3


def test_an_origin_that_is_no_longer_listed_has_not_turned():
    assert found(destination(*[RISING] * 3, {2010: 5, 2024: 5})) == []


def test_others_have_no_course():
    table = destination(*[FALLING | {2024: 2000}] * 2)
    others = table[table["origin"] == "AAA"].assign(origin="OOO")
    assert found(pd.concat([table, others], ignore_index=True)) == []


def test_editions_and_destinations_break_by_themselves():
    broken, calm = FALLING | {2024: 2000}, FALLING | {2024: 900}
    table = pd.concat(
        [
            destination(*[broken] * 3),
            destination(*[calm] * 3, edition=OLD),
            destination(*[calm] * 3, code="PER"),
        ],
        ignore_index=True,
    )
    rows = breaks.common_breaks(table)
    assert set(zip(rows["edition"], rows["destination"], strict=True)) == {(NEW, "BRA")}
    assert set(rows["source"]) == {NEW}


def test_no_stocks_have_no_breaks():
    rows = breaks.common_breaks(destination().astype({"year": int}))
    assert list(rows.columns) == ["edition", "destination", "origin", "start", "end", "source"]
    assert rows.empty


def test_the_row_that_ends_the_interval_is_rebased_and_the_input_stays_as_it_was():
    table = destination(*[FALLING | {2024: 2000}] * 3, FALLING | {2024: 900})
    before = table.copy(deep=True)
    rows = flagged(table, breaks=breaks.common_breaks(table))
    pd.testing.assert_frame_equal(table, before)
    assert years_of(rows, "rebased") == [2024] * 3
    assert not rows.loc[rows["origin"] == "ADA", "rebased"].any()
    assert set(rows["kind"]) == {"measured"}
