"""Trap 10: territories that are listed apart and may be inside another figure."""

import pytest
from tests.data.traps.corridors import NEW, rows_of


@pytest.mark.parametrize(
    ("origin", "destination", "year", "persons"),
    [
        ("SUR", "FRA", 2024, 34_228),
        ("SUR", "GUF", 2024, 28_615),
        ("COM", "FRA", 2024, 231_788),
        ("COM", "FRA", 2010, 37_167),
        ("COM", "MYT", 2024, 111_502),
        ("MUS", "REU", 2024, 5_390),
        ("MUS", "FRA", 2024, 44_709),
        ("PRI", "USA", 2024, 1_924_799),
        ("CHN", "HKG", 2024, 2_490_414),
    ],
)
def test_stocks_of_states_and_of_their_territories(flagged, origin, destination, year, persons):
    row = rows_of(flagged, origin, destination, NEW).set_index("year").loc[year]
    assert row["both"] == persons


@pytest.mark.parametrize(("origin", "destination"), [("PRI", "USA"), ("CHN", "HKG")])
def test_corridors_inside_one_state_are_told_apart(flagged, origin, destination):
    rows = rows_of(flagged, origin, destination, NEW)
    assert rows["territory"].all()


def test_a_third_of_a_million_immigrants_of_the_overseas_departments_may_count_twice(flagged):
    rows = flagged[
        (flagged["edition"] == NEW)
        & (flagged["year"] == 2024)
        & flagged["destination"].isin(["GLP", "GUF", "MTQ", "MYT", "REU"])
    ]
    assert rows["territory"].all()
    assert rows.loc[rows["origin"] != "FRA", "both"].sum() == 331_021


def test_figures_of_france_carry_the_flag_and_those_of_its_neighbours_do_not(flagged):
    rows = flagged[(flagged["edition"] == NEW) & (flagged["origin"] == "MUS")]
    found = rows.groupby("destination", observed=True)["territory"].all()
    assert found["FRA"]
    assert found["REU"]
    assert not found[["BEL", "ITA", "CAN", "AUS"]].any()
