"""Territories, and whose figure may already hold their people."""

import pytest

from roundtable import places

OLD, NEW = "undesa-2020", "undesa-2024"


def test_the_territories_of_a_state_are_those_that_have_figures_or_a_code_of_their_own():
    assert {"GLP", "GUF", "MTQ", "MYT", "REU", "NCL"} <= set(places.territories_of("FRA"))
    assert "PRI" in places.territories_of("USA")
    assert places.territories_of("CHN") == ["HKG", "MAC"]
    assert places.territories_of("BRA") == []


@pytest.mark.parametrize("code", ["GLP", "GUF", "MTQ", "REU"])
def test_a_french_department_may_be_inside_france(code):
    assert places.may_be_counted_inside(code, edition=NEW, year=1990) == "FRA"
    assert places.may_be_counted_inside(code, edition=OLD, year=2005) == "FRA"
    assert places.may_be_counted_inside(code, edition=OLD, year=2000) == ""


def test_mayotte_may_be_inside_france_in_the_newer_edition_and_from_2015_only():
    assert places.may_be_counted_inside("MYT", edition=NEW, year=2015) == "FRA"
    assert places.may_be_counted_inside("MYT", edition=NEW, year=2010) == ""
    assert places.may_be_counted_inside("MYT", edition=OLD, year=2020) == ""


@pytest.mark.parametrize("code", ["PRI", "HKG", "MAC", "NCL", "GIB", "GRL", "CUW", "FRA", "TWN"])
def test_other_places_are_apart(code):
    assert places.may_be_counted_inside(code, edition=NEW, year=2024) == ""


def test_the_list_has_a_row_for_each_edition_and_territory():
    found = places.counted_inside()
    assert list(found.columns) == ["edition", "territory", "state", "since"]
    assert found.groupby("edition").size().to_dict() == {OLD: 4, NEW: 5}
    assert set(found["state"]) == {"FRA"}


def test_a_name_that_the_united_nations_footnote_carries_its_footnote():
    assert places.place("XKX").footnote.startswith("References to Kosovo")
    assert places.place("REU").footnote == ""
