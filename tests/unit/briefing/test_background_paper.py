"""The background paper: its order, its facts, its questions."""

import re
from collections import Counter
from datetime import date
from functools import partial

import pytest

from roundtable import drafts, notebooks, register, roundtables, store
from roundtable.briefing import BackgroundPaper, trace
from roundtable.briefing.paper import practice, recruited
from roundtable.briefing.paper.governments import governments, new_corridors
from roundtable.errors import ContentError, ParameterError
from roundtable.register.parts import Sent

SESSION = "gfmd-2010-rt-1-1"
BODY = (
    *("context", "regional", "circuits", "mali", "history", "turned", "descent", "trends"),
    *("talent", "triple", "practice"),
)
SECTIONS = ("key-messages", *BODY, "caution")
TABLES = ("ties", "new_corridors", "exchanges", "corridors", "ledger", "rechecked", "rights")
ORDER = [
    *("title", "messages-heading", "objectives", "context-heading", "regional-heading"),
    *("history-heading", "trends-heading", "practice-heading", "principles"),
    *("questions-heading", "kinds", "caution-heading", "sources-heading"),
]
MARK = re.compile(r'data-fact="([^"]+)"')


@pytest.fixture(scope="module")
def paper():
    """Open the paper once, with all that its notebook shows."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ROUNDTABLE_DATA", "pack")
        opened = BackgroundPaper(session=SESSION, year=2024, edition="undesa-2024")
        opened.texts = {name: opened.text(name).markdown for name in SECTIONS}
        opened.shown_tables = {name: getattr(opened, name)() for name in TABLES}
        opened.asks = opened.questions().markdown
    return opened


@pytest.fixture
def with_choices(paper, monkeypatch):
    """Return a function that sets the drafters' choices and returns the questions."""

    def choose(choices):
        changed = paper.roundtable.model_copy(update={"questions": choices})
        monkeypatch.setattr(paper, "roundtable", changed)
        paper.__dict__.pop("asked", None)
        return paper.questions().markdown

    yield choose
    paper.__dict__.pop("asked", None)


def test_sections_stand_in_the_order_of_the_paper_of_2010():
    notebook = notebooks.read(notebooks.path_of("background_paper"))
    ids = [cell.id for cell in notebook.cells if cell.cell_type == "markdown"]
    assert [name for name in ids if name in ORDER] == ORDER


def test_every_mark_in_the_words_leads_to_a_fact_that_is_known(paper):
    marks = [mark for text in (*paper.texts.values(), paper.asks) for mark in MARK.findall(text)]
    assert len(marks) > 60
    assert [mark for mark in marks if not paper.book[mark].known] == []


def test_no_figure_is_told_twice_in_the_body(paper):
    told = Counter(mark for name in BODY for mark in set(MARK.findall(paper.texts[name])))
    assert {mark for mark, count in told.items() if count > 1} == set()


def test_every_fact_shown_leads_back_to_rows(paper):
    tables = store.load("pack")
    empty = [
        fact.id for fact in paper.book.shown if not len(trace.rows_of(fact.as_json(), tables)[1])
    ]
    assert empty == []


def test_lent_facts_carry_the_slug_of_their_briefing(paper):
    (part, *_) = paper.parts.of("bilateral")
    lent = part.fact("stock")
    assert lent.id == "bilateral-mus-fra-stock"
    assert lent.value == part.briefing.book["stock"].value
    assert part.names["stock"] == lent


def test_the_summary_has_five_messages_each_with_its_kind(paper):
    messages = [line for line in paper.texts["key-messages"].splitlines() if line.startswith("- ")]
    assert len(messages) >= 5
    assert [line for line in messages if line.count('class="kind kind-') != 1] == []


def test_governments_stand_in_the_order_of_names(paper):
    names = [row[0] for row in paper.shown_tables["ties"].rows]
    assert names == sorted(names)
    assert len(governments(paper.roundtable)) == 14


def test_new_corridors_stand_once_each_the_largest_first(paper):
    found = new_corridors(paper.parts)
    pairs = [(item.origin, item.destination) for item in found]
    assert len(set(pairs)) == len(pairs) == paper.book["rises-new"].value
    assert [item.after for item in found] == sorted((item.after for item in found), reverse=True)
    assert ("BRA", "AUS") in pairs


def test_outcomes_of_the_ledger_add_up_to_all_its_entries(paper):
    counts = {id: fact.value for id, fact in paper.book._facts.items() if id.startswith("ledger-")}
    assert sum(counts.values()) == paper.book["ledger"].value
    shown = [row[1].split("; ") for row in paper.shown_tables["ledger"].rows]
    assert sum(map(len, shown)) == paper.book["ledger"].value


def test_the_ledger_has_every_partnership_that_the_paper_of_2010_names(paper):
    entries = register.every().entries
    (series,) = [item for item in paper.book.series if item.id == "ledger"]
    shown = set(series.frame["entry"])
    named = {
        entry.id
        for entry in entries.values()
        if any(source.ref(register.passages()).id == SESSION for source in entry.sources)
    }
    assert shown == named


def test_questions_follow_from_figures_and_name_them(paper):
    asked = {item.id: item for item in paper.asked}
    assert "members-ecowas" in asked
    assert "counts-bra" in asked
    for line in paper.asks.splitlines():
        if line.startswith("- ") and "data-fact" in line:
            assert line.rstrip().endswith("?")


def test_a_question_can_be_dropped(with_choices):
    choices = {"members-ecowas": roundtables.QuestionChoice(take=False)}
    assert "leave a regime of free movement" not in with_choices(choices)


def test_questions_of_the_drafters_stand_behind_those_that_stand_since_2010(
    paper, monkeypatch, tmp_path
):
    path = tmp_path / "trial-1" / "background-paper" / "questions-paper.en.md"
    path.parent.mkdir(parents=True)
    path.write_text("---\nplace: after\n---\n- Who pays for recruitment?\n", encoding="utf-8")
    draft, problems = drafts.read(path)
    assert problems == []
    monkeypatch.setitem(paper.drafts, draft.section, draft)
    text = paper.questions().markdown
    assert text.index("Which new forms") < text.index("Who pays") < text.index("Others follow")


def test_a_question_can_be_put_in_other_words_that_are_escaped(with_choices):
    choices = {"members-ecowas": roundtables.QuestionChoice(text="What now, <b>all</b>?")}
    text = with_choices(choices)
    assert "- What now, &lt;b&gt;all&lt;/b&gt;?" in text
    assert "leave a regime of free movement" not in text


def test_a_choice_about_a_question_that_is_not_raised_is_refused(with_choices):
    with pytest.raises(ContentError, match="names nothing-of-it, which the figures do not raise"):
        with_choices({"nothing-of-it": roundtables.QuestionChoice(take=False)})


def test_a_figure_in_the_drafters_wording_is_refused():
    with pytest.raises(ValueError, match="text"):
        roundtables.QuestionChoice(text="Why 64%?")


def test_an_unknown_session_is_refused_with_those_that_there_are(monkeypatch):
    monkeypatch.setenv("ROUNDTABLE_DATA", "pack")
    with pytest.raises(ParameterError, match=f"`session`: There is no roundtable.*{SESSION}"):
        BackgroundPaper(session="gfmd-2011", year=2024, edition="undesa-2024")


def test_a_reader_who_counts_the_majorities_in_the_table_comes_to_no_fewer(paper):
    (series,) = [item for item in paper.book.series if item.id == "ties"]
    counted = int((series.frame["immigrants_tied"] > 0.5).sum())
    assert 0 < paper.book["governments-tied-most"].value <= counted


def test_practice_is_what_the_roundtable_chooses_by_kind(paper):
    chosen = paper.roundtable.practice
    groups = paper.context["practice"]
    told = [str(entry["short"]) for group in groups for entry in group["entries"]]
    entries = register.every().entries
    assert sorted(told) == sorted(entries[id].short for id in chosen)
    assert [group["kind"] for group in groups] == list(register.KINDS)


def test_without_a_choice_two_partnerships_of_each_kind_are_told():
    found = practice.examples(
        register.every(), governments=frozenset({"BRA", "FRA"}), language="en", on=date(2026, 1, 1)
    )
    assert [len(group["entries"]) for group in found] == [2, 1, 2, 2, 2, 2]


def test_a_partnership_that_the_register_lacks_is_refused_with_the_nearest():
    with pytest.raises(ContentError, match=r"names sawp-mexiko.*Did you mean 'sawp-mexico'"):
        practice.examples(
            register.every(),
            governments=frozenset(),
            language="en",
            on=date(2026, 1, 1),
            chosen=["sawp-mexiko"],
        )


def test_a_partnership_with_figures_tells_no_elements_and_each_period_once():
    entries = register.every()
    tell = partial(practice.told, register=entries, language="en")
    regularised = tell(entries.entries["brazil-regularisation-2009"])
    assert regularised["components"] == []
    assert [str(item["period"]) for item in regularised["results"]] == [
        "",
        "",
        "July to December 2009",
    ]
    criteria = tell(entries.entries["belgium-criteria"])
    assert len(criteria["components"]) == 3
    assert str(criteria["since"]) == "what followed is not known"


def test_the_table_of_students_and_money_prints_each_figure_with_its_year(paper):
    rows = {row[0]: row[1:] for row in paper.shown_tables["exchanges"].rows}
    assert rows["Nigeria"] == (
        "82,505 (2017)",
        "\N{EN DASH}",
        "5.4% (2023)",
        "less than 0.1% (2023)",
    )
    assert list(rows) == sorted(rows)


def test_recruitment_of_another_generation_is_told_with_the_stocks_of_today(paper):
    (group,) = paper.context["recruited"]
    assert [str(item["signed"]) for item in group["treaties"]] == ["1961", "1963", "1964", "1969"]
    morocco = group["treaties"][-1]["stock"]
    assert (morocco.id, morocco.value) == ("bilateral-mar-nld-stock", 176423)


def test_treaties_that_are_younger_than_a_generation_are_left_out():
    found = recruited.old_treaties(register.every(), year=1993, on=date(2026, 1, 1))
    ids = [entry.id for entry in found]
    assert ids == ["netherlands-spain-1961", "netherlands-portugal-1963"]


def test_a_treaty_that_is_not_cleared_is_not_told():
    known = register.every()
    entry = known.entries["netherlands-spain-1961"]
    held = entry.model_copy(update={"sent_by": Sent(government="NLD", cleared=False)})
    alone = known._replace(entries={entry.id: held})
    assert recruited.old_treaties(alone, year=2024, on=date(2026, 1, 1)) == []


def test_small_numbers_of_published_figures_are_words(paper):
    assert "the ten nationalities" in re.sub("<[^>]+>", "", paper.texts["history"])
