"""Only tags and addresses of the allowlist stand in a document."""

import pytest

from roundtable.export.clean import clean_html, plain_text, safe_address


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ('<img src="x" onerror="alert(1)">', '&lt;img src="x" onerror="alert(1)"&gt;'),
        ('<b onclick="alert(1)">bold</b>', "<b>bold</b>"),
        ("1 < 2 and <b", "1 &lt; 2 and &lt;b"),
        ("a<!-- <script>hidden</script> -->b", "ab"),
        ('<td style="background:url(//x.org/a)">1</td>', "<td>1</td>"),
        ("<TD STYLE='text-align: right'>1</TD>", '<td style="text-align: right">1</td>'),
        ('<p title="a > b">x</p>', '<p title="a &gt; b">x</p>'),
    ],
)
def test_what_is_not_on_the_allowlist_is_shown_as_text(given: str, shown: str) -> None:
    assert clean_html(given) == shown


def test_data_attributes_of_facts_stay() -> None:
    number = '<span class="fact" data-fact="stock[1,2]">44,700</span>'
    assert clean_html(number) == number


def test_link_that_runs_code_loses_its_address_even_when_it_is_written_in_entities() -> None:
    assert clean_html('<a href="java&#115;cript:alert(1)">x</a>') == '<a href="">x</a>'


@pytest.mark.parametrize(
    "address",
    ["https://www.un.org/a:b", "../index.html", "facts.json", "#notes", "series/a.csv?x=1:2"],
)
def test_addresses_of_pages_and_files_stay(address: str) -> None:
    assert safe_address(address) == address


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JaVa\nScript:alert(1)", " data:text/html,x", "vbscript:x"]
)
def test_addresses_that_could_run_code_are_emptied(address: str) -> None:
    assert safe_address(address) == ""


def test_plain_text_undoes_entities_once() -> None:
    assert plain_text("<b>A</b> &amp;amp; B\n  &lt;C&gt;") == "A &amp; B <C>"
