"""Compute two editions of many briefings with several processes."""

from collections.abc import Callable
from typing import Any

from roundtable import processes
from roundtable.compare.editions import Choice, tell
from roundtable.compare.version import Side, Version
from roundtable.errors import message_of
from roundtable.roundtables import Wanted

Work = tuple[str, str, dict[str, Any], tuple[Choice, ...]]
"""Slug, theme, parameters without year and edition, and the sides."""

ENDED = "The process that computed it ended. Try again with --workers 1."


def compute(
    wanted: list[tuple[str, Wanted]],
    sides: tuple[Choice, ...],
    *,
    language: str,
    workers: int = 1,
    report: Callable[[str], None] = lambda slug: None,
) -> tuple[Side, ...]:
    """Compute briefings with two editions, or two and what stands between.

    Parameters
    ----------
    wanted
        Theme and briefing, as from `roundtables.pairs`.
    sides
        The editions with their years.
    language
        Language of the texts.
    workers
        Number of processes; with one, everything is computed in this process.
    report
        Called with the slug of each briefing that is done.

    Returns
    -------
    tuple of Side
        In the order of the choices. A briefing that fails on one side is in the failures of that
        side, and does not stop the others.
    """
    works = [
        (item.slug, theme, {**item.parameters, "language": language}, sides)
        for theme, item in wanted
    ]
    results: dict[str, tuple[Version | str, ...]] = {}
    if min(workers, len(works)) <= 1:
        for work in works:
            results[work[0]] = each(work)
            report(work[0])
    else:
        # Half a comparison is of no use: after Ctrl-C none of it is finished.
        for work, told in processes.results(each, works, workers=workers, finish=False):
            results[work[0]] = told or (ENDED,) * len(sides)
            report(work[0])
    return tuple(
        _side(str(choice), [(work[0], results[work[0]][at]) for work in works], language)
        for at, choice in enumerate(sides)
    )


def each(work: Work) -> tuple[Version | str, ...]:
    """Compute one briefing on every side; a message stands for one that failed."""
    slug, theme, parameters, sides = work
    return tuple(
        _attempt(slug, theme, {**parameters, "year": side.year, "edition": side.edition})
        for side in sides
    )


def _attempt(slug: str, theme: str, parameters: dict[str, Any]) -> Version | str:
    try:
        return tell(slug, theme, parameters)
    except Exception as error:
        return message_of(error)


def _side(name: str, results: list[tuple[str, Version | str]], language: str) -> Side:
    return Side(
        name=name,
        language=language,
        briefings={slug: item for slug, item in results if isinstance(item, Version)},
        failures={slug: item for slug, item in results if isinstance(item, str)},
    )
