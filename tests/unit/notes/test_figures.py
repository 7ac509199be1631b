"""Stocks with what both editions say of them, on the embedded figures, and their facts."""

import pytest

from roundtable import store
from roundtable.briefing.study import Study
from roundtable.notes import figures, session
from roundtable.notes.figures import Figure, Stock


@pytest.fixture(scope="module")
def study() -> Study:
    return Study(
        tables=store.load("pack"),
        year=2024,
        edition="undesa-2024",
        other="undesa-2020",
        language="en",
    )


def test_corridors_of_the_session_come_first_then_the_larger_ones(study):
    found = figures.of_country(study, "MUS", session=[("MUS", "CAN")])
    pairs = [(figure.origin, figure.destination) for figure in found]
    assert pairs[0] == ("MUS", "CAN")
    sizes = [figure.size for figure in found[1:]]
    assert sizes == sorted(sizes, reverse=True)
    assert len(pairs) == len(set(pairs))


def test_a_corridor_that_only_the_other_edition_gives_is_there_without_a_figure(study):
    (found,) = figures.of_pairs(study, [("MUS", "GBR")])
    assert (found.now.persons, found.here.persons, found.there.persons) == (None, None, 45_365)
    assert (found.kind, found.flags, found.excess) == ("not-listed", ("not_listed",), None)
    facts = figures.facts_of(study, found)
    assert facts["stock"].printed == {"en": "no estimate"}
    assert facts["there"].printed == {"en": "about 45,400"}
    assert (facts["there"].edition, facts["there"].arguments["year"]) == ("undesa-2020", 2020)


def test_a_pair_that_no_edition_gives_is_counted_as_without_estimate(study):
    pairs = [("MUS", "GBR"), ("BTN", "TON")]
    of_kind = session.counts_by_kind(study, pairs, figures.of_pairs(study, pairs))
    values = {fact.id: fact.value for fact in of_kind}
    assert values["corridors-not-listed"] == 1
    assert values["corridors-no-estimate"] == 1
    assert sum(values.values()) == len(pairs)


def test_all_immigrants_are_compared_between_the_editions(study):
    found = figures.total(study, "FRA")
    assert (found.now.persons, found.here.persons, found.there.persons) == (
        9_186_757,
        8_610_719,
        8_524_876,
    )
    assert found.excess == pytest.approx(85_843 / 8_524_876)
    assert (found.kind, found.flags) == ("measured", ())
    # Its total counts foreign citizens.
    assert figures.total(study, "MUS").flags == ("citizens",)


def test_the_size_of_a_corridor_is_the_other_editions_where_this_one_does_not_list_it():
    here = Stock(persons=None, edition="undesa-2024", year=2020, kind="not-listed")
    there = Stock(persons=7, edition="undesa-2020", year=2020)
    unlisted = Figure(origin="MUS", destination="GBR", now=here, here=here, there=there)
    assert (unlisted.size, unlisted.id) == (7, "stock-mus-gbr")
    everybody = Figure(origin=None, destination="GBR", now=there, here=there, there=there)
    assert (everybody.size, everybody.id) == (7, "stock-all-gbr")
