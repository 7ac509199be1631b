"""Claims: figures that documents print, recomputed, each with its verdict and reason."""

from roundtable.claims.choice import of_briefing, of_country, of_theme
from roundtable.claims.claims_file import claim, every
from roundtable.claims.evaluation import Result, Value, evaluate, inside, problems
from roundtable.claims.figures import Figures
from roundtable.claims.model import Claim
from roundtable.claims.verdicts import VERDICTS

__all__ = [
    "VERDICTS",
    "Claim",
    "Figures",
    "Result",
    "Value",
    "claim",
    "evaluate",
    "every",
    "inside",
    "of_briefing",
    "of_country",
    "of_theme",
    "problems",
]
