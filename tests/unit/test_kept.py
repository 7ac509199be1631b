import os
import pickle
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from roundtable import claims, kept, paths, places, prose, register, rights, sources
from roundtable.errors import ContentError
from roundtable.facts import Book
from roundtable.places import blocs_file, circuits, ties_file


@pytest.fixture
def build(tmp_path, monkeypatch) -> Path:
    """Make the folder of a build and let this process be one of it."""
    folder = tmp_path / "kept"
    folder.mkdir()
    monkeypatch.setenv(kept.VARIABLE, str(folder))
    return folder


class Maker:
    """Makes a value, and counts how often."""

    def __init__(self, value: object = ("MUS", "FRA")) -> None:
        self.value, self.times = value, 0

    def __call__(self) -> object:
        self.times += 1
        return self.value


def test_without_a_build_every_value_is_made_where_it_is_needed(monkeypatch):
    monkeypatch.delenv(kept.VARIABLE, raising=False)
    make = Maker()
    assert [kept.made("ends", make), kept.made("ends", make)] == [make.value, make.value]
    assert make.times == 2
    assert not kept.shared()


def test_in_a_build_a_value_is_made_once(build):
    make = Maker()
    assert [kept.made("ends", make), kept.made("ends", make)] == [make.value, make.value]
    assert make.times == 1
    assert [path.suffix for path in build.iterdir()] == [".pickle"]


def test_values_of_different_things_are_told_apart(build):
    assert kept.made("ends", Maker(1), of="2020") == 1
    assert kept.made("ends", Maker(2), of="2024") == 2
    assert kept.made("others", Maker(3), of="2024") == 3
    assert kept.made("ends", Maker(4), of="2020") == 1


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty", "other"])
def test_a_damaged_file_counts_as_missing_and_is_mended(build, damage):
    kept.made("ends", Maker())
    (file,) = build.iterdir()
    whole = file.read_bytes()
    other = pickle.dumps("another value")
    broken = {
        "cut": whole[:-3],
        "flipped": whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:],
        "empty": b"",
        "other": other,
    }
    file.write_bytes(broken[damage])
    make = Maker()
    assert kept.made("ends", make) == ("MUS", "FRA")
    assert make.times == 1
    assert file.read_bytes() == whole


def test_a_folder_that_is_gone_costs_time_and_nothing_else(build):
    build.rmdir()
    make = Maker()
    assert [kept.made("ends", make), kept.made("ends", make)] == [make.value, make.value]
    assert make.times == 2


def test_what_was_made_of_other_words_or_data_is_not_taken(build, workspace):
    make = Maker()
    for name in ("data/claims.yml", "data/reviews/new.yml", "notebooks/text/en/bilateral.md"):
        kept.state.cache_clear()
        kept.made("ends", make)
        path = workspace / name
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        path.write_text(before + "\n", encoding="utf-8")
    kept.state.cache_clear()
    kept.made("ends", make)
    assert make.times == 4
    kept.state.cache_clear()


def anew(workspace) -> str:
    kept.state.cache_clear()
    return kept.state(workspace)


def edited_in_place(path: Path) -> None:
    before = path.stat()
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("e", "a"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def replaced(path: Path) -> None:
    before = path.stat()
    aside = path.with_name("aside")
    aside.write_text(path.read_text(encoding="utf-8").replace("e", "a"), encoding="utf-8")
    os.utime(aside, ns=(before.st_atime_ns, before.st_mtime_ns))
    aside.replace(path)


@pytest.mark.parametrize("change", [edited_in_place, replaced])
def test_a_change_that_keeps_the_size_and_sets_the_time_back_is_another_state(workspace, change):
    path = workspace / "data" / "claims.yml"
    states = [anew(workspace), anew(workspace)]
    before = path.stat()
    change(path)
    after = path.stat()
    assert (after.st_size, after.st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    states.append(anew(workspace))
    assert states[0] == states[1] != states[2]
    kept.state.cache_clear()


def test_the_state_leaves_out_figures_and_what_python_compiled(workspace):
    kept.state.cache_clear()
    before = kept.state(workspace)
    (workspace / "data" / "pack" / "manifest.json").write_text("{}", encoding="utf-8")
    kept.state.cache_clear()
    assert kept.state(workspace) == before
    kept.state.cache_clear()


def test_the_folder_of_a_build_is_its_users_alone_and_goes_with_it():
    with kept.folder() as folder:
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        (folder / "left.pickle").write_bytes(b"x")
    assert not folder.exists()


@pytest.fixture
def temporary(tmp_path, monkeypatch) -> Path:
    """Give builds a temporary folder of their own, as ``TMPDIR`` does."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return tmp_path


UNDER_WAY = """
from roundtable import kept
with kept.folder() as folder:
    (folder / "left.pickle").write_bytes(b"x")
    print(folder, flush=True)
    input()
"""


@pytest.fixture
def under_way(temporary) -> Iterator[Callable[[], tuple[subprocess.Popen, Path]]]:
    """Start builds that wait in their folder, and end those that a test leaves."""
    started = []

    def start() -> tuple[subprocess.Popen, Path]:
        build = subprocess.Popen(
            [sys.executable, "-c", UNDER_WAY],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(build)
        return build, Path(build.stdout.readline().strip())

    yield start
    for build in started:
        with build:
            build.kill()


def test_what_a_killed_build_left_goes_with_the_next(under_way):
    build, left = under_way()
    build.kill()
    build.wait(timeout=60)
    assert (left / "left.pickle").exists()
    with kept.folder() as folder:
        assert not left.exists()
        assert folder.exists()


def test_the_folder_of_a_build_that_is_under_way_stays(under_way):
    build, theirs = under_way()
    with kept.folder() as ours:
        assert (theirs / "left.pickle").exists()
        build.communicate("\n", timeout=60)
        assert not theirs.exists()
        with kept.folder() as another:
            assert ours.exists()
            assert another.exists()


def test_a_folder_that_is_not_certain_to_be_a_dead_build_s_stays(temporary):
    empty = temporary / "roundtable-kept-being-made"
    empty.mkdir(mode=0o700)
    shared = temporary / "roundtable-kept-open-to-others"
    shared.mkdir()
    shared.chmod(0o755)
    (shared / "in-use").touch()
    aside = temporary / "elsewhere"
    aside.mkdir(mode=0o700)
    (aside / "in-use").touch()
    (temporary / "roundtable-kept-link").symlink_to(aside)
    pointing = temporary / "roundtable-kept-pointing"
    pointing.mkdir(mode=0o700)
    (pointing / "in-use").symlink_to(aside / "in-use")
    with kept.folder():
        assert all(path.exists() for path in (empty, shared, aside, pointing))
        assert (aside / "in-use").exists()


def test_a_folder_of_another_user_stays(temporary, monkeypatch):
    theirs = temporary / "roundtable-kept-theirs"
    theirs.mkdir(mode=0o700)
    (theirs / "in-use").touch()
    user = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: user + 1)
    with kept.folder():
        assert theirs.exists()
    monkeypatch.undo()
    kept._remove_abandoned(temporary)
    assert not theirs.exists()


READERS = {
    "claims": claims.every,
    "reviews": rights.every,
    "criteria": rights.criteria,
    "documents": register.documents,
    "register": register.every,
    "blocs": blocs_file.read,
    "circuits": circuits.every,
    "ties": ties_file.read,
    "sources": sources.catalogue,
}


def forget() -> None:
    """Let every reader read anew."""
    for module in (claims.claims_file, rights.reading, rights.criteria, register.reading):
        for thing in vars(module).values():
            if hasattr(thing, "cache_clear"):
                thing.cache_clear()
    for cached in (
        register.citing._documents,
        register.citing._passages,
        blocs_file.read,
        circuits.every,
        ties_file.read,
        sources.catalogue,
    ):
        cached.cache_clear()


@pytest.mark.parametrize("name", READERS)
def test_what_a_later_kernel_takes_is_what_the_first_one_read(build, name):
    forget()
    first = READERS[name]()
    files = {path.name for path in build.iterdir()}
    assert files
    forget()
    again = READERS[name]()
    assert again == first
    assert again is not first
    assert {path.name for path in build.iterdir()} == files
    forget()


def test_a_file_outside_the_workspace_is_not_shared(build, tmp_path):
    file = tmp_path / "circuits.yml"
    file.write_text((paths.data() / "circuits.yml").read_text("utf-8"), encoding="utf-8")
    assert circuits.every(file) == places.circuits.every()
    assert not [path for path in build.iterdir() if str(tmp_path) in path.name]
    circuits.every.cache_clear()


def test_a_file_that_does_not_fit_leaves_nothing_and_says_so_each_time(build, workspace):
    (workspace / "data" / "circuits.yml").write_text("circuits: 3\n", encoding="utf-8")
    for _ in range(2):
        circuits.every.cache_clear()
        kept.state.cache_clear()
        with pytest.raises(ContentError, match=r"circuits.yml does not fit"):
            circuits.every()
    assert not list(build.iterdir())
    circuits.every.cache_clear()
    kept.state.cache_clear()


def test_words_are_the_same_from_code_that_another_kernel_left(build, monkeypatch):
    first = prose.Prose(theme="regional", language="en", book=Book())
    assert list(build.glob("words-*"))
    again = prose.Prose(theme="regional", language="en", book=Book())
    assert again._codes == first._codes
    monkeypatch.delenv(kept.VARIABLE)
    alone = prose.Prose(theme="regional", language="en", book=Book())
    assert not alone._codes
    assert alone.texts.keys() == again.texts.keys()
    for section in ("messages-heading", "share-heading"):
        assert alone.render(section).startswith("## ")
        assert again.render(section) == alone.render(section)


def test_a_section_that_prints_a_number_is_refused_also_where_code_is_left(build, workspace):
    path = workspace / "notebooks" / "text" / "en" / "regional.md"
    path.write_text(path.read_text("utf-8") + "\n<!-- section: wrong -->\n12 people\n", "utf-8")
    prose.sections.cache_clear()
    kept.state.cache_clear()
    for _ in range(2):
        words = prose.Prose(theme="regional", language="en", book=Book())
        with pytest.raises(ContentError, match=r"section 'wrong': line 1: a digit stands"):
            words.render("wrong")
    prose.sections.cache_clear()
    kept.state.cache_clear()


def test_a_worker_hands_the_folder_to_the_kernels_that_it_starts(tmp_path, monkeypatch):
    monkeypatch.setenv(kept.VARIABLE, "")
    kept.use(tmp_path)
    assert os.environ[kept.VARIABLE] == str(tmp_path)
