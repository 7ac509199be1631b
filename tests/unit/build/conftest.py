"""A small session, its jobs, and briefings that are built without running a notebook."""

from pathlib import Path

import nbformat
import pytest
from tests.trial import TRIAL

from roundtable import engine, notebooks, paths, roundtables
from roundtable.build import Job, plan

SESSION = (
    TRIAL
    + """\
disclaimer: It states the position of nobody.
briefings:
  bilateral:
    - {origin: MUS, destination: FRA, reason: An agreement, where: section 4}
    - {origin: SEN, destination: ESP}
    - {origin: GEO, destination: BEL}
"""
)


@pytest.fixture(autouse=True)
def quiet(on_the_pack, monkeypatch):
    monkeypatch.delenv("ROUNDTABLE_DEBUG", raising=False)


@pytest.fixture
def session(tmp_path) -> roundtables.Roundtable:
    path = tmp_path / "trial-1.yml"
    path.write_text(SESSION, encoding="utf-8")
    return roundtables.load(path)


@pytest.fixture
def reports(tmp_path) -> Path:
    return tmp_path / "reports" / "trial-1"


@pytest.fixture
def jobs(session, reports) -> list[Job]:
    return plan(session, folder=reports)


@pytest.fixture
def executed(monkeypatch):
    """Give each briefing the stored outputs of the notebook; note the runs; fail on request."""
    stored = notebooks.read(paths.notebooks() / "bilateral.ipynb")
    runs, failing = [], {}

    def execute(theme, *, parameters, language, engine, drafts=None) -> nbformat.NotebookNode:
        runs.append((parameters["origin"], parameters["destination"], language))
        if error := failing.get(parameters["origin"]):
            raise error
        return notebooks.stable(notebooks.without_interactive(stored))

    execute.runs, execute.failing = runs, failing
    monkeypatch.setattr(engine, "execute", execute)
    return execute
