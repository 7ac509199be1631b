"""Borders, languages, rules of entry and treaties of two countries."""

import pandas as pd
import pytest

from roundtable.indicators import links


@pytest.fixture
def pairs():
    rows = [
        ("MLI", "CIV", True, True, True, True, 1_000, "cepii-geodist"),
        ("SSD", "UGA", True, None, None, None, 500, "roundtable-borders"),
        ("SCG", "CIV", False, False, False, False, None, "cepii-geodist"),
    ]
    names = ["official_language", "spoken_language", "common_coloniser"]
    columns = ["origin", "destination", "contiguous", *names, "distance", "source"]
    table = pd.DataFrame(rows, columns=columns)
    return table.astype(dict.fromkeys(names, "boolean") | {"distance": "Int64"})


def test_the_setting_of_a_pair_is_that_of_its_row(pairs):
    found = links.setting(pairs, origin="MLI", destination="CIV")
    assert found == links.Setting(True, True, True, True, 1000.0, "cepii-geodist")


def test_what_is_not_known_of_a_pair_is_none_and_not_false(pairs):
    found = links.setting(pairs, origin="SSD", destination="UGA")
    assert (found.official_language, found.spoken_language, found.common_coloniser) == (None,) * 3
    assert links.setting(pairs, origin="SCG", destination="CIV").distance is None


def test_a_pair_without_a_row_has_no_setting(pairs):
    assert links.setting(pairs, origin="CIV", destination="MLI") is None


@pytest.fixture
def visas():
    rows = [("SEN", "ESP", "visa required", None), ("ESP", "SEN", "visa free", 90)]
    table = pd.DataFrame(rows, columns=["origin", "destination", "requirement", "days"])
    return table.astype({"days": "Int64"})


def test_rules_of_entry_are_those_for_the_origins_passport(visas):
    there = links.entry(visas, origin="SEN", destination="ESP")
    back = links.entry(visas, origin="ESP", destination="SEN")
    assert there == links.Entry("visa required", None)
    assert back == links.Entry("visa free", 90)
    assert links.entry(visas, origin="SEN", destination="FRA") is None


def test_a_party_has_a_year_and_a_country_that_is_not_listed_no_status():
    table = pd.DataFrame(
        [("icrmw", "SEN", "party", 1999), ("icrmw", "ESP", "none", None)],
        columns=["instrument", "place", "status", "since"],
    ).astype({"since": "Int64"})
    assert links.ratified(table, place="SEN", instrument="icrmw") == ("party", 1999)
    assert links.ratified(table, place="ESP", instrument="icrmw") == ("none", None)
    assert links.ratified(table, place="XKX", instrument="icrmw") is None
