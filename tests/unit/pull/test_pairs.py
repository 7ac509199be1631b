"""CEPII's pairs, completed and put right."""

import pandas as pd
import pytest

from roundtable.pull import pairs

OWN = "borders"
PLACES = pd.DataFrame(
    [
        ("HUN", "47.50", "19.08"),
        ("KNA", "17.28", "-62.72"),
        ("SDN", "15.55", "32.53"),
        ("SRB", "44.82", "20.46"),
        ("SSD", "4.85", "31.58"),
        ("UGA", "0.33", "32.58"),
        ("WSM", "-13.83", "-171.77"),
    ],
    columns=["iso3", "latitude", "longitude"],
)
MARKS = ["contiguous_cepii", "official_language", "spoken_language", "colony", "common_coloniser"]


def both_ways(a, b, *, contiguous, distance, weighted):
    marks = [contiguous, False, True, False, False]
    return [(x, y, *marks, distance, weighted, "cepii") for x, y in ((a, b), (b, a))]


@pytest.fixture
def cepii():
    rows = [
        *both_ways("SCG", "HUN", contiguous=True, distance=316.9, weighted=393.4),
        *both_ways("SDN", "UGA", contiguous=True, distance=1_690.0, weighted=1_600.0),
        *both_ways("WSM", "UGA", contiguous=False, distance=15_000.0, weighted=16_000.0),
        *both_ways("KNA", "HUN", contiguous=False, distance=8_350.0, weighted=8_900.0),
    ]
    return pd.DataFrame(
        rows, columns=["origin", "destination", *MARKS, "distance", "distance_weighted", "source"]
    ).astype(dict.fromkeys(MARKS, "boolean"))


BORDERS = pd.DataFrame(
    [("SDN", "SSD", True, 2011), ("SDN", "UGA", False, 2011), ("SSD", "UGA", True, 2011)],
    columns=["a", "b", "contiguous", "since"],
).astype({"since": "Int64"})


@pytest.fixture
def table(cepii):
    found = pairs.completed(cepii, borders=BORDERS, places=PLACES, own=OWN)
    return found.set_index(["origin", "destination"])


def test_every_pair_of_places_is_there_once_both_ways(table):
    today = table.drop(index="SCG", level=0).drop(index="SCG", level=1)
    assert len(today) == 7 * 6
    assert table.index.is_unique
    assert not (table.index.get_level_values(0) == table.index.get_level_values(1)).any()


def test_a_former_country_has_the_pairs_that_cepii_gives_it(table):
    former = table.loc["SCG"]
    assert list(former.index) == ["HUN"]
    assert former.loc["HUN", ["contiguous", "distance"]].tolist() == [True, 317]


def test_serbia_has_what_cepii_says_of_serbia_and_montenegro(table):
    serbia = table.loc[("SRB", "HUN")]
    assert serbia["contiguous"] and serbia["contiguous_cepii"]
    assert (serbia["distance"], serbia["distance_weighted"]) == (317, 393)
    assert serbia["source"] == "cepii"


def test_a_border_that_the_list_adds_is_one_both_ways(table):
    for pair in (("SDN", "SSD"), ("SSD", "SDN"), ("SSD", "UGA"), ("UGA", "SSD")):
        assert table.loc[pair, "contiguous"]
        assert table.loc[pair, "source"] == OWN
    assert pd.isna(table.loc[("SSD", "SDN"), "contiguous_cepii"])


def test_a_border_that_ended_is_none_and_says_until_when_it_was_one(table):
    for pair in (("SDN", "UGA"), ("UGA", "SDN")):
        assert not table.loc[pair, "contiguous"]
        assert table.loc[pair, "contiguous_cepii"]
        assert table.loc[pair, "contiguous_until"] == 2011
    assert table["contiguous_until"].notna().sum() == 2


def test_a_pair_that_nobody_lists_has_no_border_and_no_known_ties(table):
    pair = table.loc[("SSD", "WSM")]
    assert not pair["contiguous"]
    assert pair[[*MARKS, "distance_weighted"]].isna().all()
    assert pair["source"] == OWN


def test_a_distance_that_agrees_with_the_positions_of_the_capitals_is_cepiis(table):
    # The great circle is 1,692 km.
    assert table.loc[("SDN", "UGA"), "distance"] == 1_690


def test_a_distance_to_a_capital_in_a_wrong_place_is_computed_anew(table):
    # Law of cosines: sin(-13.83)·sin(0.33) + cos(-13.83)·cos(0.33)·cos(204.35) = -0.88596, whose
    # angle is 152.37 degrees, or 16,943 km.
    assert table.loc[("WSM", "UGA"), "distance"] == 16_943
    assert table.loc[("WSM", "UGA"), "distance_weighted"] == 16_000


def test_a_distance_that_cepii_lacks_is_the_great_circle_between_the_capitals(table):
    # 4.52 degrees of latitude and 1.00 of longitude at the equator: 4.63 degrees of 111.2 km.
    assert table.loc[("SSD", "UGA"), "distance"] == 515


def test_weighted_distances_of_a_misplaced_country_are_missing(table):
    assert pd.isna(table.loc[("KNA", "HUN"), "distance_weighted"])
    assert pd.isna(table.loc[("HUN", "KNA"), "distance_weighted"])


def test_what_comes_in_stays_as_it_was(cepii):
    before = cepii.copy(deep=True)
    borders = BORDERS.copy(deep=True)
    pairs.completed(cepii, borders=borders, places=PLACES, own=OWN)
    pd.testing.assert_frame_equal(cepii, before)
    pd.testing.assert_frame_equal(borders, BORDERS)


@pytest.mark.parametrize(
    ("ends", "kilometres"),
    [
        (((0, 0), (0, 180)), 20_015),  # half the way round
        (((90, 0), (-90, 77)), 20_015),  # from pole to pole
        (((0, 179), (0, -179)), 222),  # across the date line
        (((10, 20), (10, 20)), 0),
    ],
)
def test_great_circles_of_which_the_length_is_known(ends, kilometres):
    at = pd.DataFrame(ends, columns=["latitude", "longitude"], index=["AAA", "BBB"]).astype(float)
    pair = pd.DataFrame({"origin": ["AAA"], "destination": ["BBB"]})
    assert round(pairs.great_circle(pair, at)[0]) == kilometres


def test_a_language_that_is_not_official_is_no_longer_shared(cepii):
    spoken = cepii.assign(official_language=True).astype({"official_language": "boolean"})
    languages = pd.DataFrame({"place": ["WSM"], "language": ["English"]})
    found = pairs.completed(
        spoken, borders=BORDERS, places=PLACES, own=OWN, languages=languages
    ).set_index(["origin", "destination"])
    for pair in (("WSM", "UGA"), ("UGA", "WSM")):
        assert not found.loc[pair, "official_language"]
        assert found.loc[pair, "spoken_language"]
        assert found.loc[pair, "source"] == OWN
    assert found.loc[("KNA", "HUN"), "official_language"]
    # Of what CEPII does not know nothing is said.
    assert pd.isna(found.loc[("WSM", "SSD"), "official_language"])
