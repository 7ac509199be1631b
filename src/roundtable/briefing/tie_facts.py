"""Facts of a country's immigrants and emigrants, by what ties the two ends of their corridor."""

import numpy as np
import pandas as pd

from roundtable import places, reliability
from roundtable.briefing.country import (
    EVERY,
    OPPOSITE,
    Country,
    End,
    flags_of_sum,
    kind_of_sum,
    listed,
)
from roundtable.facts import Fact, SourceRef, forms
from roundtable.indicators import tie_classes
from roundtable.sources import DECADES, TIES

SIDES: dict[str, End] = {"immigrants": "destination", "emigrants": "origin"}
"""Ids of facts by where the country stands."""

MEASURES = {
    "tied": "a border, a colonial past, a common state, recruitment or a law on ancestry",
    "colonial": "a colonial past in either direction, alone or with other ties",
    "neighbour": "a land border, alone or with other ties",
    "ruled-by-destination": "rule of the destination over the origin, alone or with other ties",
    "ruled-by-origin": "rule of the origin over the destination, alone or with other ties",
    "language": "a common official language and no other tie",
    "none": "none of the ties, and no common official language",
    "others": "an origin that is not given",
}
"""What joins the two ends, by the end of a fact's id; without these measures, all people."""

TOLD_TWICE = ("tied", "colonial")
"""Measures that are given in the other edition too: the key messages rest on them."""

CITED = "cepii-geodist"
"""Source of language and, with corrections of ours, of borders."""


def tie_facts(c: Country) -> list[Fact]:
    """Compute how many people of either side have a tie, and which part of all they are.

    Parameters
    ----------
    c
        The country, as from `open_country`.

    Returns
    -------
    list of Fact
        Ids as the templates use them; a fact without estimate has the value None.
    """
    facts = []
    for people, end in SIDES.items():
        facts += [_all(c, people, end), _coverage(c, people, end)]
        facts += [_share(c, f"{people}-{measure}", end, measure) for measure in MEASURES]
        for measure in TOLD_TWICE:
            for name, edition in (("common", c.edition), ("other", c.other)):
                facts.append(
                    _share(
                        c, f"{people}-{measure}-{name}", end, measure, edition=edition,
                        year=c.common,
                    )
                )  # fmt: skip
            facts.append(_before(c, f"{people}-{measure}-before", end, measure))
    return [*facts, _from_territories(c)]


def tied_facts(c: Country) -> list[Fact]:
    """Compute those of `tie_facts` that tell how many have a tie at all, for the paper.

    Parameters
    ----------
    c
        The country, as from `open_country`.

    Returns
    -------
    list of Fact
        ``immigrants-tied`` and ``emigrants-tied``, in the last common year in both editions too,
        and ``immigrants-others``.
    """
    facts = [_share(c, "immigrants-others", "destination", "others")]
    for people, end in SIDES.items():
        facts.append(_share(c, f"{people}-tied", end, "tied"))
        for name, edition in (("common", c.edition), ("other", c.other)):
            id = f"{people}-tied-{name}"
            facts.append(_share(c, id, end, "tied", edition=edition, year=c.common))
    return facts


def _from_territories(c: Country) -> Fact:
    """Return the part of the immigrants who come from the country's own territories."""
    rows = c.at("destination")
    mine = rows[rows["origin"].isin(places.territories_of(c.country))]
    every = float(rows["both"].sum())
    return c.fact(
        "immigrants-territories",
        float(mine["both"].sum()) / every if every else None,
        forms.percent,
        unit="share",
        indicator="stock_by_tie",
        definition="Part of the country's immigrants who come from its own territories, which the "
        "edition lists as origins of their own",
        arguments={"destination": c.country, "year": c.year, "tie": "territories"},
        kind=kind_of_sum(mine if len(mine) else rows),
        flags=flags_of_sum(mine),
    )


def _all(c: Country, people: str, end: End) -> Fact:
    rows = c.at(end)
    return c.fact(
        people,
        int(rows["both"].sum()) if len(rows) else None,
        forms.people,
        unit="persons",
        indicator="stock_by_tie",
        definition="People who live in the country and come from elsewhere, from all origins"
        if end == "destination"
        else "People from the country whom the edition lists at any destination",
        arguments={end: c.country, "year": c.year, "tie": "every"},
        kind=kind_of_sum(rows),
        flags=flags_of_sum(rows),
    )


def _coverage(c: Country, people: str, end: End) -> Fact:
    """Return the part of the other edition's people in corridors that this edition lists."""
    theirs = listed(c.at(end, edition=c.other, year=c.common))
    gaps = reliability.unlisted(
        c.flagged[c.flagged[end] == c.country], edition=c.edition, other=c.other, year=c.common
    )
    every = float(theirs["both"].sum())
    missing = {
        str(code): int(persons)
        for code, persons in gaps.sort_values("both", ascending=False)[
            [OPPOSITE[end], "both"]
        ].itertuples(index=False)
    }
    return c.fact(
        f"{people}-coverage",
        1 - sum(missing.values()) / every if every else None,
        forms.percent,
        unit="share",
        indicator="stock_by_tie",
        definition="Part of these people in the other edition, of given origin, who are in "
        "corridors that this edition lists",
        arguments={end: c.country, "year": c.common, "tie": "every"},
        sources=c.sources(c.edition, c.other),
        kind="not-listed" if missing else "measured",
        flags=("not_listed",) if missing else (),
        not_listed=missing,
    )


def share_of(rows: pd.DataFrame, measure: str) -> tuple[float | None, pd.DataFrame]:
    """Return the share of people with a tie, and the rows of these people.

    Parameters
    ----------
    rows
        Corridors of one side, with links, class and ``both``.
    measure
        One of `MEASURES`.

    Returns
    -------
    tuple of float and DataFrame
        A fraction from 0 to 1, or None where there is nobody; and those of the rows with a tie.
    """
    tied = tie_classes.having(rows, measure.replace("-", "_"))
    return _part(rows["both"].to_numpy(dtype=float), tied.to_numpy(dtype=bool)), rows[tied]


def _part(persons: np.ndarray, tied: np.ndarray) -> float | None:
    """Return the share of the people who stand in some of the rows."""
    whole = float(persons.sum())
    return float(persons[tied].sum()) / whole if whole else None


def _share(
    c: Country,
    id: str,
    end: End,
    measure: str,
    *,
    edition: str = "",
    year: int | None = None,
) -> Fact:
    edition, year = edition or c.edition, year or c.year
    rows = c.at(end, edition=edition, year=year)
    tied = tie_classes.having(rows, measure.replace("-", "_")).to_numpy(dtype=bool)
    persons = c.persons(end, edition=edition, year=year)
    value = _part(persons.count, tied)
    unknown = _part(persons.count, (rows["class"] == "others").to_numpy())
    bounded = value is not None and bool(unknown) and measure != "others"
    return c.fact(
        id,
        value,
        forms.percent,
        unit="share",
        indicator="stock_by_tie",
        definition=f"Part of {_whole(end)} whose two ends have {MEASURES[measure]}",
        arguments={end: c.country, "year": year, "tie": measure.replace("-", "_")},
        edition=edition,
        sources=(*c.sources(edition), SourceRef(TIES), SourceRef(CITED)),
        kind="no-estimate" if value is None else persons.kind_of_sum(tied if tied.any() else EVERY),
        flags=persons.flags_of_sum(tied),
        low=value if bounded else None,
        high=value + unknown if bounded else None,
    )


def _whole(end: End) -> str:
    if end == "destination":
        return "the country's immigrants, those of unknown origin included,"
    return "the country's emigrants whom the edition lists"


def _before(c: Country, id: str, end: End, measure: str) -> Fact:
    """Return the share in the first usable decade of the World Bank's database."""
    rows = c.decades(end)
    year = int(rows["year"].min()) if len(rows) else None
    value, _ = share_of(rows[rows["year"] == year], measure) if year else (None, rows)
    return c.fact(
        id,
        value,
        forms.percent,
        unit="share",
        indicator="stock_by_tie",
        definition="The same share in the World Bank's database, which is not to be compared "
        "with the UN's estimates",
        arguments={
            end: c.country,
            "year": year,
            "tie": measure.replace("-", "_"),
            "table": "history",
        },
        edition="",
        sources=(SourceRef(DECADES), SourceRef(TIES), SourceRef(CITED)),
        kind="no-estimate" if value is None else "measured",
        flags=() if value is None else ("seam",),
    )
