"""All immigrants of a country, and all emigrants whom the edition lists."""

from roundtable import reliability
from roundtable.briefing.country import kind_of_sum
from roundtable.briefing.study import Study
from roundtable.facts import Fact, forms
from roundtable.indicators import corridor, shares
from roundtable.notes.figure import Figure, Stock
from roundtable.notes.figures import recounts


def total(study: Study, country: str) -> Figure | None:
    """Return all immigrants of a country; None where the edition gives no figure.

    It is flagged where the country counts foreign citizens, and carried forward where the
    publisher had no data of it and imputed the figures. A break that most origins share is a
    break of their total too.
    """
    rows = study.tables.aggregates
    own = rows[(rows["place"] == country) & (rows["direction"] == "immigrants")]
    common = shares.common_year(own, edition=study.edition, other=study.other, year=study.year)
    places = {"now": (study.edition, study.year)}
    places |= {"here": (study.edition, common or study.year), "there": (study.other, common or 0)}
    persons = {
        name: corridor.immigrant_stock(rows, destination=country, year=year, edition=edition)
        for name, (edition, year) in places.items()
    }
    if persons["now"] is None:
        return None
    pair = [persons["here"], persons["there"]]
    excess = max(pair) / min(pair) - 1 if all(pair) else None
    marks = study.tables.destinations
    marks = marks[(marks["edition"] == study.edition) & (marks["destination"] == country)]
    mark = marks.iloc[0] if len(marks) else None
    kind = _kind_of_total(excess, imputed=mark is not None and bool(mark["imputed"]))
    citizens = mark is not None and bool(mark["citizens"]) and not bool(mark["born"])
    stocks = {
        name: Stock(
            persons=persons[name],
            edition=edition,
            year=year,
            kind=kind,
            flags=("citizens",) if citizens else (),
        )
        for name, (edition, year) in places.items()
    }
    return Figure(
        origin=None,
        destination=country,
        excess=excess,
        recounted=recounts(study).get(country),
        **stocks,
    )


def _kind_of_total(excess: float | None, *, imputed: bool) -> str:
    """Return the kind of a total by the rules that hold for a corridor."""
    if excess is not None and excess > reliability.DISPUTED:
        return "disputed"
    if imputed:
        return "carried-forward"
    return "revised" if excess is not None and excess > reliability.REVISED else "measured"


def abroad(study: Study, country: str) -> Fact:
    """Return the emigrants of a country whom the edition lists.

    They are a sum of corridors, and of the kind of such a sum, as in the briefing on historical
    links. The fact is flagged where the other edition gives a corridor that this one does not.
    """
    rows = study.tables.aggregates
    own = rows[(rows["place"] == country) & (rows["direction"] == "emigrants")]
    common = shares.common_year(own, edition=study.edition, other=study.other, year=study.year)
    flagged = reliability.flagged_stocks(study.tables)
    flagged = flagged[flagged["origin"] == country]
    here = (flagged["edition"] == study.edition) & (flagged["year"] == study.year)
    gaps = reliability.unlisted(flagged, edition=study.edition, other=study.other, year=common or 0)
    return study.fact(
        "emigrants",
        corridor.emigrant_stock(rows, origin=country, year=study.year, edition=study.edition),
        forms.people,
        unit="persons",
        indicator="emigrants_of_one",
        definition="Emigrants of the country whom the edition lists at any destination",
        arguments={"origin": country, "year": study.year},
        kind=kind_of_sum(flagged[here]),
        flags=("not_listed",) if len(gaps) else (),
    )
