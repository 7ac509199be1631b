"""Explore in JupyterLab: the same messages and charts for any choice of countries."""

from collections.abc import Callable
from typing import Any

import ipywidgets

from roundtable import places
from roundtable.briefing import Bilateral, NewTrends
from roundtable.errors import RoundtableError


class CorridorExplorer(ipywidgets.VBox):
    """Two countries to choose by name, a button to swap them, and what follows from them.

    Parameters
    ----------
    briefing
        The briefing to start from; its year, edition and language stay.

    Attributes
    ----------
    origin, destination
        Menus of countries whose figures are complete in the tables in use.
    swap
        Button that exchanges the two.
    shown
        Area with title, key messages and charts, or with the error.
    """

    def __init__(self, briefing: Bilateral) -> None:
        self._briefing = briefing
        words = briefing.labels["explore"]
        names = {
            places.place(code).name: code for code in briefing.tables.complete
        }  # a menu shows names and gives codes
        options = sorted(names.items())
        self.origin = ipywidgets.Dropdown(
            options=options, value=briefing.origin, description=words["origin"]
        )
        self.destination = ipywidgets.Dropdown(
            options=options, value=briefing.destination, description=words["destination"]
        )
        self.swap = ipywidgets.Button(description=words["swap"], icon="exchange")
        self.shown = ipywidgets.Output()
        super().__init__([ipywidgets.HBox([self.origin, self.swap, self.destination]), self.shown])
        self._waiting = False
        self.swap.on_click(lambda _: self._exchange())
        for menu in (self.origin, self.destination):
            menu.observe(lambda _: self._follow(), names="value")
        self._follow()

    def _exchange(self) -> None:
        """Swap the two countries and follow once, not twice."""
        self._waiting = True
        self.origin.value, self.destination.value = self.destination.value, self.origin.value
        self._waiting = False
        self._follow()

    def _follow(self) -> None:
        """Show the messages and charts of the chosen corridor."""
        if self._waiting:
            return
        parts: list[Any]
        try:
            chosen = Bilateral(
                origin=self.origin.value,
                destination=self.destination.value,
                year=self._briefing.year,
                edition=self._briefing.edition,
                language=self._briefing.language,
            )
            charts: list[Callable[[], Any]] = [
                chosen.stock_over_time, chosen.destinations, chosen.origins,
            ]  # fmt: skip
            parts = [chosen, chosen.key_messages(), *(chart() for chart in charts)]
        except RoundtableError as error:
            parts = [str(error)]
        self.shown.outputs = tuple(_output(part) for part in parts if part is not None)


class CountryExplorer(ipywidgets.VBox):
    """A country to choose by name, and what follows from it.

    Parameters
    ----------
    briefing
        The briefing to start from; its year, edition and language stay.

    Attributes
    ----------
    country
        Menu of countries whose figures are complete in the tables in use.
    shown
        Area with title, key messages, tables and chart, or with the error.
    """

    def __init__(self, briefing: NewTrends) -> None:
        self._briefing = briefing
        names = {places.place(code).name: code for code in briefing.tables.complete}
        self.country = ipywidgets.Dropdown(
            options=sorted(names.items()),
            value=briefing.country,
            description=briefing.labels["explore"]["country"],
        )
        self.shown = ipywidgets.Output()
        super().__init__([self.country, self.shown])
        self.country.observe(lambda _: self._follow(), names="value")
        self._follow()

    def _follow(self) -> None:
        """Show the messages, tables and chart of the chosen country."""
        given = {**self._briefing.parameters, "country": self.country.value}
        parts: list[Any]
        try:
            chosen = type(self._briefing)(**given)
            shows = (chosen.destinations, chosen.origins, chosen.new_corridors)
            parts = [chosen, chosen.key_messages(), *(show() for show in shows)]
        except RoundtableError as error:
            parts = [str(error)]
        self.shown.outputs = tuple(_output(part) for part in parts if part is not None)


def _output(part: Any) -> dict[str, Any]:
    """Return what a cell would show for an object.

    The area takes finished outputs: capturing them with ``with area:`` makes nbclient, and
    so papermill, wait for ever for an answer. IPython's own formatter would show a figure
    at once, beside the area.
    """
    if hasattr(part, "_repr_mimebundle_"):
        data = part._repr_mimebundle_()
    elif hasattr(part, "_repr_markdown_"):
        data = {"text/markdown": part._repr_markdown_(), "text/plain": repr(part)}
    elif hasattr(part, "_repr_html_"):
        data = {"text/html": part._repr_html_(), "text/plain": repr(part)}
    else:
        data = {"text/plain": str(part)}
    return {"output_type": "display_data", "data": data, "metadata": {}}


def explore_corridor(briefing: Bilateral) -> CorridorExplorer:
    """Choose other countries by name; messages and charts follow.

    Parameters
    ----------
    briefing
        The briefing to start from.
    """
    return CorridorExplorer(briefing)


def explore_trends(briefing: NewTrends) -> CountryExplorer:
    """Choose another country by name; messages, tables and chart follow.

    Parameters
    ----------
    briefing
        The briefing to start from.
    """
    return CountryExplorer(briefing)
