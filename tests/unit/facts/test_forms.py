import math

import pytest

from roundtable.facts import forms


@pytest.mark.parametrize(
    ("persons", "printed"),
    [
        (None, "no estimate"),
        (0, "no"),
        (1, "1"),
        (99, "99"),
        (100, "about 100"),
        (114, "about 110"),
        (999, "about 1,000"),
        (1_234, "about 1,230"),
        (44_709, "about 44,700"),
        (999_499, "about 999,000"),
        (999_500, "about 1 million"),
        (1_234_567, "about 1.23 million"),
        (11_279_561, "about 11.3 million"),
        (304_021_813, "about 304 million"),
    ],
)
def test_people_have_three_figures_and_not_more(persons, printed):
    assert forms.people(persons, "en") == printed


@pytest.mark.parametrize(
    ("share", "printed"),
    [
        (None, "no estimate"),
        (0, "0%"),
        (0.0005, "less than 0.1%"),
        (0.001, "0.1%"),
        (0.0345, "3.5%"),
        (0.0994, "9.9%"),
        (0.0995, "10%"),
        (0.391, "39%"),
        (0.99, "99%"),
        (0.994, "99.4%"),
        (0.999, "99.9%"),
        (0.9995, "more than 99.9%"),
        (1, "100%"),
    ],
)
def test_a_share_that_is_not_all_never_reads_as_all(share, printed):
    assert forms.percent(share, "en") == printed


@pytest.mark.parametrize(
    ("rate", "printed"),
    [(-0.0004, "less than 0.1%"), (-0.012, "\N{MINUS SIGN}1.2%"), (-0.15, "\N{MINUS SIGN}15%")],
)
def test_a_falling_rate_is_rounded_like_a_rising_one(rate, printed):
    assert forms.percent(rate, "en") == printed


@pytest.mark.parametrize(
    ("ratio", "printed"),
    [
        (None, "no estimate"),
        (1, "hardly changed"),
        (1.019, "hardly changed"),
        (0.981, "hardly changed"),
        (1.03, "grew by 3.0%"),
        (0.97, "shrank by 3.0%"),
        (1.12, "grew by 12%"),
        (0.88, "shrank by 12%"),
        (1.25, "grew by a quarter"),
        (0.75, "shrank by a quarter"),
        (1.664, "grew by about two thirds"),
        (0.34, "shrank by about two thirds"),
        (1.995, "doubled"),
        (2.05, "about doubled"),
        (0.5, "halved"),
        (0.51, "about halved"),
        (3.01, "tripled"),
        (2.5, "grew 2.5-fold"),
        (12.3, "grew 12-fold"),
        (0, "shrank by 100%"),
    ],
)
def test_growth_is_told_in_words_for_both_directions(ratio, printed):
    assert forms.change(ratio, "en") == printed


@pytest.mark.parametrize(
    ("share", "printed"),
    [
        (None, "no estimate"),
        (0.5, "half"),
        (0.505, "about half"),
        (0.199, "about one in five"),
        (0.6667, "two thirds"),
        (0.55, "55%"),
        (1, "100%"),
    ],
)
def test_a_fraction_is_a_word_only_where_one_is_near(share, printed):
    assert forms.fraction(share, "en") == printed


@pytest.mark.parametrize(
    ("rank", "printed"),
    [
        (None, "no estimate"),
        (1, "largest"),
        (2, "second largest"),
        (8, "eighth largest"),
        (9, "9th largest"),
        (11, "11th largest"),
        (13, "13th largest"),
        (21, "21st largest"),
        (22, "22nd largest"),
        (103, "103rd largest"),
        (112, "112th largest"),
    ],
)
def test_a_rank_stands_in_front_of_largest(rank, printed):
    assert forms.rank(rank, "en") == printed


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (None, "no estimate"),
        (0, "none"),
        (0.05, "fewer than one"),
        (0.94, "fewer than one"),
        (0.96, "1.0"),
        (9.94, "9.9"),
        (35.2, "35"),
    ],
)
def test_persons_per_thousand(value, printed):
    assert forms.per_thousand(value, "en") == printed


def test_a_small_rate_in_a_table_is_not_printed_as_zero():
    assert [forms.small(v, "en") for v in (0.024, 0.06, 0)] == ["< 0.1", "0.1", "0.0"]


@pytest.mark.parametrize(
    ("ratio", "printed"),
    [(None, "no estimate"), (0.04, "0.04 times"), (1.26, "1.3 times"), (13.2, "13 times")],
)
def test_a_ratio_keeps_what_it_can_carry(ratio, printed):
    assert forms.times(ratio, "en") == printed


def test_a_table_prints_the_number_of_the_source_and_a_dash_where_there_is_none():
    assert forms.exact(44_709, "en") == "44,709"
    assert forms.exact(6.766, "en", digits=1) == "6.8"
    assert forms.exact(0, "en") == "0"
    assert forms.exact(None, "en") == forms.exact(math.nan, "en") == forms.DASH
