"""What the figures can carry: every rule by hand."""

import math

import pandas as pd
import pytest

from roundtable import reliability

OLD, NEW = "undesa-2020", "undesa-2024"
COLUMNS = ["edition", "destination", "origin", "year", "both"]
SHIFTS = ["edition", "destination", "start", "end", "largest_shift"]
MARKS = ["edition", "destination", "born", "citizens"]


def corridor(edition, figures, *, destination="FRA", origin="MUS"):
    """Build rows of a corridor from persons by year."""
    return [(edition, destination, origin, year, both) for year, both in figures.items()]


def stocks(*parts):
    """Build a table of stocks from the rows of corridors."""
    return pd.DataFrame([row for part in parts for row in part], columns=COLUMNS)


def flagged(table, *, shifts=(), marks=()):
    """Flag a table; without more, no composition is frozen and all count the foreign-born."""
    return reliability.flagged(
        table,
        compositions=pd.DataFrame(shifts, columns=SHIFTS).astype({"largest_shift": float}),
        destinations=pd.DataFrame(marks, columns=MARKS).astype({"born": bool, "citizens": bool}),
    )


def years_of(rows, flag):
    """Return the years in which a flag is set."""
    return list(rows.loc[rows[flag], "year"])


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


# --- editions side by side --------------------------------------------------------------------


def test_the_excess_is_the_larger_over_the_smaller_minus_one():
    table = stocks(corridor(OLD, {2015: 100, 2020: 150}), corridor(NEW, {2015: 100, 2020: 100}))
    rows = reliability.compared(table)
    assert list(rows["year"]) == [2015, 2020]
    assert list(rows["excess"]) == [0.0, 0.5]
    assert list(rows.loc[1, ["smaller", "larger"]]) == [100.0, 150.0]


def test_the_excess_does_not_depend_on_which_edition_is_larger():
    there = stocks(corridor(OLD, {2020: 100}), corridor(NEW, {2020: 150}))
    back = stocks(corridor(OLD, {2020: 150}), corridor(NEW, {2020: 100}))
    pd.testing.assert_frame_equal(reliability.compared(there), reliability.compared(back))


def test_nobody_against_somebody_is_an_infinite_excess_and_nobody_twice_is_none():
    table = stocks(corridor(OLD, {2015: 0, 2020: 0}), corridor(NEW, {2015: 9, 2020: 0}))
    assert list(reliability.compared(table)["excess"]) == [math.inf, 0.0]


def test_only_years_that_both_editions_give_are_compared():
    table = stocks(corridor(OLD, {2020: 9}), corridor(NEW, {2015: 9, 2024: 9}))
    assert reliability.compared(table).empty


def test_others_is_not_compared():
    table = stocks(corridor(OLD, {2020: 1}, origin="OOO"), corridor(NEW, {2020: 9}, origin="OOO"))
    assert reliability.compared(table).empty


@pytest.mark.parametrize(
    ("old", "new", "disputed", "kind"),
    [
        (1000, 1000, False, "measured"),
        (1000, 1050, False, "measured"),
        (1000, 1051, False, "revised"),
        (1000, 1250, False, "revised"),
        (1250, 1000, False, "revised"),
        (1000, 1251, True, "disputed"),
        (1251, 1000, True, "disputed"),
        (0, 1, True, "disputed"),
        (0, 0, False, "measured"),
    ],
)
def test_editions_dispute_a_figure_beyond_a_quarter_and_revise_it_beyond_a_twentieth(
    old, new, disputed, kind
):
    rows = flagged(stocks(corridor(OLD, {2020: old}), corridor(NEW, {2020: new})))
    assert list(rows["disputed"]) == [disputed] * 2
    assert list(rows["kind"]) == [kind] * 2


def test_a_year_of_one_edition_is_judged_by_the_last_that_both_give():
    rows = flagged(stocks(corridor(OLD, {2020: 150}), corridor(NEW, {2020: 100, 2024: 300})))
    assert rows.set_index(["edition", "year"])["excess"].to_dict() == {
        (OLD, 2020): 0.5,
        (NEW, 2020): 0.5,
        (NEW, 2024): 0.5,
    }
    assert rows["disputed"].all()


def test_a_corridor_of_one_edition_is_neither_disputed_nor_revised():
    table = stocks(
        corridor(OLD, {2020: 45}, destination="GBR"),
        corridor(OLD, {2020: 9}),
        corridor(NEW, {2020: 9}),
    )
    rows = flagged(table)
    assert math.isnan(rows["excess"].iloc[0])
    assert not rows["disputed"].iloc[0]
    assert rows["kind"].iloc[0] == "measured"


def test_one_edition_alone_can_be_flagged():
    rows = flagged(stocks(corridor(NEW, {2020: 9, 2024: 10})))
    assert rows["excess"].isna().all()
    assert list(rows["kind"]) == ["measured", "measured"]


# --- corridors that an edition does not list --------------------------------------------------

PAIRS = stocks(
    corridor(OLD, {2020: 45}, destination="GBR"),  # in the older edition only
    corridor(OLD, {2020: 0}, destination="ISL"),  # there without people
    corridor(OLD, {2020: 50}),
    corridor(NEW, {2020: 44}),  # in both
    corridor(OLD, {2020: 8}, destination="CAN"),
    corridor(NEW, {2020: 0}, destination="CAN"),  # listed with nobody
    corridor(NEW, {2020: 7, 2024: 9}, destination="DEU"),  # in the newer edition only
    corridor(OLD, {2020: 3}, destination="GBR", origin="OOO"),
    corridor(OLD, {2015: 6}, destination="USA"),  # in another year
)


def found(edition, other):
    rows = reliability.unlisted(PAIRS, edition=edition, other=other, year=2020)
    assert list(rows.columns) == ["destination", "origin", "year", "both"]
    return list(rows.itertuples(index=False, name=None))


def test_a_corridor_with_people_in_the_other_edition_alone_is_not_listed():
    assert found(NEW, OLD) == [("GBR", "MUS", 2020, 45)]


def test_corridors_are_looked_for_in_the_other_direction_too():
    assert found(OLD, NEW) == [("DEU", "MUS", 2020, 7)]


def test_unlisted_corridors_are_found_where_codes_are_dictionaries():
    table = PAIRS.astype(dict.fromkeys(["edition", "destination", "origin"], "category"))
    rows = reliability.unlisted(table, edition=NEW, other=OLD, year=2020)
    assert list(rows["destination"]) == ["GBR"]


# --- who is counted, and the kind of a figure -------------------------------------------------


def test_a_destination_counts_citizens_where_it_does_not_count_the_foreign_born():
    table = stocks(
        corridor(NEW, {2020: 1}, destination="JPN"),
        corridor(NEW, {2020: 1}, destination="FRA"),
        corridor(NEW, {2020: 1}, destination="DZA"),
        corridor(OLD, {2020: 1}, destination="JPN"),
    )
    marks = [
        (NEW, "JPN", False, True),
        (NEW, "FRA", True, False),
        (NEW, "DZA", True, True),
        (OLD, "JPN", True, False),
    ]
    assert list(flagged(table, marks=marks)["citizens"]) == [True, False, False, False]


def test_disputed_goes_before_carried_forward_and_that_before_revised():
    table = stocks(
        corridor(OLD, {2020: 200}),
        corridor(NEW, {2020: 100}),
        corridor(OLD, {2020: 110}, origin="SEN"),
        corridor(NEW, {2020: 100}, origin="SEN"),
        corridor(OLD, {2020: 100}, origin="MLI"),
        corridor(NEW, {2020: 100}, origin="MLI"),
    )
    rows = flagged(table, shifts=[(NEW, "FRA", 2015, 2020, 0.0)])
    kinds = rows.set_index(["origin", "edition"])["kind"].to_dict()
    assert kinds == {
        ("MUS", OLD): "disputed",
        ("MUS", NEW): "disputed",
        ("SEN", OLD): "revised",
        ("SEN", NEW): "carried-forward",
        ("MLI", OLD): "measured",
        ("MLI", NEW): "carried-forward",
    }
    assert set(rows["kind"]) < set(reliability.KINDS)


def test_a_straight_line_is_carried_forward_too():
    rows = flagged(stocks(corridor(NEW, {1990: 0, 1995: 10, 2000: 20, 2005: 30})))
    assert list(rows["kind"]) == ["measured", *["carried-forward"] * 3]


def test_the_flags_of_a_row_are_named_in_one_order():
    table = stocks(corridor(OLD, {2020: 200}), corridor(NEW, {2020: 100}))
    marks = [(NEW, "FRA", False, True), (OLD, "FRA", True, False)]
    rows = flagged(table, shifts=[(NEW, "FRA", 2015, 2020, 0.0)], marks=marks)
    assert reliability.flags_of(rows.iloc[0]) == ("disputed", "mixed_basis")
    assert reliability.flags_of(rows.iloc[1]) == ("disputed", "frozen", "citizens", "mixed_basis")


def test_rows_keep_their_order_and_columns_and_the_input_stays_as_it_was():
    table = stocks(
        corridor(NEW, {2024: 3, 2020: 2}), corridor(OLD, {2020: 1}, destination="ARE")
    ).set_axis([7, 3, 5])
    before = table.copy(deep=True)
    rows = flagged(table)
    pd.testing.assert_frame_equal(table, before)
    pd.testing.assert_frame_equal(rows[COLUMNS], before)


def test_flags_do_not_depend_on_how_codes_are_held():
    table = stocks(
        corridor(OLD, {2015: 100, 2020: 200}),
        corridor(NEW, {2015: 100, 2020: 100, 2024: 104}),
        corridor(NEW, {2024: 5}, destination="JPN"),
    )
    shifts = pd.DataFrame([(NEW, "FRA", 2020, 2024, 0.0)], columns=SHIFTS)
    marks = pd.DataFrame([(NEW, "JPN", False, True)], columns=MARKS)
    codes = ["edition", "destination", "origin"]
    plain = reliability.flagged(table, compositions=shifts, destinations=marks)
    held = reliability.flagged(
        table.astype(dict.fromkeys(codes, "category")),
        compositions=shifts.astype(dict.fromkeys(codes[:2], "category")),
        destinations=marks.astype(dict.fromkeys(codes[:2], "category")),
    )
    pd.testing.assert_frame_equal(held.astype(dict.fromkeys(codes, "str")), plain)


# --- growth -----------------------------------------------------------------------------------


def marked(figures, *, edition=NEW, frozen=(), linear=(), disputed=()):
    """Build flagged rows of one corridor, the flags set in the years given."""
    table = stocks(corridor(edition, figures))
    for name, years in (("frozen", frozen), ("linear", linear), ("disputed", disputed)):
        table[name] = table["year"].isin(years)
    return table


FIGURES = {1990: 1000, 1995: 1100, 2000: 1300, 2005: 1600, 2010: 1700, 2020: 2000}


def test_growth_is_told_where_nothing_speaks_against_it():
    assert reliability.growth_refused(marked(FIGURES), start=1990, end=2020) == ()


def test_growth_is_refused_where_a_year_is_not_listed():
    assert reliability.growth_refused(marked(FIGURES), start=1990, end=2024) == ("not_listed",)
    assert reliability.growth_refused(marked(FIGURES), start=1985, end=2020) == ("not_listed",)


def test_growth_is_refused_across_a_flag_at_either_end_or_inside():
    for year in (2000, 2005, 2010):
        rows = marked(FIGURES, frozen=[year])
        assert reliability.growth_refused(rows, start=2000, end=2010) == ("frozen",)


def test_growth_is_told_beside_a_flag():
    rows = marked(FIGURES, frozen=[1995, 2020], linear=[1995])
    assert reliability.growth_refused(rows, start=2000, end=2010) == ()


def test_all_flags_that_speak_against_growth_are_named():
    rows = marked(FIGURES, frozen=[2005], linear=[2010])
    assert reliability.growth_refused(rows, start=2000, end=2010) == ("frozen", "linear")


def test_a_dispute_between_editions_does_not_refuse_growth_within_one():
    rows = marked(FIGURES, disputed=[2000, 2010])
    assert reliability.growth_refused(rows, start=2000, end=2010) == ()


# --- the period that both editions carry ------------------------------------------------------


def both(old=None, new=None, *, figures=FIGURES, disputed=()):
    """Build flagged rows of one corridor in both editions, with the flags of each."""
    return pd.concat(
        [
            marked(figures, edition=OLD, disputed=disputed, **(old or {})),
            marked(figures, edition=NEW, disputed=disputed, **(new or {})),
        ],
        ignore_index=True,
    )


def test_the_longest_period_of_both_editions_is_taken():
    assert reliability.common_period(both(), last=2020) == (1990, 2020)


def test_the_period_ends_in_the_last_year_that_is_asked_for():
    assert reliability.common_period(both(), last=2010) == (1990, 2010)


def test_a_year_that_one_edition_gives_alone_is_no_end():
    rows = pd.concat([both(), marked({2024: 2500})], ignore_index=True)
    assert reliability.common_period(rows, last=2024) == (1990, 2020)


@pytest.mark.parametrize("flag", ["frozen", "linear"])
@pytest.mark.parametrize("edition", ["old", "new"])
def test_a_stuck_year_in_one_edition_is_not_crossed(edition, flag):
    rows = both(**{edition: {flag: [2010]}})
    assert reliability.common_period(rows, last=2020) == (1990, 2005)


def test_a_disputed_end_is_left_for_the_next_and_a_dispute_inside_is_crossed():
    rows = both(disputed=[1990, 2005, 2020])
    assert reliability.common_period(rows, last=2020) == (1995, 2010)


def test_of_two_periods_of_one_length_the_later_is_taken():
    figures = dict.fromkeys([1985, 1990, 1995, 2000, 2005, 2010, 2015], 900)
    rows = both(old={"frozen": [2000]}, figures=figures)
    assert reliability.common_period(rows, last=2020) == (2005, 2015)


def test_a_period_is_at_least_ten_years():
    figures = {2010: 1000, 2015: 1200, 2020: 1500}
    assert reliability.common_period(both(figures=figures), last=2020) == (2010, 2020)
    assert reliability.common_period(both(figures=figures), last=2015) is None


@pytest.mark.parametrize(("base", "period"), [(500, (2005, 2020)), (499, (2010, 2020))])
def test_a_period_starts_with_at_least_500_people(base, period):
    rows = both(figures={2005: 5000, 2010: 700, 2020: 9000})
    rows.loc[(rows["year"] == 2005) & (rows["edition"] == OLD), "both"] = base
    assert reliability.common_period(rows, last=2020) == period


def test_there_is_no_period_without_a_second_edition():
    assert reliability.common_period(marked(FIGURES), last=2020) is None


def test_there_is_no_period_where_every_year_is_stuck():
    rows = both(new={"frozen": list(FIGURES)})
    assert reliability.common_period(rows, last=2020) is None
