"""Build one briefing or short paper: execute, export, write aside, put in place."""

import json
import os
import shutil
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat
import pandas as pd

from roundtable import engine, notes
from roundtable.briefing.display import RECORD_MIMETYPE
from roundtable.build import fingerprint
from roundtable.build.plan import Job
from roundtable.errors import RoundtableError, message_of
from roundtable.export import html, note_page
from roundtable.export.page import Page


def attempt(job: Job) -> str:
    """Build one briefing; return the message of its error, or an empty string."""
    try:
        build_one(job)
    except Exception as error:
        return message_of(error)
    return ""


def build_one(job: Job) -> dict[str, Any]:
    """Build one briefing into a folder aside, then put it in place.

    Returns
    -------
    dict
        Its entry in ``build.json``.
    """
    start = time.perf_counter()
    fresh = job.folder / f".new-{job.slug}-{os.getpid()}"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    try:
        records: dict[str, dict[str, Any]] = {}
        for language in job.languages:
            make = _paper if job.kind else _briefing
            records[language], text = make(job, language, fresh)
            (fresh / f"{job.slug}.{language}.html").write_text(text, "utf-8")
        _write_facts(fresh, records)
        entry = _entry(job, records, seconds=round(time.perf_counter() - start, 2), folder=fresh)
        (fresh / ENTRY).write_text(as_json(entry), "utf-8")
        _put_in_place(fresh, job.folder / job.slug)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return entry


def _briefing(job: Job, language: str, fresh: Path) -> tuple[dict[str, Any], str]:
    """Run a notebook and keep it; return its record and its page."""
    notebook = engine.execute(
        job.theme,
        parameters=job.parameters,
        language=language,
        engine=job.engine,
        drafts=(job.roundtable, job.slug),
    )
    record = record_of(notebook)
    name = f"{job.slug}.{language}.ipynb"
    (fresh / name).write_text(nbformat.writes(notebook) + "\n", "utf-8")
    page = _with_links(job.page, notebook=name, record=record)
    return record, html.render(notebook, page, assets=_assets(job))


def _paper(job: Job, language: str, fresh: Path) -> tuple[dict[str, Any], str]:
    """Write a short paper; return its record and its page. No notebook is run."""
    paper = notes.KINDS[job.kind](**job.parameters, language=language, session=job.session)
    paper.take_drafts(job.roundtable, job.slug)
    parts = paper.parts()
    record = plain(paper.record())
    ends = [job.parameters.get(name) for name in ("origin", "destination")]
    links = dict(job.page.links)
    if all(ends):
        slug = "-".join(["bilateral", *ends]).lower()
        links["briefing"] = f"../{slug}/{slug}.{language}.html"
    page = replace(job.page, links=links)
    return record, note_page.render(parts, record, page, assets=_assets(job))


def _assets(job: Job) -> str | None:
    return None if job.self_contained else "../assets"


ENTRY = "briefing.json"
"""What ``build.json`` says of one briefing; here it survives an interruption."""


def record_of(notebook: nbformat.NotebookNode) -> dict[str, Any]:
    """Return the record that an executed notebook carries.

    Raises
    ------
    RoundtableError
        If no output of the notebook holds one.
    """
    for cell in reversed(notebook.cells):
        for output in cell.get("outputs", []):
            if RECORD_MIMETYPE in output.get("data", {}):
                return plain(output["data"][RECORD_MIMETYPE])
    raise RoundtableError("The notebook ran but left no record of its facts.")


def plain(record: Any) -> dict[str, Any]:
    """Return a record with nothing in it but what JSON knows."""
    return json.loads(json.dumps(record))


def up_to_date(job: Job) -> bool:
    """Tell whether a briefing was built from the same inputs and is all there."""
    try:
        entry = json.loads((job.folder / job.slug / ENTRY).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    there = all((job.folder / job.slug / name).is_file() for name in entry.get("files", {}))
    return there and entry.get("key") == job.key


def _with_links(page: Page, *, notebook: str, record: dict[str, Any]) -> Page:
    series = {item["id"]: f"series/{item['id']}.csv" for item in record["series"]}
    return replace(page, links={**page.links, "notebook": notebook}, series=series)


def _write_facts(folder: Path, records: dict[str, dict[str, Any]]) -> None:
    """Write ``facts.json`` with the printed forms of all languages, and the series as CSV."""
    first = next(iter(records.values()))
    # A draft in one language may show a fact that the other languages do not.
    facts: dict[str, dict[str, Any]] = {}
    cited: dict[str, dict[str, Any]] = {}
    for record in records.values():
        for fact in record["facts"]:
            known = facts.setdefault(fact["id"], {**fact, "printed": {}})
            known["printed"].update(fact["printed"])
        for source in record["sources"]:
            cited.setdefault(source["id"], source)
    if first["series"]:
        (folder / "series").mkdir()
    series = []
    for item in first["series"]:
        file = f"series/{item['id']}.csv"
        frame = pd.DataFrame(item["rows"], columns=item["columns"], dtype=object)
        frame.to_csv(folder / file, index=False, lineterminator="\n")
        series.append({**{k: v for k, v in item.items() if k != "rows"}, "file": file})
    about = {key: first[key] for key in ("theme", "title", "parameters", "edition", "data")}
    content = {
        **about,
        "facts": list(facts.values()),
        "series": series,
        "sources": list(cited.values()),
    }
    (folder / "facts.json").write_text(as_json(content), "utf-8")


def _entry(
    job: Job, records: dict[str, dict[str, Any]], *, seconds: float, folder: Path
) -> dict[str, Any]:
    first = next(iter(records.values()))
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        "slug": job.slug,
        "theme": job.theme,
        **({"kind": job.kind} if job.kind else {}),
        "title": first["title"],
        "message": first["message"],
        "kinds": first["kinds"],
        "parameters": job.parameters,
        "languages": list(job.languages),
        "data": first["data"],
        "facts": len(first["facts"]),
        "drafts": [draft for record in records.values() for draft in record.get("drafts", ())],
        "engine": job.engine,
        "seconds": seconds,
        "key": job.key,
        "files": {path.relative_to(folder).as_posix(): fingerprint.digest(path) for path in files},
    }


def _put_in_place(fresh: Path, final: Path) -> None:
    """Swap a finished folder in; the old one stays until then."""
    old = final.with_name(f".old-{final.name}-{os.getpid()}")
    if final.exists():
        final.rename(old)
    fresh.rename(final)
    shutil.rmtree(old, ignore_errors=True)


def as_json(content: Any) -> str:
    """Return content as the JSON files of a build are written."""
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"
