"""What kind of change it is when a fact has another value: a revision, migration, or neither."""

import math
from collections.abc import Mapping
from typing import Any, Literal

from roundtable.compare.version import Version
from roundtable.sources import EDITIONS

Cause = Literal[
    "revision",
    "stock",
    "carried",
    "both",
    "source-year",
    "data",
    "subject",
    "crossed",
    "mirrored",
]
"""What kind of change it is.

``revision``
    One year in two editions: the estimates were revised, nobody moved.
``stock``
    Two years of one edition: the number of people changed.
``carried``
    The same, but a figure is carried forward from another year: no migration can be read from it.
``both``
    Another year of another edition. Revision and change of the stock are told apart only where
    a third figure stands between: that of one of the editions for the year of the other.
``source-year``
    Another year of a source that is no edition of the UN stock.
``data``
    The same year, and no other edition among its sources: the data, or the way they are
    computed, changed; or the fact counts, in a source of another kind, what an edition holds.
``subject``
    The fact is about another place or period, such as the largest corridor that is not listed.
``crossed``
    What one edition lists of the other: each side asks it the other way round.
``mirrored``
    Each side tells the other's figure for comparison; the two changed places.
"""

CROSSED = ("unlisted", "unlisted_of_space")
"""Indicators of the people and corridors of the other edition that an edition does not list.

Two sides of two editions compare these with each other in opposite directions.
"""

_YEARS = ("year", "start", "end", "since", "first", "last", "before")
"""Arguments that say of when a fact is; the others say of what."""

_SAME = 1e-9
"""Relative difference below which two values are equal: sums in another order."""


def number(fact: Mapping[str, Any]) -> float | None:
    """Return the value of a fact as a number; None for words and where there is no estimate.

    Examples
    --------
    >>> number({"value": 3}), number({"value": "visa free"}), number({"value": None})
    (3.0, None, None)
    """
    value = fact["value"]
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def equal(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """Tell whether two entries of ``facts.json`` have one value, but for the order of a sum."""
    first, second = number(old), number(new)
    if first is None or second is None:
        return old["value"] == new["value"]
    return math.isclose(first, second, rel_tol=_SAME, abs_tol=0.0)


def cause_of(was: Mapping[str, Any], now: Mapping[str, Any], old: Version, new: Version) -> Cause:
    """Say what kind of change it is if the values of a fact differ.

    Parameters
    ----------
    was, now
        Entries of ``facts.json``.
    old, new
        The versions of the briefing that tell them.
    """
    first, second = _edition(was), _edition(now)
    if old.edition != new.edition and (first, second) == (new.edition, old.edition):
        return "mirrored"
    if old.edition != new.edition and now["indicator"] in CROSSED:
        return "crossed"
    if _about(was) != _about(now):
        return "subject"
    same_year = _when(was) == _when(now)
    if first != second:
        return "revision" if same_year else "both"
    if same_year:
        return "data"
    if not first:
        return "source-year"
    return "carried" if "carried-forward" in (was["kind"], now["kind"]) else "stock"


def _edition(fact: Mapping[str, Any]) -> str:
    """Return the edition that a fact rests on; empty where its sources are others."""
    rests = {source["id"] for source in fact["sources"]} & set(EDITIONS.values())
    return fact["edition"] if rests else ""


def _about(fact: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    # Some indicators name the edition among their arguments: it says how the figure is known.
    arguments = {
        name: item
        for name, item in fact["arguments"].items()
        if name not in _YEARS and not (isinstance(item, str) and item in EDITIONS)
    }
    return fact["indicator"], arguments


def _when(fact: Mapping[str, Any]) -> dict[str, Any]:
    return {name: item for name, item in fact["arguments"].items() if name in _YEARS}
