"""Reader of visa requirements."""

import pandas as pd
import pytest

from roundtable.errors import DataError
from roundtable.sources import passports

PLACES = {"ESP", "SEN", "FRA", "USA"}
HEADER = "Passport,Destination,Requirement"


@pytest.fixture
def requirements(csv_file):
    return csv_file(
        HEADER,
        "SEN,ESP,visa required",
        "ESP,SEN,90",
        "ESP,FRA,visa free",
        "ESP,ESP,-1",
        "SEN,SEN,-1",
        "ESP,USA,eta",
    )


def test_a_number_means_visa_free_for_so_many_days(requirements):
    found = passports.visas(requirements, places=PLACES).table
    assert list(found[["origin", "destination", "requirement"]].itertuples(index=False)) == [
        ("ESP", "FRA", "visa free"),
        ("ESP", "SEN", "visa free"),
        ("ESP", "USA", "eta"),
        ("SEN", "ESP", "visa required"),
    ]
    assert found["days"].tolist() == [pd.NA, 90, pd.NA, pd.NA]


def test_the_own_country_is_dropped_and_counted(requirements):
    found = passports.visas(requirements, places=PLACES)
    assert (found.read, found.dropped) == (6, {"the own country": 2})
    assert found.kept == len(found.table) == 4


def test_requirements_that_are_not_known_are_listed(csv_file):
    path = csv_file(HEADER, "SEN,ESP,covid ban", "ESP,SEN,0", "FRA,SEN,")
    with pytest.raises(DataError, match=r"that are not known \('', '0', 'covid ban'\)"):
        passports.visas(path, places=PLACES)


def test_a_mark_of_the_own_country_elsewhere_is_refused(csv_file):
    path = csv_file(HEADER, "SEN,ESP,-1")
    with pytest.raises(DataError, match="requirements that are not known"):
        passports.visas(path, places=PLACES)


def test_a_country_that_asks_its_own_citizens_for_a_visa_is_refused(csv_file):
    path = csv_file(HEADER, "ESP,ESP,visa required")
    with pytest.raises(DataError, match="marks other pairs than a country with itself by -1"):
        passports.visas(path, places=PLACES)


def test_codes_that_are_not_known_are_listed(csv_file):
    path = csv_file(HEADER, "SEN,KSV,visa required")
    with pytest.raises(DataError, match=r"data/places\.csv does not know: KSV\."):
        passports.visas(path, places=PLACES)
