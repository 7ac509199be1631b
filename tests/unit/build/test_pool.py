from tests.pools import Pool

from roundtable import processes
from roundtable.build import pool


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
            raise processes.BrokenProcessPool
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

    started = Pool(monkeypatch, attempt)
    outcome = pool.run(jobs)
    assert outcome.interrupted
    assert outcome.built == ["bilateral-mus-fra"]
    assert outcome.failures == {}
    assert started.closed


def test_what_is_up_to_date_is_left_unless_forced(jobs, monkeypatch):
    built = []
    Pool(monkeypatch, lambda job: built.append(job.slug) or "")
    monkeypatch.setattr(pool, "up_to_date", lambda job: "sen" not in job.slug)
    outcome = pool.run(jobs)
    assert outcome.unchanged == ["bilateral-mus-fra", "bilateral-geo-bel"]
    assert outcome.built == built == ["bilateral-sen-esp"]
    assert len(pool.run(jobs, force=True).built) == 3


def test_no_more_are_handed_out_than_there_are_processes(jobs, monkeypatch):
    under_way = []

    def report(event, job, message):
        under_way.append(job.slug) if event == "start" else under_way.remove(job.slug)
        assert len(under_way) <= 2

    Pool(monkeypatch, lambda job: "")
    assert len(pool.run(jobs, workers=2, report=report).built) == 3
    assert under_way == []


def test_nothing_to_build_starts_no_process(jobs, monkeypatch):
    monkeypatch.setattr(processes, "ProcessPoolExecutor", None)
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


def test_what_pages_share_is_there_before_the_first_page(jobs, monkeypatch):
    style = jobs[0].folder / "assets" / "briefing.css"
    Pool(monkeypatch, lambda job: "" if style.is_file() else "The style sheet is missing.")
    assert pool.run(jobs).failures == {}
