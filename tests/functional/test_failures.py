"""A broken briefing beside a good one, and an interrupted build: real kernels, on the pack."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.interrupting import (
    interrupt,
    needs_proc,
    started_below,
    under_way,
    wait_until,
    wait_until_ended,
)
from tests.trial import TRIAL

SECONDS = 120
"""After this a step has hung."""

SESSION = (
    TRIAL
    + """\
briefings:
  bilateral:
    - {origin: CHN, destination: FRA}
    - {origin: MUS, destination: FRA}
"""
)
"""China's corridors are not in the pack: the first briefing fails in its notebook."""


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def half_written(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name.startswith("."))


@pytest.fixture(scope="module")
def broken(run, tmp_path_factory):
    """Build a good briefing beside a broken one; then both again. Folder and both endings."""
    folder = tmp_path_factory.mktemp("broken")
    session = folder / "trial-1.yml"
    session.write_text(SESSION, encoding="utf-8")
    old = folder / "trial-1" / "bilateral-chn-fra"
    old.mkdir(parents=True)
    (old / "bilateral-chn-fra.en.html").write_text("an earlier build", encoding="utf-8")
    command = ("roundtable", "build", session, "--output", folder, "--workers", "1")
    first = run(*command)
    after_first = files(folder / "trial-1")
    again = run(*command)
    return folder / "trial-1", first, after_first, again


def test_one_that_fails_does_not_stop_the_others_and_is_named_in_the_summary(broken):
    folder, first, _, _ = broken
    assert first.returncode == 1
    assert "1 of 2 briefings are in place (1 built, 0 up to date)" in first.stdout
    assert "Error: bilateral-chn-fra failed: The parameters of 'bilateral' do not fit:" in (
        first.stderr
    )
    assert "'CHN' (China), which the embedded figures (data/pack) do not hold" in first.stderr
    assert "Traceback" not in first.stderr
    assert (folder / "bilateral-mus-fra" / "bilateral-mus-fra.en.html").is_file()


def test_nothing_half_written_is_left_and_the_earlier_build_stays(broken):
    folder, *_ = broken
    assert half_written(folder) == []
    assert files(folder / "bilateral-chn-fra") == {"bilateral-chn-fra.en.html": b"an earlier build"}


def test_the_list_and_build_json_name_the_failure(broken):
    folder, *_ = broken
    report = json.loads((folder / "build.json").read_text("utf-8"))
    assert list(report["failures"]) == ["bilateral-chn-fra"]
    assert "China → France" in (folder / "index.html").read_text("utf-8")


def test_the_next_build_leaves_what_is_up_to_date_and_tries_the_failed_one_again(broken):
    folder, _, before, again = broken
    assert again.returncode == 1
    assert "1 of 2 briefings are in place (0 built, 1 up to date)" in again.stdout
    good = {name: text for name, text in before.items() if name.startswith("bilateral-mus-fra/")}
    assert len(good) > 5
    assert {name: text for name, text in files(folder).items() if name in good} == good


def test_two_builds_of_the_same_inputs_give_the_same_bytes(broken, reports):
    slug = "bilateral-mus-fra"
    one, other = files(broken[0] / slug), files(reports / slug)
    # The pages differ: each names its own session. briefing.json has the seconds it took.
    framed = {f"{slug}.en.html", "briefing.json"}
    assert set(one) == set(other)
    assert {name for name in one if one[name] != other[name]} <= framed
    assert {f"{slug}.en.ipynb", "facts.json", "series/destinations.csv"} <= set(one) - framed


def test_two_processes_make_the_same_page_of_a_notebook(reports):
    notebook = reports / "bilateral-mus-fra" / "bilateral-mus-fra.en.ipynb"
    program = (
        "import sys, nbformat; from roundtable.export import html, page\n"
        "notebook = nbformat.read(sys.argv[1], as_version=4)\n"
        "frame = page.Page(slug='s', forum='F', session='S', session_title='T')\n"
        "sys.stdout.write(html.render(notebook, frame))"
    )
    one, other = (
        subprocess.run(
            [sys.executable, "-c", program, notebook],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            timeout=SECONDS,
            check=True,
        ).stdout
        for seed in ("1", "2")
    )
    assert len(one) > 50_000
    assert one == other


@needs_proc
def test_an_interruption_leaves_what_is_finished_and_no_kernel(tmp_path):
    folder = tmp_path / "gfmd-2010-rt-1-1"
    with under_way(
        *("build", "--workers", "1", "--output", tmp_path),
        folder=tmp_path,
        environment={**os.environ, "ROUNDTABLE_DATA": "pack", "COLUMNS": "200"},
    ) as build:
        wait_until(lambda: list(folder.glob("*/briefing.json")), build)
        wait_until(
            lambda: any("ipykernel" in line for line in started_below(build.pid).values()), build
        )
        seen = started_below(build.pid)
        stdout, stderr = interrupt(build)
    assert build.returncode == 130
    assert "Interrupted. Finished briefings are in place" in stderr
    assert "Traceback" not in stderr
    assert "briefings are in place" in stdout
    assert half_written(folder) == []
    finished = sorted(path.parent for path in folder.glob("*/briefing.json"))
    # The first, and at most the one that was under way.
    assert 1 <= len(finished) <= 2
    for briefing in finished:
        entry = json.loads((briefing / "briefing.json").read_text("utf-8"))
        assert all((briefing / name).is_file() for name in entry["files"])
    report = json.loads((folder / "build.json").read_text("utf-8"))
    assert report["interrupted"]
    assert {entry["slug"] for entry in report["briefings"]} == {path.name for path in finished}
    kernels = [number for number, command in seen.items() if "ipykernel" in command]
    assert kernels
    # The helpers of multiprocessing end when their pipes close, a moment after their parent.
    wait_until_ended(seen)
