"""Which files are to be downloaded."""

import hashlib

import pytest

from roundtable.sources import Source, SourceFile
from roundtable.sources.needed import Need, plan

ABOUT = dict.fromkeys(
    ["title", "producer", "citation", "url", "version", "licence", "unit", "caveat"], "-"
)
SOURCE = Source(id="un", **ABOUT)
SHA256 = hashlib.sha256(b"right").hexdigest()
BOOK = SourceFile("un/book.xlsx", "workbook", SHA256, url="https://example.org/book.xlsx")
COPY = SourceFile("un/copy.csv", "tidy")
RATES = SourceFile("wb/rates.csv", "table", url="https://example.org/rates.csv")
STOCKS, INCOMES, TREATIES = (
    Need(SOURCE, (BOOK, COPY)),
    Need(SOURCE, (RATES,)),
    Need(SOURCE, (SourceFile("ha/treaties.csv"),)),
)
ALL = (STOCKS, INCOMES, TREATIES)


@pytest.fixture
def downloads(tmp_path):
    folder = tmp_path / "downloads"
    for name in ("un", "wb", "ha"):
        (folder / name).mkdir(parents=True)
    return folder


def names(needs):
    return [need.files[0].name for need in needs]


def test_with_nothing_there_all_is_downloaded_that_has_an_address(downloads):
    found = plan(ALL, downloads)
    assert names(found.download) == ["un/book.xlsx", "wb/rates.csv"]
    assert names(found.by_hand) == ["ha/treaties.csv"]
    assert found.there == ()


def test_the_first_layout_with_an_address_is_the_one_to_download():
    assert Need(SOURCE, (COPY, BOOK, RATES)).download is BOOK
    assert TREATIES.download is None


def test_what_is_there_with_the_right_bytes_or_without_known_ones_is_kept(downloads):
    (downloads / "un/book.xlsx").write_bytes(b"right")
    (downloads / "wb/rates.csv").write_bytes(b"any")
    (downloads / "ha/treaties.csv").write_bytes(b"any")
    assert plan(ALL, downloads).there == ALL


def test_other_bytes_than_those_checked_are_downloaded_again(downloads):
    (downloads / "un/book.xlsx").write_bytes(b"wrong")
    assert names(plan(ALL, downloads).download) == ["un/book.xlsx", "wb/rates.csv"]


def test_a_copy_that_was_put_there_by_hand_will_do(downloads):
    (downloads / "un/copy.csv").write_bytes(b"any")
    assert names(plan(ALL, downloads).there) == ["un/book.xlsx"]


def test_a_part_is_no_file(downloads):
    (downloads / "wb/.rates.csv.part").write_bytes(b"any")
    assert plan([INCOMES], downloads).download == (INCOMES,)


def test_files_of_the_folder_given_are_not_downloaded(downloads, tmp_path):
    (tmp_path / "un").mkdir()
    (tmp_path / "un/copy.csv").write_bytes(b"any")
    found = plan(ALL, downloads, given=tmp_path)
    assert (names(found.there), names(found.download)) == (["un/book.xlsx"], ["wb/rates.csv"])


def test_a_refresh_downloads_what_is_updated_in_place_and_leaves_bytes_that_are_fixed(downloads):
    (downloads / "un/book.xlsx").write_bytes(b"right")
    (downloads / "wb/rates.csv").write_bytes(b"any")
    (downloads / "ha/treaties.csv").write_bytes(b"any")
    found = plan(ALL, downloads, refresh=True)
    assert found.download == (INCOMES,)
    assert found.there == (STOCKS, TREATIES)


def test_files_that_two_tables_need_are_planned_once(downloads):
    assert plan([INCOMES, Need(SOURCE, (RATES,))], downloads).download == (INCOMES,)
