"""Reader of the World Bank's bilateral stocks."""

import pytest

from roundtable.errors import DataError
from roundtable.sources import worldbank_history

ALIASES = {"FRA": "FRA", "MUS": "MUS", "ITA": "ITA", "XKX": "XKX", "KSV": "XKX"}
FORMER = {"SCG"}
YEARS = (1990, 2000)


@pytest.fixture
def file(csv_file):
    return csv_file(
        "origin_code,destination_code,year,outward_stock,inward_stock,net_stock",
        "MUS,FRA,1990,26000,5000,21000",
        "FRA,MUS,1990,5000,26000,-21000",
        "FRA,FRA,1990,7,7,0",
        "ITA,MUS,1990,0,0,0",
        "SCG,FRA,2000,75000,0,75000",
        "KSV,FRA,2000,1200.5,0,1200.5",
        "ITA,FRA,2000,0.4,0,0.4",
        "MUS,FRA,2010,40000.75,0,0",
    )


def read(path, **changes):
    return worldbank_history.stocks(
        path, **{"years": YEARS, "aliases": ALIASES, "former": FORMER, **changes}
    )


def test_people_stand_at_their_destination_with_their_origin(file):
    assert list(read(file).table.itertuples(index=False, name=None)) == [
        ("FRA", "MUS", 1990, 26_000),
        ("FRA", "SCG", 2000, 75_000),
        ("FRA", "XKX", 2000, 1_200),
        ("MUS", "FRA", 1990, 5_000),
    ]


def test_rows_that_say_nothing_are_dropped_and_counted_by_reason(file):
    found = read(file)
    assert found.read == 8
    assert found.dropped == {
        "row of a year of another source": 1,
        "row of a place with itself": 1,
        "row of 0: none, not estimated or not existing": 1,
        "row of less than half a person": 1,
    }
    assert found.kept == len(found.table) == 4


def test_fractions_of_persons_are_rounded(file):
    later = read(file, years=(2010,)).table
    assert later["persons"].tolist() == [40_001]
    assert str(later["persons"].dtype) == "Int64"


def test_a_country_that_no_longer_exists_is_not_taken_for_its_successor(file):
    with pytest.raises(DataError, match=r"has codes that data/places\.csv does not know: SCG\."):
        read(file, former=())


def test_a_year_that_is_not_in_the_file_is_an_error_that_names_it(file):
    with pytest.raises(DataError, match=r"'figures\.csv' lacks the years \[1960\]"):
        read(file, years=(1960, 1990))


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("ITA,FRA,1990,-1", r"has 1 figures that are missing or negative"),
        ("ITA,FRA,1990,", r"has 1 figures that are missing or negative"),
        ("MUS,FRA,1990,3", r"gives 1 corridors twice"),
    ],
)
def test_figures_that_no_count_can_have_are_refused(csv_file, row, message):
    path = csv_file(
        "origin_code,destination_code,year,outward_stock", "MUS,FRA,1990,1", "MUS,FRA,2000,1", row
    )
    with pytest.raises(DataError, match=message):
        read(path)


def test_a_changed_header_is_refused(csv_file):
    path = csv_file("origin_code,destination_code,year,stock", "MUS,FRA,1990,1")
    with pytest.raises(DataError, match=r"has no column 'outward_stock'"):
        read(path)
