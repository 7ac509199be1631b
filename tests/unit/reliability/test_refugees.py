"""Refugees beside a stock, never taken from it."""

import pandas as pd
import pytest
from tests.unit.reliability.rows import NEW, corridor, flagged, stocks, years_of

from roundtable.reliability import refugees

COLUMNS = ["destination", "origin", "year", "refugees", "asylum_seekers", "others"]
TABLE = pd.DataFrame(
    [("FRA", "SDN", 2020, 60, 30, 500), ("FRA", "SDN", 2024, 90, 30, 0)], columns=COLUMNS
)


def inside(stock, *, year=2020, origin="SDN"):
    return refugees.inside(TABLE, origin=origin, destination="FRA", year=year, stock=stock)


def test_refugees_and_asylum_seekers_are_at_least_a_part_of_the_stock():
    found = inside(300)
    assert (found.refugees, found.asylum_seekers, found.others) == (60, 30, 500)
    assert (found.at_least, found.share, found.exceeds) == (90, 0.3, False)


def test_others_under_the_mandate_are_not_counted_into_the_part():
    assert inside(300).persons == 90


def test_where_unhcr_counts_more_than_the_stock_nothing_is_said_of_a_part():
    found = inside(89)
    assert found.exceeds
    assert (found.at_least, found.share) == (None, None)


def test_the_whole_stock_may_be_refugees():
    assert (inside(90).at_least, inside(90).share) == (90, 1.0)


def test_an_empty_stock_has_no_share():
    table = TABLE.assign(refugees=0, asylum_seekers=0)
    found = refugees.inside(table, origin="SDN", destination="FRA", year=2020, stock=0)
    assert (found.at_least, found.share) == (0, None)


def test_a_corridor_that_unhcr_does_not_give_is_unknown_and_not_zero():
    assert inside(300, origin="VEN") is None
    assert inside(300, year=2015) is None


@pytest.mark.parametrize(("persons", "years"), [(900, [2020, 2024]), (901, [2024]), (1201, [])])
def test_a_tenth_of_the_stock_is_told_with_it(persons, years):
    table = stocks(corridor(NEW, {2020: persons, 2024: persons}, origin="SDN"))
    assert years_of(flagged(table, refugees=TABLE), "refugees_inside") == years


def test_more_refugees_than_the_stock_has_are_told_too():
    table = stocks(corridor(NEW, {2020: 10}, origin="SDN"), corridor(NEW, {2020: 10}))
    assert list(flagged(table, refugees=TABLE)["refugees_inside"]) == [True, False]


def test_nobody_in_an_empty_corridor_is_a_refugee():
    table = stocks(corridor(NEW, {2020: 0}))
    assert not flagged(table, refugees=TABLE)["refugees_inside"].any()
    assert not flagged(table, refugees=TABLE.iloc[:0])["refugees_inside"].any()


def test_before_asylum_seekers_are_counted_refugees_alone_are_at_least():
    rows = pd.DataFrame({"destination": ["USA"], "origin": ["CUB"], "year": [1990]})
    table = rows.assign(refugees=700, asylum_seekers=pd.array([pd.NA], dtype="Int64"), others=0)
    assert refugees.persons_under_unhcr(rows, table).tolist() == [700.0]
