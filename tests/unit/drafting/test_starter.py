import pytest

from roundtable import drafting, drafts
from roundtable.drafting import starter
from roundtable.errors import ContentError, ParameterError
from roundtable.facts import Fact, SourceRef
from roundtable.notes import everything
from roundtable.roundtables import pairs


@pytest.fixture
def start(session):
    theme, item = pairs(session.briefings)[0]
    return lambda section="size", place="after": drafting.start(
        session, theme, item, section=section, language="en", place=place
    )


def test_a_starter_shows_the_generated_text_with_its_facts_and_lists_every_fact(start):
    text = start().read_text("utf-8")
    assert "number {{ per_thousand_of_origin }} for every 1,000 inhabitants of Mauritius" in text
    assert "{{ stock_other }}: about 50,700. People of one origin who live in one" in text
    assert "(undesa-2020, origin MUS, destination FRA, year 2020)" in text
    assert "{{ remittances }}: about US$" in text


def test_a_starter_changes_no_briefing_until_something_is_written(start, session):
    path = start(place="instead")
    draft, problems = drafts.read(path)
    assert problems == []
    assert draft.empty
    assert drafting.problems(session) == []
    path.write_text(path.read_text("utf-8") + "Our {{ stock }}.\n", encoding="utf-8")
    (found,) = drafting.review(session)
    assert (found.problems, list(found.facts)) == ([], ["stock"])


def test_a_draft_on_a_short_paper_can_be_started(session):
    theme, item = next(pair for pair in everything(session) if pair[1].slug == "speaking-note-fra")
    path = drafting.start(
        session, theme, item, section="speaking-note-quote", language="en", place="after"
    )
    assert path.parent.name == "speaking-note-fra"
    text = path.read_text("utf-8")

    assert "- **Immigrants in France, 2024: {{ stock_all_fra }}.**" in text
    assert "{{ emigrants }}: about 2.55 million." in text
    assert drafting.problems(session) == []


@pytest.mark.parametrize("section", ["key-messages", "claims", "rights", "links-heading"])
def test_every_section_can_be_started(start, session, section):
    start(section)
    assert drafting.problems(session) == []


def test_a_long_list_among_the_arguments_of_a_fact_is_cut_and_an_empty_one_left_out():
    fact = Fact(
        id="ledger",
        value=71,
        unit="entries",
        printed={"en": "71"},
        indicator="ledger",
        definition="Entries that the document names",
        arguments={"entries": ["a", "b", "c", "d", "e"], "verdict": "", "year": 2024},
        sources=(SourceRef("register"),),
        kind="measured",
    )
    assert starter._line(fact, "en") == (
        "{{ ledger }}: 71. Entries that the document names (entries a, b, c, … 5 in all, year 2024)"
    )


def test_a_starter_never_overwrites_a_draft(start):
    path = start()
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(ContentError, match=r"is there already. Write in it, or remove it first"):
        start()
    assert path.read_text("utf-8") == "mine"


def test_an_unknown_section_is_refused_with_those_there_are(start, workspace):
    with pytest.raises(ParameterError, match=r"no section 'sizee'.*Did you mean 'size'\?"):
        start("sizee")
    assert not (workspace / "notebooks" / "drafts").exists()
