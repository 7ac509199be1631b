"""The publishers' files as a store: rows accounted for, sums as the publisher prints them."""

import pandas as pd
import pytest

from roundtable import pull
from roundtable.errors import DataError
from roundtable.store import verify

OLD, NEW = "undesa-2020", "undesa-2024"

# Rows read, kept, and dropped by reason.
ACCOUNT = {
    "undesa-ims-2020/undesa_stocks_2020.csv.gz": (170_618, 170_618, {}),
    "undesa-ims-2020/undesa_pd_2020_ims_stock_by_sex_and_destination.xlsx": (
        283,
        282,
        {"region printed again": 1},  # Australia and New Zealand
    ),
    "undesa-ims-2024/undesa_stocks.csv.gz": (153_296, 153_296, {}),
    "undesa-ims-2024/undesa_pd_2024_ims_stock_by_sex_and_destination.xlsx": (287, 287, {}),
    "wb-wdi/wdi.csv.gz": (92_435, 6_587, {"row of another indicator, or empty": 85_848}),
    "wb-wdi/wdi.csv.gz (gdp)": (92_435, 6_995, {"row of another indicator, or empty": 85_440}),
    "wb-wdi/population.csv": (17_195, 14_075, {"row of a group": 3_120}),
    # Cells, 214 economies by 214; 40 and 39 years of 214 economies and two groups
    "knomad-bilateral/bilateral_remittance_matrix_2021.xlsx": (
        45_796,
        10_229,
        {"empty cell: no estimate": 35_567},
    ),
    "knomad-bilateral/april2020_remittanceinflows.xlsx": (
        8_640,
        5_671,
        {"cell of a group": 80, "empty cell": 2_889},
    ),
    "wb-wdi/wdi.csv.gz (received)": (92_435, 5_918, {"row of another indicator, or empty": 86_517}),
    "knomad-bilateral/remittance_outflow_april2020.xlsx": (8_346, 5_398, {"empty cell": 2_948}),
    "wb-wdi/wdi.csv.gz (paid)": (92_435, 5_406, {"row of another indicator, or empty": 87_029}),
    "unhcr-population/unhcr.csv.gz": (
        191_857,
        183_495,
        {
            "displaced inside the own country": 744,
            "stateless persons, given without origin": 1_455,
            "returns of refugees: a flow of the year": 5_377,
            "returns of displaced persons: a flow of the year": 360,
            "country of asylum not given": 11,
            "people in their own country": 415,
        },
    ),
    "student-mobility/popular-origins-by-destination.csv": (
        19_467,
        19_464,
        {"students in their own country": 3},
    ),
    "student-mobility/popular-destinations-by-origin.csv": (
        50_699,
        49_356,
        {
            "list of an origin whose country is not known": 1_237,
            "list of the Netherlands Antilles, which have no code today": 105,
            "students in their own country": 1,
        },
    ),
    "student-mobility/RAW_inbound_and_outbound_data.csv": (
        9_186,
        2_270,
        {
            "row of another indicator": 2_307,
            "row of a region or group": 4_488,
            "category that does not apply": 121,
        },
    ),
    "un-icrmw/hr_status_icmw.csv": (193, 193, {}),
    "passport-index/passport-index-tidy-iso3.csv": (39_601, 39_402, {"the own country": 199}),
    "bla-chilton-woda/BLAs_Formation_Data.dta": (1_222, 1_222, {}),
    # 570 agreements by 44 questions
    "bla-chilton-woda/BLAs_Coding_Data.dta": (
        25_080,
        23_786,
        {"question without an answer": 1_294},
    ),
    "wb-gbmd-1960-2000/wb_bilateral_stocks.csv.gz": (
        441_800,
        99_363,
        {
            "row of a year of another source": 165_675,
            "row of a place with itself": 1_175,
            "row of 0: none, not estimated or not existing": 175_587,
        },
    ),
    "wb-gbmd-1960-2000/wb_bilateral_stocks.csv.gz (later)": (
        441_800,
        37_111,
        {
            "row of a year of another source": 276_125,
            "row of a place with itself": 705,
            "row of 0: none, not estimated or not existing": 127_859,
        },
    ),
    "borders.csv": (28, 28, {}),
    "languages.csv": (2, 2, {}),
    "cepii-geodist/dist_cepii.zip": (50_176, 49_952, {"row of a place with itself": 224}),
    "wb-income-groups/OGHIST_repackaged.xlsx": (
        8_288,  # cells of 224 economies and 37 years
        7_653,
        {"cell of a federation that broke up": 111, "cell without a group": 524},
    ),
    "undesa-ims-2020/aggregates_correspondence_table_2020_1.xlsx": (
        283,
        235,
        {"row of a region or group": 48},
    ),
    "unsd-m49/UNSD — Methodology.csv": (
        747,  # three flags of 249 areas
        132,
        {"cell of an area without figures": 33, "cell without a flag": 582},
    ),
    "ldc.csv": (1_820, 1_666, {"year before or after membership": 154}),
}

OWN = {"borders.csv", "languages.csv", "ldc.csv"}
"""Lists of this project, which lie in its own folder."""


@pytest.mark.parametrize(("file", "rows"), ACCOUNT.items(), ids=list(ACCOUNT))
def test_every_row_of_every_file_is_accounted_for(full, file, rows):
    entry = full.manifest["made_from"][file]
    assert (entry["read"], entry["kept"], entry["dropped"]) == rows
    assert len(entry["sha256"]) == 64


def test_no_other_file_was_read(full):
    assert list(full.manifest["made_from"]) == list(ACCOUNT)


def test_tables_have_the_rows_that_the_files_hold(full):
    assert {name: len(frame) for name, frame in full.frames.items() if len(frame)} == {
        "stocks": (170_618 + 153_296) // 2,
        "destinations": 232 + 233,
        "totals": 282 * 7 + 287 * 8,
        "economies": 14_075,  # every place and year with an income or GDP has a population
        "refugees": 124_649,
        "students": 70_760,
        "remittances": 10_229,
        "remittance_totals": 5_671 + 5_398 + 5_918 + 5_406,
        "ratifications": 193,
        "visas": 39_402,
        "agreements": 1_222,
        "provisions": 23_786,
        "groups": 7_653 + 235 + 132 + 1_666,
        "pairs": 241 * 240 + 2 * (223 + 222 + 1),
        "history": 99_363 + 37_111,
        "aggregates": 6_991,
        "compositions": 3_008,
        "breaks": 475,
        "copies": 739 + 505,  # in the stocks, in the history
        "world": 2_200 + 1,  # shares, and one count of corridors
    }


def test_others_is_in_both_editions_and_shown(full):
    rows = full.stocks[full.stocks["origin"] == "OOO"].groupby(["edition", "year"])["both"].sum()
    assert rows[(OLD, 2020)] == 12_657_151
    assert rows[(NEW, 2024)] == 22_065_614


def test_zero_is_kept_as_zero_and_absent_as_absent(full):
    new = full.stocks[full.stocks["edition"] == NEW]
    assert (new["female"] == 0).sum() + (new["male"] == 0).sum() == 14_925
    pairs = new.groupby(["destination", "origin"]).ngroups
    assert (pairs, len(new)) == (9_581, 9_581 * 8)


def test_world_totals_are_those_that_the_publisher_prints(full):
    assert verify.world_totals(full) == [
        (OLD, 2010, 220_983_187, 220_983_187),
        (NEW, 2010, 221_020_392, 221_020_392),
        (NEW, 2024, 304_021_813, 304_021_813),
    ]


@pytest.mark.parametrize(("edition", "cells"), [(OLD, 1_854), (NEW, 2_152)])
def test_no_sum_differs_from_the_workbook(full, edition, cells):
    found = verify.against_workbook(full, edition)
    assert found.differences.empty
    # SDG regions are compared too, beside places, the world, regions and subregions.
    assert found.compared == cells


@pytest.mark.parametrize(("edition", "rows"), [(OLD, 282 * 7), (NEW, 287 * 8)])
def test_every_cell_of_the_workbook_is_compared_or_listed_with_the_reason(full, edition, rows):
    found = verify.against_workbook(full, edition)
    assert found.compared + len(found.not_comparable) == rows
    assert set(found.not_comparable["reason"]) <= {
        "the matrix gives no such place or group",
        "the workbook prints no figure",
    }


def test_no_place_of_the_workbook_with_a_matrix_is_left_uncompared(full):
    for edition in (OLD, NEW):
        rest = verify.against_workbook(full, edition).not_comparable
        missing = rest[rest["reason"] == "the matrix gives no such place or group"]["label"]
        assert not any("Africa" in label or "Asia" in label for label in missing)


def test_sexes_add_up_in_every_row(full):
    assert (full.stocks["female"] + full.stocks["male"] == full.stocks["both"]).all()


@pytest.fixture
def copy(sources_folder, tmp_path):
    """Lay out the files anew, so that one can be damaged."""
    # A file that fills several tables has an account for each: "name (part)".
    for name in {name.split(" (")[0] for name in ACCOUNT} - OWN:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.symlink_to(sources_folder / name)
    return tmp_path


def damage(path, size):
    """Replace a link by the first bytes of its file."""
    content = path.read_bytes()[:size]
    path.unlink()
    path.write_bytes(content)


def test_a_matrix_that_is_cut_off_is_not_the_file_that_was_checked(copy):
    damage(copy / "undesa-ims-2024/undesa_stocks.csv.gz", 500_000)
    message = r"'undesa-ims-2024/undesa_stocks\.csv\.gz' is not the file that was checked"
    with pytest.raises(DataError, match=message):
        pull.from_folder(copy)


def test_a_workbook_without_a_known_digest_that_is_cut_off_is_refused(copy):
    name = "undesa_pd_2020_ims_stock_by_sex_and_destination.xlsx"
    damage(copy / "undesa-ims-2020" / name, 500_000)
    with pytest.raises(DataError, match=r"has no readable sheet 'Table 1'.*fetch it again"):
        pull.from_folder(copy)


def test_a_file_that_is_missing_is_named(copy):
    (copy / "wb-wdi/population.csv").unlink()
    with pytest.raises(
        DataError, match=r"There is no .* or 'wb-wdi/population\.csv' in '.*'\. Name"
    ):
        pull.from_folder(copy)


def test_pulling_twice_gives_the_same_tables(full, copy):
    again = pull.from_folder(copy)
    for name, frame in again.frames.items():
        pd.testing.assert_frame_equal(frame, full.frames[name])
    assert again.manifest == full.manifest
