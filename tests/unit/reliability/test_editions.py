"""Two editions side by side, and what one of them does not list."""

import math

import pandas as pd
import pytest
from tests.unit.reliability.rows import NEW, OLD, corridor, flagged, stocks

from roundtable import reliability

# --- editions side by side --------------------------------------------------------------------


def test_the_excess_is_the_larger_over_the_smaller_minus_one():
    table = stocks(corridor(OLD, {2015: 100, 2020: 150}), corridor(NEW, {2015: 100, 2020: 100}))
    rows = reliability.compared(table)
    assert list(rows["year"]) == [2015, 2020]
    assert list(rows["excess"]) == [0.0, 0.5]
    assert list(rows.loc[1, ["smaller", "larger"]]) == [100.0, 150.0]


def test_the_excess_does_not_depend_on_which_edition_is_larger():
    there = stocks(corridor(OLD, {2020: 100}), corridor(NEW, {2020: 150}))
    back = stocks(corridor(OLD, {2020: 150}), corridor(NEW, {2020: 100}))
    pd.testing.assert_frame_equal(reliability.compared(there), reliability.compared(back))


def test_nobody_against_somebody_is_an_infinite_excess_and_nobody_twice_is_none():
    table = stocks(corridor(OLD, {2015: 0, 2020: 0}), corridor(NEW, {2015: 9, 2020: 0}))
    assert list(reliability.compared(table)["excess"]) == [math.inf, 0.0]


def test_only_years_that_both_editions_give_are_compared():
    table = stocks(corridor(OLD, {2020: 9}), corridor(NEW, {2015: 9, 2024: 9}))
    assert reliability.compared(table).empty


def test_others_is_not_compared():
    table = stocks(corridor(OLD, {2020: 1}, origin="OOO"), corridor(NEW, {2020: 9}, origin="OOO"))
    assert reliability.compared(table).empty


@pytest.mark.parametrize(
    ("old", "new", "disputed", "kind"),
    [
        (1000, 1000, False, "measured"),
        (1000, 1050, False, "measured"),
        (1000, 1051, False, "revised"),
        (1000, 1250, False, "revised"),
        (1250, 1000, False, "revised"),
        (1000, 1251, True, "disputed"),
        (1251, 1000, True, "disputed"),
        (0, 1, True, "disputed"),
        (0, 0, False, "measured"),
    ],
)
def test_editions_dispute_a_figure_beyond_a_quarter_and_revise_it_beyond_a_twentieth(
    old, new, disputed, kind
):
    rows = flagged(stocks(corridor(OLD, {2020: old}), corridor(NEW, {2020: new})))
    assert list(rows["disputed"]) == [disputed] * 2
    assert list(rows["kind"]) == [kind] * 2


def test_a_year_of_one_edition_is_judged_by_the_last_that_both_give():
    rows = flagged(stocks(corridor(OLD, {2020: 150}), corridor(NEW, {2020: 100, 2024: 300})))
    assert rows.set_index(["edition", "year"])["excess"].to_dict() == {
        (OLD, 2020): 0.5,
        (NEW, 2020): 0.5,
        (NEW, 2024): 0.5,
    }
    assert rows["disputed"].all()


def test_a_corridor_of_one_edition_is_neither_disputed_nor_revised():
    table = stocks(
        corridor(OLD, {2020: 45}, destination="GBR"),
        corridor(OLD, {2020: 9}),
        corridor(NEW, {2020: 9}),
    )
    rows = flagged(table)
    assert math.isnan(rows["excess"].iloc[0])
    assert not rows["disputed"].iloc[0]
    assert rows["kind"].iloc[0] == "measured"


def test_one_edition_alone_can_be_flagged():
    rows = flagged(stocks(corridor(NEW, {2020: 9, 2024: 10})))
    assert rows["excess"].isna().all()
    assert list(rows["kind"]) == ["measured", "measured"]


# --- corridors that an edition does not list --------------------------------------------------

PAIRS = stocks(
    corridor(OLD, {2020: 45}, destination="GBR"),  # in the older edition only
    corridor(OLD, {2020: 0}, destination="ISL"),  # there without people
    corridor(OLD, {2020: 50}),
    corridor(NEW, {2020: 44}),  # in both
    corridor(OLD, {2020: 8}, destination="CAN"),
    corridor(NEW, {2020: 0}, destination="CAN"),  # listed with nobody
    corridor(NEW, {2020: 7, 2024: 9}, destination="DEU"),  # in the newer edition only
    corridor(OLD, {2020: 3}, destination="GBR", origin="OOO"),
    corridor(OLD, {2015: 6}, destination="USA"),  # in another year
)


def found(edition, other):
    rows = reliability.unlisted(PAIRS, edition=edition, other=other, year=2020)
    assert list(rows.columns) == ["destination", "origin", "year", "both"]
    return list(rows.itertuples(index=False, name=None))


def test_a_corridor_with_people_in_the_other_edition_alone_is_not_listed():
    assert found(NEW, OLD) == [("GBR", "MUS", 2020, 45)]


def test_corridors_are_looked_for_in_the_other_direction_too():
    assert found(OLD, NEW) == [("DEU", "MUS", 2020, 7)]


def test_unlisted_corridors_are_found_where_codes_are_dictionaries():
    table = PAIRS.astype(dict.fromkeys(["edition", "destination", "origin"], "category"))
    rows = reliability.unlisted(table, edition=NEW, other=OLD, year=2020)
    assert list(rows["destination"]) == ["GBR"]
