"""Explore what is new in a country's migration."""

from collections.abc import Iterator
from typing import Any

from roundtable.briefing import NewTrends
from roundtable.widgets.choice import ChoiceExplorer, by_name


def explore_trends(briefing: NewTrends) -> ChoiceExplorer:
    """Choose another country by name; messages, tables and chart follow.

    Parameters
    ----------
    briefing
        The briefing to start from; its year, edition and language stay.
    """

    def parts(code: str) -> Iterator[Any]:
        chosen = NewTrends(**{**briefing.parameters, "country": code})
        yield chosen
        yield chosen.key_messages()
        yield chosen.destinations()
        yield chosen.origins()
        yield chosen.new_corridors()

    return ChoiceExplorer(
        by_name(briefing.tables.complete),
        chosen=briefing.country,
        label=briefing.labels["explore"]["country"],
        parts=parts,
    )
