"""A comparison of two sides, briefing by briefing, and its counts."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from roundtable.compare.changes import LARGE, SMALL, Change, Facts, compare_facts
from roundtable.compare.sentences import Pair, compare_texts
from roundtable.compare.version import Side, Version
from roundtable.errors import DataError


@dataclass(frozen=True, kw_only=True)
class Compared:
    """One briefing on both sides.

    Attributes
    ----------
    old, new
        Its versions.
    facts, pairs
        As from `compare_facts` and `compare_texts`.
    """

    old: Version
    new: Version
    facts: Facts
    pairs: tuple[Pair, ...]

    @property
    def changes(self) -> list[Change]:
        """Facts whose value changed and that are of the same quantity on both sides."""
        return [change for change in self.facts.changes if change.comparable]

    @property
    def first_message(self) -> Pair | None:
        """The key message that stands first; None where there is none."""
        return next((pair for pair in self.pairs if pair.is_message), None)


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Two sides.

    Attributes
    ----------
    old, new
        Names of the sides.
    briefings
        Those that both have, in the order of the new side.
    only_old, only_new
        Slugs of those that one side has.
    failures
        Message by slug, for those that one side could not compute.
    roundtables, tables
        Of two builds: ids of the roundtables, and which tables were read; else empty.
    """

    old: str
    new: str
    briefings: tuple[Compared, ...]
    only_old: tuple[str, ...] = ()
    only_new: tuple[str, ...] = ()
    failures: Mapping[str, str] = field(default_factory=dict)
    roundtables: tuple[str, str] = ("", "")
    tables: tuple[str, str] = ("", "")


@dataclass(frozen=True, kw_only=True)
class Tally:
    """Counts over one or more briefings.

    Attributes
    ----------
    shared, changed, small, large
        Facts on both sides; those that changed; by more than a twentieth, and than a quarter.
    alike
        Changed facts that are printed alike.
    causes
        Changed facts by cause; also those about another subject, and the mirrored.
    parted
        Facts of another edition and year whose revision and change with the year are told apart.
    gained, lost
        Facts with an estimate on the new side only, and on the old side only.
    kinds, flags
        Facts whose kind changed, by old and new kind; number of facts whose flags changed.
    new, gone
        Facts that one side tells.
    messages, sentences
        Key messages and other sentences by how they differ.
    message_kinds
        Key messages that show another kind of figure.
    """

    shared: int
    changed: int
    small: int
    large: int
    alike: int
    causes: Counter[str]
    parted: int
    gained: int
    lost: int
    kinds: Counter[tuple[str, str]]
    flags: int
    new: int
    gone: int
    messages: Counter[str]
    sentences: Counter[str]
    message_kinds: int


def compare(old: Side, new: Side, between: Side | None = None) -> Comparison:
    """Set two sides against each other.

    Parameters
    ----------
    old, new
        The sides.
    between
        As in `compare_facts`; a briefing that could not be computed there is compared without.

    Raises
    ------
    DataError
        If they have no briefing in common.
    """
    both = [slug for slug in new.briefings if slug in old.briefings]
    failures = {**old.failures, **new.failures}
    if not both and not failures:
        raise DataError(
            f"'{old.name}' and '{new.name}' have no briefing in common: the first has "
            f"{_some(old.briefings)}, the second {_some(new.briefings)}. "
            "Compare two builds of one roundtable, or of two that share a briefing."
        )
    return Comparison(
        old=old.name,
        new=new.name,
        briefings=tuple(
            compared(
                old.briefings[slug],
                new.briefings[slug],
                between.briefings.get(slug) if between else None,
            )
            for slug in both
        ),
        only_old=tuple(slug for slug in old.briefings if slug not in {*new.briefings, *failures}),
        only_new=tuple(slug for slug in new.briefings if slug not in {*old.briefings, *failures}),
        failures=failures,
        roundtables=(old.roundtable, new.roundtable),
        tables=(old.tables, new.tables),
    )


def compared(old: Version, new: Version, between: Version | None = None) -> Compared:
    """Set two versions of one briefing against each other."""
    facts = compare_facts(old, new, between)
    moved = frozenset(change.id for change in facts.changes if change.moved)
    return Compared(old=old, new=new, facts=facts, pairs=compare_texts(old, new, moved=moved))


def tally(briefings: Iterable[Compared]) -> Tally:
    """Count over briefings.

    A figure that several briefings tell, such as one of the world, counts in each.
    """
    items = list(briefings)
    every = [change for item in items for change in item.facts.changes]
    moved = [change for change in every if change.comparable]
    excess = [change.excess or 0.0 for change in moved]
    pairs = [pair for item in items for pair in item.pairs]
    return Tally(
        shared=sum(item.facts.shared for item in items),
        changed=len(moved),
        small=sum(value > SMALL for value in excess),
        large=sum(value > LARGE for value in excess),
        alike=sum(change.printed_alike for change in moved),
        causes=Counter(change.cause for change in every if change.cause),
        parted=sum(bool(change.steps) for change in moved),
        gained=sum(change.estimate == "gained" for change in moved),
        lost=sum(change.estimate == "lost" for change in moved),
        kinds=Counter(
            (change.old["kind"], change.new["kind"])
            for change in every
            if change.cause != "mirrored" and change.old["kind"] != change.new["kind"]
        ),
        flags=sum(
            set(change.old["flags"]) != set(change.new["flags"])
            for change in every
            if change.cause != "mirrored"
        ),
        new=sum(len(item.facts.new) for item in items),
        gone=sum(len(item.facts.gone) for item in items),
        messages=Counter(pair.difference for pair in pairs if pair.is_message),
        sentences=Counter(pair.difference for pair in pairs if not pair.is_message),
        message_kinds=sum(pair.is_message and pair.kind_changed for pair in pairs),
    )


def differing(counts: Counter[str]) -> int:
    """Count the sentences that a reader sees differently."""
    return sum(counts[name] for name in ("figures", "wording", "new", "gone"))


def _some(slugs: Iterable[str]) -> str:
    found = list(slugs)
    rest = f" and {len(found) - 3} more" if len(found) > 3 else ""
    return ", ".join(found[:3]) + rest
