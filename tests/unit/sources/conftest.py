"""Small files in the layouts of the publishers, written by code."""

import gzip
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest

YEARS = (1990, 1995, 2000, 2005, 2010, 2015, 2020, 2024)
BLOCKS = (
    "International migrant stock at mid-year, both sexes combined",
    "International migrant stock at mid-year, males",
    "International migrant stock at mid-year, females",
)

MATRIX = [
    "Index",
    "Region, development group, country or area of destination",
    "Coverage",
    "Data type",
    "Location code of destination",
    "Region, development group, country or area of origin",
    "Location code of origin",
]
TOTALS = ["Index", "Region, development group, country or area", "Coverage", "Data type"]


def fill_sheet(sheet, title: str, header: Sequence, rows: Sequence[Sequence]) -> None:
    """Lay a sheet out as UN DESA does: preamble above, header in Excel row 11."""
    at = len(header) - len(YEARS) * 3 + 1
    sheet.cell(2, 5, "International Migrant Stock 2024: Destination and origin")
    sheet.cell(3, 5, title)
    sheet.cell(4, 5, "POP/DB/MIG/Stock/Rev.2024")
    for block, words in enumerate(BLOCKS):
        sheet.cell(10, max(at, 1) + block * len(YEARS), words)
    for row, cells in enumerate([header, *rows], start=11):
        for column, cell in enumerate(cells, start=1):
            if cell is not None:
                sheet.cell(row, column, cell)
    sheet.cell(12 + len(rows), 2, "Note: blank cells and two dots mean that nothing is available.")


@pytest.fixture
def matrix_workbook(tmp_path: Path) -> Callable[..., Path]:
    """Write a workbook of destinations and origins; each row as in its header."""

    def write(
        rows: Sequence[Sequence],
        *,
        header: Sequence[str] = MATRIX,
        years: Sequence[int] = YEARS,
        name: str = "undesa_pd_2024_ims_stock_by_sex_destination_and_origin.xlsx",
    ) -> Path:
        book = openpyxl.Workbook()
        book.active.title = "Table of contents"
        title = (
            "Table 1: International migrant stock at mid-year by sex and by region, country or "
            "area of destination and origin, 1990-2024"
        )
        # The publisher's years are whole numbers in the first block, fractions in the others.
        blocks = [*years, *map(float, years), *map(float, years)]
        fill_sheet(book.create_sheet("Table 1"), title, [*header, *blocks], rows)
        book.save(tmp_path / name)
        return tmp_path / name

    return write


@pytest.fixture
def totals_workbook(tmp_path: Path) -> Callable[..., Path]:
    """Write a workbook by destination, its population table in the layout of 2024.

    There the column headed "Location code" holds the type of data, one column earlier.
    """

    def write(stocks: Sequence[Sequence], population: Sequence[Sequence]) -> Path:
        book = openpyxl.Workbook()
        book.active.title = "Table of contents"
        years = [*YEARS, *map(float, YEARS), *map(float, YEARS)]
        fill_sheet(
            book.create_sheet("Table 1"),
            "Table 1: International migrant stock at mid-year by sex and by region, country or "
            "area of destination, 1990-2024",
            [*TOTALS, "Location code", *years],
            stocks,
        )
        fill_sheet(
            book.create_sheet("Table 2"),
            "Table 2: Total population at mid-year by sex and by region, country or area of "
            "destination, 1990-2024 (thousands)",
            [*TOTALS[:2], "Population notes", "Location code", *years],
            population,
        )
        path = tmp_path / "undesa_pd_2024_ims_stock_by_sex_and_destination.xlsx"
        book.save(path)
        return path

    return write


@pytest.fixture
def tidy_file(tmp_path: Path) -> Callable[..., Path]:
    """Write a tidy export, gzipped."""

    def write(
        rows: Sequence[str],
        *,
        header: str = "geo,t,from,sex,n,type_b,type_c,type_r,type_i",
    ) -> Path:
        path = tmp_path / "undesa_stocks.csv.gz"
        path.write_bytes(gzip.compress("\n".join([header, *rows, ""]).encode()))
        return path

    return write


@pytest.fixture
def csv_file(tmp_path: Path) -> Callable[..., Path]:
    """Write a plain CSV file."""

    def write(*lines: str, name: str = "figures.csv") -> Path:
        path = tmp_path / name
        path.write_text("\n".join([*lines, ""]), encoding="utf-8")
        return path

    return write
