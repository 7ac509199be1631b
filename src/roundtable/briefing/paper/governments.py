"""The governments that prepare the session, side by side: ties, new corridors, students, money."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import pandas as pd

from roundtable import places
from roundtable.briefing.paper.parts import Part, Parts
from roundtable.briefing.study import Study
from roundtable.briefing.trends_study import WAYS, Trends
from roundtable.facts import Fact, forms
from roundtable.roundtables import Roundtable

MAJORITY = 0.5
"""More than this part of the immigrants, and a majority comes from places with a tie."""


def governments(session: Roundtable) -> list[str]:
    """Return the codes of co-chairs and team, by name: the order says nothing of a state.

    Parameters
    ----------
    session
        The roundtable.

    Returns
    -------
    list of str
        ISO 3166 alpha-3 codes, each once.
    """
    codes = dict.fromkeys([*session.co_chairs, *session.team])
    return sorted(codes, key=lambda code: places.place(code).name)


def of_governments(parts: Parts, theme: str) -> Iterator[tuple[str, Part]]:
    """Return code and briefing of each government that has one of a theme, by name.

    Parameters
    ----------
    parts
        The themes' briefings.
    theme
        ``historical`` or ``new_trends``: one whose briefings are on a country.

    Yields
    ------
    tuple of str and Part
        Code and briefing.
    """
    known = {part.briefing.country: part for part in parts.of(theme)}
    for code in governments(parts.session):
        if code in known:
            yield code, known[code]


def tie_facts(study: Study, parts: Parts) -> list[Fact]:
    """Count the governments in whose countries most immigrants come from places with a tie.

    Parameters
    ----------
    study
        Year, editions and language of the paper.
    parts
        The themes' briefings.

    Returns
    -------
    list of Fact
        ``governments-tied`` and, of these, ``governments-tied-most``: those where the part with
        a tie is more than half in the year, and in both editions in the last common one.
    """
    shares = {
        code: [part.fact(f"immigrants-tied{name}").value for name in ("", "-common", "-other")]
        for code, part in of_governments(parts, "historical")
    }
    known = {code: found for code, found in shares.items() if None not in found}
    most = [code for code, found in known.items() if min(found) > MAJORITY]
    about = {"unit": "countries", "indicator": "tied_of_many", "kind": "measured"}
    return [
        study.fact(
            id,
            len(codes),
            forms.count,
            definition=definition,
            arguments={"countries": list(codes), "year": study.year},
            sources=study.sources(study.edition, study.other),
            **about,
        )
        for id, codes, definition in (
            ("governments-tied", known, "Governments whose immigrants both editions detail"),
            (
                "governments-tied-most",
                most,
                "Of these, those in whose countries more than half of the immigrants come from "
                "places with a tie, in the year and, in both editions, in the last common one",
            ),
        )
    ]


class New(NamedTuple):
    """A corridor that passed from small to large, as both editions carry."""

    origin: str
    destination: str
    start: int
    before: int
    after: int
    bonds: tuple[str, ...] | None
    refugees: int
    driven: bool


def new_corridors(parts: Parts) -> list[New]:
    """Return the new corridors of the governments, each once, the largest first.

    Parameters
    ----------
    parts
        The themes' briefings.

    Returns
    -------
    list of New
        Those with most people at the end of the rise first. A corridor that two governments share
        is in the briefings of both, and stands once.
    """
    found: dict[tuple[str, str], New] = {}
    for code, part in of_governments(parts, "new_trends"):
        study: Trends = part.briefing.study
        for way, (mine, theirs) in WAYS.items():
            rows = study.risen[way]
            for row in rows[rows["status"] == "emerged"].itertuples():
                ends = {mine: code, theirs: row.partner}
                new = New(
                    **ends, start=int(row.start), before=int(row.before), after=int(row.after),
                    bonds=row.bonds, refugees=int(row.refugees), driven=bool(row.driven),
                )  # fmt: skip
                found.setdefault((new.origin, new.destination), new)
    return sorted(found.values(), key=lambda new: -new.after)


def rising_facts(study: Study, parts: Parts) -> list[Fact]:
    """Count the corridors of the governments that rose most, and those that may be told as new.

    Parameters
    ----------
    study
        Year, editions and language of the paper.
    parts
        The themes' briefings.

    Returns
    -------
    list of Fact
        ``rises``, ``rises-refused``, ``rises-new`` and ``rises-beyond``, all in corridors.
    """
    judged: dict[tuple[str, str], str] = {}
    for code, part in of_governments(parts, "new_trends"):
        for way, (mine, theirs) in WAYS.items():
            for row in part.briefing.study.risen[way].itertuples():
                ends = {mine: code, theirs: row.partner}
                judged[ends["origin"], ends["destination"]] = row.status
    new = new_corridors(parts)
    refused = sum(status == "refused" for status in judged.values())
    countries = [code for code, _ in of_governments(parts, "new_trends")]
    return [
        study.fact(
            id,
            count,
            forms.count,
            unit="corridors",
            indicator="rising_of_many",
            definition=definition,
            arguments={"countries": countries, "year": study.year},
            sources=study.sources(study.edition, study.other),
        )
        for id, count, definition in (
            ("rises", len(judged), "Corridors of the governments with the largest rises among "
             "those that at least trebled within a generation"),
            ("rises-refused", refused, "Of these, those whose rise the figures do not carry"),
            ("rises-new", len(new), "Of these, those that passed from small to large, as both "
             "editions carry"),
            ("rises-beyond", sum(item.bonds == () for item in new),
             "Of the new ones, those without border, tie, official language or free movement"),
        )
    ]  # fmt: skip


def printed_bonds(new: New, words: dict[str, Any]) -> str:
    """Say what binds the two ends of a new corridor.

    Parameters
    ----------
    new
        The corridor.
    words
        Labels of the paper: ``bonds``, ``none`` and ``unknown``.
    """
    if new.bonds is None:
        return str(words["unknown"])
    return ", ".join(words["bonds"][bond] for bond in new.bonds) or str(words["none"])


def frame_of(new: list[New]) -> pd.DataFrame:
    """Return new corridors as the rows of a series.

    Parameters
    ----------
    new
        As from `new_corridors`.

    Returns
    -------
    DataFrame
        ``origin, destination, start`` (year), ``before, after`` (persons), ``bonds`` (ids joined by
        semicolons; missing where they are not known).
    """
    return pd.DataFrame(
        [
            {
                "origin": item.origin,
                "destination": item.destination,
                "start": item.start,
                "before": item.before,
                "after": item.after,
                "bonds": None if item.bonds is None else ";".join(item.bonds),
            }
            for item in new
        ],
        columns=["origin", "destination", "start", "before", "after", "bonds"],
    )
