"""Explore by one menu: the same messages and charts for any choice."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import ipywidgets

from roundtable import places
from roundtable.widgets.shown import follow


class ChoiceExplorer(ipywidgets.VBox):
    """One menu, and what follows from the choice.

    Parameters
    ----------
    choices
        Codes by the name that the menu shows.
    chosen
        Code to start with.
    label
        Word before the menu.
    parts
        Returns what to show for a code: title, messages, charts. An error of ours is shown in
        their place.

    Attributes
    ----------
    menu
        The menu.
    shown
        Area with what follows from the choice, or with the error.
    """

    def __init__(
        self,
        choices: Mapping[str, str],
        *,
        chosen: str,
        label: str,
        parts: Callable[[str], Iterable[Any]],
    ) -> None:
        self._parts = parts
        self.menu = ipywidgets.Dropdown(
            options=list(choices.items()), value=chosen, description=label
        )
        self.shown = ipywidgets.Output()
        super().__init__([self.menu, self.shown])
        self.menu.observe(lambda _: self._follow(), names="value")
        self._follow()

    def _follow(self) -> None:
        """Show what belongs to the choice."""
        follow(self.shown, lambda: self._parts(self.menu.value))


def by_name(codes: Iterable[str]) -> dict[str, str]:
    """Return the codes of countries by their names, in the order of the names."""
    return dict(sorted((places.place(code).name, code) for code in codes))
