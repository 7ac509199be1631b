"""Facts of the pairs whose balance of migrants changed sign inside one source."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from roundtable import reliability
from roundtable.briefing.country import Country, listed
from roundtable.facts import Fact, SourceRef, forms
from roundtable.reliability.keys import one_of
from roundtable.reliability.turns import Turn
from roundtable.sources import DECADES

LARGE = 5_000
"""People by which the balance must lie on either side; a turn of fewer moves nobody's policy."""

LOPSIDED = 5.0
"""A balance that swings more than five times as far to the other side was hardly one before: some
thousand people from the United States whom an estimate puts in Bangladesh in 1990, against the
fifty thousand Bangladeshis in the United States five years later."""

JUMP = 5.0
"""A corridor of the World Bank's decades that grows or shrinks by more in ten years is a gap in
the censuses, and no migration: 892 people born in Ireland in the United Kingdom in 1960, and
717,774 in 1970."""

SHOWN = 3
"""Turns for which there are facts; the table has all."""


@dataclass(frozen=True)
class Turned:
    """A turn of the balance between the country and a partner.

    Attributes
    ----------
    partner
        Code of the other country.
    turn
        Years and balances: people from the country in the partner, minus the reverse.
    edition
        Edition of the UN stock, or empty for the World Bank's decades.
    agrees
        Whether the other edition's balance lies clearly on the same sides in both years, and
        stays there; False for the decades.
    """

    partner: str
    turn: Turn
    edition: str
    agrees: bool


def turns(c: Country) -> list[Turned]:
    """Find the pairs whose balance turned, each inside one source, the largest swing first.

    Parameters
    ----------
    c
        The country, as from `open_country`.

    Returns
    -------
    list of Turned
        Those of the UN's edition first, of them those that the other edition agrees with.
    """
    known = listed(c.flagged[c.flagged["year"] <= c.year])
    rows, theirs = (known[known["edition"] == edition] for edition in (c.edition, c.other))
    there = balances(theirs, c.country)
    found = [
        Turned(partner, turn, c.edition, agrees(there, partner, turn))
        for partner, turn in _told(rows, c.country).items()
    ]
    decades = without_jumps(listed(c.before))
    found += [
        Turned(partner, turn, "", False) for partner, turn in _told(decades, c.country).items()
    ]
    return sorted(
        found,
        key=lambda item: (
            not item.edition,
            not item.agrees,
            -abs(item.turn.after - item.turn.before),
            item.partner,
        ),
    )


def agrees(there: pd.DataFrame, partner: str, turn: Turn) -> bool:
    """Tell whether an edition's balance turned as another's did, and did not turn back.

    Parameters
    ----------
    there
        Balances as from `balances`.
    partner
        The other country.
    turn
        A turn in another edition.

    Returns
    -------
    bool
        Whether the balance of the turn's first year lies `LARGE` people on its first side, and
        the balances of its last year and of all later ones lie as far on the second. In the 2020
        edition some 4,800 more people from the United Kingdom lived in South Africa in 1995 than
        the other way round, 10,800 fewer in 2000 and 6,800 more in 2005: that is no turn of 1995
        to 2000, whatever the signs of these two years.
    """
    if partner not in there.index or not {turn.start, turn.end} <= set(there.columns):
        return False
    balance = there.loc[partner]
    before = balance[turn.start] * np.sign(turn.before)
    since = balance[balance.index >= turn.end].dropna() * np.sign(turn.after)
    return bool(before >= LARGE and (since >= LARGE).all())


def balances(rows: pd.DataFrame, country: str) -> pd.DataFrame:
    """Return people from the country in each partner, minus people from there in the country.

    Parameters
    ----------
    rows
        Rows of one source: ``origin, destination, year, both`` (persons).
    country
        Its code.

    Returns
    -------
    DataFrame
        One row a partner, one column a year; missing where either corridor is not listed.

    Examples
    --------
    >>> rows = pd.DataFrame({"origin": ["ITA", "ARG"], "destination": ["ARG", "ITA"],
    ...                      "year": 1990, "both": [300, 100]})
    >>> float(balances(rows, "ARG").loc["ITA", 1990])
    -200.0
    """
    origin, destination = (np.asarray(rows[end], dtype=object) for end in ENDS)
    out, back = origin == country, destination == country
    mine = out | back
    partner, names = pd.factorize(np.where(out, destination, origin)[mine], sort=True)
    years, year = np.unique(rows["year"].to_numpy()[mine], return_inverse=True)
    persons = np.full((2, len(names), len(years)), np.nan)
    persons[back[mine].astype(int), partner, year] = rows["both"].to_numpy(dtype=float)[mine]
    frame = pd.DataFrame(
        persons[0] - persons[1],
        index=pd.Index(names, dtype=str, name="partner"),
        columns=pd.Index(years, name="year"),
    )
    return frame.dropna(how="all")


ENDS = ("origin", "destination")


def without_jumps(rows: pd.DataFrame) -> pd.DataFrame:
    """Leave out the corridors that jump by more than `JUMP` from one decade to the next.

    Parameters
    ----------
    rows
        Rows ``origin, destination, year, both`` (persons), of one source.

    Returns
    -------
    DataFrame
        The rows of the other corridors.
    """
    origin, destination = (pd.factorize(np.asarray(rows[end], dtype=object))[0] for end in ENDS)
    pairs, pair = np.unique(origin * (len(rows) + 1) + destination, return_inverse=True)
    years, year = np.unique(rows["year"].to_numpy(), return_inverse=True)
    persons = np.full((len(pairs), len(years)), np.nan)
    persons[pair, year] = rows["both"].to_numpy(dtype=float)
    # One person is added to both, so that from none to a few is no jump.
    steps = np.diff(np.log1p(pd.DataFrame(persons).ffill(axis=1).to_numpy()), axis=1)
    jumped = (np.abs(steps) > np.log(JUMP)).any(axis=1)
    return rows[~jumped[pair]]


def _told(rows: pd.DataFrame, country: str) -> dict[str, Turn]:
    """Return the turns that the rows of one source carry, by partner."""
    balance = balances(rows, country)
    turned = (balance.max(axis=1) >= LARGE) & (balance.min(axis=1) <= -LARGE)
    partners = sorted(map(str, balance.index[turned]))
    columns = reliability.arrays_of(rows)
    other = np.where(columns["origin"] == country, columns["destination"], columns["origin"])
    found = {}
    # The rule itself looks at every flag of every year, so it is asked only of these.
    for partner in partners:
        pair = reliability.columns_at(columns, other == partner)
        verdict = reliability.turn(pair, origin=country, destination=partner)
        if verdict.told and _two_sided(verdict.value):
            found[partner] = verdict.value
    return found


def _two_sided(turn: Turn) -> bool:
    """Tell whether the balance lay far enough on both sides."""
    small, large = sorted((abs(turn.before), abs(turn.after)))
    return small >= LARGE and large <= LOPSIDED * small


def turn_facts(c: Country, found: list[Turned]) -> list[Fact]:
    """Make the facts of the turns that the text tells, and their number.

    Parameters
    ----------
    c
        The country.
    found
        As from `turns`.

    Returns
    -------
    list of Fact
        ``turns``, and for each told turn ``turn-1-before``, ``turn-1-after`` and so on.
    """
    ours = [item for item in found if item.edition]
    facts = [
        c.fact(
            "turns",
            len(ours),
            forms.count,
            unit="pairs",
            indicator="turns",
            definition=f"Partners whose balance with the country went from {LARGE:,} people or "
            "more on one side to as many on the other inside the edition, with no flag in between",
            arguments={"place": c.country, "year": c.year},
            kind="measured",
        )
    ]
    for number, item in enumerate(found[:SHOWN], 1):
        for name, year, balance in (
            ("before", item.turn.start, item.turn.before),
            ("after", item.turn.end, item.turn.after),
        ):
            facts.append(_balance(c, item, f"turn-{number}-{name}", year, balance))
    return facts


def _balance(c: Country, item: Turned, id: str, year: int, balance: int) -> Fact:
    more = {"edition": item.edition}
    if not item.edition:
        more["sources"] = (SourceRef(DECADES),)
    kind, flags = firmness(c, item, year)
    return c.fact(
        id,
        abs(balance),
        forms.people,
        unit="persons",
        indicator="balance",
        definition="People of the one in the other, minus the reverse, without its sign",
        arguments={
            "origin": c.country,
            "destination": item.partner,
            "year": year,
            **({} if item.edition else {"table": "history"}),
        },
        kind=kind,
        flags=flags,
        **more,
    )


def firmness(c: Country, item: Turned, year: int) -> tuple[str, tuple[str, ...]]:
    """Return kind and flags of a balance: the weaker of its two figures, and what parts them.

    Parameters
    ----------
    c
        The country.
    item
        One of its turns.
    year
        Of the balance.

    Returns
    -------
    tuple of str and tuple of str
        A balance of citizens against people born abroad is of *two counts* at best.
    """
    if not item.edition:
        return "measured", ("seam",)
    rows = c.flagged
    ends = {c.country, item.partner}
    pair = rows[
        (rows["edition"] == item.edition)
        & (rows["year"] == year)
        & one_of(rows["origin"], ends)
        & one_of(rows["destination"], ends)
    ]
    kinds = list(pair["kind"])
    flags = {flag for flag in reliability.FLAGS if flag in pair and pair[flag].any()}
    if reliability.of_two_counts(pair):
        kinds.append("two-counts")
        flags.add("two_counts")
    kind = max(kinds, key=reliability.KINDS.index)
    return kind, tuple(flag for flag in reliability.FLAGS if flag in flags)


def kind_of_turn(c: Country, item: Turned) -> str:
    """Return the weaker kind of the two balances of a turn.

    Parameters
    ----------
    c
        The country.
    item
        The turn.

    Returns
    -------
    str
        One of `reliability.KINDS`.
    """
    kinds = [firmness(c, item, year)[0] for year in (item.turn.start, item.turn.end)]
    return max(kinds, key=reliability.KINDS.index)
