"""The report of the world as a document."""

from collections.abc import Iterator

from roundtable.export.report.document import Document, Grid, Refusal, Section
from roundtable.export.report.words import (
    change,
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
from roundtable.reliability.emerging import LARGE
from roundtable.reliability.report import WorldReport
from roundtable.reliability.report.world import COMPARED, LISTED, OLDER, SEAM_COMPARED
from roundtable.sources import EDITIONS

SINCE = 2010
"""Breaks that ended later are listed."""


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
        sections=(Section(w["world"]["heading"], (), tuple(_grids(report))),),
        sources=citations(used),
        labels={key: w[key] for key in ("said", "not_said", "sources", "made")},
    )


def _about(report: WorldReport) -> dict[str, object]:
    return {
        "year": report.year,
        "edition": edition(report.edition),
        "other": edition(report.other),
    }


def _said(report: WorldReport) -> Iterator[str]:
    w, about = words()["world"]["said"], _about(report)
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
    about = _about(report)
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


def _grids(report: WorldReport) -> Iterator[Grid]:
    w, columns = words()["world"], words()["columns"]
    names = (report.edition, report.other)
    about = _about(report)
    years = sorted({year for by_year in report.persons.values() for year in by_year})
    rows = []
    for year in years:
        mine, theirs = (report.persons[name].get(year) for name in names)
        apart = change(theirs / mine) if mine and theirs else ""
        rows.append((str(year), exact(mine), exact(theirs), apart))
    yield Grid(
        w["totals"],
        (columns["year"], *map(edition, names), columns["difference"]),
        tuple(rows),
        note=w["totals_note"].format(**about),
    )
    yield _flags(report)
    if report.emerging:
        yield _new(report)
    yield Grid(
        w["apart"].format(year=report.common),
        (columns["origin"], columns["destination"], *map(edition, names)),
        tuple(
            (
                place_short(row.origin),
                place_short(row.destination),
                exact(row.mine),
                exact(row.theirs),
            )
            for row in report.apart.itertuples()
        ),
        words=frozenset({0, 1}),
    )
    yield Grid(
        w["unlisted"].format(**{**about, "year": report.common}),
        (columns["destination"], columns["corridors"], columns["persons"]),
        tuple(
            (place_short(str(row.destination)), exact(row.corridors), exact(row.persons))
            for row in report.unlisted.head(LISTED).itertuples()
        ),
        note=w["unlisted_note"],
    )
    yield Grid(
        w["breaks"],
        (columns["destination"], columns["years"], columns["edition"], columns["origins"]),
        tuple(
            (
                place_short(row.destination),
                f"{row.start}\N{EN DASH}{row.end}",
                edition(row.edition),
                exact(row.origins),
            )
            for row in report.breaks[report.breaks["end"] > SINCE].itertuples()
        ),
        note=w["breaks_note"],
        words=frozenset({0, 1, 2}),
    )


def _new(report: WorldReport) -> Grid:
    """List the new corridors."""
    w, columns = words()["world"], words()["columns"]
    return Grid(
        w["new"].format(start=report.since, end=report.year),
        (
            columns["origin"],
            columns["destination"],
            str(report.since),
            str(report.year),
            columns["refugees_in"].format(report.year),
        ),
        tuple(
            (
                place_short(origin),
                place_short(destination),
                exact(found.before),
                exact(found.after),
                exact(found.refugees_after) if found.refugees_after else "",
            )
            for origin, destination, found in report.emerging
        ),
        note=w["new_note"],
        words=frozenset({0, 1}),
    )


def _flags(report: WorldReport) -> Grid:
    """Show how many figures each flag marks, the report's edition first."""
    w, columns = words(), words()["columns"]
    table = report.flags
    table = table[table["edition"] == report.edition]
    counted = ("rows", "corridors", "destinations", "persons")
    heads = ("rows", "corridors", "countries")
    return Grid(
        w["world"]["flags"] + f" ({edition(report.edition)})",
        (
            columns["flag"],
            *(columns[name] for name in heads),
            columns["people"].format(year=report.year),
        ),
        tuple(
            (w["flag_names"][row["flag"]], *(exact(row[name]) for name in counted))
            for _, row in table.iterrows()
        ),
        note=w["world"]["flags_note"],
    )
