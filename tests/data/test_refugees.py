"""Refugees and asylum seekers on UNHCR's figures: what is in them, and what is not."""

import pytest

from roundtable.sources import reading

GROUPS = ["refugees", "asylum_seekers", "others"]


@pytest.fixture(scope="module")
def by_year(full):
    return full.refugees.groupby("year")[GROUPS].sum()


def persons(full, origin, destinations, year):
    rows = full.refugees
    rows = rows[
        (rows["origin"] == origin) & rows["destination"].isin(destinations) & (rows["year"] == year)
    ]
    return tuple(int(rows[group].sum()) for group in GROUPS)


def test_refugees_and_asylum_seekers_are_those_that_unhcr_counts(by_year):
    assert tuple(by_year.loc[2023]) == (31_637_408, 6_858_499, 657_349)
    assert (by_year.index.min(), by_year.index.max()) == (1990, 2024)


def test_asylum_seekers_are_given_by_country_from_2000_and_others_from_1997(full):
    rows = full.refugees
    given = {group: rows[rows[group].notna()]["year"].min() for group in GROUPS}
    assert given == {"refugees": 1990, "asylum_seekers": 2000, "others": 1997}
    assert rows[rows["year"] >= 2000][GROUPS].notna().all(axis=None)


def test_the_last_year_is_half_a_year_and_returns_of_it_too(by_year, sources_folder):
    assert tuple(by_year.loc[2024]) == (31_956_584, 7_996_077, 517_480)
    # Returns are flows: those of 2024 are less than half of those of the year before.
    rows = reading.csv(sources_folder / "unhcr-population/unhcr.csv.gz", columns=["group", "t"])
    returned = rows[rows["group"] == "refugee return"].groupby("t")["n"].sum()
    assert (returned[2023], returned[2024]) == (1_052_074, 433_527)


def test_colombia_is_given_with_24_583_venezuelans_of_2_9_million(full):
    refugees, asylum_seekers, others = persons(full, "VEN", ["COL"], 2023)
    assert (refugees, asylum_seekers, others) == (1_134, 23_449, 0)
    assert refugees + asylum_seekers == 24_583
    stocks = full.stocks[
        (full.stocks["edition"] == "undesa-2024")
        & (full.stocks["origin"] == "VEN")
        & (full.stocks["destination"] == "COL")
    ]
    assert stocks.set_index("year")["both"][2024] == 2_904_873
    # The mid-year figure of 2024 itself is higher, and changes nothing.
    assert sum(persons(full, "VEN", ["COL"], 2024)) == 29_407


def test_others_of_concern_held_some_venezuelans_until_2017_and_few_since(full):
    rows = full.refugees[full.refugees["origin"] == "VEN"]
    others = rows.groupby("year")["others"].sum()
    assert [int(others[year]) for year in (2017, 2018, 2021, 2023)] == [345_585, 0, 0, 86_724]
    assert persons(full, "VEN", ["COL"], 2017)[2] == 68_734


def test_palestinians_under_unrwa_are_not_in_the_file(full):
    everywhere = set(full.refugees["destination"])
    assert sum(persons(full, "PSE", everywhere, 2023)) == 56_330
    assert persons(full, "PSE", ["JOR", "LBN", "SYR"], 2023) == (0, 0, 2_487)
    stocks = full.stocks[
        (full.stocks["edition"] == "undesa-2024")
        & (full.stocks["origin"] == "PSE")
        & (full.stocks["year"] == 2024)
    ]
    assert stocks["both"].sum() == 4_233_248


def test_people_without_a_country_of_origin_stand_under_others(full):
    everywhere = set(full.refugees["destination"])
    assert persons(full, "OOO", everywhere, 2023) == (243_739, 100_894, 174_819)
    # Nepal's Tibetans, whom UNHCR lists apart, are among them.
    assert persons(full, "OOO", ["NPL"], 2023)[0] >= 12_540


def test_no_one_is_a_refugee_at_home_or_nowhere(full):
    rows = full.refugees
    assert (rows["origin"] != rows["destination"]).all()
    assert "OOO" not in set(rows["destination"])
    assert (rows[GROUPS].sum(axis=1) > 0).all()


def test_serbia_and_kosovo_are_one_entity(full):
    assert "XKX" not in set(full.refugees["origin"]) | set(full.refugees["destination"])
