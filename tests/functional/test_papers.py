"""Short papers from the command line: their files, their place in the list, the way to a row."""

import json
import shutil

import pytest
from bs4 import BeautifulSoup
from tests.conftest import PAPERS


@pytest.fixture(params=PAPERS)
def slug(request) -> str:
    """Each built paper in turn."""
    return request.param


def test_a_paper_is_a_page_with_its_facts_and_no_notebook(papers, slug):
    names = {path.name for path in (papers / slug).iterdir()}
    assert names == {f"{slug}.en.html", "facts.json", "briefing.json"}


def test_every_marked_number_is_a_fact_of_the_paper_as_it_was_printed(papers, slug):
    page = BeautifulSoup((papers / slug / f"{slug}.en.html").read_text("utf-8"), "html.parser")
    content = json.loads((papers / slug / "facts.json").read_text("utf-8"))
    facts = {fact["id"]: fact["printed"]["en"] for fact in content["facts"]}
    marks = page.select("main .fact[data-fact]")
    assert len(marks) >= 5
    for mark in marks:
        printed = facts[mark["data-fact"]]
        assert mark.get_text() == printed or not any(map(str.isdigit, mark.get_text()))


def test_the_list_groups_the_papers_by_kind_and_leads_to_each(papers):
    index = BeautifulSoup((papers / "index.html").read_text("utf-8"), "html.parser")
    headings = [heading.get_text() for heading in index.select(".theme > h2")]
    assert headings == [
        "Speaking notes of the co-chairs",
        "Questions and likely objections",
        "Notes on a corridor, for a meeting on the side",
    ]
    links = [link["href"] for link in index.select(".cards h3 a")]
    assert sorted(links) == sorted(f"{slug}/{slug}.en.html" for slug in PAPERS)
    assert not index.select('.cards a[href$=".ipynb"]')
    assert all((papers / link).is_file() for link in links)


def test_papers_lead_to_the_list_and_to_the_briefings_they_rest_on(papers):
    def links(slug: str) -> set[str]:
        text = (papers / slug / f"{slug}.en.html").read_text("utf-8")
        return {link["href"] for link in BeautifulSoup(text, "html.parser").select("a[href]")}

    briefing = "../bilateral-mus-fra/bilateral-mus-fra.en.html"
    assert {"../index.html", "facts.json", briefing} <= links("corridor-note-mus-fra")
    assert {"../index.html", briefing} <= links("questions-mus")


def test_trace_leads_from_a_papers_number_to_its_rows(papers, run):
    found = run("roundtable", "trace", papers / "questions-mus", "stock-mus-gbr-there")
    assert found.returncode == 0, found.stderr
    assert "45365" in found.stdout
    counted = run("roundtable", "trace", papers / "speaking-note-fra", "agreed-unknown")
    assert counted.returncode == 0, counted.stderr
    assert "data/partnerships/" in counted.stdout


def test_two_builds_with_papers_are_compared_by_their_facts(papers, run, tmp_path):
    other = tmp_path / "other"
    shutil.copytree(papers, other)
    path = other / "questions-mus" / "facts.json"
    content = json.loads(path.read_text("utf-8"))
    (fact,) = (item for item in content["facts"] if item["id"] == "stock-mus-can")
    fact["value"] += 1000
    path.write_text(json.dumps(content), "utf-8")
    found = run("roundtable", "compare", papers, other)
    assert found.returncode == 0, found.stderr
    assert "1 of the" in found.stdout
    assert "Questions and objections: Mauritius" in found.stdout
    assert "+1,000" in found.stdout


def test_papers_that_are_up_to_date_are_left_as_they_are(papers, run):
    before = {path: path.read_bytes() for path in papers.rglob("facts.json")}
    only = [word for slug in PAPERS for word in ("--only", slug)]
    again = run("roundtable", "build", "--theme", "notes", *only, "--output", papers.parent)
    assert "4 of 4 briefings are in place (0 built, 4 up to date)" in again.stdout
    assert {path: path.read_bytes() for path in papers.rglob("facts.json")} == before
