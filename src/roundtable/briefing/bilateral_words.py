"""What the bilateral templates print besides facts, and what they decide by."""

from typing import Any

import pandas as pd

from roundtable import places, reliability
from roundtable.briefing.corridor import Corridor
from roundtable.briefing.spoken import Spoken, capital
from roundtable.briefing.study import found_once
from roundtable.facts import Book, Name, forms, year_name
from roundtable.places import ties

MATTERS = 0.8
"""An unlisted corridor that comes this near the corridor's own stock may outrank it."""

LOW_COVERAGE = 0.5
"""Below it, a share of the listed emigrants says more about the list than about migration."""

CLOSE = 0.1
"""Growth in the two editions is close when the ratios differ by less than a tenth."""

LIKE = 1.25
"""Two shares of one corridor weigh differently when one is a quarter or more above the other, the
distance from which two editions are at odds, and when a reader of whole points would see it."""

FEW = 0.005
"""Below half a percent, immigrants of unknown origin change no share that is told."""

TOLD_RANK = 20
"""A rank beyond it depends on small differences among many small groups, and is not told."""

FALLEN = 0.05
"""A number has fallen from its highest figure by a twentieth or more: less is what the editions
may differ by before a figure counts as revised."""

SEAM = 1.25
"""Two sources differ at their seam when one has a quarter more than the other for the same year."""

STEEP = 2.0
"""A stock that halves in ten years without anything known to have happened is a break of method."""

LIVING = 1940
"""People born under a rule that ended before this year are no longer many."""

NOTABLE = 0.01
"""The indication of a share is printed when it differs by a point or more."""


def names(c: Corridor, book: Book, labels: dict[str, Any]) -> dict[str, Any]:
    """Return the places, years and printed numbers that are no facts of their own.

    Parameters
    ----------
    c
        The corridor.
    book
        Its facts.
    labels
        Labels of the language.
    """
    start, end = c.growth_period or (c.year, c.year)
    largest = book["unlisted-largest"].arguments["destination"]
    phrase = labels["people_of"]["citizens" if counts_citizens(c) else "born"]
    effective = book["effective-destinations"]
    territory = largest_territory(c)
    years = sorted(set(c.flagged.loc[c.flagged["edition"] == c.edition, "year"].astype(int)))
    previous = max((year for year in years if year < c.year), default=c.year)
    gdp, people_in = (book[id].arguments for id in ("gdp-ratio", "population-ratio"))
    richer = "destination" if gdp["numerator"] == c.destination else "origin"
    poorer = "origin" if richer == "destination" else "destination"
    return {
        "origin": Spoken(c.origin),
        "destination": Spoken(c.destination),
        "year": year_name(c.year),
        "common": year_name(c.common),
        "first_year": year_name(years[0]),
        "previous": year_name(previous),
        "growth_start": year_name(start),
        "growth_end": year_name(end),
        "gdp_year": year_name(book["gdp-ratio"].arguments["year"] or c.year),
        "gdp_higher": Spoken(gdp["numerator"]),
        "gdp_lower": Spoken(gdp["denominator"]),
        "gdp_of_higher": book[f"gdp-of-{richer}"],
        "gdp_of_lower": book[f"gdp-of-{poorer}"],
        "people_more": Spoken(people_in["numerator"]),
        "people_fewer": Spoken(people_in["denominator"]),
        "dollar_year": year_name(2021),
        "thousand": Name(forms.number(1000, c.language)),
        "rebased_year": year_name(_last_rebased(c) or c.year),
        "reverse_rebased_year": year_name(_last_rebased(c, reverse=True) or c.year),
        "unlisted_place": Spoken(largest) if largest else None,
        "territory": Spoken(territory) if territory else None,
        "peak_year": year_name(book["peak"].arguments["year"] or c.year),
        "peak_year_other": year_name(book["peak-other"].arguments["year"] or c.year),
        "trough_year": year_name(book["trough"].arguments["year"] or c.year),
        "trough_year_other": year_name(book["trough-other"].arguments["year"] or c.year),
        "people_of_capital": Name(capital(phrase.format(places.place(c.origin).phrase))),
        "share_of_immigrants_capital": Name(
            capital(book["share-of-immigrants"].printed[c.language])
        ),
        "effective_low": Name(forms.exact(effective.low, c.language, digits=1)),
        "effective_high": Name(forms.exact(effective.high, c.language, digits=1)),
    }


def conditions(c: Corridor, book: Book) -> dict[str, Any]:
    """Return what the templates decide by.

    Parameters
    ----------
    c
        The corridor.
    book
        Its facts.
    """
    row = c.row(edition=c.edition, year=c.year)
    rows = c.rows(edition=c.edition)
    share, of_immigrants = book["share-of-emigrants"], book["share-of-immigrants"].value
    unlisted = book["unlisted-largest"].value
    # Both figures are of the same year; the other edition's corridor where it is known.
    size = book["stock-other"].value or book["stock-common"].value
    growth, other = book["growth"], book["growth-other"]
    coverage = book["coverage"].value
    effective, indication = (
        book[id] for id in ("effective-destinations", "effective-destinations-indication")
    )
    ranks = book["rank-of-destination"].value, book["rank-of-destination-in-other"].value
    origin_ranks = [book[id].value for id in ("rank-of-origin", "rank-of-origin-in-other")]
    last, seam, first = (book[id].value for id in ("before-last", "before-at-seam", "first-stock"))
    return {
        "citizens": counts_citizens(c),
        "reverse_citizens": counts_citizens(c, reverse=True),
        "two_counts": (
            counts_citizens(c) != counts_citizens(c, reverse=True)
            and book["stock"].known
            and book["reverse-stock"].known
        ),
        "frozen_now": row is not None and bool(row["frozen"]),
        "linear_now": row is not None and bool(row["linear"]) and not bool(row["frozen"]),
        "constant_rate_now": (
            row is not None and bool(row["constant_rate"]) and not bool(row["frozen"])
        ),
        "carried_here": _carried(rows),
        "carried_there": _carried(c.rows(edition=c.other)),
        "ever_disputed": bool(rows["disputed"].any()),
        "mixed_basis": bool(rows["mixed_basis"].any()),
        "reverse_mixed_basis": bool(c.rows(edition=c.edition, reverse=True)["mixed_basis"].any()),
        "reverse_citizens_other": counts_citizens(c, reverse=True, edition=c.other),
        "rebased": bool(rows["rebased"].any()),
        "reverse_rebased": _last_rebased(c, reverse=True) is not None,
        "other_lists": len(c.rows(edition=c.other)) > 0,
        "listed_here": len(rows) > 0,
        "listed_back": len(c.rows(edition=c.edition, reverse=True)) > 0,
        "growth_agrees": growth.printed == other.printed,
        "growth_close": bool(
            growth.value and other.value and abs(growth.value / other.value - 1) < CLOSE
        ),
        "coverage_low": coverage is not None and coverage < LOW_COVERAGE,
        "unlisted_matters": bool(size and unlisted and unlisted > MATTERS * size),
        "indication_matters": bool(
            share.value and share.indication and share.value - share.indication >= NOTABLE
        ),
        "weighs_differently": _weighs_differently(share.value, of_immigrants),
        "risen_and_fallen": _turned(c, book, "peak"),
        "fallen_and_risen": _turned(c, book, "trough"),
        "rank_holds": ranks[0] is not None
        and ranks[0] == ranks[1]
        and ranks[0] <= TOLD_RANK
        and not _contested(c, "destination"),
        "rank_contested": ranks[0] is not None
        and ranks[0] <= TOLD_RANK
        and _contested(c, "destination"),
        "rank_differs": None not in ranks and ranks[0] != ranks[1] and min(ranks) <= TOLD_RANK,
        "rank_of_origin_told": bool(origin_ranks[0] and origin_ranks[0] <= TOLD_RANK)
        and not _contested(c, "origin"),
        "rank_of_origin_differs": None not in origin_ranks
        and origin_ranks[0] != origin_ranks[1]
        and min(origin_ranks) <= TOLD_RANK
        and not _contested(c, "origin"),
        "women_drawn": c.year in reliability.women_on_a_line(rows),
        "reverse_women_drawn": c.year
        in reliability.women_on_a_line(c.rows(edition=c.edition, reverse=True)),
        "unknown_matters": (book["unknown-origin-share"].value or 0.0) >= FEW,
        "one_edition_since": _one_edition_since(c),
        "seam_differs": _ratio(seam, first) >= SEAM,
        "falls_before_seam": bool(last and seam and last >= STEEP * seam),
        "returned": _returned(c),
        "effective_differs": effective.printed != indication.printed,
        "effective_bounded": effective.high is not None,
        "effective_span_tells": reliability.span_tells(effective.low, effective.high),
    }


@found_once
def counts_citizens(c: Corridor, *, reverse: bool = False, edition: str = "") -> bool:
    """Tell whether the destination counts foreign citizens and not the foreign-born.

    By the briefing's edition, where none is named: ten destinations are marked otherwise in the
    other one.

    Parameters
    ----------
    c
        The corridor.
    reverse
        Whether the corridor back is meant, whose destination is the origin.
    edition
        An edition by name; empty for the briefing's.
    """
    place = c.origin if reverse else c.destination
    marks = c.tables.destinations
    row = marks[(marks["edition"] == (edition or c.edition)) & (marks["destination"] == place)]
    return bool(len(row) and row["citizens"].iloc[0] and not row["born"].iloc[0])


@found_once
def _contested(c: Corridor, end: str) -> bool:
    """Tell whether another corridor is so near in size that a revision could take the rank.

    India has 2.6% more people in the United Arab Emirates, by a figure carried forward, than in
    the United States: which of the two comes first the figures do not carry.
    """
    fixed = "origin" if end == "destination" else "destination"
    rows = c.flagged
    rows = rows[
        (rows["edition"] == c.edition)
        & (rows["year"] == c.year)
        & (rows[fixed] == getattr(c, fixed))
        & (rows["origin"] != places.OTHERS)
        & (rows["both"] > 0)
    ]
    own = rows.loc[rows[end] == getattr(c, end), "both"]
    if own.empty:
        return False
    near = rows.loc[rows[end] != getattr(c, end), "both"] / own.iloc[0]
    return bool(near.between(1 / (1 + reliability.REVISED), 1 + reliability.REVISED).any())


def _ratio(one: float | None, other: float | None) -> float:
    """Return the larger of two values over the smaller; one where either is missing or zero."""
    return max(one / other, other / one) if one and other else 1.0


def _weighs_differently(one: float | None, other: float | None) -> bool:
    """Tell whether a corridor is clearly more at one of its ends than at the other."""
    return bool(one and other and abs(one - other) >= NOTABLE and _ratio(one, other) >= LIKE)


def _turned(c: Corridor, book: Book, extreme: str) -> bool:
    """Tell whether in both editions the number turned in between.

    ``peak``: it was clearly higher in between than at the end; ``trough``: clearly lower.
    """
    if not c.growth_period:
        return False
    start, end = c.growth_period
    for id, edition in ((extreme, c.edition), (f"{extreme}-other", c.other)):
        found, row = book[id], c.row(edition=edition, year=end)
        if found.value is None or row is None or not start < found.arguments["year"] < end:
            return False
        low, high = sorted((found.value, row["both"]))
        if low > (1 - FALLEN) * high:
            return False
    return True


def _one_edition_since(c: Corridor) -> bool:
    """Tell whether the years outside the period of growth are those of one edition alone."""
    first = c.rows(edition=c.edition)["year"].min()
    return c.growth_period == (first, c.common) and c.common < c.year


def _returned(c: Corridor) -> bool:
    """Tell whether people born to settlers or officials of the destination may be in the stock.

    They were born in the origin under its rule and came when it ended; a count of people born
    abroad has them, one of foreign citizens does not.
    """
    rule = [
        tie
        for tie, way in ties.between(c.origin, c.destination, on=c.year)
        if tie.kind in ties.COLONIAL and way == "to holder"
    ]
    return not counts_citizens(c) and any(tie.end and tie.end >= LIVING for tie in rule)


def _carried(rows: pd.DataFrame) -> bool:
    """Tell whether any year of a corridor was made from another year's figure."""
    return bool(rows[list(reliability.REPEATED)].any(axis=None))


def _last_rebased(c: Corridor, *, reverse: bool = False) -> int | None:
    """Return the last year in which the corridor follows a break of most origins."""
    rows = c.rows(edition=c.edition, reverse=reverse)
    years = rows.loc[rows["rebased"], "year"]
    return int(years.max()) if len(years) else None


def largest_territory(c: Corridor) -> str | None:
    """Return the territory with most people of the origin that may be inside the destination.

    France's figure may hold those of its overseas departments: the two must not be added up.
    Territories that are apart (Puerto Rico) are left out.

    Parameters
    ----------
    c
        The corridor. Its rows of the briefing's edition and year are looked at.

    Returns
    -------
    str or None
        Code of the territory; None where none of them has people of the origin.
    """
    rows = c.flagged[
        (c.flagged["origin"] == c.origin)
        & (c.flagged["edition"] == c.edition)
        & (c.flagged["year"] == c.year)
        & (c.flagged["both"] > 0)
    ]
    own = {
        code: int(persons)
        for code, persons in zip(rows["destination"].astype(str), rows["both"], strict=True)
        if places.may_be_counted_inside(code, edition=c.edition, year=c.year) == c.destination
    }
    return max(own, key=lambda code: (own[code], code)) if own else None
