"""Markdown is cut into the blocks that a reader sees, and rendered once."""

from roundtable.export.markdown import blocks, inline_html, list_items, to_html


def test_list_directly_below_a_sentence_is_a_block_of_its_own() -> None:
    assert blocks("Three things:\n- one\n- two\n\nAfter.") == [
        ("paragraph", "Three things:"),
        ("list", "- one\n- two"),
        ("paragraph", "After."),
    ]


def test_loose_list_with_inner_paragraphs_is_one_block() -> None:
    text = "- one\n\n  more of one\n\n- two"
    assert blocks(text) == [("list", text)]


def test_fenced_code_keeps_its_empty_lines_and_marks() -> None:
    text = "```\n# no heading\n\n- no list\n```"
    assert blocks(f"Before\n\n{text}\nAfter") == [
        ("paragraph", "Before"),
        ("code", text),
        ("paragraph", "After"),
    ]


def test_paragraph_below_a_heading_without_an_empty_line_is_found() -> None:
    assert [block.kind for block in blocks("## Who\nThey move.")] == ["heading", "paragraph"]


def test_tables_quotes_rules_and_html_are_no_paragraphs() -> None:
    text = "| a |\n|---|\n\n> said\n\n---\n\n<div>\nx\n</div>"
    assert [block.kind for block in blocks(text)] == ["table", "quote", "rule", "html"]


def test_comment_for_translators_is_no_paragraph() -> None:
    assert blocks("<!-- keep\n\nshort -->\nThey move.") == [("paragraph", "They move.")]


def test_items_keep_their_nested_lists() -> None:
    assert list_items("1. one\n   - inner\n2. two") == ["1. one\n   - inner", "2. two"]


def test_amounts_in_dollars_are_not_read_as_mathematics() -> None:
    assert inline_html("US$ 5 and <b>US$ 7</b>") == "US$ 5 and <b>US$ 7</b>"


def test_picture_from_elsewhere_leaves_only_its_words() -> None:
    assert to_html("![A map](https://example.org/map.png)") == "<p>A map</p>\n"


def test_heading_carries_the_id_that_was_put_before_its_words() -> None:
    assert to_html('## <a id="section-x"></a>Who *moves*') == (
        '<h2 id="section-x">Who <em>moves</em></h2>\n'
    )


def test_markdown_link_that_runs_code_is_made_harmless() -> None:
    assert "javascript" not in to_html("[x](javascript:alert(1))")
