"""Build the briefings of a roundtable: execute, export, put in place, list."""

import json
import os
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import nbformat
import pandas as pd

from roundtable import engine, fingerprint, places
from roundtable.briefing.display import RECORD_MIMETYPE
from roundtable.errors import ParameterError, RoundtableError, did_you_mean
from roundtable.export import html, index
from roundtable.export.assets import write_assets
from roundtable.export.page import Card, Page
from roundtable.roundtables import CorridorWanted, Roundtable, pairs


@dataclass(frozen=True)
class Job:
    """One briefing to build.

    Attributes
    ----------
    slug, theme
        Name of the briefing and of its notebook.
    parameters
        Parameters of the notebook, without the language.
    languages
        Languages to build it in.
    page
        What stands around the text.
    folder
        Folder of the roundtable's reports.
    engine
        Engine of papermill.
    self_contained
        Whether each page carries its scripts and styles.
    key
        Digest of everything that the result depends on.
    """

    slug: str
    theme: str
    parameters: dict[str, Any]
    languages: tuple[str, ...]
    page: Page
    folder: Path
    engine: str
    self_contained: bool
    key: str


@dataclass
class Outcome:
    """What came of a build.

    Attributes
    ----------
    built, unchanged
        Slugs of the briefings that were built, or found up to date.
    failures
        Message by slug.
    seconds
        Wall time.
    interrupted
        Whether the user stopped it.
    """

    built: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failures: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    interrupted: bool = False


def plan(
    roundtable: Roundtable,
    *,
    folder: Path,
    themes: list[str] | None = None,
    only: list[str] | None = None,
    languages: list[str] | None = None,
    engine_name: str = engine.STOCK,
    self_contained: bool = False,
) -> list[Job]:
    """List the briefings to build.

    Parameters
    ----------
    roundtable
        What the session wants.
    folder
        Where its reports go.
    themes, only
        Limit to some themes or slugs.
    languages
        By default those of the roundtable.
    engine_name, self_contained
        As in `Job`.

    Raises
    ------
    ParameterError
        If a theme or slug is not one of the roundtable's, or an engine unknown.
    """
    engine.check_engine(engine_name)
    wanted = pairs(roundtable.briefings)
    known_themes = sorted({theme for theme, _ in wanted})
    chosen = [name.replace("-", "_") for name in themes or known_themes]
    slugs = [item.slug for _, item in wanted]
    for given, known, what in ((chosen, known_themes, "theme"), (only or [], slugs, "briefing")):
        for name in given:
            if name not in known:
                raise ParameterError(
                    f"{roundtable.id} has no {what} '{name}'; it has {', '.join(known)}."
                    + did_you_mean(name, known)
                )
    tongues = tuple(dict.fromkeys(languages or roundtable.languages))
    return [
        _job(roundtable, theme, item, folder, tongues, engine_name, self_contained)
        for theme, item in wanted
        if theme in chosen and (not only or item.slug in only)
    ]


def _job(
    roundtable: Roundtable,
    theme: str,
    item: CorridorWanted,
    folder: Path,
    languages: tuple[str, ...],
    engine_name: str,
    self_contained: bool,
) -> Job:
    parameters = {**item.parameters, "year": roundtable.year, "edition": roundtable.edition}
    page = session_page(roundtable, slug=item.slug, reason=item.reason, where=item.where)
    inputs = [theme, parameters, languages, repr(page), engine_name, self_contained]
    key = fingerprint.of(inputs, theme=theme, languages=languages)
    return Job(
        item.slug, theme, parameters, languages, page, folder, engine_name, self_contained, key
    )


def session_page(
    roundtable: Roundtable, *, slug: str = "", reason: str = "", where: str = ""
) -> Page:
    """Return the frame of a page of this roundtable."""
    name = [places.place(code).name for code in roundtable.co_chairs]
    team = [places.place(code).name for code in roundtable.team]
    return Page(
        slug=slug,
        forum=roundtable.forum,
        session=roundtable.session,
        session_title=roundtable.title,
        co_chairs=tuple(name),
        team=tuple(team),
        coordinator=roundtable.coordinator,
        peer_review=roundtable.peer_review,
        disclaimer=roundtable.disclaimer,
        related=roundtable.related,
        date=roundtable.meeting,
        reason=reason,
        reason_source=where,
        links={"index": "../index.html", "facts": "facts.json"},
    )


def run(
    jobs: list[Job],
    *,
    workers: int = 1,
    force: bool = False,
    report: Callable[[str, Job, str], None] = lambda event, job, message: None,
) -> Outcome:
    """Build briefings; one that fails does not stop the others.

    Parameters
    ----------
    jobs
        As from `plan`.
    workers
        Number of processes; each runs one notebook at a time.
    force
        Whether to build also what is up to date.
    report
        Called with ``start``, ``unchanged``, ``done`` or ``failed``, the briefing and a
        message.

    Returns
    -------
    Outcome
        What was built, what was not, and why. An interruption leaves finished briefings
        in place and is noted, not raised.
    """
    outcome, start = Outcome(), time.perf_counter()
    todo = []
    for job in jobs:
        if not force and up_to_date(job):
            outcome.unchanged.append(job.slug)
            report("unchanged", job, "")
        else:
            todo.append(job)
    try:
        for job, error in _results(todo, workers=workers, report=report):
            if error:
                outcome.failures[job.slug] = error
            else:
                outcome.built.append(job.slug)
            report("failed" if error else "done", job, error)
    except KeyboardInterrupt:
        outcome.interrupted = True
    outcome.seconds = round(time.perf_counter() - start, 2)
    return outcome


def _results(
    jobs: list[Job], *, workers: int, report: Callable[[str, Job, str], None]
) -> Iterator[tuple[Job, str]]:
    """Yield each job with its error (empty when all went well), as they finish."""
    if not jobs:
        return
    pool = ProcessPoolExecutor(
        max_workers=min(workers, len(jobs)),
        mp_context=get_context("spawn"),
        initializer=_leave_interrupts_to_the_parent,
    )
    try:
        futures: dict[Future, Job] = {}
        for job in jobs:
            futures[pool.submit(attempt, job)] = job
            report("start", job, "")
        for future in as_completed(futures):
            try:
                yield futures[future], future.result()
            except BrokenProcessPool:
                yield futures[future], "The process that built it ended. Build it again."
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _leave_interrupts_to_the_parent() -> None:
    """Finish the briefing under way when the user presses Ctrl-C; the parent stops the rest."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def attempt(job: Job) -> str:
    """Build one briefing; return the message of its error, or an empty string."""
    try:
        build_one(job)
    except RoundtableError as error:
        return str(error)
    except Exception as error:
        if os.environ.get("ROUNDTABLE_DEBUG"):
            raise
        return f"{type(error).__name__}: {error}. Run with --debug to see where."
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
            notebook = engine.execute(
                job.theme, parameters=job.parameters, language=language, engine=job.engine
            )
            records[language] = record_of(notebook)
            name = f"{job.slug}.{language}"
            (fresh / f"{name}.ipynb").write_text(nbformat.writes(notebook) + "\n", "utf-8")
            page = _with_links(job.page, notebook=f"{name}.ipynb", record=records[language])
            assets = None if job.self_contained else "../assets"
            text = html.render(notebook, page, assets=assets)
            (fresh / f"{name}.html").write_text(text, "utf-8")
        _write_facts(fresh, records)
        entry = _entry(job, records, seconds=round(time.perf_counter() - start, 2), folder=fresh)
        (fresh / ENTRY).write_text(_json(entry), "utf-8")
        _put_in_place(fresh, job.folder / job.slug)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return entry


ENTRY = "briefing.json"
"""What ``build.json`` says of one briefing; here it survives an interruption."""


def record_of(notebook: nbformat.NotebookNode) -> dict[str, Any]:
    """Return the record that an executed notebook carries."""
    for cell in reversed(notebook.cells):
        for output in cell.get("outputs", []):
            if RECORD_MIMETYPE in output.get("data", {}):
                return json.loads(json.dumps(output["data"][RECORD_MIMETYPE]))
    raise RoundtableError("The notebook ran but left no record of its facts.")


def up_to_date(job: Job) -> bool:
    """Tell whether a briefing was built from the same inputs and is all there."""
    try:
        entry = json.loads((job.folder / job.slug / ENTRY).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    there = all((job.folder / job.slug / name).is_file() for name in entry.get("files", {}))
    return there and entry.get("key") == job.key


def finish(
    roundtable: Roundtable, *, folder: Path, outcome: Outcome, self_contained: bool = False
) -> None:
    """Write ``index.html`` and ``build.json`` for everything that is in the folder.

    Parameters
    ----------
    roundtable
        The session.
    folder
        Folder of its reports.
    outcome
        What the build that just ended did.
    self_contained
        Whether the index carries its scripts and styles.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if not self_contained:
        write_assets(folder / "assets")
    entries, cards = [], []
    for theme, item in pairs(roundtable.briefings):
        path = folder / item.slug / ENTRY
        entry = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None
        if entry:
            entries.append(entry)
        failure = outcome.failures.get(item.slug, "")
        if entry and not failure:
            cards.append(_card(entry))
        elif failure:
            names = [places.place(code).name for code in (item.origin, item.destination)]
            cards.append(Card(theme=theme, slug=item.slug, title=" → ".join(names), failure=failure))
    page = session_page(roundtable)
    text = index.render(cards, page, assets=None if self_contained else "assets")
    _replace(folder / "index.html", text)
    report = {
        "roundtable": roundtable.id,
        "python": sys.version.split()[0],
        "versions": fingerprint.versions(),
        "data": fingerprint.data(),
        "seconds": outcome.seconds,
        "built": outcome.built,
        "unchanged": outcome.unchanged,
        "failures": outcome.failures,
        "interrupted": outcome.interrupted,
        "briefings": entries,
    }
    _replace(folder / "build.json", _json(report))


def _card(entry: dict[str, Any]) -> Card:
    slug = entry["slug"]
    return Card(
        theme=entry["theme"],
        slug=slug,
        title=entry["title"],
        subtitle="",
        message=entry["message"],
        kinds=tuple(entry["kinds"]),
        editions={
            language: {
                "html": f"{slug}/{slug}.{language}.html",
                "ipynb": f"{slug}/{slug}.{language}.ipynb",
            }
            for language in entry["languages"]
        },
        facts=f"{slug}/facts.json",
    )


def _with_links(page: Page, *, notebook: str, record: dict[str, Any]) -> Page:
    from dataclasses import replace

    series = {item["id"]: f"series/{item['id']}.csv" for item in record["series"]}
    return replace(page, links={**page.links, "notebook": notebook}, series=series)


def _write_facts(folder: Path, records: dict[str, dict[str, Any]]) -> None:
    """Write ``facts.json`` with the printed forms of all languages, and the series as CSV."""
    first = next(iter(records.values()))
    printed: dict[str, dict[str, str]] = {}
    for record in records.values():
        for fact in record["facts"]:
            printed.setdefault(fact["id"], {}).update(fact["printed"])
    facts = [{**fact, "printed": printed[fact["id"]]} for fact in first["facts"]]
    (folder / "series").mkdir()
    series = []
    for item in first["series"]:
        file = f"series/{item['id']}.csv"
        frame = pd.DataFrame(item["rows"], columns=item["columns"])
        frame.to_csv(folder / file, index=False, lineterminator="\n")
        series.append({**{k: v for k, v in item.items() if k != "rows"}, "file": file})
    about = {key: first[key] for key in ("theme", "title", "parameters", "edition", "data")}
    content = {**about, "facts": facts, "series": series, "sources": first["sources"]}
    (folder / "facts.json").write_text(_json(content), "utf-8")


def _entry(
    job: Job, records: dict[str, dict[str, Any]], *, seconds: float, folder: Path
) -> dict[str, Any]:
    first = next(iter(records.values()))
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        "slug": job.slug,
        "theme": job.theme,
        "title": first["title"],
        "message": first["message"],
        "kinds": first["kinds"],
        "parameters": job.parameters,
        "languages": list(job.languages),
        "data": first["data"],
        "facts": len(first["facts"]),
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


def _replace(path: Path, text: str) -> None:
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    aside.write_text(text, encoding="utf-8")
    aside.replace(path)


def _json(content: Any) -> str:
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"
