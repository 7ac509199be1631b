"""Readers of layouts that the publishers serve, on the publishers' own rows and labels."""

import csv
import zipfile

import openpyxl
import pandas as pd
import pytest

from roundtable import places
from roundtable.sources import undesa, worldbank_api

YEARS = (1990, 1995, 2000, 2005, 2010, 2015, 2020, 2024)
BLOCKS = ("total", "males", "females")


@pytest.fixture(scope="module")
def rows(sources_folder):
    """Return country pairs of Table 1 under the publisher's labels, one row a pair."""
    file = sources_folder / "undesa-ims-2024" / "migration_table1_countries_clean.csv"
    return pd.read_csv(file, encoding="utf-8-sig", keep_default_na=False)


@pytest.fixture(scope="module")
def reading(rows, tmp_path_factory):
    """Lay the rows out as the publisher's workbook does, and read it."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Table 1")
    figures = [f"{year}_{block}" for block in BLOCKS for year in YEARS]
    labels = [name for name in rows.columns if name not in figures]
    title = (
        "Table 1: International migrant stock at mid-year by sex and by region, country or area "
        "of destination and origin, 1990-2024"
    )
    for words in [None, "International Migrant Stock 2024", title, *[None] * 7]:
        sheet.append([None, None, None, None, words])
    sheet.append([*labels, *YEARS * 3])
    for row in rows[[*labels, *figures]].itertuples(index=False):
        sheet.append(list(row))
    path = tmp_path_factory.mktemp("publisher") / "matrix.xlsx"
    book.save(path)
    return undesa.workbook_stocks(path, codes=places.codes_by_m49())


def test_all_pairs_are_read_and_none_is_dropped(rows, reading):
    assert (reading.read, reading.kept) == (len(rows), 9_340)


def test_every_figure_equals_that_of_the_tidy_export(reading, full):
    keys = ["destination", "origin", "year"]
    persons = ["both", "female", "male"]
    export = full.stocks[full.stocks["edition"] == "undesa-2024"].set_index(keys)[persons]
    found = reading.table.set_index(keys)[persons]
    assert len(found) == 9_340 * 8
    pd.testing.assert_frame_equal(found, export.loc[found.index])


def test_every_mark_equals_that_of_the_tidy_export(reading, full):
    marks = list(undesa.MARKS)
    export = full.destinations[full.destinations["edition"] == "undesa-2024"]
    export = export.set_index("destination")[marks]
    found = reading.table.drop_duplicates("destination").set_index("destination")[marks]
    assert len(found) > 225
    pd.testing.assert_frame_equal(found, export.loc[found.index])


GDP = "API_NY.GDP.PCAP.CD_DS2_en_csv_v2_1253386.csv"


@pytest.fixture
def gdp_archive(sources_folder, tmp_path):
    """Zip a table of the World Bank as its address serves it."""
    path = tmp_path / "gdp.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(sources_folder / "wb-wdi" / GDP, GDP)
    return path


def test_every_cell_of_a_world_bank_indicator_is_read_or_counted(sources_folder, gdp_archive):
    with (sources_folder / "wb-wdi" / GDP).open(encoding="utf-8-sig", newline="") as stream:
        _, *rows = list(csv.reader(stream))[4:]
    figures = {
        (row[1], 1960 + at): float(cell)
        for row in rows
        for at, cell in enumerate(row[4:69])
        if cell
    }
    found = worldbank_api.indicator(
        gdp_archive, code="NY.GDP.PCAP.CD", column="gdp", aliases=places.aliases()
    )
    assert found.read == 266 * 65
    assert found.kept + found.dropped["empty cell"] == 217 * 65
    kept = found.table.set_index(["place", "year"])["gdp"].to_dict()
    economies = {place for place, _ in kept}
    # The Channel Islands are the one economy with another code in places.csv.
    today = {(place.replace("CHI", "XCX"), year): value for (place, year), value in figures.items()}
    assert len(kept) > 11_000
    assert kept == {key: value for key, value in today.items() if key[0] in economies}
