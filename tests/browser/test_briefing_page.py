"""A finished briefing in a browser: drawn, silent, and clear about where a number comes from."""

import pytest
from tests.conftest import CORRIDORS

DRAWN = """() => [...document.querySelectorAll('figure.figure')].map(figure => {
  const marks = figure.querySelectorAll(
    '.scatterlayer path.js-line, .scatterlayer path.point, .barlayer .point path, ' +
    '.scattergeolayer path, .geolayer path.point'
  );
  const box = figure.querySelector('.main-svg')?.getBoundingClientRect();
  return { id: figure.id, svg: figure.querySelectorAll('.js-plotly-plot .main-svg').length,
           marks: marks.length, width: box ? box.width : 0, height: box ? box.height : 0 };
})"""


def html(reports, slug="bilateral-mus-fra"):
    return reports / slug / f"{slug}.en.html"


@pytest.mark.parametrize("slug", CORRIDORS)
def test_every_chart_is_drawn_and_the_page_makes_no_error_and_no_request(visit, reports, slug):
    found = visit(html(reports, slug))
    charts = found.page.evaluate(DRAWN)
    assert len(charts) >= 2
    assert [chart for chart in charts if not chart["svg"] or not chart["marks"]] == []
    assert [chart for chart in charts if chart["width"] < 300 or chart["height"] < 100] == []
    assert found.errors == []
    assert found.outside == []
    # The request for the page itself, at least, was seen.
    assert found.requests[0].startswith("file:")


def test_a_click_on_a_number_shows_where_it_comes_from_and_escape_closes_it(visit, reports):
    page = visit(html(reports)).page
    number = page.locator('.fact[data-fact="stock"]').first
    number.click()
    card = page.locator('[role="dialog"]')
    assert card.count() == 1
    text = card.inner_text()
    assert "44,709 persons" in text
    assert "about 44,700" in text
    assert "People of one origin who live in one destination" in text
    assert "International Migrant Stock 2024" in text
    assert "roundtable trace bilateral-mus-fra stock" in text
    assert number.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    assert page.locator('[role="dialog"]').count() == 0
    assert number.get_attribute("aria-expanded") == "false"


def test_every_number_opens_a_card_with_definition_and_source(visit, reports):
    found = visit(html(reports))
    numbers = found.page.locator(".fact[data-fact]").all()
    assert len(numbers) >= 10
    labels = found.page.evaluate("JSON.parse(document.getElementById('briefing-data').textContent)")
    for number in numbers:
        number.dispatch_event("click")
        terms = found.page.locator('[role="dialog"] dt').all_inner_texts()
        assert {labels["labels"]["fact_definition"], labels["labels"]["source"]} <= set(terms)
    assert found.errors == []


def test_a_number_is_reached_and_left_with_the_keyboard_alone(visit, reports):
    page = visit(html(reports)).page
    number = page.locator("section.key-messages .fact").first
    number.focus()
    page.keyboard.press("Enter")
    assert page.locator('[role="dialog"]').count() == 1
    page.keyboard.press("Escape")
    assert page.locator('[role="dialog"]').count() == 0
    assert number.evaluate("element => element === document.activeElement")


def test_on_a_telephone_nothing_is_wider_than_the_screen(visit, reports):
    found = visit(html(reports), viewport={"width": 360, "height": 740})
    width = found.page.evaluate("document.documentElement.scrollWidth")
    assert width <= 360
    charts = found.page.evaluate(DRAWN)
    assert [chart for chart in charts if not chart["marks"] or chart["width"] > 360] == []
    assert found.errors == []


STANDS = """() => [...document.querySelectorAll('.table-scroll:has(caption)')].map(box => {
  box.scrollLeft = 1000;
  const edge = box.getBoundingClientRect();
  const parts = [...box.querySelectorAll('caption, .under')].map(part => {
    const place = part.getBoundingClientRect();
    return place.left >= edge.left - 1 && place.right <= edge.right + 1;
  });
  return { scrolled: box.scrollLeft > 50, parts };
})"""


def test_on_a_telephone_captions_stay_on_the_screen_while_a_table_scrolls(visit, reports):
    page = visit(html(reports), viewport={"width": 390, "height": 844}).page
    boxes = page.evaluate(STANDS)
    assert len([box for box in boxes if box["scrolled"]]) >= 2
    assert {len(box["parts"]) for box in boxes} == {2}
    assert all(all(box["parts"]) for box in boxes)


def test_in_print_the_text_stays_and_the_tools_go(visit, reports):
    page = visit(html(reports)).page
    page.emulate_media(media="print")
    assert page.locator("section.key-messages").is_visible()
    assert page.locator("h1").is_visible()
    assert not page.locator("nav.tools").is_visible()


def test_without_scripts_each_chart_is_told_in_words(visit, reports):
    page = visit(html(reports), java_script_enabled=False).page
    figures = page.locator("figure.figure").count()
    assert figures >= 2
    told = [text for text in page.locator("figure p.no-script").all_inner_texts() if len(text) > 40]
    assert len(told) == figures


def test_a_page_moved_away_from_its_folder_still_reads(visit, reports, tmp_path):
    moved = tmp_path / "alone.html"
    moved.write_bytes(html(reports).read_bytes())
    page = visit(moved).page
    assert page.locator("section.key-messages li").count() >= 2
    assert page.locator("h1").inner_text() == "Mauritius → France"


def test_a_request_or_an_error_of_a_page_would_be_noticed(visit, tmp_path):
    page = tmp_path / "noisy.html"
    page.write_text('<img src="http://127.0.0.1:9/x.png"><script>throw Error("told")</script>')
    found = visit(page)
    assert found.outside == ["http://127.0.0.1:9/x.png"]
    assert any("told" in error for error in found.errors)
    assert any("not loaded" in error for error in found.errors)
