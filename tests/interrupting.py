"""A command that a test interrupts, as Ctrl-C in a terminal would, or kills."""

import os
import signal
import subprocess
import sysconfig
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

SECONDS = 240
"""After this a command has hung; none takes a tenth of it on an idle machine."""


@contextmanager
def under_way(
    *arguments: str | Path, folder: Path, environment: Mapping[str, str]
) -> Iterator[subprocess.Popen]:
    """Start ``roundtable`` with what it starts itself; at the end nothing of it is left.

    Parameters
    ----------
    *arguments
        Of the command.
    folder, environment
        Where it runs, and its variables.
    """
    process = subprocess.Popen(
        [Path(sysconfig.get_path("scripts"), "roundtable"), *arguments],
        cwd=folder,
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # Where the tests run in the background, the shell has them ignore Ctrl-C.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()


def wait_until(true: Callable[[], object], process: subprocess.Popen) -> None:
    """Wait for a condition while a command runs."""
    end = time.monotonic() + SECONDS
    while not true():
        assert process.poll() is None, "it ended before it could be interrupted"
        assert time.monotonic() < end, "it hangs"
        time.sleep(0.02)


def interrupt(process: subprocess.Popen) -> tuple[str, str]:
    """Interrupt a command and all that it started; return what it printed, and its errors."""
    os.killpg(process.pid, signal.SIGINT)
    return process.communicate(timeout=SECONDS)


needs_proc = pytest.mark.skipif(
    not Path("/proc/self/stat").is_file(), reason="needs /proc to see processes"
)


def started_below(parent: int) -> dict[int, str]:
    """List the processes below one, by number, from /proc."""
    below, found = {parent}, {}
    processes = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                stat = (entry / "stat").read_text()
                command = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode()
            except (FileNotFoundError, ProcessLookupError):
                continue  # it ended while we looked
            processes[int(entry.name)] = (int(stat.rpartition(")")[2].split()[1]), command)
    for _ in range(6):
        for number, (owner, command) in processes.items():
            if owner in below and number not in below:
                below.add(number)
                found[number] = command
    return found


def runs(process: int) -> bool:
    """Tell whether a process is still there."""
    try:
        os.kill(process, 0)
        # Where nobody collects orphans, one that ended stays in the list as a zombie.
        state = Path("/proc", str(process), "stat").read_text().rpartition(")")[2].split()[0]
    except ProcessLookupError:
        return False
    except FileNotFoundError:  # it ended in between, or there is no /proc
        return not Path("/proc/self").exists()
    return state != "Z"


def wait_until_ended(processes: Collection[int]) -> None:
    """Wait until none of some processes is there any more."""
    end = time.monotonic() + SECONDS
    while left := [number for number in processes if runs(number)]:
        assert time.monotonic() < end, f"still running: {left}"
        time.sleep(0.05)
