import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable.indicators import peers

COLUMNS = [
    *("origin", "destination", "persons", "distance", "income_ratio"),
    *("neighbour", "language", "past"),
]


def corridors(*rows) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=COLUMNS)


ONE = corridors(("AAA", "BBB", 1000, 2000, 4.0, False, True, "ruled_by_destination"))


def beside(*rows) -> pd.DataFrame:
    """Return the peers of `ONE` among corridors."""
    return peers.peers(corridors(*rows), origin="AAA", destination="BBB", to=ONE)


def test_the_distance_is_the_root_of_the_mean_of_four_squares():
    found = beside(("CCC", "BBB", 2000, 1000, 6.0, False, False, "ruled_by_destination"))
    size = math.log(2) / 3.6
    distance = math.log(1 / 2) / 2.2
    income = math.log(1.5) / 2.6
    ties = 1 / 3
    expected = math.sqrt((size**2 + distance**2 + income**2 + ties**2) / 4)
    assert found["apart"].tolist() == pytest.approx([expected])
    assert expected == pytest.approx(0.2607, abs=1e-4)


def test_a_corridor_with_the_same_figures_is_not_apart():
    found = beside(("CCC", "DDD", *ONE.iloc[0, 2:]))
    assert found["apart"].tolist() == [0]


def test_neither_the_corridor_nor_its_reverse_is_its_peer():
    own = ONE.iloc[0, 2:]
    assert beside(("AAA", "BBB", *own), ("BBB", "AAA", *own)).empty


def test_the_direction_of_the_income_ratio_counts():
    # Four times as rich, and four times as poor: sixteen times apart.
    found = beside(("CCC", "DDD", 1000, 2000, 0.25, False, True, "ruled_by_destination"))
    assert found.empty


@pytest.mark.parametrize(
    ("measure", "within", "beyond"),
    [
        ("persons", 5000, 5001),
        ("persons", 200, 199),
        ("distance", 6000, 6001),
        ("income_ratio", 12.0, 12.01),
        ("income_ratio", 4 / 3, 1.333),
    ],
)
def test_a_peer_stays_within_the_limit_of_each_measure(measure, within, beyond):
    near = ONE.assign(origin="CCC")
    rows = pd.concat(
        [near.assign(**{measure: within}), near.assign(origin="DDD", **{measure: beyond})]
    )
    found = peers.peers(rows, origin="AAA", destination="BBB", to=ONE)
    assert found["origin"].tolist() == ["CCC"]


def test_a_peer_differs_in_one_tie_at_most():
    found = beside(
        ("CCC", "BBB", 1000, 2000, 4.0, True, True, "ruled_by_destination"),
        ("DDD", "BBB", 1000, 2000, 4.0, True, False, "ruled_by_destination"),
        ("EEE", "BBB", 1000, 2000, 4.0, False, True, "ruled_by_origin"),
    )
    assert found["origin"].tolist() == ["CCC", "EEE"]
    assert found["apart"].tolist() == pytest.approx([1 / 6, 1 / 6])


def test_what_is_near_every_limit_at_once_is_no_peer():
    found = beside(("CCC", "BBB", 4900, 5500, 11.0, False, True, "ruled_by_destination"))
    assert found.empty


def test_the_nearest_comes_first_and_codes_decide_between_equals():
    own = ONE.iloc[0, 3:]
    found = beside(
        ("DDD", "BBB", 3000, *own), ("CCC", "BBB", 2000, *own), ("CCC", "AAB", 500, *own)
    )
    assert found[["origin", "destination"]].values.tolist() == [
        ["CCC", "AAB"],
        ["CCC", "BBB"],
        ["DDD", "BBB"],
    ]


def test_without_figures_of_its_own_a_corridor_has_no_peer():
    rows = corridors(("CCC", "DDD", 1000, 2000, 4.0, False, True, ""))
    found = peers.peers(rows, origin="AAA", destination="BBB", to=ONE.iloc[:0])
    assert found.empty
    assert "apart" in found


corridor = st.tuples(
    st.sampled_from(["CCC", "DDD", "EEE", "FFF"]),
    st.sampled_from(["GGG", "HHH", "III"]),
    st.integers(1, 10**7),
    st.integers(1, 20_000),
    st.floats(0.02, 50),
    st.booleans(),
    st.booleans(),
    st.sampled_from(["", "state", "ruled_by_origin", "ruled_by_destination"]),
)
several = st.lists(corridor, min_size=2, max_size=8, unique_by=lambda row: row[:2])


@given(several, st.randoms(use_true_random=False))
def test_peers_do_not_depend_on_the_order_of_the_candidates(rows, chance):
    shuffled = list(rows)
    chance.shuffle(shuffled)
    one, other = (
        peers.peers(corridors(*given), origin="AAA", destination="BBB", to=ONE)
        for given in (rows, shuffled)
    )
    pd.testing.assert_frame_equal(one, other)


@given(several)
def test_two_corridors_are_as_far_apart_from_either_end(rows):
    every = corridors(*rows)
    first, second = every.iloc[0], every.iloc[1]
    there = peers.between(every.iloc[[1]], first).to_numpy()
    back = peers.between(every.iloc[[0]], second).to_numpy()
    np.testing.assert_allclose(there**2, back**2, atol=1e-12)
    assert not peers.between(every.iloc[[0]], first).to_numpy().any()


STOCKS = pd.DataFrame(
    [
        ("undesa-2024", "FRA", "MUS", 2024, 44_709),
        ("undesa-2024", "FRA", "MUS", 2020, 44_000),
        ("undesa-2020", "FRA", "MUS", 2024, 1),
        ("undesa-2024", "GBR", "IRL", 2024, 300_000),
        ("undesa-2024", "GBR", "MUS", 2024, 0),
        ("undesa-2024", "GBR", "IND", 2024, 900_000),
    ],
    columns=["edition", "destination", "origin", "year", "both"],
)
PAIRS = pd.DataFrame(
    [
        ("MUS", "FRA", False, None, True, 9423),
        ("IRL", "GBR", True, None, True, 464),
        ("MUS", "GBR", False, None, True, 9700),
        ("IND", "GBR", False, None, None, 6717),
    ],
    columns=[
        "origin", "destination", "contiguous", "contiguous_until", "official_language", "distance",
    ],
).astype({"contiguous_until": "Int64", "official_language": "boolean"})  # fmt: skip
ECONOMIES = pd.DataFrame(
    [
        *(("FRA", year, 40_000.0 + year - 2018) for year in range(2018, 2024)),
        ("MUS", 2018, 1.0),
        ("MUS", 2022, 20_002.0),
        ("IND", 2023, 9_000.0),
        ("GBR", 2023, 50_000.0),
        ("GBR", 2024, 51_000.0),
        ("IRL", 2024, 102_000.0),
    ],
    columns=["place", "year", "gdp_per_capita"],
)


def measured(*pairs) -> pd.DataFrame:
    return peers.measured(
        pd.DataFrame(list(pairs), columns=peers.ENDS),
        stocks=STOCKS,
        pairs=PAIRS,
        economies=ECONOMIES,
        edition="undesa-2024",
        year=2024,
    )


def test_a_corridor_is_measured_in_the_last_year_that_both_incomes_have():
    row = measured(("MUS", "FRA")).iloc[0]
    assert (row["persons"], row["distance"], row["income_year"]) == (44_709, 9423, 2022)
    assert row["income_ratio"] == pytest.approx(40_004 / 20_002)
    assert (row["neighbour"], row["language"], row["past"]) == (False, True, "ruled_by_destination")


def test_ties_come_from_pairs_and_from_the_list_of_ties():
    row = measured(("IRL", "GBR")).iloc[0]
    assert row["income_ratio"] == pytest.approx(0.5)
    assert row["neighbour"]
    assert "state" in row["past"].split() or "ruled_by_destination" in row["past"].split()


def test_corridors_of_which_something_is_not_known_are_left_out():
    # Nobody in the stock, no word on language, not listed, no such country.
    found = measured(("MUS", "GBR"), ("IND", "GBR"), ("FRA", "MUS"), ("XXX", "FRA"), ("MUS", "FRA"))
    assert found[peers.ENDS].values.tolist() == [["MUS", "FRA"]]


def test_a_corridor_that_is_named_twice_is_measured_once():
    assert len(measured(("MUS", "FRA"), ("MUS", "FRA"))) == 1


def test_without_any_income_nothing_is_measured():
    found = peers.measured(
        pd.DataFrame([("MUS", "FRA")], columns=peers.ENDS),
        stocks=STOCKS,
        pairs=PAIRS,
        economies=ECONOMIES.iloc[:0],
        edition="undesa-2024",
        year=2024,
    )
    assert found.empty
