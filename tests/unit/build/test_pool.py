import os
import subprocess
import sys
import time
from pathlib import Path

from roundtable.build import pool


class Pool:
    """Stand in for the processes: run each job at once, in this one."""

    def __init__(self, monkeypatch, attempt):
        monkeypatch.setattr(pool, "ProcessPoolExecutor", lambda **settings: self)
        self.attempt, self.closed = attempt, False

    def submit(self, function, job):
        future = pool.Future()
        try:
            future.set_result(self.attempt(job))
        except BaseException as error:
            future.set_exception(error)
        return future

    def shutdown(self, *, wait, cancel_futures):
        self.closed = wait and cancel_futures


def test_one_that_fails_does_not_stop_the_others(jobs, monkeypatch):
    Pool(monkeypatch, lambda job: "It failed." if "sen" in job.slug else "")
    said = []
    outcome = pool.run(jobs, report=lambda event, job, message: said.append((event, job.slug)))
    assert outcome.built == ["bilateral-mus-fra", "bilateral-geo-bel"]
    assert outcome.failures == {"bilateral-sen-esp": "It failed."}
    assert not outcome.interrupted
    assert ("failed", "bilateral-sen-esp") in said
    assert ("done", "bilateral-geo-bel") in said


def test_a_process_that_was_killed_is_a_failure_with_a_remedy(jobs, monkeypatch):
    def attempt(job):
        if "sen" in job.slug:
            raise pool.BrokenProcessPool
        return ""

    Pool(monkeypatch, attempt)
    assert pool.run(jobs).failures == {
        "bilateral-sen-esp": "The process that built it ended. Build it again."
    }


def test_an_interruption_is_noted_and_what_was_finished_stays(jobs, monkeypatch):
    def attempt(job):
        if "sen" in job.slug:
            raise KeyboardInterrupt
        return ""

    processes = Pool(monkeypatch, attempt)
    outcome = pool.run(jobs)
    assert outcome.interrupted
    assert outcome.built == ["bilateral-mus-fra"]
    assert outcome.failures == {}
    assert processes.closed


def test_what_is_up_to_date_is_left_unless_forced(jobs, monkeypatch):
    built = []
    Pool(monkeypatch, lambda job: built.append(job.slug) or "")
    monkeypatch.setattr(pool, "up_to_date", lambda job: "sen" not in job.slug)
    outcome = pool.run(jobs)
    assert outcome.unchanged == ["bilateral-mus-fra", "bilateral-geo-bel"]
    assert outcome.built == built == ["bilateral-sen-esp"]
    assert len(pool.run(jobs, force=True).built) == 3


def test_after_a_killed_process_the_others_are_built_by_new_ones(jobs, monkeypatch):
    made = []

    class Fragile(Pool):
        def __init__(self):
            self.broken, self.closed = False, False
            made.append(self)

        def submit(self, function, job):
            if self.broken:
                raise pool.BrokenProcessPool
            self.broken = "mus" in job.slug
            self.attempt = self.ends
            return super().submit(function, job)

        def ends(self, job):
            if self.broken:
                raise pool.BrokenProcessPool
            return ""

    monkeypatch.setattr(pool, "ProcessPoolExecutor", lambda **settings: Fragile())
    outcome = pool.run(jobs, workers=2)
    assert list(outcome.failures) == ["bilateral-mus-fra"]
    assert sorted(outcome.built) == ["bilateral-geo-bel", "bilateral-sen-esp"]
    assert len(made) == 2
    assert made[-1].closed


def test_no_more_are_handed_out_than_there_are_processes(jobs, monkeypatch):
    under_way = []

    def report(event, job, message):
        under_way.append(job.slug) if event == "start" else under_way.remove(job.slug)
        assert len(under_way) <= 2

    Pool(monkeypatch, lambda job: "")
    assert len(pool.run(jobs, workers=2, report=report).built) == 3
    assert under_way == []


def test_nothing_to_build_starts_no_process(jobs, monkeypatch):
    monkeypatch.setattr(pool, "ProcessPoolExecutor", None)
    monkeypatch.setattr(pool, "up_to_date", lambda job: True)
    assert len(pool.run(jobs).unchanged) == 3
    assert pool.run([]).built == []


def test_what_is_refused_is_not_built_and_the_others_are(jobs, monkeypatch):
    built, said = [], []
    Pool(monkeypatch, lambda job: built.append(job.slug) or "")
    outcome = pool.run(
        jobs,
        force=True,
        refused={"bilateral-sen-esp": "Its draft does not fit."},
        report=lambda event, job, message: said.append((event, job.slug, message)),
    )
    assert built == outcome.built == ["bilateral-mus-fra", "bilateral-geo-bel"]
    assert outcome.failures == {"bilateral-sen-esp": "Its draft does not fit."}
    assert said[0] == ("failed", "bilateral-sen-esp", "Its draft does not fit.")


IDLE = """
import os, sys, time
from pathlib import Path
from roundtable.build.pool import _processes
if __name__ == "__main__":
    processes = _processes(1, Path(sys.argv[1]))
    print(processes.submit(os.getpid).result(), flush=True)
    time.sleep(600)
"""


def runs(process: int) -> bool:
    try:
        os.kill(process, 0)
        # Where nobody collects orphans, one that ended stays in the list as a zombie.
        state = Path("/proc", str(process), "stat").read_text().rpartition(")")[2].split()[0]
    except ProcessLookupError:
        return False
    except FileNotFoundError:  # it ended in between, or there is no /proc
        return not Path("/proc/self").exists()
    return state != "Z"


def test_the_processes_of_a_build_that_was_killed_end(tmp_path):
    program = tmp_path / "idle.py"
    program.write_text(IDLE, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, program, tmp_path],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as build:
        worker = int(build.stdout.readline())
        assert runs(worker)
        build.kill()
    end = time.monotonic() + 60
    while runs(worker) and time.monotonic() < end:
        time.sleep(0.05)
    assert not runs(worker)
