"""Facts of a space: its corridors, its borders, where the rest lives, what is not listed."""

from typing import Any

import pandas as pd

from roundtable import places, reliability
from roundtable.briefing.space import Space, of_sum
from roundtable.briefing.study import found_once
from roundtable.facts import Fact, SourceRef, forms
from roundtable.indicators import spaces, world
from roundtable.reliability.keys import one_of
from roundtable.sources import LEAST_DEVELOPED

FEW = 5
"""Corridors whose joint share is told: as many as a reader keeps in mind."""

DEVELOPMENT = "undesa-groups-2020"


def detail_facts(s: Space) -> list[Fact]:
    """Compute what lies behind the shares of a space.

    Parameters
    ----------
    s
        The space, as from `open_space`.

    Returns
    -------
    list of Fact
        Ids as the templates use them; a fact without estimate has the value None.
    """
    return [*_corridors(s), *_borders(s), *_elsewhere(s), *_groups(s), *_not_listed(s)]


@found_once
def largest_corridors(s: Space, *, edition: str, year: int) -> pd.DataFrame:
    """Return the rows inside the space in a year, the largest first, none of nobody.

    Parameters
    ----------
    s
        The space.
    edition, year
        Of the figures.

    Returns
    -------
    DataFrame
        Flagged rows; where two are equal, by origin and destination.
    """
    rows = s.inside_at(edition=edition, year=year)
    return rows.sort_values(
        ["both", "origin", "destination"], ascending=[False, True, True], ignore_index=True
    )


def _corridors(s: Space) -> list[Fact]:
    rows = largest_corridors(s, edition=s.edition, year=s.year)
    inside = int(rows["both"].sum())
    first = rows.iloc[0] if len(rows) else None
    ends = _ends(first)
    kind, flags = ("no-estimate", ()) if first is None else _kind(first)
    largest = None if first is None else int(first["both"])
    few = int(rows.head(FEW)["both"].sum())
    few_share = few / inside if inside else None
    return [
        _corridor(s, "largest", largest, ends, year=s.year, kind=kind, flags=flags),
        *_elsewhere_largest(s, ends),
        _fact(
            s, "largest-share", largest / inside if largest else None, forms.percent,
            unit="share", indicator="intra_stock",
            definition="The largest corridor among all people inside", kind=kind, flags=flags,
        ),
        _fact(
            s, "largest-few-share", few_share, forms.percent, unit="share",
            indicator="intra_stock", **of_sum(few_share, rows.head(FEW)),
            definition=f"The {FEW} largest corridors among all people inside the space",
        ),
        _fact(
            s, "corridors-listed", len(rows), forms.count, unit="corridors",
            indicator="intra_stock", definition="Corridors inside the space that the edition lists "
            "with at least one person",
        ),
    ]  # fmt: skip


def _elsewhere_largest(s: Space, ends: dict[str, str]) -> list[Fact]:
    """Return the same corridor in the common year by both editions, and the other's largest."""
    facts = []
    for id, edition in (("largest-common", s.edition), ("largest-other", s.other)):
        rows = s.inside_at(edition=edition, year=s.common)
        same = rows[
            (rows["origin"] == ends.get("origin"))
            & (rows["destination"] == ends.get("destination"))
        ]
        value = int(same["both"].iloc[0]) if len(same) else None
        facts.append(_corridor(s, id, value, ends, year=s.common, edition=edition))
    theirs = largest_corridors(s, edition=s.other, year=s.common)
    first = theirs.iloc[0] if len(theirs) else None
    kind, flags = ("no-estimate", ()) if first is None else _kind(first)
    return [
        *facts,
        _corridor(
            s, "largest-there", None if first is None else int(first["both"]), _ends(first),
            year=s.common, edition=s.other, kind=kind, flags=flags,
        ),
    ]  # fmt: skip


def _corridor(
    s: Space, id: str, value: int | None, ends: dict[str, str], *, year: int, **about: Any
) -> Fact:
    return s.fact(
        id, value, forms.people, unit="persons", indicator="corridor_stock",
        definition="Migrant stock of a corridor inside the space, the largest of an edition",
        arguments={**ends, "year": year}, **about,
    )  # fmt: skip


def _ends(row: pd.Series | None) -> dict[str, str]:
    return {} if row is None else {end: str(row[end]) for end in ("origin", "destination")}


def _kind(row: pd.Series) -> tuple[str, tuple[str, ...]]:
    return str(row["kind"]), reliability.flags_of(row)


def _borders(s: Space) -> list[Fact]:
    """Return how much of the movement inside is between countries that share a border."""
    pairs = s.tables.pairs
    borders = pairs[pairs["contiguous"]]
    values = {}
    for id, edition, year in (
        ("contiguous-share", s.edition, s.year),
        ("contiguous-common", s.edition, s.common),
        ("contiguous-other", s.other, s.common),
    ):
        rows = s.inside_at(edition=edition, year=year)
        inside = int(rows["both"].sum())
        part = int(rows.loc[world.linked(rows, borders), "both"].sum()) if inside else 0
        values[id] = (part / inside if inside else None, edition, year)
    kind, flags = reliability.kind_of_sum(
        s.inside_at(edition=s.edition, year=s.year),
        mine=values["contiguous-common"][0],
        theirs=values["contiguous-other"][0],
    )
    return [
        _fact(
            s, id, value, forms.percent, unit="share", indicator="contiguous_inside",
            definition="People inside the space who live in a country that borders on their own, "
            "among all people inside it", edition=edition, year=year,
            kind="no-estimate" if value is None else kind, flags=flags,
        )
        for id, (value, edition, year) in values.items()
    ]  # fmt: skip


@found_once
def elsewhere(s: Space) -> pd.DataFrame:
    """Return where the emigrants of the space's origins live: inside, then by region.

    Parameters
    ----------
    s
        The space, in its edition and year.

    Returns
    -------
    DataFrame
        ``where`` (`spaces.INSIDE` or a region's name) and ``persons``.
    """
    return spaces.where_they_live(
        s.from_here(edition=s.edition, year=s.year),
        pairs=s.pairs,
        regions=places.table()["region"].to_dict(),
    )


def own_regions(s: Space) -> set[str]:
    """Return the regions in which the space has destinations.

    Parameters
    ----------
    s
        The space.
    """
    return {places.place(code).region for code in s.destinations}


def _elsewhere(s: Space) -> list[Fact]:
    table = elsewhere(s)
    whole = int(table["persons"].sum())
    rest = table.iloc[1:]
    first = rest.iloc[0] if len(rest) else None
    region = str(first["where"]) if first is not None else ""
    rows = s.from_here(edition=s.edition, year=s.year)
    outside = rows[~world.linked(rows, s.pairs)]
    by_place = outside.groupby("destination", observed=True)["both"].sum()
    top = str(by_place.idxmax()) if len(by_place) else ""
    there = int(by_place.max()) if top else None
    firm = of_sum(there, outside[outside["destination"] == top])
    # The rows outside carry no flags here: two editions are compared, and nothing else.
    kind, flags = reliability.kind_of_sum(
        s.inside.iloc[:0],
        mine=_in_region(s, s.edition, region),
        theirs=_in_region(s, s.other, region),
    )
    return [
        _fact(
            s, "rest-largest-share",
            int(first["persons"]) / whole if first is not None and whole else None,
            forms.percent, unit="share", indicator="emigrants_by_region", kind=kind, flags=flags,
            definition="Emigrants of the space's origins who live in this region and not in the "
            "space, among all whom the edition lists", region=region,
        ),
        _fact(
            s, "rest-largest-place", there, forms.people,
            unit="persons", indicator="emigrants_by_region", **firm,
            definition="Emigrants of the space's origins in the largest destination outside it",
            destination=top,
        ),
        _fact(
            s, "rest-place-share", there / whole if there is not None and whole else None,
            forms.percent, unit="share", indicator="emigrants_by_region", **firm,
            definition="The same, among all emigrants whom the edition lists", destination=top,
        ),
    ]  # fmt: skip


def _in_region(s: Space, edition: str, region: str) -> float | None:
    """Return the share of the emigrants in a region outside the space, in the common year."""
    rows = s.from_here(edition=edition, year=s.common)
    whole = int(rows["both"].sum())
    table = spaces.where_they_live(rows, pairs=s.pairs, regions=places.table()["region"].to_dict())
    part = int(table.loc[table["where"] == region, "persons"].sum())
    return part / whole if whole else None


def group_members(tables: Any, scheme: str, *, year: int, group: str) -> frozenset[str]:
    """Return the places of a UN grouping in a year, or in its nearest year.

    Parameters
    ----------
    tables
        Pack or store.
    scheme
        Scheme of the grouping, such as ``un-ldc``.
    year
        A year outside the scheme's own is moved to its first or last.
    group
        One group of the scheme.

    Returns
    -------
    frozenset of str
        Codes of places.
    """
    rows = tables.groups
    rows = rows[(rows["scheme"] == scheme) & (rows["group"] == group)]
    at = min(max(year, int(rows["year"].min())), int(rows["year"].max()))
    return frozenset(rows.loc[rows["year"] == at, "place"].astype(str))


def _groups(s: Space) -> list[Fact]:
    """Return how many of the emigrants live in the South, and in the least developed countries."""
    rows = s.from_here(edition=s.edition, year=s.year)
    whole = int(rows["both"].sum())
    less = group_members(s.tables, "un-development", year=s.year, group="less-developed")
    least = group_members(s.tables, "un-ldc", year=s.year, group="ldc")
    from_least, to_least = (one_of(rows[end], least) for end in ("origin", "destination"))
    counted = [one_of(rows["destination"], less), to_least, from_least, from_least & to_least]
    south, to_poorest, of_poorest, between = (
        int(rows["both"].to_numpy()[those].sum()) for those in counted
    )
    shares = {
        "south-share": (south / whole if whole else None, counted[0]),
        "ldc-share": (to_poorest / whole if whole else None, counted[1]),
        "between-ldc-share": (between / of_poorest if of_poorest else None, counted[3]),
    }
    firm = {id: of_sum(value, rows[those]) for id, (value, those) in shares.items()}
    stocks = s.sources()
    return [
        _fact(
            s, "south-share", shares["south-share"][0], forms.percent, unit="share",
            indicator="emigrants_in_group", **firm["south-share"],
            definition="Emigrants of the space's origins who live in the less developed regions, "
            "by the UN's grouping", group="less-developed",
            sources=(*stocks, SourceRef(DEVELOPMENT)),
        ),
        _fact(
            s, "south-origins", len(less & set(s.origins)), forms.count, unit="places",
            indicator="membership", definition="Origins in the less developed regions",
            group="less-developed", sources=(SourceRef(DEVELOPMENT),), edition="",
        ),
        _fact(
            s, "ldc-origins", len(least & set(s.origins)), forms.count, unit="places",
            indicator="membership", definition="Origins that are least developed countries",
            group="ldc", sources=(SourceRef(LEAST_DEVELOPED),), edition="",
        ),
        _fact(
            s, "ldc-share", shares["ldc-share"][0], forms.percent, unit="share",
            indicator="emigrants_in_group", **firm["ldc-share"],
            definition="Emigrants of the space's origins who live in a least developed country",
            group="ldc", sources=(*stocks, SourceRef(LEAST_DEVELOPED)),
        ),
        _fact(
            s, "between-ldc-share", shares["between-ldc-share"][0], forms.percent,
            unit="share", indicator="emigrants_in_group", **firm["between-ldc-share"],
            definition="Emigrants of the space's least developed countries who live in a least "
            "developed country", group="ldc", sources=(*stocks, SourceRef(LEAST_DEVELOPED)),
        ),
    ]  # fmt: skip


def not_listed(s: Space) -> pd.DataFrame:
    """Return the emigrants of the space whom only the other edition lists, with their corridors.

    Parameters
    ----------
    s
        The space.

    Returns
    -------
    DataFrame
        ``origin, destination, both, inside`` (persons, in the last common year), the largest
        first.
    """
    found = reliability.unlisted(s.around, edition=s.edition, other=s.other, year=s.common)
    found = found[one_of(found["origin"], s.origins)]
    found = found.assign(inside=world.linked(found, s.pairs))
    return found.sort_values(
        ["both", "origin", "destination"], ascending=[False, True, True], ignore_index=True
    )


def _not_listed(s: Space) -> list[Fact]:
    missing = not_listed(s)
    theirs = s.from_here(edition=s.other, year=s.common)
    whole, absent = int(theirs["both"].sum()), int(missing["both"].sum())
    inside = int(missing.loc[missing["inside"], "both"].sum())
    by_place = missing.groupby("destination", observed=True)["both"].sum()
    place = str(by_place.idxmax()) if len(by_place) else ""
    mine = s.from_here(edition=s.edition, year=s.common)
    part = int(mine.loc[world.linked(mine, s.pairs), "both"].sum())
    put_in = int(mine["both"].sum()) + absent
    about = {"indicator": "unlisted_of_space", "year": s.common}
    about |= {"sources": s.sources(s.edition, s.other)}
    gap = {"kind": "not-listed", "flags": ("not_listed",)} if absent else {}
    return [
        _fact(
            s, "coverage", 1 - absent / whole if whole else None, forms.percent, unit="share",
            definition="Part of the emigrants in the other edition who live in corridors that "
            "this edition lists", **about, **gap,
        ),
        _fact(
            s, "unlisted", absent or None, forms.people, unit="persons",
            definition="Emigrants in the other edition, in corridors that this edition does not "
            "list", **about, **gap,
        ),
        _fact(
            s, "unlisted-inside", inside or None, forms.people, unit="persons",
            definition="Those of them who live inside the space", **about, **gap,
        ),
        _fact(
            s, "unlisted-place", int(by_place.max()) if place else None, forms.people,
            unit="persons", definition="Those of them in the destination with most of them",
            destination=place, **about, **gap,
        ),
        _fact(
            s, "share-with-unlisted", (part + inside) / put_in if put_in else None,
            forms.percent, unit="share",
            definition="The share of emigrants inside, with the other edition's figures put in "
            "for the corridors that this edition does not list", **about, **gap,
        ),
    ]  # fmt: skip


def _fact(
    s: Space,
    id: str,
    value: Any,
    form: Any,
    *,
    year: int | None = None,
    region: str = "",
    destination: str = "",
    group: str = "",
    **about: Any,
) -> Fact:
    """Make a fact of the space in a year, by default the briefing's."""
    named = {"region": region, "destination": destination, "group": group}
    arguments = {**s.about, "year": year or s.year, **{k: v for k, v in named.items() if v}}
    return s.fact(id, value, form, arguments=arguments, **about)
