import pytest

from roundtable.errors import RoundtableError
from roundtable.places import OTHERS
from roundtable.register.trace import rows_of

CORRIDORS = [("MUS", "FRA"), ("SEN", "ESP"), ("GEO", "BEL")]


@pytest.fixture(scope="module", params=CORRIDORS, ids="-".join)
def traced(request, open_bilateral):
    """The facts of a corridor as facts.json has them, with the rows that each leads to."""
    briefing = open_bilateral(*request.param)
    facts = [fact.as_json() for fact in briefing.book.variables().values()]
    return {fact["id"]: (fact, *rows_of(fact, briefing.tables)) for fact in facts}


def test_every_fact_with_a_value_leads_to_rows(traced):
    without = [
        id for id, (fact, _, rows) in traced.items() if fact["value"] is not None and rows.empty
    ]
    assert len(traced) > 30
    assert without == []


def test_a_stock_is_the_one_row_of_its_corridor(traced):
    stocks = [
        (fact, rows) for fact, _, rows in traced.values() if fact["indicator"] == "corridor_stock"
    ]
    # Eleven of the corridor itself, both ways and with its peaks, low points and first figure, and
    # one of each corridor that is like it.
    assert len(stocks) == 11 + sum(id.startswith("peer-") and id.endswith("stock") for id in traced)
    for fact, rows in stocks:
        assert list(rows["both"]) == ([] if fact["value"] is None else [fact["value"]])
        if len(rows):
            row = rows.iloc[0]
            assert row["edition"] == fact["edition"]
            assert {"origin": row["origin"], "destination": row["destination"]} == {
                end: fact["arguments"][end] for end in ("origin", "destination")
            }
            assert row["year"] == fact["arguments"]["year"]


@pytest.fixture
def of_emigrants(traced):
    """The share of emigrants; persons by destination here, in the other edition, of no origin."""
    fact, table, rows = traced["share-of-emigrants"]
    assert table == "stocks"
    own = rows["edition"] == fact["edition"]
    unknown = rows["origin"] == OTHERS
    parts = rows[own & ~unknown], rows[~own], rows[unknown]
    assert set(parts[0]["year"]) == {2024}
    return fact, *(dict(zip(part["destination"], part["both"], strict=True)) for part in parts)


def test_the_share_of_emigrants_follows_from_its_rows(of_emigrants):
    fact, mine, _, _ = of_emigrants
    here = mine.get(fact["arguments"]["destination"])
    assert fact["value"] == (None if here is None else pytest.approx(here / sum(mine.values())))


def test_its_indication_and_coverage_follow_from_the_same_rows(of_emigrants):
    fact, mine, theirs, _ = of_emigrants
    gap = {code: persons for code, persons in theirs.items() if code not in mine and persons}
    assert fact["not_listed"] == gap
    assert fact["coverage"] == pytest.approx(1 - sum(gap.values()) / sum(theirs.values()))
    if fact["value"] is not None:
        here = mine[fact["arguments"]["destination"]]
        everywhere = sum(mine.values()) + sum(gap.values())
        assert fact["indication"] == pytest.approx(here / everywhere)


def test_its_lower_bound_follows_from_the_unknown_origins_where_it_is_not_listed(of_emigrants):
    fact, mine, _, unknown = of_emigrants
    assert not set(unknown) & set(mine)
    if fact["value"] is None:
        assert "low" not in fact
        assert unknown == {}
    else:
        here = mine[fact["arguments"]["destination"]]
        room = sum(unknown.values())
        assert room > 0
        assert fact["low"] == pytest.approx(here / (sum(mine.values()) + room))


def test_the_number_of_immigrants_is_the_row_of_the_destination(traced):
    fact, table, rows = traced["immigrants"]
    assert table == "aggregates"
    assert list(rows["both"]) == [fact["value"]]
    assert list(rows["place"]) == [fact["arguments"]["destination"]]
    assert list(rows["edition"]) == ["undesa-2024"]


def test_the_immigrants_are_the_sum_of_the_destinations_rows(traced):
    fact, table, rows = traced["share-of-immigrants"]
    assert table == "stocks"
    assert int(rows["both"].sum()) == traced["immigrants"][0]["value"]
    assert (
        int(rows.loc[rows["origin"] == OTHERS, "both"].sum())
        == (traced["unknown-origin"][0]["value"])
    )
    here = rows.loc[rows["origin"] == fact["arguments"]["origin"], "both"]
    expected = pytest.approx(int(here.sum()) / int(rows["both"].sum())) if len(here) else None
    assert fact["value"] == expected


def test_growth_leads_to_the_rows_of_its_period(traced):
    for id in ("growth", "growth-other"):
        fact, _, rows = traced[id]
        if fact["value"] is None:
            continue
        by_year = dict(zip(rows["year"], rows["both"], strict=True))
        start, end = fact["arguments"]["start"], fact["arguments"]["end"]
        assert (min(by_year), max(by_year)) == (start, end)
        assert fact["value"] == pytest.approx(by_year[end] / by_year[start])


def test_a_ratio_of_incomes_leads_to_both_rows(traced):
    fact, table, rows = traced["gdp-ratio"]
    assert table == "economies"
    gdp = dict(zip(rows["place"], rows["gdp_per_capita"], strict=True))
    ends = fact["arguments"]
    assert fact["value"] == pytest.approx(gdp[ends["numerator"]] / gdp[ends["denominator"]])


def test_an_indicator_without_a_way_back_says_so(open_bilateral):
    fact = {"indicator": "guess", "arguments": {}, "sources": [], "edition": "undesa-2024"}
    with pytest.raises(RoundtableError, match="no way back from the indicator 'guess'"):
        rows_of(fact, open_bilateral().tables)
