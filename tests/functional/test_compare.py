"""Two editions and two builds compared through the command line, on the pack."""

import json
import re
import shutil

import pytest
from bs4 import BeautifulSoup
from tests.conftest import CORRIDORS

from roundtable import roundtables
from roundtable.compare.builds import read_build
from roundtable.compare.editions import Choice
from roundtable.compare.running import compute


@pytest.fixture(scope="module")
def editions(run, tmp_path_factory):
    """Compare both editions for two briefings: what was said, and the page."""
    page = tmp_path_factory.mktemp("compared") / "compared.html"
    only = ("--only", "bilateral-mus-fra", "--only", "regional-ca-4")
    finished = run(
        *("roundtable", "compare", "undesa-2020", "undesa-2024", *only),
        *("--workers", "2", "--details", "--html", page),
    )
    return finished, page


def test_two_editions_are_compared_at_the_last_year_that_both_give(editions):
    finished, _ = editions
    assert finished.returncode == 0, finished.stderr
    assert "What changed from the 2020 edition to the 2024 edition" in finished.stdout
    assert "2 briefings with figures for 2020" in finished.stdout


def test_the_revision_of_a_corridor_is_told_with_its_size(editions):
    # UN DESA puts Mauritians in France in 2020 at 50,721 in one edition, at 44,179 in the other.
    finished, page = editions
    assert "50,721" in finished.stdout
    tree = BeautifulSoup(page.read_text("utf-8"), "html.parser")
    (stock,) = [
        line
        for line in tree.select("#bilateral-mus-fra tbody tr")
        if line.code and line.code.text == "stock"
    ]
    cells = [cell.text for cell in stock.select("td")]
    assert cells[:4] == ["50,721", "44,179", "\N{MINUS SIGN}6,542", "\N{MINUS SIGN}13%"]
    assert cells[4].startswith("revision")


def test_old_and_new_message_stand_beside_each_other(editions):
    _, page = editions
    tree = BeautifulSoup(page.read_text("utf-8"), "html.parser")
    row = tree.select("#bilateral-mus-fra .beside tbody tr")[0]
    old, new = (" ".join(cell.text.split()) for cell in row.select("td"))
    assert old.startswith("In 2020 about 50,700 people born in Mauritius lived in France")
    assert new.startswith("In 2020 about 44,200 people born in Mauritius lived in France")
    assert "50,700" in [piece.text for piece in row.select("del")]


def test_the_page_is_put_in_place_whole(editions):
    finished, page = editions
    assert [path.name for path in page.parent.iterdir()] == ["compared.html"]
    assert f"The page is in {page}." in finished.stdout


def test_an_edition_computed_here_tells_what_a_build_tells(reports, monkeypatch):
    monkeypatch.setenv("ROUNDTABLE_DATA", "pack")
    wanted = [
        (theme, item)
        for theme, item in roundtables.pairs(roundtables.load(roundtables.find(None)).briefings)
        if item.slug in CORRIDORS
    ]
    side = Choice("undesa-2024", 2024)
    computed, _ = compute(wanted, (side, side), language="en")
    built = read_build(reports, language="en")
    assert computed.failures == {}
    assert set(computed.briefings) == set(built.briefings) == set(CORRIDORS)
    for slug in CORRIDORS:
        ours, theirs = computed.briefings[slug], built.briefings[slug]
        assert json.loads(json.dumps(dict(ours.facts))) == theirs.facts
        assert ours.texts == theirs.texts
        assert ours.headings == theirs.headings


@pytest.fixture
def later(reports, tmp_path):
    """A later build: one figure differs, and one briefing is no longer there."""
    folder = tmp_path / "later"
    shutil.copytree(reports, folder)
    path = folder / "bilateral-mus-fra" / "facts.json"
    content = json.loads(path.read_text("utf-8"))
    (stock,) = [fact for fact in content["facts"] if fact["id"] == "stock"]
    stock["value"] *= 2
    path.write_text(json.dumps(content), encoding="utf-8")
    report = json.loads((folder / "build.json").read_text("utf-8"))
    report["briefings"] = [
        entry for entry in report["briefings"] if entry["slug"] != "bilateral-geo-bel"
    ]
    (folder / "build.json").write_text(json.dumps(report), encoding="utf-8")
    return folder


def test_two_builds_are_read_as_they_are(run, reports, later):
    finished = run("roundtable", "compare", reports, later, "--details")
    text = " ".join(finished.stdout.split())
    assert finished.returncode == 0, finished.stderr
    assert re.search(r"1 of the \d+ facts that both sides tell have another value", text)
    assert "1 by more than 5%, 1 by more than 25%" in text
    assert "The same year, and no other edition among the sources." in text
    assert "Only in the old build. bilateral-geo-bel." in text
    assert "Both builds read the same tables." in text
    assert "+100%" in text


def test_a_build_of_itself_and_a_mixture_are_refused(run, reports):
    same = run("roundtable", "compare", reports, f"{reports}/.")
    assert (same.returncode, "are the same build" in same.stderr) == (1, True)
    mixed = run("roundtable", "compare", "undesa-2020", reports)
    assert (mixed.returncode, "is an edition and" in mixed.stderr) == (1, True)
    assert "Traceback" not in same.stderr + mixed.stderr
