"""Remittances along a corridor, on a model of three destinations."""

import pandas as pd
import pytest

from roundtable.indicators.money import Remittances, remittances_of_corridor

SENT = [
    # People from Mauritius send from three countries; the model of 2021 replaces that of 2017.
    ("MUS", "FRA", 2021, 60.0),
    ("MUS", "GBR", 2021, 30.0),
    ("MUS", "ITA", 2021, 10.0),
    ("MUS", "FRA", 2017, 999.0),
    ("SEN", "FRA", 2021, 500.0),
]
GDP = [("MUS", 2021, 1_000.0), ("MUS", 2020, 10.0), ("SEN", 2021, None)]


@pytest.fixture
def sent():
    return pd.DataFrame(SENT, columns=["origin", "destination", "year", "usd"])


@pytest.fixture
def economies():
    return pd.DataFrame(GDP, columns=["place", "year", "gdp"])


def test_money_is_set_against_all_that_is_received_and_gdp_of_the_same_year(sent, economies):
    found = remittances_of_corridor(
        sent, origin="MUS", destination="FRA", economies=economies, up_to=2024
    )
    assert found == Remittances(60.0, 2021, share_of_received=0.6, share_of_gdp=0.06)


def test_a_model_later_than_the_briefing_is_not_used(sent, economies):
    about = {"origin": "MUS", "destination": "FRA", "economies": economies}
    assert remittances_of_corridor(sent, **about, up_to=2020).usd == 999.0
    assert remittances_of_corridor(sent, **about, up_to=2015) == Remittances(None, None, None, None)


def test_a_corridor_that_the_model_lacks_has_no_estimate_and_is_not_zero(sent, economies):
    found = remittances_of_corridor(
        sent, origin="MUS", destination="USA", economies=economies, up_to=2024
    )
    assert found == Remittances(None, 2021, None, None)


def test_without_gdp_of_the_year_there_is_no_share_of_it(sent, economies):
    found = remittances_of_corridor(
        sent, origin="SEN", destination="FRA", economies=economies, up_to=2024
    )
    assert (found.usd, found.share_of_received, found.share_of_gdp) == (500.0, 1.0, None)
