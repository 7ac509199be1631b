"""Which sentences changed: cut, set beside each other, and told apart."""

import pytest

from roundtable.compare.cutting import split
from roundtable.compare.sentences import compare_texts

OLD, NEW = "undesa-2020", "undesa-2024"


def marked(id: str, printed: str) -> str:
    return f'<span class="fact" data-fact="{id}">{printed}</span>'


@pytest.fixture
def beside(version):
    """Compare two texts of one cell, by default as two editions tell them."""

    def compared(old, new, *, cell="size", moved=(), editions=(OLD, NEW), years=(2020, 2020)):
        sides = [
            version(edition=edition, year=year, **({cell: text} if text else {}))
            for text, edition, year in zip((old, new), editions, years, strict=True)
        ]
        return [
            (pair.difference, pair.old and pair.old.text, pair.new and pair.new.text)
            for pair in compare_texts(*sides, moved=frozenset(moved))
        ]

    return compared


def test_sentences_end_at_full_stops_and_not_inside_numbers():
    text = f"Of {marked('a', '1.5 million')} people, some left. Others, e.g. students, stayed."
    assert [part.text for part in split(text)] == [
        "Of 1.5 million people, some left.",
        "Others, e.g. students, stayed.",
    ]


def test_items_of_a_list_are_sentences_and_tables_are_left_out():
    text = "- **One.** Two.\n- Three.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n## A heading"
    assert [part.text for part in split(text)] == ["One.", "Two.", "Three."]
    assert [part.text for part in split(text, whole=True)] == ["One. Two.", "Three."]


def test_a_message_keeps_its_facts_and_its_kind_apart_from_its_text():
    badge = '<span class="kind kind-carried-forward"><em>carried forward</em></span>'
    (message,) = split(f"- **About {marked('stock', '50')} people.** {badge}", whole=True)
    assert message.text == "About 50 people."
    assert message.frame == "About {stock} people."
    assert (message.facts, message.kind) == (("stock",), "carried-forward")


def test_other_figures_in_the_same_words_are_a_change_of_figures(beside):
    (found,) = beside(
        f"Women make up {marked('w', '63%')}.", f"Women make up {marked('w', '62%')}."
    )
    assert found == ("figures", "Women make up 63%.", "Women make up 62%.")


def test_the_name_of_the_edition_alone_is_no_change(beside):
    text = "The {} edition lists it. The {} edition does not."
    found = beside(text.format(2020, 2024), text.format(2024, 2020))
    assert [difference for difference, *_ in found] == ["same", "same"]


def test_the_year_asked_for_is_no_change_where_it_differs(beside):
    texts = "So it was found in 2010.", "So it was found in 2020."
    assert beside(*texts, editions=(NEW, NEW), years=(2010, 2020))[0][0] == "same"
    assert beside(*texts)[0][0] == "figures"


def test_a_changed_figure_that_prints_alike_leaves_the_sentence_as_it_reads(beside):
    text = f"There are {marked('people', 'about 1.3 million')} of them."
    assert beside(text, text, moved=["people"])[0][0] == "rounded"
    assert beside(text, text)[0][0] == "same"


def test_both_editions_told_in_the_other_order_are_no_change(beside):
    (found,) = beside(
        f"The 2020 edition has {marked('own', '50')} and the 2024 edition {marked('other', '44')}.",
        f"The 2024 edition has {marked('own', '44')} and the 2020 edition {marked('other', '50')}.",
    )
    assert found[0] == "mirrored"


def test_a_sentence_with_more_words_answers_to_its_shorter_form(beside):
    (found,) = beside(
        "They are spread as if over five destinations.",
        "They are spread as if over five destinations; with the others it would be six.",
    )
    assert found[0] == "wording"


def test_sentences_of_one_side_stand_where_they_were(beside):
    found = beside(
        "One is here now. Two left. Three is here too.",
        "One is here now. Three is here too. Four came.",
    )
    assert [(difference, old or new) for difference, old, new in found] == [
        ("same", "One is here now."),
        ("gone", "Two left."),
        ("same", "Three is here too."),
        ("new", "Four came."),
    ]


def test_a_message_stands_beside_the_one_in_its_place_however_the_words_differ(beside):
    found = beside(
        "- In 2020 1,270 people lived there.\n- The ratio is two to one.\n- Nobody returned.",
        "- No figure is listed for them.\n- The ratio is two to one.",
        cell="key_messages",
    )
    assert [difference for difference, *_ in found] == ["wording", "same", "gone"]
    assert found[0][1:] == ("In 2020 1,270 people lived there.", "No figure is listed for them.")


def test_a_section_of_one_side_is_new_as_a_whole(beside):
    assert [found[0] for found in beside("", "It is here. So is this.")] == ["new", "new"]


def test_a_message_of_another_kind_says_so(version):
    badge = '- It grew. <span class="kind kind-{}"><em>…</em></span>'
    old, new = (version(key_messages=badge.format(kind)) for kind in ("measured", "disputed"))
    (pair,) = compare_texts(old, new, moved=frozenset())
    assert pair.difference == "same"
    assert pair.kind_changed
