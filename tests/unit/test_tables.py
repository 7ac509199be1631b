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


def test_a_sign_is_told_only_where_it_stands_in_a_cell():
    dash = "\N{EN DASH}"
    signs = {dash: "A dash: no figure.", "*": "*: carried forward."}
    shown = table(signs=signs)
    assert read(shown).tfoot.get_text() == "Source: UN DESA *: carried forward."
    assert repr(shown).splitlines()[-1] == "Source: UN DESA *: carried forward."
    # A dash inside a cell's words is none in its stead.
    spans = table(signs=signs, rows=(("2020", f"2008{dash}2010"), ("2024", dash)))
    assert read(spans).tfoot.get_text() == "Source: UN DESA A dash: no figure."
    assert read(table(signs=signs, rows=(("2020", "1"),))).tfoot.get_text() == "Source: UN DESA"


def test_columns_of_nothing_but_dashes_can_be_left_out():
    dash = "\N{EN DASH}"
    whole = table(
        head=("Year", "There", "Back", "Women"),
        rows=(("2020", "268", dash, dash), ("2024", dash, dash, "39%")),
    )
    left = whole.without_empty_columns()
    assert left.head == ("Year", "There", "Women")
    assert left.rows == (("2020", "268", dash), ("2024", dash, "39%"))
    assert len(whole.head) == 4
    empty = table(rows=(("2020", dash), ("2024", dash)))
    assert empty.without_empty_columns() is empty
