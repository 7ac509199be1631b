"""Facts of a country's ten largest origins: what ties them to it."""

from collections.abc import Iterable

import pandas as pd

from roundtable import reliability
from roundtable.briefing.country import Country, End, flags_of_sum, kind_of_sum, listed
from roundtable.briefing.study import found_once
from roundtable.facts import Fact, SourceRef, forms
from roundtable.indicators import tie_classes
from roundtable.places import blocs
from roundtable.places.blocs_file import Bloc
from roundtable.reliability import refugees
from roundtable.sources import REFUGEES, TIES

TOP = 10
"""As many as the session's paper names for the United Kingdom."""

FLED = 3
"""Origins of which the words tell how many fled."""

MOVEMENT = ("economic community", "passport-free area", "continental union")
"""Kinds of blocs that can have rules on moving between members."""


@found_once
def top_rows(c: Country, end: End, *, edition: str = "", year: int | None = None) -> pd.DataFrame:
    """Return the ten largest corridors of one side whose other end is given.

    Parameters
    ----------
    c
        The country.
    end
        Where it stands: ``destination`` for its immigrants, ``origin`` for its emigrants.
    edition, year
        Where they are not those of the briefing.

    Returns
    -------
    DataFrame
        Flagged rows, the largest first.
    """
    return listed(c.at(end, edition=edition or c.edition, year=year or c.year)).head(TOP)


def shared_bloc(country: str, partner: str, *, on: int) -> Bloc | None:
    """Return the first bloc to which both belong whose rules on moving are in force.

    Parameters
    ----------
    country, partner
        ISO 3166 alpha-3 codes.
    on
        Year of the memberships.

    Returns
    -------
    Bloc or None
        None where they share no bloc of the kinds in `MOVEMENT` with such rules.
    """
    for bloc in blocs.shared(country, partner, on=on):
        rules = bloc.free_movement
        if bloc.kind in MOVEMENT and rules is not None and rules.in_force:
            return bloc
    return None


def have_left(c: Country, partners: Iterable[str]) -> list[str]:
    """Return the partners that have left the bloc they shared since the briefing's year.

    Parameters
    ----------
    c
        The country.
    partners
        ISO 3166 alpha-3 codes.

    Returns
    -------
    list of str
        Their codes, in the order given.
    """
    shared = {code: shared_bloc(c.country, code, on=c.year) for code in partners}
    return [
        code
        for code, bloc in shared.items()
        if bloc and blocs.left_since(bloc.id, code, after=c.year)
    ]


@found_once
def fled_rows(c: Country) -> pd.DataFrame:
    """Return the origins among the ten of whose people a tenth or more fled, by UNHCR's count.

    Parameters
    ----------
    c
        The country.

    Returns
    -------
    DataFrame
        The rows with ``under_unhcr`` (persons) and ``carried`` (whether the stock was made from
        another year's), the largest number first, three at most.
    """
    rows = top_rows(c, "destination")
    rows = rows[rows["refugees_inside"]]
    under = refugees.persons_under_unhcr(rows, c.tables.refugees)
    carried = rows[list(reliability.REPEATED)].any(axis=1)
    return rows.assign(under_unhcr=under, carried=carried).nlargest(FLED, "under_unhcr")


def _fled(c: Country) -> list[Fact]:
    facts = []
    for number, row in enumerate(fled_rows(c).itertuples(), 1):
        about = {"origin": str(row.origin), "destination": c.country, "year": c.year}
        # Where UNHCR counts more than the stock has, how many are in it is not known; and a stock
        # that was carried forward does not know of those who came since: 2,008 people from Senegal
        # under UNHCR in Morocco would be 95% of a number that only grew with the total.
        told = row.under_unhcr <= row.both and not row.carried
        facts += [
            c.fact(
                f"top-fled-{number}",
                row.under_unhcr / row.both if told else None,
                forms.percent,
                unit="share",
                indicator="refugees_inside",
                definition="Refugees and asylum seekers against the migrant stock, at least",
                arguments=about,
                sources=(SourceRef(REFUGEES), *c.sources()),
            ),
            c.fact(
                f"top-under-unhcr-{number}",
                int(row.under_unhcr),
                forms.people,
                unit="persons",
                indicator="under_unhcr",
                definition="Refugees and asylum seekers under UNHCR's mandate",
                arguments=about,
                edition="",
                sources=(SourceRef(REFUGEES),),
            ),
        ]
    return facts


def origin_facts(c: Country) -> list[Fact]:
    """Compute what ties the ten largest origins to the country.

    Parameters
    ----------
    c
        The country, as from `open_country`.

    Returns
    -------
    list of Fact
        Ids as the templates use them.
    """
    rows = top_rows(c, "destination")
    codes = rows["origin"].astype(str)
    there = top_rows(c, "destination", edition=c.other, year=c.common)["origin"].astype(str)
    here = top_rows(c, "destination", year=c.common)["origin"].astype(str)
    found = {
        "top-origins": (len(rows), "origins that the edition lists, ten at most"),
        "top-tied": (_count(rows, "tied"), f"origins with {_TIED}"),
        "top-colonial": (_count(rows, "colonial"), "origins with a colonial past with it"),
        "top-neighbour": (_count(rows, "neighbour"), "origins on its land borders"),
        "top-untied": (
            _count(rows, "none"), "origins without any of the ties or a common official language",
        ),
        "top-language": (
            _count(rows, "language"),
            "origins with a common official language and none of the ties",
        ),
        "top-bloc": (
            sum(bool(shared_bloc(c.country, code, on=c.year)) for code in codes),
            "origins in a bloc to which both belong and whose rules on moving are in force",
        ),
    }  # fmt: skip
    facts = [
        c.fact(
            id,
            value,
            forms.count,
            unit="origins",
            indicator="top_origins",
            definition=f"Of the ten largest origins of the country's immigrants: {what}",
            arguments={"destination": c.country, "year": c.year},
            sources=(*c.sources(), SourceRef(TIES)),
            kind=kind_of_sum(rows),
            flags=flags_of_sum(rows),
        )
        for id, (value, what) in found.items()
    ]
    facts.append(
        c.fact(
            "top-in-both",
            len(set(here) & set(there)) if len(there) else None,
            forms.count,
            unit="origins",
            indicator="top_origins",
            definition="Origins among the ten largest in both editions in the last common year",
            arguments={"destination": c.country, "year": c.common},
            sources=c.sources(c.edition, c.other),
        )
    )
    every = c.at("destination")["both"].sum()
    facts.append(
        c.fact(
            "top-share",
            float(rows["both"].sum()) / float(every) if every else None,
            forms.percent,
            unit="share",
            indicator="top_origins",
            definition="Part of the country's immigrants who come from the ten largest origins",
            arguments={"destination": c.country, "year": c.year},
            kind=kind_of_sum(rows),
            flags=flags_of_sum(rows),
        )
    )
    return [*facts, *_fled(c)]


_TIED = "a border, a colonial past, a common state, recruitment or a law on ancestry"


def _count(rows: pd.DataFrame, measure: str) -> int:
    return int(tie_classes.having(rows, measure).sum())
