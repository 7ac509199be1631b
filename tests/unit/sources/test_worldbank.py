"""Readers of the World Bank's indicators."""

import re

import pytest

from roundtable import places
from roundtable.errors import DataError
from roundtable.sources import worldbank

ALIASES = {"FRA": "FRA", "XCX": "XCX", "CHI": "XCX", "MUS": "MUS"}
GROUPS = {"WLD", "SSA"}


@pytest.fixture
def population(csv_file):
    return csv_file(
        "Country Name,Country Code,Year,Value",
        "World,WLD,2020,7800000000",
        "Sub-Saharan Africa,SSA,2020,1150000000",
        "France,FRA,2020,67571107",
        "France,FRA,1990,57000000.4",
        "Channel Islands,CHI,2020,",
        "Channel Islands,CHI,2021,171000",
        name="population.csv",
    )


def test_population_of_a_place_under_another_code_stands_under_the_code_of_today(population):
    found = worldbank.population(population, aliases=ALIASES, groups=GROUPS).table
    assert found.to_dict("list") == {
        "place": ["FRA", "FRA", "XCX"],
        "year": [1990, 2020, 2021],
        "population": [57_000_000, 67_571_107, 171_000],
    }


def test_groups_and_empty_cells_are_dropped_and_counted(population):
    found = worldbank.population(population, aliases=ALIASES, groups=GROUPS)
    assert found.read == 6
    assert found.dropped == {"row of a group": 2, "empty cell": 1}
    assert found.kept == len(found.table) == 3


def test_codes_that_are_neither_place_nor_group_are_listed_in_full(csv_file):
    path = csv_file("Country Name,Country Code,Year,Value", "Old,YUG,1980,1", "Older,SUN,1980,1")
    message = r"'figures\.csv' has codes that data/places\.csv does not know: SUN, YUG\."
    with pytest.raises(DataError, match=message):
        worldbank.population(path, aliases=ALIASES, groups=GROUPS)


def test_a_changed_header_of_the_population_file_is_refused(csv_file):
    path = csv_file("Country Name,Country Code,Year,population", "France,FRA,2020,1")
    with pytest.raises(DataError, match=r"'figures\.csv' has no column 'Value'; it has 'Country"):
        worldbank.population(path, aliases=ALIASES, groups=GROUPS)


def income(path, *, aliases=ALIASES):
    return worldbank.indicator(
        path, code="NY.GDP.PCAP.PP.KD", column="gdp_per_capita", aliases=aliases
    )


@pytest.fixture
def indicators(csv_file):
    return csv_file(
        "geo,var,t,v",
        "MUS,income,2021,21000.5",
        "MUS,income,2022,",
        "MUS,birth,2021,10.1",
        "CHI,income,2021,60000",
        "FRA,income,2021,45000",
        "WLD,income,2021,17000",
        name="wdi.csv",
    )


def test_gdp_per_capita_takes_the_rows_of_its_indicator_alone(indicators):
    found = income(indicators).table
    assert found.to_dict("list") == {
        "place": ["FRA", "MUS", "XCX"],
        "year": [2021, 2021, 2021],
        "gdp_per_capita": [45_000.0, 21_000.5, 60_000.0],
    }


def test_rows_of_other_indicators_and_other_places_are_dropped_and_counted(indicators):
    found = income(indicators)
    assert found.read == 6
    assert found.dropped == {
        "row of another indicator, or empty": 2,
        "row of a place that UN DESA does not list": 1,
    }
    assert found.kept == len(found.table) == 3


def test_an_indicator_is_read_under_the_name_it_has_in_the_export(csv_file):
    path = csv_file(
        "geo,var,t,v",
        "MEX,gdp,2021,1313000000000.5",
        "MEX,remin,2021,54130000000",
        "MEX,remout,2021,1000000000",
        "MEX,income,2021,21000",
    )
    found = {
        code: worldbank.indicator(path, code=code, column="usd", aliases={"MEX": "MEX"}).table
        for code in ("NY.GDP.MKTP.CD", *worldbank.REMITTANCES.values())
    }
    assert {code: table["usd"].tolist() for code, table in found.items()} == {
        "NY.GDP.MKTP.CD": [1_313_000_000_000.5],
        "BX.TRF.PWKR.CD.DT": [54_130_000_000.0],  # received
        "BM.TRF.PWKR.CD.DT": [1_000_000_000.0],  # paid
    }


def test_the_code_of_namibia_is_no_missing_value(csv_file):
    path = csv_file("geo,var,t,v", "NA,income,2021,10000")
    found = income(path, aliases={"NA": "NAM"})
    assert list(found.table["place"]) == ["NAM"]


def test_a_changed_header_of_the_indicators_is_refused(csv_file):
    path = csv_file("geo,indicator,t,v", "MUS,income,2021,1")
    with pytest.raises(DataError, match="has no column 'var'; it has 'geo', 'indicator'"):
        income(path)


def test_groups_are_no_places():
    assert not worldbank.GROUPS & set(places.aliases())
    assert all(re.fullmatch("[A-Z]{3}", code) for code in worldbank.GROUPS)
