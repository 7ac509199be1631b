"""Downloading what a plan says, from a server on this machine."""

import fcntl
import hashlib
import re
from pathlib import Path

import pytest
from tests.publisher import Answer

from roundtable.errors import DataError
from roundtable.sources import Source, SourceFile, download
from roundtable.sources.needed import Need, Plan, plan

ABOUT = dict.fromkeys(
    ["producer", "citation", "version", "licence", "unit", "caveat"],
    "-",
)
BODY = b"a line of figures\n" * 5_000
"""90,000 bytes."""


@pytest.fixture
def needs(publisher):
    """Three files of one publisher, all served: fixed bytes, and two updated in place."""
    source = Source(id="un", title="Stocks", url="https://example.org/stocks", **ABOUT)
    digest = hashlib.sha256(BODY).hexdigest()
    found = []
    for name, sha256 in (("un/a.csv", digest), ("un/b.csv", ""), ("wb/c.csv", "")):
        publisher.answers[name] = Answer(BODY)
        found.append(Need(source, (SourceFile(name, sha256=sha256, url=publisher.url(name)),)))
    return found


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "downloads"


def fetch(needs, folder, **options):
    """Download what is not there, with one attempt a file."""
    refresh = options.get("refresh", False)
    download.fetch(
        plan(needs, folder, refresh=refresh), folder, **{"again": 0, "timeout": 10, **options}
    )


def files(folder):
    """Name the files that are complete, without parts and marks."""
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    )


def test_files_come_to_their_names_below_the_folder(needs, folder):
    fetch(needs, folder)
    assert files(folder) == ["un/a.csv", "un/b.csv", "wb/c.csv"]
    assert all((folder / name).read_bytes() == BODY for name in files(folder))


def test_the_program_says_who_it_is(needs, folder, publisher):
    fetch(needs, folder)
    assert all(re.fullmatch(r"roundtable-workbooks/[\d.]+", agent) for agent in publisher.agents)


def test_a_second_pull_asks_for_nothing(needs, folder, publisher):
    fetch(needs, folder)
    publisher.asked.clear()
    fetch(needs, folder)
    assert publisher.asked == []


def test_a_failure_does_not_keep_the_others_from_coming(needs, folder, publisher):
    publisher.answers["un/a.csv"] = Answer(status=404)
    message = (
        r"^1 of 3 files could not be downloaded:\n"
        r"  - 'un/a\.csv': the address answers 404 Not Found\. The publisher may have moved the "
        r"file\. Its address: http://127\.0\.0\.1:\d+/un/a\.csv\n"
        r"The publishers' pages: https://example\.org/stocks\n"
        r"What came is kept in '.*/downloads', and the tables in place are as they were\. Run the "
        r"command again to go on\."
    )
    with pytest.raises(DataError, match=message):
        fetch(needs, folder)
    assert files(folder) == ["un/b.csv", "wb/c.csv"]


def test_all_failures_are_told_at_once_and_only_those_are_tried_again(needs, folder, publisher):
    publisher.answers["un/a.csv"] = Answer(b"other bytes")
    publisher.answers["wb/c.csv"] = Answer(b"<html>", kind="text/html")
    with pytest.raises(DataError) as caught:
        fetch(needs, folder)
    lines = str(caught.value).splitlines()
    assert lines[0] == "2 of 3 files could not be downloaded:"
    assert "its SHA-256 is" in lines[1] and "a web page came" in lines[2]
    publisher.asked.clear()
    publisher.answers["un/a.csv"] = publisher.answers["wb/c.csv"] = Answer(BODY)
    fetch(needs, folder)
    assert publisher.paths() == ["un/a.csv", "wb/c.csv"]


def test_a_file_without_an_address_is_missed_after_the_others_came(needs, folder):
    source = Source(id="ha", title="Treaties", url="https://example.org/treaties", **ABOUT)
    treaties = Need(source, (SourceFile("ha/t.csv"), SourceFile("ha/t.csv.gz")))
    message = (
        r"^1 have no address of the publisher's own file:\n"
        r"  - 'ha/t\.csv' or 'ha/t\.csv\.gz' \(Treaties, https://example\.org/treaties\)\n"
        r"(.|\n)*can also be put there by hand, under its name above, or be taken from another "
        r"folder with `--from FOLDER --download`"
    )
    with pytest.raises(DataError, match=message):
        fetch([treaties, *needs], folder)
    assert files(folder) == ["un/a.csv", "un/b.csv", "wb/c.csv"]


def test_pooch_tries_again_and_the_rest_is_all_that_is_asked_for(
    needs, folder, publisher, monkeypatch
):
    monkeypatch.setattr("pooch.core.time.sleep", lambda seconds: None)
    publisher.answers["un/b.csv"] = Answer(BODY, breaks=[40_960, 81_920])
    fetch(needs, folder, again=2)
    assert (folder / "un/b.csv").read_bytes() == BODY
    parts = [asked.part for asked in publisher.asked if asked.path == "un/b.csv"]
    assert parts == ["", "bytes=40960-", "bytes=81920-"]


def test_what_cannot_succeed_is_not_tried_again(needs, folder, publisher):
    publisher.answers["un/a.csv"] = Answer(b"other bytes")
    publisher.answers["un/b.csv"] = Answer(status=404)
    with pytest.raises(DataError, match="2 of 3 files could not be downloaded"):
        fetch(needs, folder, again=2)
    assert publisher.paths() == ["un/a.csv", "un/b.csv", "wb/c.csv"]


def test_a_server_that_is_not_there_is_asked_once_for_all_its_files(needs, folder, publisher):
    gone = "http://127.0.0.1:9"
    away = [
        Need(need.source, (SourceFile(f"away/{at}.csv", url=f"{gone}/{at}.csv"),))
        for at, need in enumerate(needs)
    ]
    with pytest.raises(DataError) as caught:
        fetch([*away, *needs], folder)
    heading, first, others, pages = str(caught.value).splitlines()[:4]
    assert heading == "3 of 6 files could not be downloaded:"
    assert first.startswith("  - 'away/0.csv': the server cannot be reached (")
    assert others == (
        "  - 'away/1.csv', 'away/2.csv': not tried, as 127.0.0.1:9 could not be reached"
    )
    assert pages == "The publishers' pages: https://example.org/stocks"
    assert files(folder) == ["un/a.csv", "un/b.csv", "wb/c.csv"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, which is always full")
def test_a_full_disk_ends_the_pull_at_once(needs, folder, publisher):
    (folder / "un").mkdir(parents=True)
    (folder / "un/.a.csv.part").symlink_to("/dev/full")
    message = r"where no room is left \(No space.*\n.*The 2 files after it were not tried\.\n"
    with pytest.raises(DataError, match=message):
        fetch(needs, folder)
    assert publisher.paths() == ["un/a.csv"]


def test_a_folder_that_cannot_be_made_is_told_with_the_reason(needs, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(DataError, match=r"cannot be written to '.*' \(Not a directory, after 0"):
        fetch(needs, tmp_path / "file" / "downloads")


def test_a_refresh_replaces_what_is_updated_in_place(needs, folder, publisher):
    fetch(needs, folder)
    publisher.asked.clear()
    for name in ("un/b.csv", "wb/c.csv"):
        publisher.answers[name] = Answer(BODY + b"one line more\n", tag='"2"')
    fetch(needs, folder, refresh=True)
    assert publisher.paths() == ["un/b.csv", "wb/c.csv"]
    assert (folder / "wb/c.csv").read_bytes() == BODY + b"one line more\n"
    assert sorted(path.name for path in folder.iterdir()) == [".lock", "un", "wb"]


def test_a_refresh_that_fails_leaves_the_file_that_was_there(needs, folder, publisher):
    fetch(needs, folder)
    publisher.answers["un/b.csv"] = Answer(b"<html>", kind="text/html")
    publisher.answers["wb/c.csv"] = Answer(BODY * 2, breaks=[50_000])
    with pytest.raises(DataError, match="2 of 2 files could not be downloaded"):
        fetch(needs, folder, refresh=True)
    assert all((folder / name).read_bytes() == BODY for name in files(folder))


def test_two_pulls_at_a_time_do_not_write_into_one_folder(needs, folder):
    folder.mkdir()
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(DataError, match=r"Another `roundtable data pull` is downloading into"):
            fetch(needs, folder)


def test_nothing_is_left_to_do_where_all_is_there(folder):
    download.fetch(Plan(), folder)
    assert files(folder) == []


class Heard(download.Watcher):
    """Writes down what it is told, in short."""

    def __init__(self):
        self.story = []

    def begins(self, file, *, at, of):
        self.story.append(f"{at} of {of} {file.name}")

    def received(self, done, size):
        if done == size:
            self.story.append(f"all {size}")

    def ends(self, file, *, failure):
        self.story.append(failure[:29] or "there")


def test_a_watcher_hears_of_each_file_in_turn(needs, folder, publisher):
    publisher.answers["un/b.csv"] = Answer(status=404)
    heard = Heard()
    with pytest.raises(DataError):
        fetch(needs, folder, watcher=heard)
    assert heard.story == [
        *["1 of 3 un/a.csv", "all 90000", "there"],
        *["2 of 3 un/b.csv", "the address answers 404 Not F"],
        *["3 of 3 wb/c.csv", "all 90000", "there"],
    ]
