"""Explore a country."""

from typing import Any

import ipywidgets

from roundtable import places
from roundtable.briefing import NewTrends
from roundtable.errors import RoundtableError
from roundtable.widgets.shown import output_of


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
        self.shown.outputs = tuple(output_of(part) for part in parts if part is not None)


def explore_trends(briefing: NewTrends) -> CountryExplorer:
    """Choose another country by name; messages, tables and chart follow.

    Parameters
    ----------
    briefing
        The briefing to start from.
    """
    return CountryExplorer(briefing)
