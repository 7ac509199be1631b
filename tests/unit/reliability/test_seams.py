"""Two sources put one after the other, with the seam marked."""

import pandas as pd
from tests.unit.reliability.rows import NEW, OLD, corridor, stocks

from roundtable.reliability import seams
from roundtable.reliability.statements import growth

STOCKS = stocks(
    corridor(NEW, {1990: 30, 2000: 40}),
    corridor(OLD, {1990: 35}),
    corridor(NEW, {1990: 7}, origin="SEN"),
).assign(source="un")
OLDER = [("FRA", "MUS", 1960, 10), ("FRA", "MUS", 1980, 20), ("FRA", "MUS", 1990, 25)]
HISTORY = pd.DataFrame(OLDER, columns=["destination", "origin", "year", "persons"]).assign(
    source="wb"
)
NO_COPIES = pd.DataFrame(columns=["source", "destination", "year"])


def joined(copies=NO_COPIES, *, origin="MUS"):
    return seams.joined(
        STOCKS, HISTORY, origin=origin, destination="FRA", edition=NEW, copies=copies
    )


def test_an_older_source_ends_where_the_edition_begins():
    rows = joined()
    assert list(rows.itertuples(index=False, name=None)) == [
        (1960, 10, "wb", False),
        (1980, 20, "wb", False),
        (1990, 30, "un", True),
        (2000, 40, "un", False),
    ]


def test_copied_columns_are_left_out_before_the_sources_are_joined():
    copies = pd.DataFrame({"source": ["wb"], "destination": ["FRA"], "year": [1980]})
    assert list(joined(copies)["year"]) == [1960, 1990, 2000]


def test_a_corridor_of_one_source_has_no_seam():
    assert not joined(origin="SEN")["seam"].any()


def test_growth_is_refused_across_a_seam_and_told_beside_it():
    rows = joined()
    assert growth(rows, start=1980, end=2000).why == "seam (wb, un)"
    assert growth(rows, start=1960, end=1980).value == 2.0
    assert growth(rows, start=1990, end=2000).told


def test_sources_are_compared_in_a_year_that_both_have():
    rows = seams.across(STOCKS, HISTORY, edition=NEW, year=1990)
    assert list(rows.itertuples(index=False, name=None)) == [("FRA", "MUS", 25, 30)]
