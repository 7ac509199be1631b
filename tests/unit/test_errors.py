"""Errors say the fact, the evidence and the remedy."""

import pytest

from roundtable import errors


def test_suggestion_names_the_closest_choice_in_its_own_spelling():
    assert errors.did_you_mean("bilatral", ["regional", "bilateral"]) == (
        " Did you mean 'bilateral'?"
    )


def test_suggestion_does_not_depend_on_case():
    assert errors.did_you_mean("fra", ["FRA", "SEN"]) == " Did you mean 'FRA'?"


def test_suggestion_shows_the_name_of_the_choice_where_there_is_one():
    names = {"FRA": "France"}
    assert errors.did_you_mean("FRB", ["FRA"], names=names) == " Did you mean 'FRA' (France)?"
    assert errors.did_you_mean("SEM", ["SEN"], names=names) == " Did you mean 'SEN'?"


def test_nothing_is_suggested_when_nothing_is_close():
    assert errors.did_you_mean("year", ["origin", "destination"]) == ""
    assert errors.did_you_mean("FRA", []) == ""


def test_a_value_that_is_no_text_can_be_compared_too():
    assert errors.did_you_mean(2023, ["2024", "1990"]) == " Did you mean '2024'?"


def test_listing_puts_one_problem_a_line_below_the_heading():
    text = errors.listing(["`origin` is missing", "`year` is 3000"], heading="Cannot build:")
    assert text.splitlines() == ["Cannot build:", "  - `origin` is missing", "  - `year` is 3000"]


@pytest.mark.parametrize("kind", [errors.ParameterError, errors.DataError, errors.ContentError])
def test_a_notebook_shows_the_message_without_a_traceback(kind):
    error = kind("There is no corridor.")
    assert isinstance(error, errors.RoundtableError)
    assert error._render_traceback_() == [f"{kind.__name__}: There is no corridor."]
