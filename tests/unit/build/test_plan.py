import dataclasses

import pytest

from roundtable import roundtables
from roundtable.build import plan
from roundtable.errors import ParameterError
from roundtable.roundtables import PaperWanted


def slugs(jobs) -> list[str]:
    return [job.slug for job in jobs]


def test_everything_that_the_session_wants_is_planned_in_its_order(session, reports):
    jobs = plan(session, folder=reports)
    assert slugs(jobs) == ["bilateral-mus-fra", "bilateral-sen-esp", "bilateral-geo-bel"]
    assert jobs[0].parameters == {
        "origin": "MUS",
        "destination": "FRA",
        "year": 2024,
        "edition": "undesa-2024",
    }
    assert {job.languages for job in jobs} == {("en",)}
    assert {job.folder for job in jobs} == {reports}


def test_a_page_is_framed_by_its_session(session, reports):
    page = plan(session, folder=reports)[0].page
    assert (page.forum, page.session, page.session_title) == ("Forum", "Roundtable 1", "A title")
    assert page.co_chairs == ("Brazil", "France")
    assert page.disclaimer == "It states the position of nobody."
    assert (page.reason, page.reason_source) == ("An agreement", "section 4")


def test_only_some_briefings_are_planned_on_request(session, reports):
    only = ["bilateral-geo-bel", "bilateral-mus-fra"]
    assert slugs(plan(session, folder=reports, only=only)) == [
        "bilateral-mus-fra",
        "bilateral-geo-bel",
    ]
    assert len(plan(session, folder=reports, themes=["bilateral"])) == 3


def test_a_language_without_words_is_one_message_and_no_briefing(session, reports):
    with pytest.raises(ParameterError, match=r"no words in language 'xx'; there are in 'en'"):
        plan(session, folder=reports, languages=["en", "xx"])


def test_languages_are_taken_once_each(session, reports):
    jobs = plan(session, folder=reports, languages=["en", "en"])
    assert jobs[0].languages == ("en",)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"themes": ["bilaterl"]}, "trial-1 has no theme 'bilaterl'.* Did you mean 'bilateral'"),
        ({"themes": ["new-trends"]}, "trial-1 has no theme 'new_trends'; it has bilateral"),
        ({"themes": ["new_trends"]}, "trial-1 has no theme 'new_trends'; it has bilateral"),
        (
            {"only": ["bilateral-mus-fr"]},
            "trial-1 has no briefing 'bilateral-mus-fr'.* Did you mean 'bilateral-mus-fra'",
        ),
        ({"engine_name": "nbclent"}, "`--engine` is 'nbclent'.* Did you mean 'nbclient'"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest(session, reports, given, message):
    with pytest.raises(ParameterError, match=message):
        plan(session, folder=reports, **given)


def test_the_key_of_a_briefing_changes_with_what_it_depends_on_and_with_nothing_else(
    session, reports, tmp_path
):
    def key(changed=session, **more) -> str:
        return plan(changed, folder=more.pop("folder", reports), **more)[0].key

    assert key() == key() == key(folder=tmp_path)
    keys = {
        key(),
        key(self_contained=True),
        key(session.model_copy(update={"year": 2020})),
        key(session.model_copy(update={"title": "Another"})),
        key(session.model_copy(update={"disclaimer": ""})),
    }
    assert len(keys) == 5


def test_a_job_cannot_be_changed_once_planned(jobs):
    with pytest.raises(dataclasses.FrozenInstanceError):
        jobs[0].slug = "other"


def test_a_draft_changes_the_key_of_its_briefing_and_of_no_other(session, workspace, reports):
    def keys(**more):
        return {job.slug: job.key for job in plan(session, folder=reports, **more)}

    before = keys()
    path = workspace / "notebooks" / "drafts" / "trial-1" / "bilateral-mus-fra" / "size.en.md"
    path.parent.mkdir(parents=True)
    path.write_text("---\nplace: after\n---\nOur words.\n", encoding="utf-8")
    first = keys()
    assert {slug for slug in before if before[slug] != first[slug]} == {"bilateral-mus-fra"}
    path.write_text("---\nplace: after\n---\nOther words.\n", encoding="utf-8")
    second = keys()
    assert {slug for slug in first if first[slug] != second[slug]} == {"bilateral-mus-fra"}
    path.unlink()
    assert keys() == before


def test_short_papers_are_planned_behind_the_briefings_where_the_session_wants_them(
    session, reports
):
    wanting = session.model_copy(update={"notes": ("speaking", "corridors")})
    jobs = plan(wanting, folder=reports, themes=["notes"])
    assert slugs(jobs) == [
        "speaking-note-bra",
        "speaking-note-fra",
        "corridor-note-mus-fra",
        "corridor-note-sen-esp",
        "corridor-note-geo-bel",
    ]
    assert {job.theme for job in jobs} == {"notes"}
    assert [job.kind for job in jobs[1:3]] == ["speaking-note", "corridor-note"]
    assert jobs[0].parameters["corridors"] == ("MUS-FRA", "SEN-ESP", "GEO-BEL")
    assert slugs(plan(wanting, folder=reports))[:3] == slugs(plan(session, folder=reports))


def test_the_key_of_a_paper_changes_with_the_corridors_of_the_session(session, reports):
    wanting = session.model_copy(update={"notes": ("speaking",)})
    fewer = wanting.briefings.model_copy(update={"bilateral": wanting.briefings.bilateral[:2]})
    changed = wanting.model_copy(update={"briefings": fewer})
    keys = {
        plan(item, folder=reports, themes=["notes"])[0].key for item in (wanting, wanting, changed)
    }
    assert len(keys) == 2


def test_the_paper_of_a_roundtable_that_stands_elsewhere_is_refused_with_the_remedy(
    session, reports
):
    paper = PaperWanted(session=session.id)
    briefings = session.briefings.model_copy(update={"background_paper": (paper,)})
    wanting = session.model_copy(update={"briefings": briefings})
    with pytest.raises(ParameterError, match=f"there is no {session.id}.yml in .* --theme"):
        plan(wanting, folder=reports)
    assert len(plan(wanting, folder=reports, themes=["bilateral"])) == 3


def test_what_asks_the_papers_questions_is_built_anew_when_the_drafters_choose_among_them(reports):
    shipped = roundtables.load(roundtables.find(None))
    choices = {"members-ecowas": roundtables.QuestionChoice(take=False)}
    changed = shipped.model_copy(update={"questions": choices})
    asking = ["background-paper", "speaking-note-bra", "corridor-note-mus-fra"]
    before, after = (
        {
            job.slug: job.key
            for job in plan(item, folder=reports, only=[*asking, "bilateral-mus-fra"])
        }
        for item in (shipped, changed)
    )
    assert {slug for slug in before if before[slug] != after[slug]} == set(asking)
