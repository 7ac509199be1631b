"""Aggregates and shifts of composition, by hand."""

import pandas as pd
import pytest

from roundtable.pull import derive


@pytest.fixture
def aggregates(stocks):
    table = derive.aggregates(stocks)
    return table.set_index(["edition", "place", "direction", "year"])


def test_immigrants_are_summed_over_origins_those_of_unknown_origin_included(aggregates):
    row = aggregates.loc[("undesa-2024", "FRA", "immigrants", 2024)]
    assert (row["both"], row["female"], row["male"]) == (120, 60, 60)
    assert (row["others"], row["corridors"]) == (60, 1)


def test_emigrants_are_summed_over_destinations(aggregates):
    row = aggregates.loc[("undesa-2024", "MUS", "emigrants", 2024)]
    assert (row["both"], row["female"], row["male"]) == (60, 36, 24)
    assert (row["others"], row["corridors"]) == (0, 1)


def test_others_is_no_country_with_emigrants(aggregates):
    assert "OOO" not in aggregates.index.get_level_values("place")


def test_a_corridor_without_people_is_not_counted(aggregates):
    row = aggregates.loc[("undesa-2024", "CAN", "immigrants", 2024)]
    assert (row["both"], row["others"], row["corridors"]) == (7, 7, 0)


def test_the_world_is_the_sum_of_all_destinations_of_an_edition(aggregates):
    world = aggregates["both"].xs("WLD", level="place").droplevel("direction")
    assert world.to_dict() == {
        ("undesa-2020", 2020): 45,
        ("undesa-2024", 2020): 100,
        ("undesa-2024", 2024): 127,
    }


def test_editions_are_never_added_up(aggregates):
    emigrants = aggregates["both"].xs(("MUS", 2020), level=("place", "year"))
    assert list(emigrants) == [45, 50]


def test_each_aggregate_keeps_the_source_of_its_edition(aggregates):
    assert aggregates.loc[("undesa-2020", "GBR", "immigrants", 2020), "source"] == "old"
    assert aggregates.loc[("undesa-2024", "WLD", "immigrants", 2024), "source"] == "new"


def composition(*rows):
    """Build stocks of one destination from rows of origin, year and persons."""
    table = pd.DataFrame(rows, columns=["origin", "year", "both"]).astype({"both": "Int64"})
    return table.assign(edition="undesa-2024", source="new", destination="FRA")


def test_the_largest_shift_is_that_of_the_share_that_moves_most():
    rows = composition(
        *[("MUS", 2015, 50), ("SEN", 2015, 30), ("OOO", 2015, 20)],
        *[("MUS", 2020, 80), ("SEN", 2020, 100), ("OOO", 2020, 20)],
    )
    # MUS 50% → 40%, SEN 30% → 50%, Others 20% → 10%
    (shift,) = derive.compositions(rows).itertuples()
    assert (shift.edition, shift.destination, shift.source) == ("undesa-2024", "FRA", "new")
    assert (shift.start, shift.end) == (2015, 2020)
    assert shift.largest_shift == pytest.approx(0.2)


def test_a_composition_that_is_only_scaled_does_not_shift():
    rows = composition(
        *[("MUS", 2020, 50), ("SEN", 2020, 150)], *[("MUS", 2024, 60), ("SEN", 2024, 180)]
    )
    assert list(derive.compositions(rows)["largest_shift"]) == [0.0]


def test_an_origin_that_is_listed_in_one_of_the_years_only_moves_by_its_whole_share():
    rows = composition(("MUS", 2015, 75), ("SEN", 2015, 25), ("MUS", 2020, 90))
    assert list(derive.compositions(rows)["largest_shift"]) == [0.25]


def test_intervals_follow_the_years_of_the_edition():
    rows = composition(("MUS", 2010, 1), ("MUS", 2015, 1), ("MUS", 2020, 1), ("MUS", 2024, 1))
    shifts = derive.compositions(rows)
    assert list(zip(shifts["start"], shifts["end"], strict=True)) == [
        (2010, 2015),
        (2015, 2020),
        (2020, 2024),
    ]


def test_an_interval_with_an_empty_destination_at_either_end_is_left_out():
    rows = composition(("MUS", 2010, 0), ("MUS", 2015, 9), ("MUS", 2020, 9), ("MUS", 2024, 0))
    shifts = derive.compositions(rows)
    assert list(shifts["start"]) == [2015]


def test_editions_are_compared_within_themselves_only():
    old = composition(("MUS", 2015, 10), ("MUS", 2020, 10)).assign(edition="undesa-2020")
    new = composition(("SEN", 2020, 10), ("SEN", 2024, 10))
    shifts = derive.compositions(pd.concat([old, new], ignore_index=True))
    assert list(shifts["largest_shift"]) == [0.0, 0.0]
    assert list(shifts["edition"]) == ["undesa-2020", "undesa-2024"]


@pytest.mark.parametrize("derived", [derive.aggregates, derive.compositions])
def test_the_stocks_stay_as_they_were(stocks, derived):
    before = stocks.copy(deep=True)
    derived(stocks)
    pd.testing.assert_frame_equal(stocks, before)
