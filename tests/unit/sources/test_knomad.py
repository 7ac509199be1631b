"""Reader of the World Bank's remittances: the bilateral matrix, and amounts by year."""

import openpyxl
import pytest

from roundtable import places
from roundtable.errors import DataError
from roundtable.sources import knomad

CODES = {"Mexico": "MEX", "United States": "USA", "Türkiye": "TUR", "Turkey": "TUR"}
TITLE = "Bilateral Remittance Estimates for 2021 using Migrant Stocks"
CORNER = "Remittance-receiving country (across)     -     Remittance-sending country (down) "
CAPTION = "Note: All numbers are in current (nominal) US dollar."


def workbook(path, sheet, rows):
    book = openpyxl.Workbook()
    book.active.title = sheet
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


@pytest.fixture
def matrix(tmp_path):
    """Write a matrix of three economies: the sender in each row, the receiver in each column."""

    def write(rows=None, *, title=TITLE, corner=CORNER):
        body = rows or [
            ["Mexico", None, 900.5, None, 900.5],
            ["Turkey", None, None, None, None],
            ["United States", 50_000.25, 0, 10, 50_010.25],
        ]
        total = ["WORLD", 50_000.25, 900.5, 10, 50_910.75]
        receiving = [corner, "Mexico ", "United States", "Turkey", "WORLD"]
        # The row totals of the United States hold its own zero: a figure, not a gap.
        return workbook(
            tmp_path / "matrix.xlsx",
            "FINAL BRM 2021 ",
            [[title], receiving, *body, total, [], [CAPTION]],
        )

    return write


def test_the_receiving_country_is_the_origin_of_the_migrants_and_the_sending_one_the_host(matrix):
    found = knomad.matrix(matrix(), codes=CODES).table
    assert found.to_dict("records") == [
        {"destination": "MEX", "origin": "USA", "year": 2021, "usd": 900_500_000},
        {"destination": "USA", "origin": "MEX", "year": 2021, "usd": 50_000_250_000},
        {"destination": "USA", "origin": "TUR", "year": 2021, "usd": 10_000_000},
        {"destination": "USA", "origin": "USA", "year": 2021, "usd": 0},
    ]


def test_an_empty_cell_is_absent_and_counted_and_a_zero_is_a_figure(matrix):
    found = knomad.matrix(matrix(), codes=CODES)
    assert found.read == 9
    assert found.dropped == {"empty cell: no estimate": 5}
    assert found.kept == len(found.table) == 4


def test_a_matrix_turned_round_is_refused(matrix):
    corner = "Remittance-sending country (across) - Remittance-receiving country (down)"
    message = "should give the receiving country across and the sending one down; its head is"
    with pytest.raises(DataError, match=message):
        knomad.matrix(matrix(corner=corner), codes=CODES)


def test_a_matrix_without_a_year_in_its_title_is_refused(matrix):
    with pytest.raises(DataError, match="its head is 'Bilateral Remittance Estimates'"):
        knomad.matrix(matrix(title="Bilateral Remittance Estimates"), codes=CODES)


def test_every_name_that_is_not_known_is_listed(matrix):
    message = r"has names that data/places\.csv does not know: Mexico, Turkey\."
    with pytest.raises(DataError, match=message):
        knomad.matrix(matrix(), codes={"United States": "USA"})


def test_cells_that_do_not_add_up_to_the_printed_totals_are_refused(matrix):
    lost = [
        ["Mexico", None, 900.5, None, 900.5],
        ["Turkey", None, None, None, None],
        ["United States", 40_000.25, 0, 10, 50_010.25],
    ]
    message = r"printed beside them differ.*Mexico 40,000\.2 and 50,000\.2\. The file is damaged"
    with pytest.raises(DataError, match=message):
        knomad.matrix(matrix(lost), codes=CODES)


def test_a_matrix_without_its_total_is_cut_off(tmp_path):
    path = workbook(
        tmp_path / "matrix.xlsx",
        "FINAL BRM 2021 ",
        [[TITLE], [CORNER, "Mexico", "WORLD"], ["Mexico", None, None]],
    )
    with pytest.raises(DataError, match=r"'matrix\.xlsx' has no row or column 'WORLD'"):
        knomad.matrix(path, codes=CODES)


INFLOWS = [
    ["Migrant remittance inflows (US$ million)", 1980, 2018, "2019e", "Share of GDP in 2019 (%)"],
    ["Mexico", 700.5, 35_768, 38_520.25, 3.0],
    ["Turkey", None, 1_000, 800, 0.1],
    ["Low-and Middle-Income Countries", 700.5, 36_768, 39_320.25, None],
    ["World", 700.5, 36_768, 39_320.25, None],
    [],
    ["Note: All numbers are in current (nominal) US $."],
]


@pytest.fixture
def inflows(tmp_path):
    return workbook(tmp_path / "inflows.xlsx", "Remittance inflows", INFLOWS)


def test_amounts_by_year_are_in_dollars_and_the_year_of_an_estimate_is_a_year(inflows):
    found = knomad.by_year(inflows, direction="received", codes=CODES).table
    assert list(found.itertuples(index=False, name=None)) == [
        ("MEX", 1980, 700_500_000),
        ("MEX", 2018, 35_768_000_000),
        ("MEX", 2019, 38_520_250_000),
        ("TUR", 2018, 1_000_000_000),
        ("TUR", 2019, 800_000_000),
    ]


def test_groups_and_empty_cells_are_dropped_and_notes_are_no_cells(inflows):
    found = knomad.by_year(inflows, direction="received", codes=CODES)
    assert found.read == 12
    assert found.dropped == {"cell of a group": 6, "empty cell": 1}
    assert found.kept == len(found.table) == 5


def test_a_year_whose_economies_do_not_add_up_to_the_world_is_refused(tmp_path):
    rows = [list(row) for row in INFLOWS]
    rows[2][2] = 2_000
    path = workbook(tmp_path / "inflows.xlsx", "Remittance inflows", rows)
    with pytest.raises(DataError, match=r"differ.*dollars: 2018 37,768\.0 and 36,768\.0\."):
        knomad.by_year(path, direction="received", codes=CODES)


def test_outflows_have_no_world_to_compare_with(tmp_path):
    rows = [
        ["Migrant remittance outflows (US$ million)", 1980.0, "Share of GDP in 2018 (%)"],
        ["United States", 1_000, " "],
        [None],
    ]
    path = workbook(tmp_path / "outflows.xlsx", "Outward remittanc flows", rows)
    found = knomad.by_year(path, direction="paid", codes=CODES).table
    assert found.to_dict("list") == {"place": ["USA"], "year": [1980], "usd": [1_000_000_000]}


def test_the_file_of_the_other_direction_is_refused(tmp_path):
    path = workbook(tmp_path / "inflows.xlsx", "Outward remittanc flows", INFLOWS)
    with pytest.raises(DataError, match=r"begins with 'Migrant remittance inflows .*', expected"):
        knomad.by_year(path, direction="paid", codes=CODES)


def test_a_name_of_the_yearly_file_that_is_not_known_stops_the_reader(inflows):
    with pytest.raises(DataError, match=r"data/places\.csv does not know: Turkey\."):
        knomad.by_year(inflows, direction="received", codes={"Mexico": "MEX"})


def test_spellings_lead_to_places_and_are_not_those_of_today():
    assert set(knomad.SPELLINGS.values()) <= set(places.table()["iso3"])
    assert not set(knomad.SPELLINGS) & set(places.codes_by_name("worldbank"))
