"""What a file is, judged by its bytes."""

import gzip
import zipfile

import pytest

from roundtable.sources import signature

PAGE = b'<!DOCTYPE html>\n<html lang="en"><head><title>Sign in</title>'


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("a/stock.xlsx", b"PK\x03\x04rest"),
        ("a/geo.xls", b"\xd0\xcf\x11\xe0\xa1\xb1"),
        ("a/dist.zip", b"PK\x03\x04"),
        ("a/stocks.csv.gz", b"\x1f\x8b\x08"),
        ("a/population.csv", b"Country Name,Country Code\n"),
        ("a/treaties.dta", b"<stata_dta><header><release>118"),
        ("a/treaties.csv", b"<5 persons,1\n"),
    ],
)
def test_a_file_that_begins_as_its_name_says_is_taken_whatever_the_server_calls_it(name, head):
    assert signature.foreign(name, head) == ""
    assert signature.foreign(name, head, content_type="text/plain") == ""


@pytest.mark.parametrize("name", ["a/stock.xlsx", "a/geo.xls", "a/x.zip", "a/x.gz", "a/x.csv"])
@pytest.mark.parametrize("head", [PAGE, b"\xef\xbb\xbf \n<HTML>", b"<?xml version='1.0'?>\n<html>"])
def test_a_web_page_is_none_of_these_files_also_when_the_server_does_not_call_it_one(name, head):
    assert signature.foreign(name, head).startswith("a web page came (no content type, beginning")


def test_a_piece_of_a_page_is_known_by_what_the_server_calls_it():
    found = signature.foreign("x.csv", b"<div>Please wait</div>", content_type="text/html")
    assert found == "a web page came (text/html, beginning '<div>Please wait</div>'), not data"


def test_other_bytes_are_named_with_what_was_expected_and_how_they_begin():
    found = signature.foreign("x.xlsx", b'{"message":\n "gone"}', content_type="application/json")
    expected = 'what came is not a workbook (application/json, beginning \'{"message": "gone"}\')'
    assert found == expected


def test_what_cannot_be_printed_stays_out_of_the_message():
    found = signature.foreign("x.gz", b"\x00\x1b[31mred")
    assert "\x1b" not in found and "\x00" not in found


@pytest.fixture
def workbook(tmp_path):
    path = tmp_path / "stock"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("sheet.xml", "<row/>" * 100)
    return path


def test_a_whole_file_is_not_broken(workbook, tmp_path):
    packed = tmp_path / "packed"
    packed.write_bytes(gzip.compress(b"geo\n" * 1000))
    assert signature.broken(workbook, name="a.xlsx") == ""
    assert signature.broken(packed, name="a.csv.gz") == ""
    assert signature.broken(packed, name="a.csv") == ""


def test_a_workbook_without_its_end_is_broken(workbook):
    workbook.write_bytes(workbook.read_bytes()[:300])
    assert signature.broken(workbook, name="a.xlsx") == "File is not a zip file"


def test_a_changed_byte_inside_a_workbook_is_found(workbook):
    workbook.write_bytes(workbook.read_bytes().replace(b"<row/><row/>", b"<row/><rom/>", 1))
    assert signature.broken(workbook, name="a.xlsx") == "'sheet.xml' in it is damaged"


def test_a_gzip_file_without_its_end_is_broken(tmp_path):
    path = tmp_path / "packed"
    path.write_bytes(gzip.compress(b"geo\n" * 1000)[:-4])
    assert "ended before the end-of-stream marker" in signature.broken(path, name="a.csv.gz")
