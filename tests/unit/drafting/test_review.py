import pytest

from roundtable import checks, drafting
from roundtable.drafting.documents import opened
from roundtable.notes import everything

AT = "notebooks/drafts/trial-1/bilateral-mus-fra"


def test_a_session_without_drafts_has_nothing_to_review(session):
    assert drafting.review(session) == []
    assert drafting.problems(session) == []


@pytest.mark.parametrize(
    ("slug", "section"),
    [
        ("bilateral-mus-fra", "size"),
        ("bilateral-mus-fra", "size-reading"),
        ("regional-ecowas", "share"),
        ("historical-gbr", "key-messages"),
        ("new-trends-fra", "caution"),
        ("speaking-note-fra", "speaking-note-question"),
        ("corridor-note-mus-fra", "corridor-note-size"),
    ],
)
def test_every_document_takes_drafts_on_texts_and_on_cells_of_words(session, write, slug, section):
    theme, item = next(pair for pair in everything(session) if pair[1].slug == slug)
    fact = next(iter(opened(session, theme, item, "en").book.variables().values()))
    write("Ours: {{ " + fact.id.replace("-", "_") + " }}.", slug=slug, name=f"{section}.en.md")
    (found,) = drafting.review(session)
    assert found.problems == []
    assert found.not_recorded == [fact.id] == list(found.facts)


def test_everything_wrong_with_all_drafts_is_told_at_once_with_file_and_line(session, write):
    write("See {{ stokc }}.\n\n<b>x</b>")
    write(name="sizes.en.md")
    write(name="stock-over-time-title.en.md")
    write(name="size.xx.md")
    write(front="place: above", name="origins.en.md")
    figure = "{beside: stock, government: MUS, value: 7, unit: persons, year: 2022}"
    write(front=f"place: after\nnational_figures:\n  - {figure}", name="links.en.md")
    write(slug="bilateral-mus-frb")
    told = drafting.problems(session)
    for message in (
        f"{AT}/size.en.md, line 4: there is no fact or name 'stokc' in this briefing. Did you "
        "mean 'stock'?",
        f"{AT}/size.en.md, line 6: HTML stands in the words.",
        f"{AT}/sizes.en.md: there is no section 'sizes' in this document;",
        f"{AT}/stock-over-time-title.en.md: there is no section 'stock-over-time-title'",
        f"{AT}/size.xx.md: there are no words in language 'xx'",
        f"{AT}/origins.en.md, line 2, place: Input should be 'before', 'after' or 'instead'",
        f"{AT}/links.en.md, line 4, national_figures.0.source: is missing; add it.",
        "notebooks/drafts/trial-1/bilateral-mus-frb: trial-1 has no briefing 'bilateral-mus-frb'. "
        "Did you mean 'bilateral-mus-fra'?",
    ):
        assert any(text.startswith(message) for text in told), message
    assert len(told) == 8


def test_words_are_checked_although_the_front_matter_or_the_section_does_not_fit(session, write):
    write("See {{ stokc }}.\n\n<script>x</script>", front="place: above")
    write("See {{ stokc }}.", name="sizes.en.md")
    told = drafting.problems(session)
    assert [text.partition(":")[0] for text in told] == [
        f"{AT}/size.en.md, line 2, place",
        f"{AT}/size.en.md, line 4",
        f"{AT}/size.en.md, line 6",
        f"{AT}/sizes.en.md",
        f"{AT}/sizes.en.md, line 4",
    ]
    assert all(item.draft is None for item in drafting.review(session))


def test_check_reads_the_drafts_of_all_sessions_and_finds_those_of_none(session, write, workspace):
    write("Of 7.")
    (workspace / "notebooks" / "drafts" / "trial-2").mkdir()
    digit, stranger = checks.everything()
    assert digit.startswith(f"{AT}/size.en.md, line 4: a digit stands in the words")
    assert stranger == (
        "notebooks/drafts/trial-2: there is no roundtable 'trial-2' in data/roundtables. "
        "Did you mean 'trial-1'?"
    )


def test_only_the_briefings_asked_for_are_opened(session, write, monkeypatch):
    write("Of 7.")
    write("Of 7.", slug="regional-ecowas", name="share.en.md")
    assert list(drafting.broken(session, slugs=["regional-ecowas"])) == ["regional-ecowas"]
    assert drafting.broken(session, slugs=[]) == {}


def test_a_fact_that_is_gone_is_told_with_what_it_said(session, write):
    front = 'place: after\nfacts:\n  stock-before: {value: 12, printed: "about 12"}'
    write("See {{ stock_before }}.", front=front)
    (told,) = drafting.problems(session)
    assert "'stock_before' in this briefing. When the words were written it was 'about 12'." in told


def test_an_empty_draft_is_listed_and_changes_nothing(session, write):
    write("{# help #}", front="place: instead")
    (found,) = drafting.review(session)
    assert found.draft.empty
    assert found.problems == []


def test_a_briefing_that_cannot_be_made_says_so_and_its_draft_is_not_blamed(session, write):
    write("Some {{ stock }}.")
    other = session.model_copy(update={"year": 1991})
    (found,) = drafting.review(other)
    assert found.problems == []
    assert "`year` is 1991" in found.unopened
