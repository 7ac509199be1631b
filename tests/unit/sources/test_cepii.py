"""Reader of CEPII's pairs."""

import io
import zipfile

import openpyxl
import pytest

from roundtable.errors import DataError
from roundtable.sources import cepii

HEADER = [
    *["iso_o", "iso_d", "contig", "comlang_off", "comlang_ethno", "colony", "comcol"],
    *["curcol", "col45", "smctry", "dist", "distcap", "distw", "distwces"],
]
ALIASES = {"ROM": "ROU", "ROU": "ROU", "HUN": "HUN", "MAC": "MAC"}


def both_ways(a, b, *marks, capitals, weighted):
    """Return the rows of a pair and of its reverse."""
    return [[x, y, *marks, 0, 0, 0, 900.0, capitals, weighted, "."] for x, y in ((a, b), (b, a))]


ROWS = [
    ["HUN", "HUN", 0, 0, 0, 0, 0, 0, 0, 0, 113.0, 113.0, 100.0, "."],
    *both_ways("ROM", "HUN", 1, 0, 1, 1, 0, capitals=642.5, weighted=500.25),
    *both_ways("YUG", "HUN", 1, 0, 0, 0, 0, capitals=317.0, weighted=393.0),
    *both_ways("MAC", "HUN", 0, 0, 0, 0, 0, capitals=8_600.0, weighted="."),
]


@pytest.fixture
def archive(tmp_path):
    """Write an archive with a sheet of pairs; calamine tells the format from the content."""

    def write(rows, *, header=HEADER, member="dist_cepii.xls"):
        book = openpyxl.Workbook()
        for row in [header, *rows]:
            book.active.append(row)
        content = io.BytesIO()
        book.save(content)
        path = tmp_path / "dist_cepii.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
            file.writestr(member, content.getvalue())
        return path

    return write


def row_of(table, origin, destination):
    found = table[(table["origin"] == origin) & (table["destination"] == destination)]
    return found.iloc[0].to_dict()


def test_a_pair_has_its_marks_the_distance_of_its_capitals_and_the_weighted_one(archive):
    table = cepii.pairs(archive(ROWS), aliases=ALIASES).table
    assert row_of(table, "ROU", "HUN") == {
        "origin": "ROU",
        "destination": "HUN",
        "contiguous_cepii": True,
        "official_language": False,
        "spoken_language": True,
        "colony": True,
        "common_coloniser": False,
        "distance": 642.5,
        "distance_weighted": 500.25,
    }


def test_a_country_of_2004_keeps_a_code_of_its_own(archive):
    table = cepii.pairs(archive(ROWS), aliases=ALIASES).table
    assert set(table["origin"]) == {"HUN", "ROU", "SCG", "MAC"}


def test_a_distance_that_cepii_leaves_out_is_missing(archive):
    table = cepii.pairs(archive(ROWS), aliases=ALIASES).table
    assert table["distance_weighted"].isna().sum() == 2
    assert row_of(table, "MAC", "HUN")["distance"] == 8_600.0


def test_places_paired_with_themselves_are_dropped_and_counted(archive):
    found = cepii.pairs(archive(ROWS), aliases=ALIASES)
    assert (found.read, found.kept, len(found.table)) == (7, 6, 6)
    assert found.dropped == {"row of a place with itself": 1}


def test_unknown_codes_are_listed_in_full(archive):
    rows = both_ways("SUN", "DDR", 0, 0, 0, 0, 0, capitals=1.0, weighted=1.0)
    with pytest.raises(DataError, match=r"does not know: DDR, SUN\."):
        cepii.pairs(archive(rows), aliases=ALIASES)


@pytest.mark.parametrize(
    "rows",
    [
        ROWS[:2],
        [*ROWS, ["HUN", "ROM", *ROWS[1][2:]]],
        [*ROWS[:-1], ["HUN", "MAC", 1, *ROWS[-1][3:]]],
    ],
    ids=["alone", "twice", "another border"],
)
def test_a_pair_that_does_not_match_its_reverse_is_refused(archive, rows):
    with pytest.raises(DataError, match=r"say another thing than their reverse, or stand"):
        cepii.pairs(archive(rows), aliases=ALIASES)


def test_a_changed_header_is_refused(archive):
    header = [name.replace("distcap", "capitals") for name in HEADER]
    with pytest.raises(DataError, match=r"has no column 'distcap'"):
        cepii.pairs(archive(ROWS, header=header), aliases=ALIASES)


def test_an_archive_with_another_file_is_refused(archive):
    with pytest.raises(DataError, match=r"has no readable 'dist_cepii\.xls'.*fetch it again"):
        cepii.pairs(archive(ROWS, member="geo_cepii.xls"), aliases=ALIASES)


def test_an_archive_that_is_cut_off_is_refused(archive):
    path = archive(ROWS)
    path.write_bytes(path.read_bytes()[:1_000])
    with pytest.raises(DataError, match=r"has no readable 'dist_cepii\.xls'.*cut off"):
        cepii.pairs(path, aliases=ALIASES)
