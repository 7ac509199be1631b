"""A copy of the workspace with one small session, whose drafts a test writes."""

import pytest
from tests.trial import TRIAL

from roundtable import roundtables

SESSION = (
    TRIAL
    + """\
briefings:
  bilateral:
    - {origin: MUS, destination: FRA}
  regional:
    - {bloc: ecowas}
  historical:
    - {country: GBR}
  new_trends:
    - {country: FRA}
notes: [speaking, corridors]
"""
)


@pytest.fixture
def session(workspace, on_the_pack):
    path = workspace / "data" / "roundtables" / "trial-1.yml"
    path.write_text(SESSION, encoding="utf-8")
    return roundtables.load(path)


@pytest.fixture
def write(workspace):
    """Write a draft; by default one that fits."""

    def written(words="Our words.", *, slug="bilateral-mus-fra", name="size.en.md", front=""):
        path = workspace / "notebooks" / "drafts" / "trial-1" / slug / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\n{front or 'place: after'}\n---\n{words}\n", encoding="utf-8")
        return path

    return written
