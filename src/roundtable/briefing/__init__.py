"""Briefings: what the notebooks talk to, one class per theme."""

from roundtable.briefing.bilateral import Bilateral

THEMES = {"bilateral": Bilateral}
"""Class of each theme; the notebook has the theme's name."""

__all__ = ["THEMES", "Bilateral"]
