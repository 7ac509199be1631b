"""Trap 3: breaks that most origins of a destination share."""

import pytest
from tests.data.traps.corridors import NEW, OLD, rows_of

from roundtable import reliability

SEVEN = ("PRT", "ITA", "JPN", "ESP", "DEU", "AUT", "LBN")


@pytest.fixture(scope="module")
def broken(full):
    """Return the broken corridors by edition, destination and last year of the interval."""
    table = full.breaks.groupby(["edition", "destination", "end"], observed=True)["origin"]
    return table.agg(set).to_dict()


def test_seven_communities_in_brazil_fall_for_thirty_years_and_jump_together(flagged):
    rows = flagged[
        (flagged["edition"] == NEW)
        & (flagged["destination"] == "BRA")
        & flagged["origin"].isin(SEVEN)
    ]
    persons = rows.pivot(index="origin", columns="year", values="both").astype(int)
    steps = persons.diff(axis=1).drop(columns=1990)
    assert (steps.drop(columns=2024) < 0).all(axis=None)
    assert (steps[2024] > 0).all()
    assert (persons[2020].sum(), persons[2024].sum()) == (162_315, 307_981)


@pytest.mark.parametrize("origin", SEVEN)
def test_their_jump_is_rebased_and_their_growth_is_not_told(flagged, origin):
    rows = rows_of(flagged, origin, "BRA", NEW)
    assert list(rows.loc[rows["rebased"], "year"]) == [2024]
    assert reliability.growth(rows, start=2020, end=2024).flags == ("rebased",)
    # The older edition has another course, without the break.
    assert not rows_of(flagged, origin, "BRA", OLD)["rebased"].any()


def test_eight_of_nine_communities_on_a_falling_course_turn_and_eighteen_on_a_rising_one(broken):
    turned = broken[(NEW, "BRA", 2024)]
    assert turned >= {*SEVEN, "SWE"}
    assert len(turned) == 26


@pytest.mark.parametrize(
    ("origin", "destination"),
    [
        *[("VEN", code) for code in ("BRA", "COL", "PER", "CHL", "ECU")],
        *[("UKR", code) for code in ("DEU", "CZE", "MDA", "ROU")],
        *[("SYR", code) for code in ("DEU", "TUR", "LBN")],
        ("HTI", "BRA"),
    ],
)
def test_a_surge_of_one_origin_is_not_rebased(flagged, origin, destination):
    for edition in (OLD, NEW):
        assert not rows_of(flagged, origin, destination, edition)["rebased"].any()


def test_ukrainians_in_poland_break_with_all_others_in_2020_and_alone_in_2024(flagged):
    older = rows_of(flagged, "UKR", "POL", OLD)
    assert list(older.loc[older["rebased"], "year"]) == [2020]
    assert not rows_of(flagged, "UKR", "POL", NEW)["rebased"].any()


def test_germany_poland_and_the_countries_that_took_in_venezuelans_have_no_common_break(broken):
    found = {(destination, end) for _, destination, end in broken}
    assert not found & {("DEU", 2015), ("DEU", 2020), ("DEU", 2024), ("POL", 2024)}
    assert not {destination for destination, _ in found} & {"COL", "PER", "ECU", "CHL", "TUR"}


def test_levels_break_downwards_too(broken):
    # Egypt's figures of 2015 fall for 22 of 25 origins on a rising course, some to nobody.
    assert len(broken[(NEW, "EGY", 2015)]) == 22
    assert len(broken[(OLD, "EGY", 2015)]) == 35
    assert len(broken[(NEW, "DOM", 2005)]) == 24


def test_an_older_edition_breaks_where_the_newer_does_not(broken):
    # The 2020 edition has South Africa's and Italy's communities fall to 2000 and jump to 2005.
    assert len(broken[(OLD, "ZAF", 2005)]) == 24
    assert len(broken[(OLD, "ITA", 2005)]) == 28
    assert not {(NEW, "ZAF", 2005), (NEW, "ITA", 2005)} & set(broken)


def test_49_intervals_of_destinations_and_475_corridors_are_broken(full, broken):
    assert len(broken) == 49
    assert len(full.breaks) == 475
