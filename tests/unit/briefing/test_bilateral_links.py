"""What a corridor's briefing says of ties, rules, refugees, money and the years before 1990."""

import pytest

from roundtable.prose import plain


@pytest.fixture(scope="module")
def opened(open_bilateral):
    """Open a corridor once."""
    known = {}

    def once(origin, destination):
        pair = (origin, destination)
        if pair not in known:
            known[pair] = open_bilateral(origin, destination)
        return known[pair]

    return once


def plain_text(briefing, section):
    return plain(briefing.text(section).markdown)


def test_mauritius_and_france_have_the_tie_that_the_paper_names(opened):
    text = plain_text(opened("MUS", "FRA"), "links")
    assert "Mauritius was under the rule of France from 1715 to 1810." in text
    assert "their capitals lie about 9,420 kilometres apart" in text


def test_what_is_asked_of_visitors_is_told_both_ways_where_it_differs(opened):
    briefing = opened("SEN", "ESP")
    assert briefing.book["visa-to-destination"].value == "visa required"
    assert briefing.book["visa-to-origin"].value == "visa free"
    text = plain_text(briefing, "key-messages")
    assert "To visit Spain, citizens of Senegal need a visa;" in text
    assert "citizens of Spain need no visa for up to 90 days" in text
    assert "do not open alike" not in plain_text(opened("MUS", "FRA"), "key-messages")


def test_a_tenth_of_refugees_is_set_beside_the_stock_and_not_said_to_be_in_it(opened):
    briefing = opened("COL", "ESP")
    share = briefing.book["displaced-share"]
    assert share.value == pytest.approx(0.118, abs=0.001)
    said = plain_text(briefing, "key-messages")
    assert f"as many as {share.printed['en']} of this number" in said
    assert "may not be in it yet" in plain_text(briefing, "size")
    assert "The stock as labour migration." in plain_text(briefing, "caution")


def test_refugees_are_no_message_where_there_are_few(opened):
    assert "refugees" not in plain_text(opened("MUS", "FRA"), "key-messages")


def test_remittances_are_marked_as_modelled_and_never_called_evidence(opened):
    briefing = opened("MEX", "USA")
    fact = briefing.book["remittances"]
    assert (fact.kind, fact.arguments["year"]) == ("modelled", 2021)
    assert fact.value == pytest.approx(52_595e6, rel=1e-3)
    assert "adds no evidence on the corridor itself" in plain_text(briefing, "dependency")
    assert "Remittances as evidence of the corridor." in plain_text(briefing, "caution")


def test_a_break_is_drawn_where_another_source_gives_the_years_before(opened):
    chart = opened("MUS", "FRA").stock_over_time()
    lines = [shape for shape in chart.layout.shapes if shape.x0 == shape.x1 == 1990]
    assert len(lines) == 1
    names = " ".join(str(note.text) for note in chart.layout.annotations)
    assert "World" in names
    years = {int(year) for trace in chart.data for year in trace.x if year is not None}
    assert min(years) == 1960


def test_years_that_copy_another_are_not_among_those_before(opened):
    # France's column of 2000 is that of 1960 times 1.687; the years before 1990 are others.
    rows = opened("MUS", "FRA").corridor.before
    copies = opened("MUS", "FRA").tables.copies
    copied = copies[(copies["destination"] == "FRA") & (copies["source"] == "worldbank-gbmd")]
    assert not set(rows["year"]) & set(copied["year"])
    assert set(rows["source"]) == {"worldbank-gbmd"}


def test_the_other_directions_new_count_is_not_to_be_quoted_as_arrivals(opened):
    text = plain_text(opened("BRA", "PRT"), "caution")
    assert "change to 2024 as arrivals." in text


def test_the_table_of_rules_gives_both_ends(opened):
    table = opened("SEN", "ESP").rules()
    assert [row[1:] for row in table.rows] == [
        ("need a visa", "need no visa for up to 90 days"),
        ("party since 1999", "not a party"),
    ]
