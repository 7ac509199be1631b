"""Build many briefings with several processes; one that fails does not stop the others."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

from roundtable import kept, processes
from roundtable.build.plan import Job
from roundtable.build.work import attempt, up_to_date
from roundtable.export.assets import write_assets

ENDED = "The process that built it ended. Build it again."
"""Told of a briefing whose process was killed, mostly by the system for want of memory."""


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


def run(
    jobs: list[Job],
    *,
    workers: int = 1,
    force: bool = False,
    refused: Mapping[str, str] | None = None,
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
    refused
        Why some briefings are not built, by slug: their drafts do not fit. What was built of
        them before stays.
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
    # First of all: who opens a page while the others are built sees it with its look and charts.
    for folder in {job.folder for job in jobs if not job.self_contained}:
        write_assets(folder / "assets")
    todo = []
    for job in jobs:
        if message := (refused or {}).get(job.slug):
            outcome.failures[job.slug] = message
            report("failed", job, message)
        elif not force and up_to_date(job):
            outcome.unchanged.append(job.slug)
            report("unchanged", job, "")
        else:
            todo.append(job)
    try:
        with kept.folder() as folder:
            results = processes.results(
                attempt,
                todo,
                workers=workers,
                prepare=partial(kept.use, folder),
                starting=lambda job: report("start", job, ""),
            )
            for job, message in results:
                error = ENDED if message is None else message
                if error:
                    outcome.failures[job.slug] = error
                else:
                    outcome.built.append(job.slug)
                report("failed" if error else "done", job, error)
    except KeyboardInterrupt:
        outcome.interrupted = True
    outcome.seconds = round(time.perf_counter() - start, 2)
    return outcome
