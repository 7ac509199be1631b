"""Sums over origins against the publisher's own totals."""

import pandas as pd
import pytest

from roundtable.pull import derive
from roundtable.store import Tables, verify

STOCKS = [
    ("undesa-2024", "FRA", "MUS", 2024, 60),
    ("undesa-2024", "FRA", "OOO", 2024, 40),
    ("undesa-2024", "DEU", "POL", 2024, 50),
    ("undesa-2024", "SEN", "MLI", 2024, 9),
    ("undesa-2020", "FRA", "MUS", 2020, 1000),
]
PRINTED = [
    ("undesa-2024", 900, "World", "WLD", 2024, 159),
    ("undesa-2024", 250, "France", "FRA", 2024, 100),
    ("undesa-2024", 276, "Germany", "DEU", 2024, 50),
    ("undesa-2024", 686, "Senegal", "SEN", 2024, None),
    ("undesa-2024", 926, "Western Europe", "", 2024, 150),
    ("undesa-2024", 911, "WESTERN  AFRICA*", "", 2024, 9),
    ("undesa-2024", 941, "Least developed countries", "", 2024, 7),
]


@pytest.fixture
def tables():
    """Return a function that builds tables whose workbook prints another figure for a place."""

    def build(**other):
        stocks = pd.DataFrame(
            STOCKS, columns=["edition", "destination", "origin", "year", "both"]
        ).assign(female=0, male=0, source="un")
        columns = ["edition", "location", "label", "place", "year", "stock"]
        totals = pd.DataFrame(PRINTED, columns=columns).astype({"stock": "Int64"})
        for place, stock in other.items():
            totals.loc[totals["place"] == place, "stock"] = stock
        frames = {"stocks": stocks, "totals": totals, "aggregates": derive.aggregates(stocks)}
        return Tables(name="store", frames=frames, complete=frozenset(), manifest={})

    return build


def test_places_regions_and_the_world_are_compared_within_the_edition(tables):
    found = verify.against_workbook(tables(), "undesa-2024")
    assert found.edition == "undesa-2024"
    assert found.compared == 5  # World, France, Germany, Western Europe, Western Africa
    assert found.differences.empty


def test_what_only_one_of_the_two_gives_is_listed_with_the_reason(tables):
    rest = verify.against_workbook(tables(), "undesa-2024").not_comparable
    assert dict(zip(rest["label"], rest["reason"], strict=True)) == {
        "Senegal": "the workbook prints no figure",
        "Least developed countries": "the matrix gives no such place or group",
    }


def test_a_difference_is_shown_with_both_figures(tables):
    found = verify.against_workbook(tables(DEU=51), "undesa-2024")
    assert found.compared == 5
    assert found.differences.to_dict("records") == [
        {"label": "Germany", "year": 2024, "workbook": 51, "summed": 50}
    ]


def test_world_totals_are_set_beside_the_printed_ones(tables):
    found = verify.world_totals(tables())
    assert ("undesa-2024", 2024, 304_021_813, 159) in found
    assert ("undesa-2020", 2010, 220_983_187, 0) in found
    assert len(found) == 3
