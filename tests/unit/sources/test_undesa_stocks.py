"""Both readers of UN DESA's matrix of destinations and origins."""

import pandas as pd
import pytest

from roundtable.errors import DataError
from roundtable.sources import undesa

CODES = {250: "FRA", 480: "MUS", 620: "PRT", 24: "AGO", 2003: "OOO"}
PLACES = set(CODES.values())

# Persons by year: both, female, male. The middle corridor has no figure before 2010.
MUS_FRA = [(10, 6, 4), (20, 12, 8), (30, 18, 12), (40, 24, 16)] + [(50, 30, 20)] * 4
AGO_PRT = [None] * 4 + [(7, 3, 4), (8, 4, 4), (0, 0, 0), (9, 5, 4)]
OTHERS_FRA = [(5, 2, 3)] * 8
YEARS = (1990, 1995, 2000, 2005, 2010, 2015, 2020, 2024)


def cells(figures, *, missing=".."):
    """Spread figures over the three blocks of a workbook: both sexes, males, females."""
    return [missing if one is None else one[part] for part in (0, 2, 1) for one in figures]


def tidy(destination, origin, figures, *, types):
    """Write figures as rows of a tidy export, the absent ones left out."""
    return [
        f"{destination},{year},{origin},{sex},{one[part]},{types}"
        for year, one in zip(YEARS, figures, strict=True)
        if one is not None
        for sex, part in (("female", 1), ("male", 2))
    ]


@pytest.fixture
def workbook(matrix_workbook):
    world = cells([(99, 50, 49)] * 8)
    return matrix_workbook(
        [
            [1, "World", None, None, 900, "World", 900, *world],
            [2, "World", None, None, 900, "France", 250, *world],
            [3, "  Sub-Saharan Africa", None, None, 947, "Mauritius", 480, *world],
            [4, "  France*", None, "B R ", 250, "  Sub-Saharan Africa", 947, *world],
            [5, "  France*", None, "B R ", 250, "Mauritius", 480, *cells(MUS_FRA)],
            [6, "  France*", None, "B R ", 250, "Others", 2003, *cells(OTHERS_FRA)],
            [7, "  Portugal", "1", "B", 620, "Angola", 24, *cells(AGO_PRT)],
        ]
    )


@pytest.fixture
def export(tidy_file):
    # The order of an export is no promise.
    return tidy_file(
        [
            *tidy("PRT", "AGO", AGO_PRT, types="1,0,0,0"),
            *tidy("FRA", "OOO", OTHERS_FRA, types="1,0,1,0"),
            *reversed(tidy("FRA", "MUS", MUS_FRA, types="1,0,1,0")),
        ]
    )


def persons(reading, *, destination, origin):
    """Return the persons of one corridor by year: both, female, male."""
    rows = reading.table
    rows = rows[(rows["destination"] == destination) & (rows["origin"] == origin)]
    return {row.year: (int(row.both), int(row.female), int(row.male)) for row in rows.itertuples()}


def test_tidy_export_gives_both_sexes_as_their_sum(export):
    found = undesa.tidy_stocks(export, places=PLACES)
    assert persons(found, destination="FRA", origin="MUS")[1990] == (10, 6, 4)
    assert persons(found, destination="PRT", origin="AGO")[2024] == (9, 5, 4)


def test_tidy_export_counts_two_rows_read_for_each_row_kept(export):
    found = undesa.tidy_stocks(export, places=PLACES)
    assert len(found.table) == 8 + 8 + 4
    assert (found.read, found.dropped, found.kept) == (40, {}, 40)


def test_workbook_takes_each_sex_from_its_own_block(workbook):
    found = undesa.workbook_stocks(workbook, codes=CODES)
    assert persons(found, destination="FRA", origin="MUS")[1995] == (20, 12, 8)
    assert persons(found, destination="PRT", origin="AGO")[2010] == (7, 3, 4)


def test_tidy_export_and_workbook_give_the_same_table_for_the_same_figures(workbook, export):
    from_workbook = undesa.workbook_stocks(workbook, codes=CODES).table
    from_export = undesa.tidy_stocks(export, places=PLACES).table
    assert list(from_workbook.columns) == undesa.STOCK_COLUMNS
    pd.testing.assert_frame_equal(from_workbook, from_export)


def test_workbook_rows_of_regions_and_groups_are_dropped_and_counted(workbook):
    found = undesa.workbook_stocks(workbook, codes=CODES)
    assert found.read == 7
    assert found.dropped["row of a region or group"] == 4
    assert found.kept == 3
    assert set(found.table["destination"]) == {"FRA", "PRT"}


def test_others_is_an_origin_although_its_location_code_is_above_900(workbook):
    found = undesa.workbook_stocks(workbook, codes=CODES)
    assert persons(found, destination="FRA", origin="OOO") == dict.fromkeys(YEARS, (5, 2, 3))


def test_others_without_a_code_of_its_own_is_refused_and_not_dropped_as_a_group(workbook):
    without = {code: place for code, place in CODES.items() if place != "OOO"}
    with pytest.raises(DataError, match=r"location codes that .* does not know: 2003\."):
        undesa.workbook_stocks(workbook, codes=without)


def test_two_dots_are_absent_and_a_printed_zero_is_zero(workbook):
    found = undesa.workbook_stocks(workbook, codes=CODES)
    by_year = persons(found, destination="PRT", origin="AGO")
    assert sorted(by_year) == [2010, 2015, 2020, 2024]
    assert by_year[2020] == (0, 0, 0)


def test_blank_cells_are_absent_too(matrix_workbook):
    row = [1, "Portugal", None, "B", 620, "Angola", 24, *cells(AGO_PRT, missing=None)]
    found = undesa.workbook_stocks(matrix_workbook([row]), codes=CODES)
    assert sorted(persons(found, destination="PRT", origin="AGO")) == [2010, 2015, 2020, 2024]


def test_a_corridor_without_any_figure_is_dropped_and_counted(matrix_workbook):
    empty = [2, "Portugal", None, "B", 620, "Mauritius", 480, *cells([None] * 8)]
    row = [1, "Portugal", None, "B", 620, "Angola", 24, *cells(AGO_PRT)]
    found = undesa.workbook_stocks(matrix_workbook([row, empty]), codes=CODES)
    assert found.dropped["row without any figure"] == 1
    assert found.kept == 1
    assert set(found.table["origin"]) == {"AGO"}


def test_figures_written_as_text_with_blanks_are_read(matrix_workbook):
    figures = [("1 250", "1 000", "250")] * 8
    row = [1, "Portugal", None, "B", 620, "Angola", 24, *cells(figures)]
    found = undesa.workbook_stocks(matrix_workbook([row]), codes=CODES)
    assert persons(found, destination="PRT", origin="AGO")[1990] == (1250, 1000, 250)


def test_marks_say_what_a_destination_counts_also_with_a_trailing_blank(workbook):
    table = undesa.workbook_stocks(workbook, codes=CODES).table
    marks = table.drop_duplicates("destination").set_index("destination")[list(undesa.MARKS)]
    assert list(marks.loc["FRA"]) == [True, False, True, False]  # "B R "
    assert list(marks.loc["PRT"]) == [True, False, False, False]  # "B"


def test_workbook_of_2020_has_other_headers_and_seven_years(matrix_workbook):
    seven = [(10, 6, 4)] * 7
    path = matrix_workbook(
        [
            [1, "Sub-Saharan Africa", None, 947, None, "Mauritius", 480, *cells(seven)],
            [2, "France", "(1)", 250, "C ", "Mauritius", 480, *cells(seven)],
        ],
        header=[
            "Index",
            "Region, development group, country or area of destination",
            "Notes of destination",
            "Location code of destination",
            "Type of data of destination",
            "Region, development group, country or area of origin",
            "Location code of origin",
        ],
        years=YEARS[:7],
    )
    found = undesa.workbook_stocks(path, codes=CODES)
    assert persons(found, destination="FRA", origin="MUS") == dict.fromkeys(YEARS[:7], (10, 6, 4))
    assert found.dropped["row of a region or group"] == 1
    assert found.table["citizens"].all()
    assert not found.table["born"].any()


def test_a_workbook_without_a_block_of_years_is_refused(matrix_workbook):
    path = matrix_workbook([], years=[*YEARS, 2024])
    with pytest.raises(DataError, match=r"expected each year in 3 blocks .* 2024: 6"):
        undesa.workbook_stocks(path, codes=CODES)


def test_unknown_codes_of_an_export_are_listed_in_full(tidy_file):
    path = tidy_file(
        [
            "FRA,2020,SUN,female,1,1,0,0,0",
            "FRA,2020,SUN,male,1,1,0,0,0",
            "YUG,2020,MUS,female,1,1,0,0,0",
            "YUG,2020,MUS,male,1,1,0,0,0",
        ]
    )
    message = (
        r"'undesa_stocks\.csv\.gz' has codes that data/places\.csv does not know: SUN, YUG\. "
        "Add them there, then read the file again"
    )
    with pytest.raises(DataError, match=message):
        undesa.tidy_stocks(path, places=PLACES)


def test_unknown_location_codes_of_a_workbook_are_listed_in_full(matrix_workbook):
    path = matrix_workbook(
        [
            [1, "USSR", None, "B", 810, "Mauritius", 480, *cells(MUS_FRA)],
            [2, "France", None, "B", 250, "Yugoslavia", 890, *cells(MUS_FRA)],
        ]
    )
    message = r"location codes that data/places\.csv does not know: 810, 890\. Add them there"
    with pytest.raises(DataError, match=message):
        undesa.workbook_stocks(path, codes=CODES)


def test_an_export_with_one_sex_only_is_refused(tidy_file):
    path = tidy_file(["FRA,2020,MUS,female,1,1,0,0,0"])
    message = r"should give persons for 'female' and 'male' in every row; it has \['female'\]"
    with pytest.raises(DataError, match=message):
        undesa.tidy_stocks(path, places=PLACES)


def test_an_export_with_one_sex_only_for_a_corridor_is_refused(tidy_file):
    path = tidy_file(
        [
            "FRA,2020,MUS,female,1,1,0,0,0",
            "FRA,2020,MUS,male,1,1,0,0,0",
            "FRA,2020,AGO,female,1,1,0,0,0",
        ]
    )
    message = r"'undesa_stocks\.csv\.gz' gives one sex only for some corridors\. Fetch it again"
    with pytest.raises(DataError, match=message):
        undesa.tidy_stocks(path, places=PLACES)


def test_an_export_with_an_empty_cell_is_refused(tidy_file):
    path = tidy_file(["FRA,2020,MUS,female,,1,0,0,0", "FRA,2020,MUS,male,4,1,0,0,0"])
    with pytest.raises(DataError, match=r"and 1 empty cells\. Fetch it again"):
        undesa.tidy_stocks(path, places=PLACES)


def test_an_export_that_gives_a_corridor_twice_is_refused(tidy_file):
    rows = ["FRA,2020,MUS,female,6,1,0,0,0", "FRA,2020,MUS,male,4,1,0,0,0"]
    message = r"'undesa_stocks\.csv\.gz' gives some corridors twice\. Fetch it again"
    with pytest.raises(DataError, match=message):
        undesa.tidy_stocks(tidy_file([*rows, *rows]), places=PLACES)


def test_an_export_without_a_column_is_refused_with_the_columns_it_has(tidy_file):
    path = tidy_file(
        ["FRA,2020,MUS,female,6,1,0,0"], header="geo,t,from,sex,persons,type_b,type_c,type_r"
    )
    message = r"has no column 'n', 'type_i'; it has 'geo', 't'.* adapt the reader"
    with pytest.raises(DataError, match=message):
        undesa.tidy_stocks(path, places=PLACES)


def test_an_export_that_is_cut_off_is_refused(export):
    export.write_bytes(export.read_bytes()[:-40])
    message = r"'undesa_stocks\.csv\.gz' cannot be read .* It is cut off .* fetch it again"
    with pytest.raises(DataError, match=message):
        undesa.tidy_stocks(export, places=PLACES)


@pytest.mark.parametrize("page", [b"<!doctype html><title>Not found</title>", b""])
def test_a_page_in_place_of_an_export_is_refused(export, page):
    export.write_bytes(page)
    with pytest.raises(DataError, match=r"'undesa_stocks\.csv\.gz' .*(fetch it again|has no col)"):
        undesa.tidy_stocks(export, places=PLACES)


def test_a_page_in_place_of_a_workbook_is_refused(workbook):
    workbook.write_bytes(b"<!doctype html><title>Not found</title>")
    message = r"origin\.xlsx' has no readable sheet 'Table 1' .* fetch it again"
    with pytest.raises(DataError, match=message):
        undesa.workbook_stocks(workbook, codes=CODES)


def test_a_workbook_that_is_cut_off_is_refused(workbook):
    workbook.write_bytes(workbook.read_bytes()[:3000])
    with pytest.raises(DataError, match=r"It is cut off or not the publisher's workbook"):
        undesa.workbook_stocks(workbook, codes=CODES)


def test_a_workbook_without_the_column_of_types_is_refused(matrix_workbook):
    from_2030 = ["Index", "Region, development group, country or area of destination"]
    path = matrix_workbook(
        [[1, "France", 250, 480, *cells(MUS_FRA)]],
        header=[*from_2030, "Location code of destination", "Location code of origin"],
    )
    message = r"has no column 'Data type'; it has 'Index', .* The publisher changed the layout"
    with pytest.raises(DataError, match=message):
        undesa.workbook_stocks(path, codes=CODES)


def test_a_workbook_with_another_header_is_refused(matrix_workbook):
    path = matrix_workbook([], header=["Index", "Country"])
    message = r"sheet 'Table 1': no header row with 'Region, development group' among the first 30"
    with pytest.raises(DataError, match=message):
        undesa.workbook_stocks(path, codes=CODES)


def test_a_workbook_with_words_in_place_of_a_figure_is_refused(matrix_workbook):
    figures = [("about 10", 6, 4)] * 8
    path = matrix_workbook([[1, "France", None, "B", 250, "Mauritius", 480, *cells(figures)]])
    message = r"has 'about 10' where a number or '\.\.' should stand.*fetch it again"
    with pytest.raises(DataError, match=message):
        undesa.workbook_stocks(path, codes=CODES)


def test_a_workbook_row_without_a_location_code_is_refused(matrix_workbook):
    path = matrix_workbook([[7, "France", None, "B", None, "Mauritius", 480, *cells(MUS_FRA)]])
    with pytest.raises(DataError, match=r"row 7 has no location code.* adapt the reader"):
        undesa.workbook_stocks(path, codes=CODES)
