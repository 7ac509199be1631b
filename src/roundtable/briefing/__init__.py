"""Briefings: what the notebooks talk to, one class per theme."""

import gc

from roundtable.briefing.bilateral import Bilateral
from roundtable.briefing.historical import Historical
from roundtable.briefing.new_trends import NewTrends
from roundtable.briefing.paper import BackgroundPaper
from roundtable.briefing.regional import Regional

THEMES = {
    "background_paper": BackgroundPaper,
    "bilateral": Bilateral,
    "regional": Regional,
    "historical": Historical,
    "new_trends": NewTrends,
}
"""Class of each theme; the notebook has the theme's name."""

# What was imported so far stays for the whole process. Python need not walk through its hundred
# thousand objects each time that it looks for garbage, which takes as long as a chart.
gc.freeze()

__all__ = ["THEMES", "BackgroundPaper", "Bilateral", "Historical", "NewTrends", "Regional"]
