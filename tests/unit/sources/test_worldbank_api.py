"""Reader of an indicator as the World Bank's own address serves it."""

import zipfile

import pytest

from roundtable.errors import DataError
from roundtable.sources import worldbank_api

ALIASES = {"FRA": "FRA", "NAM": "NAM", "CHI": "XCX"}
CODE = "SP.POP.TOTL"
HEADER = '"Country Name","Country Code","Indicator Name","Indicator Code","2019","2020",'
PREAMBLE = (
    '\ufeff"Data Source","World Development Indicators",\n\n"Last Updated Date","2025-07-01",\n\n'
)
ROWS = (
    '"Namibia","NAM","Population, total","SP.POP.TOTL","2600000","2650000.4",',
    '"France","FRA","Population, total","SP.POP.TOTL","67388001","",',
    '"Channel Islands","CHI","Population, total","SP.POP.TOTL","","171000",',
    '"World","WLD","Population, total","SP.POP.TOTL","7700000000","7800000000",',
)


@pytest.fixture
def archive(tmp_path):
    """Zip a table as the publisher does, beside a description of the countries."""

    def write(*rows: str, header: str = HEADER, name: str = f"API_{CODE}_DS2_en_csv_v2_1.csv"):
        path = tmp_path / f"API_{CODE}_DS2_en_csv_v2.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as zipped:
            zipped.writestr(name, "\ufeff" + PREAMBLE + "\n".join([header, *rows, ""]))
            zipped.writestr(f"Metadata_Country_{name}", '"Country Code","Region"\n')
        return path

    return write


def people(path, **options):
    given = {"code": CODE, "column": "population", "aliases": ALIASES, "groups": {"WLD"}}
    return worldbank_api.indicator(path, **{**given, "whole": True, **options})


def test_each_year_of_each_economy_is_a_row_under_the_code_of_today(archive):
    assert people(archive(*ROWS)).table.to_dict("list") == {
        "place": ["FRA", "NAM", "NAM", "XCX"],
        "year": [2019, 2019, 2020, 2020],
        "population": [67_388_001, 2_600_000, 2_650_000, 171_000],
    }


def test_cells_of_groups_and_empty_cells_are_dropped_and_counted(archive):
    found = people(archive(*ROWS))
    assert found.read == 8
    assert found.dropped == {"cell of a group": 2, "empty cell": 2}
    assert found.kept == len(found.table) == 4


def test_figures_that_are_no_counts_keep_their_fractions(archive):
    found = people(archive(ROWS[0]), whole=False, column="gdp_per_capita").table
    assert list(found["gdp_per_capita"]) == [2_600_000.0, 2_650_000.4]


def test_the_archive_of_another_indicator_is_refused(archive):
    message = r"holds the indicator 'SP\.POP\.TOTL', not 'NY\.GDP\.PCAP\.PP\.KD'\. Put the archive"
    with pytest.raises(DataError, match=message):
        people(archive(*ROWS), code="NY.GDP.PCAP.PP.KD")


def test_codes_that_are_neither_place_nor_group_are_listed_in_full(archive):
    rows = [row.replace("CHI", "SUN").replace("WLD", "YUG") for row in ROWS]
    message = r"has codes that data/places\.csv does not know: SUN, YUG\."
    with pytest.raises(DataError, match=message):
        people(archive(*rows))


def test_a_changed_header_is_refused(archive):
    path = archive(*ROWS, header=HEADER.replace("Country Code", "Code"))
    with pytest.raises(DataError, match=r"has no column 'Country Code'; it has 'Country Name', "):
        people(path)


def test_an_archive_without_the_table_is_refused_with_what_it_holds(archive):
    message = r"no readable table API_….csv \(it holds notes\.csv, Metadata_Country_notes\.csv\)"
    with pytest.raises(DataError, match=message):
        people(archive(*ROWS, name="notes.csv"))


def test_an_archive_that_is_cut_off_is_refused(archive):
    path = archive(*ROWS)
    path.write_bytes(path.read_bytes()[:200])
    with pytest.raises(DataError, match=r"It is cut off or not the publisher's archive: fetch it"):
        people(path)
