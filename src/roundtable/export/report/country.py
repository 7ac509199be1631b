"""The report of a country as a document."""

from roundtable.export.report import refused, said
from roundtable.export.report.corridors import largest
from roundtable.export.report.document import Document, Grid, Section
from roundtable.export.report.words import (
    change,
    citations,
    counted,
    edition,
    exact,
    joined,
    place_short,
    share,
    who,
    words,
)
from roundtable.reliability import REVISED
from roundtable.reliability.report import CountryReport
from roundtable.reliability.report.country import Column
from roundtable.reliability.report.ends import LARGE, End
from roundtable.reliability.report.intervals import Interval
from roundtable.sources import EDITIONS, catalogue


def country_document(report: CountryReport) -> Document:
    """Put the findings on a country into words and tables.

    Parameters
    ----------
    report
        As from `reliability.report.country_report`.

    Returns
    -------
    Document
    """
    w = words()
    ends = [end for end in (report.destination, report.origin) if end is not None]
    used = [EDITIONS[report.edition], EDITIONS[report.other]]
    used += ["unhcr-population"] if any(line.refugees for end in ends for line in end.lines) else []
    used += list(dict.fromkeys(column.source for column in report.history))
    return Document(
        title=w["title"].format(place=place_short(report.country)),
        subtitle=w["subtitle"].format(
            edition=edition(report.edition), year=report.year, other=edition(report.other)
        ),
        said=said.said(report),
        refused=refused.refused(report),
        sections=tuple(_sections(report)),
        sources=citations(used),
        labels={key: w[key] for key in ("said", "not_said", "sources", "made")},
    )


def _sections(report: CountryReport) -> list[Section]:
    w, found = words(), []
    if report.destination is not None:
        own = w["destination"]
        grids = [_totals(report, report.destination, own), _intervals(report)]
        found.append(
            Section(
                own["heading"],
                (_counting(report, own), _agreement(report, report.destination, own)),
                (*grids, largest(report, report.destination, own)),
            )
        )
    if report.origin is not None:
        own = w["origin"]
        grids = [_totals(report, report.origin, own), largest(report, report.origin, own)]
        paragraphs = (_agreement(report, report.origin, own),)
        found.append(Section(own["heading"], paragraphs, tuple(grids)))
    if report.history:
        found.append(Section(w["history"]["heading"], (w["history"]["text"],), (_history(report),)))
    return found


def _counting(report: CountryReport, own: dict) -> str:
    """Say whom the editions count: once, where both count the same."""
    by_edition = {
        name: {
            "who": who(counting),
            "added": own["added"] if counting.refugees_added else "",
        }
        for name, counting in report.counting.items()
    }
    if len(by_edition) == 2 and len({tuple(text.values()) for text in by_edition.values()}) == 1:
        return own["counts_both"].format(**next(iter(by_edition.values())))
    return " ".join(
        own["counts"].format(edition=edition(name), **text) for name, text in by_edition.items()
    )


def _agreement(report: CountryReport, end: End, own: dict) -> str:
    found = end.agreement
    if not found.corridors:
        key = "agreement_none"
    elif found.same == found.corridors:
        key = "agreement_same"
    else:
        key = "agreement" if found.disputed else "agreement_fine"
    return own[key].format(
        corridors=counted(found.corridors),
        disputed=counted(found.disputed),
        doubled=counted(found.doubled),
        large=exact(LARGE),
        year=report.common,
    )


def _totals(report: CountryReport, end: End, own: dict) -> Grid:
    w = words()
    names = (report.edition, report.other)
    rows = []
    for year in sorted({year for by_year in end.persons.values() for year in by_year}):
        mine, theirs = (end.persons.get(name, {}).get(year) for name in names)
        apart = change(theirs / mine) if mine and theirs else ""
        rows.append((str(year), exact(mine), exact(theirs), apart))
    listed = joined(
        w["destination"]["listed_item"].format(count=exact(count), edition=edition(name))
        for name, count in reversed(end.listed.items())
    )
    unknown = joined(
        w["destination"]["unknown_item"].format(
            share=share(part), edition=edition(name), year=max(end.persons[name])
        )
        for name, part in reversed(report.unknown.items())
    )
    return Grid(
        caption=own["totals"],
        head=(w["columns"]["year"], *map(edition, names), w["columns"]["difference"]),
        rows=tuple(rows),
        note=own["totals_note"].format(
            listed=listed,
            unknown=unknown,
            edition=edition(report.edition),
            other=edition(report.other),
        ),
    )


def _intervals(report: CountryReport) -> Grid:
    w = words()
    names = (report.edition, report.other)
    by_years: dict[tuple[int, int], dict[str, str]] = {}
    for interval in report.intervals:
        by_years.setdefault((interval.start, interval.end), {})[interval.edition] = _state(interval)
    return Grid(
        caption=w["destination"]["intervals"],
        head=(w["columns"]["years"], *map(edition, names)),
        rows=tuple(
            (w["from_to"].format(start=start, end=end), *(states.get(name, "") for name in names))
            for (start, end), states in sorted(by_years.items())
        ),
        note=w["destination"]["intervals_note"],
        words=frozenset({0, 1, 2}),
    )


TOLD_LINEAR = REVISED
"""Share of people on straight lines below which a table does not mention them."""


def _state(interval: Interval) -> str:
    w = words()["states"]
    key = "copied_all" if interval.state == "copied" and not interval.own else interval.state
    found = [w[key].format(count=exact(len(interval.own)))]
    if interval.broken:
        found.append(w["broken"].format(count=exact(len(interval.broken))))
    if interval.linear >= TOLD_LINEAR:
        found.append(w["linear"].format(share=share(interval.linear)))
    return "; ".join(found)


def _history(report: CountryReport) -> Grid:
    w = words()
    rows = tuple(
        (
            _source(column.source),
            str(column.year),
            exact(column.persons),
            exact(column.origins),
            _use(column),
        )
        for column in report.history
    )
    columns = w["columns"]
    names = ("source", "year", "persons", "origins", "use")
    return Grid(
        caption=w["history"]["table"],
        head=tuple(columns[name] for name in names),
        rows=rows,
        note=w["history"]["note"],
        words=frozenset({0, 1, 4}),
    )


def _use(column: Column) -> str:
    """Say whether a column may be used. The matrices have a method each, and no years between."""
    w = words()["history"]
    if column.copied_from is not None:
        return w["copied"].format(copied_from=column.copied_from, factor=f"{column.factor:.3g}")
    return w["usable_alone" if column.source == _MATRICES else "usable"]


_MATRICES = "worldbank-matrices"


def _source(name: str) -> str:
    return catalogue()[name].title
