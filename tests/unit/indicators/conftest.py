"""Invented stocks of two editions, and strategies that invent more."""

import pandas as pd
import pytest

COLUMNS = ["edition", "destination", "origin", "year", "both"]
STOCKS = [
    # Emigrants of Mauritius, 2024 edition: 100 listed.
    ("undesa-2024", "FRA", "MUS", 2024, 60),
    ("undesa-2024", "CAN", "MUS", 2024, 30),
    ("undesa-2024", "ITA", "MUS", 2024, 10),
    ("undesa-2024", "REU", "MUS", 2024, 0),
    ("undesa-2024", "FRA", "MUS", 2020, 50),
    # Other origins in France: 60 + 90 + 30 known, 20 unknown.
    ("undesa-2024", "FRA", "SEN", 2024, 90),
    ("undesa-2024", "FRA", "MLI", 2024, 30),
    ("undesa-2024", "FRA", "OOO", 2024, 20),
    # People of unknown origin elsewhere: the room for Mauritians who are not listed.
    ("undesa-2024", "GBR", "OOO", 2024, 80),
    ("undesa-2024", "ZAF", "OOO", 2024, 20),
    ("undesa-2024", "CAN", "OOO", 2024, 500),
    ("undesa-2024", "MUS", "OOO", 2024, 900),
    # The edition of 2020, whose last year is 2020.
    ("undesa-2020", "FRA", "MUS", 2020, 50),
    ("undesa-2020", "CAN", "MUS", 2020, 20),
    ("undesa-2020", "GBR", "MUS", 2020, 45),
    ("undesa-2020", "ZAF", "MUS", 2020, 10),
    ("undesa-2020", "AUS", "MUS", 2020, 0),
    ("undesa-2020", "FRA", "MUS", 2015, 47),
    ("undesa-2020", "FRA", "SEN", 2020, 100),
    ("undesa-2020", "FRA", "COM", 2020, 25),
    ("undesa-2020", "FRA", "OOO", 2020, 5),
]


@pytest.fixture
def stocks():
    return pd.DataFrame(STOCKS, columns=COLUMNS)
