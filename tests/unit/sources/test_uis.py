"""Readers of students abroad."""

import pytest

from roundtable import places
from roundtable.errors import DataError
from roundtable.sources import uis

CODES = {"France": "FRA", "China": "CHN", "Mauritius": "MUS", "Sudan": "SDN", **uis.SPELLINGS}
TO = "year,dest_country_name,origin_country_lumped,value_lumped,cond_all"
FROM = "year,origin_country_name,dest_country_lumped,value_lumped,cond_all"


@pytest.fixture
def origins(csv_file):
    return csv_file(
        TO,
        "2010,France,China,23500,- - - -",
        "2010,France,Other countries,100000.4,- - c -",
        "2010,France,Africa: unknown countries,10,- - - -",
        "2010,France,Netherlands Antilles,5.2,a - - -",
        "2010,France,France,3,- - - -",
        "2010,Mauritius,France,20.6,- - - d",
    )


def test_partners_are_the_origins_in_the_list_of_a_destination(origins):
    found = uis.flows(origins, listing=uis.BY_DESTINATION, codes=CODES).table
    rows = found.set_index(["destination", "origin", "year"])
    assert rows["students"].to_dict() == {
        ("FRA", "CHN", 2010): 23_500,
        ("FRA", "OOO", 2010): 100_016,  # 100,000.4 + 10 + 5.2
        ("MUS", "FRA", 2010): 21,
    }
    assert set(rows["listing"]) == {"by-destination"}


def test_marks_are_kept_and_the_residual_has_those_of_its_parts(origins):
    rows = uis.flows(origins, listing=uis.BY_DESTINATION, codes=CODES).table.set_index("origin")
    assert rows["estimated"].to_dict() == {"CHN": False, "OOO": True, "FRA": True}
    assert rows["combined"].to_dict() == {"CHN": False, "OOO": True, "FRA": False}


def test_students_in_their_own_country_are_dropped_and_counted(origins):
    found = uis.flows(origins, listing=uis.BY_DESTINATION, codes=CODES)
    assert found.read == 6
    assert {reason: n for reason, n in found.dropped.items() if n} == {
        "students in their own country": 1
    }


def test_lists_of_origins_that_are_no_country_are_dropped_and_counted(csv_file):
    path = csv_file(
        FROM,
        "2005,Asia: unknown countries,France,70,- - - -",
        "2005,Netherlands Antilles,France,6,- - - -",
        "2005,Netherlands Antilles,Other countries,6,- - - -",
        "2005,China,France,15000,- - - -",
        "2005,China,Other countries,400,- - - -",
    )
    found = uis.flows(path, listing=uis.BY_ORIGIN, codes=CODES)
    rows = found.table[["destination", "origin", "students", "listing"]]
    assert list(rows.itertuples(index=False, name=None)) == [
        ("FRA", "CHN", 15_000, "by-origin"),
        ("OOO", "CHN", 400, "by-origin"),
    ]
    assert found.dropped == {
        "list of an origin whose country is not known": 1,
        "list of the Netherlands Antilles, which have no code today": 2,
        "students in their own country": 0,
    }


def test_sudan_before_and_after_2011_are_added_where_a_year_has_both(csv_file):
    path = csv_file(
        TO,
        "2011,France,Sudan (pre-secession),30,- - - -",
        "2011,France,Sudan,12,- - - -",
    )
    found = uis.flows(path, listing=uis.BY_DESTINATION, codes=CODES).table
    assert found[["origin", "students"]].values.tolist() == [["SDN", 42]]


def test_names_that_are_not_known_are_listed_in_full(csv_file):
    path = csv_file(TO, "2010,Atlantis,China,1,- - - -", "2010,France,Lemuria,1,- - - -")
    with pytest.raises(DataError, match=r"data/places\.csv does not know: Atlantis, Lemuria\."):
        uis.flows(path, listing=uis.BY_DESTINATION, codes=CODES)


def test_marks_written_in_another_way_are_refused(csv_file):
    path = csv_file(TO, "2010,France,China,1,NAT_EST")
    with pytest.raises(DataError, match="marks in 'cond_all' that are not like '- - c -'"):
        uis.flows(path, listing=uis.BY_DESTINATION, codes=CODES)


def test_the_file_of_the_other_listing_is_refused(origins):
    with pytest.raises(DataError, match="has no column 'origin_country_name'"):
        uis.flows(origins, listing=uis.BY_ORIGIN, codes=CODES)


def test_inbound_totals_are_those_of_countries_and_the_world_is_their_origin(csv_file):
    path = csv_file(
        "indicatorId,geoUnit,year,value,qualifier,magnitude",
        "26637,FRA,2015,239409,,",
        "26637,MUS,2015,1524.6,UIS_EST,",
        "26637,MUS,2009,0,,NIL",
        "26637,CHN,2009,0,,NA",
        "26637,SDG: World,2015,5000000,UIS_EST,",
        "MENF.5T8,FRA,2015,152529,,",
    )
    found = uis.inbound_totals(path, aliases={"FRA": "FRA", "MUS": "MUS", "CHN": "CHN"})
    assert list(found.table.itertuples(index=False, name=None)) == [
        ("FRA", "WLD", 2015, 239_409, False, False, "inbound-total"),
        ("MUS", "WLD", 2009, 0, False, False, "inbound-total"),
        ("MUS", "WLD", 2015, 1_525, True, False, "inbound-total"),
    ]
    assert found.dropped == {
        "row of another indicator": 1,
        "row of a region or group": 1,
        "category that does not apply": 1,
    }


def test_codes_of_totals_that_are_not_known_are_listed(csv_file):
    path = csv_file("indicatorId,geoUnit,year,value,qualifier,magnitude", "26637,XDN,2010,5,,")
    with pytest.raises(DataError, match=r"data/places\.csv does not know: XDN\."):
        uis.inbound_totals(path, aliases={"FRA": "FRA"})


def test_spellings_lead_to_places():
    assert set(uis.SPELLINGS.values()) <= set(places.table()["iso3"])
    assert not set(uis.SPELLINGS) & uis.WITHOUT_CODE
