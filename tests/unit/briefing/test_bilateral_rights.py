"""The section on rights: profiles, questions, and what data have coded of labour agreements."""

import re

import pandas as pd
import pytest

from roundtable.briefing import coded_agreements, rights_words
from roundtable.prose import plain
from roundtable.store import Tables


def shown(briefing):
    return "\n".join(plain(repr(item)) for item in briefing.rights())


def test_france_and_mauritius_have_a_profile_that_begins_with_the_first_duties(open_bilateral):
    text = shown(open_bilateral("MUS", "FRA"))
    assert "Mauritius circular migration" in text
    first = [text.index(word) for word in ("Transparency", "Monitoring of", "Access to justice")]
    assert first == sorted(first)
    assert "The text is public but was not read" in text


def test_what_is_not_known_is_said_and_asked_on_the_first_duties_alone(open_bilateral):
    text = shown(open_bilateral("MUS", "FRA"))
    assert "Not assessable from what was read: human-rights and labour instruments" in text
    questions = text.split("Questions to negotiators")[1]
    assert "To whom can a person complain" in questions
    assert "Mauritius circular migration: not assessable" in questions
    assert "who inspects the wage slips" not in questions


def test_each_question_ends_with_the_instrument_and_stands_once(open_bilateral):
    briefing = open_bilateral("MUS", "FRA")
    names = [str(item["name"]) for item in briefing.context["questions"]]
    assert len(names) == len(set(names))
    assert all(
        item["prompt"].endswith("?") and item["asked"] for item in briefing.context["questions"]
    )


def test_no_sum_of_answers_is_told(open_bilateral):
    text = shown(open_bilateral("MEX", "CAN"))
    assert not re.search(r"\d+ (of|out of) \d+|\bscore\b|\branked (first|last)\b", text)
    assert "%" not in text.split("Mexico seasonal workers", 1)[1]


def test_where_no_text_is_public_it_is_said_plainly(open_bilateral):
    text = shown(open_bilateral("CPV", "PRT"))
    assert "No public text was found, so nothing in it can be assessed." in text


def test_the_parties_stand_by_the_corridor_s_own_numbers(open_bilateral):
    briefing = open_bilateral("MUS", "FRA")
    text = plain(briefing.text("rights").markdown)
    assert f"it holds {briefing.book['share-of-emigrants'].printed['en']} of the listed" in text


def test_an_entry_that_may_not_be_shown_yet_has_no_profile(monkeypatch):
    monkeypatch.setattr("roundtable.register.may_be_shown", lambda register, on: {})
    assert rights_words.of_pair("MUS", "FRA", year=2024) == ([], [])


def test_the_pack_says_nothing_of_coded_labour_agreements(open_bilateral):
    briefing = open_bilateral("MEX", "CAN")
    assert briefing.context["coded"] == []
    assert "Chilton" not in shown(briefing)


AGREEMENTS = [
    (7, "MAR", "NLD", 1969, "copy"),
    (3, "NLD", "MAR", 1964, "none"),
    (5, "NLD", "TUR", 1964, "copy"),
    (9, "MAR", "NLD", None, "evidence"),
]


@pytest.fixture
def tables():
    columns = ["treaty", "first", "second", "year", "evidence"]
    agreements = pd.DataFrame(AGREEMENTS, columns=columns).astype(
        {"year": "Int64", "first": "category", "second": "category"}
    )
    provisions = pd.DataFrame(
        [(7, "wages", "yes"), (7, "unions", "no"), (5, "unions", "yes")],
        columns=["treaty", "provision", "answer"],
    ).astype({"provision": "category", "answer": "category"})
    frames = {"agreements": agreements, "provisions": provisions}
    return Tables(name="store", frames=frames, complete=frozenset(), manifest={})


def test_coded_agreements_are_found_whichever_party_stands_first(tables):
    found = coded_agreements.between(tables, "NLD", "MAR")
    assert found["treaty"].tolist() == [3, 7, 9]


def test_what_was_coded_is_told_in_words_and_what_was_not_as_not_coded(tables):
    labels = {"wages": "wages", "unions": "joining a union"}
    found = coded_agreements.coded(tables, "MAR", "NLD", labels=labels, language="en")
    assert [item["year"] for item in found] == ["1964", "1969", ""]
    assert [item["coded"] for item in found] == [False, True, False]
    assert (found[1]["yes"], found[1]["no"]) == ("wages", "joining a union")
    assert [item["text_found"] for item in found] == [False, True, False]
    assert [item["unproved"] for item in found] == [True, False, False]


def test_a_coded_agreement_is_told_with_how_well_it_is_known(tables, open_bilateral):
    briefing = open_bilateral("MUS", "FRA")
    labels = {"wages": "wages", "unions": "joining a union"}
    briefing.context["coded"] = coded_agreements.coded(
        tables, "MAR", "NLD", labels=labels, language="en"
    )
    text = plain(briefing.text("rights").markdown)
    assert "1964: neither a copy nor other evidence was found." in text
    assert "1969: coded as dealing with wages; not with joining a union." in text
    assert "year not known: there is evidence of it, but no copy was found." in text
    assert "an agreement that is not in them may exist" in text
