"""What all tests share: settings of hypothesis, and one real build of three corridors."""

import os
import subprocess
import sysconfig
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from tests.publisher import Publisher

# The same examples in every run, and none kept in the checkout: a red test stays red until it
# is mended. No deadline, because the machine may be busy.
settings.register_profile(
    "roundtable", max_examples=100, derandomize=True, deadline=None, database=None
)
settings.load_profile("roundtable")

CORRIDORS = ("bilateral-mus-fra", "bilateral-sen-esp", "bilateral-geo-bel")
"""Built once for the functional and the browser tests: a revised corridor, a disputed one, and
one that the edition does not list."""

PAPERS = ("speaking-note-fra", "questions-mus", "corridor-note-mus-fra", "corridor-note-geo-bel")
"""Short papers of every kind, built once; the last on a corridor that is not listed."""

ROOT = Path(__file__).parents[1]

SECONDS = 240
"""After this a command has hung; none takes a tenth of it on an idle machine."""

Finished = subprocess.CompletedProcess[str]
Run = Callable[..., Finished]


@pytest.fixture(scope="session")
def offline() -> dict[str, str]:
    """Variables for a command: on the pack, and cut off from everything but this machine."""
    unset = ("HOME", "DATA", "DOWNLOADS", "DEBUG")
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"PYTEST_ADDOPTS", "FORCE_COLOR", *(f"ROUNDTABLE_{word}" for word in unset)}
    }
    environment["ROUNDTABLE_DATA"] = "pack"
    environment["COLUMNS"] = "200"
    # Nothing listens there: a request that leaves the machine is refused at once.
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        environment[name] = "http://127.0.0.1:9"
    for name in ("no_proxy", "NO_PROXY"):
        environment[name] = "127.0.0.1"
    return environment


@pytest.fixture(scope="session")
def sources_folder() -> Path:
    """Find the publishers' files."""
    named = os.environ.get("ROUNDTABLE_SOURCES")
    folder = Path(named) if named else ROOT.parent / "shared" / "sources"
    if not (folder / "undesa-ims-2024").is_dir():
        pytest.skip(
            f"the publishers' files are not in '{folder}'; ROUNDTABLE_SOURCES names their folder"
        )
    return folder


@pytest.fixture
def publisher(monkeypatch) -> Iterator[Publisher]:
    """Start a publisher's server on this machine, reached past any proxy."""
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.setenv(name, "127.0.0.1")
    with Publisher() as server:
        yield server


@pytest.fixture(scope="session")
def run(tmp_path_factory, offline) -> Run:
    """Run a program of the environment elsewhere, as a user does, on the pack and offline."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")

    def started(
        program: str, *arguments: str | Path, cwd: Path = elsewhere, **variables: str
    ) -> Finished:
        return subprocess.run(
            [Path(sysconfig.get_path("scripts"), program), *arguments],
            cwd=cwd,
            env={**offline, **variables},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=SECONDS,
            check=False,
        )

    return started


@pytest.fixture(scope="session")
def built(run, tmp_path_factory) -> tuple[Path, Finished]:
    """Build three corridors through the command line: the roundtable's folder, and what it said."""
    folder = tmp_path_factory.mktemp("reports")
    only = [word for slug in CORRIDORS for word in ("--only", slug)]
    finished = run("roundtable", "build", *only, "--workers", "2", "--output", folder)
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return folder / "gfmd-2010-rt-1-1", finished


@pytest.fixture(scope="session")
def reports(built) -> Path:
    """Folder of the roundtable with three built corridors; tests read it and change nothing."""
    return built[0]


@pytest.fixture(scope="session")
def papers(run, tmp_path_factory) -> Path:
    """Build short papers through the command line: the roundtable's folder."""
    folder = tmp_path_factory.mktemp("papers")
    only = [word for slug in PAPERS for word in ("--only", slug)]
    finished = run("roundtable", "build", "--theme", "notes", *only, "--output", folder)
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return folder / "gfmd-2010-rt-1-1"
