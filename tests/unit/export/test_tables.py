"""Tables of a page: what a browser may not break."""

from roundtable.export.tables import table_html


def test_dates_of_a_table_stand_on_one_line_and_other_numbers_as_they_are() -> None:
    html = "<table><tr><td>in force (2015-03)</td><td>Act 12/2015-03, 40-15</td></tr></table>"
    page = table_html(html, numbers=[], label="Table")
    assert '<td>in force (<span class="date">2015-03</span>)</td>' in page
    assert "<td>Act 12/2015-03, 40-15</td>" in page


def test_what_stands_under_a_table_can_stay_while_it_scrolls() -> None:
    foot = '<tfoot><tr><td colspan="2">Source</td></tr></tfoot>'
    html = f"<table><tbody><tr><td>1</td></tr></tbody>{foot}</table>"
    page = table_html(html, numbers=[], label="Table")
    assert '<td colspan="2"><div class="under">Source</div></td>' in page
    assert page.count('class="under"') == 1
