"""Explore the history of a country's migration."""

from collections.abc import Iterator
from typing import Any

from roundtable.briefing import Historical
from roundtable.widgets.choice import ChoiceExplorer, by_name


def explore_history(briefing: Historical) -> ChoiceExplorer:
    """Choose another country by name; messages, charts and the table of origins follow.

    Parameters
    ----------
    briefing
        The briefing to start from; its year, edition and language stay.
    """

    def parts(code: str) -> Iterator[Any]:
        chosen = Historical(**{**briefing.parameters, "country": code})
        yield chosen
        yield chosen.key_messages()
        yield chosen.immigrants()
        yield chosen.emigrants()
        yield chosen.top_origins()

    return ChoiceExplorer(
        by_name(briefing.tables.complete),
        chosen=briefing.country,
        label=briefing.labels["explore"]["country"],
        parts=parts,
    )
