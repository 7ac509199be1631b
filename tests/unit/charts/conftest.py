"""Small tables for the charts."""

import pandas as pd
import pytest

from roundtable.charts import Words


@pytest.fixture
def words() -> Words:
    return Words(
        title="Most live in <b>Beta</b> & earn US$ 5",
        measure="Migrant stock, 2024, persons",
        source="Source: invented.",
        alt="Bars: Beta 500, Gamma 300.",
        labels={"carried_forward": "Carried forward", "not_listed": "Not listed"},
    )


@pytest.fixture
def series() -> pd.DataFrame:
    rows = [
        ("new", "2024 edition", 1990, 100, "100", "measured", True),
        ("new", "2024 edition", 2000, None, "no estimate", "no estimate", True),
        ("new", "2024 edition", 2010, 300, "300", "measured", True),
        ("new", "2024 edition", 2020, 400, "400", "measured", True),
        ("new", "2024 edition", 2024, 410, "410", "carried-forward", True),
        ("old", "2020 edition", 1990, 90, "90", "measured", False),
        ("old", "2020 edition", 2000, 200, "200", "measured", False),
        ("old", "2020 edition", 2010, 310, "310", "measured", False),
        ("old", "2020 edition", 2020, 405, "405", "measured", False),
    ]
    columns = ["edition", "label", "year", "persons", "printed", "kind", "subject"]
    return pd.DataFrame(rows, columns=columns)


@pytest.fixture
def ranking() -> pd.DataFrame:
    rows = [
        ("BBB", "Beta", 500, "500", "listed", True),
        ("CCC", "Gamma", 300, "300 in the 2020 edition", "not_listed", False),
        ("DDD", "Delta", 200, "200", "listed", False),
        ("EEE", "Epsilon", None, "no estimate", "listed", False),
        ("OTH", "Others", 50, "50", "others", False),
    ]
    columns = ["code", "name", "persons", "printed", "status", "subject"]
    return pd.DataFrame(rows, columns=columns)


@pytest.fixture
def flows() -> pd.DataFrame:
    rows = [
        ("FRA", "France", "France", 48.86, 2.35, 400, "400", "listed", True, "out"),
        ("GBR", "United Kingdom", "UK", 51.5, -0.1, 100, "100", "not_listed", False, "out"),
        ("AUS", "Australia", "Australia", -35.3, 149.1, 100, "100", "listed", False, "out"),
        ("CAN", "Canada", "Canada", 45.4, -75.7, None, "no estimate", "listed", False, "in"),
        ("QQQ", "Nowhere", "Nowhere", None, None, 5, "5", "listed", False, "out"),
    ]
    columns = ["code", "name", "short", "latitude", "longitude"]
    columns += ["persons", "printed", "status", "subject", "direction"]
    return pd.DataFrame(rows, columns=columns)


@pytest.fixture
def hub() -> dict:
    return {"code": "MUS", "name": "Mauritius", "latitude": -20.16, "longitude": 57.5}
