"""Growth, and the years over which both editions carry it."""

import pandas as pd
import pytest
from tests.unit.reliability.rows import FIGURES, NEW, OLD, marked

from roundtable import reliability


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
