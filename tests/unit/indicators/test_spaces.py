"""Who stays in a space, and where the others live, on figures that add up in the head."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable.indicators import spaces

# A and B are members; C and D are not. C lies in the same region as A and B.
ROWS = [
    ("B", "A", 60),
    ("C", "A", 30),
    ("D", "A", 10),
    ("A", "B", 5),
    ("A", "D", 15),
    ("A", "OOO", 20),
]
PAIRS = pd.DataFrame([("A", "B"), ("B", "A")], columns=["origin", "destination"])
REGIONS = {"A": "west", "B": "west", "C": "west", "D": "east"}


@pytest.fixture
def corridors():
    return pd.DataFrame(ROWS, columns=["destination", "origin", "both"])


def counts(table):
    return {row.place: (row.part, row.whole) for row in table.itertuples()}


def test_by_place_counts_an_origins_emigrants_and_those_inside(corridors):
    found = spaces.by_place(corridors, pairs=PAIRS, end="origin")
    assert counts(found) == {"A": (60, 100), "B": (5, 5)}
    assert list(found["place"]) == ["A", "B"]


def test_by_place_keeps_unknown_origins_in_the_whole_of_a_destination(corridors):
    found = spaces.by_place(corridors, pairs=PAIRS, end="destination")
    assert counts(found) == {"B": (60, 60), "A": (5, 40)}


def test_a_place_that_is_not_listed_has_no_row_and_so_no_share(corridors):
    found = spaces.by_place(corridors[corridors["origin"] != "B"], pairs=PAIRS, end="origin")
    assert counts(found) == {"A": (60, 100)}


def test_emigrants_live_inside_first_and_then_by_region(corridors):
    found = spaces.where_they_live(corridors, pairs=PAIRS, regions=REGIONS)
    assert found.to_numpy().tolist() == [["inside", 65], ["west", 30], ["east", 10]]


def test_a_space_without_anybody_inside_still_has_its_row(corridors):
    alone = corridors[corridors["destination"].isin(["C", "D"])]
    found = spaces.where_they_live(alone, pairs=PAIRS, regions=REGIONS)
    assert found.to_numpy().tolist() == [["inside", 0], ["west", 30], ["east", 10]]


rows = st.lists(
    st.tuples(st.sampled_from("ABCD"), st.sampled_from(["A", "B", "C", "OOO"]), st.integers(0, 99)),
    unique_by=lambda row: row[:2],
)


@given(rows)
def test_every_emigrant_of_the_members_lives_in_exactly_one_place(drawn):
    corridors = pd.DataFrame(drawn, columns=["destination", "origin", "both"]).astype({"both": int})
    of_members = int(corridors.loc[corridors["origin"].isin(["A", "B"]), "both"].sum())
    where = spaces.where_they_live(corridors, pairs=PAIRS, regions=REGIONS)
    sent = spaces.by_place(corridors, pairs=PAIRS, end="origin")
    received = spaces.by_place(corridors, pairs=PAIRS, end="destination")
    assert int(where["persons"].sum()) == of_members == int(sent["whole"].sum())
    # Who leaves for inside is who arrives from inside.
    assert int(sent["part"].sum()) == int(received["part"].sum()) == int(where["persons"].iloc[0])
    assert (sent["part"] <= sent["whole"]).all()
