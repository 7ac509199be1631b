"""Build many briefings with several processes; one that fails does not stop the others."""

import os
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread

from roundtable import kept
from roundtable.build.plan import Job
from roundtable.build.work import attempt, up_to_date


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
            for job, error in _results(todo, workers=workers, folder=folder, report=report):
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
    jobs: list[Job], *, workers: int, folder: Path, report: Callable[[str, Job, str], None]
) -> Iterator[tuple[Job, str]]:
    """Yield each job with its error (empty when all went well), as they finish.

    No more are handed out than there are processes: after Ctrl-C only those under way are
    waited for. A process that was killed takes down those beside it, not those to come.
    """
    waiting, running = deque(jobs), dict[Future, Job]()
    workers = min(workers, len(jobs))
    pool, broken = None, False
    try:
        while waiting or running:
            if pool is None or (broken and not running):
                pool, broken = _processes(workers, folder), False
            while waiting and len(running) < workers and not broken:
                try:
                    future = pool.submit(attempt, waiting[0])
                except BrokenProcessPool:
                    broken = True
                    continue
                running[future] = waiting.popleft()
                report("start", running[future], "")
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                job = running.pop(future)
                try:
                    yield job, future.result()
                except BrokenProcessPool:
                    broken = True
                    yield job, "The process that built it ended. Build it again."
    finally:
        if pool:
            pool.shutdown(wait=True, cancel_futures=True)


def _processes(count: int, folder: Path) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(
        max_workers=count,
        mp_context=get_context("spawn"),
        initializer=_prepare,
        initargs=(folder,),
    )


def _prepare(folder: Path) -> None:
    """Share what kernels make; leave Ctrl-C to the parent, and finish what is under way."""
    kept.use(folder)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_the_parent, daemon=True).start()


def _end_with_the_parent() -> None:
    """End this process when the build was killed: it would wait for work forever.

    Its kernel ends by itself when the process that started it is gone.
    """
    if parent := parent_process():
        parent.join()
        os._exit(1)
