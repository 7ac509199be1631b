"""Explore a corridor: two countries to choose."""

from collections.abc import Iterator
from typing import Any

import ipywidgets

from roundtable.briefing import Bilateral
from roundtable.widgets.choice import by_name
from roundtable.widgets.shown import follow


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
        # A menu shows names and gives codes.
        options = list(by_name(briefing.tables.complete).items())
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
        if not self._waiting:
            follow(self.shown, self._parts)

    def _parts(self) -> Iterator[Any]:
        ends = {"origin": self.origin.value, "destination": self.destination.value}
        chosen = Bilateral(**{**self._briefing.parameters, **ends})
        yield chosen
        yield chosen.key_messages()
        yield chosen.stock_over_time()
        yield chosen.destinations()
        yield chosen.origins()


def explore_corridor(briefing: Bilateral) -> CorridorExplorer:
    """Choose other countries by name; messages and charts follow.

    Parameters
    ----------
    briefing
        The briefing to start from.
    """
    return CorridorExplorer(briefing)
