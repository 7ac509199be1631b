"""Countries and areas, and what binds them: blocs, circuits, ties.

This module knows codes and names, and is light to import. What people wrote down about places is
in `places.blocs` (membership of regional organisations), `places.circuits` (migration systems) and
`places.ties` (history), one file and one loader each; import those where they are needed.
"""

from roundtable.places.names import (
    FORMER,
    OTHERS,
    WORLD,
    Place,
    aliases,
    codes_by_alpha2,
    codes_by_m49,
    codes_by_name,
    countries,
    place,
    problem_with,
    table,
)
from roundtable.places.territories import (
    counted_inside,
    may_be_counted_inside,
    territories_of,
)

__all__ = [
    "FORMER",
    "OTHERS",
    "WORLD",
    "Place",
    "aliases",
    "codes_by_alpha2",
    "codes_by_m49",
    "codes_by_name",
    "counted_inside",
    "countries",
    "may_be_counted_inside",
    "place",
    "problem_with",
    "table",
    "territories_of",
]
