"""Explore in JupyterLab: the same messages and charts for any choice."""

from roundtable.widgets.choice import ChoiceExplorer
from roundtable.widgets.corridor import CorridorExplorer, explore_corridor
from roundtable.widgets.country import explore_trends
from roundtable.widgets.history import explore_history
from roundtable.widgets.space import explore_space

__all__ = [
    "ChoiceExplorer",
    "CorridorExplorer",
    "explore_corridor",
    "explore_history",
    "explore_space",
    "explore_trends",
]
