import pytest

from roundtable import widgets
from roundtable.errors import ParameterError

CHART = "application/vnd.plotly.v1+json"


@pytest.fixture
def explorer(open_bilateral, monkeypatch):
    monkeypatch.setenv("ROUNDTABLE_DATA", "pack")
    return widgets.explore_corridor(open_bilateral("MUS", "FRA"))


@pytest.fixture
def followed(explorer, monkeypatch):
    """Note the corridors that are opened from now on."""
    opened = []
    kept = widgets.corridor.Bilateral

    def noted(**parameters):
        opened.append((parameters["origin"], parameters["destination"]))
        return kept(**parameters)

    monkeypatch.setattr(widgets.corridor, "Bilateral", noted)
    return opened


def texts(explorer) -> str:
    return "\n".join(
        output["data"].get("text/markdown", output["data"].get("text/plain", ""))
        for output in explorer.shown.outputs
    )


def test_it_opens_with_the_briefings_own_corridor_its_messages_and_charts(explorer):
    assert (explorer.origin.value, explorer.destination.value) == ("MUS", "FRA")
    assert "Mauritius → France" in texts(explorer)
    assert "about 44,700" in texts(explorer)
    assert sum(CHART in output["data"] for output in explorer.shown.outputs) == 3


def test_countries_are_chosen_by_name(explorer):
    names = [name for name, _ in explorer.origin.options]
    assert names == sorted(names)
    assert dict(explorer.origin.options)["Senegal"] == "SEN"
    assert len(names) == len(explorer._briefing.tables.complete)


def test_a_choice_is_followed(explorer, followed):
    explorer.origin.value = "SEN"
    assert followed == [("SEN", "FRA")]
    assert "Senegal → France" in texts(explorer)
    assert "Mauritius" not in texts(explorer).split("\n")[0]


def test_swapping_follows_once(explorer, followed):
    explorer.swap.click()
    assert followed == [("FRA", "MUS")]
    assert (explorer.origin.value, explorer.destination.value) == ("FRA", "MUS")
    assert "France → Mauritius" in texts(explorer)
    explorer.swap.click()
    assert followed == [("FRA", "MUS"), ("MUS", "FRA")]


def test_a_choice_that_cannot_be_shown_gives_its_error_as_text_and_the_next_works(explorer):
    explorer.origin.value = "FRA"
    assert "`origin` and `destination` are the same" in texts(explorer)
    assert len(explorer.shown.outputs) == 1
    explorer.origin.value = "SEN"
    assert "Senegal → France" in texts(explorer)


def test_markup_in_an_error_is_plain_text(explorer, monkeypatch):
    def refuse(**parameters):
        raise ParameterError("<b>no</b>")

    monkeypatch.setattr(widgets.corridor, "Bilateral", refuse)
    explorer.origin.value = "SEN"
    (output,) = explorer.shown.outputs
    assert output["data"] == {"text/plain": "<b>no</b>"}


def test_a_corridor_without_an_estimate_shows_its_messages_and_what_charts_there_are(explorer):
    explorer.origin.value = "BLZ"
    explorer.destination.value = "GHA"
    assert "Neither the 2024 edition nor the 2020 edition" in texts(explorer)
    assert sum(CHART in output["data"] for output in explorer.shown.outputs) < 3
