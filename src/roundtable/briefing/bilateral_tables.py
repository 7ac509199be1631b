"""The rows behind the charts and tables of the bilateral briefing."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from roundtable import places, reliability
from roundtable.briefing.corridor import Corridor
from roundtable.briefing.study import found_once
from roundtable.facts import Book, Fact, forms, year_name
from roundtable.indicators import corridor, shares
from roundtable.sources import DECADES
from roundtable.tables import Table

Labels = dict[str, Any]
Line = Callable[[str], str]

SHOWN = 12
"""Partners in a ranked chart: as many as can be read at a glance."""

CARRIED = "*"
"""Sign behind a figure that was carried forward; the line below the table explains it."""


def stock_series(c: Corridor, edition_name: Callable[[str], str], before_name: str) -> pd.DataFrame:
    """Return the corridor's stock in both editions and before, as the chart over time takes it.

    Parameters
    ----------
    c
        The corridor.
    edition_name
        Names an edition in running text.
    before_name
        Names the source before the editions.

    Returns
    -------
    DataFrame
        ``edition, label, year, persons, printed, kind, subject``; empty where neither
        edition lists the corridor.
    """
    rows = pd.concat([c.rows(edition=edition) for edition in (c.other, c.edition)])
    if rows.empty:
        return pd.DataFrame(columns=["edition"])
    # A line shows how it was made: that editions differ is plain from the two lines.
    carried = rows[list(reliability.REPEATED)].any(axis=1)
    editions = pd.DataFrame(
        {
            "edition": rows["edition"].astype(str),
            "label": [str(edition_name(str(edition))) for edition in rows["edition"]],
            "year": rows["year"].astype(int),
            "persons": rows["both"].astype(int),
            "kind": rows["kind"].mask(carried, "carried-forward"),
            "subject": rows["edition"].astype(str) == c.edition,
        }
    )
    before = c.before[["year", "persons"]].astype(int)
    before = before.assign(edition=DECADES, label=before_name, kind="measured", subject=False)
    series = pd.concat([editions, before], ignore_index=True)
    return series.assign(printed=[forms.exact(n, c.language) for n in series["persons"]])


@found_once
def partners(
    c: Corridor,
    labels: Labels,
    *,
    by: str,
    subject: str,
    **end: str,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return all partners of a country, and the largest as a ranked chart takes them.

    Parameters
    ----------
    c, labels
        The corridor and the labels of its language.
    by
        ``destination`` or ``origin``.
    subject
        The partner that is always shown.
    **end
        The country at the other end.

    Returns
    -------
    tuple of DataFrame
        All rows ``code, persons, status, year``; and those shown with ``name, printed,
        subject``.
    """
    every = shares.partners(c.flagged, by=by, year=c.year, edition=c.edition, other=c.other, **end)
    top = every.head(SHOWN)
    if subject not in set(top["code"]):
        top = pd.concat([top.head(SHOWN - 1), every[every["code"] == subject]])
    words = labels["chart"]
    shown = top.assign(
        name=[
            words["others"] if status == "others" else places.place(code).name
            for code, status in zip(top["code"], top["status"], strict=True)
        ],
        printed=[
            # A bar of the other edition names its year; the chart says why it is outlined.
            forms.exact(row.persons, c.language)
            if row.status != "not_listed"
            else words["in_year"].format(forms.exact(row.persons, c.language), row.year)
            for row in top.itertuples()
        ],
        subject=top["code"] == subject,
    )
    return every, shown.reset_index(drop=True)


def both_ways(c: Corridor, labels: Labels, line: Line) -> tuple[pd.DataFrame, Table]:
    """Return the stock both ways by year, with the share of women, as rows and as a table.

    A direction that the edition does not list has rows but no columns.

    Parameters
    ----------
    c, labels
        The corridor and the labels of its language.
    line
        Renders a section of the words as one line.

    Returns
    -------
    tuple of DataFrame and Table
        Rows ``corridor, year, persons, share_of_women, kind, women_drawn_on``, those of the
        corridor first; where a direction is not listed in a year, persons and share are missing.
    """
    ends = (c.origin, c.destination)
    ways = {f"{a}-{b}": (a, b) for a, b in (ends, ends[::-1])}
    years = sorted(set(c.flagged.loc[c.flagged["edition"] == c.edition, "year"].astype(int)))
    rows = []
    on_a_line = [
        reliability.women_on_a_line(c.rows(edition=c.edition, reverse=reverse))
        for reverse in (False, True)
    ]
    for key, reverse in zip(ways, (False, True), strict=True):
        found = {
            int(row.year): row for row in c.rows(edition=c.edition, reverse=reverse).itertuples()
        }
        for year in years:
            row = found.get(year)
            persons = int(row.both) if row else None
            women = corridor.share_of_women(int(row.female), persons) if row else None
            drawn = year in on_a_line[reverse]
            carried = any(getattr(row, flag) for flag in reliability.REPEATED) if row else False
            kind = "carried-forward" if carried else row.kind if row else "not-listed"
            rows.append((key, year, persons, women, kind, drawn))
    frame = pd.DataFrame(
        rows, columns=["corridor", "year", "persons", "share_of_women", "kind", "women_drawn_on"]
    )
    # A year that is not listed must not turn the counts of the others into decimals.
    frame["persons"] = frame["persons"].astype("Int64")

    words = labels["table"]
    names = [f"{places.place(a).short} → {places.place(b).short}" for a, b in ways.values()]
    head = [words["year"]]
    head += [f"{name}: {words['persons'].lower()}" for name in names]
    head += [f"{name}: {words['of_women'].lower()}" for name in names]
    printed = []
    for year in years:
        cells = [row for row in rows if row[1] == year]
        marks = [CARRIED if row[4] == "carried-forward" else "" for row in cells]
        persons = [
            forms.exact(row[2], c.language) + mark for row, mark in zip(cells, marks, strict=True)
        ]
        women = [share_cell(row[3], c.language) + (CARRIED if row[5] else "") for row in cells]
        printed.append((year_name(year), *persons, *women))
    table = Table(
        id="both-ways",
        caption=line("both-ways-caption"),
        head=tuple(head),
        rows=tuple(printed),
        note=line("both-ways-note"),
        signs={forms.DASH: words["signs"]["not_listed"], CARRIED: line("both-ways-carried")},
    )
    return frame, table.without_empty_columns()


def dependency(c: Corridor, book: Book, labels: Labels, line: Line) -> tuple[pd.DataFrame, Table]:
    """Return the measures of structural dependency of both ends, as rows and as a table.

    Parameters
    ----------
    c, labels, line
        As in `both_ways`.
    book
        The facts; those in the table are noted as shown.

    Returns
    -------
    tuple of DataFrame and Table
        Rows ``measure, origin, destination``, in the units of the facts; a measure that only one
        end has is missing at the other.
    """
    measures: list[tuple[str, str, str]] = [
        ("row-share-emigrants", "share-of-emigrants", ""),
        ("row-share-immigrants", "", "share-of-immigrants"),
        ("row-per-thousand", "per-thousand-of-origin", "per-thousand-of-destination"),
        ("row-effective", "effective-destinations", ""),
        ("row-population", "population-of-origin", "population-of-destination"),
        ("row-gdp", "gdp-of-origin", "gdp-of-destination"),
        ("row-remittances", "remittances", ""),
        ("row-remittances-gdp", "remittances-of-gdp", ""),
    ]
    ends = [[book.show(book[id]) if id else None for id in ids] for _, *ids in measures]
    frame = pd.DataFrame(
        {
            "measure": [(a or b).indicator for a, b in ends],
            "origin": [a.value if a else None for a, _ in ends],
            "destination": [b.value if b else None for _, b in ends],
        },
        dtype=object,
    )
    table = Table(
        id="dependency",
        caption=line("dependency-caption"),
        head=(
            labels["table"]["measure"],
            places.place(c.origin).name,
            places.place(c.destination).name,
        ),
        rows=tuple(
            (line(section), *(_cell(fact, c.language) for fact in pair))
            for (section, *_), pair in zip(measures, ends, strict=True)
        ),
        note=line("dependency-note"),
    )
    return frame, table


def rules(c: Corridor, book: Book, labels: Labels, line: Line) -> Table:
    """Return the rules of entry and the treaty status of both ends as a table.

    Parameters
    ----------
    c, book, labels, line
        As in `dependency`.
    """
    measures = [
        ("row-visa", "visa-to-destination", "visa-to-origin"),
        ("row-convention", "convention-of-origin", "convention-of-destination"),
    ]
    return Table(
        id="rules",
        caption=line("rules-caption"),
        head=(
            labels["table"]["rule"],
            places.place(c.origin).name,
            places.place(c.destination).name,
        ),
        rows=tuple(
            (line(section), *(book.show(book[id]).printed[c.language] for id in ids))
            for section, *ids in measures
        ),
        note=line("rules-note"),
    )


def share_cell(value: float | None, language: str) -> str:
    """Print a share in a table; a dash where there is no estimate.

    Parameters
    ----------
    value
        A fraction from 0 to 1.
    language
        Of the words.
    """
    return forms.DASH if value is None else forms.percent(value, language)


def _cell(fact: Fact | None, language: str) -> str:
    """Print a fact in a table; a blank where the measure does not apply to this end."""
    if fact is None:
        return ""
    if fact.unit == "share":
        return share_cell(fact.value, language)
    if fact.indicator == "per_thousand":
        return forms.small(fact.value, language)
    if fact.unit == "US dollars":
        return forms.small(None if fact.value is None else fact.value / 1e6, language)
    digits = 0 if fact.unit in ("persons", "international dollars of 2021") else 1
    return forms.exact(fact.value, language, digits=digits)
