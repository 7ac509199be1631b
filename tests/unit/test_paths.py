"""The workspace is found from the variable, the current folder, or the checkout."""

import re
from pathlib import Path

import pytest

from roundtable import paths

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture
def workspace(tmp_path):
    """Make an empty workspace."""
    folder = tmp_path / "my workspace"
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "sources.yml").write_text("{}\n")
    return folder


@pytest.fixture(autouse=True)
def no_variable(monkeypatch):
    monkeypatch.delenv("ROUNDTABLE_HOME", raising=False)


def test_the_variable_names_the_workspace(workspace, tmp_path, monkeypatch):
    monkeypatch.setenv("ROUNDTABLE_HOME", str(workspace))
    monkeypatch.chdir(tmp_path)
    assert paths.home() == workspace.resolve()


def test_the_variable_may_be_relative_to_the_current_folder(workspace, monkeypatch):
    monkeypatch.chdir(workspace.parent)
    monkeypatch.setenv("ROUNDTABLE_HOME", workspace.name)
    assert paths.home() == workspace.resolve()
    assert paths.home().is_absolute()


def test_the_variable_wins_over_the_current_folder(workspace, monkeypatch):
    monkeypatch.setenv("ROUNDTABLE_HOME", str(workspace))
    monkeypatch.chdir(CHECKOUT)
    assert paths.home() == workspace.resolve()


def test_a_variable_that_names_no_workspace_is_an_error_with_its_remedy(tmp_path, monkeypatch):
    monkeypatch.setenv("ROUNDTABLE_HOME", str(tmp_path))
    message = (
        f"ROUNDTABLE_HOME is '{tmp_path}', but there is no data/sources.yml in it. "
        "Set it to the project's folder, or unset it"
    )
    with pytest.raises(paths.WorkspaceError, match=re.escape(message)):
        paths.home()


def test_a_folder_below_the_workspace_finds_it(workspace, monkeypatch):
    below = workspace / "notebooks" / "drafts"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert paths.home() == workspace


def test_the_nearest_workspace_is_taken(workspace, monkeypatch):
    inner = workspace / "copy"
    (inner / "data").mkdir(parents=True)
    (inner / "data" / "sources.yml").write_text("{}\n")
    monkeypatch.chdir(inner / "data")
    assert paths.home() == inner


def test_outside_a_workspace_the_checkout_is_used(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert paths.home() == CHECKOUT


def test_no_workspace_anywhere_is_an_error_with_its_remedy(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(paths, "MARK", Path("data", "no-such-file.yml"))
    message = (
        rf"neither '{re.escape(str(tmp_path))}' nor a folder above it holds "
        r"data/no-such-file\.yml\. Run from inside the project, or set ROUNDTABLE_HOME"
    )
    with pytest.raises(paths.WorkspaceError, match=message):
        paths.home()


def test_folders_lie_where_the_layout_of_the_project_has_them(workspace, monkeypatch):
    monkeypatch.setenv("ROUNDTABLE_HOME", str(workspace))
    home = workspace.resolve()
    assert paths.data() == home / "data"
    assert paths.geo() == home / "data" / "geo"
    assert paths.pack() == home / "data" / "pack"
    assert paths.store() == home / "data" / "store"
    assert paths.roundtables() == home / "data" / "roundtables"
    assert paths.notebooks() == home / "notebooks"
    assert paths.texts() == home / "notebooks" / "text"
    assert paths.reports() == home / "reports"
