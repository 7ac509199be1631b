"""Which facts of a briefing changed, by how much, and what kind of change it is."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from roundtable.compare.causes import Cause, cause_of, equal, number
from roundtable.compare.version import Version

Step = tuple[Cause, float]
"""Why a value changed on one part of the way, and by how much in the unit of the fact."""

SMALL, LARGE = 0.05, 0.25
"""A twentieth and a quarter: from where on the project calls a figure revised, and disputed."""

WITHOUT_RATIO = ("rank", "year", "per year")
"""Units whose ratio says nothing: an order, a date, a rate that may be near zero."""


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
    steps
        Where the cause is ``both`` and a figure stands between: the revision and the change with
        the year, in the order in which they lead from the old value to the new.
    """

    id: str
    old: Mapping[str, Any]
    new: Mapping[str, Any]
    cause: Cause | None
    steps: tuple[Step, ...] = ()

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


def compare_facts(old: Version, new: Version, between: Version | None = None) -> Facts:
    """Set the facts of two versions of a briefing against each other.

    Parameters
    ----------
    old, new
        Two versions of one briefing.
    between
        Where they differ in edition and year: a third one, of one's edition for the other's year.

    Returns
    -------
    Facts
    """
    shared = [name for name in new.facts if name in old.facts]
    pairs = [(name, old.facts[name], new.facts[name]) for name in shared]
    return Facts(
        shared=len(shared),
        changes=tuple(
            _change(name, old, new, between)
            for name, was, now in pairs
            if not (equal(was, now) and _marks(was) == _marks(now))
        ),
        new=tuple(fact for name, fact in new.facts.items() if name not in old.facts),
        gone=tuple(fact for name, fact in old.facts.items() if name not in new.facts),
    )


def _change(name: str, old: Version, new: Version, between: Version | None) -> Change:
    was, now = old.facts[name], new.facts[name]
    cause = None if equal(was, now) else cause_of(was, now, old, new)
    steps: tuple[Step, ...] = ()
    if cause == "both" and between and (middle := between.facts.get(name)):
        steps = _steps((was, middle, now), (old, between, new))
    return Change(id=name, old=was, new=now, cause=cause, steps=steps)


def _steps(facts: tuple[Mapping[str, Any], ...], versions: tuple[Version, ...]) -> tuple[Step, ...]:
    """Part a change into a revision and a change with the year; empty where that cannot be."""
    sizes = [number(fact) for fact in facts]
    causes = [cause_of(facts[at], facts[at + 1], versions[at], versions[at + 1]) for at in range(2)]
    parted = "revision" in causes and bool({"stock", "carried"} & set(causes))
    if not parted or None in sizes:
        return ()
    return tuple((cause, sizes[at + 1] - sizes[at]) for at, cause in enumerate(causes))


def _marks(fact: Mapping[str, Any]) -> tuple[str, frozenset[str]]:
    return fact["kind"], frozenset(fact["flags"])
