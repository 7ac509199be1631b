"""Dates as exact as they are known."""

from datetime import date

import pytest

from roundtable.places import entries


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("1975-05-28", date(1975, 5, 28), date(1975, 5, 28)),
        ("2004-02", date(2004, 2, 1), date(2004, 2, 29)),
        ("1977", date(1977, 1, 1), date(1977, 12, 31)),
        (1977, date(1977, 1, 1), date(1977, 12, 31)),
    ],
)
def test_a_date_means_all_the_days_that_it_can_mean(written, first, last):
    found = entries.moment(written)
    assert (found.first, found.last) == (first, last)
    assert str(found) == str(written)


@pytest.mark.parametrize("written", ["2023-02-29", "1975-13", "28 May 1975", "75", "", True, None])
def test_what_is_no_date_is_answered_with_how_to_write_one(written):
    with pytest.raises(ValueError, match=r"is no date; write YYYY, YYYY-MM or YYYY-MM-DD"):
        entries.moment(written)


def test_a_year_stands_for_its_middle_as_the_stocks_do():
    assert entries.day_of(2020) == date(2020, 7, 1)
    assert entries.day_of(date(2020, 1, 31)) == date(2020, 1, 31)
