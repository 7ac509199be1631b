"""Similar corridors with an agreement, on the pack and the register as they are."""

import re

import pytest

from roundtable import register
from roundtable.briefing import Bilateral
from roundtable.briefing.alike import MOST, _candidates, peers_of
from roundtable.indicators import peers
from roundtable.register import corridors, trace

pytestmark = pytest.mark.usefixtures("on_the_pack")


def briefing(pair: str) -> Bilateral:
    origin, destination = pair.split("-")
    return Bilateral(origin=origin, destination=destination, year=2024, edition="undesa-2024")


PAIRS = ["MUS-FRA", "SEN-ESP", "IND-BEL", "MEX-USA", "BRA-FRA", "FRA-BRA"]


@pytest.fixture(scope="module", params=PAIRS)
def one(request) -> Bilateral:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ROUNDTABLE_DATA", "pack")
        return briefing(request.param)


def test_each_peer_is_within_the_limits_and_has_an_agreement_that_is_not_this_corridors(one):
    entries = register.every().entries
    assert len(one.alike.shown) <= MOST
    own = {one.origin, one.destination}
    for peer in one.alike.shown:
        for measure, limit in peers.LIMITS.items():
            ratio = getattr(peer.measured, measure) / getattr(one.alike.own, measure)
            assert 1 / limit <= ratio <= limit
        assert set(peer.ends.values()) != own
        assert corridors.is_agreement(entries[peer.entry.id])
        assert all(
            {pair.origin, pair.destination} != own for pair in entries[peer.entry.id].corridors
        )


def test_an_agreement_is_shown_once_and_the_nearest_corridor_first(one):
    names = [peer.entry.id for peer in one.alike.shown]
    assert len(names) == len(set(names))
    apart = [peer.measured.apart for peer in one.alike.shown]
    assert apart == sorted(apart)


@pytest.mark.parametrize("pair", ["MUS-FRA", "SEN-ESP", "IND-BEL", "BRA-FRA"])
def test_the_table_shows_the_figures_of_its_facts_and_each_leads_to_rows(pair):
    one = briefing(pair)
    tables = [item for item in one.peers() if hasattr(item, "rows")]
    assert len(tables[0].rows) == 1 + len(one.alike.shown) > 1
    facts = {fact.id: fact for fact in one.book.shown}
    for number, row in enumerate(tables[0].rows[1:], 1):
        names = ("stock", "distance", "income-ratio")
        mine = [facts[f"peer-{number}-{name}"] for name in names]
        assert list(row[1:4]) == [fact.printed["en"] for fact in mine]
        for fact, column in zip(mine, ("both", "distance", "gdp_per_capita"), strict=True):
            _, rows = trace.rows_of(fact.as_json(), one.tables)
            values = rows[column].astype(float).tolist()
            if column == "gdp_per_capita":
                rates = dict(zip(rows["place"].astype(str), values, strict=True))
                ends = fact.arguments
                values = [rates[ends["numerator"]] / rates[ends["denominator"]]]
            assert values == pytest.approx([fact.value])


def test_the_counts_lead_to_the_corridors_that_were_counted(one):
    for id in ("peers-elsewhere", "peers-compared"):
        fact = one.book[id]
        _, rows = trace.rows_of(fact.as_json(), one.tables)
        assert len(rows.drop_duplicates(peers.ENDS)) == fact.value
    assert one.book["peers-compared"].value < one.book["peers-elsewhere"].value


def test_a_stock_carries_its_kind_and_flags(one):
    for number, peer in enumerate(one.alike.shown, 1):
        fact = one.book[f"peer-{number}-stock"]
        assert fact.kind == str(peer.flagged["kind"])
        assert bool(peer.flagged["frozen"]) == ("frozen" in fact.flags)


def test_the_words_say_that_none_is_alike_and_show_no_table():
    found = briefing("MEX-USA")
    words, *rest = found.peers()
    assert "No corridor among them is alike enough to be named." in words.markdown
    assert [type(item).__name__ for item in rest] == ["Message"]
    assert "What counts as similar" in rest[0].markdown


def test_a_corridor_without_a_figure_says_which_is_missing():
    (words,) = briefing("BOL-BEL").peers()
    text = re.sub("<[^>]+>", "", words.markdown)
    assert (
        "No corridor can be named: the 2024 edition lists no figure for this corridor in 2024"
        in text
    )


def test_a_briefing_shows_the_same_whatever_was_opened_before_it():
    first = [peer.entry.id for peer in briefing("SEN-ESP").alike.shown]
    briefing("GHA-ITA")
    _candidates.cache_clear()
    assert [peer.entry.id for peer in peers_of(briefing("SEN-ESP").corridor).shown] == first
