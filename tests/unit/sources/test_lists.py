"""The lists that the project keeps itself: their readers, and the lists."""

import pytest

from roundtable import paths, places
from roundtable.errors import DataError
from roundtable.sources import lists

BORDERS = "a,b,contiguous,since,source,note"
LDC = "iso3,from,to,certain,source,note"
KNOWN = {"ITA", "SDN", "SSD", "UGA", "VAT"}


# --- languages ---------------------------------------------------------------------------------


def test_languages_that_are_not_official_are_read_with_their_law(csv_file):
    path = csv_file("place,language,source,note", "ITA,English,Constitution,CEPII has it")
    found = lists.languages(path, known=KNOWN)
    assert found.table[["place", "language"]].to_numpy().tolist() == [["ITA", "English"]]


def test_all_unclear_languages_are_named_with_what_is_expected(csv_file):
    path = csv_file("place,language,source,note", "ITA,,UN,x", "SDN,Greek,,x", "SDN,Greek,UN,x")
    with pytest.raises(DataError, match=r"has rows that are unclear") as error:
        lists.languages(path, known=KNOWN)
    assert str(error.value).splitlines()[1:] == [
        "  - ITA: expected a language",
        "  - SDN: expected a source and a note",
        "  - SDN, SDN: expected one row a place",
    ]


def test_a_border_that_never_was_one_has_no_year(csv_file):
    found = lists.borders(csv_file(BORDERS, "SDN,UGA,no,,UN,In the water"), known=KNOWN)
    assert found.table["since"].isna().all()


# --- borders ----------------------------------------------------------------------------------


def test_a_border_is_there_or_ended_since_a_year(csv_file):
    path = csv_file(
        BORDERS, "ITA,VAT,yes,,Treaty of 1929,CEPII lacks one", "SDN,UGA,no,2011,UN,Moved"
    )
    found = lists.borders(path, known=KNOWN)
    assert found.table["contiguous"].tolist() == [True, False]
    assert found.table["since"].isna().tolist() == [True, False]
    assert found.table["since"][1] == 2011
    assert (found.read, found.dropped) == (2, {})


def test_all_unclear_rows_are_named_with_what_is_expected(csv_file):
    path = csv_file(
        BORDERS,
        "VAT,ITA,yes,,UN,x",
        "SDN,UGA,no,,UN,x",
        "SDN,SSD,perhaps,2011,UN,x",
        "SSD,UGA,yes,2011,,x",
        "ITA,SDN,yes,,UN,x",
        "ITA,SDN,yes,,UN,x",
    )
    with pytest.raises(DataError, match=r"has rows that are unclear") as error:
        lists.borders(path, known=KNOWN)
    assert str(error.value).splitlines()[1:] == [
        "  - VAT-ITA: expected codes in alphabetical order",
        "  - SDN-SSD: expected 'yes' or 'no' as contiguous",
        "  - SSD-UGA: expected a source and a note",
        "  - ITA-SDN, ITA-SDN: expected one row a pair",
    ]


def test_a_border_of_an_unknown_place_is_refused(csv_file):
    path = csv_file(BORDERS, "ITA,ZZZ,yes,,UN,x")
    with pytest.raises(DataError, match=r"does not know: ZZZ\."):
        lists.borders(path, known=KNOWN)


def test_the_list_of_borders_is_sorted_and_clear():
    table = lists.borders(paths.data() / "borders.csv", known=places.countries()).table
    assert table["a"].is_monotonic_increasing
    assert table["since"].dropna().between(1960, 2026).all()


# --- least developed countries ----------------------------------------------------------------


def members(path, *years):
    """Return the members of each year."""
    table = lists.least_developed(path, years=years).table
    return {year: set(table.loc[table["year"] == year, "place"]) for year in years}


def test_a_country_is_a_member_at_the_middle_of_the_year(csv_file):
    path = csv_file(
        LDC,
        "CPV,1977,2007-12-20,yes,UN,",
        "MDV,1971,2011-01-01,yes,UN,",
        "GNQ,1982,2017-06-04,yes,UN,",
        "SEN,2001-04-12,,yes,UN,",
        "TLS,2003,,yes,UN,",
    )
    assert members(path, 2000, 2001, 2003, 2004, 2007, 2008, 2010, 2011, 2016, 2017) == {
        2000: {"CPV", "MDV", "GNQ"},
        2001: {"CPV", "MDV", "GNQ", "SEN"},
        2003: {"CPV", "MDV", "GNQ", "SEN"},
        2004: {"CPV", "MDV", "GNQ", "SEN", "TLS"},
        2007: {"CPV", "MDV", "GNQ", "SEN", "TLS"},
        2008: {"MDV", "GNQ", "SEN", "TLS"},
        2010: {"MDV", "GNQ", "SEN", "TLS"},
        2011: {"GNQ", "SEN", "TLS"},
        2016: {"GNQ", "SEN", "TLS"},
        2017: {"SEN", "TLS"},
    }


def test_years_outside_of_membership_are_dropped_and_counted(csv_file):
    path = csv_file(LDC, "CPV,1977,2007-12-20,yes,UN,", "SEN,2001-04-12,,yes,UN,")
    found = lists.least_developed(path, years=[2000, 2010])
    assert (found.read, found.kept) == (4, 2)
    assert found.dropped == {"year before or after membership": 2}
    assert found.table.to_dict("records") == [
        {"place": "CPV", "year": 2000, "scheme": "un-ldc", "group": "ldc"},
        {"place": "SEN", "year": 2010, "scheme": "un-ldc", "group": "ldc"},
    ]


def test_all_unclear_memberships_are_named(csv_file):
    path = csv_file(
        LDC,
        "CPV,in 1977,,yes,UN,",
        "MDV,1971,soon,yes,UN,",
        "GNQ,1982,1980,yes,UN,",
        "SEN,2001,,maybe,,",
        "TLS,2003,,yes,UN,",
        "TLS,2003,,yes,UN,",
    )
    with pytest.raises(DataError) as error:
        lists.least_developed(path, years=[2000])
    assert str(error.value).splitlines()[1:] == [
        "  - CPV: expected a date, or a year, from when",
        "  - MDV: expected a date, or a year, until when, or nothing",
        "  - GNQ: expected an end after the beginning",
        "  - SEN: expected 'yes' or 'no' as certain",
        "  - SEN: expected a source",
        "  - TLS, TLS: expected one row a country",
    ]


COUNTS = {1990: 41, 1992: 47, 1995: 48, 2001: 49, 2004: 50, 2008: 49, 2014: 48, 2020: 47, 2024: 45}


@pytest.mark.parametrize(("year", "countries"), COUNTS.items())
def test_there_were_as_many_least_developed_countries_as_the_un_counted(year, countries):
    assert len(members(paths.data() / "ldc.csv", year)[year]) == countries


def test_eight_countries_have_graduated():
    file = paths.data() / "ldc.csv"
    found = members(file, 1990, 2000, 2010, 2013, 2024, 2025)
    assert (found[1990] | found[2010]) - found[2024] == {
        *["BWA", "CPV", "MDV", "WSM", "GNQ", "VUT", "BTN"]
    }
    assert found[2024] - found[2025] == {"STP"}
    assert found[2013] - found[2000] == {"SEN", "TLS", "SSD"}


def test_every_least_developed_country_is_a_state_of_places():
    rows = places.table()
    states = set(rows.loc[rows["kind"] == "state", "iso3"])
    assert members(paths.data() / "ldc.csv", 2004)[2004] <= states
