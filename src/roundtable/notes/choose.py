"""Which figures may be quoted, which had better not be, and why: by rule, never by hand."""

from collections.abc import Iterable, Iterator
from itertools import chain, zip_longest

from roundtable.notes.figure import Figure
from roundtable.reliability import REVISED

SMALLEST = 1000
"""Persons from which on a stock is worth a place in a speech: below it, the three figures that
are printed would promise more than a register or a sample of that size carries."""

BESIDE = ("citizens", "territory", "refugees_inside")
"""Flags that say whom a figure counts: it may be quoted if that is said beside it."""

REASONS = ("not-listed", "disputed", "carried-forward", "rebased")
"""Why a figure is sensitive: is there one at all, do the editions agree, is it of its year, can
it be set beside an earlier one."""


def is_safe(figure: Figure) -> bool:
    """Tell whether a figure can be quoted as it stands.

    Its kind is *measured*, both editions give it and differ by 5% at most in the last common
    year, no flag is on it, and the count of its destination did not break in the past twenty
    years.
    """
    return agrees(figure) and not figure.flags and figure.recounted is None


def is_safe_with_a_word(figure: Figure) -> bool:
    """Tell whether a figure can be quoted with a word on whom it counts."""
    return (
        agrees(figure)
        and bool(figure.flags)
        and set(figure.flags) <= set(BESIDE)
        and figure.recounted is None
    )


def agrees(figure: Figure) -> bool:
    """Tell whether a figure is measured, and both editions give nearly the same."""
    return (
        figure.kind == "measured"
        and figure.excess is not None
        and figure.excess <= REVISED
        and figure.size >= SMALLEST
    )


def reason(figure: Figure) -> str | None:
    """Return why a figure is sensitive, the first of `REASONS` that holds; None where none does."""
    if figure.kind in REASONS:
        return figure.kind
    if figure.rebased is not None:
        return "rebased"
    return None


def quotable(figures: Iterable[Figure], *, most: int) -> tuple[list[Figure], list[Figure]]:
    """Choose the figures to quote.

    Parameters
    ----------
    figures
        In the order of preference.
    most
        How many in all.

    Returns
    -------
    tuple of two lists of Figure
        Those that are safe as they stand; and, where they are fewer than `most`, those that
        need a word beside them.
    """
    figures = list(figures)
    safe = [figure for figure in figures if is_safe(figure)][:most]
    more = [figure for figure in figures if is_safe_with_a_word(figure)]
    return safe, more[: most - len(safe)]


def sensitive(figures: Iterable[Figure], *, each: int) -> dict[str, list[Figure]]:
    """Return the figures that invite an objection.

    Parameters
    ----------
    figures
        In the order of preference.
    each
        How many for each reason.

    Returns
    -------
    dict of str to list of Figure
        By reason, in the order of `REASONS`; reasons without a figure are left out. Figures
        below `SMALLEST` are not among them, unless they are of the session.
    """
    found: dict[str, list[Figure]] = {name: [] for name in REASONS}
    for figure in figures:
        why = reason(figure)
        if why and (figure.of_session or figure.size >= SMALLEST):
            found[why].append(figure)
    return {name: items[:each] for name, items in found.items() if items}


def to_avoid(figures: Iterable[Figure], *, most: int) -> list[tuple[str, Figure]]:
    """Choose figures to avoid: one for each reason first, so that they do not say the same.

    Parameters
    ----------
    figures
        In the order of preference.
    most
        How many in all.

    Returns
    -------
    list of tuple of str and Figure
        Reason and figure.
    """
    return list(_in_turn(sensitive(figures, each=most)))[:most]


def _in_turn(by_reason: dict[str, list[Figure]]) -> Iterator[tuple[str, Figure]]:
    named = [[(why, item) for item in items] for why, items in by_reason.items()]
    return (pair for pair in chain.from_iterable(zip_longest(*named)) if pair)
