"""Students on invented lists: a destination that did not report is no empty one."""

import pandas as pd

from roundtable.indicators import students


def listed(*rows):
    columns = ["listing", "origin", "destination", "year", "students"]
    return pd.DataFrame(list(rows), columns=columns)


AWAY = listed(
    ("by-origin", "MUS", "FRA", 2016, 500),
    ("by-origin", "MUS", "AUS", 2016, 400),
    ("by-origin", "MUS", "OOO", 2016, 100),
    ("by-origin", "MUS", "FRA", 2017, 600),
    ("by-origin", "MUS", "AUS", 2017, 400),
    ("by-origin", "MUS", "FRA", 2018, 700),
    ("by-origin", "MUS", "OOO", 2018, 50),
)


def test_a_year_that_lacks_a_large_destination_of_the_years_before_is_passed_over():
    found = students.abroad(AWAY, origin="MUS", up_to=2024)
    # Australia had four in ten and is missing in 2018.
    assert (found.year, found.total, found.others) == (2017, 1_000, 0)
    assert found.partners["code"].tolist() == ["FRA", "AUS"]


def test_students_without_a_named_country_are_counted_apart():
    found = students.abroad(AWAY, origin="MUS", up_to=2016)
    assert (found.total, found.others) == (1_000, 100)
    assert "OOO" not in set(found.partners["code"])


def test_years_whose_lists_are_incomplete_everywhere_are_not_used():
    late = listed(("by-origin", "MUS", "FRA", 2019, 10))
    assert students.abroad(late, origin="MUS", up_to=2024).year is None


HERE = listed(
    ("by-destination", "IND", "MUS", 2016, 900),
    ("by-destination", "OOO", "MUS", 2016, 60),
    ("inbound-total", "WLD", "MUS", 2016, 1_000),
    ("by-destination", "IND", "MUS", 2017, 500),
    ("inbound-total", "WLD", "MUS", 2017, 1_000),
    ("inbound-total", "WLD", "MUS", 2022, 3_000),
)


def test_a_list_is_told_when_it_holds_nine_tenths_of_the_total():
    found = students.from_abroad(HERE, destination="MUS", up_to=2024)
    assert (found.year, found.total, found.others) == (2016, 960, 60)


def test_a_list_older_than_ten_years_is_not_told():
    assert students.from_abroad(HERE, destination="MUS", up_to=2027).year is None


def test_the_last_total_is_told_with_its_year_and_none_where_there_is_none():
    assert students.inbound(HERE, destination="MUS", up_to=2024) == (2022, 3_000)
    assert students.inbound(HERE, destination="MUS", up_to=2020) == (2017, 1_000)
    assert students.inbound(HERE, destination="FRA", up_to=2020) is None
