"""Facts of the spaces of a shared past to which a country belongs."""

from dataclasses import dataclass
from functools import partial

import pandas as pd

from roundtable import kept, reliability
from roundtable.briefing.country import Country, End, flags_of_sum, kind_of_sum, listed
from roundtable.briefing.tie_facts import SIDES
from roundtable.facts import Fact, forms
from roundtable.indicators import spaces
from roundtable.places import blocs
from roundtable.reliability.keys import one_of

SPACES = ("cplp", "oif", "commonwealth")
"""Communities founded on a shared language and a colonial past, from `data/blocs.yml`."""


def spaces_of(c: Country) -> list[str]:
    """Return the spaces to which the country belongs in the briefing's year.

    Parameters
    ----------
    c
        The country.

    Returns
    -------
    list of str
        Ids of blocs, in the order of `SPACES`.
    """
    return [name for name in SPACES if c.country in blocs.members(name, on=c.year)]


def past_facts(c: Country) -> list[Fact]:
    """Compute how much of the country's migration stays in each of its spaces.

    Parameters
    ----------
    c
        The country, as from `open_country`.

    Returns
    -------
    list of Fact
        For each of its spaces, ids such as ``cplp-immigrants``, ``cplp-emigrants`` and
        ``cplp-whole``, the share of all members' emigrants who live in the space.
    """
    facts = []
    for name in spaces_of(c):
        members = blocs.members(name, on=c.year)
        for people, end in SIDES.items():
            facts.append(_inside(c, f"{name}-{people}", name, end, members))
        facts.append(_whole(c, name, members))
    return facts


def _inside(c: Country, id: str, name: str, end: End, members: frozenset[str]) -> Fact:
    rows = c.at(end)
    partner = "origin" if end == "destination" else "destination"
    mine = rows[one_of(rows[partner], members)]
    every = float(rows["both"].sum())
    return c.fact(
        id,
        float(mine["both"].sum()) / every if every else None,
        forms.percent,
        unit="share",
        indicator="inside_shared_past",
        definition="Part of the country's immigrants, those of unknown origin included, who come "
        "from fellow members of the space"
        if end == "destination"
        else "Part of the country's emigrants whom the edition lists who live in fellow members",
        arguments={end: c.country, "year": c.year, "space": name},
        kind=kind_of_sum(mine if len(mine) else rows),
        flags=flags_of_sum(mine),
    )


@dataclass(frozen=True)
class _Whole:
    """The share of all members' emigrants who live in members, and what it rests on."""

    share: float | None
    kind: str
    flags: tuple[str, ...]


def _members_inside(c: Country, members: frozenset[str]) -> _Whole:
    """Return the share of members' emigrants who live in members, with its kind and flags.

    Kind and flags are found as for the same share in the briefing of a bloc: by the people
    inside, and by what the two editions give for the last year of both.
    """
    stocks = reliability.flagged_stocks(c.tables)
    stocks = listed(stocks[one_of(stocks["origin"], members)])
    emigrants = {
        at: stocks[(stocks["edition"] == at[0]) & (stocks["year"] == at[1])]
        for at in ((c.edition, c.year), (c.edition, c.common), (c.other, c.common))
    }
    now, mine, theirs = (
        _share_of_members(emigrants[at], members)
        for at in ((c.edition, c.year), (c.edition, c.common), (c.other, c.common))
    )
    rows = emigrants[c.edition, c.year]
    inside = rows[one_of(rows["destination"], members)]
    kind, flags = reliability.kind_of_sum(inside, mine=mine, theirs=theirs)
    return _Whole(now, "no-estimate" if now is None else kind, flags)


def _share_of_members(emigrants: pd.DataFrame, members: frozenset[str]) -> float | None:
    """Return the part of the emigrants of one edition and year who live in members."""
    share = spaces.share_of_emigrants_inside(
        emigrants, origins=lambda year: members, destinations=lambda year: members
    )
    found = share[share["whole"] > 0]
    return float(found["part"].iloc[0] / found["whole"].iloc[0]) if len(found) else None


def _whole(c: Country, name: str, members: frozenset[str]) -> Fact:
    found = kept.made(
        "inside-shared-past",
        partial(_members_inside, c, members),
        of=f"{c.tables.digest} {c.edition} {c.other} {c.year} {c.common} {sorted(members)}",
    )
    return c.fact(
        f"{name}-whole",
        found.share,
        forms.percent,
        unit="share",
        indicator="inside_shared_past",
        definition="Part of all members' emigrants whom the edition lists who live in the space",
        arguments={"year": c.year, "space": name},
        kind=found.kind,
        flags=found.flags,
    )


def spaces_frame(c: Country, facts: dict[str, Fact]) -> pd.DataFrame:
    """Return the rows of the table of spaces: one a space.

    Parameters
    ----------
    c
        The country.
    facts
        As from `past_facts`, by id.

    Returns
    -------
    DataFrame
        ``space``, and the shares ``of_immigrants, of_emigrants, of_members``; one that is not known
        is missing.
    """
    return pd.DataFrame(
        [
            (name, *(facts[f"{name}-{part}"].value for part in (*SIDES, "whole")))
            for name in spaces_of(c)
        ],
        columns=["space", "of_immigrants", "of_emigrants", "of_members"],
    )
