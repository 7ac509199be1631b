"""Facts of a country's ten largest origins: what ties them to it."""

import pandas as pd

from roundtable.briefing.country import Country, End, flags_of_sum, kind_of_sum, listed
from roundtable.facts import Fact, SourceRef, forms
from roundtable.indicators import tie_classes
from roundtable.places import blocs
from roundtable.sources import TIES

TOP = 10
"""As many as the session's paper names for the United Kingdom."""

MOVEMENT = ("economic community", "passport-free area", "continental union")
"""Kinds of blocs that have rules on moving between members, in force or agreed."""


def top_rows(c: Country, end: End, *, edition: str = "", year: int | None = None) -> pd.DataFrame:
    """Return the ten largest corridors of one side whose other end is given."""
    return listed(c.at(end, edition=edition or c.edition, year=year or c.year)).head(TOP)


def shared_bloc(country: str, partner: str, *, on: int) -> str:
    """Return the short name of the first bloc with rules on movement that both belong to."""
    both = blocs.shared(country, partner, on=on)
    return next((bloc.short for bloc in both if bloc.kind in MOVEMENT), "")


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
            "origins in a bloc with rules on moving between members to which both belong",
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
    return facts


_TIED = "a border, a colonial past, a common state, recruitment or a law on ancestry"


def _count(rows: pd.DataFrame, measure: str) -> int:
    return int(tie_classes.having(rows, measure).sum())
