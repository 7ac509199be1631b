"""The register that ships: what the two source documents say stands in it."""

import pytest
from pydantic import ValidationError

from roundtable import register, roundtables
from roundtable.register.entry import Partnership

PUBLISHED = {
    # Section 4c of the background paper.
    "brazil-regularisation-2009": {
        "regularised": 41_816,
        "bolivians": 16_881,
        "chinese": 5_492,
        "peruvians": 4_642,
        "paraguayans": 4_135,
        "africans": 2_700,
        "europeans": 2_390,
        "round-1981": 27_000,
        "round-1988": 36_990,
        "round-1998": 40_909,
    },
    # Its appendix.
    "mauritius-canada": {"migrants": 285, "projects": 5},
    "montreuil-yelimane": {"invested": 4_000_000},
    "lamiwa": {"sessions": 5},
    "regional-consultative-processes": {"processes-2010": 14, "new-since-2000": 7},
    # Sections 3.4, 3.5 and 4a.
    "birthright-israel": {"countries": 52, "participants": 250_000},
    "israel-return-of-talent": {
        "budget": 450_000_000,
        "grant": 2_000_000,
        "grant-a-year": 400_000,
    },
    "france-concerted-management": {"signed-by-2010": 13},
}


@pytest.fixture(scope="module")
def shipped() -> register.Register:
    return register.every()


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_figures_of_the_paper_stand_with_their_passage(shipped, name):
    results = {result.id: result for result in shipped.entries[name].results}
    found = {key: results[key].value for key in PUBLISHED[name]}
    assert found == PUBLISHED[name]
    for key in PUBLISHED[name]:
        documents = {source.ref(shipped.passages).id for source in results[key].sources}
        assert documents == {"gfmd-2010-rt-1-1"}


def test_every_bilateral_briefing_of_the_roundtable_has_an_entry_for_its_corridor(shipped):
    wanted = {
        (briefing.origin, briefing.destination)
        for briefing in roundtables.load(roundtables.find(None)).briefings.bilateral
    }
    named = {
        (corridor.origin, corridor.destination)
        for entry in shipped.entries.values()
        for corridor in entry.corridors
    }
    assert len(wanted) == 25
    assert wanted <= named


def test_every_passage_of_the_two_documents_is_cited_by_an_entry(shipped):
    cited = {source.passage for entry in shipped.entries.values() for source in entry.cited}
    assert set(shipped.passages) <= cited


def test_every_document_is_cited_and_has_an_address_or_is_a_treaty(shipped):
    cited = {
        source.ref(shipped.passages).id
        for entry in shipped.entries.values()
        for source in entry.cited
    }
    without = {name for name, document in shipped.documents.items() if not document.url}
    assert without & cited <= {"gfmd-2010-rt-1-1", "gcc-economic-agreement"}


def test_belgium_joins_the_partnership_with_georgia_without_legal_migration(shipped):
    parts = {party.place: party.part for party in shipped.entries["eu-georgia-2009"].parties}
    assert "no part in legal migration" in parts["BEL"]
    assert len([place for place in parts if place not in (None, "GEO")]) == 16


def test_the_employers_foundation_is_a_party_of_the_programme_from_guatemala(shipped):
    firms = [party.firm for party in shipped.entries["canada-guatemala"].parties]
    assert "FERME" in firms


def test_the_three_components_of_france_and_the_three_criteria_of_belgium_stand(shipped):
    france = shipped.entries["france-concerted-management"].components
    assert [words.split(":")[0] for words in france[:3]] == [
        "legal migration by the needs of local labour markets",
        "irregular migration",
        "development",
    ]
    assert len(shipped.entries["belgium-criteria"].components) == 3


def test_what_became_of_a_partnership_is_told_by_a_successor_that_came_later(shipped):
    for entry in shipped.entries.values():
        by = entry.since_2010.by if entry.since_2010 else None
        if by and entry.began and shipped.entries[by].began:
            assert entry.began.first <= shipped.entries[by].began.first, entry.id


def test_an_entry_of_high_confidence_says_when_it_began_or_who_dates_it(shipped):
    undated = {
        entry.id
        for entry in shipped.entries.values()
        if entry.confidence == "high" and entry.began is None and entry.form in ("treaty", "pact")
    }
    assert undated == set()


def test_an_entry_without_a_source_is_refused():
    with pytest.raises(ValidationError, match="sources"):
        Partnership.model_validate({"id": "a-b", "title": "An agreement"})
