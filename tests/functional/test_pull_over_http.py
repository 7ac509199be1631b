"""``roundtable data pull`` from a server on this machine, which serves the files or fails."""

import gzip
import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
import yaml
from tests.interrupting import interrupt, under_way, wait_until
from tests.publisher import Answer, Asked

from roundtable import paths, pull
from roundtable.store.tables import TABLES

VICTIM = "undesa-ims-2024/undesa_pd_2024_ims_stock_by_sex_and_destination.xlsx"
"""The file that something happens to."""


def archive() -> bytes:
    """Zip 300,000 bytes as they are, so that a part of the archive is a part of them."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as zipped:
        zipped.writestr("figures.xml", b"".join(b"%09d\n" % line for line in range(30_000)))
    return packed.getvalue()


ARCHIVE = archive()
BODIES = {
    ".xlsx": ARCHIVE,
    ".zip": ARCHIVE,
    ".gz": gzip.compress(b"geo,t\n"),
    ".dta": b"<stata_dta>",
    ".csv": b"geo,t\n",
}
"""Files that begin and end as their names say. No reader can use them."""


def catalogue(home: Path, change: Callable[[dict], None]) -> None:
    """Change every file that a source publishes in the workspace's sources.yml."""
    path = home / "data" / "sources.yml"
    entries = yaml.safe_load(path.read_text("utf-8"))
    for entry in entries.values():
        for layouts in entry.get("files", {}).values():
            for file in layouts:
                # A list that the project keeps itself lies in no folder.
                if "/" in file["name"]:
                    change(file)
    path.write_text(yaml.safe_dump(entries, allow_unicode=True), encoding="utf-8")


def state(folder: Path) -> dict[str, bytes]:
    """Read every file below a folder, parts and marks included."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def complete(folder: Path) -> set[str]:
    """Name the downloads that are complete."""
    return {name for name in state(folder) if not Path(name).name.startswith(".")}


@pytest.fixture
def home(tmp_path, publisher) -> Path:
    """A workspace with an older store, whose files are all to be had from the server."""
    home = tmp_path / "home"
    (home / "data" / "store").mkdir(parents=True)
    for path in paths.data().iterdir():
        if path.is_file():
            shutil.copy(path, home / "data" / path.name)
    for name in ("manifest.json", "stocks.parquet"):
        (home / "data" / "store" / name).write_bytes(b"an older store")

    def served(file: dict) -> None:
        file["url"] = publisher.url(quote(file["name"]))
        for digest in ("sha256", "md5"):
            file.pop(digest, None)
        publisher.answers[file["name"]] = Answer(BODIES[Path(file["name"]).suffix])

    catalogue(home, served)
    return home


@pytest.fixture
def wanted() -> set[str]:
    """Name the files that a pull downloads: the first layout of each."""
    return {need.files[0].name for need in pull.needs()}


@pytest.fixture
def pulled(home, run):
    """Pull in the workspace; whatever happens, the older store stays unless status is 0."""
    store = home / "data" / "store"
    older = state(store)

    def command(*options: str, **variables: str) -> subprocess.CompletedProcess:
        ended = run("roundtable", "data", "pull", *options, cwd=home, **variables)
        assert "Traceback" not in ended.stderr
        if ended.returncode:
            assert state(store) == older
        return ended

    return command


def test_each_bad_file_is_told_with_the_remedy_and_the_others_are_kept(
    home, publisher, pulled, wanted
):
    page = b"<!DOCTYPE html><html><title>Please sign in</title>"
    moved, changed, slow, signed = names = sorted(
        name for name in wanted if name.endswith((".xlsx", ".zip"))
    )[:4]
    publisher.answers[moved] = Answer(status=404)
    publisher.answers[signed] = Answer(page, kind="text/html; charset=utf-8")
    publisher.answers[slow] = Answer(silent=True)
    other_bytes = {"sha256": "0" * 64}
    catalogue(home, lambda file: file.update(other_bytes) if file["name"] == changed else None)
    ended = pulled("--timeout", "0.3")
    assert ended.returncode == 1
    assert f"Error: 4 of {len(wanted)} files could not be downloaded:" in ended.stderr
    lines = {
        name: next(line for line in ended.stderr.splitlines() if f"- '{name}'" in line)
        for name in names
    }
    assert lines[moved] == (
        f"  - '{moved}': the address answers 404 Not Found. The publisher may have moved the "
        f"file. Its address: {publisher.url(quote(moved))}"
    )
    assert "The publishers' pages: https://" in ended.stderr
    assert (
        f"expected 0000000000000000…, of {len(ARCHIVE):,} bytes. If this is a new edition"
        in (lines[changed])
    )
    assert (
        "the server sent nothing for 0.3 s, after 0 bytes. `--timeout SECONDS` waits"
        in (lines[slow])
    )
    assert (
        "a web page came (text/html, beginning '<!DOCTYPE html><html><title>Please sign '), "
        in (lines[signed])
    )
    assert "Run the command again to go on." in ended.stderr
    assert complete(home / "data" / "downloads") == wanted - set(names)
    # What passes may come with the next attempt; what is wrong is wrong again.
    attempts = [publisher.paths().count(name) for name in (moved, changed, slow, signed)]
    assert attempts == [1, 1, 3, 1]
    # Without a terminal: one line a file.
    assert f": {len(ARCHIVE):,} bytes\n" in ended.stderr
    assert f"{moved}: failed\n" in ended.stderr


def test_a_server_that_is_not_there_is_told_once_with_the_reason(home, pulled, wanted):
    gone = "http://127.0.0.1:9"
    catalogue(home, lambda file: file.update(url=f"{gone}/{quote(file['name'])}"))
    ended = pulled()
    assert ended.returncode == 1
    assert f"{len(wanted)} of {len(wanted)} files could not be downloaded" in ended.stderr
    assert ended.stderr.count("the server cannot be reached (") == 1
    assert ended.stderr.count("not tried, as 127.0.0.1:9 could not be reached") == 1
    assert all(f"'{name}'" in ended.stderr for name in wanted)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, which is always full")
def test_a_full_disk_ends_the_pull(home, pulled):
    part = home / "data" / "downloads" / VICTIM
    part.parent.mkdir(parents=True)
    part.with_name(f".{part.name}.part").symlink_to("/dev/full")
    ended = pulled()
    assert ended.returncode == 1
    assert f"it cannot be written to '{part.parent}', where no room is left (No space left on" in (
        ended.stderr
    )
    assert "Make room, or name another folder in ROUNDTABLE_DOWNLOADS" in ended.stderr
    assert not part.exists()


def test_a_file_that_broke_off_goes_on_where_it_was_in_the_next_pull(
    home, publisher, pulled, wanted
):
    parts = [81_920, 163_840, 245_760]
    publisher.answers[VICTIM] = Answer(ARCHIVE, breaks=list(parts))
    downloads = home / "data" / "downloads"
    ended = pulled()
    assert ended.returncode == 1
    assert f"the connection broke off after 245,760 of {len(ARCHIVE):,} bytes." in ended.stderr
    assert complete(downloads) == wanted - {VICTIM}
    publisher.asked.clear()
    again = pulled()
    assert publisher.asked == [Asked(VICTIM, "bytes=245760-", '"1"')]
    assert (downloads / VICTIM).read_bytes() == ARCHIVE
    assert complete(downloads) == wanted
    # Now all are there, and the readers find that they are not what their names say.
    assert again.returncode == 1
    assert "cannot be read" in again.stderr or "has no readable" in again.stderr
    assert "`roundtable data pull --refresh` fetches anew what the publisher" in again.stderr


def test_what_has_no_address_is_told_before_and_missed_after_the_downloads(
    home, pulled, wanted, tmp_path
):
    catalogue(home, lambda file: file.pop("url") if file["name"] == VICTIM else None)
    elsewhere = tmp_path / "a folder of downloads"
    ended = pulled(ROUNDTABLE_DOWNLOADS=str(elsewhere))
    assert ended.returncode == 1
    assert f"{len(wanted) - 1} files to download into {elsewhere}; 0 are there; 1 have no " in (
        ended.stderr
    )
    assert "1 have no address of the publisher's own file:\n" in ended.stderr
    assert f"  - '{VICTIM}' (International Migrant Stock 2024, https://" in ended.stderr
    assert "can also be put there by hand, under its name above" in ended.stderr
    assert complete(elsewhere) == wanted - {VICTIM}
    assert not (home / "data" / "downloads").exists()


def test_files_of_a_folder_are_used_first_and_the_rest_is_downloaded(
    home, publisher, pulled, wanted, tmp_path
):
    given = tmp_path / "given" / VICTIM
    given.parent.mkdir(parents=True)
    given.write_bytes(ARCHIVE)
    ended = pulled("--from", str(tmp_path / "given"), "--download")
    assert VICTIM not in publisher.paths()
    assert complete(home / "data" / "downloads") == wanted - {VICTIM}
    assert "could not be downloaded" not in ended.stderr


def test_an_interrupted_pull_goes_on_where_it_was(home, publisher, pulled, offline, wanted):
    publisher.answers[VICTIM] = Answer(ARCHIVE, pause=163_840)
    downloads, store = home / "data" / "downloads", state(home / "data" / "store")
    part = (downloads / VICTIM).with_name(f".{Path(VICTIM).name}.part")
    with under_way("data", "pull", folder=home, environment=offline) as process:
        wait_until(lambda: part.is_file() and part.stat().st_size > 100_000, process)
        _, stderr = interrupt(process)
    assert process.returncode == 130
    assert "Interrupted. What came is kept; run the command again to go on." in stderr
    assert "Traceback" not in stderr
    assert state(home / "data" / "store") == store
    finished = complete(downloads)
    assert finished and VICTIM not in finished
    kept = part.stat().st_size
    assert part.read_bytes() == ARCHIVE[:kept]

    publisher.asked.clear()
    publisher.answers[VICTIM].pause = None
    pulled()
    assert publisher.asked[0] == Asked(VICTIM, f"bytes={kept}-", '"1"')
    assert set(publisher.paths()) == wanted - finished
    assert (downloads / VICTIM).read_bytes() == ARCHIVE


@pytest.fixture
def real(home, publisher, sources_folder) -> Path:
    """The same workspace, with the publishers' files as far as they are here."""
    publisher.answers.clear()

    def served(file: dict) -> None:
        path = sources_folder / file["name"]
        if path.is_file():
            publisher.answers[file["name"]] = Answer(path.read_bytes())
        else:
            del file["url"]

    shutil.copy(paths.data() / "sources.yml", home / "data" / "sources.yml")
    catalogue(home, lambda file: file.update(url=publisher.url(quote(file["name"]))))
    catalogue(home, served)
    return home


def test_the_real_files_come_to_the_same_store_over_http_as_from_a_folder(
    real, publisher, run, sources_folder
):
    store = real / "data" / "store"
    downloaded = run("roundtable", "data", "pull", cwd=real)
    assert downloaded.returncode == 0, downloaded.stderr
    over_http = state(store)
    asked = publisher.paths()
    assert sorted(set(asked)) == sorted(asked)
    shutil.rmtree(store)
    assert run("roundtable", "data", "pull", "--from", sources_folder, cwd=real).returncode == 0
    assert state(store) == over_http
    assert set(over_http) == {"manifest.json", *(f"{name}.parquet" for name in TABLES)}
