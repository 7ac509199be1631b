"""What can be said of a country, a sentence each."""

from collections.abc import Iterator

from roundtable.export.report.words import (
    change,
    changes,
    counted,
    edition,
    exact,
    joined,
    named,
    persons,
    place,
    share,
    some,
    who,
    words,
)
from roundtable.reliability import REVISED
from roundtable.reliability.report import CountryReport
from roundtable.reliability.report.ends import End
from roundtable.reliability.report.lines import Line
from roundtable.reliability.statements import SMALLEST_BASE


def said(report: CountryReport) -> tuple[str, ...]:
    """List what can be said of a country, a sentence each."""
    return (*_of_destination(report), *_of_origin(report), *_turns(report))


def _of_destination(report: CountryReport) -> Iterator[str]:
    w, end = words()["said_in"], report.destination
    if end is None or report.edition not in report.counting:
        return
    yield w["level"].format(
        year=report.year,
        persons=persons(end.persons[report.edition][report.year]),
        who=who(report.counting[report.edition]),
        place=place(report.country),
        edition=edition(report.edition),
    )
    yield from _agreement(report, end)
    yield from _of_end(report, end, "into")


def _agreement(report: CountryReport, end: End) -> Iterator[str]:
    w = words()["said_in"]
    mine, theirs = (
        end.persons.get(name, {}).get(report.common) for name in (report.edition, report.other)
    )
    if not mine or not theirs:
        return
    if mine == theirs:
        yield w["same"].format(year=report.common, total=exact(mine))
        return
    gap = max(mine, theirs) / min(mine, theirs) - 1
    yield w["agree" if gap <= REVISED else "differ"].format(
        year=report.common,
        gap=share(max(gap, 0.001)),
        mine=persons(mine),
        theirs=persons(theirs),
        edition=edition(report.edition),
        other=edition(report.other),
    )


def _of_origin(report: CountryReport) -> Iterator[str]:
    w, end = words()["said_in"], report.origin
    if end is None or report.edition not in end.persons:
        return
    yield w["emigrants"].format(
        year=report.year,
        persons=persons(end.persons[report.edition][report.year]),
        place=place(report.country),
        count=exact(end.listed[report.edition]),
        edition=edition(report.edition),
    )
    yield from _of_end(report, end, "out")


def _of_end(report: CountryReport, end: End, way: str) -> Iterator[str]:
    """Yield what is told of the largest corridors: ranks, growth, what is new, refugees."""
    w = words()["said_in"]
    ranks = end.ranks
    if ranks:
        yield w[f"rank_{way}" + ("_one" if len(ranks) == 1 else "")].format(
            year=report.common, count=counted(len(ranks)), places=named(ranks)
        )
    grown = [line for line in end.lines if line.growth and _told(line)]
    for key, lines in (
        ("growth", [line for line in grown if line.both.told and not _same(line)]),
        ("same", [line for line in grown if _same(line)]),
        ("named", [line for line in grown if not line.both.told]),
    ):
        if lines:
            yield w[f"{key}_{way}"].format(items=some([_growth(line) for line in lines]))
    years = sorted(end.persons[report.edition])
    before = [year for year in years if year < report.year]
    latest = [line for line in end.lines if _latest_told(line)]
    if latest and before:
        items = [f"{place(line.place)} {change(line.latest.value)}" for line in latest]
        yield w[f"latest_{way}"].format(
            start=before[-1],
            end=report.year,
            edition=edition(report.edition),
            items=some(items),
        )
    new = [line for line in end.lines if line.emerged.value is not None]
    if new:
        yield w[f"new_{way}"].format(
            start=new[0].emerged.value.start, items=joined(_new(line) for line in new)
        )
    held = [line for line in end.lines if _held(line)]
    if held:
        items = (
            w["share_item"].format(
                place=place(line.place),
                persons=exact(line.refugees.at_least),
                share=share(line.refugees.share),
            )
            for line in held
        )
        yield w[f"refugees_{way}"].format(year=report.year, items=joined(items))


UNSETTLED = 2
"""Times by which a corridor has to grow or shrink to be told of an interval in which most
origins of the destination left their course; those in Brazil rose up to 2.2 times in 2024."""


def _latest_told(line: Line) -> bool:
    """Tell whether the change over the last interval is worth telling from one edition.

    What the editions dispute in the year before is no base, nor are a few hundred people; and
    beside a common break only what is as large as such a break is told.
    """
    ratio = line.latest.value
    if ratio is None or "disputed" in line.flags or line.persons < SMALLEST_BASE * ratio:
        return False
    return not line.unsettled or max(ratio, 1 / ratio) >= UNSETTLED


def _told(line: Line) -> bool:
    return all(verdict.value is not None for verdict in line.growth)


def _same(line: Line) -> bool:
    """Tell whether one edition repeats the other's growth: then agreeing confirms nothing."""
    return len({verdict.value for verdict in line.growth}) == 1


def _held(line: Line) -> bool:
    return "refugees_inside" in line.flags and line.refugees.at_least is not None


def _growth(line: Line) -> str:
    """Print growth over the years that both editions carry."""
    values = changes(verdict.value for verdict in line.growth)
    shown = " or ".join(dict.fromkeys(values)) if line.both.told else ", ".join(values)
    years = f"{line.period[0]}\N{EN DASH}{line.period[1]}"
    return f"{place(line.place)} {years} ({shown})"


def _new(line: Line) -> str:
    found = line.emerged.value
    key = "driven" if found.driven_by_refugees else "new_item"
    return words()["said_in"][key].format(
        place=place(line.place), before=exact(found.before), after=exact(found.after)
    )


def _turns(report: CountryReport) -> Iterator[str]:
    for partner, found in report.turns:
        way = "out" if found.after > 0 else "into"
        yield words()["said_in"][f"turn_{way}"].format(
            place=place(report.country), other=place(partner), start=found.start, end=found.end
        )
