"""Short papers on paper: one or two sheets of A4, silent, and with cards behind their numbers."""

import re

import pytest
from tests.conftest import PAPERS

SHEETS = {"speaking-note": 1, "questions": 2, "corridor-note": 1}


@pytest.mark.parametrize("slug", PAPERS)
def test_a_paper_fits_the_sheets_it_promises_and_asks_nobody(visit, papers, slug):
    found = visit(papers / slug / f"{slug}.en.html")
    pdf = found.page.pdf(format="A4", prefer_css_page_size=True)
    kind = next(kind for kind in SHEETS if slug.startswith(kind))
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= SHEETS[kind]
    assert found.errors == []
    assert found.outside == []


def test_a_click_on_a_number_of_a_paper_shows_where_it_comes_from(visit, papers):
    page = visit(papers / "corridor-note-mus-fra" / "corridor-note-mus-fra.en.html").page
    page.locator('.fact[data-fact="stock"]').first.click()
    card = page.locator('[role="dialog"]').inner_text()
    assert "44,709 persons" in card
    assert "roundtable trace corridor-note-mus-fra stock" in card
