"""A comparison in words and tables."""

from collections import Counter
from collections.abc import Iterator

from roundtable.compare import grids
from roundtable.compare.changes import Change
from roundtable.compare.comparison import Compared, Comparison, Tally, differing, tally
from roundtable.compare.printing import marked, value
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
    total = tally(items)
    names = names_of(comparison)
    key = "subtitle_year" if names.year else "subtitle"
    many = w["briefings"].format(count=exact(len(items)))
    briefings = w["one_briefing"] if len(items) == 1 else many
    subtitle = w[key].format(briefings=briefings, year=names.year)
    return Comparing(
        title=w["title"].format(old=names.title[0], new=names.title[1]),
        subtitle=w["session"].format(session=session, subtitle=subtitle) if session else subtitle,
        said=tuple(_said(items, total, names)),
        read=tuple(_read(comparison, total, names)),
        overview=grids.overview(items),
        largest=tuple(grids.largest(items, names, language=language)),
        kinds=grids.kinds(total, names),
        messages=tuple(
            _beside(pair, part=item.new.title, slug=item.new.slug)
            for item in items
            for pair in item.pairs
            if pair.is_message and pair.difference in MORE
        ),
        briefings=tuple(_briefing(item, names, language=language) for item in items),
        words={
            **w,
            "briefing": {
                name: names.heads(text) if isinstance(text, list) else text
                for name, text in w["briefing"].items()
            },
        },
    )


def _said(items: tuple[Compared, ...], total: Tally, names: Names) -> Iterator[str]:
    w, sides = words()["summary"], names.phrases
    if total.changed:
        yield w["facts"].format(
            changed=exact(total.changed),
            shared=exact(total.shared),
            share=share(total.changed / total.shared),
            small=exact(total.small),
            large=exact(total.large),
            alike=exact(total.alike),
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
    yield w["messages"].format(
        differing=exact(differing(total.messages)),
        total=exact(total.messages.total()),
        added=exact(total.messages["new"]),
        **{name: exact(total.messages[name]) for name in ("figures", "wording", "gone")},
        **sides,
    )
    if total.message_kinds:
        yield w["message_kinds"].format(count=exact(total.message_kinds))
    yield w["sentences"].format(
        total=exact(total.sentences.total()),
        differing=exact(differing(total.sentences)),
        rounded=exact(total.sentences["rounded"]),
    )
    if total.new or total.gone:
        yield w["sides"].format(added=exact(total.new), gone=exact(total.gone), **sides)
    if total.gained or total.lost:
        yield w["estimates"].format(gained=exact(total.gained), lost=exact(total.lost), **sides)
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


def _read(comparison: Comparison, total: Tally, names: Names) -> Iterator[Refusal]:
    w = words()["read"]
    for cause in words()["causes"] | {"mirrored": ""}:
        if total.causes[cause]:
            count = exact(total.causes[cause])
            yield Refusal(w[cause]["claim"], w[cause]["why"].format(count=count))
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


def _briefing(item: Compared, names: Names, *, language: str) -> Briefing:
    w, own = words()["briefing"], tally([item])
    shown = [change for change in item.facts.changes if change.cause != "mirrored"]
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
        sentences=tuple(
            _beside(pair, part=_part(pair, item)) for pair in item.pairs if pair.reads_differently
        ),
        facts=tuple(_row(change, language=language) for change in shown),
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
    return headings.get(pair.section, pair.section)
