"""Size and growth of a corridor, by hand and by property."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable import reliability
from roundtable.indicators import corridor
from roundtable.pull import derive

EDITION = "undesa-2024"
COLUMNS = ["edition", "destination", "origin", "year", "both", "female", "male"]
ROWS = [
    (EDITION, "FRA", "MUS", 2020, 50, 30, 20),
    (EDITION, "FRA", "MUS", 2024, 60, 36, 24),
    (EDITION, "FRA", "OOO", 2024, 40, 10, 30),
    (EDITION, "CAN", "MUS", 2024, 0, 0, 0),
    (EDITION, "ITA", "MUS", 2024, 9, 5, 4),
    ("undesa-2020", "FRA", "MUS", 2020, 55, 33, 22),
]
CORRIDOR = {"origin": "MUS", "destination": "FRA", "edition": EDITION}


@pytest.fixture
def stocks():
    return pd.DataFrame(ROWS, columns=COLUMNS)


@pytest.fixture
def aggregates(stocks):
    return derive.aggregates(stocks.assign(source="un"))


@pytest.mark.parametrize(("sex", "persons"), [("both", 60), ("female", 36), ("male", 24)])
def test_stock_of_a_corridor_is_that_of_its_year_edition_and_sex(stocks, sex, persons):
    assert corridor.corridor_stock(stocks, **CORRIDOR, year=2024, sex=sex) == persons


def test_editions_are_told_apart(stocks):
    other = {**CORRIDOR, "edition": "undesa-2020"}
    assert corridor.corridor_stock(stocks, **other, year=2020) == 55
    assert corridor.corridor_stock(stocks, **CORRIDOR, year=2020) == 50


def test_a_corridor_that_is_not_listed_has_no_stock_and_an_empty_one_has_zero(stocks):
    absent = {**CORRIDOR, "destination": "GBR"}
    empty = {**CORRIDOR, "destination": "CAN"}
    assert corridor.corridor_stock(stocks, **absent, year=2024) is None
    assert corridor.corridor_stock(stocks, **CORRIDOR, year=1990) is None
    assert corridor.corridor_stock(stocks, **empty, year=2024) == 0


def test_a_corridor_runs_one_way(stocks):
    back = {**CORRIDOR, "origin": "FRA", "destination": "MUS"}
    assert corridor.corridor_stock(stocks, **back, year=2024) is None


def test_emigrants_are_those_listed_at_any_destination(aggregates):
    found = corridor.emigrant_stock(aggregates, origin="MUS", year=2024, edition=EDITION)
    assert found == 60 + 0 + 9
    women = corridor.emigrant_stock(
        aggregates, origin="MUS", year=2024, edition=EDITION, sex="female"
    )
    assert women == 36 + 0 + 5


def test_immigrants_include_those_of_unknown_origin(aggregates):
    about = {"destination": "FRA", "year": 2024, "edition": EDITION}
    assert corridor.immigrant_stock(aggregates, **about) == 100
    assert corridor.immigrant_stock(aggregates, **about, sex="male") == 24 + 30
    assert corridor.unknown_origin(aggregates, **about) == 40


def test_a_place_without_figures_has_none(aggregates):
    about = {"year": 2024, "edition": EDITION}
    assert corridor.emigrant_stock(aggregates, origin="FRA", **about) is None
    assert corridor.immigrant_stock(aggregates, destination="MUS", **about) is None
    assert corridor.unknown_origin(aggregates, destination="MUS", **about) is None


def test_a_destination_without_unknown_origins_has_none_of_them(aggregates):
    about = {"destination": "ITA", "year": 2024, "edition": EDITION}
    assert corridor.unknown_origin(aggregates, **about) == 0


@pytest.mark.parametrize(
    ("female", "both", "share"),
    [(36, 60, 0.6), (0, 60, 0.0), (60, 60, 1.0), (0, 0, None), (None, 60, None), (3, None, None)],
)
def test_share_of_women(female, both, share):
    assert corridor.share_of_women(female, both) == share


@pytest.mark.parametrize(
    ("persons", "population", "rate"),
    [(50, 1000, 50.0), (0, 1000, 0.0), (None, 1000, None), (50, None, None), (50, 0, None)],
)
def test_persons_per_thousand_inhabitants(persons, population, rate):
    assert corridor.per_thousand(persons, population) == rate


def flagged(figures, **marks):
    """Build flagged rows of one corridor; a flag is set in the years given."""
    rows = pd.DataFrame(
        [(EDITION, "FRA", "MUS", year, both) for year, both in figures.items()],
        columns=COLUMNS[:5],
    )
    return rows.assign(
        **{flag: rows["year"].isin(marks.get(flag, ())) for flag in ("frozen", "linear")}
    )


def test_growth_is_a_ratio_and_an_exponential_rate_a_year():
    found = corridor.growth(flagged({1990: 1000, 2000: 2000}), **CORRIDOR, start=1990, end=2000)
    assert (found.start, found.end, found.before, found.after) == (1990, 2000, 1000, 2000)
    assert found.ratio == 2.0
    assert found.per_year == pytest.approx(0.0693147, abs=1e-7)  # ln 2 over ten years
    assert found.refused == ()


def test_growth_is_refused_across_a_flag_and_still_shows_both_figures():
    rows = flagged({2015: 100, 2020: 150, 2024: 160}, frozen=[2024])
    found = corridor.growth(rows, **CORRIDOR, start=2015, end=2024)
    assert (found.before, found.after) == (100, 160)
    assert (found.ratio, found.per_year) == (None, None)
    assert found.refused == ("frozen",)


def test_growth_is_refused_where_a_year_is_not_listed():
    found = corridor.growth(flagged({2020: 150}), **CORRIDOR, start=1990, end=2020)
    assert (found.before, found.after, found.ratio) == (None, 150, None)
    assert found.refused == ("not_listed",)


@pytest.mark.parametrize("figures", [{1990: 0, 2020: 9}, {1990: 9, 2020: 0}])
def test_a_corridor_empty_at_either_end_has_no_rate(figures):
    found = corridor.growth(flagged(figures), **CORRIDOR, start=1990, end=2020)
    assert (found.before, found.after) == (figures[1990], figures[2020])
    assert (found.ratio, found.per_year, found.refused) == (None, None, ())


def test_growth_runs_forward_only():
    rows = flagged({1990: 10, 2020: 20})
    assert corridor.growth(rows, **CORRIDOR, start=2020, end=1990).ratio is None
    assert corridor.growth(rows, **CORRIDOR, start=2020, end=2020).ratio is None


def test_growth_looks_at_its_own_corridor_and_edition_alone():
    rows = flagged({1990: 10, 2020: 20})
    others = flagged({1990: 1, 2020: 1}, frozen=[2020])
    table = pd.concat(
        [rows, others.assign(edition="undesa-2020"), others.assign(origin="SEN")],
        ignore_index=True,
    )
    assert corridor.growth(table, **CORRIDOR, start=1990, end=2020).ratio == 2.0


def test_flags_found_by_the_rules_refuse_growth():
    table = pd.DataFrame(
        [(EDITION, "FRA", "MUS", year, 100 + year - 1990) for year in (1990, 1995, 2000, 2005)],
        columns=COLUMNS[:5],
    )
    rows = reliability.flagged(
        table,
        compositions=pd.DataFrame(columns=["edition", "destination", "end", "largest_shift"]),
        destinations=pd.DataFrame(columns=["edition", "destination"]).assign(
            citizens=pd.Series(dtype=bool), born=pd.Series(dtype=bool)
        ),
    )
    assert corridor.growth(rows, **CORRIDOR, start=1990, end=2005).refused == ("linear",)


@pytest.mark.parametrize(
    "function",
    [
        lambda rows: corridor.corridor_stock(rows, **CORRIDOR, year=2024),
        lambda rows: corridor.growth(rows, **CORRIDOR, start=1990, end=2000),
    ],
)
def test_inputs_stay_as_they_were(function):
    rows = flagged({1990: 10, 2000: 20, 2024: 30})
    before = rows.copy(deep=True)
    function(rows)
    pd.testing.assert_frame_equal(rows, before)


@given(
    persons=st.lists(st.integers(1, 10_000_000), min_size=3, max_size=3),
    steps=st.tuples(st.integers(1, 20), st.integers(1, 20)),
)
def test_growth_composes(persons, steps):
    first, middle, last = 1980, 1980 + steps[0], 1980 + sum(steps)
    rows = flagged(dict(zip((first, middle, last), persons, strict=True)))
    one, two, whole = (
        corridor.growth(rows, **CORRIDOR, start=start, end=end)
        for start, end in ((first, middle), (middle, last), (first, last))
    )
    assert one.ratio * two.ratio == pytest.approx(whole.ratio)
    added = one.per_year * steps[0] + two.per_year * steps[1]
    assert added == pytest.approx(whole.per_year * sum(steps), abs=1e-12)
    assert math.exp(whole.per_year * sum(steps)) == pytest.approx(whole.ratio)
