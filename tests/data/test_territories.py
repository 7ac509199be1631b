"""What the figures say of territories: the evidence on which places.csv decides."""

import pytest

from roundtable import places

OLD, NEW = "undesa-2020", "undesa-2024"
DEPARTMENTS = ["GLP", "GUF", "MTQ", "MYT", "REU"]


@pytest.fixture(scope="module")
def people(full):
    """Return the people of a corridor in a year of an edition, or None where it is not listed."""
    stocks = full.stocks.astype({"edition": str, "destination": str, "origin": str})
    found = stocks.set_index(["edition", "destination", "origin", "year"])["both"].to_dict()

    def of(edition, origin, destination, year):
        return found.get((edition, destination, origin, year))

    return of


@pytest.mark.parametrize("edition", [OLD, NEW])
@pytest.mark.parametrize("origin", DEPARTMENTS)
def test_no_department_is_an_origin_in_france(people, edition, origin):
    assert people(edition, origin, "FRA", 2020) is None


@pytest.mark.parametrize(
    ("origin", "department", "in_2000", "in_2005"),
    [
        ("SUR", "GUF", (284, 15_472), (22_274, 20_487)),
        ("GUY", "GUF", (32, 2_696), (4_226, 2_870)),
        ("DMA", "GLP", (792, 5_648), (7_416, 4_932)),
        ("LCA", "MTQ", (165, 1_792), (4_341, 1_876)),
    ],
)
def test_in_the_older_edition_france_holds_the_neighbours_of_its_departments_from_2005(
    people, origin, department, in_2000, in_2005
):
    for year, (in_france, in_department) in ((2000, in_2000), (2005, in_2005)):
        assert people(OLD, origin, "FRA", year) == in_france
        assert people(OLD, origin, department, year) == in_department
        inside = places.may_be_counted_inside(department, edition=OLD, year=year)
        assert bool(inside) == (in_france > in_department)


def test_in_the_newer_edition_france_may_hold_french_guiana_in_every_year(people):
    in_france = {year: people(NEW, "SUR", "FRA", year) for year in (1990, 2000, 2024)}
    in_guiana = {year: people(NEW, "SUR", "GUF", year) for year in (1990, 2000, 2024)}
    # In 1990 not all of them fit in; the 284 of the older edition are far fewer still.
    assert in_france == {1990: 10_446, 2000: 16_057, 2024: 34_228}
    assert in_guiana == {1990: 15_289, 2000: 15_472, 2024: 28_615}
    for year in in_france:
        assert places.may_be_counted_inside("GUF", edition=NEW, year=year) == "FRA"


def test_mayotte_enters_the_figure_of_france_in_the_newer_edition_in_2015(people):
    in_france = {year: people(NEW, "COM", "FRA", year) for year in (2010, 2015, 2024)}
    in_mayotte = {year: people(NEW, "COM", "MYT", year) for year in (2010, 2015, 2024)}
    assert in_france == {2010: 37_167, 2015: 106_284, 2024: 231_788}
    assert in_mayotte == {2010: 56_520, 2015: 63_225, 2024: 111_502}
    for year, count in in_france.items():
        inside = places.may_be_counted_inside("MYT", edition=NEW, year=year)
        assert bool(inside) == (count > in_mayotte[year])


def test_mayotte_is_apart_in_the_older_edition(people):
    assert people(OLD, "COM", "FRA", 2020) == 41_908
    assert people(OLD, "COM", "MYT", 2020) == 86_652
    assert not places.may_be_counted_inside("MYT", edition=OLD, year=2020)


def test_mauritians_of_reunion_may_be_among_those_of_france(people):
    assert people(NEW, "MUS", "REU", 2024) == 5_390
    assert people(NEW, "MUS", "FRA", 2024) == 44_709


def test_new_caledonia_is_apart(people):
    assert people(OLD, "VUT", "FRA", 2020) == 843
    assert people(OLD, "VUT", "NCL", 2020) == 3_833
    assert not places.may_be_counted_inside("NCL", edition=OLD, year=2020)


def test_puerto_rico_and_hong_kong_are_apart_and_origins_or_destinations_of_their_own(people):
    assert people(NEW, "PRI", "USA", 2024) == 1_924_799
    assert people(NEW, "CHN", "HKG", 2024) == 2_490_414
    for code in ("PRI", "HKG"):
        assert not places.may_be_counted_inside(code, edition=NEW, year=2024)


def test_about_three_hundred_thousand_people_may_count_twice(full):
    stocks = full.stocks[(full.stocks["edition"] == NEW) & (full.stocks["year"] == 2024)]
    abroad = stocks[
        stocks["destination"].isin(DEPARTMENTS)
        & ~stocks["origin"].isin(["FRA", "OOO", *places.territories_of("FRA")])
    ]
    assert int(abroad["both"].sum()) == 268_421
