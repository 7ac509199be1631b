"""Drafts through the command line: started, built, changed, accepted, broken; real kernels."""

import json
import re
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from tests.conftest import ROOT
from tests.trial import TRIAL

SESSION = (
    TRIAL
    + """\
briefings:
  bilateral:
    - {origin: MUS, destination: FRA}
    - {origin: SEN, destination: ESP}
"""
)

DRAFT = """\
---
place: after
national_figures:
  - {beside: stock, government: MUS, value: 45210, unit: persons, year: 2022, source: A bulletin}
facts:
  stock: {value: 40012, printed: "about 40,000", kind: measured}
---
The two governments speak of {{ stock }} people.
"""
"""What was recorded, and the government's figure, are invented."""


def workspace(home: Path, session: str) -> Path:
    """Fill a folder with what people write, and a session."""
    shutil.copytree(ROOT / "notebooks", home / "notebooks")
    shutil.copytree(ROOT / "data", home / "data", ignore=shutil.ignore_patterns("store", "down*"))
    (home / "data" / "roundtables" / "trial-1.yml").write_text(session, encoding="utf-8")
    return home


@pytest.fixture(scope="module")
def told(run, tmp_path_factory):
    """Take a workspace through all steps; what each command said, and the files after it."""
    home = workspace(tmp_path_factory.mktemp("workspace"), SESSION)
    draft = home / "notebooks" / "drafts" / "trial-1" / "bilateral-mus-fra" / "size.en.md"
    reports = home / "reports" / "trial-1"

    def roundtable(*words):
        return run("roundtable", *words, ROUNDTABLE_HOME=str(home))

    def build():
        return roundtable("build", "trial-1", "--workers", "2"), files(reports)

    said = {"new": roundtable("drafts", "new", "bilateral-mus-fra", "size", *TRIAL)}
    said["starter"] = draft.read_text("utf-8")
    draft.write_text(DRAFT, encoding="utf-8")
    said["changed"], said["changed files"] = build()
    said["list"] = roundtable("drafts", "list", "trial-1")
    said["accept"] = roundtable("drafts", "accept", "bilateral-mus-fra", *TRIAL)
    said["accepted draft"] = draft.read_text("utf-8")
    said["accepted"], said["accepted files"] = build()
    said["trace"] = roundtable(
        "trace", str(reports / "bilateral-mus-fra"), "national-stock-mus-2022"
    )
    draft.write_text(DRAFT.replace("{{ stock }}", "{{ stokc }} or 44,709"), encoding="utf-8")
    said["broken"], said["broken files"] = build()
    said["check"] = roundtable("check")
    return said


TRIAL = ("--roundtable", "trial-1")


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.glob("bilateral-*/**/*")
        if path.is_file()
    }


def section(built: dict[str, bytes]) -> BeautifulSoup:
    page = built["bilateral-mus-fra/bilateral-mus-fra.en.html"].decode("utf-8")
    (words,) = BeautifulSoup(page, "html.parser").select(".drafters")
    return words


def test_a_starter_is_written_with_the_facts_of_the_section(told):
    assert told["new"].returncode == 0, told["new"].stderr
    assert told["new"].stdout.rstrip().endswith("bilateral-mus-fra/size.en.md")
    assert "{{ stock_common }}: about 44,200" in told["starter"]


def test_the_page_has_the_words_as_a_numbered_paragraph_with_their_facts(told):
    assert told["changed"].returncode == 0, told["changed"].stderr
    words = section(told["changed files"])
    text = words.p.get_text()
    assert re.match(r"\d+\. The two governments speak of about 44,700 people\.", text)
    assert words.select_one("p .fact")["data-fact"] == "stock"
    assert words.select_one("small").get_text() == "Words of the drafting team"


def test_the_figure_of_a_government_stands_beside_that_of_the_un(told):
    table = section(told["changed files"]).select_one("table.national")
    rows = [[cell.get_text() for cell in row.select("td")] for row in table.select("tbody tr")]
    assert [row[2:] for row in rows] == [
        ["about 44,700", "2024", "International Migrant Stock 2024"],
        ["45,210", "2022", "A bulletin"],
    ]
    facts = json.loads(told["changed files"]["bilateral-mus-fra/facts.json"])
    values = {fact["id"]: fact["value"] for fact in facts["facts"]}
    assert (values["stock"], values["national-stock-mus-2022"]) == (44_709, 45_210)
    assert told["trace"].returncode == 0, told["trace"].stderr
    assert "Government of Mauritius" in told["trace"].stdout
    assert "trial-1/bilateral-mus-fra/size.en.md" in told["trace"].stdout


def test_a_changed_fact_is_flagged_on_the_page_and_by_the_build_with_both_values(told):
    (row,) = section(told["changed files"]).select("table.draft-changed tbody tr")
    was, now = (cell.get_text() for cell in row.select("td")[1:])
    assert (was, now) == ("about 40,000 (measured)", "about 44,700 (revised)")
    said = told["changed"].stderr
    assert "stock: was about 40,000 (measured), is about 44,700 (revised)" in said
    assert "roundtable drafts accept bilateral-mus-fra size --roundtable trial-1" in said
    assert "stock: about 40,000 → about 44,700" in " ".join(told["list"].stdout.split())


def test_accepting_records_the_facts_and_nothing_else_in_the_file(told):
    assert told["accept"].returncode == 0, told["accept"].stderr
    old = 'stock: {value: 40012, printed: "about 40,000", kind: measured}'
    new = "stock: {value: 44709, printed: 'about 44,700', kind: revised}"
    assert told["accepted draft"] == DRAFT.replace(old, new)


def test_a_changed_draft_rebuilds_exactly_its_briefing_and_the_flag_is_gone(told):
    assert told["accepted"].returncode == 0, told["accepted"].stderr
    assert "2 of 2 briefings are in place (1 built, 1 up to date)" in told["accepted"].stdout
    assert "accept" not in told["accepted"].stderr
    assert section(told["accepted files"]).select("table.draft-changed") == []
    changed, accepted = told["changed files"], told["accepted files"]
    moved = {name.partition("/")[0] for name in accepted if accepted[name] != changed.get(name)}
    assert moved == {"bilateral-mus-fra"}


def test_a_broken_draft_is_told_with_file_and_line_and_the_last_good_build_stays(told):
    where = "notebooks/drafts/trial-1/bilateral-mus-fra/size.en.md, line 8: "
    for finished in (told["broken"], told["check"]):
        assert finished.returncode == 1
        said = finished.stderr
        assert f"{where}a digit stands in the words" in said
        assert f"{where}there is no fact or name 'stokc' in this briefing. Did you mean" in said
        assert "Traceback" not in said
    assert told["broken"].stderr.count("a digit stands in the words") == 1
    assert "bilateral-mus-fra failed: not built; mend its drafts" in told["broken"].stderr
    assert "1 of 2 briefings are in place (0 built, 1 up to date)" in told["broken"].stdout
    assert told["broken files"] == told["accepted files"]


def test_a_short_paper_takes_drafts_by_the_same_commands(run, tmp_path):
    home = workspace(tmp_path / "home", SESSION + "notes: [corridors]\n")
    slug, section = "corridor-note-mus-fra", "corridor-note-size"
    draft = home / "notebooks" / "drafts" / "trial-1" / slug / f"{section}.en.md"

    def roundtable(*words):
        return run("roundtable", *words, ROUNDTABLE_HOME=str(home))

    sections = roundtable("drafts", "new", slug, *TRIAL)
    assert (sections.returncode, sections.stdout.count("corridor-note-")) == (0, 5)
    assert roundtable("drafts", "new", slug, section, *TRIAL).returncode == 0
    assert "{{ stock }}: about 44,700" in draft.read_text("utf-8")
    draft.write_text(DRAFT, encoding="utf-8")
    build = ("build", "trial-1", "--theme", "notes", "--workers", "1")
    first = roundtable(*build)
    assert first.returncode == 0, first.stderr
    assert "stock: was about 40,000 (measured), is about 44,700 (revised)" in first.stderr
    text = (home / "reports" / "trial-1" / slug / f"{slug}.en.html").read_text("utf-8")
    (words,) = BeautifulSoup(text, "html.parser").select(f"#{section} ~ .drafters")
    assert words.p.get_text() == "The two governments speak of about 44,700 people."
    assert len(words.select("table.national, table.draft-changed")) == 2
    assert roundtable("drafts", "accept", slug, *TRIAL).returncode == 0
    again = roundtable(*build)
    assert "2 of 2 briefings are in place (1 built, 1 up to date)" in again.stdout
    draft.write_text(DRAFT.replace("{{ stock }}", "{{ stokc }}"), encoding="utf-8")
    broken = roundtable(*build)
    assert broken.returncode == 1
    assert f"{slug}/{section}.en.md, line 8: there is no fact or name 'stokc'" in broken.stderr
