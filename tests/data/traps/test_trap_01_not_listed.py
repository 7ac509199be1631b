"""Trap 1: what the 2024 edition does not list, on the publisher's figures."""

import pytest

from roundtable import reliability
from roundtable.indicators import corridor, shares

OLD, NEW = "undesa-2020", "undesa-2024"
YEAR = 2020


@pytest.fixture(scope="module")
def not_listed(full):
    return reliability.unlisted(full.stocks, edition=NEW, other=OLD, year=YEAR)


@pytest.fixture(scope="module")
def others(full):
    """Return the people of unknown origin by destination, a column an edition."""
    rows = full.stocks[(full.stocks["origin"] == "OOO") & (full.stocks["year"] == YEAR)]
    return rows.pivot(index="destination", columns="edition", values="both").fillna(0).astype(int)


def test_2840_corridors_with_12_million_people_are_no_longer_listed(not_listed):
    assert len(not_listed) == 2_840
    assert not_listed["both"].sum() == 12_385_181


def test_341_corridors_with_at_least_one_person_are_new_and_8_more_are_empty(full):
    new = reliability.unlisted(full.stocks, edition=OLD, other=NEW, year=YEAR)
    assert (len(new), new["both"].sum()) == (341, 3_150_408)
    known = full.stocks[(full.stocks["origin"] != "OOO") & (full.stocks["year"] == YEAR)]
    pairs = {
        edition: set(zip(rows["destination"], rows["origin"], strict=True))
        for edition, rows in known.groupby("edition")
    }
    assert len(pairs[NEW] - pairs[OLD]) == 341 + 8


def test_others_grew_by_less_than_is_no_longer_listed(not_listed, others):
    growth = others[NEW] - others[OLD]
    assert growth.sum() == 9_896_712
    lost = not_listed.groupby("destination")["both"].sum().astype(int)
    covered = growth.reindex(lost.index).fillna(0).clip(lower=0)
    at_most = covered.where(covered < lost, lost).sum()
    assert at_most == 8_334_111
    assert at_most < lost.sum() == 12_385_181
    assert growth["USA"] == 999_555
    assert lost["USA"] == 4_362_100


@pytest.mark.parametrize(
    ("destination", "people", "corridors"),
    [
        ("USA", 4_362_100, 92),
        ("DEU", 2_611_408, 111),
        ("GBR", 2_155_979, 170),
        ("FRA", 681_888, 151),
        ("ESP", 378_029, 127),
        ("NLD", 292_692, 166),
        ("SGP", 272_478, 6),
        ("CHE", 266_156, 148),
        ("SWE", 181_605, 138),
        ("OMN", 127_992, 11),
        ("CAN", 107_791, 74),
        ("AUT", 99_061, 150),
    ],
)
def test_people_and_corridors_no_longer_listed_by_destination(
    not_listed, destination, people, corridors
):
    here = not_listed[not_listed["destination"] == destination]
    assert (here["both"].sum(), len(here)) == (people, corridors)


def test_the_origins_that_the_united_kingdom_lists_fall_from_206_to_36(full):
    here = full.stocks[(full.stocks["destination"] == "GBR") & (full.stocks["year"] == YEAR)]
    assert here.groupby("edition")["origin"].nunique().to_dict() == {OLD: 206, NEW: 36}


@pytest.fixture(scope="module")
def vanished(full, not_listed):
    """Return the share of each origin's emigrants that is no longer listed."""
    known = full.stocks[
        (full.stocks["edition"] == OLD)
        & (full.stocks["year"] == YEAR)
        & (full.stocks["origin"] != "OOO")
    ]
    lost = not_listed.groupby("origin")["both"].sum() / known.groupby("origin")["both"].sum()
    return lost.dropna().astype(float)


def test_many_origins_lose_a_large_part_of_their_emigrants_from_sight(vanished):
    assert (vanished > 0.10).sum() == 108
    assert (vanished > 0.25).sum() == 66


SHARES = {
    **{"AUS": 29.7, "MUS": 29.1, "ISR": 20.5, "BEL": 19.1, "CAN": 8.7, "PRT": 7.8, "BRA": 6.2},
    **{"NGA": 4.6, "MAR": 3.2, "BGD": 1.9, "MEX": 0.6, "FRA": 0.3, "USA": 0.2, "DEU": 0.1},
}


@pytest.mark.parametrize(("origin", "percent"), SHARES.items())
def test_share_of_emigrants_no_longer_listed_for_the_governments_of_the_roundtable(
    vanished, full, origin, percent
):
    assert round(100 * vanished[origin], 1) == percent
    # The same figure from the other side: what the indicator says is covered.
    share = shares.share_of_emigrants(
        full.stocks, origin=origin, destination="QQQ", year=YEAR, edition=NEW, other=OLD
    )
    assert share.coverage == pytest.approx(1 - vanished[origin])


def stock(full, origin, destination, edition, year=YEAR):
    return corridor.corridor_stock(
        full.stocks, origin=origin, destination=destination, year=year, edition=edition
    )


def test_mauritius_to_the_united_kingdom_is_listed_in_the_older_edition_alone(full):
    assert stock(full, "MUS", "GBR", OLD) == 45_365
    assert stock(full, "MUS", "GBR", NEW) is None


def test_mauritius_to_france_is_listed_in_both_editions_with_different_figures(full):
    assert stock(full, "MUS", "FRA", OLD) == 50_721
    assert stock(full, "MUS", "FRA", NEW) == 44_179
    assert stock(full, "MUS", "FRA", NEW, year=2024) == 44_709


def test_the_share_of_mauritians_in_france_names_what_is_not_listed(full):
    about = {"origin": "MUS", "destination": "FRA", "year": 2024}
    share = shares.share_of_emigrants(full.stocks, **about, edition=NEW, other=OLD)
    assert round(share.value, 3) == 0.391
    assert round(share.coverage, 2) == 0.71
    assert list(share.not_listed.items())[:2] == [("GBR", 45_365), ("IRL", 3_705)]
    assert share.low < share.indication < share.value == share.high


@pytest.mark.parametrize(
    ("destination", "percent"), [("GNQ", 95), ("AGO", 76), ("TON", 72), ("VNM", 63)]
)
def test_others_are_most_of_the_immigrants_of_some_destinations(full, destination, percent):
    about = {"destination": destination, "year": YEAR, "edition": NEW}
    unknown = corridor.unknown_origin(full.aggregates, **about)
    assert round(100 * unknown / corridor.immigrant_stock(full.aggregates, **about)) == percent


def test_others_are_millions_in_large_destinations(full):
    found = {
        destination: corridor.unknown_origin(
            full.aggregates, destination=destination, year=YEAR, edition=NEW
        )
        for destination in ("USA", "DEU", "GBR", "FRA")
    }
    assert found == {"USA": 5_045_786, "DEU": 3_868_970, "GBR": 2_771_704, "FRA": 809_700}
