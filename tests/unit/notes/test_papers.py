"""The papers on the embedded figures: what they say, and that every number has its fact."""

import re

import pytest

from roundtable import notes, prose, roundtables
from roundtable.errors import ParameterError
from roundtable.export import note_page
from roundtable.export.page import Page
from roundtable.register import trace as register_trace

AT = {"year": 2024, "edition": "undesa-2024"}
CORRIDORS = ["MUS-FRA", "BRA-FRA", "GEO-BEL"]
MARK = re.compile(r'<span class="fact" data-fact="([^"]+)">(.*?)</span>')


pytestmark = pytest.mark.usefixtures("on_the_pack")


@pytest.fixture(scope="module")
def papers():
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ROUNDTABLE_DATA", "pack")
        return [
            notes.SpeakingNote(country="FRA", corridors=CORRIDORS, **AT),
            notes.SpeakingNote(country="BRA", corridors=CORRIDORS, **AT),
            notes.Questions(country="MUS", corridors=CORRIDORS, **AT),
            notes.Questions(country="AUS", corridors=CORRIDORS, **AT),
            notes.CorridorNote(origin="MUS", destination="FRA", **AT),
            notes.CorridorNote(origin="GEO", destination="BEL", **AT),
        ]


def words(paper, part: str) -> str:
    (found,) = [item for item in paper.parts() if item.id == f"{paper.kind}-{part}"]
    return prose.plain(found.markdown)


def test_every_number_in_a_paper_is_a_fact_of_its_record_and_leads_to_rows(papers):
    for paper in papers:
        shown = {name: text for part in paper.parts() for name, text in MARK.findall(part.markdown)}
        facts = {fact["id"]: fact for fact in paper.record()["facts"]}
        assert set(shown) <= set(facts)
        assert len(facts) >= 5
        for fact in facts.values():
            table, rows = register_trace.rows_of(fact, paper.tables)
            assert table
            assert len(rows) > 0 or fact["value"] is None, fact["id"]


def test_a_note_that_has_fewer_than_three_safe_figures_says_so(papers):
    france, brazil, *_ = papers
    assert "Only one figure of France passes the test below as it stands" in words(france, "quote")
    assert "Others need the words in italics" in words(france, "quote")
    assert "Only" not in words(brazil, "quote")
    assert words(brazil, "quote").count("measured") == 4  # three badges, and the test's own word


def test_a_speaking_note_counts_the_corridors_by_their_kind_of_figure(papers):
    message = words(papers[0], "messages")
    assert "We debate three corridors, and for one of them there is a measured figure" in message
    assert "one revised between the editions" in message
    assert "one not listed" in message


def test_figures_to_avoid_come_with_their_reason(papers):
    avoid = words(papers[1], "avoid")
    assert "Not listed in the 2024 edition" in avoid
    assert "more than a quarter apart" in avoid
    assert "Divided by origin as before" in avoid


def test_an_objection_names_the_corridor_that_is_not_listed_and_calls_it_no_count(papers):
    objections = words(papers[2], "figures")
    assert "Where are the people from Mauritius in the United Kingdom?" in objections
    assert "The same holds for Mauritius → Ireland" in objections
    assert "about 45,400 in 2020, an indication and no count of today" in objections


def test_an_objection_on_protection_names_what_the_review_found_missing(papers):
    answer = words(papers[2], "agreements")
    assert "*France–Mauritius circular migration*: does it protect the people" in answer  # noqa: RUF001
    assert "no provision, or only a part of one, on: transparency" in answer
    assert "protect the people" not in words(papers[3], "agreements")


def test_a_government_without_a_corridor_of_the_session_is_told_so(papers):
    assert "three corridors begins or ends in Australia" in words(papers[3], "corridors")


def test_a_corridor_note_prints_the_briefings_figures_and_one_question(papers):
    note = papers[4]
    assert "about 44,700 people born in Mauritius lived in France" in words(note, "size")
    assert "39% of the emigrants from Mauritius" in words(note, "weight")
    assert words(note, "question").count("?") == 1


def test_each_reason_of_an_objection_is_one_item_of_a_tight_list(papers):
    (figures,) = [part for part in papers[2].parts() if part.id == "questions-figures"]
    lines = figures.markdown.splitlines()
    assert all(line.startswith("- **") for line in lines)
    assert len(lines) == 3  # not listed, disputed, carried forward


def test_a_corridor_note_says_of_a_territory_that_it_is_not_to_be_added():
    note = notes.CorridorNote(origin="BRA", destination="FRA", **AT)
    assert "French Guiana is listed apart" in words(note, "size")


def test_the_register_is_told_without_a_count_of_none(papers):
    agreed = words(papers[3], "agreements")
    assert "a party to four entries: three in force or under way." in agreed
    assert "none with" not in agreed


def test_a_corridor_that_is_not_listed_has_no_share_and_the_question_of_who_counts(papers):
    note = papers[5]
    assert "lists no figure for people born in Georgia" in words(note, "size")
    assert "Without a figure for the corridor no share can be given" in words(note, "weight")
    assert "Which register or census of Belgium could say" in words(note, "question")


def test_no_section_prints_what_is_no_fact(papers):
    assert papers[0].prose.problems() == []


def test_wrong_parameters_are_told_at_once():
    with pytest.raises(ParameterError, match=r"(?s)'XXX'.*'MUS–FRA'.*`year` is 2023") as caught:  # noqa: RUF001
        notes.Questions(country="XXX", corridors=["MUS–FRA"], **{**AT, "year": 2023})  # noqa: RUF001
    assert "The parameters of 'notes' do not fit" in str(caught.value)


def test_a_page_shows_its_parts_sources_and_nothing_from_elsewhere(papers):
    note = papers[4]
    page = Page(slug="corridor-note-mus-fra", forum="F", session="R", session_title="<b>T</b>")
    html = note_page.render(note.parts(), note.record(), page)
    assert "<h1>Mauritius → France</h1>" in html
    assert "&lt;b&gt;T&lt;/b&gt;" in html
    assert "International Migrant Stock 2024" in html
    assert 'data-fact="stock"' in html
    assert "http://" not in html.replace("http://www.w3.org", "")


def test_the_papers_of_a_roundtable_follow_from_its_file():
    session = roundtables.load(roundtables.find(None))
    wanted = notes.wanted(session)
    slugs = [paper.slug for paper in wanted]
    governments = len({*session.co_chairs, *session.team})
    assert slugs[:3] == ["speaking-note-bra", "speaking-note-fra", "questions-bra"]
    assert len(slugs) == len(set(slugs))
    assert len(slugs) == len(session.co_chairs) + governments + len(session.briefings.bilateral)
    assert notes.wanted(session.model_copy(update={"notes": ()})) == []


SESSION = roundtables.load(roundtables.find(None))


def with_choices(**choices) -> roundtables.Roundtable:
    chosen = {
        name.replace("_", "-"): roundtables.QuestionChoice(**choice)
        for name, choice in choices.items()
    }
    return SESSION.model_copy(update={"questions": chosen})


def corridor_note(session=None):
    return notes.CorridorNote(origin="MEX", destination="USA", session=session, **AT)


def test_a_corridor_note_asks_the_question_of_the_background_paper():
    note = corridor_note()
    assert "97% of the listed emigrants of Mexico live in the United States" in words(
        note, "question"
    )
    assert "share-of-emigrants" in {fact["id"] for fact in note.record()["facts"]}


def test_what_drafters_decide_of_a_question_holds_in_a_corridor_note_too():
    own = corridor_note(with_choices(dependency_mex_usa={"text": "What <b>then</b>?"}))
    assert words(own, "question") == "**What <b>then</b>?**"
    dropped = corridor_note(with_choices(dependency_mex_usa={"take": False}))
    assert "97%" not in words(dropped, "question")
    assert words(dropped, "question").count("?") == 1


def speaking(session=None):
    return notes.SpeakingNote(country="BRA", corridors=CORRIDORS, session=session, **AT)


def test_a_speaking_note_asks_the_first_question_of_the_paper_that_is_about_its_country():
    note = speaking(SESSION)
    text = "no figure for people from Brazil in Germany, where the 2020 edition had about 70,900"
    assert text in words(note, "question")
    lent = {fact["id"]: fact for fact in note.record()["facts"]}
    assert "bilateral-bra-fra-unlisted-largest" in lent
    assert "one question to the room" in note.subtitle


def test_a_speaking_note_takes_the_next_question_where_drafters_dropped_one():
    note = speaking(with_choices(unlisted_bra_deu={"take": False}, counts_bra={"text": "So what?"}))
    assert words(note, "question") == "**So what?**"


def test_without_a_question_a_speaking_note_has_no_part_for_it():
    ids = ("unlisted_bra_deu", "counts_bra", "outcomes")
    note = speaking(with_choices(**{name: {"take": False} for name in ids}))
    assert [part.id for part in note.parts()][-1] == "speaking-note-avoid"
    assert note.subtitle == "Three messages, figures to quote and to avoid"
