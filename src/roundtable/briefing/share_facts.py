"""Facts of a corridor's shares and ranks, and of what the edition does not list."""

from dataclasses import replace
from typing import Any

from roundtable.briefing.corridor import Corridor
from roundtable.facts import Fact, forms
from roundtable.indicators import corridor, shares


def share_facts(c: Corridor) -> list[Fact]:
    """Compute shares, ranks and gaps of a corridor.

    Parameters
    ----------
    c
        The corridor, as from `open_corridor`.

    Returns
    -------
    list of Fact
        Ids as the templates use them; a fact without estimate has the value None.
    """
    about = {**c.about, "edition": c.edition, "other": c.other}
    of_emigrants = shares.share_of_emigrants(c.flagged, **about)
    return [
        *_of_emigrants(c, of_emigrants),
        *_not_listed(c, of_emigrants),
        *_of_immigrants(c, shares.share_of_immigrants(c.flagged, **about)),
        *_rank(
            c,
            "rank-of-destination",
            shares.rank_among_destinations(c.flagged, **about),
            "Rank of the destination among the listed destinations of the origin's emigrants",
        ),
        *_rank(
            c,
            "rank-of-origin",
            shares.rank_among_origins(c.flagged, **about),
            "Rank of the origin among the listed origins of the destination's immigrants",
        ),
    ]


def _of_emigrants(c: Corridor, share: shares.Share) -> list[Fact]:
    both = c.sources(c.edition, c.other)
    fact = c.fact(
        "share-of-emigrants",
        share.value,
        forms.percent,
        unit="share",
        indicator="share_of_emigrants",
        definition="Emigrants of the origin who live in the destination, among those whom the "
        "edition lists at any destination",
        sources=both,
        low=share.low,
        high=share.high,
        indication=share.indication,
        coverage=share.coverage,
        not_listed=share.not_listed,
    )
    if share.not_listed:
        fact = replace(fact, flags=tuple(dict.fromkeys(("not_listed", *fact.flags))))
    indication = c.fact(
        "share-of-emigrants-indication",
        share.indication,
        forms.percent,
        unit="share",
        indicator="share_of_emigrants",
        definition="The same share, with the other edition's figures put in for the corridors "
        "that this edition does not list",
        sources=both,
        **_gap(share),
    )
    return [fact, indication]


def _not_listed(c: Corridor, share: shares.Share) -> list[Fact]:
    """Return what the other edition has in the origin's corridors that this one lacks."""
    persons = sum(share.not_listed.values()) or None
    place, largest = next(iter(share.not_listed.items()), (None, None))
    common = {"origin": c.origin, "year": c.common}
    about = {
        "indicator": "unlisted",
        "sources": c.sources(c.edition, c.other),
        **_gap(share),
    }
    return [
        c.fact(
            "coverage",
            share.coverage,
            forms.percent,
            unit="share",
            definition="Part of the origin's emigrants in the other edition who live in corridors "
            "that this edition lists",
            arguments=common,
            **about,
        ),
        c.fact(
            "unlisted",
            persons,
            forms.people,
            unit="persons",
            definition="Emigrants of the origin in the other edition, in corridors that this "
            "edition does not list",
            arguments=common,
            not_listed=share.not_listed,
            **about,
        ),
        c.fact(
            "unlisted-largest",
            largest,
            forms.people,
            unit="persons",
            definition="The largest of these corridors, in the other edition",
            arguments={**common, "destination": place},
            **about,
        ),
    ]


def _gap(share: shares.Share) -> dict[str, Any]:
    """Return kind and flags of a figure that rests on what is not listed."""
    if share.not_listed:
        return {"kind": "not-listed", "flags": ("not_listed",)}
    return {"kind": "measured", "flags": ()}


def _of_immigrants(c: Corridor, share: shares.Share) -> list[Fact]:
    at = {"destination": c.destination, "year": c.year}
    row = {**at, "edition": c.edition}
    every = corridor.immigrant_stock(c.tables.aggregates, **row)
    unknown = corridor.unknown_origin(c.tables.aggregates, **row)
    part = unknown / every if every and unknown is not None else None
    whole = {"arguments": at, "kind": "measured", "flags": ()}
    return [
        c.fact(
            "share-of-immigrants",
            share.value,
            forms.percent,
            unit="share",
            indicator="share_of_immigrants",
            definition="Immigrants of the destination who come from the origin, among all its "
            "immigrants, those of unknown origin included",
            low=share.low,
            high=share.high,
            coverage=share.coverage,
        ),
        c.fact(
            "immigrants",
            every,
            forms.people,
            unit="persons",
            indicator="immigrant_stock",
            definition="Immigrants of the destination, from all origins",
            **whole,
        ),
        c.fact(
            "unknown-origin",
            unknown,
            forms.people,
            unit="persons",
            indicator="unknown_origin",
            definition='Immigrants of the destination whose origin is not given ("Others")',
            **whole,
        ),
        c.fact(
            "unknown-origin-share",
            part,
            forms.percent,
            unit="share",
            indicator="unknown_origin",
            definition="Part of the destination's immigrants whose origin is not given",
            **whole,
        ),
    ]


def _rank(c: Corridor, id: str, rank: shares.Rank, definition: str) -> list[Fact]:
    """Return a rank in this edition, and in the other in the last common year."""
    about = {"unit": "rank", "indicator": id.replace("-", "_"), "definition": definition}
    return [
        c.fact(
            id,
            rank.value,
            forms.rank,
            low=rank.value,
            high=rank.worst,
            indication=rank.in_other,
            **about,
        ),
        c.fact(
            f"{id}-in-other",
            rank.in_other,
            forms.rank,
            edition=c.other,
            arguments={**c.about, "year": c.common},
            **about,
        ),
    ]
