"""A small store, every figure of it invented."""

import pandas as pd
import pytest

from roundtable.pull import derive
from roundtable.store import Tables, schemas


@pytest.fixture
def store(stocks):
    marks = ["born", "citizens", "refugees_added", "imputed"]
    totals = pd.DataFrame(
        [
            ("undesa-2024", 900, "World", "WLD", 2024, 3_000_000_000, 8_000_000_500, "new"),
            ("undesa-2024", 1834, "Sub-Saharan Africa", "", 2024, 9, 1_000, "new"),
            ("undesa-2024", 250, "France", "FRA", 2024, 120, 67_000_000, "new"),
            ("undesa-2024", 728, "South Sudan", "SSD", 2024, None, None, "new"),
        ],
        columns=[
            *["edition", "location", "label", "place", "year", "stock", "population", "source"]
        ],
    ).astype({"stock": "Int64", "population": "Int64"})
    economies = pd.DataFrame(
        [
            ("FRA", 1989, 30_000.0, 1e12, 56_000_000, "bank"),
            ("FRA", 1990, 31_000.5, 1.1e12, 57_000_000, "bank"),
            ("SSD", 2020, None, None, 10_600_000, "bank"),
            ("USA", 2020, 60_000.0, 2e13, None, "bank"),
        ],
        columns=["place", "year", "gdp_per_capita", "gdp", "population", "source"],
    ).astype({"population": "Int64"})
    some = {
        "stocks": stocks,
        "destinations": pd.DataFrame(
            [
                ("undesa-2024", "FRA", True, False, True, False, "new"),
                ("undesa-2024", "CAN", True, False, False, False, "new"),
                ("undesa-2020", "GBR", True, False, False, True, "old"),
            ],
            columns=["edition", "destination", *marks, "source"],
        ),
        "totals": totals,
        "economies": economies,
        "aggregates": derive.aggregates(stocks),
        "compositions": derive.compositions(stocks),
    }
    none = {name: schemas.empty(name) for name in schemas.SCHEMAS}
    return Tables(
        name="store",
        frames={**none, **some},
        complete=frozenset({"FRA", "CAN", "GBR", "MUS", "PHL"}),
        manifest={"made_from": {"new.csv": {"read": 6, "kept": 6, "dropped": {}}}, "rows": {}},
    )
