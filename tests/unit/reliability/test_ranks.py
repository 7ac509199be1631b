"""Ranks: in a year, and between two years."""

import pandas as pd
import pytest
from tests.unit.reliability.rows import marked

from roundtable.reliability.ranks import rank, rank_change

NONE = pd.DataFrame({"destination": [], "both": []})
PLACES = {"FRA": 50, "CAN": 20, "ITA": 20, "AUS": 10, "OOO": 90}


def rows(**flags):
    table = pd.DataFrame({"destination": list(PLACES), "both": list(PLACES.values())})
    for flag, places in flags.items():
        table[flag] = table["destination"].isin(places)
    return table


def ranked(place, *, unlisted=NONE, **flags):
    return rank(rows(**flags), by="destination", place=place, unlisted=unlisted)


@pytest.mark.parametrize(("place", "value"), [("FRA", 1), ("CAN", 2), ("ITA", 2), ("AUS", 4)])
def test_rank_counts_the_larger_and_leaves_others_out(place, value):
    assert ranked(place).value == value


def test_a_corridor_that_is_not_listed_has_no_rank():
    assert ranked("GBR").why == "not_listed (GBR)"


@pytest.mark.parametrize(("persons", "told"), [(19, True), (20, False), (45, False)])
def test_rank_is_refused_where_an_unlisted_corridor_may_stand_above(persons, told):
    gap = pd.DataFrame({"destination": ["GBR"], "both": [persons]})
    verdict = ranked("CAN", unlisted=gap)
    assert verdict.told == told
    assert told or verdict.why == "not_listed (GBR)"


def test_whom_the_larger_destinations_count_is_told_beside_a_rank():
    assert ranked("CAN", citizens=["FRA"]).beside == ("citizens",)
    assert ranked("FRA", citizens=["CAN"]).beside == ()


def through_time(figures, **flags):
    """Build rows of an origin's corridors; a flag is set in 2020 at the destinations given."""
    return pd.concat(
        [
            marked(by_year, destination=code).assign(**{flag: False for flag in flags})
            for code, by_year in figures.items()
        ],
        ignore_index=True,
    ).assign(
        **{
            flag: lambda table, codes=codes: (
                table["destination"].isin(codes) & (table["year"] == 2020)
            )
            for flag, codes in flags.items()
        }
    )


MOVED = {
    "FRA": {2010: 50, 2015: 50, 2020: 50},
    "CAN": {2010: 20, 2015: 40, 2020: 60},
    "ITA": {2010: 5, 2015: 5, 2020: 5},
}


def moved(place, **flags):
    table = through_time(MOVED, **flags)
    return rank_change(table, by="destination", place=place, start=2010, end=2020)


def test_a_change_of_rank_is_told_with_both_ranks():
    assert moved("CAN").value == (2, 1)
    assert moved("FRA").value == (1, 2)


def test_an_unchanged_rank_is_no_change():
    assert moved("ITA").why == "no_change (rank 3)"


def test_a_change_is_refused_where_growth_of_either_corridor_is():
    assert moved("CAN", frozen=["CAN"]).why == "frozen (CAN 2020)"
    assert moved("CAN", copied=["FRA"]).why == "copied (FRA 2020)"


def test_a_flag_of_a_corridor_that_was_not_passed_does_not_matter():
    assert moved("CAN", frozen=["ITA"]).value == (2, 1)


def test_a_place_that_is_not_there_in_both_years_has_no_change():
    assert moved("GBR").flags == ("not_listed",)
