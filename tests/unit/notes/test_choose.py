"""Which figures may be quoted: invented stocks, the choice worked out by hand."""

import pytest

from roundtable.notes import choose
from roundtable.notes.figure import Figure, Stock


def figure(
    origin: str | None = "MUS",
    destination: str = "FRA",
    *,
    persons: int | None = 10_000,
    there: int | None = 10_000,
    kind: str = "measured",
    flags: tuple[str, ...] = (),
    excess: float | None = 0.02,
    **more,
) -> Figure:
    stocks = {
        "now": Stock(persons=persons, edition="undesa-2024", year=2024, kind=kind, flags=flags),
        "here": Stock(persons=persons, edition="undesa-2024", year=2020),
        "there": Stock(persons=there, edition="undesa-2020", year=2020),
    }
    return Figure(origin=origin, destination=destination, excess=excess, **stocks, **more)


def test_a_measured_figure_on_which_both_editions_agree_is_safe():
    assert choose.is_safe(figure(excess=0.05))


@pytest.mark.parametrize(
    "changed",
    [
        {"excess": 0.051},
        {"excess": None},
        {"kind": "carried-forward"},
        {"kind": "revised"},
        {"flags": ("citizens",)},
        {"flags": ("frozen",)},
        {"recounted": 2015},
        {"persons": 999},
    ],
    ids=str,
)
def test_a_figure_that_fails_one_test_is_not_safe(changed):
    assert not choose.is_safe(figure(**changed))


def test_a_figure_may_be_quoted_with_a_word_where_its_flags_only_say_whom_it_counts():
    assert choose.is_safe_with_a_word(figure(flags=("citizens", "territory")))
    assert not choose.is_safe_with_a_word(figure(flags=("citizens", "copied")))
    assert not choose.is_safe_with_a_word(figure(flags=("citizens",), excess=0.1))
    assert not choose.is_safe_with_a_word(figure(flags=("citizens",), recounted=2024))
    assert not choose.is_safe_with_a_word(figure())


def test_figures_that_need_a_word_fill_up_what_safe_ones_leave_in_the_order_given():
    first, second, third = (figure("MUS"), figure("BRA", flags=("territory",)), figure("SEN"))
    fourth = figure("MLI", flags=("citizens",))
    assert choose.quotable([second, first, fourth, third], most=3) == ([first, third], [second])
    assert choose.quotable([first, second], most=1) == ([first], [])
    assert choose.quotable([figure(excess=0.2)], most=3) == ([], [])


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"persons": None, "kind": "not-listed", "flags": ("not_listed",)}, "not-listed"),
        ({"kind": "disputed", "flags": ("disputed", "frozen"), "rebased": 2020}, "disputed"),
        ({"kind": "carried-forward", "flags": ("frozen",)}, "carried-forward"),
        ({"rebased": 2020}, "rebased"),
        ({"kind": "revised"}, None),
        ({}, None),
    ],
    ids=str,
)
def test_the_reason_is_the_first_that_holds(changed, why):
    assert choose.reason(figure(**changed)) == why


def test_sensitive_figures_are_told_by_reason_and_small_ones_only_if_of_the_session():
    small = {"persons": None, "there": 900, "kind": "not-listed"}
    own = figure("GEO", "BEL", **small, of_session=True)
    other = figure("PER", "BEL", **small)
    old = [figure(name, "MUS", kind="carried-forward") for name in ("IND", "BGD", "CHN")]
    assert choose.sensitive([own, other, *old], each=2) == {
        "not-listed": [own],
        "carried-forward": old[:2],
    }


def test_figures_to_avoid_differ_in_their_reason_before_one_is_told_twice():
    old = [figure(name, "MUS", kind="carried-forward") for name in ("IND", "BGD", "CHN")]
    disputed = figure("PRT", "BRA", kind="disputed")
    assert choose.to_avoid([*old, disputed], most=3) == [
        ("disputed", disputed),
        ("carried-forward", old[0]),
        ("carried-forward", old[1]),
    ]
    assert choose.to_avoid([figure()], most=3) == []
