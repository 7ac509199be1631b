"""The report of the world as a document: what can be said, what not, and its tables."""

from collections.abc import Iterator

from roundtable.export.report.document import Document, Refusal, Section
from roundtable.export.report.words import (
    citations,
    counted,
    edition,
    exact,
    joined,
    named,
    numbered,
    persons,
    place_short,
    sentence,
    share,
    words,
)
from roundtable.export.report.world_tables import SINCE, about_of, grids
from roundtable.reliability.emerging import LARGE
from roundtable.reliability.report import WorldReport
from roundtable.reliability.report.world import COMPARED, LISTED, OLDER, SEAM_COMPARED
from roundtable.sources import EDITIONS


def world_document(report: WorldReport) -> Document:
    """Put the findings on the world into words and tables.

    Parameters
    ----------
    report
        As from `reliability.report.world_report`.

    Returns
    -------
    Document
    """
    w = words()
    used = [EDITIONS[report.edition], EDITIONS[report.other], "unhcr-population", OLDER]
    return Document(
        title=w["world_title"],
        subtitle=w["subtitle"].format(
            edition=edition(report.edition), year=report.year, other=edition(report.other)
        ),
        said=tuple(_said(report)),
        refused=tuple(_refused(report)),
        sections=(Section(w["world"]["heading"], (), tuple(grids(report))),),
        sources=citations(used),
        labels={key: w[key] for key in ("said", "not_said", "sources", "made")},
    )


def _said(report: WorldReport) -> Iterator[str]:
    w, about = words()["world"]["said"], about_of(report)
    total = report.persons[report.edition][report.year]
    mine, theirs = (report.persons[name][report.common] for name in (report.edition, report.other))
    yield w["level"].format(persons=persons(total), unknown=persons(report.unknown), **about)
    gap = max(mine, theirs) / min(mine, theirs) - 1
    yield w["agree"].format(
        **{**about, "year": report.common},
        mine=persons(mine),
        theirs=persons(theirs),
        gap=share(gap),
    )
    anew = report.destinations - len(report.carried) - len(_scaled(report))
    elsewhere = sum(report.carried.values()) + sum(report.totals[code] for code in _scaled(report))
    yield w["anew"].format(
        count=exact(report.destinations),
        anew=exact(anew),
        share=share(1 - elsewhere / total),
        start=report.before,
        **about,
    )
    yield w["refugees"].format(
        persons=persons(report.refugees), share=share(report.refugees / total), **about
    )
    if report.emerging:
        driven = sum(found.driven_by_refugees for _, _, found in report.emerging)
        yield w["new"].format(
            count=exact(len(report.emerging)),
            floor=exact(LARGE),
            start=report.since,
            driven=counted(driven),
            **about,
        )


def _scaled(report: WorldReport) -> list[str]:
    """Return the destinations most of whose origins were scaled, and not carried forward."""
    return [code for code in report.scaled if code not in report.carried]


def _refused(report: WorldReport) -> Iterator[Refusal]:
    about = about_of(report)
    yield _refusal(
        "carried",
        start=report.before,
        end=report.year,
        count=exact(len(report.carried)),
        all=exact(report.destinations),
        persons=persons(sum(report.carried.values())),
        places=numbered(dict(list(report.carried.items())[:LISTED]), most=LISTED),
    )
    scaled = _scaled(report)
    yield _refusal("scaled", count=exact(len(scaled)), places=named(scaled, most=len(scaled)))
    yield _refusal(
        "disputed",
        disputed=exact(report.disputed),
        large=exact(report.large),
        floor=exact(COMPARED),
        doubled=exact(report.doubled),
        year=report.common,
    )
    growth, covered = report.others_growth
    lost = report.unlisted
    first = dict(zip(lost["destination"].astype(str), lost["persons"].astype(int), strict=True))
    yield _refusal(
        "unlisted",
        **{**about, "year": report.common},
        persons=persons(int(lost["persons"].sum())),
        corridors=exact(int(lost["corridors"].sum())),
        growth=persons(growth),
        covered=persons(covered),
        places=numbered(dict(list(first.items())[:LISTED]), most=5),
    )
    yield _refusal(
        "citizens",
        count=exact(len(report.citizens)),
        persons=persons(sum(report.citizens.values())),
        places=numbered(dict(list(report.citizens.items())[:LISTED]), most=LISTED),
    )
    yield _refusal("mixed", count=exact(len(report.mixed)), places=named(report.mixed, most=LISTED))
    rows = report.breaks[report.breaks["end"] > SINCE]
    items = (
        f"{place_short(row.destination)} {row.start}\N{EN DASH}{row.end}"
        for row in rows[rows["edition"] == report.edition].itertuples()
    )
    yield _refusal("rebased", places=joined(items))
    copies = {year: n for (source, year), n in report.copies.items() if source == OLDER}
    last = max(copies)
    others = joined(f"{year} ({exact(n)})" for year, n in copies.items() if year != last)
    yield _refusal("copies", year=last, count=exact(copies[last]), others=others)
    seam = report.seam
    yield _refusal(
        "seam",
        year=seam.year,
        doubled=exact(seam.doubled),
        large=exact(seam.corridors),
        floor=exact(SEAM_COMPARED),
    )


def _refusal(key: str, **filled: object) -> Refusal:
    w = words()["world"]["not_said"]
    return Refusal(sentence(w[key].format(**filled)), sentence(w[f"{key}_why"].format(**filled)))
