"""The ledger: what became of the partnerships that a document names."""

from datetime import date

from tests.unit.register.conftest import BLOC, ENTRY

from roundtable.register import ledger

DAY = date(2026, 1, 1)
SECOND = ENTRY.replace("id: fra-mus", "id: mus-fra-two").replace("2008-09-23", "2007-01-01")
RENEWED = SECOND + "since_2010: {became: renewed, sources: [{passage: second}]}\n"
HELD_BACK = SECOND + "sent_by: {government: FRA, cleared: false}\n"


def names(entries):
    return [entry.id for entry in entries]


def test_only_entries_that_the_document_names_are_in_its_ledger(read):
    register = read(fra_mus=ENTRY, west_africa=BLOC)
    assert names(ledger.named_in(register, "paper", on=DAY)) == ["fra-mus"]
    assert names(ledger.named_in(register, "report", on=DAY)) == ["west-africa"]


def test_entries_stand_by_kind_and_then_by_when_they_began(read):
    bloc = BLOC.replace("{document: report, where: paragraph 1}", "{passage: second}")
    register = read(fra_mus=ENTRY, mus_fra_two=RENEWED, west_africa=bloc)
    found = names(ledger.named_in(register, "paper", on=DAY))
    assert found == ["mus-fra-two", "fra-mus", "west-africa"]


def test_what_is_not_cleared_is_not_in_the_ledger(read):
    register = read(fra_mus=ENTRY, mus_fra_two=HELD_BACK)
    assert names(ledger.named_in(register, "paper", on=DAY)) == ["fra-mus"]


def test_an_entry_of_which_nothing_is_known_counts_as_unknown(read):
    register = read(fra_mus=ENTRY, mus_fra_two=RENEWED)
    entries = ledger.named_in(register, "paper", on=DAY)
    facts = ledger.ledger_facts(entries, document="paper", language="en")
    counts = {id: fact.value for id, fact in facts.items() if fact.value}
    assert counts == {"ledger": 2, "ledger-renewed": 1, "ledger-unknown": 1}
    assert facts["ledger"].printed == {"en": "two"}


def test_a_count_leads_back_to_its_entries(read):
    register = read(fra_mus=ENTRY, mus_fra_two=RENEWED)
    entries = ledger.named_in(register, "paper", on=DAY)
    facts = ledger.ledger_facts(entries, document="paper", language="en")
    assert facts["ledger-renewed"].arguments == {"entries": ["mus-fra-two"]}
    assert facts["ledger-ended"].arguments == {"entries": []}
