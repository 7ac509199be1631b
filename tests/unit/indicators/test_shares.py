"""Shares and ranks of a corridor, with what the edition does not list."""

from dataclasses import astuple

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable import places
from roundtable.indicators import shares

ORIGIN, DESTINATION, YEAR = "MUS", "FRA", 2024
EDITIONS = {"edition": "undesa-2024", "other": "undesa-2020"}
ABOUT = {"origin": ORIGIN, "destination": DESTINATION, "year": YEAR, **EDITIONS}
COLUMNS = ["edition", "destination", "origin", "year", "both"]
FUNCTIONS = [
    shares.share_of_emigrants,
    shares.share_of_immigrants,
    shares.rank_among_destinations,
    shares.rank_among_origins,
]


# --- the other edition's year -----------------------------------------------------------------


@pytest.mark.parametrize(("year", "common"), [(2024, 2020), (2020, 2020), (2019, None)])
def test_the_common_year_is_the_last_that_both_editions_give(stocks, year, common):
    assert shares.common_year(stocks, **EDITIONS, year=year) == common


def test_there_is_no_common_year_with_an_edition_that_is_not_there(stocks):
    about = {"edition": "undesa-2024", "other": "undesa-2019"}
    assert shares.common_year(stocks, **about, year=2024) is None


# --- shares -----------------------------------------------------------------------------------


def test_share_of_emigrants_is_over_all_destinations_that_the_edition_lists(stocks):
    assert shares.share_of_emigrants(stocks, **ABOUT).value == 0.6  # 60 of 60 + 30 + 10


def test_hard_bounds_of_a_share_of_emigrants_rest_on_others_where_the_corridor_is_not_listed(
    stocks,
):
    found = shares.share_of_emigrants(stocks, **ABOUT)
    # GBR has 80 of unknown origin, ZAF 20; CAN and FRA list Mauritians, MUS is no destination.
    assert found.low == 60 / (100 + 80 + 20)
    assert found.high == 0.6


def test_the_indication_puts_in_the_figures_of_the_other_edition(stocks):
    found = shares.share_of_emigrants(stocks, **ABOUT)
    assert found.indication == 60 / (100 + 45 + 10)
    assert found.not_listed == {"GBR": 45, "ZAF": 10}
    assert list(found.not_listed) == ["GBR", "ZAF"]


def test_coverage_is_the_part_of_the_other_edition_in_corridors_that_this_one_lists(stocks):
    # Of 50 + 20 + 45 + 10 people, those in FRA and CAN.
    assert shares.share_of_emigrants(stocks, **ABOUT).coverage == 70 / 125


def test_share_of_immigrants_is_over_all_origins_the_unknown_included(stocks):
    found = shares.share_of_immigrants(stocks, **ABOUT)
    assert found.value == found.low == 60 / 200
    assert found.high == 60 / 180


def test_what_a_destination_does_not_list_is_named_without_others(stocks):
    found = shares.share_of_immigrants(stocks, **ABOUT)
    assert found.not_listed == {"COM": 25}
    assert found.coverage == 150 / 175  # MUS 50 and SEN 100 of 175 whose origin is known
    assert found.indication is None


@pytest.mark.parametrize("share", [shares.share_of_emigrants, shares.share_of_immigrants])
def test_a_corridor_that_is_not_listed_has_no_share_but_what_is_known_of_it(stocks, share):
    found = share(stocks, **{**ABOUT, "destination": "GBR"})
    assert (found.value, found.low, found.high, found.indication) == (None, None, None, None)
    assert "GBR" in found.not_listed or "MUS" in found.not_listed


@pytest.mark.parametrize("share", [shares.share_of_emigrants, shares.share_of_immigrants])
def test_an_empty_corridor_has_a_share_of_zero(stocks, share):
    filled = pd.concat(
        [stocks, pd.DataFrame([("undesa-2024", "REU", "COM", 2024, 5)], columns=COLUMNS)]
    )
    found = share(filled, **{**ABOUT, "destination": "REU"})
    assert found.value == 0.0


def test_nobody_anywhere_gives_no_share(stocks):
    empty = stocks.assign(both=0)
    assert shares.share_of_emigrants(empty, **ABOUT).value is None
    assert shares.share_of_immigrants(empty, **ABOUT).value is None


def test_without_the_other_edition_there_is_neither_indication_nor_coverage(stocks):
    alone = stocks[stocks["edition"] == "undesa-2024"]
    found = shares.share_of_emigrants(alone, **ABOUT)
    assert (found.value, found.low) == (0.6, 0.3)
    assert (found.indication, found.coverage, found.not_listed) == (None, None, {})


def test_the_older_edition_can_be_asked_with_the_newer_beside_it(stocks):
    turned = {"edition": "undesa-2020", "other": "undesa-2024"}
    found = shares.share_of_emigrants(stocks, **{**ABOUT, **turned, "year": 2020})
    assert found.value == 50 / 125
    assert found.coverage == 1.0
    assert found.not_listed == {}


# --- ranks ------------------------------------------------------------------------------------


def test_rank_counts_only_listed_corridors(stocks):
    found = shares.rank_among_destinations(stocks, **{**ABOUT, "destination": "CAN"})
    assert (found.value, found.among) == (2, 3)  # FRA 60, CAN 30, ITA 10; REU is empty


def test_unlisted_destinations_could_be_larger_where_their_others_are(stocks):
    def worst(destination):
        return shares.rank_among_destinations(stocks, **{**ABOUT, "destination": destination}).worst

    assert worst("FRA") == 1 + 1  # GBR with up to 80; ZAF has 20 at most
    assert worst("CAN") == 2 + 1
    assert worst("ITA") == 3 + 2


def test_an_unlisted_destination_that_could_only_be_equal_does_not_push_a_rank_down(stocks):
    equal = stocks.replace({"both": {80: 60}})  # Others in GBR: as many as Mauritians in FRA
    assert shares.rank_among_destinations(equal, **ABOUT).worst == 1


def test_rank_in_the_other_edition_is_that_of_the_common_year(stocks):
    canada = shares.rank_among_destinations(stocks, **{**ABOUT, "destination": "CAN"})
    assert canada.in_other == 3  # FRA 50, GBR 45, CAN 20
    italy = shares.rank_among_destinations(stocks, **{**ABOUT, "destination": "ITA"})
    assert italy.in_other is None


def test_rank_among_origins_leaves_unknown_origins_out(stocks):
    found = shares.rank_among_origins(stocks, **ABOUT)
    assert (found.value, found.among, found.in_other) == (2, 3, 2)  # SEN 90, MUS 60, MLI 30


def test_as_many_unlisted_origins_could_be_larger_as_fit_into_others(stocks):
    def worst(origin, others):
        table = stocks.copy()
        here = (table["destination"] == "FRA") & (table["origin"] == "OOO")
        table.loc[here & (table["year"] == 2024), "both"] = others
        return shares.rank_among_origins(table, **{**ABOUT, "origin": origin}).worst

    assert worst("MUS", 60) == 2  # one more than 60 is needed to be larger
    assert worst("MUS", 61) == 2 + 1
    assert worst("MUS", 121) == 2 + 1
    assert worst("MUS", 122) == 2 + 2
    assert worst("SEN", 90) == 1


def test_no_more_unlisted_origins_could_be_larger_than_there_are_places(stocks):
    table = stocks.copy()
    table.loc[(table["destination"] == "FRA") & (table["origin"] == "OOO"), "both"] = 5_000_000
    found = shares.rank_among_origins(table, **ABOUT)
    # All places but France itself and the three origins that it lists.
    assert found.worst == 2 + len(places.countries()) - 4


def test_equal_corridors_share_the_better_rank():
    rows = [
        ("undesa-2024", code, "MUS", 2024, n)
        for code, n in {"A": 9, "B": 5, "C": 5, "D": 1}.items()
    ]
    table = pd.DataFrame(rows, columns=COLUMNS)
    ranks = [
        shares.rank_among_destinations(table, **{**ABOUT, "destination": code}).value
        for code in "ABCD"
    ]
    assert ranks == [1, 2, 2, 4]


@pytest.mark.parametrize("rank", [shares.rank_among_destinations, shares.rank_among_origins])
@pytest.mark.parametrize("destination", ["GBR", "REU"])
def test_a_corridor_that_is_not_listed_or_empty_has_no_rank(stocks, rank, destination):
    found = rank(stocks, **{**ABOUT, "destination": destination})
    assert (found.value, found.worst) == (None, None)


# --- partners ---------------------------------------------------------------------------------


def test_partners_are_listed_by_size_with_those_of_the_other_edition():
    rows = [
        ("undesa-2024", "FRA", "MUS", 2024, 60),
        ("undesa-2024", "CAN", "MUS", 2024, 30),
        ("undesa-2024", "BEL", "MUS", 2024, 30),
        ("undesa-2024", "REU", "MUS", 2024, 0),
        ("undesa-2024", "FRA", "MUS", 2020, 50),
        ("undesa-2020", "FRA", "MUS", 2020, 51),
        ("undesa-2020", "GBR", "MUS", 2020, 45),
        ("undesa-2020", "AUS", "MUS", 2020, 0),
    ]
    table = pd.DataFrame(rows, columns=COLUMNS)
    found = shares.partners(table, by="destination", origin="MUS", year=2024, **EDITIONS)
    assert list(found.itertuples(index=False, name=None)) == [
        ("FRA", 60, "listed", 2024),
        ("GBR", 45, "not_listed", 2020),
        ("BEL", 30, "listed", 2024),
        ("CAN", 30, "listed", 2024),
    ]


def test_unknown_origins_are_a_partner_of_a_destination_and_told_apart(stocks):
    found = shares.partners(stocks, by="origin", destination="FRA", year=2024, **EDITIONS)
    assert list(zip(found["code"], found["persons"], found["status"], strict=True)) == [
        ("SEN", 90, "listed"),
        ("MUS", 60, "listed"),
        ("MLI", 30, "listed"),
        ("COM", 25, "not_listed"),
        ("OOO", 20, "others"),
    ]


def test_a_country_without_figures_has_no_partners(stocks):
    found = shares.partners(stocks, by="destination", origin="SSD", year=2024, **EDITIONS)
    assert list(found.columns) == ["code", "persons", "status", "year"]
    assert found.empty


# --- properties -------------------------------------------------------------------------------

CODES = ["BEL", "CAN", "DEU", "ESP", "FRA", "GBR", "ITA", "OOO"]
PERSONS = st.dictionaries(st.sampled_from(CODES), st.integers(0, 3_000_000), min_size=1)
KNOWN = PERSONS.map(lambda figures: {code: n for code, n in figures.items() if code != "OOO"})


def of_destination(new, old):
    """Build the stocks of Mauritius as destination, from persons by origin."""
    rows = [("undesa-2024", "MUS", code, 2024, n) for code, n in new.items()]
    rows += [("undesa-2020", "MUS", code, 2020, n) for code, n in old.items()]
    rows += [("undesa-2024", "MUS", code, 2020, n) for code, n in new.items()]
    return pd.DataFrame(rows, columns=COLUMNS)


def of_origin(new, old, others):
    """Build the stocks of Mauritius as origin, and others at some destinations."""
    rows = [("undesa-2024", code, "MUS", year, n) for code, n in new.items() for year in YEARS]
    rows += [("undesa-2020", code, "MUS", 2020, n) for code, n in old.items()]
    rows += [("undesa-2024", code, "OOO", 2024, n) for code, n in others.items()]
    return pd.DataFrame(rows, columns=COLUMNS)


YEARS = (2020, 2024)


@given(new=PERSONS, old=PERSONS)
def test_shares_of_all_origins_add_up_to_one(new, old):
    table = of_destination(new, old)
    about = {**ABOUT, "destination": "MUS"}
    everyone, unknown = sum(new.values()), new.get("OOO", 0)
    found = [
        shares.share_of_immigrants(table, **{**about, "origin": code}).value
        for code in new
        if code != "OOO"
    ]
    if everyone:
        assert sum(found) + unknown / everyone == pytest.approx(1)
    else:
        assert found == [None] * len(found)


@given(new=KNOWN, old=KNOWN, others=KNOWN)
def test_shares_of_all_destinations_add_up_to_one(new, old, others):
    table = of_origin(new, old, others)
    found = [
        shares.share_of_emigrants(table, **{**ABOUT, "destination": code}).value for code in new
    ]
    if sum(new.values()):
        assert sum(found) == pytest.approx(1)
    else:
        assert found == [None] * len(new)


@given(new=KNOWN, old=KNOWN, others=KNOWN)
def test_every_share_lies_between_its_bounds_and_they_between_nothing_and_all(new, old, others):
    outward = of_origin(new, old, others)
    inward = of_destination({**new, "OOO": sum(others.values())}, old)
    for code in new:
        for found in (
            shares.share_of_emigrants(outward, **{**ABOUT, "destination": code}),
            shares.share_of_immigrants(inward, **{**ABOUT, "origin": code, "destination": "MUS"}),
        ):
            if found.value is not None:
                high = found.value if found.high is None else found.high
                assert 0 <= found.low <= found.value <= high <= 1
            assert found.indication is None or 0 <= found.indication <= found.value
            assert found.coverage is None or 0 <= found.coverage <= 1


@given(new=KNOWN, others=KNOWN, data=st.data())
def test_the_bounds_of_a_share_hold_whatever_the_unlisted_corridors_hold(new, others, data):
    found = {
        code: shares.share_of_emigrants(
            of_origin(new, {}, others), **{**ABOUT, "destination": code}
        )
        for code in new
    }
    fill = {
        code: data.draw(st.integers(0, most)) for code, most in others.items() if code not in new
    }
    for code, share in found.items():
        true = of_origin({**new, **fill}, {}, {})
        value = shares.share_of_emigrants(true, **{**ABOUT, "destination": code}).value
        if share.value is not None:
            assert share.low - 1e-12 <= value <= share.high + 1e-12


@given(
    persons=st.lists(st.integers(1, 3_000_000), min_size=1, max_size=7, unique=True),
    others=KNOWN,
)
def test_ranks_are_a_permutation_and_the_first_is_the_largest(persons, others):
    new = dict(zip(CODES, persons, strict=False))
    table = of_origin(new, {}, others)
    ranks = {
        code: shares.rank_among_destinations(table, **{**ABOUT, "destination": code})
        for code in new
    }
    assert sorted(rank.value for rank in ranks.values()) == list(range(1, len(new) + 1))
    assert ranks[max(new, key=new.get)].value == 1
    assert all(rank.among == len(new) for rank in ranks.values())
    assert all(rank.value <= rank.worst for rank in ranks.values())


@given(new=KNOWN, others=KNOWN, data=st.data())
def test_the_worst_rank_holds_whatever_the_unlisted_corridors_hold(new, others, data):
    table = of_origin(new, {}, others)
    fill = {
        code: data.draw(st.integers(0, most)) for code, most in others.items() if code not in new
    }
    true = of_origin({**new, **fill}, {}, {})
    for code in new:
        about = {**ABOUT, "destination": code}
        rank = shares.rank_among_destinations(table, **about)
        if rank.value is not None:
            found = shares.rank_among_destinations(true, **about).value
            assert rank.value <= found <= rank.worst


@pytest.mark.parametrize("function", FUNCTIONS)
def test_inputs_stay_as_they_were(stocks, function):
    before = stocks.copy(deep=True)
    function(stocks, **ABOUT)
    pd.testing.assert_frame_equal(stocks, before)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_the_order_of_rows_and_how_codes_are_held_do_not_matter(stocks, function):
    codes = dict.fromkeys(["edition", "destination", "origin"], "category")
    other = stocks.iloc[::-1].astype(codes).astype({"both": "int32"})
    assert astuple(function(other, **ABOUT)) == astuple(function(stocks, **ABOUT))
