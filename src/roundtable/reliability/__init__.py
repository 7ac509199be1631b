"""What the figures can carry: flags by rule, the kind of each figure, what may be told.

The rules find, in the data themselves, the cases in which a number looks like an
observation of migration and is none. Their thresholds are argued where they stand: one
module for each group of flags, `marking` puts them on the rows, `statements` and the
modules beside it tell or refuse.
"""

from roundtable.reliability.carried import drawn_on, frozen_intervals, linear_steps
from roundtable.reliability.copies import usable_history
from roundtable.reliability.counting import counts
from roundtable.reliability.editions import DISPUTED, REVISED, compared, unlisted
from roundtable.reliability.emerging import emergence
from roundtable.reliability.marking import flagged, flagged_stocks, flags_of
from roundtable.reliability.names import FLAGS, FORBID_GROWTH, KINDS, REPEATED
from roundtable.reliability.ranks import rank, rank_change
from roundtable.reliability.seams import joined
from roundtable.reliability.spans import span_tells
from roundtable.reliability.statements import (
    arrays_of,
    columns_at,
    common_period,
    growth,
    growth_refused,
)
from roundtable.reliability.sums import kind_of_parts, kind_of_sum, part_flagged, parts_flagged
from roundtable.reliability.turns import of_two_counts, turn
from roundtable.reliability.verdicts import Reason, Verdict, in_both
from roundtable.reliability.women import women_on_a_line

__all__ = [
    "DISPUTED",
    "FLAGS",
    "FORBID_GROWTH",
    "KINDS",
    "REPEATED",
    "REVISED",
    "Reason",
    "Verdict",
    "arrays_of",
    "columns_at",
    "common_period",
    "compared",
    "counts",
    "drawn_on",
    "emergence",
    "flagged",
    "flagged_stocks",
    "flags_of",
    "frozen_intervals",
    "growth",
    "growth_refused",
    "in_both",
    "joined",
    "kind_of_parts",
    "kind_of_sum",
    "linear_steps",
    "of_two_counts",
    "part_flagged",
    "parts_flagged",
    "rank",
    "rank_change",
    "span_tells",
    "turn",
    "unlisted",
    "usable_history",
    "women_on_a_line",
]
