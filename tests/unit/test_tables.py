from bs4 import BeautifulSoup

from roundtable.tables import Table

HOSTILE = "<script>alert(1)</script> & {{ 7 * 7 }}"


def table(**more) -> Table:
    about = {
        "id": "both-ways",
        "caption": "The corridor both ways: persons",
        "head": ("Year", "MUS → FRA: persons"),
        "rows": (("2020", "44,179*"), ("2024", "44,709")),
        "note": "Source: UN DESA",
    }
    return Table(**{**about, **more})


def read(shown: Table) -> BeautifulSoup:
    return BeautifulSoup(shown._repr_html_(), "html.parser")


def test_a_table_has_a_caption_heads_rows_and_a_note_across_all_columns():
    page = read(table())
    assert page.table["id"] == "table-both-ways"
    assert page.caption.get_text() == "The corridor both ways: persons"
    assert [cell.get_text() for cell in page.thead.find_all("th")] == [
        "Year",
        "MUS → FRA: persons",
    ]
    assert [[cell.get_text() for cell in row] for row in page.tbody.find_all("tr")] == [
        ["2020", "44,179*"],
        ["2024", "44,709"],
    ]
    assert page.tfoot.td["colspan"] == "2"
    assert page.tfoot.get_text() == "Source: UN DESA"


def test_numbers_stand_on_the_right_and_names_of_rows_are_heads():
    row = read(table()).tbody.tr
    assert row.th["scope"] == "row"
    assert "right" not in row.th.get("style", "")
    assert row.td["style"] == "text-align:right"


def test_a_column_of_dashes_stands_as_most_columns_do():
    head = ("Year", "There", "Back", "Share of women")
    numbers = table(head=head, rows=(("2020", "\N{EN DASH}", "268", "39%"),))
    assert read(numbers).tbody.td["style"] == "text-align:right"
    words = table(head=head, rows=(("Accord", "\N{EN DASH}", "bilateral", "in force"),))
    assert read(words).tbody.td["style"] == "text-align:left"


def test_every_string_appears_as_text():
    hostile = table(
        id='"><b>',
        caption=HOSTILE,
        head=(HOSTILE, HOSTILE),
        rows=((HOSTILE, HOSTILE),),
        note=HOSTILE,
    )
    page = read(hostile)
    assert page.find(["script", "b"]) is None
    texts = [cell.get_text() for cell in page.find_all(["caption", "th", "td"])]
    assert texts == [HOSTILE] * 6


def test_a_row_that_was_not_measured_says_its_kind():
    page = read(
        table(marks=("carried-forward", "measured"), kinds={"carried-forward": "carried forward"})
    )
    first, second = page.tbody.find_all("th")
    assert first.span["class"] == ["kind", "kind-carried-forward"]
    assert first.get_text() == "2020 carried forward"
    assert second.span is None


def test_the_plain_form_is_the_same_for_the_same_figures():
    assert repr(table()) == repr(table())
    assert repr(table()).splitlines() == [
        "The corridor both ways: persons",
        "Year MUS → FRA: persons",
        "2020            44,179*",
        "2024             44,709",
        "Source: UN DESA",
    ]


def test_words_stand_left_and_numbers_right_by_column():
    table = Table(
        id="t",
        caption="c",
        head=("Country", "Rule", "Persons"),
        rows=(("France", "no visa for 90 days", "1,000"), ("Mali", "a visa", "\N{EN DASH}")),
        note="n",
    )
    html = table._repr_html_()
    assert '<td style="text-align:left">no visa for 90 days</td>' in html
    assert '<td style="text-align:right">1,000</td>' in html
    assert '<td style="text-align:right">\N{EN DASH}</td>' in html
