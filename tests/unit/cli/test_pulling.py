"""``roundtable data pull`` and ``status`` on a terminal, and what they do without the network."""

import io
import re
import resource
import shutil

import pytest
import yaml
from rich.console import Console
from typer.testing import CliRunner

from roundtable import paths, pull, sources, store
from roundtable.cli import app, watching
from roundtable.sources import SourceFile

TOTALS = "undesa-ims-2024/undesa_pd_2024_ims_stock_by_sex_and_destination.xlsx"


@pytest.fixture(autouse=True)
def without_a_network(monkeypatch):
    """Nothing listens there: a request is refused at once."""
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("ROUNDTABLE_DATA", "pack")
    monkeypatch.setenv("ROUNDTABLE_DEBUG", "")
    monkeypatch.setenv("COLUMNS", "200")


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A workspace with the lists and the pack, and with an older store."""
    home = tmp_path / "home"
    (home / "data" / "store").mkdir(parents=True)
    (home / "data" / "store" / "stocks.parquet").write_bytes(b"an older store")
    for path in paths.data().iterdir():
        if path.is_file():
            shutil.copy(path, home / "data" / path.name)
    shutil.copytree(paths.pack(), home / "data" / "pack")
    monkeypatch.setenv("ROUNDTABLE_HOME", str(home))
    sources.catalogue.cache_clear()
    yield home
    sources.catalogue.cache_clear()


def roundtable(*arguments):
    """Run a command in this process."""
    return CliRunner().invoke(app, ["data", *map(str, arguments)])


def test_a_folder_alone_is_read_and_nothing_downloaded(home, tmp_path):
    ended = roundtable("pull", "--from", tmp_path)
    assert ended.exit_code == 1
    assert re.match(r"Error: There is no '.*' in '.*'\. Name the folder that holds", ended.output)
    assert "Downloads are in" not in ended.output
    assert not (home / "data" / "downloads").exists()


def test_without_downloading_the_downloads_that_are_there_are_read(home):
    ended = roundtable("pull", "--no-download")
    assert ended.exit_code == 1
    downloads = re.escape(str(home / "data" / "downloads"))
    assert re.match(rf"Error: There is no '.*' in '{downloads}'\.", ended.output)
    assert "`roundtable data pull --refresh` fetches anew" in ended.output


@pytest.fixture
def tables(home, monkeypatch):
    """Have the tables of the pack come out of the reading."""
    monkeypatch.setattr(pull, "from_folder", lambda *folders, announce: store.read(paths.pack()))


@pytest.fixture
def small_files():
    """Let no file grow beyond 20 kB, as on a disk with no more room."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_disk_that_is_full_when_the_tables_are_written_leaves_those_in_place(
    home, tables, small_files
):
    ended = roundtable("pull", "--no-download")
    assert ended.exit_code == 1
    assert re.match(r"Error: The tables cannot be written to '.*' \(.*too large", ended.output)
    assert "Those in place are as they were. Make room there" in ended.output
    assert (home / "data" / "store" / "stocks.parquet").read_bytes() == b"an older store"
    assert sorted(path.name for path in (home / "data").glob(".*")) == []


def test_an_interruption_while_reading_leaves_the_tables_and_says_so(home, monkeypatch):
    def interrupted(*folders, announce):
        raise KeyboardInterrupt

    monkeypatch.setattr(pull, "from_folder", interrupted)
    ended = roundtable("pull", "--no-download")
    assert ended.exit_code == 130
    assert "Interrupted. What came is kept; run the command again to go on." in ended.output
    assert (home / "data" / "store" / "stocks.parquet").read_bytes() == b"an older store"


def test_status_says_how_downloads_come_where_there_are_none(home):
    shutil.rmtree(home / "data" / "store")
    ended = roundtable("status")
    assert ended.exit_code == 0
    downloads = home / "data" / "downloads"
    assert f"No downloads in {downloads}: `roundtable data pull` fetches them." in ended.output


def test_status_shows_what_was_downloaded_and_how_the_rest_comes(home):
    shutil.rmtree(home / "data" / "store")
    path = home / "data" / "downloads" / TOTALS
    path.parent.mkdir(parents=True)
    path.write_bytes(b"0" * 541_936)
    catalogue = home / "data" / "sources.yml"
    entries = yaml.safe_load(catalogue.read_text("utf-8"))
    matrix = entries["undesa-ims-2020"]["files"]["matrix"][0]
    del matrix["url"]
    catalogue.write_text(yaml.safe_dump(entries, allow_unicode=True), encoding="utf-8")
    ended = roundtable("status")
    assert ended.exit_code == 0
    rows = [" ".join(line.replace("│", " ").split()) for line in ended.output.splitlines()]
    (there,) = [row for row in rows if row.startswith(TOTALS)]
    assert re.fullmatch(rf"{TOTALS} 0\.54 MB \d{{4}}-\d\d-\d\d www\.un\.org", there)
    (missing,) = [row for row in rows if row.startswith(matrix["name"])]
    assert missing == f"{matrix['name']} not there to be put there by hand"


FILE = SourceFile("un/figures.csv", url="https://example.org/figures.csv")


@pytest.mark.parametrize("terminal", [True, False])
def test_each_file_that_came_or_failed_has_a_line(tmp_path, terminal):
    (tmp_path / "un").mkdir()
    (tmp_path / "un/figures.csv").write_bytes(b"0" * 12_345)
    shown = io.StringIO()
    console = Console(file=shown, force_terminal=terminal, width=120, color_system=None)
    with watching.watcher(console, tmp_path) as watcher:
        watcher.begins(FILE, at=1, of=2)
        watcher.received(6_000, 12_345)
        watcher.ends(FILE, failure="")
        watcher.begins(FILE, at=2, of=2)
        watcher.ends(FILE, failure="the address answers 404 Not Found")
    assert "1 of 2  un/figures.csv: 12,345 bytes\n" in shown.getvalue()
    assert "2 of 2  un/figures.csv: failed\n" in shown.getvalue()


def test_a_bar_with_bytes_and_speed_is_shown_on_a_terminal_only(tmp_path):
    said = {}
    for terminal in (True, False):
        shown = io.StringIO()
        console = Console(file=shown, force_terminal=terminal, width=120, color_system=None)
        with watching.watcher(console, tmp_path) as watcher:
            watcher.begins(FILE, at=1, of=2)
            watcher.received(6_000, 12_000)
        said[terminal] = shown.getvalue()
    assert re.search(r"1 of 2  figures\.csv .*6\.0/12\.0 kB", said[True])
    assert said[False] == ""


def test_the_size_of_one_file_is_not_that_of_the_next(tmp_path):
    shown = io.StringIO()
    console = Console(file=shown, force_terminal=True, width=120, color_system=None)
    with watching.watcher(console, tmp_path) as watcher:
        watcher.begins(FILE, at=1, of=2)
        watcher.received(12_000, 12_000)
        watcher.ends(FILE, failure="it is damaged")
        watcher.begins(FILE, at=2, of=2)
        watcher.received(3_000, None)
    _, _, last = shown.getvalue().rpartition("2 of 2")
    assert re.search(r"figures\.csv .*3\.0/\? kB", last)
