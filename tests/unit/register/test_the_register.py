"""The register as it stands: what it covers, and figures that the documents print."""

import pytest

from roundtable import register


@pytest.fixture(scope="module")
def everything():
    return register.every()


def test_every_passage_of_the_documents_has_an_entry(everything):
    assert register.missing(everything) == []


def test_what_every_entry_cites_has_its_document(everything):
    for entry in everything.entries.values():
        refs = [source.ref(everything.passages) for source in entry.cited]
        assert {ref.id for ref in refs} <= set(everything.documents)


@pytest.mark.parametrize(
    ("entry", "result", "value"),
    [
        ("brazil-regularisation-2009", "regularised", 41816),
        ("brazil-regularisation-2009", "bolivians", 16881),
        ("brazil-regularisation-2009", "round-1981", 27000),
        ("brazil-regularisation-2009", "round-1988", 36990),
        ("brazil-regularisation-2009", "round-1998", 40909),
        ("france-mauritius-2008", "visas-a-year", 500),
    ],
)
def test_figures_of_the_paper_are_results(everything, entry, result, value):
    found = {item.id: item.value for item in everything.entries[entry].results}
    assert found[result] == value


def test_ids_of_results_are_unique_over_the_register(everything):
    ids = [
        f"{entry.id}-{result.id}"
        for entry in everything.entries.values()
        for result in entry.results
    ]
    assert len(ids) == len(set(ids))


def test_belgium_takes_no_part_in_legal_migration_with_georgia(everything):
    entry = everything.entries["eu-georgia-2009"]
    (belgium,) = [party for party in entry.parties if party.place == "BEL"]
    assert "legal migration" in belgium.part
    assert ("GEO", "BEL") in {(pair.origin, pair.destination) for pair in entry.corridors}
