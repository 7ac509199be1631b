"""Which stocks a government may be asked about: those of its corridors."""

from collections.abc import Collection

import pandas as pd

from roundtable import reliability
from roundtable.briefing.study import Study
from roundtable.indicators import shares
from roundtable.notes.figure import Figure, Stock
from roundtable.places import OTHERS, place

RECENT = 20
"""Years back to which a break in the count matters: a debate on growth covers a generation, and
tells it from figures on either side of the break."""

Pair = tuple[str, str]


def of_country(study: Study, country: str, *, session: Collection[Pair]) -> list[Figure]:
    """Return the figures of every corridor that a country is an end of.

    Parameters
    ----------
    study
        Tables, year and editions.
    country
        ISO 3166 alpha-3 code.
    session
        Corridors of the roundtable, as pairs of origin and destination.

    Returns
    -------
    list of Figure
        Corridors with at least one person in either edition: those of the session first, then
        the larger ones. Those between a state and a territory of its own (France and Réunion)
        cross no border between states, and are left out.
    """
    stocks = reliability.flagged_stocks(study.tables)
    mine = (stocks["origin"] == country) | (stocks["destination"] == country)
    found = of_rows(study, stocks[mine & (stocks["origin"] != OTHERS)], session=session)
    return [figure for figure in found if figure.of_session or not _within_one_state(figure)]


def _within_one_state(figure: Figure) -> bool:
    ends = [place(code) for code in (str(figure.origin), figure.destination)]
    return len({end.sovereign or end.code for end in ends}) == 1


def of_pairs(study: Study, pairs: Collection[Pair]) -> list[Figure]:
    """Return the figures of the corridors of a roundtable that either edition gives.

    Parameters
    ----------
    study
        Tables, year and editions.
    pairs
        Origins and destinations.
    """
    stocks = reliability.flagged_stocks(study.tables)
    origins, destinations = map(set, zip(*pairs, strict=True))
    rough = stocks[stocks["origin"].isin(origins) & stocks["destination"].isin(destinations)]
    return [figure for figure in of_rows(study, rough, session=pairs) if figure.of_session]


def of_rows(study: Study, flagged: pd.DataFrame, *, session: Collection[Pair]) -> list[Figure]:
    """Return the figures of whole corridors, ordered as in `of_country`.

    Parameters
    ----------
    study
        Tables, year and editions.
    flagged
        Flagged rows of the stocks: all years and both editions of each corridor.
    session
        Corridors of the roundtable, as pairs of origin and destination.

    Returns
    -------
    list of Figure
        Corridors of the session and those with at least one person in either edition.
    """
    ends = ["origin", "destination"]
    # Of all rows: an edition that lists none of these corridors still gives the year.
    everything = study.tables.aggregates
    common = (
        shares.common_year(everything, edition=study.edition, other=study.other, year=study.year)
        or study.year
    )
    own, others = (flagged[flagged["edition"] == name] for name in (study.edition, study.other))
    broken = own[own["rebased"] & own["year"].between(study.year - RECENT, study.year)]
    rebased = broken.groupby(ends, observed=True)["year"].max().to_dict()
    recounted = recounts(study)
    excess: dict[Pair, float] = {}
    found: list[dict[Pair, Stock]] = []
    for part, edition, year in (
        (own, study.edition, study.year),
        (own, study.edition, common),
        (others, study.other, common),
    ):
        known = part[part["year"] == year].to_dict(orient="records")
        found.append({_pair(row): _stock(row, edition=edition, year=year) for row in known})
        excess |= {_pair(row): row["excess"] for row in known}
    now, here, there = found
    figures = []
    for pair in dict.fromkeys([*now, *there]):
        figures.append(
            Figure(
                origin=pair[0],
                destination=pair[1],
                now=now.get(pair) or _absent(study.edition, study.year),
                here=here.get(pair) or _absent(study.edition, common),
                there=there.get(pair) or _absent(study.other, common),
                excess=None if pd.isna(excess[pair]) else float(excess[pair]),
                rebased=rebased.get(pair),
                recounted=recounted.get(pair[1]),
                of_session=pair in session,
            )
        )
    known = [figure for figure in figures if figure.size > 0 or figure.of_session]
    return sorted(known, key=lambda item: (not item.of_session, -item.size, item.id))


def recounts(study: Study) -> dict[str, int]:
    """Return the last year in which most origins of a destination left their course together.

    Returns
    -------
    dict of str to int
        By destination, of the edition and the past twenty years.
    """
    breaks = study.tables.breaks
    recent = breaks["end"].between(study.year - RECENT, study.year)
    found = breaks[(breaks["edition"] == study.edition) & recent]
    return found.groupby("destination", observed=True)["end"].max().astype(int).to_dict()


def _pair(row: dict) -> Pair:
    return str(row["origin"]), str(row["destination"])


def _stock(row: dict, *, edition: str, year: int) -> Stock:
    return Stock(
        persons=int(row["both"]),
        edition=edition,
        year=year,
        kind=str(row["kind"]),
        flags=tuple(name for name in reliability.FLAGS if row.get(name)),
    )


def _absent(edition: str, year: int) -> Stock:
    return Stock(persons=None, edition=edition, year=year, kind="not-listed", flags=("not_listed",))
