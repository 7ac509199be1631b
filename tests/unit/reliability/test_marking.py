"""Whom a figure counts, its kind, and all flags together."""

import pandas as pd
import pytest
from tests.unit.reliability.rows import COLUMNS, MARKS, NEW, OLD, SHIFTS, corridor, flagged, stocks

from roundtable import reliability, store


def test_a_destination_counts_citizens_where_it_does_not_count_the_foreign_born():
    table = stocks(
        corridor(NEW, {2020: 1}, destination="JPN"),
        corridor(NEW, {2020: 1}, destination="FRA"),
        corridor(NEW, {2020: 1}, destination="DZA"),
        corridor(OLD, {2020: 1}, destination="JPN"),
    )
    marks = [
        (NEW, "JPN", False, True),
        (NEW, "FRA", True, False),
        (NEW, "DZA", True, True),
        (OLD, "JPN", True, False),
    ]
    assert list(flagged(table, marks=marks)["citizens"]) == [True, False, False, False]


def test_disputed_goes_before_carried_forward_and_that_before_revised():
    table = stocks(
        corridor(OLD, {2020: 200}),
        corridor(NEW, {2020: 100}),
        corridor(OLD, {2020: 110}, origin="SEN"),
        corridor(NEW, {2020: 100}, origin="SEN"),
        corridor(OLD, {2020: 100}, origin="MLI"),
        corridor(NEW, {2020: 100}, origin="MLI"),
    )
    rows = flagged(table, shifts=[(NEW, "FRA", 2015, 2020, 0.0)])
    kinds = rows.set_index(["origin", "edition"])["kind"].to_dict()
    assert kinds == {
        ("MUS", OLD): "disputed",
        ("MUS", NEW): "disputed",
        ("SEN", OLD): "revised",
        ("SEN", NEW): "carried-forward",
        ("MLI", OLD): "measured",
        ("MLI", NEW): "carried-forward",
    }
    assert set(rows["kind"]) < set(reliability.KINDS)


def test_a_straight_line_is_carried_forward_too():
    rows = flagged(stocks(corridor(NEW, {1990: 0, 1995: 10, 2000: 20, 2005: 30})))
    assert list(rows["kind"]) == ["measured", *["carried-forward"] * 3]


def test_the_flags_of_a_row_are_named_in_one_order():
    table = stocks(corridor(OLD, {2020: 200}), corridor(NEW, {2020: 100}))
    marks = [(NEW, "FRA", False, True), (OLD, "FRA", True, False)]
    rows = flagged(table, shifts=[(NEW, "FRA", 2015, 2020, 0.0)], marks=marks)
    # France's figure may hold its departments'.
    beside = ("mixed_basis", "territory")
    assert reliability.flags_of(rows.iloc[0]) == ("disputed", *beside)
    assert reliability.flags_of(rows.iloc[1]) == ("disputed", "frozen", "citizens", *beside)


def test_rows_keep_their_order_and_columns_and_the_input_stays_as_it_was():
    table = stocks(
        corridor(NEW, {2024: 3, 2020: 2}), corridor(OLD, {2020: 1}, destination="ARE")
    ).set_axis([7, 3, 5])
    before = table.copy(deep=True)
    rows = flagged(table)
    pd.testing.assert_frame_equal(table, before)
    pd.testing.assert_frame_equal(rows[COLUMNS], before)


def test_flags_do_not_depend_on_how_codes_are_held():
    table = stocks(
        corridor(OLD, {2015: 100, 2020: 200}),
        corridor(NEW, {2015: 100, 2020: 100, 2024: 104}),
        corridor(NEW, {2024: 5}, destination="JPN"),
    )
    shifts = pd.DataFrame([(NEW, "FRA", 2020, 2024, 0.0)], columns=SHIFTS)
    marks = pd.DataFrame([(NEW, "JPN", False, True)], columns=MARKS)
    codes = ["edition", "destination", "origin"]
    plain = reliability.flagged(table, compositions=shifts, destinations=marks)
    held = reliability.flagged(
        table.astype(dict.fromkeys(codes, "category")),
        compositions=shifts.astype(dict.fromkeys(codes[:2], "category")),
        destinations=marks.astype(dict.fromkeys(codes[:2], "category")),
    )
    pd.testing.assert_frame_equal(held.astype(dict.fromkeys(codes, "str")), plain)


@pytest.mark.parametrize("country", ["BRA", "FRA", "SSD", "USA"])
def test_a_country_has_the_flags_among_all_rows_that_it_has_alone(on_the_pack, country):
    tables = store.load()
    ends = (tables.stocks["origin"] == country) | (tables.stocks["destination"] == country)
    alone = reliability.flagged(
        tables.stocks[ends],
        compositions=tables.compositions,
        destinations=tables.destinations,
        breaks=tables.breaks,
        copies=tables.copies,
        refugees=tables.refugees,
    )
    pd.testing.assert_frame_equal(reliability.flagged_stocks(tables)[ends], alone)
