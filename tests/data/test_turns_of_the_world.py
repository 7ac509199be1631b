"""Turns that the session's paper speaks of, on the publishers' files."""

import pytest

from roundtable import reliability
from roundtable.briefing.country import open_country
from roundtable.briefing.turn_facts import turns
from roundtable.indicators import expected


def opened(full, code: str):
    return open_country(
        full, country=code, year=2024, edition="undesa-2024", other="undesa-2020", language="en"
    )


@pytest.mark.parametrize(
    ("country", "partner", "years"),
    [
        ("BRA", "JPN", (1990, 1995)),
        ("BRA", "ESP", (2000, 2005)),
        ("ARG", "ESP", (2000, 2005)),
        ("MEX", "ESP", (1995, 2005)),
    ],
)
def test_a_turn_holds_in_both_editions(full, country, partner, years):
    found = {item.partner: item for item in turns(opened(full, country)) if item.edition}
    assert (found[partner].turn.start, found[partner].turn.end) == years
    assert found[partner].agrees


def test_a_turn_that_the_older_edition_takes_back_is_not_agreed_on(full):
    # In the 2020 edition the balance with South Africa is level in 1995, and turns back by 2005.
    found = {item.partner: item for item in turns(opened(full, "GBR")) if item.edition}
    assert (found["ZAF"].turn.start, found["ZAF"].turn.end) == (1995, 2000)
    assert not found["ZAF"].agrees


def test_italy_and_argentina_turned_after_the_last_year_of_the_older_edition(full):
    found = {item.partner: item for item in turns(opened(full, "ARG")) if item.edition}
    turn = found["ITA"].turn
    assert (turn.start, turn.before, turn.end, turn.after) == (2015, -41_429, 2024, 34_988)
    # The 2020 edition has no 2024: no key message rests on it.
    assert not found["ITA"].agrees


def test_shipped_estimate_is_of_these_stocks(full):
    gravity = expected.read()
    rows = full.stocks
    rows = rows[(rows["edition"] == gravity.edition) & (rows["year"] == gravity.year)]
    found = expected.against(rows, pairs=full.pairs, gravity=gravity)
    assert len(found) == gravity.corridors
    # A Poisson estimate with effects of both ends meets every sum, but for the sixth decimal.
    for end in ("origin", "destination"):
        sums = found.groupby(end)[["both", "expected"]].sum().astype(float)
        gap = (sums["both"] - sums["expected"]).abs()
        assert (gap <= 1 + 1e-5 * sums["both"]).all()


def test_no_turn_is_told_through_a_year_that_was_carried_forward(full):
    c = opened(full, "PRT")
    rows = c.flagged[c.flagged["edition"] == c.edition]
    told = {item.partner for item in turns(c) if item.edition}
    for partner in told:
        pair = rows[(rows["origin"] == partner) | (rows["destination"] == partner)]
        assert reliability.turn(pair, origin="PRT", destination=partner).told
