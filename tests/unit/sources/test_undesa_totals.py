"""The reader of UN DESA's workbook by destination: total stock and population."""

import pytest

from roundtable.errors import DataError
from roundtable.sources import undesa

CODES = {250: "FRA", 480: "MUS", 728: "SSD"}


def figures(*by_year):
    """Repeat the figures of eight years in the blocks of both sexes, males and females."""
    return [*by_year] * 3


@pytest.fixture
def workbook(totals_workbook):
    return totals_workbook(
        [
            [1, "World", None, None, 900, *figures(*[3_000_000_000] * 8)],
            [2, "  Sub-Saharan Africa", None, None, 1834, *figures(*[40] * 8)],
            [3, "  France*", None, "B R ", 250, *figures(10, 20, 30, 40, 50, 60, 70, 80)],
            [4, "  Mauritius", "2", "B", 480, *figures(*[5] * 8)],
            [5, "  South Sudan", None, "B R", 728, *figures(*[".."] * 4, 6, 7, 8, 9)],
        ],
        # In the edition of 2024 this column says "Location code" and holds the type of data.
        [
            [1, "World", None, None, *figures(*[8_000_000.5] * 8)],
            [2, "  Sub-Saharan Africa", "b", None, *figures(*[1_000] * 8)],
            [3, "  FRANCE*", None, "B R ", *figures(*[67_000.1234] * 8)],
            [4, "  Mauritius", "1", "B", *figures(*[1_271.169] * 8)],
            [5, "  South Sudan", None, "B R", *figures(*[".."] * 4, *[11_000] * 4)],
        ],
    )


@pytest.fixture
def rows(workbook):
    return undesa.totals(workbook, codes=CODES).table.set_index(["location", "year"])


def test_stock_is_that_of_both_sexes(rows):
    assert rows.loc[(250, 1990), "stock"] == 10
    assert rows.loc[(250, 2024), "stock"] == 80


def test_population_is_joined_by_index_where_the_location_code_holds_the_type(rows):
    assert rows.loc[(480, 2024), "population"] == 1_271_169


def test_population_comes_in_thousands_and_is_given_in_whole_persons(rows):
    assert rows.loc[(250, 2024), "population"] == 67_000_123


def test_world_totals_beyond_32_bits_keep_every_person(rows):
    assert rows.loc[(900, 2024), "stock"] == 3_000_000_000
    assert rows.loc[(900, 2024), "population"] == 8_000_000_500


def test_two_dots_are_missing_and_not_zero(rows):
    assert rows.loc[728, "stock"].isna().sum() == 4
    assert rows.loc[728, "population"].isna().sum() == 4
    assert rows.loc[(728, 2010), "stock"] == 6


def test_places_regions_and_the_world_are_told_apart(rows):
    assert rows.loc[(900, 2024), "place"] == "WLD"
    assert rows.loc[(1834, 2024), "place"] == ""
    assert rows.loc[(480, 2024), "place"] == "MUS"


def test_labels_lose_indents_and_marks(rows):
    assert rows.loc[(250, 2024), "label"] == "France"
    assert rows.loc[(1834, 2024), "label"] == "Sub-Saharan Africa"


def test_every_row_of_the_workbook_is_accounted_for(workbook):
    found = undesa.totals(workbook, codes=CODES)
    assert (found.read, found.kept) == (5, 5)
    assert len(found.table) == 5 * 8


def region_twice(second):
    """Return two sheets in which one region stands twice, the second time with a figure."""
    region = "Australia and New Zealand"
    stocks = [
        [1, region, None, None, 927, *figures(*[9] * 8)],
        [2, region, None, None, 927, *figures(*[second] * 8)],
    ]
    population = [[at, region, None, None, *figures(*[30] * 8)] for at in (1, 2)]
    return stocks, population


def test_a_region_printed_in_two_parts_of_the_table_is_kept_once_and_counted(totals_workbook):
    found = undesa.totals(totals_workbook(*region_twice(9)), codes=CODES)
    assert len(found.table) == 8
    assert found.dropped == {"region printed again": 1}
    assert found.kept == 1


def test_a_region_printed_twice_with_different_figures_is_refused(totals_workbook):
    message = "prints Australia and New Zealand twice with different figures.*fetch it again"
    with pytest.raises(DataError, match=message):
        undesa.totals(totals_workbook(*region_twice(10)), codes=CODES)


def test_tables_that_list_places_in_another_order_are_refused(totals_workbook):
    path = totals_workbook(
        [[1, "France", None, "B", 250, *figures(*[10] * 8)]],
        [[1, "Mauritius", None, "B", *figures(*[1_271] * 8)]],
    )
    message = r"row 1 is 'France' in Table 1 and another place in Table 2\. The layout changed"
    with pytest.raises(DataError, match=message):
        undesa.totals(path, codes=CODES)


def test_a_population_table_that_lacks_a_row_is_refused(totals_workbook):
    path = totals_workbook([[1, "France", None, "B", 250, *figures(*[10] * 8)]], [])
    with pytest.raises(DataError, match="row 1 is 'France' in Table 1 and another place"):
        undesa.totals(path, codes=CODES)


def test_unknown_places_are_listed_in_full(totals_workbook):
    names = {810: "USSR", 890: "Yugoslavia"}
    path = totals_workbook(
        [[at, name, None, "B", at, *figures(*[10] * 8)] for at, name in names.items()],
        [[at, name, None, "B", *figures(*[10] * 8)] for at, name in names.items()],
    )
    message = r"has places that data/places\.csv does not know: USSR, Yugoslavia\. Add them there"
    with pytest.raises(DataError, match=message):
        undesa.totals(path, codes=CODES)
