"""pyproject.toml, requirements.lock, environment.yml and Makefile say the same."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]

# Where conda-forge calls a package otherwise; `pandera[pandas]` is a package of its own there.
CONDA_NAMES = {"pandera": "pandera-pandas", "playwright": "playwright-python"}

LOCKED = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?: ; [^/]+)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")
COMMENT = re.compile(r"^#[^/:]*$|^ {4}#(?: via)?(?: +[\w.-]+(?: \(pyproject\.toml(?::\w+)?\))?)?$")

needs_make = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")


def pyproject() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def requirements() -> list[Requirement]:
    project = pyproject()["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    return [Requirement(line) for line in lines]


def conda_environment() -> dict:
    return yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))


def lock_lines() -> list[str]:
    return (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()


def locked_versions() -> dict[str, set[Version]]:
    versions: dict[str, set[Version]] = {}
    for found in filter(None, map(LOCKED.match, lock_lines())):
        versions.setdefault(found["name"], set()).add(Version(found["version"]))
    return versions


def test_conda_environment_asks_for_the_same_releases_as_pyproject():
    expected = {"python": pyproject()["project"]["requires-python"], "pip": ""}
    for requirement in requirements():
        name = canonicalize_name(requirement.name)
        expected[CONDA_NAMES.get(name, name)] = str(requirement.specifier)
    listed = [entry for entry in conda_environment()["dependencies"] if isinstance(entry, str)]
    asked = {found.name: str(found.specifier) for found in map(Requirement, listed)}
    assert asked == expected
    assert len(asked) == len(listed)


def test_conda_environment_takes_only_the_checkout_from_pip():
    nested = [entry for entry in conda_environment()["dependencies"] if isinstance(entry, dict)]
    assert nested == [{"pip": ["--editable ."]}]
    assert "defaults" not in conda_environment()["channels"]


def test_lock_holds_every_requirement_within_its_bounds():
    versions = locked_versions()
    groups = pyproject()["dependency-groups"]["install"]
    for requirement in [*requirements(), *map(Requirement, groups)]:
        locked = versions.get(canonicalize_name(requirement.name), set())
        assert locked, f"{requirement.name} is not in requirements.lock: run `make lock`"
        for version in locked:
            assert version in requirement.specifier, f"{requirement} is locked at {version}"


def test_lock_names_versions_and_hashes_and_no_address():
    lines = lock_lines()
    strange = [
        line
        for line in lines
        if not (LOCKED.match(line) or HASH.match(line) or COMMENT.match(line))
    ]
    assert strange == []
    assert not any("://" in line for line in lines)
    assert len(locked_versions()) > 100


def test_every_release_in_the_lock_has_a_hash():
    lines = lock_lines()
    bare = [
        line
        for line, following in zip(lines, [*lines[1:], ""], strict=True)
        if LOCKED.match(line) and not HASH.match(following)
    ]
    assert bare == []


def test_build_backend_of_the_lock_is_that_of_pyproject():
    assert set(pyproject()["build-system"]["requires"]) < set(
        pyproject()["dependency-groups"]["install"]
    )


def test_every_package_that_the_library_imports_is_declared():
    declared = {
        canonicalize_name(Requirement(line).name) for line in pyproject()["project"]["dependencies"]
    }
    distributions = packages_distributions()
    undeclared = {}
    for path in sorted((ROOT / "src").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                modules = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                modules = [node.module]
            else:
                continue
            for top in {module.split(".")[0] for module in modules}:
                if top in sys.stdlib_module_names or top == "roundtable":
                    continue
                owners = {canonicalize_name(name) for name in distributions.get(top, [top])}
                if not owners & declared:
                    undeclared[top] = path.relative_to(ROOT).as_posix()
    assert undeclared == {}


def test_ci_workflow_runs_the_script_on_the_oldest_python_that_is_promised():
    workflow = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8"))
    job = workflow["jobs"]["test"]
    promised = pyproject()["project"]["requires-python"].removeprefix(">=")
    assert promised in job["strategy"]["matrix"]["python"]
    assert [step["run"] for step in job["steps"] if "run" in step] == ["bash .ci/run"]
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")
    assert "make check" in script
    assert "make test" in script
    assert os.access(ROOT / ".ci/run", os.X_OK)


@needs_make
def test_make_alone_lists_the_targets_with_their_purpose():
    listed = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    purposes = dict(re.findall(r"^  make (\w+) +(\S.*)$", listed, flags=re.M))
    promised = "briefings test lab bench check format notebooks browser clean lock help distclean"
    assert set(purposes) == set(promised.split())


@pytest.fixture
def checkout(tmp_path):
    """Make a checkout on a machine with a python3, and no uv, of the test's own."""
    folder = tmp_path / "a checkout"
    folder.mkdir()
    for name in ("Makefile", "pyproject.toml", "requirements.lock"):
        shutil.copy(ROOT / name, folder)
    programs = tmp_path / "programs"
    programs.mkdir()

    def write(name: str, script: str) -> None:
        (programs / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (programs / name).chmod(0o755)

    def run_make(*, python3: str) -> subprocess.CompletedProcess:
        write("python3", python3)
        variables = os.environ | {"PATH": f"{programs}:/usr/bin:/bin", "PYTHON": "python3"}
        for inherited in ("ARGS", "MAKEFLAGS", "MAKELEVEL", "MFLAGS"):
            variables.pop(inherited, None)
        return subprocess.run(
            ["make", "briefings"], cwd=folder, env=variables, capture_output=True, text=True
        )

    # Version managers leave such placeholders: a name on the path that runs nothing.
    write("uv", "echo 'uv: command not found' >&2; exit 127")
    return folder, run_make


@needs_make
def test_make_names_the_python_it_needs(checkout):
    folder, run_make = checkout
    done = run_make(python3='[ "$1" = --version ] && echo Python 3.9.18')
    assert done.returncode != 0
    assert "needs Python 3.11 or newer; found: Python 3.9.18." in done.stderr
    assert "make PYTHON=/path/to/python3.12 briefings" in done.stderr
    assert not (folder / ".venv").exists()


@needs_make
def test_make_names_the_debian_package_where_venv_is_missing(checkout):
    folder, run_make = checkout
    # Debian's own message, and the folder that its venv leaves behind.
    without_ensurepip = (
        'if [ "$1 $2" = "-m venv" ]; then mkdir -p "$3/bin"; '
        "echo 'ensurepip is not available'; exit 1; fi; "
        f'exec "{sys.executable}" "$@"'
    )
    done = run_make(python3=without_ensurepip)
    assert done.returncode != 0
    assert "ensurepip is not available" in done.stderr
    assert "apt install python3-venv" in done.stderr
    assert not (folder / ".venv").exists()


@needs_make
def test_make_leaves_nothing_half_made_when_the_lock_cannot_be_installed(checkout):
    folder, run_make = checkout
    # A Python whose environment comes to be, but whose pip reaches nothing.
    without_network = (
        'if [ "$1 $2" = "-m venv" ]; then mkdir -p "$3/bin"; '
        "printf '#!/bin/sh\\necho no network >&2; exit 1\\n' > \"$3/bin/python\"; "
        'chmod +x "$3/bin/python"; exit 0; fi; '
        f'exec "{sys.executable}" "$@"'
    )
    done = run_make(python3=without_network)
    assert done.returncode != 0
    assert "no network" in done.stderr
    assert "The environment could not be installed" in done.stderr
    assert not (folder / ".venv").exists()


@needs_make
def test_make_builds_at_once_in_an_environment_that_is_complete(checkout):
    folder, run_make = checkout
    programs = folder / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name, script in {"python": "echo '(3, 11)'", "roundtable": 'echo "asked to $*"'}.items():
        (programs / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (programs / name).chmod(0o755)
    sums = [
        subprocess.run(
            f"cksum < {name}", shell=True, cwd=folder, capture_output=True, text=True, check=True
        ).stdout
        for name in ("requirements.lock", "pyproject.toml")
    ]
    (folder / ".venv" / "stamp").write_text(f"{folder.resolve()} (3, 11)\n" + "".join(sums))
    done = run_make(python3="echo not wanted >&2; exit 1")
    assert (done.returncode, done.stdout, done.stderr) == (0, "asked to build\n", "")
