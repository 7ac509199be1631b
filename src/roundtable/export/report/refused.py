"""What cannot be said of a country, and why."""

from collections.abc import Callable, Iterable, Iterator

from roundtable.export.report.document import Refusal
from roundtable.export.report.words import (
    edition,
    exact,
    joined,
    named,
    numbered,
    persons,
    place,
    sentence,
    share,
    who,
    words,
)
from roundtable.reliability.report import CountryReport
from roundtable.reliability.report.ends import End
from roundtable.reliability.report.intervals import Interval

UNKNOWN = 0.05
"""Share of unknown origin from which on no share by origin goes without a bound."""

SMALL_GAP = 0.01
"""Share of the emigrants below which an unlisted part leaves their total and shares usable."""

UNRWA = ("JOR", "LBN", "SYR", "PSE")
"""Places of asylum where UNRWA, and not UNHCR, counts Palestine refugees."""


def refused(report: CountryReport) -> tuple[Refusal, ...]:
    """List what cannot be said of a country, each with the reason."""
    found = [*_broken(report), *_carried(report)]
    if report.destination is not None:
        end = report.destination
        found += [*_order(report, end, "into"), *_disputed(report, end, "into")]
        found += _not_listed_into(report)
        found += [*_whom(report), *_twice(report), *_exceeding(end, "exceed")]
        found += _palestinians(report)
    if report.origin is not None:
        end = report.origin
        found += [*_order(report, end, "out"), *_disputed(report, end, "out")]
        found += _not_listed_out(report)
        found += _exceeding(report.origin, "exceed_out")
    return (*found, *_older(report))


def _refusal(key: str, **filled: object) -> Refusal:
    w = words()["not_said_in"]
    why = w.get(f"{key}_why") or w[f"{key.rsplit('_', 1)[0]}_why"]
    return Refusal(sentence(w[key].format(**filled)), sentence(why.format(**filled)))


def _years(intervals: Iterable[Interval]) -> str:
    """Name intervals, those that follow each other as one."""
    runs: list[list[int]] = []
    for interval in intervals:
        if runs and runs[-1][1] == interval.start:
            runs[-1][1] = interval.end
        else:
            runs.append([interval.start, interval.end])
    return joined(words()["from_to"].format(start=start, end=end) for start, end in runs)


def _carried(report: CountryReport) -> Iterator[Refusal]:
    for name in (report.edition, report.other):
        mine = [interval for interval in report.intervals if interval.edition == name]
        frozen = [interval for interval in mine if interval.state == "frozen"]
        if frozen:
            yield _refusal("frozen", years=_years(frozen), edition=edition(name))
        copied = [interval for interval in mine if interval.state == "copied"]
        if copied:
            yield _refusal(
                "copied",
                years=_years(copied),
                last=_years(copied[-1:]),
                edition=edition(name),
                own=named(copied[-1].own) or words()["count_words"][0],
            )


def _broken(report: CountryReport) -> Iterator[Refusal]:
    # The report's edition first, and its latest interval: that is what is asked for most.
    for interval in sorted(report.intervals, key=_latest_first(report)):
        if interval.broken:
            yield _refusal(
                "rebased",
                years=_years([interval]),
                edition=edition(interval.edition),
                places=named(interval.broken, most=10),
            )


def _latest_first(report: CountryReport) -> Callable[[Interval], tuple[bool, int]]:
    return lambda interval: (interval.edition != report.edition, -interval.end)


def _order(report: CountryReport, end: End, way: str) -> Iterator[Refusal]:
    """Refuse to name the largest where each edition has another."""
    mine, theirs = (end.first.get(name) for name in (report.edition, report.other))
    if mine and theirs and mine != theirs:
        yield _refusal(
            f"order_{way}",
            year=report.common,
            mine=place(mine),
            theirs=place(theirs),
            edition=edition(report.edition),
            other=edition(report.other),
        )


def _disputed(report: CountryReport, end: End, way: str) -> Iterator[Refusal]:
    apart = [line.place for line in end.lines if "disputed" in line.flags]
    if apart:
        yield _refusal(f"disputed_{way}", places=named(apart, most=12), year=report.common)


def _not_listed_into(report: CountryReport) -> Iterator[Refusal]:
    gap = report.destination.gap
    if gap.persons:
        before, after = gap.others
        yield _refusal(
            "gap_into",
            count=exact(len(gap.people)),
            edition=edition(report.edition),
            other=edition(report.other),
            year=report.common,
            persons=persons(gap.persons),
            places=numbered(dict(list(gap.people.items())[:4])),
            before=exact(before),
            after=exact(after),
        )
    unknown = report.unknown.get(report.edition, 0.0)
    if unknown >= UNKNOWN:
        yield _refusal("unknown", edition=edition(report.edition), share=share(unknown))


def _not_listed_out(report: CountryReport) -> Iterator[Refusal]:
    gap, end = report.origin.gap, report.origin
    if not gap.persons:
        return
    about = {
        "edition": edition(report.edition),
        "other": edition(report.other),
        "year": report.common,
    }
    largest = max((line.common or 0 for line in end.lines), default=0)
    above = {code: count for code, count in gap.people.items() if count >= largest}
    same = len(set(end.first.values())) == 1
    if above and same:
        yield _refusal("first_out", places=numbered(above), **about)
    small = gap.share < SMALL_GAP
    yield _refusal(
        "gap_out",
        places=numbered(gap.people),
        persons=persons(gap.persons),
        share=share(gap.share),
        shares="" if small else words()["not_said_in"]["no_shares"].format(**about),
        **about,
    )


def _whom(report: CountryReport) -> Iterator[Refusal]:
    here = place(report.country)
    mine, theirs = (report.counting.get(name) for name in (report.edition, report.other))
    if mine and mine.citizens and not mine.born:
        yield _refusal("citizens", place=here)
    if mine and theirs and (mine.born, mine.citizens) != (theirs.born, theirs.citizens):
        yield _refusal(
            "mixed",
            place=here,
            edition=edition(report.edition),
            other=edition(report.other),
            mine=who(mine),
            theirs=who(theirs),
        )
    if mine and mine.imputed:
        yield _refusal("imputed", place=here, edition=edition(report.edition))


def _twice(report: CountryReport) -> Iterator[Refusal]:
    about = {"place": place(report.country), "edition": edition(report.edition)}
    if report.territories:
        yield _refusal("territory", territories=named(report.territories), **about)
    if report.state:
        yield _refusal("inside", state=place(report.state), **about)


def _exceeding(end: End, key: str) -> Iterator[Refusal]:
    more = [line.place for line in end.lines if line.refugees and line.refugees.exceeds]
    if more:
        yield _refusal(key, places=named(more))


def _palestinians(report: CountryReport) -> Iterator[Refusal]:
    if report.country in UNRWA and any(line.place == "PSE" for line in report.destination.lines):
        yield _refusal("unrwa")


def _older(report: CountryReport) -> Iterator[Refusal]:
    w = words()["not_said_in"]
    copied = [column for column in report.history if column.copied_from is not None]
    if copied:
        items = joined(
            w["copies_item"].format(
                year=column.year,
                copied_from=column.copied_from,
                factor=f"{column.factor:.3g}",
            )
            for column in copied
        )
        yield _refusal("copies", years=items)
    if report.history and report.destination is not None:
        yield _refusal("seam", first=min(report.destination.persons[report.edition]))
