"""The words of the bilateral briefing, for all corridors of the session and for odd ones."""

import re

import pytest

from roundtable import roundtables
from roundtable.briefing.display import Message
from roundtable.prose import plain
from roundtable.reliability import KINDS

SESSION = roundtables.load(roundtables.find("gfmd-2010-rt-1-1"))

SHIPPED = [
    pytest.param(item.origin, item.destination, SESSION.year, SESSION.edition, id=item.slug)
    for item in SESSION.briefings.bilateral
]

ODD = [
    pytest.param("PHL", "ARE", 2024, "undesa-2024", id="destination-counts-citizens"),
    pytest.param("FRA", "MUS", 2024, "undesa-2024", id="reverse-of-the-default"),
    pytest.param("GEO", "BEL", 2024, "undesa-2024", id="not-listed"),
    pytest.param("BLZ", "GHA", 2024, "undesa-2024", id="in-neither-edition"),
    pytest.param("ARE", "BRA", 2000, "undesa-2024", id="not-listed-and-empty-in-the-other"),
    pytest.param("GTM", "LBY", 2015, "undesa-2020", id="not-listed-and-no-others"),
    pytest.param("NGA", "BRA", 1990, "undesa-2020", id="nobody"),
    pytest.param("GEO", "BOL", 2000, "undesa-2024", id="one-person"),
    pytest.param("MUS", "FRA", 2010, "undesa-2020", id="earlier-edition-and-year"),
    pytest.param("MUS", "FRA", 1990, "undesa-2024", id="first-year"),
    pytest.param("MEX", "USA", 2020, "undesa-2020", id="last-year-of-the-earlier-edition"),
]

BADGE = re.compile(r'<span class="kind kind-([a-z-]+)"><em>[a-z ]+</em></span>')

FAULTS = {
    "two blanks": r"\S  +\S",
    "blank before a mark": r" [,.;:!?](?!\d)",
    "two full stops": r"\.\.",
    "None": r"\bNone\b",
    "nan": r"\bnan\b",
    "braces": r"[{}]",
    "article twice": r"\b(a|an|the) (the|a|an)\b",
    "nothing in brackets": r"\(\s*\)|\*\*\*\*|“”",
    "small letter after a full stop": r"(?<!e\.g)(?<!i\.e)\. [a-z]",
    "one people": r"(?<![\d,.])1 people",
    "no, with nothing behind it": r"\bno (in|and|for)\b",
    "no estimate in a sentence": r"the no estimate|no estimate of",
}


@pytest.fixture(scope="module")
def opened(open_bilateral):
    """Open each briefing once; the words are rendered from it many times."""
    known = {}

    def open_once(*parameters):
        if parameters not in known:
            origin, destination, year, edition = parameters
            known[parameters] = open_bilateral(origin, destination, year=year, edition=edition)
        return known[parameters]

    return open_once


OF_ONE_AGREEMENT = ("rights-entry", "rights-caption", "rights-note", "rights-rest")
"""Sections that are rendered for each agreement in turn, by `Bilateral.rights`."""


def texts_of(briefing) -> list[tuple[str, str]]:
    """Return every section with its Markdown, those of one agreement for each agreement."""
    texts = [
        (section, briefing.text(section).markdown)
        for section in briefing.prose.texts
        if section not in OF_ONE_AGREEMENT
    ]
    rights = [item.markdown for item in briefing.rights() if isinstance(item, Message)]
    return [*texts, *(("rights", markdown) for markdown in rights)]


@pytest.mark.parametrize(("origin", "destination", "year", "edition"), SHIPPED + ODD)
def test_every_section_reads_like_a_text(opened, origin, destination, year, edition):
    briefing = opened(origin, destination, year, edition)
    for section, markdown in texts_of(briefing):
        text = plain(BADGE.sub("", markdown))
        found = {name for name, fault in FAULTS.items() if re.search(fault, text)}
        assert not found, f"{section}: {found} in {text!r}"
        opening = re.match(r"[^\w]*(\w)", text)
        # Reasons go on in a sentence; what a sign means stands behind the sign.
        if opening and section not in {"reasons", "both-ways-carried"}:
            assert not opening[1].islower(), f"{section} begins with a small letter: {text!r}"


@pytest.mark.parametrize(("origin", "destination", "year", "edition"), SHIPPED + ODD)
def test_there_are_two_to_five_key_messages_each_with_its_kind(
    opened, origin, destination, year, edition
):
    messages = opened(origin, destination, year, edition).key_messages().markdown.split("\n")
    items = [line for line in messages if line.strip()]
    assert 2 <= len(items) <= 5
    for item in items:
        assert item.startswith("- **")
        badge = BADGE.search(item)
        assert badge, item
        assert item.endswith(badge[0])
        assert badge[1] in KINDS


@pytest.mark.parametrize(("origin", "destination", "year", "edition"), SHIPPED + ODD)
def test_every_mark_leads_to_a_fact_of_the_record(opened, origin, destination, year, edition):
    briefing = opened(origin, destination, year, edition)
    shown = "".join(markdown for _, markdown in texts_of(briefing))
    recorded = {entry["id"]: entry for entry in briefing.record()["facts"]}
    marks = re.findall(r'data-fact="([^"]+)">([^<]*)</span>', shown)
    assert marks
    for id, printed in marks:
        assert plain(printed) in (recorded[id]["printed"]["en"], *WORDS_FOR_A_SECOND_FIGURE)


WORDS_FOR_A_SECOND_FIGURE = ("in both editions", "the two agree")
"""What the words say of a figure of the other edition that they do not print."""


@pytest.mark.parametrize(
    ("origin", "destination", "second"),
    [("MEX", "USA", "growth-other"), ("SEN", "ITA", "stock-other")],
)
def test_a_statement_on_both_editions_records_the_figures_of_both(
    opened, origin, destination, second
):
    briefing = opened(origin, destination, 2024, "undesa-2024")
    briefing.text("key-messages")
    briefing.text("size")
    assert second in {entry["id"] for entry in briefing.record()["facts"]}


@pytest.mark.parametrize(("origin", "destination", "year", "edition"), ODD)
def test_charts_and_tables_are_made_or_left_out_but_never_fail(
    opened, origin, destination, year, edition
):
    briefing = opened(origin, destination, year, edition)
    for chart in (briefing.stock_over_time, briefing.destinations, briefing.origins, briefing.map):
        figure = chart()
        if figure is not None:
            assert figure.layout.meta["title"]
            assert figure.layout.meta["alt"]
            assert not re.search(r"\bNone\b|\bnan\b", figure.layout.meta["alt"])
    for table in (briefing.both_ways(), briefing.dependency()):
        assert len(table.rows) > 3
        assert all(len(row) == len(table.head) for row in table.rows)
        cells = {cell for row in table.rows for cell in row}
        assert not {"None", "nan", "<NA>"} & cells


def test_a_corridor_in_neither_edition_says_so_and_gives_no_zero(opened):
    briefing = opened("BLZ", "GHA", 2024, "undesa-2024")
    first = briefing.key_messages().markdown.split("\n")[0]
    assert "Neither the 2024 edition nor the 2020 edition" in first
    assert "not zero" in first
    assert briefing.stock_over_time() is None
    assert briefing.book["stock"].value is None


def test_a_corridor_that_is_not_listed_is_told_by_the_other_edition_as_such(opened):
    briefing = opened("GEO", "BEL", 2024, "undesa-2024")
    first = briefing.line("key-messages")
    assert "2024 edition lists no figure for people born in Georgia who live in Belgium" in first
    assert "The 2020 edition put them at about 690 in 2020." in first
    assert "only the 2020 edition gives figures" in briefing.line("stock-over-time-title")


def test_citizens_are_never_called_people_born(opened):
    briefing = opened("PHL", "ARE", 2024, "undesa-2024")
    assert "citizens of the Philippines" in briefing.line("key-messages")
    assert "born in the Philippines" not in briefing.line("key-messages")
    assert "“Born in the Philippines”." in briefing.line("caution")


def test_nobody_and_one_person_are_told_as_such(opened):
    nobody = opened("NGA", "BRA", 1990, "undesa-2020")
    assert "In 1990 no people born in Nigeria lived in Brazil." in nobody.line("key-messages")
    assert nobody.line("stock-over-time-title").endswith("in Brazil: no one in 1990")
    one = opened("GEO", "BOL", 2000, "undesa-2024")
    assert "In 2000 1 person born in Georgia lived in Bolivia" in one.line("key-messages")


def test_a_direction_that_is_not_listed_has_a_sentence_and_no_column(opened):
    briefing = opened("SEN", "ITA", 2024, "undesa-2024")
    shown = briefing.both_ways()
    assert shown.head == ("Year", "Senegal → Italy: persons", "Senegal → Italy: share of women")
    assert shown.caption.startswith("The corridor by year")
    assert "From Italy to Senegal no figure is listed in any year." in shown.told
    assert "A dash" not in shown.told


def test_directions_that_count_different_people_are_not_set_against_each_other(opened):
    mauritius = opened("MUS", "FRA", 2024, "undesa-2024")
    caution = plain(mauritius.caution().markdown)
    assert "France counts people born abroad, Mauritius foreign citizens" in caution
    both_births = opened("COL", "ESP", 2024, "undesa-2024")
    assert "The difference between the two directions" not in plain(both_births.caution().markdown)
