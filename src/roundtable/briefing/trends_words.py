"""What the templates on new trends print besides facts, and what they decide by."""

from typing import Any

from roundtable import places, reliability
from roundtable.briefing.concentration_facts import changed, overlap
from roundtable.briefing.flight_facts import named
from roundtable.briefing.rising_facts import driven, emerged, grown
from roundtable.briefing.spoken import Spoken, capital
from roundtable.briefing.trends_study import WAYS, Trends, movement
from roundtable.briefing.trends_tables import looks_new, shown_rises
from roundtable.facts import Book, Fact, Name, forms, year_name
from roundtable.indicators import corridor
from roundtable.indicators.rising import SMALL
from roundtable.places import blocs
from roundtable.reliability.editions import REVISED
from roundtable.reliability.emerging import LARGE

FLED = 10_000
"""Refugees and asylum seekers of a country from which on the words tell of them."""

FLIGHT = 0.05
"""Part of all immigrants from which on those who fled are among the key messages."""

RETURNS = 5
"""Times by which the people of the other direction must outnumber a community, so that children
born abroad to those who went home may be a large part of it."""


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
        "is_china": study.country == "CHN",
        "floor": Name(forms.exact(LARGE, study.language)),
        "smallest": Name(forms.exact(SMALL, study.language)),
    }
    for way in WAYS:
        found[f"new_{way}"] = told_new(study, book, way)
        number = book[f"{way}-emerged"].printed[study.language]
        found[f"{way}_emerged_capital"] = Name(capital(number))
        found[f"more_{way}"] = book[f"{way}-emerged"].value > len(found[f"new_{way}"])
        found[f"grown_{way}"] = _grown(study, book, way)
        shown, every = shown_rises(study, way), study.risen[way]
        untold = shown.loc[looks_new(shown), "partner"]
        found[f"more_untold_{way}"] = int(looks_new(every).sum()) > len(untold)
        found[f"crossed_{way}"] = len(untold) > 0
        found[f"one_crossed_{way}"] = len(untold) == 1
        found[f"untold_{way}"] = _list(untold, study.language)
        apart = driven(study, way)
        found[f"driven_{way}"] = _list(apart, study.language) if apart else None
        found[f"fled_{way}"] = _fled(study, book, way)
    found["all_fled_in"] = _nearly_all(found["fled_in"], book["in-fled"])
    everybody = corridor.immigrant_stock(
        study.tables.aggregates,
        destination=study.country,
        year=study.year,
        edition=study.edition,
    )
    found["flight_large"] = (book["in-fled"].value or 0) >= FLIGHT * (everybody or 0) > 0
    found["grown_large"] = any(item["large"] for item in found["grown_out"])
    found |= rebased_names(study, book)
    found |= _students(study, book)
    found |= _years(study, book)
    return found


def told_new(study: Trends, book: Book, way: str) -> list[dict[str, Any]]:
    """Return the new corridors of one way as the templates take them.

    Parameters
    ----------
    study
        The country.
    book
        Holds the facts of `rising_facts`.
    way
        ``in`` for its immigrants, ``out`` for its emigrants.

    Returns
    -------
    list of dict
        One a corridor, in the order of `emerged`.
    """
    return [
        _corridor(study, book, f"{way}-{number}", way, row)
        for number, row in enumerate(emerged(study, way).itertuples(), 1)
    ]


def _fled(study: Trends, book: Book, way: str) -> list[dict[str, Any]]:
    """Return the partners of those who fled, where enough did to be told."""
    if (book[f"{way}-fled"].value or 0) < FLED:
        return []
    return [
        {"partner": Spoken(code), "persons": book[f"{way}-fled-{number}"]}
        for number, code in enumerate(named(study, way), 1)
    ]


def _nearly_all(fled: list[dict[str, Any]], everybody: Fact) -> Name | None:
    """Return the origin of nearly all who fled, where the two numbers would read the same."""
    if not fled or fled[0]["persons"].printed != everybody.printed:
        return None
    return fled[0]["partner"].phrase


def _grown(study: Trends, book: Book, way: str) -> list[dict[str, Any]]:
    """Return the largest other rise that is told, where no corridor is new."""
    if len(emerged(study, way)):
        return []
    return [
        _corridor(study, book, f"{way}-grown", way, row) for row in grown(study, way).itertuples()
    ]


def _corridor(study: Trends, book: Book, id: str, way: str, row: Any) -> dict[str, Any]:
    names = ("before", "after", "here", "there", "reverse", "refugees")
    facts = {name: book[f"{id}-{name}"] for name in names}
    ends = {name: Spoken(code) for name, code in study.ends(way, row.partner).items()}
    here, there = (facts[name].value or 0 for name in ("here", "there"))
    return {
        **facts,
        **ends,
        **_bloc(study, row),
        "start": year_name(row.start),
        "beyond": row.bonds == (),
        "driven": row.driven,
        "exceeds": row.refugees > row.after,
        "returning": (facts["reverse"].value or 0) >= RETURNS * row.after,
        "large": row.status == "large",
        "citizens": bool(study.row(way, row.partner, year=study.year)["citizens"]),
        "revised": facts["here"].printed != facts["there"].printed,
        "apart": abs(here - there) > REVISED * min(here, there),
    }


def _bloc(study: Trends, row: Any) -> dict[str, Name | None]:
    """Return the bloc with rules on moving that the two ends shared, and the year it ended."""
    found = movement(study.country, row.partner, start=row.start, end=row.end)
    if found is None:
        return {"bloc": None, "bloc_until": None}
    bloc, last = found
    ends = (blocs.left_since(bloc.id, end, after=last) for end in (study.country, row.partner))
    days = [day for day in ends if day]
    gone = last < row.end and days
    return {
        "bloc": Name(f"{bloc.article} {bloc.name}".strip()),
        "bloc_until": year_name(min(days).year) if gone else None,
    }


def rebased_names(study: Trends, book: Book) -> dict[str, Any]:
    """Return what the templates print of communities that were counted anew.

    Parameters
    ----------
    study
        The country.
    book
        Holds ``rebased-count`` and ``rebased-before``.

    Returns
    -------
    dict
        Years, lists of countries and conditions, each beginning with ``rebased``.
    """
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
    for direction in ("received", "paid"):
        id = f"{direction}-of-gdp"
        found[f"{direction}_same"] = book[id].printed == book[f"{id}-before"].printed
    found["indication_same"] = (
        book["effective-destinations"].printed == book["effective-destinations-indication"].printed
    )
    for name in ("then", "now"):
        at = book[f"effective-origins-{name}-low"].arguments["year"]
        found[f"concentration_{name}"] = year_name(at or study.year)
        found[f"exact_{name}"] = (
            book[f"effective-origins-{name}-low"].printed
            == book[f"effective-origins-{name}-high"].printed
        )
    for id in ("effective-origins", "effective-destinations"):
        found[f"{id.split('-')[1]}_span_tells"] = _span_tells(book, id)
    found["over_time_tells"] = all(
        _span_tells(book, f"effective-origins-{name}") for name in ("then", "now")
    )
    found["ranges_overlap"] = overlap(book)
    found["division_carried"] = book["effective-origins"].kind == "carried-forward"
    told = changed(study)
    found["origins_more"], found["origins_fewer"] = told == "more", told == "fewer"
    found["first_year"] = year_name(book["population-before"].arguments["year"])
    return found


def _span_tells(book: Book, id: str) -> bool:
    low, high = (book[f"{id}-{side}"].value for side in ("low", "high"))
    return reliability.span_tells(low, high)


def _list(codes: Any, language: str) -> Name:
    return Name(forms.listed([places.place(code).phrase for code in codes], language))
