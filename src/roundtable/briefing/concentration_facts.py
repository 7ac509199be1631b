"""Facts of concentration: how many equal partners a country's partners amount to."""

from typing import Any, Literal

import numpy as np
import pandas as pd

from roundtable import reliability
from roundtable.briefing.country import kind_of_sum
from roundtable.briefing.study import found_once
from roundtable.briefing.trends_study import Trends, unknown
from roundtable.facts import Book, Fact, forms
from roundtable.indicators import corridor, dependency
from roundtable.places import OTHERS

SHORTEST = 10
"""Years between two numbers that are set beside each other: those of a shorter period differ by
no more than their rounding."""

CARRIED = reliability.REPEATED
"""Flags of a division by origin that was made from another year's."""

ANEW = ("rebased", "mixed_basis")
"""Flags of a count by other rules than before."""

_BOUND = {
    "": "",
    "-low": ": the least that those not listed allow",
    "-high": ": the most that those not listed allow",
    "-indication": ", with the other edition's figures for those not listed",
}

_NUMBER = (
    "Number of equally large partners to which the listed ones amount (inverse of the "
    "Herfindahl-Simpson index)"
)


def concentration_facts(study: Trends) -> list[Fact]:
    """Compute the effective numbers of origins and destinations with their bounds.

    Parameters
    ----------
    study
        The country, as from `open_trends`.

    Returns
    -------
    list of Fact
        ``effective-origins`` and ``effective-destinations``, each with ``-low``, ``-high`` and
        ``-indication``; ``effective-origins-then-low`` to ``-now-high`` for the longest period
        over which the number of origins may be compared; ``unknown-origin-share``.
    """
    mine = study.partners("in")
    origins = dependency.effective_number_of_origins(
        mine.loc[mine["status"] == "listed", "persons"], others=unknown(study)
    )
    there = study.partners("out")
    listed = there[there["status"] == "listed"]
    gaps = there.loc[there["status"] == "not_listed", "persons"]
    stocks = reliability.flagged_stocks(study.tables)
    room = stocks.loc[
        (stocks["origin"] == OTHERS)
        & (stocks["edition"] == study.edition)
        & (stocks["year"] == study.year)
        & ~stocks["destination"].isin([*listed["code"], study.country]),
        "both",
    ]
    destinations = dependency.effective_number(listed["persons"], maxima=room, indications=gaps)
    facts = []
    for id, end, found in (
        ("effective-origins", "destination", origins),
        ("effective-destinations", "origin", destinations),
    ):
        about: dict[str, Any] = {
            "unit": "origins" if end == "destination" else "destinations",
            "indicator": "effective_number_of_origins"
            if end == "destination"
            else "effective_number",
            "arguments": {end: study.country, "year": study.year},
        }
        kind = kind_of_sum(study.listed("in" if end == "destination" else "out"))
        for name, more in _BOUND.items():
            value = getattr(found, name.removeprefix("-") or "listed")
            facts.append(
                study.fact(
                    id + name,
                    value,
                    forms.decimal,
                    definition=_NUMBER + more,
                    kind="no-estimate" if value is None else kind,
                    **about,
                )
            )
    every = corridor.immigrant_stock(
        study.tables.aggregates,
        destination=study.country,
        year=study.year,
        edition=study.edition,
    )
    facts.append(
        study.fact(
            "unknown-origin-share",
            unknown(study) / every if every else None,
            forms.percent,
            unit="share",
            indicator="unknown_origin",
            definition="Part of the immigrants whose origin is not given",
            arguments={"destination": study.country, "year": study.year},
        )
    )
    return [*facts, *_then_and_now(study)]


def _then_and_now(study: Trends) -> list[Fact]:
    start, end = comparable(study) or (None, None)
    facts = []
    for name, year in (("then", start), ("now", end)):
        at = _rows(study, study.edition, year)
        found = bounds(at)
        for side in ("low", "high"):
            facts.append(
                study.fact(
                    f"effective-origins-{name}-{side}",
                    getattr(found, side),
                    forms.decimal,
                    unit="origins",
                    indicator="effective_number_of_origins",
                    definition=_NUMBER + _BOUND[f"-{side}"],
                    arguments={"destination": study.country, "year": year},
                    kind=kind_of_sum(at),
                )
            )
    return facts


def changed(study: Trends) -> Literal["more", "fewer", ""]:
    """Tell whether both editions say that the number of origins rose, or fell, for sure.

    It did where the ranges of the two years do not touch, whatever the origin of "Others".

    Parameters
    ----------
    study
        The country, with both editions.

    Returns
    -------
    str
        ``more`` or ``fewer``; empty where the editions differ, a range touches the other, or no
        period is `comparable`.
    """
    period = comparable(study)
    if period is None:
        return ""
    told = set()
    for edition in (study.edition, study.other):
        then, now = (bounds(_rows(study, edition, year)) for year in period)
        told.add("more" if now.low > then.high else "fewer" if now.high < then.low else "")
    return told.pop() if len(told) == 1 else ""


def overlap(book: Book) -> bool:
    """Tell whether the ranges of the first and of the last year touch in the briefing's edition.

    Parameters
    ----------
    book
        Holds ``effective-origins-then-low`` and so on, from `concentration_facts`.
    """
    then, now = (
        [book[f"effective-origins-{name}-{side}"].value or 0 for side in ("low", "high")]
        for name in ("then", "now")
    )
    return then[0] <= now[1] and now[0] <= then[1]


def _rows(study: Trends, edition: str, year: int | None) -> pd.DataFrame:
    rows = study.in_year("in", edition, year)
    return rows[rows["both"] > 0]


def bounds(rows: pd.DataFrame) -> dependency.EffectiveNumber:
    """Return the effective number of origins in the rows of one destination and year.

    Parameters
    ----------
    rows
        ``origin, both`` (persons) of one destination, edition and year, "Others" included.

    Returns
    -------
    EffectiveNumber
        Its `low` and `high` are bounds: "Others" may be of one origin or of many.
    """
    given = rows["origin"] != OTHERS
    return dependency.effective_number_of_origins(
        rows.loc[given, "both"], others=float(rows.loc[~given, "both"].sum())
    )


@found_once
def comparable(study: Trends) -> tuple[int, int] | None:
    """Find the longest period over which both editions count the origins in one way.

    Parameters
    ----------
    study
        The country; the stocks of its immigrants in both editions are looked at, up to the last
        common year.

    Returns
    -------
    tuple of int or None
        First and last year, both given by both editions. In neither are most of the people in
        figures that were carried forward, and no year after the first has a count by new rules.
        None where that leaves fewer than `SHORTEST` years.
    """
    rows = study.corridors("in")
    rows = rows[(rows["origin"] != OTHERS) & (rows["both"] > 0) & (rows["year"] <= study.common)]
    both, year = rows["both"].to_numpy(dtype=float), rows["year"].to_numpy()
    carried, new = (
        np.logical_or.reduce([rows[flag].to_numpy(dtype=bool) for flag in flags])
        for flags in (CARRIED, ANEW)
    )
    editions = [(rows["edition"] == name).to_numpy() for name in (study.edition, study.other)]
    years = sorted(set.intersection(*(set(year[mine].tolist()) for mine in editions)))
    unsound, anew = set(), set()
    for mine in editions:
        people = np.bincount(year[mine], weights=both[mine])
        held = np.bincount(year[mine & carried], weights=both[mine & carried])
        unsound |= set(np.flatnonzero(held > people[: len(held)] / 2).tolist())
        anew |= set(year[mine & new].tolist())
    sound = [year for year in years if year not in unsound]
    periods = [
        (start, end)
        for start in sound
        for end in sound
        if end - start >= SHORTEST and not any(start < year <= end for year in anew)
    ]
    return max(periods, key=lambda period: period[1] - period[0], default=None)
