"""The table of a country's largest corridors."""

from collections.abc import Iterable, Mapping
from itertools import pairwise

from roundtable.export.report.document import Grid
from roundtable.export.report.words import (
    changes,
    edition,
    exact,
    flags,
    growth,
    place_short,
    words,
)
from roundtable.reliability.report import CountryReport
from roundtable.reliability.report.ends import End
from roundtable.reliability.report.lines import Line


def largest(report: CountryReport, end: End, own: Mapping[str, str]) -> Grid:
    """Show the largest corridors of one end, with what may be told of them.

    Parameters
    ----------
    report
        The report.
    end
        One of its ends.
    own
        Words for this end.

    Returns
    -------
    Grid
    """
    w = words()
    columns = w["columns"]
    years = report.destination or report.origin
    every = sorted(years.persons[report.edition])
    last = [pair for pair in pairwise(every) if pair[1] == report.year]
    start = last[0][0] if last else report.year
    head = [columns[end.by], str(report.year)]
    if report.common != report.year:
        head.append(columns["in_edition"].format(report.common, edition(report.edition)))
    head.append(columns["in_edition"].format(report.common, edition(report.other)))
    head += [columns["kind"], columns["flags"]]
    head += [columns["refugees"], columns["change"].format(start=start, end=report.year)]
    return Grid(
        caption=own["largest"].format(year=report.year),
        head=(*head, columns["both"]),
        rows=tuple(_row(report, line, told=_of_all(end.lines)) for line in end.lines),
        note=w["largest_note"],
        words=frozenset({0, *range(len(head) - 4, len(head) - 2), len(head) - 1, len(head)}),
    )


def _of_all(lines: Iterable[Line]) -> set[str]:
    """Return the flags that every line has: they are told once, above."""
    return set.intersection(*(set(line.flags) for line in lines))


def _row(report: CountryReport, line: Line, *, told: set[str]) -> tuple[str, ...]:
    w = words()
    beside = [w["short_flags"][flag] for flag in line.flags if flag not in {*_TOLD_BY_KIND, *told}]
    under = line.refugees
    people = exact(under.persons) if under is not None and under.persons else ""
    if under is not None and under.exceeds:
        people = f"> {exact(line.persons)}"
    common = [exact(line.common)] if report.common != report.year else []
    return (
        place_short(line.place),
        exact(line.persons),
        *common,
        exact(line.other),
        w["short_kinds"][line.kind],
        ", ".join(beside),
        people,
        growth(line.latest),
        _both(line),
    )


_TOLD_BY_KIND = ("disputed", "frozen", "refugees_inside")
"""Flags that another column of the same row shows."""


def _both(line: Line) -> str:
    """Print the growth that both editions carry, or why they carry none."""
    if line.both is None:
        short = words()["short_flags"]
        return "\N{EN DASH} " + ", ".join(dict.fromkeys(short[flag] for flag in line.against))
    years = f"{line.period[0]}\N{EN DASH}{line.period[1]}: "
    if any(verdict.value is None for verdict in line.growth):
        return years + flags(line.both)
    shown = changes(verdict.value for verdict in line.growth)
    return years + " / ".join(dict.fromkeys(shown))
