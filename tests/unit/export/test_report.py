"""The report of a country or the world, in words and as a page."""

import pytest
from bs4 import BeautifulSoup

from roundtable.export.report import Document, Grid, Refusal, Section, render, words
from roundtable.reliability import FLAGS, FORBID_GROWTH, KINDS

DOCUMENT = Document(
    title="Brazil <b>",
    subtitle="of 2024",
    said=("A & B",),
    refused=(Refusal("That <i>this</i> grew", "It was scaled."),),
    sections=(
        Section(
            "As a destination",
            ("Both editions count people.",),
            (Grid("Largest", ("Origin", "Persons"), (("Cuba", "1,234"),), note="At mid-year."),),
        ),
    ),
    sources=("United Nations.",),
    labels={"said": "Can", "not_said": "Cannot", "sources": "Sources", "made": "Made."},
)


@pytest.fixture(scope="module")
def page() -> BeautifulSoup:
    return BeautifulSoup(render(DOCUMENT), "html.parser")


def test_every_string_of_a_report_is_escaped(page):
    assert page.h1.text == "Brazil <b>"
    assert page.select_one(".caution li").text == "That <i>this</i> grew. It was scaled."
    assert page.select_one(".key-messages li").text == "A & B"


def test_the_page_asks_no_other_machine_for_anything(page):
    assert not page.select("script, link, img, iframe")
    assert page.select_one("style").text.strip()
    assert "connect-src 'none'" in page.select_one("meta[http-equiv]")["content"]


def test_tables_have_captions_heads_in_scope_and_numbers_to_the_right(page):
    table = page.select_one("table")
    assert table.caption.text == "Largest"
    assert [(cell["scope"], cell.get("class")) for cell in table.select("th")] == [
        ("col", None),
        ("col", ["n"]),
        ("row", None),
    ]
    assert table.select_one("td.n").text == "1,234"
    assert table.tfoot.td["colspan"] == "2"


def test_there_are_words_for_every_kind_and_flag():
    found = words.words()
    assert set(found["short_kinds"]) == set(KINDS)
    assert set(found["short_flags"]) == {*FLAGS, "empty"}
    assert set(FORBID_GROWTH) <= set(found["short_flags"])
    # These mark no corridor of the report's tables.
    assert set(found["flag_names"]) == set(FLAGS) - {"not_listed", "seam", "two_counts"}


def test_of_many_places_the_first_are_named_and_the_rest_counted():
    codes = ["FRA", "CAN", "USA", "ITA", "ESP", "DEU", "GBR", "PRT"]
    assert words.named(codes[:3]) == "France, Canada and the United States"
    assert words.named(codes).endswith("Germany and 2 more")
    assert words.numbered({"FRA": 1234}) == "France (1,234)"


def test_two_ratios_of_one_growth_are_printed_alike():
    times = "\N{MULTIPLICATION SIGN}"
    assert words.changes([3.1, 2.86]) == [f"{times}3.1", f"{times}2.9"]
    assert words.changes([1.5, 2.9]) == ["+50%", "+190%"]
