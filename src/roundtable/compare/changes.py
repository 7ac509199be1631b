"""Which facts of a briefing changed, by how much, and what kind of change it is."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
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
    Another year of another edition: revision and change of the stock cannot be separated.
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

SMALL, LARGE = 0.05, 0.25
"""A twentieth and a quarter: from where on the project calls a figure revised, and disputed."""

WITHOUT_RATIO = ("rank", "year", "per year")
"""Units whose ratio says nothing: an order, a date, a rate that may be near zero."""

CROSSED = ("unlisted", "unlisted_of_space")
"""Indicators of the people and corridors of the other edition that an edition does not list.

Two sides of two editions compare these with each other in opposite directions.
"""

_YEARS = ("year", "start", "end", "since", "first", "last", "before")
"""Arguments that say of when a fact is; the others say of what."""

_SAME = 1e-9
"""Relative difference below which two values are equal: sums in another order."""


@dataclass(frozen=True, kw_only=True)
class Change:
    """A fact that both sides have, and that changed in value, kind or flags.

    Attributes
    ----------
    id
        Id of the fact.
    old, new
        Entries of ``facts.json``.
    cause
        Why the value changed; None where it did not.
    """

    id: str
    old: Mapping[str, Any]
    new: Mapping[str, Any]
    cause: Cause | None

    @property
    def moved(self) -> bool:
        """Whether the value changed."""
        return self.cause is not None

    @property
    def comparable(self) -> bool:
        """Whether it is a change of one and the same quantity."""
        return self.cause not in (None, "subject", "crossed", "mirrored")

    @property
    def difference(self) -> float | None:
        """New minus old in the unit of the fact; None where a side has no number."""
        first, second = number(self.old), number(self.new)
        return None if first is None or second is None else second - first

    @property
    def ratio(self) -> float | None:
        """New over old; None where that says nothing."""
        first, second = number(self.old), number(self.new)
        if first is None or second is None or self.new["unit"] in WITHOUT_RATIO:
            return None
        return second / first if first * second > 0 else None

    @property
    def excess(self) -> float | None:
        """The larger over the smaller, minus one; infinite beside zero; None as `ratio`."""
        first, second = number(self.old), number(self.new)
        if first is None or second is None or self.new["unit"] in WITHOUT_RATIO:
            return None
        if first * second <= 0:
            return math.inf
        low, high = sorted((abs(first), abs(second)))
        return (high - low) / low

    @property
    def printed_alike(self) -> bool:
        """Whether a reader sees the same words on both sides."""
        return self.old["printed"] == self.new["printed"]

    @property
    def estimate(self) -> Literal["gained", "lost"] | None:
        """Whether there is an estimate on one side only."""
        known = self.old["value"] is not None, self.new["value"] is not None
        return {(False, True): "gained", (True, False): "lost"}.get(known)


@dataclass(frozen=True, kw_only=True)
class Facts:
    """How the facts of a briefing changed.

    Attributes
    ----------
    shared
        Number of facts that both sides tell.
    changes
        Those that changed in value, kind or flags, in the order of the new side.
    new, gone
        Entries of facts that one side tells.
    """

    shared: int
    changes: tuple[Change, ...]
    new: tuple[Mapping[str, Any], ...]
    gone: tuple[Mapping[str, Any], ...]


def compare_facts(old: Version, new: Version) -> Facts:
    """Set the facts of two versions of a briefing against each other.

    Parameters
    ----------
    old, new
        Two versions of one briefing.

    Returns
    -------
    Facts
    """
    shared = [name for name in new.facts if name in old.facts]
    pairs = [(name, old.facts[name], new.facts[name]) for name in shared]
    return Facts(
        shared=len(shared),
        changes=tuple(
            Change(id=name, old=was, new=now, cause=_cause(was, now, old, new))
            for name, was, now in pairs
            if not (_equal(was, now) and _marks(was) == _marks(now))
        ),
        new=tuple(fact for name, fact in new.facts.items() if name not in old.facts),
        gone=tuple(fact for name, fact in old.facts.items() if name not in new.facts),
    )


def number(fact: Mapping[str, Any]) -> float | None:
    """Return the value of a fact as a number; None for words and where there is no estimate.

    Examples
    --------
    >>> number({"value": 3}), number({"value": "visa free"}), number({"value": None})
    (3.0, None, None)
    """
    value = fact["value"]
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _equal(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    first, second = number(old), number(new)
    if first is None or second is None:
        return old["value"] == new["value"]
    return math.isclose(first, second, rel_tol=_SAME, abs_tol=0.0)


def _marks(fact: Mapping[str, Any]) -> tuple[str, frozenset[str]]:
    return fact["kind"], frozenset(fact["flags"])


def _cause(
    was: Mapping[str, Any], now: Mapping[str, Any], old: Version, new: Version
) -> Cause | None:
    if _equal(was, now):
        return None
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
