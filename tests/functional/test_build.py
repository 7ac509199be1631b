"""A real build of three corridors through the command line, on the pack, with no network."""

import csv
import json
import re
import shutil
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup
from tests.conftest import CORRIDORS

TITLES = {
    "bilateral-mus-fra": "Mauritius → France",
    "bilateral-sen-esp": "Senegal → Spain",
    "bilateral-geo-bel": "Georgia → Belgium",
}


@pytest.fixture(params=CORRIDORS)
def slug(request) -> str:
    """Each built corridor in turn."""
    return request.param


@pytest.fixture
def page(reports, slug) -> BeautifulSoup:
    """Read the web page of a briefing."""
    return BeautifulSoup((reports / slug / f"{slug}.en.html").read_text("utf-8"), "html.parser")


@pytest.fixture
def facts(reports, slug) -> dict:
    """Read the facts of a briefing."""
    return json.loads((reports / slug / "facts.json").read_text("utf-8"))


def test_build_says_what_is_in_place_and_where_to_look(built):
    folder, finished = built
    assert "3 of 3 briefings are in place (3 built, 0 up to date)" in finished.stdout
    assert f"Open {folder / 'index.html'}" in finished.stdout
    assert "Traceback" not in finished.stderr
    assert "Error" not in finished.stderr


def test_build_leaves_the_briefings_their_list_and_nothing_half_written(reports):
    wanted = {*CORRIDORS, "assets", "index.html", "register.html", "build.json"}
    assert {path.name for path in reports.iterdir()} == wanted
    for slug in CORRIDORS:
        assert {path.name for path in (reports / slug).iterdir()} == {
            f"{slug}.en.html",
            f"{slug}.en.ipynb",
            "briefing.json",
            "facts.json",
            "series",
        }


def test_build_json_names_data_versions_and_every_briefing(reports):
    report = json.loads((reports / "build.json").read_text("utf-8"))
    assert sorted(report["built"]) == sorted(CORRIDORS)
    assert report["failures"] == {}
    assert report["interrupted"] is False
    assert report["data"]["tables"] == "pack"
    assert {"papermill", "nbconvert", "plotly"} <= set(report["versions"])
    assert {entry["slug"]: entry["title"] for entry in report["briefings"]} == TITLES
    for entry in report["briefings"]:
        for name in entry["files"]:
            assert (reports / entry["slug"] / name).is_file()


def test_index_lists_the_built_briefings_with_links_that_lead_somewhere(reports):
    index = BeautifulSoup((reports / "index.html").read_text("utf-8"), "html.parser")
    cards = index.select(".cards > li")
    assert {card.h3.get_text() for card in cards} == set(TITLES.values())
    links = [link["href"] for card in cards for link in card.select("a")]
    # From the title, the language, the notebook and the facts.
    assert len(links) == 4 * len(CORRIDORS)
    assert [link for link in links if not (reports / link).is_file()] == []


def test_page_names_the_session_and_its_key_messages_with_their_kinds(page, slug):
    assert page.h1.get_text() == TITLES[slug]
    assert "Roundtable 1.1" in page.select_one(".session").get_text()
    assert "Brazil, France" in page.select_one(".frame").get_text()
    assert "states the position of no government" in page.select_one(".disclaimer").get_text()
    messages = page.select("section.key-messages li")
    assert 2 <= len(messages) <= 5
    for message in messages:
        (badge,) = message.select(".kind")
        assert message.get_text().rstrip().endswith(badge.get_text())


def test_every_marked_number_is_a_fact_of_the_briefing_as_it_was_printed(page, facts):
    printed = {fact["id"]: fact["printed"]["en"] for fact in facts["facts"]}
    marked = page.select(".fact[data-fact]")
    assert len(marked) >= 10
    wrong = [
        (mark["data-fact"], mark.get_text())
        for mark in marked
        if printed.get(mark["data-fact"]) != mark.get_text()
    ]
    assert wrong == []


def test_no_number_stands_in_the_words_of_a_message_without_its_fact(page, facts):
    years = {str(year) for year in range(1990, 2025)}
    for message in page.select("section.key-messages li"):
        for mark in message.select(".fact, sup"):
            mark.decompose()
        found = set(re.findall(r"\d[\d,.]*\d|\d", message.get_text()))
        assert found - years == set()


def test_every_figure_has_title_measure_source_alternative_text_and_data(page, reports, slug):
    figures = page.select("figure.figure")
    assert len(figures) >= 2
    for figure in figures:
        for part in (".title", ".measure", "p.source", "details.description p"):
            assert figure.select_one(part).get_text(strip=True)
        assert len(figure.select_one(".chart")["aria-label"]) > 40
        json.loads(figure.select_one("script.chart-data").string)


def test_every_series_is_a_table_with_the_columns_that_the_facts_name(facts, reports, slug):
    assert facts["series"]
    for series in facts["series"]:
        with (reports / slug / series["file"]).open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        assert header == series["columns"]
        assert rows
        assert {len(row) for row in rows} == {len(header)}


def test_every_address_leads_into_the_folder_or_is_a_citation(page, reports, slug):
    cited = {link["href"] for link in page.select("a.address, .sources a, .caution a, main a")}
    tags = page.select("[href], [src]")
    for address in (tag.get("href") or tag.get("src") for tag in tags):
        parts = urlsplit(address)
        if parts.scheme:
            # Some documents that the register cites are published without encryption.
            assert parts.scheme in ("https", "http")
            assert address in cited
        elif parts.path:
            assert (reports / slug / unquote(parts.path)).resolve().is_file()
        else:
            assert page.find(id=unquote(parts.fragment)) is not None
    loaded = page.select("script[src], link[href], img, iframe")
    assert [tag for tag in loaded if urlsplit(tag.get("src") or tag.get("href")).scheme] == []


def test_no_id_stands_twice_on_a_page(page):
    ids = [tag["id"] for tag in page.select("[id]")]
    assert sorted(set(ids)) == sorted(ids)


def test_a_corridor_that_is_not_listed_says_so_and_gives_no_figure_for_it(reports):
    facts = json.loads((reports / "bilateral-geo-bel" / "facts.json").read_text("utf-8"))
    kinds = {fact["id"]: fact["kind"] for fact in facts["facts"]}
    assert "stock" not in kinds
    text = (reports / "bilateral-geo-bel" / "bilateral-geo-bel.en.html").read_text("utf-8")
    first = BeautifulSoup(text, "html.parser").select_one("section.key-messages li")
    assert "lists no figure for people born in Georgia who live in Belgium" in first.get_text()
    assert first.select_one(".kind-not-listed") is not None


def test_trace_leads_from_a_printed_number_to_its_row(reports, run):
    finished = run("roundtable", "trace", reports / "bilateral-mus-fra", "stock")
    assert finished.returncode == 0, finished.stderr
    # UN DESA, International Migrant Stock 2024: born in Mauritius, living in France, 2024.
    assert "44709" in finished.stdout
    assert "about 44,700" in finished.stdout
    assert "International Migrant Stock 2024" in finished.stdout


def test_trace_leads_from_a_published_figure_to_its_entry_and_document(reports, run):
    finished = run(
        "roundtable",
        "trace",
        reports / "bilateral-mus-fra",
        "france-mauritius-2008-visas-a-year",
    )
    assert finished.returncode == 0, finished.stderr
    assert "data/partnerships/france-mauritius-2008.yml" in finished.stdout
    assert "Ministry of the Interior (France)" in finished.stdout
    assert "published" in finished.stdout


def test_the_index_leads_to_the_page_of_the_register(reports):
    index = BeautifulSoup((reports / "index.html").read_text("utf-8"), "html.parser")
    (link,) = index.select(".register-link a")
    page = BeautifulSoup((reports / link["href"]).read_text("utf-8"), "html.parser")
    assert page.h1.get_text() == "What governments have agreed"
    assert page.find(id="ecowas-free-movement")
    assert not page.select("script")


def test_partnerships_lists_and_filters_from_anywhere(run):
    found = run("roundtable", "partnerships", "--country", "MUS", "--kind", "bilateral")
    assert found.returncode == 0, found.stderr
    assert "france-mauritius-2008" in found.stdout
    wrong = run("roundtable", "partnerships", "--country", "MRI")
    assert wrong.returncode == 1
    assert "is not an ISO 3166-1 alpha-3 code" in wrong.stderr


def test_a_second_build_finds_everything_up_to_date_and_changes_no_briefing(reports, run, tmp_path):
    copy = shutil.copytree(reports, tmp_path / reports.name)
    before = {path: path.stat().st_mtime_ns for path in copy.glob("bilateral-*/**/*")}
    only = [word for slug in CORRIDORS for word in ("--only", slug)]
    finished = run("roundtable", "build", *only, "--output", tmp_path)
    assert finished.returncode == 0, finished.stderr
    assert "3 of 3 briefings are in place (0 built, 3 up to date)" in finished.stdout
    assert {path: path.stat().st_mtime_ns for path in copy.glob("bilateral-*/**/*")} == before
    assert json.loads((copy / "build.json").read_text("utf-8"))["built"] == []


def test_a_self_contained_page_needs_no_other_file(run, tmp_path):
    finished = run(
        "roundtable",
        "build",
        *("--only", "bilateral-mus-fra", "--self-contained", "--output", tmp_path),
    )
    assert finished.returncode == 0, finished.stderr
    folder = tmp_path / "gfmd-2010-rt-1-1"
    assert not (folder / "assets").exists()
    for name in ("index.html", "bilateral-mus-fra/bilateral-mus-fra.en.html"):
        page = BeautifulSoup((folder / name).read_text("utf-8"), "html.parser")
        assert page.select("script[src], link[href], img[src], iframe, object") == []
        assert page.select("style")
