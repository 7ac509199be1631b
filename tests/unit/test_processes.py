import os
import signal
import subprocess
import sys

import pytest
from tests.interrupting import runs, wait_until_ended
from tests.pools import Pool

from roundtable import processes

IDLE = """
import time
from roundtable.processes import results
if __name__ == "__main__":
    for _, number in results(eval, ["__import__('os').getpid()"], workers=1):
        print(number, flush=True)
        time.sleep(600)
"""


@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGTERM])
def test_the_processes_of_a_program_that_was_killed_end(tmp_path, sent):
    program = tmp_path / "idle.py"
    program.write_text(IDLE, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, program],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as parent:
        worker = int(parent.stdout.readline())
        assert runs(worker)
        parent.send_signal(sent)
    wait_until_ended([worker])


@pytest.mark.parametrize(("finish", "then"), [(True, "SIG_IGN"), (False, "SIG_DFL")])
def test_after_ctrl_c_a_process_finishes_or_ends_and_no_block_is_left(finish, then):
    asked = (
        "__import__('signal').getsignal(2).name",
        "__import__('signal').pthread_sigmask(0, [])",
    )
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [])
    found = dict(processes.results(eval, asked, workers=2, finish=finish))
    assert found == {asked[0]: then, asked[1]: set()}
    assert signal.pthread_sigmask(signal.SIG_BLOCK, []) == before


def test_an_interrupted_program_raises_when_its_processes_have_ended(tmp_path):
    program = tmp_path / "idle.py"
    text = IDLE.replace("workers=1", "workers=1, finish=False")
    program.write_text(text, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, program],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as parent:
        worker = int(parent.stdout.readline())
        os.killpg(parent.pid, signal.SIGINT)
        _, stderr = parent.communicate(timeout=60)
    wait_until_ended([worker])
    assert stderr.count("Traceback") == 1  # the program's own, which does not catch it
    assert stderr.rstrip().endswith("KeyboardInterrupt")


def prepare():
    __builtins__["prepared"] = "prepared"


def test_each_process_is_prepared_before_its_first_item():
    assert list(processes.results(eval, ["prepared"], workers=1, prepare=prepare)) == [
        ("prepared", "prepared")
    ]


def test_an_error_of_the_work_is_raised_here():
    with pytest.raises(ZeroDivisionError, match="division by zero"):
        list(processes.results(eval, ["1 / 0"], workers=1))


def test_a_process_that_ends_of_itself_leaves_its_item_without_a_result():
    ends = "__import__('os')._exit(1)"
    assert list(processes.results(eval, [ends, "2"], workers=1)) == [(ends, None), ("2", 2)]


def test_after_a_killed_process_the_others_are_done_by_new_ones(monkeypatch):
    made = []

    class Fragile(Pool):
        def __init__(self):
            self.broken, self.closed = False, False
            made.append(self)

        def submit(self, function, item):
            if self.broken:
                raise processes.BrokenProcessPool
            self.broken = item == "first"
            self.work = self.ends
            return super().submit(function, item)

        def ends(self, item):
            if self.broken:
                raise processes.BrokenProcessPool
            return "done"

    monkeypatch.setattr(processes, "ProcessPoolExecutor", lambda **settings: Fragile())
    found = dict(processes.results(len, ["first", "second", "third"], workers=2))
    assert found == {"first": None, "second": "done", "third": "done"}
    assert len(made) == 2
    assert made[-1].closed


def test_nothing_to_do_starts_no_process(monkeypatch):
    monkeypatch.setattr(processes, "ProcessPoolExecutor", None)
    assert list(processes.results(len, [], workers=2)) == []
