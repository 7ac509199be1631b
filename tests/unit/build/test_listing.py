import json

from bs4 import BeautifulSoup

from roundtable.build import Outcome, finish, plan, work

HOSTILE = "<script>alert(1)</script> {{ 7 * 7 }} {% raw %}"


def read(reports):
    page = BeautifulSoup((reports / "index.html").read_text("utf-8"), "html.parser")
    return page, json.loads((reports / "build.json").read_text("utf-8"))


def test_the_list_has_a_card_for_each_briefing_and_tells_failures_apart(
    session, jobs, executed, reports
):
    work.build_one(jobs[0])
    outcome = Outcome(
        built=["bilateral-mus-fra"],
        failures={"bilateral-sen-esp": "A <b>cell</b> failed."},
        seconds=1.5,
    )
    finish(session, folder=reports, outcome=outcome)
    page, report = read(reports)
    (card,) = page.select(".cards > li")
    assert card.h3.a["href"] == "bilateral-mus-fra/bilateral-mus-fra.en.html"
    assert card.h3.get_text() == "Mauritius → France"
    (failed,) = page.select(".failures li")
    assert failed.b.get_text() == "Senegal → Spain"
    assert failed.pre.get_text() == "A <b>cell</b> failed."
    assert "Georgia" not in page.get_text()
    assert report["built"] == ["bilateral-mus-fra"]
    assert report["failures"] == {"bilateral-sen-esp": "A <b>cell</b> failed."}
    assert (report["seconds"], report["interrupted"]) == (1.5, False)


def test_build_json_says_with_what_and_from_what_each_briefing_was_built(
    session, jobs, executed, reports
):
    work.build_one(jobs[0])
    finish(session, folder=reports, outcome=Outcome(built=["bilateral-mus-fra"]))
    _, report = read(reports)
    assert report["roundtable"] == "trial-1"
    assert report["data"]["tables"] == "pack"
    assert len(report["data"]["manifest"]) == 16
    assert {"pandas", "plotly", "papermill", "nbclient"} <= set(report["versions"])
    (briefing,) = report["briefings"]
    assert briefing["parameters"]["origin"] == "MUS"
    assert briefing["engine"] == "nbclient"
    for name, digest in briefing["files"].items():
        assert (reports / "bilateral-mus-fra" / name).is_file()
        assert len(digest) == 16
    assert not [path for path in reports.iterdir() if path.name.startswith(".")]


def test_a_briefing_whose_rebuild_failed_stays_listed_as_failed_and_its_files_stay(
    session, jobs, executed, reports
):
    work.build_one(jobs[0])
    outcome = Outcome(failures={"bilateral-mus-fra": "It failed."})
    finish(session, folder=reports, outcome=outcome)
    page, report = read(reports)
    assert page.select_one(".failures li b").get_text() == "Mauritius → France"
    assert [entry["slug"] for entry in report["briefings"]] == ["bilateral-mus-fra"]
    assert (reports / "bilateral-mus-fra" / "bilateral-mus-fra.en.html").is_file()


def test_markup_in_the_roundtables_file_appears_as_text(session, executed, reports):
    item = session.briefings.bilateral[0].model_copy(update={"reason": HOSTILE, "where": HOSTILE})
    wanted = session.briefings.model_copy(update={"bilateral": (item,)})
    fields = ("forum", "meeting", "session", "title", "coordinator", "disclaimer")
    strings = dict.fromkeys(fields, HOSTILE)
    lists = {"peer_review": (HOSTILE,), "related": (HOSTILE,)}
    hostile = session.model_copy(update={**strings, **lists, "briefings": wanted})
    (job,) = plan(hostile, folder=reports)
    work.build_one(job)
    finish(hostile, folder=reports, outcome=Outcome(built=[job.slug]))
    for path in (reports / "index.html", reports / job.slug / f"{job.slug}.en.html"):
        source = path.read_text("utf-8")
        assert "alert(1)</script>" not in source.replace("&lt;/script&gt;", "")
        assert "49" not in BeautifulSoup(source, "html.parser").header.get_text()
        assert BeautifulSoup(source, "html.parser").get_text().count(HOSTILE) >= 4


def test_a_failed_briefing_leads_to_the_version_built_before(session, jobs, executed, reports):
    work.build_one(jobs[0])
    finish(
        session,
        folder=reports,
        outcome=Outcome(failures={"bilateral-mus-fra": "One.", "bilateral-sen-esp": "Two."}),
    )
    page, _ = read(reports)
    with_one, without = page.select(".failures li")
    assert with_one.a["href"] == "bilateral-mus-fra/bilateral-mus-fra.en.html"
    assert without.select("a") == []


def test_a_briefing_of_any_theme_that_was_never_built_has_a_name(session, reports):
    wanted = session.briefings.model_validate(
        {"regional": [{"bloc": "ecowas"}], "historical": [{"country": "GBR"}]}
    )
    failures = {"regional-ecowas": "One.", "historical-gbr": "Two."}
    finish(
        session.model_copy(update={"briefings": wanted}),
        folder=reports,
        outcome=Outcome(failures=failures),
    )
    page, _ = read(reports)
    assert [name.get_text() for name in page.select(".failures li b")] == [
        "regional-ecowas",
        "United Kingdom",
    ]
