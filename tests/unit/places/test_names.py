"""Codes and names of countries, and what is said about a wrong code."""

import pytest

from roundtable import places
from roundtable.errors import ParameterError


def test_a_place_is_named_as_the_united_nations_write_it():
    mauritius = places.place("MUS")
    assert (mauritius.code, mauritius.name, mauritius.article) == ("MUS", "Mauritius", "")
    assert (mauritius.region, mauritius.subregion) == ("Africa", "Eastern Africa")
    assert mauritius.kind == "state"


def test_a_phrase_has_the_article_where_running_text_wants_it():
    assert places.place("GBR").phrase == "the United Kingdom"
    assert places.place("FRA").phrase == "France"


def test_a_territory_names_its_sovereign():
    assert places.place("REU").sovereign == "FRA"
    assert places.place("FRA").sovereign == ""


def test_positions_are_degrees_and_the_residual_origin_has_none():
    port_louis = places.place("MUS")
    assert port_louis.latitude == pytest.approx(-20.2, abs=0.3)
    assert port_louis.longitude == pytest.approx(57.5, abs=0.3)
    others = places.place(places.OTHERS)
    assert (others.latitude, others.longitude) == (None, None)


def test_the_alpha2_code_of_namibia_is_not_read_as_missing():
    assert places.table().loc["NAM", "iso2"] == "NA"


def test_countries_leave_out_the_residual_origin():
    names = places.countries()
    assert names["BRA"] == "Brazil"
    assert places.OTHERS not in names
    assert len(names) == len(places.table()) - 1


def test_a_former_country_has_a_name_and_cannot_be_asked_for():
    assert places.place("ANT").phrase == "the Netherlands Antilles"
    assert places.place("SCG").subregion == "Southern Europe"
    for code, former in places.FORMER.items():
        assert (former.code, former.kind) == (code, "former")
        assert code not in places.countries()
        assert code not in places.aliases()
        assert places.problem_with(code).startswith(f"'{code}' is not an ISO 3166-1 alpha-3 code.")


def test_an_unknown_code_raises_with_what_would_be_right():
    message = r"'FR' is not an ISO 3166-1 alpha-3 code\. Did you mean 'FRA' \(France\)\?"
    with pytest.raises(ParameterError, match=message):
        places.place("FR")


def test_a_right_code_has_no_problem():
    assert places.problem_with("FRA") == ""


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("FR", "'FRA' (France)"),
        ("fra", "'FRA' (France)"),
        (" FRA ", "'FRA' (France)"),
        ("France", "'FRA' (France)"),
        ("mauritius", "'MUS' (Mauritius)"),
        ("NA", "'NAM' (Namibia)"),
        ("FRAN", "'FRA' (France)"),
    ],
)
def test_a_wrong_code_is_answered_with_the_country_that_was_meant(given, meant):
    assert places.problem_with(given) == (
        f"{given!r} is not an ISO 3166-1 alpha-3 code. Did you mean {meant}?"
    )


@pytest.mark.parametrize("given", ["", "   ", "???", "0000000000"])
def test_a_code_that_is_close_to_none_gets_no_suggestion_but_the_list(given):
    assert places.problem_with(given) == (
        f"{given!r} is not an ISO 3166-1 alpha-3 code. "
        "The codes are listed in data/places.csv, column iso3."
    )


@pytest.mark.parametrize("given", [None, 250, 2.5, ["FRA"], True])
def test_a_code_that_is_no_text_is_answered_with_how_to_write_one(given):
    assert places.problem_with(given) == (
        f"{given!r} is not an ISO 3166-1 alpha-3 code. "
        "Give three capital letters in quotes, as in 'FRA'."
    )


def test_the_residual_origin_is_no_country_to_ask_for():
    assert places.problem_with("OOO").startswith("'OOO' is not an ISO 3166-1 alpha-3 code.")


def test_location_codes_lead_to_iso_codes():
    codes = places.codes_by_m49()
    assert codes[480] == "MUS"
    assert codes[830] == "XCX"
    assert codes[2003] == "OOO"
    assert not {code for code in codes if code >= 900} - {2003}


def test_location_codes_are_read_from_the_file_that_is_named(tmp_path):
    file = tmp_path / "places.csv"
    file.write_text("iso3,m49\nAAA,4\nBBB,\n")
    assert places.codes_by_m49(file) == {4: "AAA"}


def test_alpha2_codes_lead_to_alpha3_codes_and_namibia_is_one_of_them():
    codes = places.codes_by_alpha2()
    assert (codes["NA"], codes["FR"], codes["XK"]) == ("NAM", "FRA", "XKX")
    assert "" not in codes
    assert "OOO" not in codes.values()


def test_names_of_a_publisher_lead_to_codes_and_places_without_one_are_left_out():
    codes = places.codes_by_name("worldbank")
    assert (codes["Gambia, The"], codes["Korea, Rep."]) == ("GMB", "KOR")
    assert "" not in codes
    assert "MYT" not in codes.values()


def test_no_name_means_two_places_whatever_column_it_is_in():
    rows = places.table()
    columns = ["worldbank", "house_style", "undesa_2024", "undesa_2020", "short"]
    meant = {}
    for column in columns:
        for name, code in zip(rows[column], rows["iso3"], strict=True):
            meant.setdefault(name, set()).add(code)
    del meant[""]
    assert [name for name, codes in meant.items() if len(codes) > 1] == []
    assert places.codes_by_name(*columns).keys() == meant.keys()


def test_aliases_lead_from_older_and_other_codes_to_the_code_of_today():
    codes = places.aliases()
    assert codes["CHI"] == "XCX"
    assert codes["ZAR"] == "COD"
    assert codes["KSV"] == "XKX"
    assert all(codes[code] == code for code in places.table()["iso3"])
