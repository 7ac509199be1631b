"""Verdicts: told with a value, or refused with reasons."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable.reliability import FLAGS, Reason, Verdict, in_both
from roundtable.reliability.statements import alike_in_growth
from roundtable.reliability.verdicts import refused

REASONS = st.lists(st.sampled_from([Reason(flag, "2020") for flag in FLAGS]), max_size=4)
VERDICTS = st.one_of(
    st.integers(1, 3).map(Verdict),
    REASONS.filter(bool).map(lambda reasons: refused(*reasons)),
)


def test_a_verdict_tells_or_refuses_and_never_both():
    for value, reasons in ((None, ()), (1, (Reason("frozen"),))):
        with pytest.raises(ValueError, match="a value, or reasons"):
            Verdict(value, reasons=reasons)


def test_flags_are_named_in_one_order_and_other_reasons_are_no_flags():
    verdict = refused(Reason("seam"), Reason("empty"), Reason("frozen", "2020"))
    assert verdict.flags == ("frozen", "seam")
    assert verdict.why == "seam; empty; frozen (2020)"


@given(first=VERDICTS, second=VERDICTS)
def test_what_both_editions_tell_is_told_by_each_and_alike(first, second):
    both = in_both(first, second)
    assert both.told == (first.told and second.told and first.value == second.value)
    if both.told:
        assert both.value == (first.value, second.value)
    assert in_both(second, first).told == both.told


def test_the_edition_that_does_not_carry_a_statement_gives_the_reason():
    assert in_both(Verdict(2), refused(Reason("copied", "2015, 2020"))).flags == ("copied",)


def test_two_values_that_differ_are_disputed_and_both_named():
    verdict = in_both(Verdict(1.33), Verdict(1.66), alike=alike_in_growth)
    assert verdict.flags == ("disputed",)
    assert verdict.why == "disputed (1.33 and 1.66)"


def test_what_must_be_said_beside_one_edition_must_be_said_beside_both():
    both = in_both(Verdict(1, beside=("citizens",)), Verdict(1, beside=("territory", "citizens")))
    assert both.beside == ("citizens", "territory")


@given(first=st.floats(0.1, 10), second=st.floats(0.1, 10))
def test_growth_and_decline_are_never_alike(first, second):
    assert alike_in_growth(first, second) == alike_in_growth(second, first)
    if (first >= 1) != (second >= 1):
        assert not alike_in_growth(first, second)
