"""Reviews: what one may hold, and that all mistakes of all files are told at once."""

import pytest

from roundtable import register, rights
from roundtable.errors import ContentError
from roundtable.rights import Answer
from roundtable.rights.reading import every


def change(folder, name, old, new):
    path = folder / "reviews" / f"{name}.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_unquoted_yes_and_no_are_answers(folder):
    review = every(folder)["b-accord"]
    assert review.answers["wages"].answer is Answer.YES
    assert review.coherence["health"].answer is Answer.NO


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        (
            "b-accord",
            "wages:",
            "wagse:",
            r"line 11, .*no criterion 'wagse' in rights.yml. Did you mean 'wages'",
        ),
        ("b-accord", "wages:", "review:", "review: not asked of kind 'labour'"),
        (
            "b-accord",
            "answer: yes",
            "answer: maybe",
            r"line 12, .*'maybe' is no answer; there are yes, partly",
        ),
        ("b-accord", "kind: labour", "kind: work", r"line 2, kind: there is no kind 'work'"),
        ("b-accord", "where: article 3", "where: ''", r"line 14, .*name a `passage`"),
        (
            "b-accord",
            "document: text, where: article 3",
            "document: txet, where: article 3",
            "no document 'txet' in documents.yml. Did you mean 'text'",
        ),
        (
            "b-accord",
            "entry: b-accord",
            "entry: c-accord",
            "is 'c-accord', but the file is named 'b-accord'",
        ),
        ("b-accord", '"2026-11-25"', '"2026-02-30"', "line 3, reviewed"),
        ("b-accord", "otherwise: silent", "otherwise: not assessable", "the whole text was read"),
        ("b-accord", "    note: Pay is that of nationals.\n", "", r"line 11, .*say in `note` why"),
        (
            "b-accord",
            "  traded:",
            "  trade:",
            r"line 21, .*there is no flag 'trade' in rights.yml. Did you mean 'traded'",
        ),
        ("b-accord", "public: true", "public: unknown", "its text was read, so it is public"),
        (
            "a-accord",
            "otherwise: not assessable",
            "otherwise: silent",
            "needs a text that was read whole",
        ),
        (
            "a-accord",
            "answer: partly",
            "answer: silent",
            "review: a text that was not read whole cannot be called silent",
        ),
        ("a-accord", "answer: partly", "answer: covered elsewhere", "`by` names the instrument"),
        ("a-accord", "passage: named}]\n", "passage: nmaed}]\n", "no passage 'nmaed'"),
        ("a-accord", "  sources: [{passage: named}]\n", "", "`sources` names what was read"),
    ],
)
def test_a_mistake_is_told_with_its_file(folder, name, old, new, message):
    change(folder, name, old, new)
    with pytest.raises(ContentError, match=message) as error:
        every(folder)
    assert f"{name}.yml" in str(error.value)


def test_mistakes_of_all_files_are_told_at_once(folder):
    change(folder, "a-accord", "kind: return", "kind: retrun")
    change(folder, "b-accord", "answer: yes", "answer: good")
    (folder / "reviews" / "d-accord.yml").write_text("entry: [", encoding="utf-8")
    with pytest.raises(ContentError) as error:
        every(folder)
    message = str(error.value)
    assert "a-accord.yml" in message and "Did you mean 'return'" in message
    assert "b-accord.yml does not fit:\n  - line 12" in message
    assert "d-accord.yml, line" in message


def test_a_review_needs_an_entry_in_the_register(folder):
    (folder / "partnerships" / "b-accord.yml").unlink()
    with pytest.raises(ContentError, match="no entry 'b-accord' in the register"):
        every(folder)


def test_a_review_that_is_not_there_is_told_with_the_closest():
    with pytest.raises(ContentError, match="Did you mean 'france-mauritius-2008'"):
        rights.review("france-mauritius-2009")


def test_the_shipped_reviews_are_of_entries_and_five_were_read_word_by_word():
    reviews = rights.every()
    assert set(reviews) <= set(register.every().entries)
    whole = {name for name, review in reviews.items() if review.text.read == "whole"}
    assert whole >= {
        *("netherlands-spain-1961", "netherlands-portugal-1963", "netherlands-turkey-1964"),
        *("netherlands-morocco-1969", "benelux-armenia-2009"),
    }
    for name in whole:
        assert reviews[name].otherwise is Answer.SILENT
        assert all(told.basis for told in reviews[name].answers.values())


def test_moroccan_workers_could_complain_but_not_after_return():
    """Article 16(5) read against the text of 14 May 1969."""
    told = rights.review("netherlands-morocco-1969").answers["justice"]
    assert told.answer is Answer.PARTLY
    assert "16(5)" in told.basis[0].where
    assert "gone home" in told.note
