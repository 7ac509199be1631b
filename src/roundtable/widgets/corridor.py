"""Explore a corridor: two countries to choose."""

from collections.abc import Callable
from typing import Any

import ipywidgets

from roundtable import places
from roundtable.briefing import Bilateral
from roundtable.errors import RoundtableError
from roundtable.widgets.shown import output_of


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
        self.shown.outputs = tuple(output_of(part) for part in parts if part is not None)


def explore_corridor(briefing: Bilateral) -> CorridorExplorer:
    """Choose other countries by name; messages and charts follow.

    Parameters
    ----------
    briefing
        The briefing to start from.
    """
    return CorridorExplorer(briefing)
