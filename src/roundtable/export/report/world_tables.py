"""The tables of the report of the world."""

from collections.abc import Iterator

from roundtable.export.report.document import Grid
from roundtable.export.report.words import change, edition, exact, place_short, words
from roundtable.reliability.report import WorldReport
from roundtable.reliability.report.world import LISTED

SINCE = 2010
"""Breaks that ended later are listed."""


def about_of(report: WorldReport) -> dict[str, object]:
    """Return the year and the names of both editions, for words that hold them."""
    return {
        "year": report.year,
        "edition": edition(report.edition),
        "other": edition(report.other),
    }


def grids(report: WorldReport) -> Iterator[Grid]:
    """List the tables of the report: totals, flags, new corridors, editions apart, gaps, breaks."""
    w, columns = words()["world"], words()["columns"]
    names = (report.edition, report.other)
    about = about_of(report)
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
