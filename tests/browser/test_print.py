"""Briefings on paper: pages are filled, and the last one holds more than a few notes."""

import pytest
from tests.browser.printed import filled

from roundtable import notebooks, roundtables
from roundtable.build.plan import session_page
from roundtable.export import html
from roundtable.export.assets import write_assets

THEMES = ("background_paper", "bilateral", "regional", "historical", "new_trends")

LEAST = 0.5
"""Share of a page that is filled, unless it is the last. In the 72 briefings of the shipped
roundtable, 61% was the least and 96% the median: before a figure or table that does not fit, some
white is left that text cannot fill."""

SHEETS_OF_THE_PAPER = range(8, 15)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Make a folder of pages, with what they share."""
    made = tmp_path_factory.mktemp("pages")
    write_assets(made / "assets")
    return made


@pytest.fixture
def printed(visit, folder):
    """Print the stored notebook of a theme."""

    def on_paper(theme):
        session = roundtables.load(roundtables.find(None))
        stored = notebooks.read(notebooks.path_of(theme))
        path = folder / theme / f"{theme}.en.html"
        path.parent.mkdir()
        path.write_text(html.render(stored, session_page(session, slug=theme)), encoding="utf-8")
        found = visit(path)
        pdf = found.page.pdf(format="A4", prefer_css_page_size=True)
        assert found.errors == []
        return pdf

    return on_paper


@pytest.mark.parametrize("theme", THEMES)
def test_no_page_but_the_last_is_more_than_half_white_at_its_end(printed, theme):
    pages = filled(printed(theme))
    assert [page for page in pages[:-1] if page < LEAST] == []
    assert len(pages) > 5
    if theme == "background_paper":
        assert len(pages) in SHEETS_OF_THE_PAPER


def test_white_at_a_page_end_would_be_noticed(visit, tmp_path):
    page = tmp_path / "white.html"
    style = "@page { size: A4; margin: 20mm 19mm 17mm } div { background: #333; break-after: page }"
    blocks = "".join(f'<div style="height: {height}mm">.</div>' for height in (65, 195))
    page.write_text(
        f"<style>{style} * {{ print-color-adjust: exact; margin: 0 }}</style>{blocks}<p>The last"
    )
    pdf = visit(page).page.pdf(format="A4", prefer_css_page_size=True)
    first, second, last = filled(pdf)
    # The pages are 260 mm high between their margins.
    assert (round(first, 2), round(second, 2)) == (0.25, 0.75)
    assert 0 < last < 0.05


def test_notes_that_fit_on_a_page_are_not_torn(visit, tmp_path):
    write_assets(tmp_path)
    page = tmp_path / "notes.html"
    notes = "".join(f"<li>Note {number}</li>" for number in range(20))
    page.write_text(
        '<link rel="stylesheet" href="briefing.css"><main><div style="height: 235mm">.</div>'
        f'<section class="notes"><h2>Notes</h2><ol>{notes}</ol></section></main>'
    )
    pdf = visit(page).page.pdf(format="A4", prefer_css_page_size=True)
    before, notes_alone = filled(pdf)
    assert before < 0.1
    assert notes_alone > 0.1
