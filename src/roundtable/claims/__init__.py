"""Claims: figures that documents print, recomputed, each with its verdict and reason."""

from roundtable.claims.choice import concerns, of_briefing, of_country, of_theme
from roundtable.claims.claims_file import claim, every
from roundtable.claims.evaluation import Result, Value, evaluate, inside, problems
from roundtable.claims.figures import Figures, figures_of
from roundtable.claims.model import Claim
from roundtable.claims.verdicts import VERDICTS

__all__ = [
    "VERDICTS",
    "Claim",
    "Figures",
    "Result",
    "Value",
    "claim",
    "concerns",
    "evaluate",
    "every",
    "figures_of",
    "inside",
    "of_briefing",
    "of_country",
    "of_theme",
    "problems",
]
