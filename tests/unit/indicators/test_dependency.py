"""The effective number of partners and its bounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable.indicators import dependency

PERSONS = st.lists(st.integers(0, 5_000_000), max_size=12)
LISTED = st.lists(st.integers(1, 5_000_000), min_size=1, max_size=8)


def test_equal_partners_count_in_full():
    assert dependency.inverse_simpson([25, 25, 25, 25]) == 4.0


def test_unequal_partners_count_less():
    # (60 + 30 + 10)² / (3600 + 900 + 100) = 10000 / 4600
    assert dependency.inverse_simpson([60, 30, 10]) == pytest.approx(2.173913, abs=1e-6)


def test_one_partner_is_one_and_nobody_is_no_number():
    assert dependency.inverse_simpson([7]) == 1.0
    assert dependency.inverse_simpson([]) is None
    assert dependency.inverse_simpson([0, 0]) is None


def test_without_unlisted_partners_the_bounds_are_the_number_itself():
    found = dependency.effective_number([10, 10])
    assert (found.listed, found.low, found.indication) == (2.0, 2.0, 2.0)
    assert found.high == pytest.approx(2.0)


def test_an_unlisted_partner_that_may_be_large_widens_the_bounds_both_ways():
    found = dependency.effective_number([10, 10], maxima=[90])
    assert found.listed == 2.0
    # At its maximum: (20 + 90)² / (200 + 8100) = 12100 / 8300.
    assert found.low == pytest.approx(1.457831, abs=1e-6)
    # At the level of the two others: three equal partners.
    assert found.high == pytest.approx(3.0)


def test_an_unlisted_partner_that_must_be_small_raises_the_number_to_its_maximum():
    found = dependency.effective_number([10, 10], maxima=[5])
    assert found.low == 2.0  # with nobody there
    assert found.high == pytest.approx(25**2 / 225)  # 10, 10 and 5


def test_two_unlisted_partners_stand_at_one_level():
    found = dependency.effective_number([10, 10], maxima=[50, 5])
    # 10, 10, x and 5: the best x is the sum of squares over the sum, (200 + 25) / 25 = 9.
    assert found.high == pytest.approx(34**2 / (225 + 81))


def test_the_indication_takes_the_figures_of_the_other_edition():
    found = dependency.effective_number([60, 30, 10], maxima=[80, 20], indications=[45, 10])
    # (100 + 55)² / (4600 + 2025 + 100)
    assert found.indication == pytest.approx(24_025 / 6_725)


def test_nobody_listed_gives_no_number_and_no_bounds():
    none = dependency.EffectiveNumber(None, None, None, None)
    assert dependency.effective_number([], maxima=[5], indications=[4]) == none
    assert dependency.effective_number([0], maxima=[5]) == none


def test_iterators_are_read_once():
    found = dependency.effective_number(iter([10, 10]), maxima=iter([5]), indications=iter([10]))
    assert found.listed == 2.0
    assert found.indication == pytest.approx(3.0)


@pytest.mark.parametrize(
    ("of_destination", "of_origin", "ratio"),
    [(50_000, 25_000, 2.0), (0, 5, 0.0), (None, 5, None), (5, None, None), (5, 0, None)],
)
def test_ratio_of_destination_over_origin(of_destination, of_origin, ratio):
    assert dependency.ratio(of_destination, of_origin) == ratio


@given(PERSONS)
def test_the_number_lies_between_one_and_the_number_of_partners(persons):
    partners = sum(n > 0 for n in persons)
    number = dependency.inverse_simpson(persons)
    if not partners:
        assert number is None
    else:
        assert 1 - 1e-9 <= number <= partners + 1e-9


@given(PERSONS, st.integers(1, 1000), st.randoms(use_true_random=False))
def test_the_number_depends_neither_on_scale_nor_on_order(persons, factor, random):
    other = [n * factor for n in persons]
    random.shuffle(other)
    number = dependency.inverse_simpson(persons)
    assert dependency.inverse_simpson(other) == (number and pytest.approx(number))


@given(LISTED, st.data())
def test_the_bounds_hold_whatever_the_unlisted_partners_have(listed, data):
    maxima = data.draw(st.lists(st.integers(0, 8_000_000), max_size=6))
    fill = [data.draw(st.one_of(st.sampled_from([0, top]), st.integers(0, top))) for top in maxima]
    found = dependency.effective_number(listed, maxima=maxima)
    number = dependency.inverse_simpson([*listed, *fill])
    assert found.low * (1 - 1e-9) <= number <= found.high * (1 + 1e-9)
    assert found.low <= found.listed <= found.high * (1 + 1e-9)


@given(LISTED, st.lists(st.integers(0, 8_000_000), max_size=4))
def test_the_lower_bound_is_reached_with_each_partner_at_nobody_or_at_its_maximum(listed, maxima):
    corners = [[]]
    for top in maxima:
        corners = [[*corner, n] for corner in corners for n in (0, top)]
    least = min(dependency.inverse_simpson([*listed, *corner]) for corner in corners)
    assert dependency.effective_number(listed, maxima=maxima).low == pytest.approx(least)


@given(LISTED, st.lists(st.integers(0, 8_000_000), max_size=6))
def test_the_upper_bound_is_reached_with_all_partners_at_one_level(listed, maxima):
    highest = sum(n * n for n in listed) / sum(listed)
    levels = [highest * step / 500 for step in range(501)]
    best = max(
        dependency.inverse_simpson([*listed, *(min(top, level) for top in maxima)])
        for level in levels
    )
    assert dependency.effective_number(listed, maxima=maxima).high == pytest.approx(best, rel=1e-3)


@given(LISTED, st.lists(st.integers(0, 8_000_000), max_size=4), st.integers(0, 8_000_000))
def test_one_more_unlisted_partner_never_narrows_the_bounds(listed, maxima, top):
    found = dependency.effective_number(listed, maxima=maxima)
    wider = dependency.effective_number(listed, maxima=[*maxima, top])
    assert wider.low <= found.low * (1 + 1e-9)
    assert wider.high >= found.high * (1 - 1e-9)
    assert wider.high <= len(listed) + len(maxima) + 1 + 1e-9


@given(
    st.lists(st.integers(min_value=1, max_value=10**6), min_size=1, max_size=8),
    st.integers(min_value=0, max_value=10**6),
    st.data(),
)
def test_bounds_of_origins_hold_wherever_others_come_from(listed, others, data):
    found = dependency.effective_number_of_origins(listed, others=others)
    part = data.draw(st.integers(min_value=0, max_value=others))
    at = data.draw(st.integers(min_value=0, max_value=len(listed) - 1))
    truth = [*listed, others - part]
    truth[at] += part
    assert found.low <= dependency.inverse_simpson(truth) + 1e-9
    assert dependency.inverse_simpson(truth) <= found.high + 1e-9
    assert found.low <= found.listed


def test_without_others_the_number_of_origins_has_no_bounds_but_itself():
    found = dependency.effective_number_of_origins([30, 10], others=0)
    assert found.low == found.listed == found.high == pytest.approx(1.6)
