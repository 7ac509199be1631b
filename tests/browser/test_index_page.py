"""The list of briefings in a browser, opened from disk."""

import pytest


@pytest.fixture
def index(visit, reports):
    """Open the list of the three built briefings."""
    return visit(reports / "index.html")


def shown(page):
    return page.locator(".cards > li:visible h3").all_inner_texts()


def test_index_lists_all_briefings_without_an_error_or_a_request(index):
    assert sorted(shown(index.page)) == [
        "Georgia → Belgium",
        "Mauritius → France",
        "Senegal → Spain",
    ]
    assert index.errors == []
    assert index.outside == []


def test_search_keeps_the_briefings_that_have_every_word(index):
    search = index.page.locator(".search input")
    search.fill("senegal")
    assert shown(index.page) == ["Senegal → Spain"]
    assert index.page.locator(".search output").inner_text().endswith(" 1")
    search.fill("FRANCE mauri")
    assert shown(index.page) == ["Mauritius → France"]
    search.fill("geo-bel")
    assert shown(index.page) == ["Georgia → Belgium"]
    search.fill("senegal france")
    assert shown(index.page) == []
    search.fill("")
    assert len(shown(index.page)) == 3


def test_search_without_a_find_says_so_and_hides_the_empty_theme(index):
    index.page.locator(".search input").fill("atlantis")
    output = index.page.locator(".search output")
    assert output.inner_text() == output.get_attribute("data-none")
    assert not index.page.locator("section.theme").is_visible()


def test_index_leads_to_a_briefing_and_back(index):
    page = index.page
    page.locator(".cards h3 a", has_text="Senegal → Spain").click()
    page.wait_for_selector("figure .main-svg")
    assert page.locator("h1").inner_text() == "Senegal → Spain"
    page.locator("nav.tools a.back").click()
    page.wait_for_selector(".cards")
    assert len(shown(page)) == 3
    assert index.errors == []
    assert index.outside == []


def test_index_fits_a_telephone(visit, reports):
    page = visit(reports / "index.html", viewport={"width": 360, "height": 740}).page
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
