"""Stocks with what both editions say of them, on the embedded figures, and their facts."""

import pytest

from roundtable import store
from roundtable.briefing import Historical
from roundtable.briefing.study import Study
from roundtable.notes import figures, session, totals
from roundtable.notes.figure import Figure, Stock, displaced_share, facts_of, territory_of


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
    facts = facts_of(study, found)
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
    found = totals.total(study, "FRA")
    assert (found.now.persons, found.here.persons, found.there.persons) == (
        9_186_757,
        8_610_719,
        8_524_876,
    )
    assert found.excess == pytest.approx(85_843 / 8_524_876)
    assert (found.kind, found.flags) == ("measured", ())
    # Its total counts foreign citizens.
    assert totals.total(study, "MUS").flags == ("citizens",)


def test_a_break_of_a_destination_concerns_every_corridor_into_it_and_its_total(study):
    found = {figure.origin: figure for figure in figures.of_country(study, "BRA", session=[])}
    # Most origins of Brazil left their course in 2024; the Paraguayans were on none.
    assert (found["PRT"].rebased, found["PRT"].recounted) == (2024, 2024)
    assert (found["PRY"].rebased, found["PRY"].recounted) == (None, 2024)
    assert totals.total(study, "BRA").recounted == 2024
    assert totals.total(study, "FRA").recounted is None


def test_emigrants_are_of_the_kind_that_the_briefing_on_historical_links_gives_them(study):
    links = Historical(country="BRA", year=2024, edition="undesa-2024")
    mine, theirs = totals.abroad(study, "BRA"), links.book["emigrants"]
    assert (mine.value, mine.printed, mine.kind) == (theirs.value, theirs.printed, theirs.kind)


def test_corridors_inside_one_state_are_left_out_unless_the_session_has_them(study):
    pairs = {(f.origin, f.destination) for f in figures.of_country(study, "FRA", session=[])}
    assert ("FRA", "REU") not in pairs
    assert ("FRA", "PRT") in pairs
    own = figures.of_country(study, "FRA", session=[("FRA", "REU")])
    assert (own[0].origin, own[0].destination) == ("FRA", "REU")


def test_the_territory_is_the_one_with_most_people_of_the_origin(study):
    (brazil,) = figures.of_pairs(study, [("BRA", "FRA")])
    (ecuador,) = figures.of_pairs(study, [("ECU", "BEL")])
    assert territory_of(study, brazil) == "GUF"
    assert territory_of(study, ecuador) is None


def test_refugees_in_a_figure_are_the_part_that_the_bilateral_briefing_prints(study):
    (mexico,) = figures.of_pairs(study, [("MEX", "CAN")])
    fact = displaced_share(study, mexico)
    # 9,505 refugees and 30,442 asylum seekers of 103,620 people.
    assert fact.value == pytest.approx(39_947 / 103_620)
    assert (fact.id, fact.printed) == ("stock-mex-can-displaced-share", {"en": "39%"})


def test_the_size_of_a_corridor_is_the_other_editions_where_this_one_does_not_list_it():
    here = Stock(persons=None, edition="undesa-2024", year=2020, kind="not-listed")
    there = Stock(persons=7, edition="undesa-2020", year=2020)
    unlisted = Figure(origin="MUS", destination="GBR", now=here, here=here, there=there)
    assert (unlisted.size, unlisted.id) == (7, "stock-mus-gbr")
    everybody = Figure(origin=None, destination="GBR", now=there, here=there, there=there)
    assert (everybody.size, everybody.id) == (7, "stock-all-gbr")
