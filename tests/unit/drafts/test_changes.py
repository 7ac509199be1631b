from pathlib import Path

import pytest

from roundtable import drafts
from roundtable.drafts.model import Front
from roundtable.facts import Book, Fact, Name
from roundtable.prose import Prose


def fact(id="stock", value=44_709, printed="about 44,700", kind="measured") -> Fact:
    return Fact(
        id=id,
        value=value,
        unit="persons",
        printed={"en": printed},
        indicator="corridor_stock",
        definition="People",
        arguments={},
        kind=kind,
    )


def was(value=44_709, printed="about 44,700", kind="measured") -> drafts.Recorded:
    return drafts.Recorded(value=value, printed=printed, kind=kind)


@pytest.mark.parametrize(
    ("now", "changed"),
    [
        (fact(), False),
        # Within the rounding of what is printed, a reader sees no change.
        (fact(value=44_712), False),
        # Our wording changed, not the figure.
        (fact(printed="some 44,700"), False),
        (fact(value=46_020, printed="about 46,000"), True),
        (fact(value=None, printed="no estimate"), True),
        (fact(kind="disputed"), True),
    ],
)
def test_a_fact_has_changed_where_a_reader_can_see_it_or_its_kind_is_another(now, changed):
    found, missing = drafts.changes({"stock": was()}, {"stock": now}, language="en")
    assert [change.now for change in found] == ([now] if changed else [])
    assert missing == []


def test_a_share_that_was_written_to_yaml_and_back_is_the_same():
    now = fact(value=1 / 3, printed="a third, anew")
    found, _ = drafts.changes({"stock": was(0.3333333333333333, "a third")}, {"stock": now},
                              language="en")  # fmt: skip
    assert found == []


def test_facts_of_which_nothing_was_recorded_are_named():
    facts = {"stock": fact(), "growth": fact("growth")}
    assert drafts.changes({"stock": was()}, facts, language="en") == ([], ["growth"])


def test_a_fact_that_the_words_no_longer_name_is_not_compared():
    assert drafts.changes({"stock": was(1, "one")}, {}, language="en") == ([], [])


def test_the_facts_of_a_draft_are_those_that_it_prints_asks_or_stands_a_figure_beside():
    book = Book()
    for name in ("stock", "stock-other", "growth", "distance"):
        book.add(fact(name))
    prose = Prose(theme="bilateral", language="en", book=book)
    figure = {"beside": "growth", "government": "MUS", "value": 7, "unit": "persons"}
    front = Front.model_validate(
        {
            "place": "after",
            "national_figures": [{**figure, "year": 2022, "source": "A bulletin"}],
        }
    )
    words = "{{ stock }} {% if stock_other.known %}in {{ year }}{% endif %}"
    draft = drafts.Draft(Path("size.en.md"), "size", "en", front, "", words)
    names = prose.names(year=Name("2024"))
    found = drafts.named_facts(draft, prose.parsed(words), names)
    assert list(found) == ["growth", "stock", "stock-other"]
