"""Two sides as a whole: what both have, the counts, and the words for them."""

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from roundtable.compare.comparison import compare, tally
from roundtable.compare.telling import document
from roundtable.compare.version import Side
from roundtable.errors import DataError
from roundtable.export.comparing import render

OLD, NEW = "undesa-2020", "undesa-2024"
MINUS = "\N{MINUS SIGN}"


def side(edition, *versions, **more):
    return Side(
        name=f"{edition}:2020",
        language="en",
        briefings={one.slug: one for one in versions},
        **more,
    )


@pytest.fixture
def sides(fact, version):
    """Two editions: one figure a quarter and more off, one by little, one lost, one alike."""

    def marked(id, printed):
        return f'<span class="fact" data-fact="{id}">{printed}</span>'

    made = []
    for edition, values, kind in (
        (OLD, (50_000, 1_000, 7, 300), "carried-forward"),
        (NEW, (40_000, 1_060, None, 300), "measured"),
    ):
        stock, near, lost, alike = values
        facts = [
            fact("stock", stock, edition=edition, kind=kind),
            fact("near", near, edition=edition, printed={"en": "about a thousand"}),
            fact("lost", lost, edition=edition),
            fact("alike", alike, edition=edition),
            fact("new" if edition == NEW else "gone", 1, edition=edition),
        ]
        badge = f'<span class="kind kind-{kind}"><em>…</em></span>'
        made.append(
            side(
                edition,
                version(
                    *facts,
                    edition=edition,
                    key_messages=f"- {marked('stock', f'{stock:,}')} live there. {badge}",
                    size=f"Of {marked('near', 'about a thousand')} some left.",
                ),
            )
        )
    return made


def test_counts_of_facts_messages_and_sentences(sides):
    total = tally(compare(*sides).briefings)
    assert (total.shared, total.changed, total.small, total.large) == (4, 3, 2, 0)
    assert (total.new, total.gone, total.lost, total.gained) == (1, 1, 1, 0)
    assert total.alike == 1
    assert total.causes == {"revision": 3}
    assert total.kinds == {("carried-forward", "measured"): 1}
    assert (total.messages, total.sentences) == ({"figures": 1}, {"rounded": 1})
    assert total.message_kinds == 1


def test_a_quarter_is_passed_only_by_more_than_a_quarter(fact, version):
    versions = [
        version(fact("a", a, edition=edition), fact("b", b, edition=edition), edition=edition)
        for edition, a, b in ((OLD, 100, 1_000), (NEW, 125, 1_251))
    ]
    (old, new) = versions
    total = tally(compare(side(OLD, old), side(NEW, new)).briefings)
    assert (total.small, total.large) == (2, 1)


def test_briefings_of_one_side_are_named_and_the_others_compared(sides, version):
    old, new = sides
    old = side(OLD, *old.briefings.values(), version(slug="bilateral-sen-esp"))
    found = compare(old, new)
    assert [item.new.slug for item in found.briefings] == ["bilateral-mus-fra"]
    assert found.only_old == ("bilateral-sen-esp",)
    told = document(found)
    assert any(
        (item.claim, item.why) == ("Only in the 2020 edition", "bilateral-sen-esp.")
        for item in told.read
    )


def test_two_sides_without_a_common_briefing_are_refused(version):
    with pytest.raises(DataError, match="no briefing in common: the first has a, the second b"):
        compare(side(OLD, version(slug="a")), side(NEW, version(slug="b")))


def test_what_failed_is_told_and_is_on_no_side(sides, version):
    old, new = sides
    broken = side(OLD, *old.briefings.values(), failures={"regional-eu": "No members yet."})
    other = side(NEW, *new.briefings.values(), version(slug="regional-eu"))
    found = compare(broken, other)
    assert (found.only_new, found.failures) == ((), {"regional-eu": "No members yet."})
    assert "regional-eu: No members yet." in [item.why for item in document(found).read]


def test_the_summary_names_counts_and_what_is_no_migration(sides):
    told = document(compare(*sides), session="Roundtable 1.1")
    assert told.title == "What changed from the 2020 edition to the 2024 edition"
    assert told.subtitle.startswith("Roundtable 1.1. 1 briefing with figures for 2020")
    assert told.said[0].startswith("3 of the 4 facts that both sides tell have another value (75%)")
    assert told.read[0].claim == "A revision is not migration"
    assert told.overview.rows == (("Mauritius → France", "4", "3", "2", "0", "1", "1", "1 of 1"),)


def test_two_years_are_named_with_their_sides(fact, version):
    sides = [
        Side(
            name=f"{NEW}:{year}",
            language="en",
            briefings={"a": version(fact("a", year), slug="a", year=year)},
        )
        for year in (2010, 2020)
    ]
    assert document(compare(*sides)).title == (
        "What changed from the 2024 edition with figures for 2010 "
        "to the 2024 edition with figures for 2020"
    )


def test_differences_and_ratios_stand_in_the_row_of_their_fact(sides):
    (briefing,) = document(compare(*sides)).briefings
    rows = {row.id: row.cells for row in briefing.facts}
    assert rows["stock"] == (
        *("50,000", "40,000", f"{MINUS}10,000", f"{MINUS}20%"),
        "revision; carried forward → measured",
    )
    assert rows["lost"] == ("7", "no estimate", "", "", "revision")
    assert "alike" not in rows
    assert [(row.id, row.cells[0]) for row in briefing.one_side] == [
        ("gone", "the 2020 edition"),
        ("new", "the 2024 edition"),
    ]


def test_the_paper_stands_at_the_head_and_is_told_once(sides, version):
    def with_paper(one, figure):
        paper = replace(
            version(
                edition=one.name.partition(":")[0],
                key_messages=f"- About {figure} million people live abroad.",
                context="The world counts them. It has its reasons.",
            ),
            slug="background-paper",
            theme="background_paper",
        )
        return replace(one, briefings={paper.slug: paper, **one.briefings})

    old, new = sides
    told = document(compare(with_paper(old, 281), with_paper(new, 275)))
    assert told.said[0] == (
        "The background paper would read differently in 1 of its 1 key messages and in 0 of its "
        "2 other sentences. They stand side by side below."
    )
    page = BeautifulSoup(render(told), "html.parser")
    headings = [heading["id"] for heading in page.select("main > section > h2")]
    assert headings == ["paper", "largest", "kinds", "overview", "briefings"]
    (row,) = page.select("[aria-labelledby=table-paper] tbody tr")
    assert (row.select_one("del").text, row.select_one("ins").text) == ("281", "275")
    assert page.select("#background-paper .beside") == []
    assert page.select_one("#background-paper a[href]")["href"] == "#paper"


@pytest.fixture
def page(sides) -> BeautifulSoup:
    return BeautifulSoup(render(document(compare(*sides))), "html.parser")


def test_the_page_sets_sentences_beside_each_other_and_marks_what_differs(page):
    (row,) = page.select("#bilateral-mus-fra .beside tbody tr")
    assert row.th.text == "Key messages"
    assert [cell.text for cell in row.select("td")] == [
        "50,000 live there.",
        "40,000 live there.",
    ]
    assert (row.select_one("del").text, row.select_one("ins").text) == ("50,000", "40,000")


def test_the_page_links_each_briefing_and_sets_numbers_to_the_right(page):
    link = page.select_one("#overview ~ * a, .rt-table a")
    assert page.select_one(link["href"]).name == "details"
    heads = page.select("#bilateral-mus-fra table:not(.beside) thead")[0]
    assert [head.get("class") for head in heads.select("th")] == [
        *(None, ["n"], ["n"], ["n"], ["n"], None),
    ]


def test_the_page_asks_no_other_machine_and_escapes_every_string(fact, version):
    sides = [
        side(
            edition,
            version(
                fact("x", value, edition=edition, definition="<b>Bold</b>"),
                edition=edition,
                size=f"A &lt;script&gt; of {value}.",
            ),
        )
        for edition, value in ((OLD, 1), (NEW, 2))
    ]
    page = BeautifulSoup(render(document(compare(*sides))), "html.parser")
    assert not page.select("script, link, img, iframe, b:not(.caution b)")
    assert "<b>Bold</b>" in page.select_one("#facts-bilateral-mus-fra").parent.text
    assert "A <script> of 1." in page.text


def test_the_world_and_codes_of_no_country_are_named_among_the_largest(fact, version):
    def stock(id, destination, value, edition):
        arguments = {"destination": destination, "year": 2020}
        return fact(id, value, edition=edition, indicator="immigrant_stock", arguments=arguments)

    sides = [
        side(
            edition,
            version(
                stock("world", "WLD", 280_000_000 + more, edition),
                stock("emirates", "ARE", 8_000_000 + more, edition),
                stock("region", "ZZZ", 9_000 + more, edition),
                *(stock(f"small-{at}", f"ZZ{at}", 5_000 + at - more, edition) for at in range(10)),
                edition=edition,
            ),
        )
        for edition, more in ((OLD, 0), (NEW, 900))
    ]
    persons, ratios = document(compare(*sides)).largest
    assert [row[0] for row in persons.rows[:3]] == [
        "International migrants in the world",
        "Immigrants in the United Arab Emirates",
        "Immigrants in ZZZ",
    ]
    assert ratios.rows[0][0] == "Immigrants in the United Arab Emirates"
