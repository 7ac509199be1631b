"""Trap 14: incomes at market prices and at purchasing power."""

import pandas as pd
import pytest


def ratio(full, year, measure):
    """Return the United Kingdom's figure per head over Nigeria's."""
    rows = full.economies[full.economies["year"] == year].set_index("place")
    per_head = rows["gdp"] / rows["population"]
    values = per_head if measure == "market" else rows["gdp_per_capita"]
    return values["GBR"] / values["NGA"]


@pytest.mark.parametrize(("year", "market", "parity"), [(2014, 15.4, 8.2), (2023, 30.9, 9.4)])
def test_the_gap_between_the_united_kingdom_and_nigeria_by_two_measures(full, year, market, parity):
    assert round(ratio(full, year, "market"), 1) == market
    assert round(ratio(full, year, "parity"), 1) == parity


def test_in_current_dollars_the_gap_is_65_times_in_2024(sources_folder):
    (file,) = (sources_folder / "wb-wdi").glob("API_NY.GDP.PCAP.CD*.csv")
    table = pd.read_csv(file, skiprows=4).set_index("Country Code")
    gap = table.loc["GBR"].loc["2014":"2024"] / table.loc["NGA"].loc["2014":"2024"]
    assert round(gap["2014"]) == 15
    assert round(gap["2024"]) == 65
