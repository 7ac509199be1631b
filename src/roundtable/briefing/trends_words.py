"""What the templates on new trends print besides facts, and what they decide by."""

from typing import Any

from babel.lists import format_list

from roundtable import places
from roundtable.briefing.rising_facts import TOLD, emerged
from roundtable.briefing.spoken import Spoken, capital
from roundtable.briefing.trends_study import WAYS, Trends
from roundtable.facts import Book, Name, forms, year_name


def trends_names(study: Trends, book: Book, labels: dict[str, Any]) -> dict[str, Any]:
    """Return places, years and conditions.

    Parameters
    ----------
    study, book
        The country and its facts.
    labels
        Labels of the language.
    """
    found: dict[str, Any] = {
        "country": Spoken(study.country),
        "year": year_name(study.year),
        "common": year_name(study.common),
        "paper_year": year_name(2010),
        "students_abroad_capital": Name(
            capital(book["students-abroad-list"].printed[study.language])
        ),
        "is_israel": study.country == "ISR",
        "floor": Name(forms.exact(25_000, study.language)),
        "smallest": Name(forms.exact(1_000, study.language)),
    }
    for way in WAYS:
        found[f"new_{way}"] = _told(study, book, way)
        rows = study.risen[way]
        found[f"crossed_{way}"] = bool(
            ((rows["status"] == "refused") & (rows["after"] >= 25_000)).any()
        )
        refused = rows[(rows["status"] == "refused") & (rows["after"] >= 25_000)]
        found[f"untold_{way}"] = _list(refused["partner"].head(4), study.language)
    found |= _rebased(study, book)
    found |= _students(study, book)
    found |= _years(study, book)
    return found


def _told(study: Trends, book: Book, way: str) -> list[dict[str, Any]]:
    told = []
    for number, row in enumerate(emerged(study, way).head(TOLD).itertuples(), 1):
        facts = {
            name: book[f"{way}-{number}-{name}"]
            for name in ("before", "after", "here", "there", "refugees")
        }
        ends = study.ends(way, row.partner)
        counted = study.row(way, row.partner, year=study.year)
        told.append(
            {
                **facts,
                "origin": Spoken(ends["origin"]),
                "destination": Spoken(ends["destination"]),
                "start": year_name(row.start),
                "beyond": row.bonds == (),
                "driven": row.driven,
                "citizens": bool(counted["citizens"]),
                "revised": facts["here"].printed != facts["there"].printed,
            }
        )
    return told


def _rebased(study: Trends, book: Book) -> dict[str, Any]:
    fact = book["rebased-count"]
    start = book["rebased-before"].arguments["year"]
    # Corridors of the country's people that broke with most others at their destination.
    rows = study.corridors("out")
    mine = rows[(rows["edition"] == study.edition) & (rows["year"] == study.year)]
    broken = mine[mine["rebased"].to_numpy(dtype=bool)].sort_values("both", ascending=False)
    return {
        "rebased": fact.known,
        "rebased_now": fact.known and fact.arguments["year"] == study.year,
        "rebased_start": year_name(start or study.year),
        "rebased_end": year_name(fact.arguments["year"] or study.year),
        "rebased_list": _list(fact.arguments["origins"], study.language),
        "rebased_out": len(broken) > 0,
        "rebased_out_list": _list(broken["destination"].astype(str), study.language),
    }


def _students(study: Trends, book: Book) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for id in ("abroad", "inbound"):
        about = book[f"students-{id}-list"].arguments
        found[f"students_{id}_year"] = year_name(about["year"] or study.year)
        found[f"students_{id}_place"] = Spoken(about["partner"]) if about["partner"] else None
    total = book["students-inbound"].arguments
    found["students_total_year"] = year_name(total["year"] or study.year)
    return found


def _years(study: Trends, book: Book) -> dict[str, Any]:
    found = {}
    for direction in ("received", "paid"):
        for name in ("", "-before"):
            fact = book[f"{direction}-of-gdp{name}"]
            found[f"{direction}_year{name.replace('-', '_')}"] = year_name(
                fact.arguments["year"] or study.year
            )
    found["first_year"] = year_name(book["population-before"].arguments["year"])
    return found


def _list(codes: Any, language: str) -> Name:
    return Name(format_list([places.place(code).phrase for code in codes], locale=language))
