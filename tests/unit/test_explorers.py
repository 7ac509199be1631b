"""The explorers with one menu: a country's history, what is new in it, a bloc or circuit."""

import pytest
from traitlets import TraitError

from roundtable import widgets
from roundtable.briefing import Historical, NewTrends, Regional
from roundtable.errors import ParameterError

CHART = "application/vnd.plotly.v1+json"
NOW = {"year": 2024, "edition": "undesa-2024"}
CASES = {
    "history": (Historical, widgets.explore_history, {"country": "GBR"}, "FRA", "France"),
    "country": (NewTrends, widgets.explore_trends, {"country": "BRA"}, "PRT", "Portugal"),
    "space": (Regional, widgets.explore_space, {"bloc": "ecowas"}, "eac", "EAC"),
}


@pytest.fixture(scope="module", params=CASES)
def explored(request):
    """An explorer on the pack, with its module, another choice and what that is called."""
    theme, explore, own, another, name = CASES[request.param]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ROUNDTABLE_DATA", "pack")
        yield explore(theme(**own, **NOW)), request.param, another, name


def texts(explorer) -> str:
    return "\n".join(
        output["data"].get("text/markdown", output["data"].get("text/plain", ""))
        for output in explorer.shown.outputs
    )


def test_it_opens_with_its_own_briefing_then_follows_another_choice(explored):
    explorer, _, another, name = explored
    first, title = texts(explorer), explorer.shown.outputs[0]
    assert len(explorer.shown.outputs) > 3
    assert any(CHART in output["data"] for output in explorer.shown.outputs)
    explorer.menu.value = another
    assert texts(explorer) != first
    assert explorer.shown.outputs[0] != title
    assert name in texts(explorer)


def test_choices_have_names_and_only_a_listed_one_can_be_chosen(explored):
    explorer, _, another, _ = explored
    names = {code: shown for shown, code in explorer.menu.options}
    assert len(names[another]) > len(another)
    before = explorer.shown.outputs
    with pytest.raises(TraitError, match="Invalid selection"):
        explorer.menu.value = "nowhere"
    assert explorer.shown.outputs == before


def test_a_choice_that_cannot_be_shown_gives_one_message_as_plain_text(explored, monkeypatch):
    explorer, module, _, _ = explored
    theme = CASES[module][0]

    def refuse(**parameters):
        raise ParameterError("<b>no</b>")

    monkeypatch.setattr(getattr(widgets, module), theme.__name__, refuse)
    explorer.menu.value = explorer.menu.options[0][1]
    (output,) = explorer.shown.outputs
    assert output["data"] == {"text/plain": "<b>no</b>"}


def test_a_bloc_that_had_no_members_yet_is_told_and_the_next_choice_works(monkeypatch):
    monkeypatch.setenv("ROUNDTABLE_DATA", "pack")
    explorer = widgets.explore_space(Regional(bloc="ecowas", year=2000, edition="undesa-2024"))
    explorer.menu.value = "ca-4"
    assert "when 'ca-4' had no members yet. Choose 2006 or a later year." in texts(explorer)
    assert len(explorer.shown.outputs) == 1
    explorer.menu.value = "mercosur"
    assert "MERCOSUR" in texts(explorer)
