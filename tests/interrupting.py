"""A command that a test interrupts, as Ctrl-C in a terminal would."""

import os
import signal
import subprocess
import sysconfig
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

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
