import csv
import dataclasses
import json

import pytest

from roundtable.build import plan, work
from roundtable.engine import ExecutionError
from roundtable.errors import RoundtableError
from roundtable.export import html


def files(folder) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def hidden(folder) -> list[str]:
    return sorted(path.name for path in folder.glob(".*"))


def test_a_briefing_is_its_page_its_notebook_its_facts_and_its_series(jobs, executed, reports):
    entry = work.build_one(jobs[0])
    folder = reports / "bilateral-mus-fra"
    names = set(files(folder))
    assert {"bilateral-mus-fra.en.html", "bilateral-mus-fra.en.ipynb", "facts.json"} < names
    assert "series/stock-over-time.csv" in names
    assert set(entry["files"]) == names - {"briefing.json"}
    assert json.loads((folder / "briefing.json").read_text("utf-8")) == entry
    assert (entry["title"], entry["data"]) == ("Mauritius → France", "pack")
    assert hidden(reports) == []


def test_facts_json_has_the_facts_that_were_shown_and_names_its_series(jobs, executed, reports):
    work.build_one(jobs[0])
    folder = reports / "bilateral-mus-fra"
    content = json.loads((folder / "facts.json").read_text("utf-8"))
    stock = next(fact for fact in content["facts"] if fact["id"] == "stock")
    assert (stock["value"], stock["printed"]) == (44_709, {"en": "about 44,700"})
    assert content["edition"] == "undesa-2024"
    for series in content["series"]:
        with (folder / series["file"]).open(encoding="utf-8", newline="") as stream:
            head, *rows = csv.reader(stream)
        assert head == series["columns"]
        assert rows
        assert "rows" not in series


def test_a_missing_cell_of_a_series_stays_empty_and_the_others_stay_whole(
    jobs, executed, reports, monkeypatch
):
    record = {
        **{name: "x" for name in ("theme", "title", "parameters", "edition", "data", "message")},
        **{"facts": [], "sources": [], "kinds": [], "labels": {}},
        "series": [{"id": "s", "columns": ["year", "persons"], "rows": [[2020, None], [2024, 7]]}],
    }
    monkeypatch.setattr(work, "record_of", lambda notebook: record)
    monkeypatch.setattr(html, "render", lambda *arguments, **more: "page")
    work.build_one(jobs[0])
    series = reports / "bilateral-mus-fra" / "series" / "s.csv"
    assert series.read_text("utf-8") == "year,persons\n2020,\n2024,7\n"


def test_the_same_inputs_give_the_same_bytes(jobs, executed, reports):
    work.build_one(jobs[0])
    first = files(reports / "bilateral-mus-fra")
    work.build_one(jobs[0])
    second = files(reports / "bilateral-mus-fra")
    first.pop("briefing.json"), second.pop("briefing.json")
    assert first == second
    assert len(first) > 5


def test_a_failed_briefing_leaves_the_old_one_and_nothing_half_written(jobs, executed, reports):
    work.build_one(jobs[0])
    before = files(reports)
    executed.failing["MUS"] = ExecutionError("A cell failed.")
    with pytest.raises(ExecutionError, match="A cell failed"):
        work.build_one(jobs[0])
    assert files(reports) == before
    assert hidden(reports) == []


def test_a_page_that_cannot_be_made_leaves_nothing(jobs, executed, reports, monkeypatch):
    def render(*arguments, **more):
        raise OSError("No space left on device")

    monkeypatch.setattr(html, "render", render)
    assert work.attempt(jobs[0]) == (
        "OSError: No space left on device. Run with --debug to see where."
    )
    assert list(reports.iterdir()) == []


def test_an_interruption_leaves_the_old_one_and_nothing_half_written(jobs, executed, reports):
    work.build_one(jobs[0])
    before = files(reports)
    executed.failing["MUS"] = KeyboardInterrupt()
    with pytest.raises(KeyboardInterrupt):
        work.build_one(jobs[0])
    assert files(reports) == before


def test_an_error_of_ours_is_its_message_and_another_names_its_type(jobs, executed, monkeypatch):
    executed.failing["MUS"] = RoundtableError("`year` is wrong.")
    assert work.attempt(jobs[0]) == "`year` is wrong."
    executed.failing["MUS"] = ValueError("odd")
    assert work.attempt(jobs[0]) == "ValueError: odd. Run with --debug to see where."
    monkeypatch.setenv("ROUNDTABLE_DEBUG", "1")
    with pytest.raises(ValueError, match="odd"):
        work.attempt(jobs[0])


def test_a_briefing_is_up_to_date_while_its_inputs_and_its_files_are_there(
    jobs, executed, reports, session
):
    job = jobs[0]
    assert not work.up_to_date(job)
    work.build_one(job)
    assert work.up_to_date(job)
    other = plan(session.model_copy(update={"year": 2020}), folder=reports)[0]
    assert not work.up_to_date(other)
    (reports / job.slug / "facts.json").unlink()
    assert not work.up_to_date(job)


def test_a_cut_off_entry_is_built_again(jobs, executed, reports):
    work.build_one(jobs[0])
    (reports / jobs[0].slug / "briefing.json").write_text('{"key": ', encoding="utf-8")
    assert not work.up_to_date(jobs[0])


def test_a_notebook_without_a_record_is_an_error(executed):
    bare = executed(
        "bilateral", parameters={"origin": "", "destination": ""}, language="", engine=""
    )
    bare.cells = [cell for cell in bare.cells if cell.id != "sources"]
    with pytest.raises(RoundtableError, match="left no record of its facts"):
        work.record_of(bare)


def test_a_self_contained_page_asks_for_no_file(session, executed, reports):
    job = plan(session, folder=reports, self_contained=True)[0]
    work.build_one(job)
    page = (reports / job.slug / f"{job.slug}.en.html").read_text("utf-8")
    assert "<script src" not in page
    assert '<link rel="stylesheet"' not in page
    assert len(page) > 1_000_000


def test_a_paper_that_cannot_be_made_is_told_and_what_was_there_stays(session, reports):
    wanting = session.model_copy(update={"notes": ("questions",)})
    job = plan(wanting, folder=reports, themes=["notes"])[0]
    assert work.attempt(job) == ""
    before = files(reports)
    broken = dataclasses.replace(job, parameters={**job.parameters, "country": "XXX"})
    assert "The parameters of 'notes' do not fit" in work.attempt(broken)
    assert files(reports) == before
    assert hidden(reports) == []
