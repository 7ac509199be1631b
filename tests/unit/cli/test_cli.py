import json
import re

import pytest
import typer.main
from tests.unit.conftest import forget_words
from typer.testing import CliRunner

from roundtable import __version__, build, claims, paths, register, rights
from roundtable.build import recheck
from roundtable.cli import app

COMMANDS = (
    "build",
    "compare",
    "drafts",
    "partnerships",
    "rights",
    "claims",
    "trace",
    "check",
    "notebooks",
    "data",
)


@pytest.fixture(autouse=True)
def wide_and_quiet(on_the_pack, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    # --debug sets it: what is set here is put back after the test.
    monkeypatch.setenv("ROUNDTABLE_DEBUG", "")


@pytest.fixture
def roundtable():
    """Run a command in this process."""
    return lambda *arguments: CliRunner().invoke(app, [str(word) for word in arguments])


def commands(command=None, path=()):
    """List every command below the program, with the words that lead to it."""
    command = command or typer.main.get_command(app)
    yield path, command
    for name, below in getattr(command, "commands", {}).items():
        yield from commands(below, (*path, name))


@pytest.mark.parametrize(
    ("path", "command"), [pytest.param(*c, id="-".join(c[0]) or "all") for c in commands()]
)
def test_help_explains_the_command_and_every_option(roundtable, path, command):
    shown = roundtable(*path, "--help")
    assert shown.exit_code == 0
    assert command.help
    text = " ".join(re.sub(r"[│╭╮╰╯─]", " ", shown.output).split())
    for parameter in command.params:
        assert parameter.help, f"{parameter.name} has no help"
        for option in parameter.opts:
            assert option.lower() in text.lower()
        assert parameter.help.split(";")[0].split(".")[0].replace("`", "") in text


def test_the_commands_are_those_of_the_manual():
    assert {path[0] for path, _ in commands() if path} == set(COMMANDS)
    assert {path[1] for path, _ in commands() if path[:1] == ("data",) and path[1:]} == {
        "status",
        "pull",
        "pack",
        "verify",
        "report",
    }


def test_the_version_is_that_of_the_package(roundtable):
    assert roundtable("--version").output == f"roundtable {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("build", "gfmd-2010"), r"There is no roundtable 'gfmd-2010'"),
        (("build", "--only", "bilateral-mus-frn"), r"Did you mean 'bilateral-mus-fra'\?"),
        (
            ("build", "--theme", "bilateraal"),
            r"has no theme 'bilateraal'.*Did you mean 'bilateral'",
        ),
        (
            ("build", "--theme", "foreground-paper"),
            r"has no theme 'foreground_paper'; it has background_paper, bilateral",
        ),
        (("build", "--engine", "nbclent"), r"`--engine` is 'nbclent'.*Did you mean 'nbclient'"),
        (
            ("trace", "bilateral-xxx-yyy", "stock"),
            r"There is no built briefing 'bilateral-xxx-yyy'",
        ),
    ],
)
def test_an_error_is_one_message_without_a_traceback(roundtable, arguments, message):
    ended = roundtable(*arguments)
    assert ended.exit_code == 1
    assert ended.output.startswith("Error: ")
    assert re.search(message, ended.output)
    assert "Traceback" not in ended.output
    assert isinstance(ended.exception, SystemExit)


def test_debug_lets_the_traceback_through(roundtable):
    ended = roundtable("--debug", "build", "gfmd-2010")
    assert ended.exit_code == 1
    assert type(ended.exception).__name__ == "ContentError"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("build", "--format", "pdf"), "'pdf' is not a format yet; there is html"),
        (("build", "--workers", "0"), "greater than or equal to 1"),
        (("build", "--langauge", "en"), "No such option: --langauge"),
        (("data", "pull", "--no-download", "--refresh"), "--refresh downloads: give it without"),
        (("data", "pull", "--from", "no-such-folder"), "does not exist"),
        (("bild",), "No such command 'bild'"),
    ],
)
def test_a_wrong_option_is_a_mistake_of_usage(roundtable, arguments, message):
    ended = roundtable(*arguments)
    assert ended.exit_code == 2
    assert message in " ".join(re.sub(r"[│╭╮╰╯─]", " ", ended.output).split())


def test_markup_in_an_error_is_shown_as_it_was_given(roundtable):
    assert "no roundtable '[bold]x[/]'" in roundtable("build", "[bold]x[/]").output


def test_data_status_shows_what_is_there_and_what_is_in_use(roundtable, workspace):
    ended = roundtable("data", "status")
    assert ended.exit_code == 0
    pack, store = (
        next(line for line in ended.output.splitlines() if f"│ {name} " in line)
        for name in ("pack", "store")
    )
    assert re.search(r"pack +│ yes +│ 33 +│ [\d,]{5,} +│ [\d.]+ MB", pack)
    assert "not there" in store


def test_data_report_says_what_the_figures_of_a_country_carry(roundtable, tmp_path):
    page = tmp_path / "mus.html"
    shown = roundtable("data", "report", "MUS", "--html", page)
    assert shown.exit_code == 0, shown.output
    text = " ".join(shown.output.split())
    assert "Mauritius: what the figures carry" in text
    assert "In 2024, 29,100 foreign citizens lived in Mauritius (2024 edition)." in text
    assert "Which destination was the largest in 2020. The United Kingdom (45,365)" in text
    assert "<h1>Mauritius: what the figures carry</h1>" in page.read_text("utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["mus.html"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["FR"], "Did you mean 'FRA' (France)?"),
        (["KEN"], "which the embedded figures (data/pack) do not hold"),
        (["MUS", "--year", "2023"], "`year` is 2023, which edition 'undesa-2024' does not give"),
        (["MUS", "--edition", "undesa-2023"], "Did you mean 'undesa-2024'?"),
        ([], "The report of the world needs the figures of all countries"),
    ],
)
def test_data_report_says_what_it_cannot_be_made_of(roundtable, arguments, message):
    shown = roundtable("data", "report", *arguments)
    assert shown.exit_code == 1
    assert message in " ".join(shown.output.split())


def test_check_passes_on_the_shipped_project(roundtable):
    ended = roundtable("check")
    assert ended.exit_code == 0, ended.output
    entries = len(register.every().entries)
    assert ended.output == (
        f"All fit: roundtables (1), places, blocs, ties, register ({entries}), rights "
        f"reviews ({len(rights.every())}), claims ({len(claims.every())}), words, drafts, "
        f"notebooks and finished reports ({len(recheck.finished(paths.reports()))}).\n"
    )


def test_check_fails_on_a_changed_word_in_a_notebook(roundtable, workspace):
    path = workspace / "notebooks" / "bilateral.ipynb"
    text = path.read_text("utf-8")
    path.write_text(text.replace("How to read it.", "How to misread it.", 1), encoding="utf-8")
    forget_words()
    ended = roundtable("check")
    assert ended.exit_code == 1
    assert "cell 'size-reading': its words are not those of the text file" in ended.output


@pytest.fixture
def briefing(open_bilateral, tmp_path, monkeypatch):
    """The facts of a corridor, where a built briefing has them."""
    opened = open_bilateral("MUS", "FRA")
    for section in ("key-messages", "destinations", "size"):
        opened.text(section)
    folder = tmp_path / "reports" / "trial" / "bilateral-mus-fra"
    folder.mkdir(parents=True)
    record = {key: opened.record()[key] for key in ("facts", "data")}
    (folder / "facts.json").write_text(json.dumps(record), encoding="utf-8")
    monkeypatch.setattr(paths, "reports", lambda: tmp_path / "reports")
    return folder


def test_trace_leads_from_a_number_to_its_definition_source_and_row(roundtable, briefing):
    ended = roundtable("trace", "bilateral-mus-fra", "stock")
    assert ended.exit_code == 0
    lines = {line.split()[0]: line for line in ended.output.splitlines()}
    assert lines["printed"].split(maxsplit=1)[1] == "about 44,700"
    assert lines["value"].split(maxsplit=1)[1] == "44709 persons"
    assert "corridor_stock(origin=MUS, destination=FRA, year=2024)" in lines["indicator"]
    assert lines["rows"].split(maxsplit=1)[1] == "1 of table stocks (pack)"
    assert "United Nations" in lines["source"]
    assert re.search(r"undesa-2024 +FRA +MUS +2024 +44709", ended.output)


def test_trace_takes_the_folder_too_and_prints_only_some_rows(roundtable, briefing):
    ended = roundtable("trace", briefing, "share-of-emigrants", "--rows", "2")
    assert ended.exit_code == 0
    assert re.search(r"not listed +GBR 45,365, IRL 3,705", ended.output)
    assert re.search(r"… and \d+ more; see them with --rows \d+\.", ended.output)


def test_trace_suggests_the_nearest_fact_and_briefing(roundtable, briefing):
    ended = roundtable("trace", "bilateral-mus-fra", "stok")
    assert ended.exit_code == 1
    assert "bilateral-mus-fra has no fact 'stok'. It has stock, " in ended.output
    assert "Did you mean 'stock'?" in ended.output
    ended = roundtable("trace", "bilateral-mus-frs", "stock")
    assert "Built are bilateral-mus-fra. Did you mean 'bilateral-mus-fra'?" in ended.output


@pytest.fixture
def outcome(monkeypatch):
    """Let a build end as a test says, without building."""

    def ends(**how):
        monkeypatch.setattr(build, "run", lambda jobs, **settings: build.Outcome(**how))

    return ends


def test_the_status_of_a_build_says_whether_all_went_well(roundtable, outcome, tmp_path):
    outcome(built=["bilateral-mus-fra"])
    words = ("build", "--only", "bilateral-mus-fra", "--output", tmp_path)
    ended = roundtable(*words)
    assert ended.exit_code == 0
    assert "1 of 1 briefings are in place (1 built, 0 up to date)" in ended.output
    outcome(failures={"bilateral-mus-fra": "The [bold]cell[/] failed."})
    ended = roundtable(*words)
    assert ended.exit_code == 1
    assert "Error: bilateral-mus-fra failed: The [bold]cell[/] failed." in ended.output
    outcome(built=["bilateral-mus-fra"], interrupted=True)
    ended = roundtable(*words)
    assert ended.exit_code == 130
    assert "Interrupted. Finished briefings are in place" in ended.output


def test_partnerships_lists_filters_and_shows_one(roundtable):
    listed = roundtable("partnerships", "--country", "MUS", "--year", 2012)
    assert listed.exit_code == 0
    assert "france-mauritius-2008" in listed.output
    assert "brazil-regularisation-2009" not in listed.output
    shown = roundtable("partnerships", "brazil-regularisation-2009")
    assert "41,816 migrants regularised" in shown.output
    assert "section 4c" in shown.output


def test_partnerships_says_what_cannot_be_asked(roundtable):
    asked = roundtable("partnerships", "--country", "FR", "--kind", "bilatral")
    assert asked.exit_code == 1
    assert "Did you mean 'FRA' (France)?" in asked.output
    assert "Did you mean 'bilateral'?" in asked.output
    unknown = roundtable("partnerships", "france-mauritius")
    assert "Did you mean 'france-mauritius-2008'?" in unknown.output
    both = roundtable("partnerships", "france-mauritius-2008", "--kind", "bilateral")
    assert "'france-mauritius-2008' stands alone; leave out --kind." in both.output


def test_partnerships_coverage_shows_the_entries_of_each_passage(roundtable):
    shown = roundtable("partnerships", "--coverage")
    assert shown.exit_code == 0
    assert f"{len(register.passages())} passages" in shown.output


def test_rights_prints_answers_by_group_and_no_total(roundtable):
    ended = roundtable("rights", "--kind", "return")
    assert ended.exit_code == 0, ended.output
    assert "benelux-armenia-2009" in ended.output
    assert "netherlands-morocco-1969" not in ended.output
    assert "there is no total" in ended.output


def test_rights_of_an_entry_gives_the_basis_of_every_answer(roundtable):
    output = " ".join(roundtable("rights", "netherlands-morocco-1969").output.split())
    assert "Access to justice: partly. In labour disputes workers may go to Dutch" in output
    assert "netherlands-morocco-1969-text, articles 16(5) and 19(2)" in output
    assert "Non-refoulement" not in output


def test_rights_suggests_the_entry_that_was_meant(roundtable):
    ended = roundtable("rights", "netherlands-moroco-1969")
    assert ended.exit_code == 1
    assert "Did you mean 'netherlands-morocco-1969'?" in " ".join(ended.output.split())
