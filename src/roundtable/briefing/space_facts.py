"""Facts of a space: how many stay inside, among whom, in which edition, with which members."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from roundtable import reliability
from roundtable.briefing.space import Space, of_sum
from roundtable.facts import Fact, SourceRef, forms
from roundtable.sources import EDITIONS, SPACES

MEASURES = {"emigrants": "emigrants inside", "immigrants": "immigrants from inside"}
"""Name in the table of the world for each share."""

FIXED, DATED, PAPER = "members of today", "members of the year", "as the paper describes it"
"""Variants in the table of the world."""

DEFINITIONS = {
    "emigrants": "Emigrants of the space's origins who live in it, among all whom the edition "
    "lists at any destination",
    "immigrants": "Immigrants of the space's destinations who come from it, among all their "
    "immigrants, those of unknown origin included",
}


def space_facts(s: Space) -> list[Fact]:
    """Compute size and shares of a space, and what its membership does to them.

    Parameters
    ----------
    s
        The space, as from `open_space`.

    Returns
    -------
    list of Fact
        Ids as the templates use them; a fact without estimate has the value None.
    """
    return [
        *_sizes(s),
        *(fact for side in MEASURES for fact in _shares(s, side)),
        *_known_only(s),
        *_counting(s),
        *(fact for side in MEASURES for fact in _over_time(s, side)),
    ]


def _persons(rows: pd.DataFrame) -> int:
    return int(rows["both"].sum())


def parts_of(s: Space, side: str, *, edition: str, year: int) -> tuple[int, int]:
    """Return the people inside the space and those among whom they are counted.

    Parameters
    ----------
    s
        The space.
    side
        ``emigrants`` or ``immigrants``.
    edition, year
        Of the figures.

    Returns
    -------
    tuple of int
        Persons inside, and all emigrants of its origins or immigrants of its destinations.
    """
    among = s.from_here if side == "emigrants" else s.into_here
    at = {"edition": edition, "year": year}
    return _persons(s.inside_at(**at)), _persons(among(**at))


def share_of(s: Space, side: str, *, edition: str, year: int) -> float | None:
    """Return one of the two shares; None where nobody is counted.

    Parameters
    ----------
    s
        The space.
    side
        ``emigrants`` or ``immigrants``.
    edition, year
        Of the figures.

    Returns
    -------
    float or None
        A fraction from 0 to 1.
    """
    part, whole = parts_of(s, side, edition=edition, year=year)
    return part / whole if whole else None


def _sizes(s: Space) -> list[Fact]:
    now = {"edition": s.edition, "year": s.year}
    then = [
        _persons(s.inside_at(edition=edition, year=s.common)) for edition in (s.edition, s.other)
    ]
    kind, flags = reliability.kind_of_sum(s.inside_at(**now), mine=then[0], theirs=then[1])
    about = {"unit": "persons", "indicator": "intra_stock", "form": forms.people}
    inside = "People from the space's origins who live in its destinations"
    wholes = {side: parts_of(s, side, **now)[1] for side in MEASURES}
    # Immigrants are a published total: how it is divided by origin does not touch it.
    rows = {"emigrants": s.from_here(**now), "immigrants": s.into_here(**now).iloc[:0]}
    firm = {}
    for side, whole in wholes.items():
        mine, theirs = (
            parts_of(s, side, edition=edition, year=s.common)[1] for edition in (s.edition, s.other)
        )
        firm[side] = of_sum(whole, rows[side], mine=mine, theirs=theirs)
    return [
        _fact(
            s, "inside", _persons(s.inside_at(**now)), **about, definition=inside, kind=kind,
            flags=flags,
        ),
        _fact(
            s, "inside-common", then[0], **about, definition=inside, year=s.common, kind=kind,
            flags=flags,
        ),
        _fact(
            s, "inside-other", then[1], **about, definition=inside, year=s.common,
            edition=s.other, kind=kind, flags=flags,
        ),
        _fact(
            s, "emigrants", wholes["emigrants"], forms.people, unit="persons",
            indicator="emigrants_of_space", **firm["emigrants"],
            definition="Emigrants of the space's origins, whom the edition lists anywhere",
        ),
        _fact(
            s, "immigrants", wholes["immigrants"], forms.people, unit="persons",
            indicator="immigrants_of_space", **firm["immigrants"],
            definition="Immigrants of the space's destinations, from all origins",
        ),
        _fact(
            s, "members", len(s.origins), forms.count, unit="places", indicator="membership",
            definition="Places in the space: members of a bloc, origins of a circuit",
            sources=(SourceRef(SPACES),), edition="",
        ),
        _fact(
            s, "members-today", len(s.today), forms.count, unit="places", indicator="membership",
            definition="Members of today", membership=FIXED,
            sources=(SourceRef(SPACES),), edition="",
        ),
        _fact(
            s, "destinations-count", len(s.destinations), forms.count, unit="places",
            indicator="membership", definition="Destinations of the space",
            sources=(SourceRef(SPACES),), edition="",
        ),
    ]  # fmt: skip


def _shares(s: Space, side: str) -> list[Fact]:
    """Return a share in the year, and in the last common year by both editions."""
    values = {
        "": (s.edition, s.year),
        "-common": (s.edition, s.common),
        "-other": (s.other, s.common),
    }
    found = {
        end: share_of(s, side, edition=edition, year=year)
        for end, (edition, year) in values.items()
    }
    kind, flags = reliability.kind_of_sum(
        s.inside_at(edition=s.edition, year=s.year), mine=found["-common"], theirs=found["-other"]
    )
    return [
        _fact(
            s,
            f"share-of-{side}{end}",
            found[end],
            forms.percent,
            unit="share",
            indicator=f"share_of_{side}_inside",
            definition=DEFINITIONS[side],
            edition=edition,
            year=year,
            kind="no-estimate" if found[end] is None else kind,
            flags=flags,
        )
        for end, (edition, year) in values.items()
    ]


def _known_only(s: Space) -> list[Fact]:
    """Return the people of unknown origin among the immigrants."""
    rows = s.into_here(edition=s.edition, year=s.year)
    unknown = _persons(rows[rows["origin"] == "OOO"])
    whole = _persons(rows)
    return [
        _fact(
            s,
            "unknown-share",
            unknown / whole if whole else None,
            forms.percent,
            unit="share",
            indicator="unknown_origin_of_space",
            definition="Part of the immigrants of the space's destinations whose origin is not "
            "given",
        )
    ]


def _counting(s: Space) -> list[Fact]:
    """Return how much of the figure was carried forward, and how much counts citizens."""
    rows = s.inside_at(edition=s.edition, year=s.year)
    parts = {
        "carried-share": (
            reliability.REPEATED,
            "Part of the people inside the space whose figure is carried forward",
        ),
        "citizens-share": (
            ("citizens",),
            "Part of the people inside the space who live where foreign citizens are counted",
        ),
    }
    facts = [
        _fact(
            s,
            id,
            reliability.part_flagged(rows, *flags),
            forms.percent,
            unit="share",
            indicator="intra_stock",
            definition=definition,
        )
        for id, (flags, definition) in parts.items()
    ]
    receiving = set(rows["destination"].astype(str))
    frozen = rows.groupby("destination", observed=True)["frozen"].any()
    counted = {"frozen-members": int(frozen.sum()), "receiving-members": len(receiving)}
    definitions = {
        "frozen-members": "Destinations in the space whose division by origin only repeats that "
        "of the year before",
        "receiving-members": "Destinations in the space for which the edition lists people from it",
    }
    return facts + [
        _fact(
            s,
            id,
            count,
            forms.count,
            unit="places",
            indicator="intra_stock",
            definition=definitions[id],
        )
        for id, count in counted.items()
    ]


def _over_time(s: Space, side: str) -> list[Fact]:
    """Return a share with today's members, and both shares in the first year they differ in."""
    fixed = s.over_time(MEASURES[side], variant=FIXED if s.is_bloc else PAPER)
    dated = s.over_time(MEASURES[side], variant=DATED) if s.is_bloc else fixed
    first = int(dated.loc[dated["edition"] == s.edition, "year"].min())
    wanted = (
        (f"share-of-{side}-today", fixed, s.year, FIXED),
        (f"share-of-{side}-first-fixed", fixed, first, FIXED),
        (f"share-of-{side}-first-dated", dated, first, DATED),
    )
    ends = [
        (f"{id}{end}", year, variant, edition)
        for id, _, year, variant in wanted
        for end, edition in (("", s.edition), ("-other", s.other))
    ]
    values = {variant: _values(table) for _, table, _, variant in wanted}
    parts = {
        year: reliability.parts_flagged(s.inside_at(edition=s.edition, year=year))
        for year in {year for _, _, year, _ in wanted}
    }
    facts = []
    for id, year, variant, edition in ends:
        known = values[variant]
        value = known.get((edition, year))
        # Of a year that both editions give they are compared in that year itself.
        compared = year if (s.other, year) in known else s.common
        flagged, repeated = parts[year]
        kind, flags = reliability.kind_of_parts(
            flagged,
            repeated=repeated,
            mine=known.get((s.edition, compared)),
            theirs=known.get((s.other, compared)),
        )
        facts.append(
            _fact(
                s,
                id,
                value,
                forms.percent,
                unit="share",
                indicator="share_of_space",
                definition=f"{DEFINITIONS[side]} ({variant})",
                year=year,
                measure=MEASURES[side],
                membership=variant if s.is_bloc else PAPER,
                edition=edition,
                kind="no-estimate" if value is None else kind,
                flags=flags,
            )
        )
    return facts


def _values(table: pd.DataFrame) -> dict[tuple[str, int], float]:
    """Return the share by edition and year; of several, the first."""
    rows = table.iloc[::-1]
    keys = zip(rows["edition"].astype(str), rows["year"].astype(int), strict=True)
    return dict(zip(keys, rows["value"].astype(float), strict=True))


def _fact(
    s: Space,
    id: str,
    value: Any,
    form: Any,
    *,
    year: int | None = None,
    sources: Iterable[SourceRef] | None = None,
    membership: str = "",
    measure: str = "",
    **about: Any,
) -> Fact:
    """Make a fact of the space in a year, by default the briefing's."""
    named = {"membership": membership, "measure": measure}
    arguments = {**s.about, "year": year or s.year, **{k: v for k, v in named.items() if v}}
    if sources:
        about["sources"] = tuple(sources)
    elif "edition" not in about:
        about["sources"] = (SourceRef(EDITIONS[s.edition]),)
    return s.fact(id, value, form, arguments=arguments, **about)
