"""Which facts changed, by how much, and whether that is a revision or migration."""

import math

import pytest

from roundtable.compare.changes import Change, compare_facts


@pytest.fixture
def only(fact, version):
    """Compare one fact on two sides, each given by value, edition and more."""

    def compared(old, new, *, editions=("undesa-2020", "undesa-2024"), years=(2020, 2020)):
        sides = [
            version(
                fact("stock", value, edition=more.pop("edition", edition), **more),
                edition=edition,
                year=year,
            )
            for (value, more), edition, year in zip((old, new), editions, years, strict=True)
        ]
        return compare_facts(*sides)

    return compared


def of_year(year: int) -> dict:
    return {"arguments": {"origin": "MUS", "destination": "FRA", "year": year}}


def test_one_year_in_two_editions_is_a_revision(only):
    (change,) = only((50_000, {}), (40_000, {})).changes
    assert change.cause == "revision"
    assert change.difference == -10_000
    assert change.ratio == 0.8
    assert change.excess == 0.25


def test_two_years_of_one_edition_are_a_change_of_the_stock(only):
    (change,) = only(
        (40_000, of_year(2010)),
        (50_000, of_year(2020)),
        editions=("undesa-2024", "undesa-2024"),
        years=(2010, 2020),
    ).changes
    assert change.cause == "stock"


def test_a_figure_carried_forward_is_no_change_of_the_stock(only):
    (change,) = only(
        (40_000, of_year(2010)),
        (50_000, {**of_year(2020), "kind": "carried-forward"}),
        editions=("undesa-2024", "undesa-2024"),
        years=(2010, 2020),
    ).changes
    assert change.cause == "carried"


def test_another_year_of_another_edition_cannot_be_separated(only):
    (change,) = only((40_000, of_year(2020)), (50_000, of_year(2024)), years=(2020, 2024)).changes
    assert change.cause == "both"


@pytest.fixture
def parted(fact, version):
    """Compare one fact of three versions, each given by edition, year, value and more."""

    def compared(*told):
        old, between, new = (
            version(
                fact("stock", value, edition=edition, **of_year(year), **more),
                edition=edition,
                year=year,
            )
            for edition, year, value, more in told
        )
        return compare_facts(old, new, between).changes

    return compared


def test_what_stands_between_parts_a_revision_from_a_change_of_the_stock(parted):
    # Two editions put 2020 at 50,721 and 44,179; the later one puts 2024 at 44,709.
    old = ("undesa-2020", 2020, 50_721, {})
    between = ("undesa-2024", 2020, 44_179, {})
    new = ("undesa-2024", 2024, 44_709, {})
    (change,) = parted(old, between, new)
    assert change.cause == "both"
    assert change.steps == (("revision", -6_542), ("stock", 530))
    (back,) = parted(new, between, old)
    assert back.steps == (("stock", -530), ("revision", 6_542))


def test_a_part_that_is_carried_forward_is_no_migration(parted):
    (change,) = parted(
        ("undesa-2020", 2020, 50_721, {}),
        ("undesa-2024", 2020, 44_179, {}),
        ("undesa-2024", 2024, 44_709, {"kind": "carried-forward"}),
    )
    assert change.steps == (("revision", -6_542), ("carried", 530))


def test_a_figure_that_was_not_revised_changed_with_the_year_alone(parted):
    (change,) = parted(
        ("undesa-2020", 2020, 300, {}),
        ("undesa-2024", 2020, 300, {}),
        ("undesa-2024", 2024, 320, {}),
    )
    assert change.steps == (("revision", 0), ("stock", 20))


def test_without_an_estimate_between_nothing_is_told_apart(parted):
    (change,) = parted(
        ("undesa-2020", 2020, 300, {}),
        ("undesa-2024", 2020, None, {}),
        ("undesa-2024", 2024, 320, {}),
    )
    assert (change.cause, change.steps) == ("both", ())


def test_the_same_year_of_the_same_edition_points_to_data_or_method(only):
    editions = ("undesa-2024", "undesa-2024")
    (change,) = only((40_000, {}), (50_000, {}), editions=editions).changes
    assert change.cause == "data"


def test_a_source_that_is_no_edition_of_the_stock_knows_no_revision_of_it(only):
    # Facts on GDP bear the edition of their briefing, but rest on the World Bank alone.
    bank = {"sources": ["worldbank-wdi"], "unit": "ratio"}
    (same_year,) = only((2.0, bank.copy()), (2.5, bank.copy())).changes
    (other_year,) = only((2.0, bank | of_year(2019)), (2.5, bank | of_year(2020))).changes
    assert (same_year.cause, other_year.cause) == ("data", "source-year")


def test_figures_quoted_from_the_other_edition_change_places_and_do_not_count(only):
    (change,) = only((44, {"edition": "undesa-2024"}), (50, {"edition": "undesa-2020"})).changes
    assert change.cause == "mirrored"
    assert not change.comparable


def test_what_one_edition_lists_of_the_other_is_asked_the_other_way_round(only):
    unlisted = {"indicator": "unlisted"}
    (change,) = only((187, unlisted.copy()), (53_158, unlisted.copy())).changes
    assert change.cause == "crossed"
    assert not change.comparable
    editions = ("undesa-2024", "undesa-2024")
    (later,) = only((187, unlisted.copy()), (190, unlisted.copy()), editions=editions).changes
    assert later.cause == "data"


def test_a_fact_about_another_place_is_not_set_against_the_first(only):
    china = {"arguments": {"origin": "MUS", "destination": "CHN", "year": 2020}}
    (change,) = only((187, china), (45_365, {})).changes
    assert change.cause == "subject"
    assert not change.comparable


def test_an_edition_among_the_arguments_is_no_other_subject(only):
    # So claims have it: {"measure": "persons", "series": "undesa-2020", …}.
    editions = ("undesa-2020", "undesa-2024")
    old, new = ({"arguments": {"measure": "share", "series": name}} for name in editions)
    (change,) = only((0.3, old), (0.4, new)).changes
    assert change.cause == "revision"


def test_equal_values_with_equal_marks_are_no_change(only):
    found = only((50_000, {}), (50_000.0, {}))
    assert (found.shared, found.changes) == (1, ())


def test_a_change_of_kind_or_flags_alone_is_told_without_a_cause(only):
    flagged = {"kind": "carried-forward", "flags": ["copied"]}
    (change,) = only((50_000, flagged), (50_000, {})).changes
    assert change.cause is None
    assert not change.moved


def test_facts_of_one_side_are_new_or_gone(fact, version):
    found = compare_facts(version(fact("a", 1), fact("b", 2)), version(fact("b", 2), fact("c", 3)))
    assert found.shared == 1
    assert [one["id"] for one in found.gone] == ["a"]
    assert [one["id"] for one in found.new] == ["c"]


@pytest.mark.parametrize(
    ("old", "new", "excess"),
    [(100, 105, 0.05), (105, 100, 0.05), (100, 126, 0.26), (0, 5, math.inf), (-0.1, 0.1, math.inf)],
)
def test_the_larger_is_set_against_the_smaller(fact, old, new, excess):
    change = Change(id="x", old=fact("x", old), new=fact("x", new), cause="revision")
    assert change.excess == pytest.approx(excess)


def test_a_rank_has_a_difference_and_no_ratio(fact):
    old, new = fact("x", 32, unit="rank"), fact("x", 35, unit="rank")
    change = Change(id="x", old=old, new=new, cause="revision")
    assert (change.difference, change.ratio, change.excess) == (3, None, None)


def test_an_estimate_on_one_side_only_has_neither_difference_nor_ratio(fact):
    change = Change(id="x", old=fact("x", 5), new=fact("x", None), cause="revision")
    assert (change.estimate, change.difference, change.ratio) == ("lost", None, None)


def test_words_of_the_data_are_compared_as_words(fact, version):
    old = version(fact("visa", "visa free", edition="", unit="requirement"))
    new = version(fact("visa", "visa required", edition="", unit="requirement"))
    (change,) = compare_facts(old, new).changes
    assert (change.cause, change.excess) == ("data", None)
