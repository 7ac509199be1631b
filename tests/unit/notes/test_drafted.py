"""Short papers take the drafters' own words, as the briefings do."""

import pytest
from bs4 import BeautifulSoup

from roundtable import notes
from roundtable.errors import ContentError
from roundtable.export import note_page
from roundtable.export.page import Page

PAGE = Page(slug="x", forum="Forum", session="Roundtable 1", session_title="A title")

FIGURE = """\
national_figures:
  - {beside: stock, government: MUS, value: 45210, unit: persons, year: 2022, source: A bulletin}
"""


@pytest.fixture
def take(workspace, on_the_pack):
    """Write drafts on a paper, and return it opened with them."""

    def taken(paper: notes.Note, slug: str, **texts: str) -> notes.Note:
        folder = workspace / "notebooks" / "drafts" / "trial-1" / slug
        folder.mkdir(parents=True)
        for section, text in texts.items():
            (folder / f"{section.replace('_', '-')}.en.md").write_text(text, encoding="utf-8")
        paper.take_drafts("trial-1", slug)
        return paper

    return taken


@pytest.fixture
def corridor(on_the_pack):
    return notes.CorridorNote(origin="MUS", destination="FRA", year=2024, edition="undesa-2024")


def draft(words: str, place: str = "after", more: str = "") -> str:
    return f"---\nplace: {place}\n{more}---\n{words}\n"


def part(paper: notes.Note, id: str) -> notes.Part:
    (found,) = [item for item in paper.parts() if item.id == id]
    return found


def test_words_stand_beside_those_of_the_paper_and_a_governments_figure_beside_the_uns(
    take, corridor
):
    ours = draft("We speak of {{ stock }}.", "after", FIGURE)
    take(corridor, "corridor-note-mus-fra", corridor_note_size=ours)
    page = note_page.render(corridor.parts(), corridor.record(), PAGE)
    (section,) = [
        item
        for item in BeautifulSoup(page, "html.parser").select("main section")
        if item.h2["id"] == "corridor-note-size"
    ]
    assert "about 44,700 people born in Mauritius lived in France" in section.p.get_text()
    words = section.select_one(".drafters")
    assert words.p.get_text() == "We speak of about 44,700."
    rows = [[cell.get_text() for cell in row.select("td")] for row in words.select("tbody tr")]
    assert [row[2:4] for row in rows] == [["about 44,700", "2024"], ["45,210", "2022"]]
    (state,) = corridor.record()["drafts"]
    assert state["file"] == "trial-1/corridor-note-mus-fra/corridor-note-size.en.md"
    assert state["not_recorded"] == ["stock"]
    assert "national-stock-mus-2022" in {fact["id"] for fact in corridor.record()["facts"]}


def test_words_may_fill_a_part_that_has_none_of_its_own(take):
    # Without a session there is no question of the background paper.
    paper = notes.SpeakingNote(
        country="FRA", corridors=["MUS-FRA"], year=2024, edition="undesa-2024"
    )
    assert "speaking-note-question" not in [item.id for item in paper.parts()]
    take(paper, "speaking-note-fra", speaking_note_question=draft("Who pays?", "instead"))
    found = part(paper, "speaking-note-question")
    assert found.heading == "One question to the room"
    assert "Who pays?" in found.markdown


def test_a_draft_on_what_the_paper_does_not_show_is_refused(take, corridor):
    with pytest.raises(ContentError, match=r"no section 'corridor-note-sizes' .*Did you mean"):
        take(corridor, "corridor-note-mus-fra", corridor_note_sizes=draft("Ours."))


@pytest.mark.parametrize("kind", notes.KINDS)
def test_every_part_of_every_paper_has_a_heading_under_which_drafts_may_stand(kind, on_the_pack):
    found = notes.KINDS[kind].headings()
    assert list(found) == [f"{kind}-{name}" for name in notes.KINDS[kind].outline]
    assert all(found.values())
