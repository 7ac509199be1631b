"""Dated groups of countries on the real files."""

import pandas as pd
import pytest

from roundtable import places


def members(full, scheme, year, group):
    rows = full.groups
    chosen = (rows["scheme"] == scheme) & (rows["year"] == year) & (rows["group"] == group)
    return set(rows.loc[chosen, "place"])


@pytest.mark.parametrize(
    ("year", "low", "lower_middle", "upper_middle", "high"),
    [(1990, 51, 56, 30, 40), (2022, 26, 54, 54, 83), (2023, 26, 51, 54, 86)],
)
def test_income_groups_have_as_many_members_as_the_bank_lists(
    full, year, low, lower_middle, upper_middle, high
):
    sizes = [
        len(members(full, "worldbank-income", year, group))
        for group in ("low", "lower-middle", "upper-middle", "high")
    ]
    assert sizes == [low, lower_middle, upper_middle, high]


def test_income_groups_cover_1987_to_2023_and_leave_venezuela_unclassified(full):
    rows = full.groups[full.groups["scheme"] == "worldbank-income"]
    assert sorted(rows["year"].unique()) == list(range(1987, 2024))
    assert rows.loc[rows["place"] == "VEN", "year"].max() == 2019


def test_former_countries_have_income_groups_until_they_ended(full):
    rows = full.groups[full.groups["scheme"] == "worldbank-income"]
    last = rows[rows["place"].isin(places.FORMER)].groupby("place")["year"].max()
    assert last.to_dict() == {"ANT": 2009, "SCG": 2005}


def test_the_uns_development_groups_part_the_world(full):
    more = members(full, "un-development", 2020, "more-developed")
    less = members(full, "un-development", 2020, "less-developed")
    assert (len(more), len(less), more & less) == (56, 179, set())
    rows = places.table()
    rich_regions = set(rows.loc[rows["region"].isin(["Europe", "Northern America"]), "iso3"])
    assert more == (rich_regions | {"AUS", "NZL", "JPN"}) - {"XKX"}
    assert {"KOR", "SGP", "ARE", "TUR", "CYP"} <= less


def test_the_dated_list_is_that_of_the_m49_and_of_un_desa_in_2020(full, sources_folder):
    ours = members(full, "un-ldc", 2020, "ldc")
    assert len(ours) == 47
    assert members(full, "unsd-m49-ldc", 2020, "ldc") == ours


def test_the_dated_list_leaves_out_a_country_that_graduated(full):
    assert len(members(full, "un-ldc", 2024, "ldc")) == 45
    graduated = members(full, "un-ldc", 2020, "ldc") - members(full, "un-ldc", 2024, "ldc")
    assert graduated == {"VUT", "BTN"}


def test_flags_of_the_m49_are_as_many_as_the_copy_has(full):
    assert len(members(full, "unsd-m49-lldc", 2020, "lldc")) == 32
    assert len(members(full, "unsd-m49-sids", 2020, "sids")) == 53


def test_regions_of_places_are_those_of_the_m49(sources_folder):
    m49 = pd.read_csv(
        sources_folder / "unsd-m49" / "UNSD — Methodology.csv",
        keep_default_na=False,
        encoding="utf-8-sig",
    ).set_index("ISO-alpha3 Code")
    ours = places.table().loc[lambda rows: rows["iso3"].isin(m49.index)]
    theirs = m49.loc[ours.index]
    assert set(places.countries()) - set(ours.index) == {"TWN", "XCX", "XKX"}
    finest = theirs["Intermediate Region Name"].where(
        theirs["Intermediate Region Name"] != "", theirs["Sub-region Name"]
    )
    # The copy writes "South-eastern Asia".
    assert (finest.str.casefold() == ours["subregion"].str.casefold()).all()
    region = theirs["Region Name"].where(
        theirs["Region Name"] != "Americas", theirs["Sub-region Name"]
    )
    assert (region == ours["region"]).all()
    assert (theirs["M49 Code"].astype(int) == ours["m49"].astype(int)).all()
