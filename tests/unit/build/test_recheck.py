"""Finished reports, held against their own records and the tables."""

import json

import pytest

from roundtable.build import fingerprint, recheck

PAGE = '<p><span class="fact" data-fact="stock">about 44,700</span></p>'


def stock(value=44709, **more):
    arguments = {"origin": "MUS", "destination": "FRA", "year": 2024}
    fact = {"id": "stock", "indicator": "corridor_stock", "value": value, "arguments": arguments}
    return {**fact, "edition": "undesa-2024", **more}


@pytest.fixture
def built(tmp_path):
    """Write a finished briefing with one fact; returns a function."""

    def write(page=PAGE, facts=None):
        folder = tmp_path / "session" / "bilateral-mus-fra"
        folder.mkdir(parents=True)
        (folder / "page.en.html").write_text(page, encoding="utf-8")
        (folder / "facts.json").write_text(
            json.dumps({"data": "pack", "facts": facts or [stock()]})
        )
        files = {name: fingerprint.digest(folder / name) for name in ("page.en.html", "facts.json")}
        (folder / "briefing.json").write_text(json.dumps({"files": files}))
        return folder

    return write


def found(tmp_path):
    return recheck.problems(recheck.finished(tmp_path))


def test_a_briefing_as_it_was_built_holds(built, tmp_path):
    built()
    assert len(recheck.finished(tmp_path)) == 1
    assert found(tmp_path) == []


def test_a_page_that_was_edited_by_hand_is_told_with_the_remedy(built, tmp_path):
    (built() / "page.en.html").write_text(PAGE.replace("44,700", "50,000"), encoding="utf-8")
    (problem,) = found(tmp_path)
    assert problem.startswith("session/bilateral-mus-fra: page.en.html changed or gone")
    assert "notebooks/drafts" in problem


def test_a_lost_file_is_told(built, tmp_path):
    (built() / "page.en.html").unlink()
    (problem,) = found(tmp_path)
    assert "page.en.html changed or gone" in problem


def test_a_mark_without_a_fact_is_told(built, tmp_path):
    built(page=PAGE.replace('"stock"', '"nothing"'))
    (problem,) = found(tmp_path)
    assert "marks nothing, not in its facts.json" in problem


def test_a_stock_that_is_not_that_of_the_tables_is_told(built, tmp_path):
    built(facts=[stock(value=50_000)])
    (problem,) = found(tmp_path)
    assert "'stock' prints 50,000, the table stocks (pack) has 44,709" in problem


def test_a_stock_without_a_row_is_told(built, tmp_path):
    arguments = {"origin": "MUS", "destination": "FRA", "year": 2023}
    built(facts=[stock(arguments=arguments)])
    (problem,) = found(tmp_path)
    assert "has no such row" in problem


def test_a_record_that_cannot_be_read_is_told(built, tmp_path):
    (built() / "briefing.json").write_text("{", encoding="utf-8")
    (problem,) = found(tmp_path)
    assert "session/bilateral-mus-fra cannot be read" in problem
