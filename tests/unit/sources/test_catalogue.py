"""The catalogue of sources, and how a source's file is found."""

import hashlib
import re

import pytest

from roundtable import sources
from roundtable.errors import DataError
from roundtable.sources import SourceFile, reading

ENTRY = """\
stocks:
  title: Stocks
  producer: A producer
  citation: A producer, Stocks
  url: https://example.org
  version: "1"
  licence: CC BY 4.0
  unit: persons
  caveat: None.
"""


@pytest.fixture
def catalogue(tmp_path):
    """Write a catalogue of one source with more lines."""

    def write(more: str):
        file = tmp_path / "sources.yml"
        file.write_text(ENTRY + more)
        return file

    return write


def test_every_source_says_what_a_briefing_cites():
    for source in sources.catalogue().values():
        for name in ("title", "producer", "citation", "version", "licence", "unit", "caveat"):
            assert getattr(source, name).strip(), f"{source.id} has no {name}"
        assert source.url.startswith("https://")


def test_every_edition_has_a_source_with_a_matrix_and_totals():
    assert list(sources.EDITIONS) == ["undesa-2020", "undesa-2024"]
    for name in sources.EDITIONS.values():
        assert set(sources.catalogue()[name].files) == {"matrix", "totals"}


def test_the_layout_of_the_publisher_comes_first():
    for name in sources.EDITIONS.values():
        first, *others = sources.catalogue()[name].files["matrix"]
        assert first.layout == "workbook"
        assert [file.layout for file in others] == ["tidy"]


def test_digests_are_whole():
    for source in sources.catalogue().values():
        for files in source.files.values():
            for file in files:
                assert re.fullmatch(r"|[0-9a-f]{64}", file.sha256), file.name
                assert re.fullmatch(r"|[0-9a-f]{32}", file.md5), file.name


def test_an_address_is_that_of_one_file_and_safe_on_its_way():
    addresses = {
        (file.url, file.name)
        for source in sources.catalogue().values()
        for files in source.files.values()
        for file in files
        if file.url
    }
    assert len(addresses) >= 4
    assert len({url for url, _ in addresses}) == len(addresses)
    assert all(url.startswith("https://") for url, _ in addresses)


def test_a_copy_that_others_keep_is_fetched_only_with_a_known_digest():
    copies = [
        file
        for source in sources.catalogue().values()
        for files in source.files.values()
        for file in files
        if "githubusercontent" in file.url
    ]
    assert copies
    assert [file.name for file in copies if not file.known_hash] == []


def test_files_are_read_by_role(catalogue):
    file = catalogue("  files:\n    matrix:\n      - {name: a/b.csv, layout: tidy}\n")
    assert sources.catalogue(file)["stocks"].files == {
        "matrix": (SourceFile(name="a/b.csv", layout="tidy", sha256=""),)
    }


def test_an_entry_that_lacks_a_field_is_an_error_that_names_it(catalogue):
    file = catalogue("")
    file.write_text(ENTRY.replace("  licence: CC BY 4.0\n", ""))
    with pytest.raises(DataError, match=r"sources\.yml, entry 'stocks': .*'licence'"):
        sources.catalogue(file)


def test_a_misspelt_field_is_an_error_that_names_it(catalogue):
    with pytest.raises(DataError, match=r"sources\.yml, entry 'stocks': .*'license'"):
        sources.catalogue(catalogue("  license: CC BY 4.0\n"))


def test_a_misspelt_field_of_a_file_is_an_error_that_names_it(catalogue):
    file = catalogue("  files:\n    matrix:\n      - {name: a.csv, sha265: 0}\n")
    with pytest.raises(DataError, match=r"sources\.yml, entry 'stocks': .*'sha265'"):
        sources.catalogue(file)


WORKBOOK, EXPORT = SourceFile("un/book.xlsx", "workbook"), SourceFile("un/export.csv", "tidy")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "un").mkdir()
    (tmp_path / "un" / "export.csv").write_text("geo\n")
    return tmp_path


def test_the_first_file_that_is_there_is_taken(folder):
    assert sources.locate((WORKBOOK, EXPORT), folder) == (folder / "un/export.csv", EXPORT)
    (folder / "un" / "book.xlsx").write_text("")
    assert sources.locate((WORKBOOK, EXPORT), folder) == (folder / "un/book.xlsx", WORKBOOK)


def test_a_missing_file_is_an_error_that_names_every_layout_and_the_remedy(folder):
    (folder / "un" / "export.csv").unlink()
    message = (
        r"There is no 'un/book\.xlsx' or 'un/export\.csv' in '.*'\. "
        r"Name the folder that holds the publishers' files, laid out as data/README\.md shows"
    )
    with pytest.raises(DataError, match=message):
        sources.locate((WORKBOOK, EXPORT), folder)


def test_a_file_with_the_right_digest_is_taken(folder):
    digest = hashlib.sha256(b"geo\n").hexdigest()
    file = SourceFile("un/export.csv", "tidy", digest)
    assert sources.sha256(folder / "un/export.csv") == digest
    assert sources.locate((file,), folder)[1] is file


def test_a_file_with_another_digest_is_an_error_that_says_both_and_the_remedy(folder):
    seen = hashlib.sha256(b"geo\n").hexdigest()[:16]
    message = (
        rf"'un/export\.csv' is not the file that was checked: its SHA-256 is {seen}…, "
        r"expected 0000000000000000…\. It may be cut off or another edition: fetch it again, "
        r"or correct the digest in data/sources\.yml"
    )
    with pytest.raises(DataError, match=message):
        sources.locate((SourceFile("un/export.csv", "tidy", "0" * 64),), folder)


def test_an_md5_is_checked_where_only_that_is_on_record(folder):
    seen = hashlib.md5(b"geo\n", usedforsecurity=False).hexdigest()
    right, wrong = (SourceFile("un/export.csv", "tidy", md5=md5) for md5 in (seen, "0" * 32))
    assert sources.locate((right,), folder)[1] is right
    message = rf"its MD5 is {seen[:16]}…, expected 0000000000000000…\. It may be cut off"
    with pytest.raises(DataError, match=message):
        sources.locate((wrong,), folder)


def test_a_file_of_which_both_digests_are_known_is_checked_by_the_stronger():
    file = SourceFile("a.csv", sha256="a" * 64, md5="b" * 32)
    assert file.known_hash == "sha256:" + "a" * 64


def test_rows_kept_are_rows_read_without_those_dropped():
    assert reading.Reading(None, read=10, dropped={"one reason": 3, "another": 2}).kept == 5
    assert reading.Reading(None, read=10).kept == 10


def test_a_sheet_that_is_not_there_is_an_error_that_names_it(matrix_workbook):
    with pytest.raises(DataError, match=r"has no readable sheet 'Table 9'.*fetch it again"):
        reading.sheet(matrix_workbook([]), "Table 9")
