"""World Bank stocks since 1960 on the real file."""

import pandas as pd
import pytest

from roundtable import places

# Persons of each year as published, millions; the second figure is what is kept here.
TOTALS = {
    1960: (93.1, 93_070_818),
    1970: (105.8, 105_789_339),
    1980: (120.2, 120_177_909),
    1990: (141.9, 141_857_910),
    2000: (167.1, 167_067_222),
    2010: (194.3, 194_261_408),
    2013: (239.1, 239_092_831),
    2018: (252.6, 252_635_657),
}


@pytest.mark.parametrize(("year", "persons"), TOTALS.items())
def test_the_world_has_as_many_migrants_as_the_publisher_counts(full, year, persons):
    millions, exact = persons
    found = full.history.loc[full.history["year"] == year, "persons"].sum()
    assert found == exact
    assert round(found / 1e6, 1) == millions


@pytest.fixture(scope="module")
def published(sources_folder):
    """Read the file without any of our rules."""
    return pd.read_csv(
        sources_folder / "wb-gbmd-1960-2000" / "wb_bilateral_stocks.csv.gz", keep_default_na=False
    )


def test_dropped_people_and_rounding_account_for_every_person_of_the_file(full, published):
    itself = published["origin_code"] == published["destination_code"]
    assert round(published.loc[itself, "outward_stock"].sum()) == 7_136
    # Rounding moves the world of 2010 by less than one person in ten thousand.
    difference = published.loc[~itself, "outward_stock"].sum() - full.history["persons"].sum()
    assert abs(difference) < 200


def test_only_2010_has_fractions_of_persons(published):
    fractions = published[published["outward_stock"] % 1 != 0]
    assert fractions["year"].unique().tolist() == [2010]


def test_the_inward_column_is_the_reverse_corridor(published):
    pairs = ["origin_code", "destination_code"]
    year = published[published["year"] == 1990].set_index(pairs)
    reverse = year["outward_stock"].swaplevel().reindex(year.index)
    assert (year["inward_stock"] == reverse).all()


def test_decades_and_later_matrices_are_two_sources_that_meet_between_2000_and_2010(full):
    years = full.history.groupby("source")["year"].unique().map(sorted)
    assert years.to_dict() == {
        "worldbank-gbmd": [1960, 1970, 1980, 1990, 2000],
        "worldbank-matrices": [2010, 2013, 2018],
    }


@pytest.mark.parametrize(
    ("code", "people_of_2000", "years"),
    [
        ("SCG", (1_922_359, 363_914), [1960, 1970, 1980, 1990, 2000]),
        ("ANT", (148_034, 46_087), [1960, 1970, 1980, 1990, 2000, 2010]),
    ],
)
def test_former_countries_keep_their_people_under_their_own_code(full, code, people_of_2000, years):
    rows = full.history
    of = rows[rows["origin"] == code]
    there = rows[rows["destination"] == code]
    assert sorted(of["year"].unique()) == years
    found = tuple(int(part.loc[part["year"] == 2000, "persons"].sum()) for part in (of, there))
    assert found == people_of_2000


def test_successors_have_no_figures_before_the_country_that_they_were_part_of_ended(full):
    early = full.history[full.history["year"] <= 2000]
    named = set(early["origin"]) | set(early["destination"])
    assert not named & {"SRB", "MNE", "XKX", "CUW", "SXM", "SSD"}


def test_every_code_is_a_place_of_today_or_a_former_one(full):
    codes = set(full.history["origin"]) | set(full.history["destination"])
    assert codes - set(places.countries()) == set(places.FORMER) == {"ANT", "SCG"}


def test_mauritians_in_france_are_those_that_the_publisher_prints(full):
    rows = full.history[
        (full.history["origin"] == "MUS") & (full.history["destination"] == "FRA")
    ].set_index("year")["persons"]
    # 2000 is the profile of 1960 again, in France and 76 other destinations.
    assert (rows[1990], rows[2000]) == (26_638, 2_260)
