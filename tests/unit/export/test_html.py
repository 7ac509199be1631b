"""The page of a briefing is whole, safe, offline and reachable without a mouse."""

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from roundtable.errors import ContentError
from roundtable.export import assets, html
from roundtable.export.labels import complete


def _soup(text: str) -> BeautifulSoup:
    return BeautifulSoup(text, "html.parser")


@pytest.fixture
def soup(notebook: Any, page: Any) -> BeautifulSoup:
    return _soup(html.render(notebook, page))


def test_each_chart_is_a_figure_with_its_words_beside_the_drawing(soup: BeautifulSoup) -> None:
    figures = soup.select("figure")
    assert [figure.select_one(".number").text for figure in figures] == [
        "Figure 1",
        "Figure 2",
    ]
    second = figures[1]
    assert second.select_one(".title").text.startswith("France is the first")
    chart = second.select_one(".chart")
    assert chart["role"] == "img"
    assert chart["aria-label"] == "Bar chart: France is the largest of the listed destinations."
    assert chart["aria-label"] in second.select_one("details").text
    assert second.select_one("a[download]")["href"] == "series/destinations.csv"


def test_chart_data_follow_their_place_and_read_back(soup: BeautifulSoup) -> None:
    charts = soup.select(".chart + script.chart-data")
    assert len(charts) == 2
    assert json.loads(charts[1].string)["data"][0]["x"] == [12_300, 13_400, 28_900, 44_709]


def test_series_stands_below_its_figure_and_a_missing_figure_is_not_zero(
    soup: BeautifulSoup,
) -> None:
    rows = soup.select("figure details tbody tr")
    assert [[cell.text for cell in row.select("td")] for row in rows] == [
        ["France", "44,709"],
        ["United Kingdom", "no figure"],
    ]


def test_chart_is_described_in_words_where_scripts_are_off(soup: BeautifulSoup) -> None:
    assert "Line chart: people born in Mauritius" in soup.select_one("figure noscript").text


def test_table_is_numbered_scrolls_and_names_what_its_headers_head(soup: BeautifulSoup) -> None:
    box = soup.select_one(".table-scroll[tabindex='0'] > table.rt-table").parent
    caption = box.select_one("caption")
    assert caption.text == "Table\u00a01 Agreements in force"
    assert box["aria-labelledby"] == caption["id"]
    assert [header["scope"] for header in box.select("th")] == ["col"] * 3 + ["row"] * 2


def test_notebook_only_cells_leave_no_trace(soup: BeautifulSoup) -> None:
    text = soup.body.get_text()
    for words in ("Change the parameters", "Header of the setup", "Pick another", "echo of the"):
        assert words not in text
    assert not soup.select(".input, .prompt, pre")


def test_notes_lead_back_to_their_paragraphs(soup: BeautifulSoup) -> None:
    ids = {element["id"] for element in soup.select("[id]")}
    links = [link["href"][1:] for link in soup.select("a[href^='#']")]
    assert len(links) > 10
    assert set(links) <= ids
    first = soup.select_one("#note-1")
    assert [link["aria-label"] for link in first.select("a[role='doc-backlink']")] == [
        "Back to paragraph 2",
        "Back to paragraph 3",
        "Back to the text",
    ]


def test_no_id_is_used_twice(soup: BeautifulSoup) -> None:
    ids = [element["id"] for element in soup.select("[id]")]
    assert len(ids) == len(set(ids))


def test_sources_stand_where_the_notebook_lists_them_with_licence(soup: BeautifulSoup) -> None:
    listed = soup.select("ul.sources > li")
    assert len(listed) == 3
    assert "CC BY 3.0 IGO" in listed[0].text
    assert "listed by the notebook" not in soup.text
    # An address that runs code is printed, not linked.
    assert not listed[2].select("a")


def test_cards_carry_only_the_facts_that_are_shown(soup: BeautifulSoup) -> None:
    data = json.loads(soup.select_one("#briefing-data").string)
    assert set(data["shown"]["facts"]) == {"stock", "earlier", "articles"}
    assert data["shown"]["facts"]["earlier"]["value"] == 50691
    assert data["shown"]["sources"]["agreement"] == "Agreement of 23 September 2008."
    assert data["slug"] == "bilateral-mus-fra"


def test_landmarks_language_and_order_of_headings(soup: BeautifulSoup) -> None:
    assert (soup.html["lang"], soup.html["dir"]) == ("en", "ltr")
    assert soup.select_one("a.skip")["href"] == f"#{soup.main['id']}"
    assert len(soup.select("h1")) == 1
    levels = [int(heading.name[1]) for heading in soup.select("h1, h2, h3, h4")]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_hostile_strings_are_printed_as_text(make_notebook: Any, make_page: Any, hostile: str):
    names = ("forum", "session", "session_title", "coordinator", "disclaimer", "date", "reason")
    page = make_page(**dict.fromkeys(names, hostile), team=(hostile,), co_chairs=(f'"{hostile}',))
    text = html.render(make_notebook(hostile), page)
    assert "<script>alert" not in text
    assert "49" not in _soup(text).select_one(".masthead").text
    assert _soup(text).select_one(".forum").text == hostile
    assert _soup(text).select_one("figure .title").text == hostile
    assert "&amp;lt;" not in text


def test_hostile_words_in_prose_and_tables_are_printed_as_text(make_notebook: Any, page: Any):
    nb = make_notebook()
    for cell in nb.cells:
        for output in cell.get("outputs", ()):
            for kind in ("text/markdown", "text/html"):
                if kind in output.data:
                    output.data[kind] += "\n\n<script>alert(2)</script><img src=x onerror=y>"
    assert not _soup(html.render(nb, page)).select("img, script:-soup-contains('alert')")


def test_link_of_the_page_that_runs_code_is_emptied(notebook: Any, make_page: Any) -> None:
    text = html.render(notebook, make_page(links={"index": "javascript:alert(1)"}))
    assert _soup(text).select_one("a.back")["href"] == ""


@pytest.mark.parametrize("folder", ["../assets", None])
def test_page_asks_no_other_machine_for_anything(
    notebook: Any, page: Any, folder: str | None
) -> None:
    soup = _soup(html.render(notebook, page, assets=folder))
    assert not soup.select("[src*='//'], link[href*='//'], iframe, object, embed, form, img")
    styles = " ".join(style.text for style in soup.select("style")) + assets.asset("briefing.css")
    assert not re.search(r"@import|url\((?!data:)", styles)
    assert not re.search(r"\bfetch\(|XMLHttpRequest|\bimport\b", assets.asset("briefing.js"))


def test_shared_assets_are_linked_and_self_contained_page_has_all_inside(
    notebook: Any, page: Any
) -> None:
    linked = _soup(html.render(notebook, page, assets="../assets"))
    assert [script["src"] for script in linked.select("script[src]")] == [
        "../assets/plotly.min.js",
        "../assets/briefing.js",
    ]
    assert linked.select_one("link[rel='stylesheet']")["href"] == "../assets/briefing.css"
    whole = html.render(notebook, page, assets=None)
    assert not re.search(r"<script src|<link", whole)
    assert all(assets.asset(name) in whole for name in assets.NAMES)


def test_page_without_charts_loads_no_plotly(notebook: Any, page: Any) -> None:
    notebook.cells = [cell for cell in notebook.cells if cell.id not in ("trend", "ranking")]
    assert "plotly" not in html.render(notebook, page)


def test_words_of_the_page_follow_the_labels(notebook: Any, page: Any) -> None:
    labels = {"figure": "Gráfico", "contents": "Índice", "sources": "Fontes", "table": "Tabela"}
    text = html.render(notebook, page, labels=labels)
    soup = _soup(text)
    assert soup.select_one("#contents").text == "Índice"
    assert soup.select_one("figure .number").text == "Gráfico 1"
    assert soup.select_one("caption .number").text == "Tabela\u00a01"


def test_every_fixed_word_of_the_page_is_a_label(notebook: Any, page: Any) -> None:
    def mark(value: Any) -> Any:
        return {key: mark(each) for key, each in value.items()} if isinstance(value, dict) else "¤"

    soup = _soup(html.render(notebook, page, labels=mark(complete())))
    for place in ("dt", ".tools", ".skip", "figcaption .number", "summary", "#contents", "#notes"):
        shown = {element.get_text(" ", strip=True) for element in soup.select(place)}
        assert all(set(words.split()) <= {"¤", "1", "2"} for words in shown), (place, shown)


def test_label_of_the_wrong_kind_is_named() -> None:
    with pytest.raises(ContentError, match="`kinds` is 'measured'"):
        complete({"kinds": "measured"})


def test_right_to_left_page_says_so(notebook: Any, make_page: Any) -> None:
    soup = _soup(html.render(notebook, make_page(language="ar", direction="rtl")))
    assert (soup.html["lang"], soup.html["dir"]) == ("ar", "rtl")
    assert {chart["dir"] for chart in soup.select(".chart")} == {"ltr"}


def test_same_notebook_gives_the_same_page(notebook: Any, page: Any) -> None:
    assert html.render(notebook, page) == html.render(notebook, page)


def test_assets_are_written_once(tmp_path: Path) -> None:
    folder = tmp_path / "assets"
    assert [path.name for path in assets.write_assets(folder)] == list(assets.NAMES)
    assert assets.write_assets(folder) == []
    (folder / "briefing.css").write_text("old")
    assert [path.name for path in assets.write_assets(folder)] == ["briefing.css"]
