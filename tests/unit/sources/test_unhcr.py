"""Reader of UNHCR's populations."""

import pandas as pd
import pytest

from roundtable.errors import DataError
from roundtable.sources import unhcr

ALIASES = {code: code for code in ("COL", "VEN", "OOO", "UGA", "SSD", "UKR")}
HEADER = "geo,t,from,group,n"


@pytest.fixture
def populations(csv_file):
    return csv_file(
        HEADER,
        "COL,2023,VEN,refugee,1134",
        "COL,2023,VEN,asylum,23449",
        "UGA,2023,SSD,refugee,900000",
        "UGA,2023,SSD,other,7",
        "UKR,2023,UKR,other,958361",
        "UKR,2023,UKR,idp,3000000",
        "OOO,1995,OOO,asylum,986458",
        "UGA,2023,STL,stateless,60",
        "SSD,2023,UGA,refugee return,80",
        "UKR,2023,UKR,idp return,40",
        name="unhcr.csv",
    )


def test_three_groups_of_a_corridor_stand_side_by_side_and_are_not_added_up(populations):
    found = unhcr.refugees(populations, aliases=ALIASES).table
    assert found.to_dict("records") == [
        {
            **{"destination": "COL", "origin": "VEN", "year": 2023},
            **{"refugees": 1_134, "asylum_seekers": 23_449, "others": 0},
        },
        {
            **{"destination": "UGA", "origin": "SSD", "year": 2023},
            **{"refugees": 900_000, "asylum_seekers": 0, "others": 7},
        },
    ]


def test_flows_people_at_home_and_unknown_asylum_are_dropped_each_with_its_count(populations):
    found = unhcr.refugees(populations, aliases=ALIASES)
    assert found.read == 10
    assert found.dropped == {
        "displaced inside the own country": 1,
        "stateless persons, given without origin": 1,
        "returns of refugees: a flow of the year": 1,
        "returns of displaced persons: a flow of the year": 1,
        "country of asylum not given": 1,
        "people in their own country": 1,
    }
    assert found.kept == 4


def test_origins_without_a_code_are_added_to_those_of_unknown_origin(csv_file):
    path = csv_file(
        HEADER,
        "UGA,2023,OOO,refugee,5",
        "UGA,2023,STL,refugee,20",
        "UGA,2023,TIB,refugee,300",
        "UGA,2023,STL,asylum,7",
    )
    (row,) = unhcr.refugees(path, aliases=ALIASES).table.to_dict("records")
    assert (row["origin"], row["refugees"], row["asylum_seekers"]) == ("OOO", 325, 7)


def test_a_group_that_the_file_lacks_in_a_year_is_missing_and_no_zero(csv_file):
    path = csv_file(
        HEADER,
        "COL,1995,VEN,refugee,9",
        "OOO,1995,OOO,asylum,986458",
        "COL,2001,VEN,refugee,8",
        "UGA,2001,SSD,asylum,7",
    )
    found = unhcr.refugees(path, aliases=ALIASES).table
    assert list(zip(found["destination"], found["year"], strict=True)) == [
        *[("COL", 1995), ("COL", 2001), ("UGA", 2001)],
    ]
    # The asylum seekers of 1995 have no country of asylum: those of Colombia are not known.
    assert found["asylum_seekers"].tolist() == [pd.NA, 0, 7]
    assert found["others"].isna().all()


def test_codes_that_are_not_known_are_listed_in_full(csv_file):
    path = csv_file(HEADER, "COL,2023,XXA,refugee,5", "YUG,1992,COL,refugee,5")
    with pytest.raises(DataError, match=r"data/places\.csv does not know: XXA, YUG\."):
        unhcr.refugees(path, aliases=ALIASES)


def test_a_group_that_is_not_known_is_never_left_out_in_silence(csv_file):
    path = csv_file(HEADER, "COL,2023,VEN,oip,2861000", "COL,2023,VEN,refugee,-5")
    message = r"1 unknown groups \(oip\) and 1 figures that are no whole number of persons"
    with pytest.raises(DataError, match=message):
        unhcr.refugees(path, aliases=ALIASES)


def test_half_a_person_and_an_empty_figure_are_refused(csv_file):
    path = csv_file(HEADER, "COL,2023,VEN,refugee,0.5", "COL,2022,VEN,refugee,")
    with pytest.raises(DataError, match="2 figures that are no whole number"):
        unhcr.refugees(path, aliases=ALIASES)


def test_a_changed_header_is_refused(csv_file):
    path = csv_file("asylum,t,from,group,n", "COL,2023,VEN,refugee,5")
    with pytest.raises(DataError, match="has no column 'geo'; it has 'asylum'"):
        unhcr.refugees(path, aliases=ALIASES)
