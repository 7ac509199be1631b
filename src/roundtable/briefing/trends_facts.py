"""Facts of concentration, students, money and population."""

from functools import partial

import pandas as pd

from roundtable import kept, places, reliability
from roundtable.briefing.trends_study import (
    Trends,
    remittances,
    students_abroad,
    students_from_abroad,
)
from roundtable.facts import Fact, SourceRef, forms
from roundtable.indicators import context, corridor, students
from roundtable.sources import RECEIVED, STUDENTS, WORLD_BANK

EARLIER = 10
"""Years before the last one to which a share of GDP is set beside it."""


def trends_facts(study: Trends) -> list[Fact]:
    """Compute what a briefing on new trends tells beside new corridors.

    Parameters
    ----------
    study
        The country, as from `open_trends`.
    """
    parts = (student_facts, remittance_facts, _population, _silent)
    return [fact for part in parts for fact in part(study)]


def student_facts(study: Trends) -> list[Fact]:
    """Return the students of a country abroad, and those from abroad in it, in persons.

    Parameters
    ----------
    study
        The country.

    Returns
    -------
    list of Fact
        ``students-abroad-<name>`` and ``students-inbound-<name>`` for ``list`` (all on the list),
        ``largest`` and ``lumped`` (share of the list that has no country), and ``students-inbound``
        for all who are enrolled.
    """
    away, here = students_abroad(study), students_from_abroad(study)
    total = students.inbound(study.tables.students, destination=study.country, up_to=study.year)
    facts = []
    for id, end, found in (("abroad", "origin", away), ("inbound", "destination", here)):
        first = found.partners.iloc[0] if len(found.partners) else None
        values = (
            ("list", found.total, forms.people, "persons"),
            ("largest", None if first is None else int(first["students"]), forms.people, "persons"),
            ("lumped", found.others / found.total if found.total else None, forms.percent, "share"),
        )
        facts += [
            study.fact(
                f"students-{id}-{name}",
                value,
                form,
                unit=unit,
                indicator=f"students_{id}",
                definition=_STUDENTS[name],
                arguments={
                    end: study.country,
                    "year": found.year,
                    "partner": None if first is None else str(first["code"]),
                },
                edition="",
                sources=(SourceRef(STUDENTS),),
            )
            for name, value, form, unit in values
        ]
    year, persons = total or (None, None)
    facts.append(
        study.fact(
            "students-inbound",
            persons,
            forms.people,
            unit="persons",
            indicator="students_total",
            definition="All students from abroad enrolled in the country",
            arguments={"destination": study.country, "year": year},
            edition="",
            sources=(SourceRef(STUDENTS),),
        )
    )
    return facts


_STUDENTS = {
    "list": "Students in the list, those whose partner is not named included",
    "largest": "Students of the largest partner named",
    "lumped": "Part of the list whose partner is not named",
}


def remittance_facts(study: Trends) -> list[Fact]:
    """Return remittances received and paid, in US dollars and against GDP.

    Parameters
    ----------
    study
        The country.

    Returns
    -------
    list of Fact
        ``received`` and ``paid`` in US dollars, ``-of-gdp`` as a share in the last year, and
        ``-of-gdp-before`` `EARLIER` years before it, not known where the series jumps in between.
    """
    facts = []
    for direction in ("received", "paid"):
        series = remittances(study, direction)
        last = series.iloc[-1] if len(series) else None
        year = None if last is None else int(last["year"])
        then = series[series["year"] == (year or 0) - EARLIER]
        since = series[series["year"] > (year or 0) - EARLIER]
        steady = len(then) and not since["jump"].any()
        values = (
            ("", None if last is None else float(last["usd"]), forms.dollars, "US dollars", year),
            ("-of-gdp", _share(last), forms.percent, "share", year),
            (
                "-of-gdp-before",
                _share(then.iloc[0]) if steady else None,
                forms.percent,
                "share",
                (year or 0) - EARLIER,
            ),
        )
        facts += [
            study.fact(
                f"{direction}{name}",
                value,
                form,
                unit=unit,
                indicator="remittances_of_gdp",
                definition=f"Personal remittances {direction}"
                + (" as a share of GDP" if unit == "share" else ""),
                arguments={"place": study.country, "direction": direction, "year": at},
                edition="",
                sources=(SourceRef(RECEIVED), SourceRef(WORLD_BANK)),
            )
            for name, value, form, unit, at in values
        ]
    return facts


def _share(row: pd.Series | None) -> float | None:
    return None if row is None or pd.isna(row["share"]) else float(row["share"])


def _population(study: Trends) -> list[Fact]:
    facts = []
    years = sorted(
        study.tables.totals.loc[study.tables.totals["edition"] == study.edition, "year"].unique()
    )
    first = max((int(y) for y in years if y <= study.year - 20), default=int(years[0]))
    for name, year in (("", study.year), ("-before", first)):
        people = context.population(
            study.tables.totals, place=study.country, year=year, edition=study.edition
        )
        immigrants = corridor.immigrant_stock(
            study.tables.aggregates, destination=study.country, year=year, edition=study.edition
        )
        facts += [
            study.fact(
                f"population{name}",
                people,
                forms.people,
                unit="persons",
                indicator="population",
                definition="Inhabitants at mid-year",
                arguments={"place": study.country, "year": year},
            ),
            study.fact(
                f"immigrants-of-population{name}",
                immigrants / people if people and immigrants is not None else None,
                forms.percent,
                unit="share",
                indicator="immigrant_stock",
                definition="Immigrants of all origins against inhabitants",
                arguments={"destination": study.country, "year": year},
            ),
        ]
    return facts


def _china_in_africa(study: Trends) -> tuple[int, int]:
    """Count Africa's destinations, and those that do not detail people from China."""
    stocks = reliability.flagged_stocks(study.tables)
    codes = [str(code) for code in stocks["destination"].cat.categories]
    africa = [code for code in codes if places.place(code).region == "Africa"]
    at = stocks[
        stocks["destination"].isin(africa)
        & (stocks["edition"] == study.edition)
        & (stocks["year"] == study.year)
    ]
    count = at["destination"].nunique()
    return count, count - int((at["origin"] == "CHN").sum())


def _silent(study: Trends) -> list[Fact]:
    """Return how many destinations in Africa do not detail people from China.

    The session's paper has more than a million of them; the claim can so not be checked.
    """
    count, silent = kept.made(
        "china-in-africa",
        partial(_china_in_africa, study),
        of=f"{study.tables.digest} {study.edition} {study.year}",
    )
    return [
        study.fact(
            f"china-africa-{id}",
            value,
            forms.exact,
            unit="destinations",
            indicator="china_in_africa",
            definition="Destinations in Africa"
            + (" that do not detail the origin China" if id == "silent" else ""),
            arguments={"year": study.year},
        )
        for id, value in (("destinations", count), ("silent", silent))
    ]
