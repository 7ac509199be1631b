"""Readers of dated groups of countries."""

import openpyxl
import pytest

from roundtable.errors import DataError
from roundtable.sources import classifications

ALIASES = {code: code for code in ("MUS", "YEM", "VEN", "FRA", "MLI")}


def rows_of(table):
    return list(table[["scheme", "place", "year", "group"]].itertuples(index=False, name=None))


# --- income groups ----------------------------------------------------------------------------


@pytest.fixture
def income_file(tmp_path):
    def write(*economies, years=(1988.0, 2019.0, 2020.0)):
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = "Country Analytical History"
        for row in [
            [None, "World Bank Analytical Classifications"],
            [None, "Bank's fiscal year:", "FY90", "FY21", "FY22"],
            [None, "Data for calendar year :", *years],
            [None, "Low income (L)", "<= 545", "<= 1,035", "<= 1,045"],
            *economies,
            [None, "* At this time, there were two states."],
        ]:
            sheet.append(row)
        path = tmp_path / "OGHIST.xlsx"
        book.save(path)
        return path

    return write


ECONOMIES = (
    ["MUS", "Mauritius", "LM", "H", "UM"],
    ["YEM", "Yemen, Rep.", "LM*", "L", "L"],
    ["VEN", "Venezuela, RB", "UM", "UM", None],
    ["YUG", "Serbia and Montenegro (former)", "..", None, None],
    ["SUN", "USSR (former)", "UM", None, None],
)


def test_a_group_stands_under_the_year_of_the_income_and_not_of_the_bank(income_file):
    table = classifications.income_groups(income_file(*ECONOMIES), aliases=ALIASES).table
    assert rows_of(table) == [
        ("worldbank-income", "MUS", 1988, "lower-middle"),
        ("worldbank-income", "MUS", 2019, "high"),
        ("worldbank-income", "MUS", 2020, "upper-middle"),
        ("worldbank-income", "VEN", 1988, "upper-middle"),
        ("worldbank-income", "VEN", 2019, "upper-middle"),
        ("worldbank-income", "YEM", 1988, "lower-middle"),
        ("worldbank-income", "YEM", 2019, "low"),
        ("worldbank-income", "YEM", 2020, "low"),
    ]


def test_unclassified_cells_and_broken_federations_are_dropped_and_counted(income_file):
    found = classifications.income_groups(income_file(*ECONOMIES), aliases=ALIASES)
    assert (found.read, found.kept) == (15, 8)
    assert found.dropped == {"cell of a federation that broke up": 3, "cell without a group": 4}


def test_serbia_and_montenegro_is_not_taken_for_serbia(income_file):
    file = income_file(["YUG", "Serbia and Montenegro (former)", "..", "LM", "LM"])
    table = classifications.income_groups(file, aliases=ALIASES).table
    assert set(table["place"]) == {"SCG"}


def test_an_unknown_economy_is_named(income_file):
    with pytest.raises(DataError, match=r"does not know: ZZZ\."):
        classifications.income_groups(
            income_file(["ZZZ", "Nowhere", "L", "L", "L"]), aliases=ALIASES
        )


def test_a_group_of_a_new_kind_is_refused(income_file):
    with pytest.raises(DataError, match=r"has the income groups VH, which are not among L, LM"):
        classifications.income_groups(
            income_file(["MUS", "Mauritius", "L", "VH", "L"]), aliases=ALIASES
        )


def test_a_sheet_without_calendar_years_is_refused(income_file):
    with pytest.raises(DataError, match=r"has no row of calendar years"):
        classifications.income_groups(
            income_file(*ECONOMIES, years=("a", "b", "c")), aliases=ALIASES
        )


# --- development groups -----------------------------------------------------------------------


@pytest.fixture
def annex(tmp_path):
    def write(*rows, more="More developed regions\n901"):
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = "Annex"
        head = ["Region, subregion, country or area*", "ISO3 Alpha-code", "Code", "Name"]
        sheet.append(["Annex: Classification of countries and areas"])
        sheet.append([*head, more, "Less developed regions\n902"])
        for row in rows:
            sheet.append(row)
        path = tmp_path / "aggregates.xlsx"
        book.save(path)
        return path

    return write


FRANCE = ["   France", "FRA ", 4, "Country/Area", 901, None]
MALI = ["   Mali", "MLI", 4, "Country/Area", None, 902]


def test_every_country_is_in_one_development_group_and_regions_are_dropped(annex):
    path = annex(["WORLD", None, None, None, None, None], FRANCE, MALI)
    found = classifications.development_groups(path, year=2020, aliases=ALIASES)
    assert rows_of(found.table) == [
        ("un-development", "FRA", 2020, "more-developed"),
        ("un-development", "MLI", 2020, "less-developed"),
    ]
    assert (found.read, found.dropped) == (3, {"row of a region or group": 1})


@pytest.mark.parametrize("marks", [(None, None), (901, 902)])
def test_a_country_in_no_development_group_or_in_both_is_refused(annex, marks):
    path = annex(FRANCE, [*MALI[:4], *marks])
    with pytest.raises(DataError, match=r"puts MLI into no development group or into both"):
        classifications.development_groups(path, year=2020, aliases=ALIASES)


def test_an_annex_in_another_layout_is_refused(annex):
    with pytest.raises(DataError, match=r"has no column 'More developed regions'"):
        classifications.development_groups(
            annex(FRANCE, more="Developed"), year=2020, aliases=ALIASES
        )


def test_an_annex_without_its_header_is_refused(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "Annex"
    book.save(tmp_path / "annex.xlsx")
    with pytest.raises(DataError, match=r"has no column 'ISO3 Alpha-code'"):
        classifications.development_groups(tmp_path / "annex.xlsx", year=2020, aliases=ALIASES)


# --- flags of the M49 -------------------------------------------------------------------------

M49 = (
    "Country or Area{0}ISO-alpha3 Code{0}Least Developed Countries (LDC){0}"
    "Land Locked Developing Countries (LLDC){0}Small Island Developing States (SIDS)"
)


@pytest.mark.parametrize("separator", [",", ";"])
def test_each_flag_is_a_scheme_of_its_own(csv_file, separator):
    lines = ["Mali,MLI,x,x,", "Mauritius,MUS,,,x", "Sark,,,,", "Åland Islands,ALA,,,"]
    path = csv_file(M49.format(separator), *(line.replace(",", separator) for line in lines))
    found = classifications.m49_flags(path, year=2020, aliases=ALIASES)
    assert rows_of(found.table) == [
        ("unsd-m49-ldc", "MLI", 2020, "ldc"),
        ("unsd-m49-lldc", "MLI", 2020, "lldc"),
        ("unsd-m49-sids", "MUS", 2020, "sids"),
    ]
    assert (found.read, found.kept) == (12, 3)
    assert found.dropped == {"cell of an area without figures": 6, "cell without a flag": 3}


def test_an_unknown_area_of_the_m49_is_named(csv_file):
    with pytest.raises(DataError, match=r"does not know: ZZZ\."):
        classifications.m49_flags(
            csv_file(M49.format(","), "Nowhere,ZZZ,x,,"), year=2020, aliases=ALIASES
        )
