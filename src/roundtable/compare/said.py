"""What a comparison says in sentences, and how it is to be read."""

from collections import Counter
from collections.abc import Iterator

from roundtable.compare import grids
from roundtable.compare.comparison import Compared, Comparison, Tally, differing, tally
from roundtable.compare.sides import Names
from roundtable.export.comparing import words
from roundtable.export.report import Refusal
from roundtable.export.report import words as report_words
from roundtable.export.report.words import exact, joined, share

MORE = ("wording", "new", "gone")
"""Differences in more than figures."""

NAMED = 5
"""Briefings and kinds that a sentence names."""


def said(
    items: tuple[Compared, ...], total: Tally, names: Names, paper: Compared | None
) -> Iterator[str]:
    """Say what changed, a sentence each: the background paper first, then all briefings.

    Parameters
    ----------
    items
        The briefings that both sides have.
    total
        Their differences, counted together.
    names
        What the sides are called.
    paper
        The background paper, where it stands before the others.
    """
    w, sides = words()["summary"], names.phrases
    if paper and any(pair.reads_differently for pair in paper.pairs):
        own = tally([paper])
        yield w["paper"].format(
            messages=exact(differing(own.messages)),
            all_messages=exact(own.messages.total()),
            sentences=exact(differing(own.sentences)),
            all_sentences=exact(own.sentences.total()),
        )
    if total.changed:
        yield (
            w["facts"]
            .format(
                changed=exact(total.changed),
                shared=exact(total.shared),
                share=share(total.changed / total.shared),
                sizes=_sizes(total),
                alike=w["alike"].format(count=exact(total.alike)) if total.alike else "",
            )
            .strip()
        )
    else:
        yield w["nothing"].format(shared=exact(total.shared))
    if len(items) > 1:
        first = [message.difference for item in items if (message := item.first_message)]
        yield w["first"].format(
            count=exact(differing(Counter(first))),
            total=exact(len(items)),
            more=exact(sum(name in MORE for name in first)),
        )
    told = [
        item.format(count=exact(total.messages[name]), **sides)
        for name, item in w["message_items"].items()
        if total.messages[name]
    ]
    if total.messages:
        yield w["messages" if told else "same_messages"].format(
            differing=exact(differing(total.messages)),
            total=exact(total.messages.total()),
            items=joined(told),
        )
    if total.message_kinds:
        yield w["message_kinds"].format(count=exact(total.message_kinds))
    if total.sentences:
        yield w["sentences"].format(
            total=exact(total.sentences.total()), differing=exact(differing(total.sentences))
        )
    if alike := total.sentences["rounded"]:
        yield w["rounded"].format(count=exact(alike))
    for key, counts in (
        ("sides", (total.gone, total.new)),
        ("estimates", (total.lost, total.gained)),
    ):
        found = [
            w["side_item"].format(count=exact(count), side=side)
            for count, side in zip(counts, names.phrase, strict=True)
            if count
        ]
        if found:
            yield w[key].format(items=joined(found))
    if total.kinds:
        short = report_words.words()["short_kinds"]
        told = [
            w["kind_item"].format(old=short[old], new=short[new], count=exact(count))
            for (old, new), count in grids.ranked(total.kinds)[:NAMED]
        ]
        yield w["kinds"].format(count=exact(total.kinds.total()), items=joined(told))
    large = sorted(
        ((tally([item]).large, item.new.title) for item in items), key=lambda entry: -entry[0]
    )
    most = [entry for entry in large if entry[0]][:NAMED]
    if most and len(items) > 1:
        named = [w["most_item"].format(title=title, count=exact(count)) for count, title in most]
        yield w["most"].format(items=joined(named))


def _sizes(total: Tally) -> str:
    w = words()["summary"]
    if not total.small:
        return w["no_sizes"]
    large = exact(total.large) if total.large else w["none"]
    return w["sizes"].format(small=exact(total.small), large=large)


def read(comparison: Comparison, total: Tally, names: Names) -> Iterator[Refusal]:
    """Say how the differences are to be read: their causes, and what could not be compared."""
    w = words()["read"]
    for cause in words()["causes"] | {"mirrored": ""}:
        parted = total.parted if cause == "both" else 0
        if parted:
            why = w["parted"]["why"].format(count=exact(parted))
            yield Refusal(w["parted"]["claim"], why)
        if count := total.causes[cause] - parted:
            yield Refusal(w[cause]["claim"], w[cause]["why"].format(count=exact(count)))
    yield from _builds(comparison)
    if len(comparison.briefings) > 1:
        yield Refusal(w["repeated"]["claim"], w["repeated"]["why"])
    for name, found in (
        ("only_old", comparison.only_old),
        ("only_new", comparison.only_new),
        ("failures", [f"{slug}: {why}" for slug, why in comparison.failures.items()]),
    ):
        if found:
            claim = w[name]["claim"].format(**names.phrases)
            yield Refusal(claim, w[name]["why"].format(items=", ".join(found).rstrip(".")))


def _builds(comparison: Comparison) -> Iterator[Refusal]:
    """Say what is known of two builds: of which roundtables, and from which tables."""
    w = words()["read"]
    for name, (old, new) in (
        ("roundtables", comparison.roundtables),
        ("other_tables", comparison.tables),
    ):
        if old and new and old != new:
            yield Refusal(w[name]["claim"], w[name]["why"].format(old=old, new=new))
    old, new = comparison.tables
    if old and old == new:
        yield Refusal(w["same_tables"]["claim"], w["same_tables"]["why"])
