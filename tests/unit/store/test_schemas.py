"""What the tables must look like."""

import pandas as pd
import pytest

from roundtable.errors import DataError
from roundtable.store import schemas, tables


def test_every_table_of_the_small_store_fits(store):
    for name, frame in store.frames.items():
        assert len(schemas.checked(name, frame)) == len(frame)


def test_there_is_a_schema_for_every_table(store):
    assert list(schemas.SCHEMAS) == list(tables.TABLES)
    assert set(schemas.SCHEMAS) == set(store.frames)


def test_a_table_without_rows_fits_its_schema():
    for name in schemas.SCHEMAS:
        assert list(schemas.checked(name, schemas.empty(name))) == schemas.columns(name)


def test_all_failures_are_reported_at_once(stocks):
    wrong = stocks.assign(year=1066, both=-5, origin="Mauritius")
    with pytest.raises(DataError, match=r"The table 'stocks' does not fit its schema") as caught:
        schemas.checked("stocks", wrong)
    message = str(caught.value)
    assert "column 'year': in_range(1960, 2030) fails for 1066" in message
    assert "column 'both': greater_than_or_equal_to(0) fails for -5" in message
    assert "column 'origin': str_matches('^[A-Z]{3}$') fails for 'Mauritius'" in message
    assert message.endswith("the tables in place were kept.")


def test_many_failures_are_counted_beyond_the_first_twenty():
    rows = pd.DataFrame(
        {
            "place": "FRA",
            "year": range(1990, 2015),
            "gdp_per_capita": [-float(n) for n in range(1, 26)],
            "gdp": 1e9,
            "population": pd.array([1] * 25, dtype="Int64"),
            "source": "bank",
        }
    )
    with pytest.raises(DataError, match=r"schema \(25 cases\)") as caught:
        schemas.checked("economies", rows)
    lines = str(caught.value).splitlines()
    assert sum(line.startswith("  - column 'gdp_per_capita'") for line in lines) == 20
    assert "  - and 5 more" in lines


def test_a_corridor_that_stands_twice_in_an_edition_is_refused(stocks):
    twice = pd.concat([stocks, stocks.head(1)], ignore_index=True)
    with pytest.raises(DataError, match="The table 'stocks' does not fit its schema"):
        schemas.checked("stocks", twice)


def test_persons_may_be_missing_in_the_totals_but_not_in_the_stocks(store, stocks):
    assert schemas.checked("totals", store.totals)["stock"].isna().any()
    stocks.loc[0, "female"] = pd.NA
    with pytest.raises(DataError, match="column 'female': not_nullable"):
        schemas.checked("stocks", stocks)


def test_a_missing_column_and_one_too_many_are_refused(stocks):
    wrong = stocks.rename(columns={"male": "men"})
    with pytest.raises(DataError) as caught:
        schemas.checked("stocks", wrong)
    assert "'male'" in str(caught.value)
    assert "'men'" in str(caught.value)


def test_a_share_above_one_is_refused(store):
    wrong = store.compositions.assign(largest_shift=1.5)
    with pytest.raises(DataError, match=r"column 'largest_shift': in_range\(0, 1\) fails for 1\.5"):
        schemas.checked("compositions", wrong)


def test_a_direction_is_immigrants_or_emigrants(store):
    wrong = store.aggregates.assign(direction="both")
    with pytest.raises(DataError, match=r"column 'direction': isin.* fails for 'both'"):
        schemas.checked("aggregates", wrong)
