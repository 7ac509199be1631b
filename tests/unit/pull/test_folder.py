"""Building the store from a folder of the publishers' files."""

import gzip

import openpyxl
import pytest

from roundtable import pull, sources
from roundtable.errors import DataError
from roundtable.pull import folder as reading_folder
from roundtable.pull.jobs import jobs
from roundtable.sources import Source, SourceFile

ABOUT = dict.fromkeys(
    ["title", "producer", "citation", "url", "version", "licence", "unit", "caveat"], "-"
)
HEADER = "geo,t,from,sex,n,type_b,type_c,type_r,type_i"


def totals_workbook(path, *, france):
    """Write totals and population of France in the years 2015 and 2020."""
    book = openpyxl.Workbook()
    for name, figures in (("Table 1", france), ("Table 2", [65_000.5, 66_000])):
        sheet = book.create_sheet(name)
        head = ["Index", "Region, development group, country or area", "Location code"]
        sheet.append([*head, *[2015, 2020] * 3])
        sheet.append([1, "France", 250, *figures * 3])
    book.save(path)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Write two editions and two indicators, and a catalogue that names them."""
    for edition, persons in (("old", 4), ("new", 5)):
        rows = [
            f"FRA,{year},MUS,{sex},{persons},{int(edition == 'old')},{int(edition == 'new')},0,0"
            for year in (2015, 2020)
            for sex in ("female", "male")
        ]
        text = "\n".join([HEADER, *rows])
        (tmp_path / f"{edition}.csv.gz").write_bytes(gzip.compress(text.encode()))
        totals_workbook(tmp_path / f"{edition}.xlsx", france=[persons * 2, persons * 2])
    (tmp_path / "wdi.csv").write_text(
        "geo,var,t,v\nFRA,income,2020,45000\nFRA,gdp,2018,2.5e12\nMUS,birth,2020,1\n"
    )
    (tmp_path / "population.csv").write_text(
        "Country Name,Country Code,Year,Value\n"
        "France,FRA,2019,67000000\nWorld,WLD,2020,1\nChannel Islands,CHI,2020,170000\n"
    )

    def edition_files(name):
        return {
            "matrix": (
                SourceFile(f"{name}-origins.xlsx", "workbook"),
                SourceFile(f"{name}.csv.gz", "tidy"),
            ),
            "totals": (SourceFile(f"{name}.xlsx", "workbook"),),
        }

    catalogue = {
        "undesa-ims-2020": edition_files("old"),
        "undesa-ims-2024": edition_files("new"),
        "worldbank-wdi": {
            "gdp_per_capita": (SourceFile("wdi.csv", "tidy"),),
            "gdp": (SourceFile("wdi.csv", "tidy"),),
            "population": (SourceFile("population.csv", "tidy"),),
        },
    }
    entries = {name: Source(id=name, files=files, **ABOUT) for name, files in catalogue.items()}
    monkeypatch.setattr(sources, "catalogue", lambda: entries)
    monkeypatch.setattr(reading_folder, "jobs", lambda: [j for j in jobs() if j.source in entries])
    return tmp_path


def test_editions_live_side_by_side_each_row_with_its_source(folder):
    stocks = pull.from_folder(folder).stocks
    assert list(stocks[["edition", "source", "year", "both"]].itertuples(index=False)) == [
        ("undesa-2020", "undesa-ims-2020", 2015, 8),
        ("undesa-2020", "undesa-ims-2020", 2020, 8),
        ("undesa-2024", "undesa-ims-2024", 2015, 10),
        ("undesa-2024", "undesa-ims-2024", 2020, 10),
    ]


def test_what_a_destination_counts_is_kept_by_edition(folder):
    marks = pull.from_folder(folder).destinations.set_index("edition")
    assert list(marks.loc["undesa-2020", ["born", "citizens"]]) == [True, False]
    assert list(marks.loc["undesa-2024", ["born", "citizens"]]) == [False, True]


def test_income_gdp_and_population_of_a_place_are_joined_and_may_lack_some_of_them(folder):
    rows = pull.from_folder(folder).economies
    found = [
        (row.place, row.year, str(row.gdp_per_capita), str(row.gdp), str(row.population))
        for row in rows.itertuples()
    ]
    assert found == [
        ("FRA", 2018, "nan", "2500000000000.0", "<NA>"),
        ("FRA", 2019, "nan", "nan", "67000000"),
        ("FRA", 2020, "45000.0", "nan", "<NA>"),
        ("XCX", 2020, "nan", "nan", "170000"),
    ]


def test_the_account_gives_every_file_with_its_digest_and_rows(folder):
    made_from = pull.from_folder(folder).manifest["made_from"]
    assert list(made_from) == [
        *["old.csv.gz", "old.xlsx", "new.csv.gz", "new.xlsx"],
        *["wdi.csv", "wdi.csv (gdp)", "population.csv"],
    ]
    assert made_from["wdi.csv"] == {
        "source": "worldbank-wdi",
        "sha256": sources.sha256(folder / "wdi.csv"),
        "read": 3,
        "kept": 1,
        "dropped": {"row of another indicator, or empty": 2},
    }
    assert made_from["population.csv"]["dropped"] == {"row of a group": 1}
    assert made_from["old.csv.gz"]["dropped"] == {}


def test_each_file_is_announced_before_it_is_read(folder):
    said = []
    (folder / "wdi.csv").write_text("")
    with pytest.raises(DataError, match=r"'wdi\.csv' cannot be read"):
        pull.from_folder(folder, announce=said.append)
    assert said[-1] == "wdi.csv"


def test_all_places_of_the_matrix_are_complete_and_others_is_no_place(folder):
    rows = "FRA,2020,OOO,female,1,1,0,0,0\nFRA,2020,OOO,male,1,1,0,0,0\n"
    path = folder / "old.csv.gz"
    path.write_bytes(gzip.compress(gzip.decompress(path.read_bytes()) + b"\n" + rows.encode()))
    assert pull.from_folder(folder).complete == {"FRA", "MUS"}


def test_the_workbook_of_the_publisher_is_preferred_where_it_is_there(folder):
    (folder / "new-origins.xlsx").write_bytes(b"<html>")
    with pytest.raises(DataError, match=r"'new-origins\.xlsx' has no readable sheet 'Table 1'"):
        pull.from_folder(folder)


def test_a_missing_file_is_an_error_that_names_what_would_do(folder):
    (folder / "new.csv.gz").unlink()
    message = r"There is no 'new-origins\.xlsx' or 'new\.csv\.gz' in '.*'\. Name the folder"
    with pytest.raises(DataError, match=message):
        pull.from_folder(folder)


def test_a_destination_that_counts_differently_by_corridor_is_refused(folder):
    path = folder / "old.csv.gz"
    rows = "FRA,2020,SEN,female,1,0,1,0,0\nFRA,2020,SEN,male,1,0,1,0,0\n"
    path.write_bytes(gzip.compress(gzip.decompress(path.read_bytes()) + b"\n" + rows.encode()))
    with pytest.raises(DataError, match=r"The table 'destinations' does not fit its schema"):
        pull.from_folder(folder)
