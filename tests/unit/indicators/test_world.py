"""Shares of the world's stock, on corridors that can be added up in the head."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable.indicators import spaces, world

# Two regions, east (A, B) and west (C, D). A and B are neighbours, and so are B and C.
CORRIDORS = [
    ("e", "s", 2000, "B", "A", 50),  # neighbours, same region
    ("e", "s", 2000, "C", "B", 20),  # neighbours, other region
    ("e", "s", 2000, "D", "A", 10),
    ("e", "s", 2000, "D", "C", 20),  # same region
    ("e", "s", 2000, "D", "OOO", 100),
    ("e", "s", 2010, "B", "A", 40),
    ("e", "s", 2010, "D", "A", 60),
]
REGIONS = {"A": "east", "B": "east", "C": "west", "D": "west"}
BORDERS = pd.DataFrame(
    [("A", "B"), ("B", "A"), ("B", "C"), ("C", "B")], columns=["origin", "destination"]
)
COLUMNS = ["edition", "source", "year", "destination", "origin", "both"]


@pytest.fixture
def corridors():
    return pd.DataFrame(CORRIDORS, columns=COLUMNS).astype({"both": "Int64"})


def parts(table):
    """Return part and whole by year."""
    return {row.year: (row.part, row.whole) for row in table.itertuples()}


def always(*codes):
    return lambda year: codes


def test_contiguous_share_leaves_unknown_origins_out_unless_told_otherwise(corridors):
    known = world.contiguous_share(corridors, borders=BORDERS)
    everyone = world.contiguous_share(corridors, borders=BORDERS, known_only=False)
    assert parts(known) == {2000: (70, 100), 2010: (40, 100)}
    assert parts(everyone) == {2000: (70, 200), 2010: (40, 100)}


def test_a_border_that_ended_counts_in_the_years_before(corridors):
    ended = BORDERS.head(2).assign(until=2010)
    found = world.contiguous_share(corridors, borders=BORDERS.tail(2), ended=ended)
    assert parts(found) == {2000: (70, 100), 2010: (0, 100)}


def test_pairs_whose_border_moved_leave_both_parts_of_the_contiguous_share(corridors):
    found = world.contiguous_share(corridors, borders=BORDERS, without=BORDERS.head(1))
    assert parts(found) == {2000: (20, 50), 2010: (0, 60)}


def test_a_pair_counts_in_the_direction_it_is_given_in(corridors):
    one_way = pd.DataFrame({"origin": ["B"], "destination": ["A"]})
    assert not world.linked(corridors, one_way).any()
    assert world.linked(corridors, BORDERS).sum() == 3


def test_share_within_regions_is_that_of_all_or_of_one_region(corridors):
    every = world.share_within_regions(corridors, regions=REGIONS)
    east = world.share_within_regions(corridors, regions=REGIONS, region="east")
    assert parts(every) == {2000: (70, 100), 2010: (40, 100)}
    assert parts(east) == {2000: (50, 80), 2010: (40, 100)}


def test_a_place_without_region_is_in_no_region(corridors):
    assert not world.within(corridors, {}).any()


def test_south_south_share_leaves_countries_that_are_not_classified_out(corridors):
    south, classified = always("A", "B"), always("A", "B", "C")
    found = world.south_south_share(corridors, south=south, classified=classified)
    assert parts(found) == {2000: (50, 70), 2010: (40, 40)}


def test_a_country_that_graduates_leaves_a_dated_group_though_nobody_moved(corridors):
    every = always("A", "B", "C", "D")
    dated = world.south_south_share(
        corridors, south=lambda year: "AB" if year < 2010 else "A", classified=every
    )
    assert parts(dated) == {2000: (50, 100), 2010: (0, 100)}


def test_destinations_of_a_group_share_its_emigrants_among_classified_destinations(corridors):
    about = {"origins": always("A"), "classified": always("B", "D")}
    near = world.destinations_of_group(corridors, destinations=always("B"), **about)
    far = world.destinations_of_group(corridors, destinations=always("D"), **about)
    assert parts(near) == {2000: (50, 60), 2010: (40, 100)}
    assert parts(far) == {2000: (10, 60), 2010: (60, 100)}


def test_the_two_shares_of_a_bloc_have_different_denominators(corridors):
    west = {"origins": always("C", "D"), "destinations": always("C", "D")}
    assert parts(spaces.share_of_emigrants_inside(corridors, **west)) == {
        2000: (20, 20),
        2010: (0, 0),
    }
    assert parts(spaces.share_of_immigrants_inside(corridors, **west)) == {
        2000: (20, 150),
        2010: (0, 60),
    }


def test_immigrants_of_unknown_origin_can_be_left_out_of_the_whole(corridors):
    west = {"origins": always("C", "D"), "destinations": always("C", "D")}
    found = spaces.share_of_immigrants_inside(corridors, **west, known_only=True)
    assert parts(found)[2000] == (20, 50)


def test_a_circuit_has_two_sides(corridors):
    circuit = pd.DataFrame({"origin": ["A"], "destination": ["D"]})
    assert parts(spaces.share_along(corridors, pairs=circuit, end="origin")) == {
        2000: (10, 60),
        2010: (60, 100),
    }
    assert parts(spaces.share_along(corridors, pairs=circuit, end="destination")) == {
        2000: (10, 130),
        2010: (60, 60),
    }


def test_only_the_corridors_of_a_circuit_count_and_not_every_pair_of_its_sides(corridors):
    # From A by way of B to C: A to D is none of them.
    legs = pd.DataFrame({"origin": ["A", "B"], "destination": ["B", "C"]})
    found = spaces.share_along(corridors, pairs=legs, end="origin")
    assert parts(found) == {2000: (70, 80), 2010: (40, 100)}


def test_a_member_counts_from_the_year_it_joins(corridors):
    dated = {"origins": lambda year: "AB" if year >= 2010 else "A"}
    found = spaces.share_of_emigrants_inside(
        corridors, origins=dated["origins"], destinations=dated["origins"]
    )
    assert parts(found) == {2000: (0, 60), 2010: (40, 100)}


def test_editions_are_never_added_up(corridors):
    both = pd.concat([corridors, corridors.assign(edition="f", source="t")])
    found = world.contiguous_share(both, borders=BORDERS)
    assert len(found) == 4
    assert set(found["part"]) == {70, 40}


@given(
    persons=st.lists(st.integers(0, 10**9), min_size=1, max_size=20),
    draw=st.data(),
)
def test_a_part_is_never_larger_than_its_whole(persons, draw):
    size = len(persons)
    flags = st.lists(st.booleans(), min_size=size, max_size=size)
    counted, among = np.array(draw.draw(flags)), np.array(draw.draw(flags))
    rows = pd.DataFrame({"edition": "e", "source": "s", "year": 2020, "both": persons})
    found = world.part_of(rows, counted, among).iloc[0]
    assert 0 <= found["part"] <= found["whole"] <= sum(persons)


def test_the_corridors_stay_as_they_were(corridors):
    before = corridors.copy(deep=True)
    world.contiguous_share(corridors, borders=BORDERS, without=BORDERS)
    spaces.share_of_immigrants_inside(
        corridors, origins=always("A"), destinations=always("D"), known_only=True
    )
    pd.testing.assert_frame_equal(corridors, before)
