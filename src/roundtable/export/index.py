"""The page that lists all briefings of a session."""

from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

from roundtable.export import environments
from roundtable.export.assets import asset
from roundtable.export.labels import complete
from roundtable.export.page import Card, Page

THEMES = (
    "background_paper",
    "speaking-note",
    "questions",
    "corridor-note",
    "bilateral",
    "regional",
    "historical",
    "new_trends",
)


def render(
    cards: Iterable[Card],
    page: Page,
    *,
    labels: Mapping[str, Any] | None = None,
    assets: str | None = "assets",
    register: str = "",
) -> str:
    """Make the index of the briefings of a session.

    Parameters
    ----------
    cards
        One for each briefing, built or failed, in the order in which a theme lists them.
    page
        What stands around the list; its slug, reason and series are not used.
    labels
        Words of the page that replace the English ones.
    assets
        Address of the folder of styles and scripts, seen from the index; None puts them
        inside the page.
    register
        Address of the page of the register, if there is one.

    Returns
    -------
    str
        One HTML document that also works from a folder without a server.
    """
    cards = list(cards)
    built = [card for card in cards if not card.failure]
    order = dict.fromkeys([*THEMES, *(card.theme for card in built)])
    themes = {theme: [card for card in built if card.theme == theme] for theme in order}
    return (
        environments.of_pages()
        .get_template("list/index.html.j2")
        .render(
            page=page,
            labels=complete(labels),
            themes={theme: members for theme, members in themes.items() if members},
            failures=[card for card in cards if card.failure],
            assets=assets,
            register=register,
            asset=lambda name: Markup(asset(name)),
        )
    )
