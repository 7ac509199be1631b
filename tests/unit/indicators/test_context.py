"""Population and income of a country."""

import pandas as pd
import pytest

from roundtable.indicators import context


@pytest.fixture
def totals():
    return pd.DataFrame(
        [
            ("undesa-2024", "MUS", 2024, 1_271_169),
            ("undesa-2020", "MUS", 2024, 1_280_000),
            ("undesa-2024", "SSD", 2005, None),
            ("undesa-2024", "WLD", 2024, 8_161_972_572),
        ],
        columns=["edition", "place", "year", "population"],
    ).astype({"population": "Int64"})


def test_inhabitants_are_those_of_the_edition(totals):
    about = {"place": "MUS", "year": 2024}
    assert context.population(totals, **about, edition="undesa-2024") == 1_271_169
    assert context.population(totals, **about, edition="undesa-2020") == 1_280_000


def test_inhabitants_of_the_world_are_counted_in_full(totals):
    found = context.population(totals, place="WLD", year=2024, edition="undesa-2024")
    assert found == 8_161_972_572


@pytest.mark.parametrize(("place", "year"), [("SSD", 2005), ("MUS", 1990), ("FRA", 2024)])
def test_no_inhabitants_are_given_where_the_workbook_gives_none(totals, place, year):
    assert context.population(totals, place=place, year=year, edition="undesa-2024") is None


@pytest.fixture
def economies():
    return pd.DataFrame(
        [
            ("MUS", 2018, 20_000.0),
            ("MUS", 2023, 26_000.0),
            ("MUS", 2024, None),
            ("FRA", 2024, 55_000.0),
        ],
        columns=["place", "year", "gdp_per_capita"],
    )


def test_income_is_that_of_the_last_year_known(economies):
    assert context.gdp_per_capita(economies, place="MUS", up_to=2024) == (26_000.0, 2023)
    assert context.gdp_per_capita(economies, place="MUS", up_to=2022) == (20_000.0, 2018)


def test_income_older_than_five_years_is_not_used(economies):
    assert context.gdp_per_capita(economies, place="FRA", up_to=2029) == (55_000.0, 2024)
    assert context.gdp_per_capita(economies, place="FRA", up_to=2030) == (None, None)


def test_income_of_a_later_year_is_not_used(economies):
    assert context.gdp_per_capita(economies, place="FRA", up_to=2023) == (None, None)


def test_inputs_stay_as_they_were(totals, economies):
    before = totals.copy(deep=True), economies.copy(deep=True)
    context.population(totals, place="MUS", year=2024, edition="undesa-2024")
    context.gdp_per_capita(economies, place="MUS", up_to=2024)
    pd.testing.assert_frame_equal(totals, before[0])
    pd.testing.assert_frame_equal(economies, before[1])
