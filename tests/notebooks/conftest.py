"""Every notebook of the project, and its themes."""

from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parents[2]
PATHS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@pytest.fixture(params=PATHS, ids=lambda path: path.stem)
def path(request) -> Path:
    """Each notebook in turn."""
    return request.param


@pytest.fixture
def notebook(path) -> nbformat.NotebookNode:
    """Each notebook in turn, as it is stored."""
    return nbformat.read(path, as_version=4)


@pytest.fixture(scope="session")
def by_papermill(run, tmp_path_factory) -> tuple[nbformat.NotebookNode, str]:
    """Run the corridor's notebook by papermill alone: Senegal to Spain, and what it said."""
    folder = tmp_path_factory.mktemp("papermill")
    given = ("-p", "origin", "SEN", "-p", "destination", "ESP")
    finished = run(
        "papermill", ROOT / "notebooks" / "bilateral.ipynb", "out.ipynb", *given, cwd=folder
    )
    assert finished.returncode == 0, finished.stderr[-4000:]
    return nbformat.read(folder / "out.ipynb", as_version=4), finished.stderr
