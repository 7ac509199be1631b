"""A build and a comparison that are killed or interrupted: nothing of them goes on running."""

import signal

import pytest
from tests.interrupting import (
    interrupt,
    needs_proc,
    started_below,
    under_way,
    wait_until,
    wait_until_ended,
)

BRIEFINGS = ("--only", "bilateral-mus-fra", "--only", "bilateral-sen-esp")

COMPARE = ("compare", "undesa-2020", "undesa-2024", *BRIEFINGS, "--workers", "2")


def seen_when(process, *, command: str, count: int) -> dict[int, str]:
    """Wait until so many processes of a kind are below a command; return all that are."""
    seen = {}

    def enough():
        seen.update(started_below(process.pid))
        return sum(command in line for line in seen.values()) >= count

    wait_until(enough, process)
    return seen


@needs_proc
@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGTERM])
def test_the_processes_of_a_comparison_that_was_killed_end(tmp_path, offline, sent):
    with under_way(*COMPARE, folder=tmp_path, environment=offline) as comparison:
        seen = seen_when(comparison, command="spawn_main", count=2)
        comparison.send_signal(sent)
        assert comparison.wait(60) == -sent
        wait_until_ended(seen)


@needs_proc
def test_the_processes_and_kernels_of_a_build_that_was_killed_end(tmp_path, offline):
    build = ("build", *BRIEFINGS, "--workers", "1", "--output", tmp_path)
    with under_way(*build, folder=tmp_path, environment=offline) as building:
        seen = seen_when(building, command="ipykernel", count=1)
        building.kill()
        assert building.wait(60) == -signal.SIGKILL
        wait_until_ended(seen)


@needs_proc
def test_a_comparison_interrupted_while_its_processes_start_ends_without_a_traceback(
    tmp_path, offline
):
    with under_way(*COMPARE, folder=tmp_path, environment=offline) as comparison:
        seen = seen_when(comparison, command="spawn_main", count=1)
        _, stderr = interrupt(comparison)
        assert comparison.returncode == 130
        assert "Traceback" not in stderr
        wait_until_ended(seen)
