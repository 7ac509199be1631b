"""Do one piece of work for each of many items in several processes, which end with this one."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def _nothing() -> None:
    """Prepare a process that needs nothing."""


def results(
    work: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    workers: int,
    finish: bool = True,
    prepare: Callable[[], None] = _nothing,
    starting: Callable[[Item], None] = lambda item: None,
) -> Iterator[tuple[Item, Result | None]]:
    """Yield each item with what came of it, as they finish.

    No more are handed out than there are processes: after Ctrl-C none but those under way is
    finished. A process that was killed takes down those beside it, not those to come.

    Parameters
    ----------
    work
        Done in another process, so that it can be named there: a function of a module. What it
        raises is raised here.
    items
        What it is done for.
    workers
        Number of processes.
    finish
        Whether those under way are finished after Ctrl-C; else their processes end at once.
    prepare
        Called in each process before its first item.
    starting
        Called with each item that is handed out.

    Yields
    ------
    tuple
        Item and result; None where the process ended before it had one.
    """
    waiting, running = deque(items), dict[Future, Item]()
    workers = min(workers, len(waiting))
    pool, broken = None, False
    try:
        while waiting or running:
            if pool is None or (broken and not running):
                pool, broken = _processes(workers, finish, prepare), False
            while waiting and len(running) < workers and not broken:
                try:
                    with _interrupts_blocked():
                        future = pool.submit(work, waiting[0])
                except BrokenProcessPool:
                    broken = True
                    continue
                running[future] = waiting.popleft()
                starting(running[future])
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                item = running.pop(future)
                try:
                    yield item, future.result()
                except BrokenProcessPool:
                    broken = True
                    yield item, None
    finally:
        if pool:
            pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _interrupts_blocked() -> Iterator[None]:
    """Hold Ctrl-C back while a process starts: it would tell a traceback while it imports.

    The process inherits the block and lifts it once it knows what to do; here it is lifted when
    the process was started, and what came in between is raised then.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _processes(count: int, finish: bool, prepare: Callable[[], None]) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(
        max_workers=count,
        mp_context=get_context("spawn"),
        initializer=_begin,
        initargs=(finish, prepare),
    )


def _begin(finish: bool, prepare: Callable[[], None]) -> None:
    """Finish what is under way after Ctrl-C, or end without a word; end when the parent ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN if finish else signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    Thread(target=_end_with_the_parent, daemon=True).start()
    prepare()


def _end_with_the_parent() -> None:
    """End this process when the one that started it was killed: it would wait for work forever.

    A kernel that this process started ends by itself when this process is gone.
    """
    if parent := parent_process():
        parent.join()
        os._exit(1)
