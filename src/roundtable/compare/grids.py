"""The tables of a comparison."""

from collections import Counter
from collections.abc import Iterator

from roundtable.compare.changes import Change, number
from roundtable.compare.comparison import Compared, Tally, differing, tally
from roundtable.compare.naming import phrase, subject
from roundtable.compare.printing import difference, legend, marks, ratio, value
from roundtable.compare.sides import Names
from roundtable.export.comparing import words
from roundtable.export.report import Grid
from roundtable.export.report import words as report_words
from roundtable.export.report.words import exact
from roundtable.places.names import WORLD

MOST = 12
"""Rows of the tables of the largest changes: both fit on a page."""

LEAST = 10_000
"""People on the larger side from which on a ratio is listed: of a few hundred, any is large."""

STOCKS = ("corridor_stock", "immigrant_stock", "emigrant_stock")
"""Base indicators: what spaces and classes of ties hold is a sum of them."""

LIKE_WITH_LIKE = ("revision", "stock", "data")
"""Causes of changes that are worth a rank: one quantity, counted on both sides. Of those by another
edition and year, these are worth it whose two parts are told apart."""


def overview(items: tuple[Compared, ...]) -> Grid:
    """Count by briefing."""
    w, rows = words()["overview"], []
    for item in items:
        own = tally([item])
        counts = (own.shared, own.changed, own.small, own.large, own.new, own.gone)
        messages = w["messages"].format(
            differing=exact(differing(own.messages)), total=exact(own.messages.total())
        )
        rows.append((item.new.title, *map(exact, counts), messages))
    return Grid(caption=w["caption"], head=tuple(w["columns"]), rows=tuple(rows), note=w["note"])


def largest(items: tuple[Compared, ...], names: Names, *, language: str) -> Iterator[Grid]:
    """List the largest differences and ratios of corridors and countries, each figure once.

    They are of the year of their briefing: a figure that it tells of an earlier year would stand
    twice.
    """
    w, found = words()["largest"], {}
    for item in items:
        for change in item.changes:
            indicator, year = change.new["indicator"], change.new["arguments"].get("year")
            told = change.cause in LIKE_WITH_LIKE or change.steps
            if indicator in STOCKS and told and year == item.new.year:
                found.setdefault((indicator, subject(change.new)), change)
    sure = [change for change in found.values() if max(_both(change)) >= LEAST]
    by_size = sorted(found.values(), key=lambda one: -abs(one.difference or 0))
    by_ratio = sorted(sure, key=lambda one: -(one.excess or 0))
    for caption, changes in (
        (w["persons"], by_size),
        # Where the first table has room for all of them, another order tells nothing new.
        (w["ratios"].format(least=exact(LEAST)), by_ratio if len(by_size) > MOST else []),
    ):
        if changes:
            yield Grid(
                caption=caption,
                head=names.heads(w["columns"]),
                rows=tuple(
                    (
                        _figure(change),
                        *cells(change, language=language),
                    )
                    for change in changes[:MOST]
                ),
                note=" ".join((w["note"], legend(changes[:MOST], language=language))).strip(),
                words=frozenset({0, 5}),
            )


def _figure(change: Change) -> str:
    """Name a stock by its corridor or country."""
    given = change.new["arguments"]
    ends = [given[end] for end in ("origin", "destination") if end in given]
    figures = words()["largest"]["figures"]
    if ends == [WORLD]:
        return figures["world"]
    place = phrase(ends[0]) if len(ends) == 1 else subject(change.new)
    return figures[change.new["indicator"]].format(place=place)


def _both(change: Change) -> tuple[float, float]:
    return number(change.old) or 0.0, number(change.new) or 0.0


def kinds(total: Tally, names: Names) -> Grid | None:
    """Count facts by old and new kind; None where no kind changed."""
    w, short = words()["kinds"], report_words.words()["short_kinds"]
    rows = tuple(
        (short[old], short[new], exact(count)) for (old, new), count in ranked(total.kinds)
    )
    grid = Grid(
        caption=w["caption"],
        head=names.heads(w["columns"]),
        rows=rows,
        words=frozenset({0, 1}),
    )
    return grid if rows else None


def ranked(counts: Counter[tuple[str, str]]) -> list[tuple[tuple[str, str], int]]:
    """Return changes of kind, the most frequent first."""
    return sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))


def cells(change: Change, *, language: str) -> tuple[str, ...]:
    """Print old and new value, difference, ratio and what kind of change it is."""
    return (
        value(change.old, language=language),
        value(change.new, language=language),
        difference(change, language=language),
        ratio(change),
        marks(change, language=language),
    )
