"""Explore a bloc or a circuit."""

from collections.abc import Iterator
from typing import Any

from roundtable.briefing import Regional
from roundtable.places import blocs, spaces
from roundtable.widgets.choice import ChoiceExplorer


def explore_space(briefing: Regional) -> ChoiceExplorer:
    """Choose another bloc or circuit by name; messages and charts follow.

    Parameters
    ----------
    briefing
        The briefing to start from; its year, edition and language stay.
    """
    words = briefing.labels

    def parts(name: str) -> Iterator[Any]:
        chosen = Regional(**{**briefing.parameters, "bloc": name})
        yield chosen
        yield chosen.key_messages()
        yield chosen.emigrants_over_time()
        yield chosen.corridors()
        yield chosen.elsewhere()

    names = {
        found.name if name in blocs.every() else words["table"]["circuit"].format(found.name): name
        for name, found in spaces.every().items()
    }
    return ChoiceExplorer(names, chosen=briefing.bloc, label=words["explore"]["bloc"], parts=parts)
