"""Six invented corridors, with the tables that claims read."""

import pandas as pd
import pytest

from roundtable.claims import Figures
from roundtable.store import Tables

STOCKS = [
    # Emigrants of Mali: 60 in Senegal, 30 in France, 10 in Cameroon, in the old edition.
    ("undesa-2020", "SEN", "MLI", 2010, 60),
    ("undesa-2020", "FRA", "MLI", 2010, 30),
    ("undesa-2020", "CMR", "MLI", 2010, 10),
    ("undesa-2020", "FRA", "DZA", 2010, 150),
    ("undesa-2020", "FRA", "OOO", 2010, 20),
    ("undesa-2020", "SEN", "GIN", 2010, 40),
    # The new edition has no people in Cameroon, and four in five in Senegal.
    ("undesa-2024", "SEN", "MLI", 2010, 80),
    ("undesa-2024", "FRA", "MLI", 2010, 20),
    ("undesa-2024", "SEN", "MLI", 2024, 90),
    ("undesa-2024", "FRA", "MLI", 2024, 110),
    ("undesa-2024", "FRA", "DZA", 2010, 180),
]

HISTORY = [
    ("SEN", "MLI", 2010, 50, "worldbank-matrices"),
    ("FRA", "MLI", 2010, 50, "worldbank-matrices"),
]

TOTALS = [
    ("undesa-2020", "WLD", 2010, 300, 10_000),
    ("undesa-2024", "WLD", 2010, 330, 10_000),
    ("undesa-2020", "MLI", 2010, 5, 1_000),
    ("undesa-2024", "MLI", 2010, 5, 1_250),
]

WORLD = [
    ("undesa-2020", 2010, "contiguous", "world", "known origin", 40, 100),
    ("undesa-2024", 2010, "contiguous", "world", "known origin", 42, 100),
    ("worldbank", 2010, "contiguous", "world", "known origin", 30, 100),
    ("worldbank", 2010, "contiguous", "world", "all", 30, 120),
]


def frame(rows, *columns):
    return pd.DataFrame(rows, columns=list(columns))


def invented(name="store") -> Tables:
    """Return the tables; those of the pack hold no matrix of the World Bank."""
    history = HISTORY if name == "store" else []
    stocks = frame(STOCKS, "edition", "destination", "origin", "year", "both")
    arrivals = stocks.groupby(["edition", "destination", "year"], as_index=False)["both"].sum()
    return Tables(
        name=name,
        frames={
            "stocks": stocks,
            "history": frame(history, "destination", "origin", "year", "persons", "source"),
            "totals": frame(TOTALS, "edition", "place", "year", "stock", "population"),
            "world": frame(
                WORLD, "edition", "year", "measure", "group", "variant", "part", "whole"
            ),
            "aggregates": arrivals.rename(columns={"destination": "place"}).assign(
                direction="immigrants"
            ),
            "compositions": frame(
                [("undesa-2024", "FRA", 2020, 2024, 0.0002)],
                *("edition", "destination", "start", "end", "largest_shift"),
            ),
            "pairs": frame(
                [("FRA", "BEL", True), ("BEL", "FRA", True), ("FRA", "MLI", False)],
                *("origin", "destination", "contiguous"),
            ),
            "agreements": frame(
                [
                    (1, "FRA", "BEL", 1990),
                    (2, "FRA", "MLI", 2001),
                    (3, "", "FRA", 2001),
                    (4, "FRA", "MLI", 2005),
                    (5, "FRA", "BEL", 2012),
                ],
                *("treaty", "first", "second", "year"),
            ),
        },
        complete=frozenset(),
        manifest={},
    )


@pytest.fixture
def figures() -> Figures:
    return Figures(invented())


@pytest.fixture
def embedded() -> Figures:
    return Figures(invented("pack"))
