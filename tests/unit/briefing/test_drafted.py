import re

import pytest

from roundtable.errors import ContentError
from roundtable.export.markdown import to_html


@pytest.fixture
def take(workspace, open_bilateral):
    """Write drafts on a corridor, and open its briefing with them."""
    folder = workspace / "notebooks" / "drafts" / "trial-1" / "bilateral-mus-fra"
    folder.mkdir(parents=True)

    def taken(**texts: str):
        for section, text in texts.items():
            (folder / f"{section.replace('_', '-')}.en.md").write_text(text, encoding="utf-8")
        briefing = open_bilateral()
        briefing.take_drafts("trial-1", "bilateral-mus-fra")
        return briefing

    return taken


def draft(words: str, place: str = "after", more: str = "") -> str:
    return f"---\nplace: {place}\n{more}---\n{words}\n"


FIGURE = """\
national_figures:
  - beside: stock
    government: MUS
    value: 45210
    unit: persons
    year: 2022
    source: Bulletin <i>A</i> & B
    url: https://example.org/bulletin
"""


def shown(briefing) -> list[str]:
    return [fact.id for fact in briefing.book.shown]


@pytest.mark.parametrize("place", ["before", "after"])
def test_words_stand_before_or_after_the_generated_text(take, place):
    text = take(size=draft("Our {{ distance }}.", place)).text("size").markdown
    ours, theirs = text.index("Our <span"), text.index("for every 1,000 inhabitants")
    assert (ours < theirs) == (place == "before")
    assert text.count("Words of the drafting team") == 1


def test_words_stand_instead_of_the_generated_text_whose_facts_are_not_shown(take):
    briefing = take(size=draft("Our {{ distance }}.", "instead"))
    text = briefing.text("size").markdown
    assert "for every 1,000 inhabitants" not in text
    assert "about 9,420" in text
    assert shown(briefing) == ["distance"]


@pytest.mark.parametrize("place", ["before", "instead"])
def test_a_heading_stays_where_it_is(take, place):
    text = take(links_heading=draft("Our words.", place)).text("links-heading").markdown
    assert text.startswith("## What ties the two countries?\n\n<div")
    assert ("Geography, language and history" in text) == (place == "before")
    assert text.count("## What ties") == 1


def test_a_draft_that_stands_instead_may_bring_its_own_heading(take):
    words = "## Ties of our own\n\nOur words."
    text = take(links_heading=draft(words, "instead")).text("links-heading").markdown
    assert "## What ties" not in text
    assert "## Ties of our own" in text


def test_other_sections_and_briefings_without_drafts_are_as_they_were(take, open_bilateral):
    briefing, plain = take(size=draft("Our words.")), open_bilateral()
    assert briefing.text("origins").markdown == plain.text("origins").markdown
    assert "drafts" not in plain.record()


def test_a_national_figure_stands_beside_the_fact_and_is_a_fact_with_its_own_source(take):
    briefing = take(size=draft("Mauritius counts {{ national_stock_mus_2022 }}.", more=FIGURE))
    text = briefing.text("size").markdown
    row, own = re.findall(r"<tr><td>.*?</tr>", text)
    assert "United Nations" in row
    assert 'data-fact="stock">about 44,700' in row
    assert "Government of Mauritius" in own
    assert 'data-fact="national-stock-mus-2022">45,210' in own
    assert "Bulletin &lt;i&gt;A&lt;/i&gt; &amp; B" in own
    record = briefing.record()
    (fact,) = [fact for fact in record["facts"] if fact["id"] == "national-stock-mus-2022"]
    assert (fact["value"], fact["kind"]) == (45_210, "published")
    assert fact["arguments"]["draft"] == "trial-1/bilateral-mus-fra/size.en.md"
    (source,) = [source for source in record["sources"] if source["id"] == fact["id"]]
    assert source["citation"] == "Government of Mauritius: Bulletin <i>A</i> & B (2022)"
    stock = next(fact for fact in record["facts"] if fact["id"] == "stock")
    assert (stock["value"], stock["sources"]) == (44_709, [{"id": "undesa-ims-2024"}])


def test_a_national_share_is_printed_with_all_its_digits(take):
    figure = FIGURE.replace("stock", "share-of-women").replace("persons", "share")
    briefing = take(size=draft("Words.", more=figure.replace("45210", "0.6123")))
    assert ">61.23%</span>" in briefing.text("size").markdown


def test_two_drafts_may_not_give_one_government_two_figures(take):
    other = FIGURE.replace("45210", "45211")
    with pytest.raises(ContentError, match="is 45211, and another draft of this briefing gives"):
        take(origins=draft("Words.", more=FIGURE), size=draft("Words.", more=other))


RECORDED = 'facts:\n  stock: {value: 40012, printed: "about 40,000", kind: measured}\n'


def test_a_fact_that_changed_is_shown_as_it_was_and_as_it_is(take):
    briefing = take(size=draft("Some {{ stock }}.", more=RECORDED))
    text = briefing.text("size").markdown
    assert "These words name figures that have changed since they were written" in text
    (row,) = re.findall(r"<tr><td>.*?</tr>", text)
    assert "<td>about 40,000 (measured)</td>" in row
    assert 'data-fact="stock">about 44,700</span> (revised)</td>' in row
    (state,) = briefing.record()["drafts"]
    assert state["changed"] == [
        {
            "id": "stock",
            "was": {"value": 40_012, "printed": "about 40,000", "kind": "measured"},
            "now": {"value": 44_709, "printed": "about 44,700", "kind": "revised"},
        }
    ]
    assert state["not_recorded"] == []


def test_a_fact_as_it_was_written_is_not_flagged_and_one_never_recorded_is_told_the_builder(take):
    same = 'facts:\n  stock: {value: 44709, printed: "about 44,700", kind: revised}\n'
    briefing = take(
        size=draft("Some {{ stock }}.", more=same), origins=draft("Far: {{ distance }}.")
    )
    assert "have changed" not in briefing.text("size").markdown
    origins, size = briefing.record()["drafts"]
    assert (size["changed"], size["not_recorded"]) == ([], [])
    assert origins["not_recorded"] == ["distance"]
    assert "have changed" not in briefing.text("origins").markdown


def test_a_draft_that_does_not_fit_stops_its_briefing_with_file_and_line(take):
    briefing = take(size=draft("Fine.\n\n{{ stokc }}"))
    with pytest.raises(
        ContentError,
        match=r"notebooks/drafts/trial-1/bilateral-mus-fra/size\.en\.md, line 6: .*'stokc'",
    ):
        briefing.text("size")


def test_key_messages_of_a_draft_lead_the_list_of_briefings(take):
    words = "- **So many: {{ stock }}.** {{ kind(stock) }}"
    record = take(key_messages=draft(words, "instead")).record()
    assert record["message"] == "So many: about 44,700."
    assert record["kinds"] == ["revised"]


def test_a_page_shows_the_words_as_markdown_between_their_marks(take):
    words = "A *word*, [linked](https://example.org/2008).\n\n- {{ origin.name }}"
    html = to_html(take(size=draft(words, "instead")).text("size").markdown)
    assert html.startswith('<div class="drafters">')
    assert '<em>word</em>, <a href="https://example.org/2008">linked</a>' in html
    assert "<li>Mauritius</li>" in html
    assert html.rstrip().endswith("</div>")
