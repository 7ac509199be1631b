"""Counts across agreements: each of one criterion, never of one agreement."""

from roundtable import rights
from roundtable.briefing.paper import duties


def test_only_reviews_with_a_text_are_counted_for_a_duty():
    reviews, asked = rights.every(), rights.criteria()
    facts = {fact.id: fact for fact in duties.count_facts(reviews, asked, language="en")}
    assert facts["rights-reviewed"].value == len(reviews)
    read = [item for item in reviews.values() if item.text.read in ("whole", "parts")]
    assert facts["rights-read"].value == len(read) < len(reviews)
    assert facts["rights-justice"].value <= len(read)


def test_there_is_one_count_for_each_first_duty_and_none_for_an_agreement():
    asked = rights.criteria()
    facts = duties.count_facts(rights.every(), asked, language="en")
    ids = {fact.id for fact in facts} - {"rights-reviewed", "rights-read"}
    assert ids == {f"rights-{name}" for name in duties.duties(asked)}
    assert duties.duties(asked) == ["transparency", "monitoring", "justice", "impact"]


def test_a_count_leads_back_to_the_answers():
    file, rows = duties.rows_of({"criterion": "justice", "of": "read"})
    assert file == "data/reviews"
    assert list(rows.columns) == ["entry", "justice"]
    assert len(rows) == len(duties.read(rights.every()))
