"""The index lists what was built, says what was not, and works from a folder."""

from typing import Any

from bs4 import BeautifulSoup

from roundtable.export import index
from roundtable.export.page import Card

CORRIDOR = Card(
    theme="bilateral",
    slug="bilateral-mus-fra",
    title="Mauritius → France",
    message="In 2024 about 44,700 people born in Mauritius lived in France.",
    kinds=("measured", "not-listed"),
    editions={
        "en": {"html": "bilateral-mus-fra/a.en.html", "ipynb": "bilateral-mus-fra/a.en.ipynb"},
        "fr": {"html": "bilateral-mus-fra/a.fr.html"},
    },
    facts="bilateral-mus-fra/facts.json",
)
BLOC = Card(theme="regional", slug="regional-ecowas", title="ECOWAS")
PAPER = Card(theme="background_paper", slug="background-paper", title="The paper")
FAILED = Card(
    theme="historical",
    slug="historical-gbr",
    title="",
    failure="No figure for `GBR`:\n  - pull the full store",
)


def _soup(cards: list[Card], page: Any, **more: Any) -> BeautifulSoup:
    return BeautifulSoup(index.render(cards, page, **more), "html.parser")


def test_cards_are_grouped_by_theme_with_the_paper_first(page: Any) -> None:
    soup = _soup([BLOC, CORRIDOR, PAPER], page)
    assert [heading.text for heading in soup.select(".theme > h2")] == [
        "Background paper",
        "Bilateral",
        "Regional",
    ]


def test_card_shows_message_kinds_and_files_of_each_language(page: Any) -> None:
    words = {"kinds": {"not-listed": "not listed"}}
    card = _soup([CORRIDOR], page, labels=words).select_one(".cards > li")
    assert card.select_one("h3 a")["href"] == "bilateral-mus-fra/a.en.html"
    assert "about 44,700 people" in card.text
    assert [badge.text for badge in card.select(".kind")] == ["measured", "not listed"]
    assert {link.text: link["href"] for link in card.select(".links a")} == {
        "English": "bilateral-mus-fra/a.en.html",
        "Notebook (en)": "bilateral-mus-fra/a.en.ipynb",
        "Français": "bilateral-mus-fra/a.fr.html",
        "Facts (JSON)": "bilateral-mus-fra/facts.json",
    }


def test_failed_briefing_is_listed_with_its_message_and_not_as_a_card(page: Any) -> None:
    soup = _soup([CORRIDOR, FAILED], page)
    assert soup.select_one(".failures li b").text == "historical-gbr"
    assert soup.select_one(".failures pre").text == FAILED.failure
    assert len(soup.select(".cards > li")) == 1


def test_index_without_failures_does_not_mention_any(page: Any) -> None:
    assert not _soup([CORRIDOR], page).select(".failures")


def test_search_has_a_label_and_words_for_every_answer(page: Any) -> None:
    soup = _soup([CORRIDOR], page)
    assert soup.select_one("label[for='search']").text == "Find a briefing"
    assert soup.select_one("output")["data-none"] == "No briefing holds these words."


def test_hostile_cards_are_printed_as_text(page: Any, hostile: str) -> None:
    card = Card(
        theme=hostile,
        slug=hostile,
        title=hostile,
        message=hostile,
        kinds=('"><script>alert(1)</script>',),
        editions={"en": {"html": "javascript:alert(1)"}},
    )
    failed = Card(theme="x", slug=hostile, title=hostile, failure=hostile)
    soup = _soup([card, failed], page)
    assert not soup.select("script:not([src])")
    assert soup.select_one(".cards h3").text == hostile
    assert soup.select_one(".cards h3 a")["href"] == ""


def test_index_asks_no_other_machine_for_anything(page: Any) -> None:
    soup = _soup([CORRIDOR], page)
    assert not soup.select("[src*='//'], link[href*='//'], form, script[type='module']")
    assert not _soup([CORRIDOR], page, assets=None).select("script[src], link")
