"""A comparison in words and tables."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from roundtable.compare.changes import Change, number
from roundtable.compare.comparison import Compared, Comparison, Tally, differing, tally
from roundtable.compare.editions import is_edition
from roundtable.compare.naming import subject
from roundtable.compare.printing import difference, marked, marks, ratio, value
from roundtable.compare.sentences import Pair
from roundtable.export.comparing import Beside, Briefing, Comparing, Row, words
from roundtable.export.report import Grid, Refusal
from roundtable.export.report import words as report_words
from roundtable.export.report.words import exact, joined, share

MOST = 12
"""Rows of the tables of the largest changes: both fit on a page."""

LEAST = 10_000
"""People on the larger side from which on a ratio is listed: of a few hundred, any is large."""

STOCKS = ("corridor_stock", "immigrant_stock", "emigrant_stock")
"""Base indicators: what spaces and classes of ties hold is a sum of them."""

LIKE_WITH_LIKE = ("revision", "stock", "data")
"""Causes of changes that are worth a rank: one quantity, counted on both sides."""

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
    names = _names(comparison)
    key = "subtitle_year" if names.year else "subtitle"
    many = w["briefings"].format(count=exact(len(items)))
    briefings = w["one_briefing"] if len(items) == 1 else many
    subtitle = w[key].format(briefings=briefings, year=names.year)
    return Comparing(
        title=w["title"].format(old=names.title[0], new=names.title[1]),
        subtitle=w["session"].format(session=session, subtitle=subtitle) if session else subtitle,
        said=tuple(_said(items, total, names)),
        read=tuple(_read(comparison, total, names)),
        overview=_overview(items),
        largest=tuple(_largest(items, names, language=language)),
        kinds=_kinds(total, names),
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


@dataclass(frozen=True)
class Names:
    """What the two sides are called: in a title, in a sentence, at the head of a column."""

    title: tuple[str, str]
    phrase: tuple[str, str]
    year: str = ""

    @property
    def phrases(self) -> dict[str, str]:
        """The names for sentences."""
        return dict(zip(("old", "new"), self.phrase, strict=True))

    def heads(self, columns: list[str]) -> tuple[str, ...]:
        """Put the names into the heads of columns."""
        old, new = (name[4].upper() + name[5:] for name in self.phrase)
        return tuple(column.format(old=old, new=new) for column in columns)


def _names(comparison: Comparison) -> Names:
    """Name both sides; a year that they share is named once."""
    w = words()
    parts = [name.partition(":") for name in (comparison.old, comparison.new)]
    if not all(is_edition(edition) and year for edition, _, year in parts):
        old, new = (w["build"].format(name=name) for name in (comparison.old, comparison.new))
        return Names((old, new), (w["old_build"], w["new_build"]))
    years = {year for _, _, year in parts}
    key = "edition" if len(years) == 1 else "edition_year"
    old, new = (
        w[key].format(edition=report_words.edition(edition), year=year)
        for edition, _, year in parts
    )
    return Names((old, new), (old, new), years.pop() if len(years) == 1 else "")


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
            for (old, new), count in _ranked(total.kinds)[:NAMED]
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


def _overview(items: tuple[Compared, ...]) -> Grid:
    w, rows = words()["overview"], []
    for item in items:
        own = tally([item])
        counts = (own.shared, own.changed, own.small, own.large, own.new, own.gone)
        messages = w["messages"].format(
            differing=exact(differing(own.messages)), total=exact(own.messages.total())
        )
        rows.append((item.new.title, *map(exact, counts), messages))
    return Grid(caption=w["caption"], head=tuple(w["columns"]), rows=tuple(rows), note=w["note"])


def _largest(items: tuple[Compared, ...], names: Names, *, language: str) -> Iterator[Grid]:
    """List the largest differences and ratios of corridors and countries, each figure once."""
    w, found = words()["largest"], {}
    for item in items:
        for change in item.changes:
            if change.new["indicator"] in STOCKS and change.cause in LIKE_WITH_LIKE:
                found.setdefault((change.new["indicator"], subject(change.new)), change)
    sure = [change for change in found.values() if max(_both(change)) >= LEAST]
    for caption, changes in (
        (w["persons"], sorted(found.values(), key=lambda one: -abs(one.difference or 0))),
        (w["ratios"].format(least=exact(LEAST)), sorted(sure, key=lambda one: -(one.excess or 0))),
    ):
        if changes:
            yield Grid(
                caption=caption,
                head=names.heads(w["columns"]),
                rows=tuple(
                    (
                        _figure(change),
                        *_cells(change, language=language),
                    )
                    for change in changes[:MOST]
                ),
                note=w["note"],
                words=frozenset({0, 5}),
            )


def _figure(change: Change) -> str:
    """Name a stock by its corridor or country."""
    given = change.new["arguments"]
    ends = [given[end] for end in ("origin", "destination") if end in given]
    place = report_words.place(ends[0]) if len(ends) == 1 else subject(change.new)
    return words()["largest"]["figures"][change.new["indicator"]].format(place=place)


def _both(change: Change) -> tuple[float, float]:
    return number(change.old) or 0.0, number(change.new) or 0.0


def _kinds(total: Tally, names: Names) -> Grid | None:
    w, short = words()["kinds"], report_words.words()["short_kinds"]
    rows = tuple(
        (short[old], short[new], exact(count)) for (old, new), count in _ranked(total.kinds)
    )
    grid = Grid(
        caption=w["caption"],
        head=names.heads(w["columns"]),
        rows=rows,
        words=frozenset({0, 1}),
    )
    return grid if rows else None


def _ranked(counts: Counter[tuple[str, str]]) -> list[tuple[tuple[str, str], int]]:
    return sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))


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
        cells=_cells(change, language=language),
    )


def _cells(change: Change, *, language: str) -> tuple[str, ...]:
    return (
        value(change.old, language=language),
        value(change.new, language=language),
        difference(change, language=language),
        ratio(change),
        marks(change),
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
