"""The rows behind the charts and tables of the historical briefing."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from roundtable import places
from roundtable.briefing.bilateral_tables import share_cell
from roundtable.briefing.country import Country, End
from roundtable.briefing.origin_facts import shared_bloc, top_rows
from roundtable.briefing.past_facts import spaces_frame, spaces_of
from roundtable.briefing.tie_facts import SIDES
from roundtable.briefing.tied_flight_facts import fled_by_class
from roundtable.briefing.turn_facts import Turned, kind_of_turn
from roundtable.facts import Book, forms, year_name
from roundtable.indicators import tie_classes
from roundtable.places import blocs
from roundtable.sources import DECADES
from roundtable.tables import Table

Labels = dict[str, Any]
Line = Callable[[str], str]

PARTS = {
    "colonial": ("ruled_by_destination", "ruled_by_origin"),
    "neighbour": ("neighbour",),
    "one_other": ("state", "recruitment", "ancestry"),
    "several": ("several",),
    "language": ("language",),
    "none": ("none",),
    "others": ("others", "unknown"),
}
"""Classes by part of the chart: as many as can be told apart. The table of the year has all, and
so has the series behind the chart for every year."""


def classes_by_year(c: Country, end: End, labels: Labels, edition_name: str) -> pd.DataFrame:
    """Return the classes of one side over time, in both sources.

    Parameters
    ----------
    c
        The country.
    end
        Where it stands.
    labels
        Labels of its language.
    edition_name
        Names the briefing's edition.

    Returns
    -------
    DataFrame
        ``year, section, class, persons, share``: section names the source.
    """
    mine = c.flagged[
        (c.flagged[end] == c.country)
        & (c.flagged["edition"] == c.edition)
        & (c.flagged["year"] <= c.year)
    ]
    pieces = [
        tie_classes.by_class(rows).assign(section=section)
        for section, rows in (
            (labels["chart"]["decades"], c.decades(end)),
            (labels["chart"]["un_edition"].format(edition_name), mine),
        )
    ]
    frame = pd.concat(pieces, ignore_index=True)
    return frame.astype({"year": int})[["year", "section", "class", "persons", "share"]]


def shares_by_year(classes: pd.DataFrame, language: str) -> pd.DataFrame:
    """Sum classes into the parts of the stacked chart.

    Parameters
    ----------
    classes
        As from `classes_by_year`.
    language
        Of the printed shares.

    Returns
    -------
    DataFrame
        ``year, section, part, share, bar, printed``.
    """
    part_of = {name: part for part, names in PARTS.items() for name in names}
    rows = classes.assign(part=classes["class"].map(part_of))
    sums = rows.groupby(["section", "year", "part"], sort=False)["share"].sum().reset_index()
    return sums.assign(
        bar=sums["year"].astype(str),
        printed=[forms.percent(share, language) for share in sums["share"]],
    )


def by_class(c: Country, labels: Labels, line: Line) -> tuple[pd.DataFrame, Table]:
    """Return people of both sides by class in the briefing's year, as rows and as a table.

    Parameters
    ----------
    c
        The country.
    labels
        Labels of the language.
    line
        Renders a section of the words as plain text.

    Returns
    -------
    tuple of DataFrame and Table
        Rows ``class``, ``immigrants_persons``, ``immigrants_share``, ``emigrants_persons``,
        ``emigrants_share`` in the order of `tie_classes.CLASSES`; a class that one side does not
        have is missing there.
    """
    sums = {
        people: tie_classes.by_class(c.at(end)).set_index("class") for people, end in SIDES.items()
    }
    names = [
        name for name in tie_classes.CLASSES if any(name in found.index for found in sums.values())
    ]
    frame = pd.DataFrame(
        {
            "class": names,
            **{
                f"{people}_{column}": found[column].reindex(names).tolist()
                for people, found in sums.items()
                for column in ("persons", "share")
            },
            **{
                f"{people}_fled": fled_by_class(c, end).reindex(names).tolist()
                for people, end in SIDES.items()
            },
        }
    )
    words = labels["history"]
    head = [words["tie"]]
    for people in SIDES:
        head += [f"{words[people]}: {words['persons'].lower()}", words["share"], words["fled"]]
    rows = []
    for row in frame.itertuples(index=False):
        cells = [labels["ties"][row[0]]]
        for persons, share, fled in ((row[1], row[2], row[5]), (row[3], row[4], row[6])):
            known = persons == persons
            cells += [
                forms.exact(persons if known else None, c.language),
                share_cell(share if known else None, c.language),
                forms.exact(fled if fled == fled else None, c.language),
            ]
        rows.append(tuple(cells))
    table = Table(
        id="by-class",
        caption=line("by-class-caption"),
        head=tuple(head),
        rows=tuple(rows),
        note=line("by-class-note"),
    )
    return frame, table.without_empty_columns()


def top_origins(c: Country, labels: Labels, line: Line) -> tuple[pd.DataFrame, Table]:
    """Return the ten largest origins with what ties them to the country.

    Parameters
    ----------
    c
        The country.
    labels
        Labels of the language.
    line
        Renders a section of the words as plain text.

    Returns
    -------
    tuple of DataFrame and Table
        Rows ``origin, persons, kind, ties, language, bloc``, the largest origin first; columns of
        the table that nobody fills are left out.
    """
    rows = top_rows(c, "destination")
    codes = rows["origin"].astype(str).tolist()
    linked = {
        code: [link for link in tie_classes.LINKS if row[link]]
        for code, row in zip(codes, rows.to_dict("records"), strict=True)
    }
    spoken = rows["language"].to_numpy(dtype=bool, na_value=False).tolist()
    found = [shared_bloc(c.country, code, on=c.year) for code in codes]
    shared = ["" if bloc is None else bloc.short for bloc in found]
    frame = pd.DataFrame(
        {
            "origin": codes,
            "persons": rows["both"].astype(int).tolist(),
            "kind": rows["kind"].astype(str).tolist(),
            "ties": ["; ".join(linked[code]) for code in codes],
            "language": spoken,
            "bloc": shared,
        }
    )
    words = labels["history"]
    cells = []
    for row in frame.itertuples():
        named = [words["short"][link] for link in linked[row.origin]]
        named += [words["short"]["common_language"]] if row.language else []
        text = ", ".join(named) or words["short"]["none"]
        cells.append(
            (
                places.place(row.origin).name,
                forms.exact(row.persons, c.language),
                text[:1].upper() + text[1:],
                row.bloc or forms.DASH,
            )
        )
    notes = ["top-origins-note", f"top-origins-{'bloc' if any(shared) else 'no-bloc'}"]
    table = Table(
        id="top-origins",
        caption=line("top-origins-caption"),
        head=(words["origin"], words["persons"], words["ties"], words["bloc"]),
        rows=tuple(cells),
        note=" ".join(map(line, notes)),
        marks=tuple(frame["kind"]),
        kinds=labels["kinds"],
    )
    return frame, table.without_empty_columns()


def turned_pairs(
    c: Country, found: list[Turned], labels: Labels, line: Line
) -> tuple[pd.DataFrame, Table]:
    """Return the turns as rows and as a table, those of the UN's edition first.

    Parameters
    ----------
    c
        The country.
    found
        As from `turn_facts.turns`.
    labels
        Labels of the language.
    line
        Renders a section of the words as plain text.

    Returns
    -------
    tuple of DataFrame and Table
        Rows ``partner, series, start, balance_before, end, balance_after, agrees, kind``; a balance
        (persons) is positive where more people of the country live in the partner.
    """
    frame = pd.DataFrame(
        [
            (
                item.partner, item.edition or DECADES, item.turn.start, item.turn.before,
                item.turn.end, item.turn.after, item.agrees, kind_of_turn(c, item),
            )
            for item in found
        ],
        columns=[
            "partner", "series", "start", "balance_before", "end", "balance_after", "agrees",
            "kind",
        ],
    )  # fmt: skip
    words = labels["history"]
    table = Table(
        id="turns",
        caption=line("turns-caption"),
        head=(
            words["partner"], words["series"], words["from"], words["balance"], words["to"],
            words["balance"], words["other_edition"],
        ),
        rows=tuple(
            (
                places.place(item.partner).name,
                words["un"] if item.edition else words["world_bank"],
                year_name(item.turn.start),
                signed(item.turn.before, c.language),
                year_name(item.turn.end),
                signed(item.turn.after, c.language),
                words["agrees" if item.agrees else "differs"] if item.edition else forms.DASH,
            )
            for item in found
        ),
        note=line("turns-note"),
        marks=tuple(frame["kind"]),
        kinds=labels["kinds"],
    )  # fmt: skip
    return frame, table.without_empty_columns()


def signed(value: int, language: str) -> str:
    """Print a balance with its sign.

    Parameters
    ----------
    value
        The balance, in persons.
    language
        Of the words.

    Examples
    --------
    >>> signed(-1200, "en"), signed(300, "en")
    ('−1,200', '+300')
    """  # noqa: RUF002
    sign = "+" if value > 0 else "\N{MINUS SIGN}" if value < 0 else ""
    return sign + forms.exact(abs(value), language)


def shared_past(c: Country, book: Book, labels: Labels, line: Line) -> tuple[pd.DataFrame, Table]:
    """Return how much migration stays in each space of the country, as rows and as a table.

    Parameters
    ----------
    c
        The country.
    book
        Holds the facts of `past_facts`; those of the table are noted as shown.
    labels
        Labels of the language.
    line
        Renders a section of the words as plain text.

    Returns
    -------
    tuple of DataFrame and Table
        The rows as from `spaces_frame`; the table has one row a space, with three shares.
    """
    ids = [f"{name}-{part}" for name in spaces_of(c) for part in (*SIDES, "whole")]
    facts = {id: book.show(book[id]) for id in ids}
    words = labels["history"]
    table = Table(
        id="shared-past",
        caption=line("shared-past-caption"),
        head=(words["space"], words["of_immigrants"], words["of_emigrants"], words["of_members"]),
        rows=tuple(
            (
                blocs.bloc(name).short,
                *(
                    share_cell(facts[f"{name}-{part}"].value, c.language)
                    for part in (*SIDES, "whole")
                ),
            )
            for name in spaces_of(c)
        ),
        note=line("shared-past-note"),
    )
    return spaces_frame(c, facts), table
