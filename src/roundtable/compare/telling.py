"""A comparison in words and tables."""

from collections import Counter
from collections.abc import Iterator

from roundtable.compare import grids
from roundtable.compare.changes import Change
from roundtable.compare.comparison import Compared, Comparison, Tally, differing, tally
from roundtable.compare.drafted import SUFFIX
from roundtable.compare.printing import legend, marked, value
from roundtable.compare.sentences import Pair
from roundtable.compare.sides import Names, names_of
from roundtable.export.comparing import Beside, Briefing, Comparing, Row, words
from roundtable.export.report import Refusal
from roundtable.export.report import words as report_words
from roundtable.export.report.words import exact, joined, share

MORE = ("wording", "new", "gone")
"""Differences in more than figures."""

NAMED = 5
"""Briefings and kinds that a sentence names."""


def document(comparison: Comparison, *, session: str = "", language: str = "en") -> Comparing:
    """Put a comparison into words and tables.

    Parameters
    ----------
    comparison
        Two sides.
    session
        Title of the roundtable, where it is known.
    language
        Language of the briefings; the words around them are English.

    Returns
    -------
    Comparing
    """
    w, items = words(), comparison.briefings
    total, paper = tally(items), _paper(items)
    names = names_of(comparison)
    key = "subtitle_year" if names.year else "subtitle"
    many = w["briefings"].format(count=exact(len(items)))
    briefings = w["one_briefing"] if len(items) == 1 else many
    subtitle = w[key].format(briefings=briefings, year=names.year)
    return Comparing(
        title=w["title"].format(old=names.title[0], new=names.title[1]),
        subtitle=w["session"].format(session=session, subtitle=subtitle) if session else subtitle,
        said=tuple(_said(items, total, names, paper)),
        read=tuple(_read(comparison, total, names)),
        overview=grids.overview(items),
        largest=tuple(grids.largest(items, names, language=language)),
        kinds=grids.kinds(total, names),
        messages=tuple(
            _beside(pair, part=item.new.title, slug=item.new.slug)
            for item in items
            for pair in item.pairs
            if pair.is_message and pair.difference in MORE and item is not paper
        ),
        paper=_sentences(paper) if paper else (),
        briefings=tuple(
            _briefing(item, names, language=language, above=item is paper) for item in items
        ),
        legend=legend([one for item in items for one in _shown(item)], language=language),
        words={
            **w,
            "briefing": {
                name: names.heads(text) if isinstance(text, list) else text
                for name, text in w["briefing"].items()
            },
        },
    )


def _paper(items: tuple[Compared, ...]) -> Compared | None:
    """Find the background paper; alone, it stands open among the briefings like any other."""
    found = (item for item in items if item.new.theme == "background_paper")
    return next(found, None) if len(items) > 1 else None


def _said(
    items: tuple[Compared, ...], total: Tally, names: Names, paper: Compared | None
) -> Iterator[str]:
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


def _read(comparison: Comparison, total: Tally, names: Names) -> Iterator[Refusal]:
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


def _shown(item: Compared) -> list[Change]:
    return [change for change in item.facts.changes if change.cause != "mirrored"]


def _sentences(item: Compared) -> tuple[Beside, ...]:
    return tuple(
        _beside(pair, part=_part(pair, item)) for pair in item.pairs if pair.reads_differently
    )


def _briefing(item: Compared, names: Names, *, language: str, above: bool) -> Briefing:
    """Tell what changed in a briefing; its sentences may stand above."""
    w, own = words()["briefing"], tally([item])
    sides = zip(names.phrase, (item.facts.gone, item.facts.new), strict=True)
    return Briefing(
        slug=item.new.slug,
        title=item.new.title,
        summary=w["summary"].format(
            changed=exact(own.changed),
            shared=exact(own.shared),
            messages=exact(differing(own.messages)),
            total=exact(own.messages.total()),
        ),
        sentences=() if above else _sentences(item),
        above=above,
        facts=tuple(_row(change, language=language) for change in _shown(item)),
        one_side=tuple(
            Row(
                name=fact["definition"],
                id=fact["id"],
                cells=(side, value(fact, language=language)),
            )
            for side, facts in sides
            for fact in facts
        ),
    )


def _row(change: Change, *, language: str) -> Row:
    return Row(
        name=change.new["definition"],
        id=change.id,
        cells=grids.cells(change, language=language),
    )


def _beside(pair: Pair, *, part: str, slug: str = "") -> Beside:
    old, new = (side.text if side else "" for side in (pair.old, pair.new))
    pieces = marked(old, new) if old and new else (((old, False),), ((new, False),))
    first, second = (
        pieces_of if text else () for pieces_of, text in zip(pieces, (old, new), strict=True)
    )
    return Beside(part=part, slug=slug, old=first, new=second)


def _part(pair: Pair, item: Compared) -> str:
    headings = {**item.old.headings, **item.new.headings}
    cell = pair.section.removesuffix(SUFFIX)
    part = headings.get(cell, cell)
    return words()["briefing"]["drafted"].format(part=part) if cell != pair.section else part
