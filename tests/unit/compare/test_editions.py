"""Editions and years as the command takes them; notebooks run without a kernel."""

import pytest

from roundtable.compare.editions import Choice, between, choices, is_edition, run_cell, tell
from roundtable.compare.running import compute
from roundtable.errors import ParameterError
from roundtable.roundtables import BriefingsWanted, pairs

pytestmark = pytest.mark.usefixtures("on_the_pack")


def test_the_last_common_year_is_the_default():
    assert choices("undesa-2020", "undesa-2024") == (
        Choice("undesa-2020", 2020),
        Choice("undesa-2024", 2020),
    )


def test_a_year_behind_an_edition_goes_before_the_option():
    old, new = choices("undesa-2024:2010", "undesa-2024", year=2015)
    assert (old.year, new.year) == (2010, 2015)


def test_all_that_is_wrong_with_two_editions_is_told_at_once():
    with pytest.raises(ParameterError) as caught:
        choices("undesa-2021", "undesa-2024:last")
    message = str(caught.value)
    assert "'undesa-2021' is no edition; there are undesa-2020, undesa-2024." in message
    assert "Did you mean 'undesa-20" in message
    assert "'last' in 'undesa-2024:last' is no year" in message


def test_a_year_that_an_edition_does_not_give_is_met_with_its_years():
    with pytest.raises(ParameterError, match=r"'undesa-2020' does not give 2024: it has 1990, "):
        choices("undesa-2020", "undesa-2024", year=2024)


def test_an_edition_is_not_compared_with_itself():
    with pytest.raises(ParameterError, match="Both sides are 'undesa-2024' in 2024"):
        choices("undesa-2024", "undesa-2024")


@pytest.mark.parametrize(
    ("text", "found"),
    [("undesa-2020", True), ("undesa-2020:2015", True), ("undesa-1999", True), ("reports", False)],
)
def test_what_looks_like_an_edition_is_taken_for_one(text, found):
    assert is_edition(text) is found


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (Choice("undesa-2020", 2020), Choice("undesa-2024", 2024), Choice("undesa-2024", 2020)),
        (Choice("undesa-2024", 2024), Choice("undesa-2020", 2020), Choice("undesa-2024", 2020)),
        (Choice("undesa-2020", 2020), Choice("undesa-2024", 2020), None),
        (Choice("undesa-2024", 2010), Choice("undesa-2024", 2020), None),
    ],
)
def test_what_stands_between_has_the_edition_of_one_side_and_the_year_of_the_other(old, new, found):
    assert between((old, new)) == found


def test_a_parameter_that_the_notebook_does_not_have_is_refused():
    with pytest.raises(ParameterError, match="`bloc` is not a parameter of bilateral"):
        tell("bilateral-mus-fra", "bilateral", {"bloc": "eu"})


def test_a_briefing_that_fails_does_not_stop_the_others(monkeypatch, version):
    def told(slug, theme, parameters):
        if parameters["edition"] == "undesa-2020" and slug.endswith("esp"):
            raise ParameterError("It has no figures.")
        return version(slug=slug, edition=parameters["edition"], year=parameters["year"])

    monkeypatch.setattr("roundtable.compare.running.tell", told)
    wanted = BriefingsWanted.model_validate(
        {
            "bilateral": [
                {"origin": "MUS", "destination": "FRA"},
                {"origin": "SEN", "destination": "ESP"},
            ]
        }
    )
    done = []
    sides = (Choice("undesa-2020", 2015), Choice("undesa-2024", 2015))
    old, new = compute(pairs(wanted), sides, language="en", report=done.append)
    assert done == ["bilateral-mus-fra", "bilateral-sen-esp"]
    assert list(old.briefings) == ["bilateral-mus-fra"]
    assert old.failures == {"bilateral-sen-esp": "It has no figures."}
    assert (len(new.briefings), new.failures, new.name) == (2, {}, "undesa-2024:2015")


def test_the_value_of_a_last_line_is_shown_and_others_are_not():
    shown = []
    names = {"display": lambda *things: shown.extend(things)}
    run_cell("a = 1\na\na + 1", names, name="cell")
    run_cell("display('given', 3)", names, name="cell")
    run_cell("b = 5", names, name="cell")
    assert shown == [2, "given", 3, None]
    assert names["b"] == 5
