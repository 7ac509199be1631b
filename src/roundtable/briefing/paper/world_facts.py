"""Facts on the whole world: how many people, and how near to home they live."""

from dataclasses import dataclass
from typing import Any

from roundtable.briefing.study import Study
from roundtable.facts import Fact, forms
from roundtable.places import WORLD

THEN = 2010
"""Year of the paper whose figures are recomputed."""

SHARES = {
    "neighbours": ("contiguous", "known origin", "live in a country that borders on their own"),
    "neighbours-all": ("contiguous", "all", "live in a country that borders on their own"),
    "unmoved": (
        *("contiguous", "without moved borders"),
        "live in a bordering country, borders that moved in living memory left out",
    ),
    "region": ("within region", "known origin", "live in their own UN geographic region"),
    "subregion": ("within subregion", "known origin", "live in their own UN subregion"),
    "south": ("South-South", "UN development groups", "live in the South, of those from anywhere"),
    "south-income": (
        *("South-South", f"income groups of {2023}"),
        "come from the South and live there, by income",
    ),
}
"""Measure and variant in the table ``world`` of each share, and what its people do."""

OF_LEAST_DEVELOPED = {
    "ldc": ("least developed countries", "live in another of them"),
    "ldc-developing": ("other developing countries", "live in another developing country"),
    "ldc-rich": ("high-income countries", "live in a high-income country"),
}
"""Where the listed emigrants of the least developed countries live, by the groups of the year."""


@dataclass(frozen=True, kw_only=True)
class World(Study):
    """The world in one edition and year."""


def world_facts(study: World) -> list[Fact]:
    """Compute the figures of the world.

    Parameters
    ----------
    study
        Year, editions and language of the paper.

    Returns
    -------
    list of Fact
        ``world``, ``world-women``, ``world-of-population`` and ``world-unknown`` for the year,
        ``world-before`` for 2010; of each share ``world-<name>`` for the year, and
        ``world-<name>-then`` and ``-then-other`` for 2010 in both editions; ``world-ldc``,
        ``world-ldc-developing`` and ``world-ldc-rich`` of the emigrants of the least developed
        countries.
    """
    facts = [
        _sum(study, "world", study.year, study.edition),
        _sum(study, "world-before", THEN, study.edition),
        _sum(study, "world-before-other", THEN, study.other),
        _of_population(study),
        *_parts(study),
    ]
    for name, (measure, variant, doing) in SHARES.items():
        for suffix, edition, year in (
            ("", study.edition, study.year),
            ("-then", study.edition, THEN),
            ("-then-other", study.other, THEN),
        ):
            facts.append(
                _share(
                    study,
                    f"world-{name}{suffix}",
                    (measure, variant, "world"),
                    f"Share of the world's migrants who {doing} ({variant})",
                    (edition, year),
                )
            )
    for name, (group, doing) in OF_LEAST_DEVELOPED.items():
        facts.append(
            _share(
                study,
                f"world-{name}",
                ("destinations of LDC emigrants", "groups of each year", group),
                f"Share of the emigrants of the least developed countries who {doing}",
                (study.edition, study.year),
            )
        )
    return facts


def _row(study: World, year: int, edition: str) -> Any:
    rows = study.tables.aggregates
    found = rows[
        (rows["place"] == WORLD)
        & (rows["direction"] == "immigrants")
        & (rows["edition"] == edition)
        & (rows["year"] == year)
    ]
    return found.iloc[0] if len(found) else None


def _sum(study: World, id: str, year: int, edition: str) -> Fact:
    row = _row(study, year, edition)
    return study.fact(
        id,
        None if row is None else int(row["both"]),
        forms.people,
        unit="persons",
        indicator="immigrant_stock",
        definition="International migrants in the world",
        arguments={"destination": WORLD, "year": year},
        edition=edition,
    )


def _parts(study: World) -> list[Fact]:
    row = _row(study, study.year, study.edition)
    return [
        study.fact(
            id,
            None if row is None else int(row[column]) / int(row["both"]),
            forms.percent,
            unit="share",
            indicator="immigrant_stock",
            definition=definition,
            arguments={"destination": WORLD, "year": study.year},
        )
        for id, column, definition in (
            ("world-women", "female", "Women among the international migrants of the world"),
            ("world-unknown", "others", "Migrants for whom the edition gives no origin"),
        )
    ]


def _of_population(study: World) -> Fact:
    rows = study.tables.totals
    found = rows[
        (rows["place"] == WORLD) & (rows["edition"] == study.edition) & (rows["year"] == study.year)
    ]
    row = _row(study, study.year, study.edition)
    known = row is not None and len(found)
    return study.fact(
        "world-of-population",
        int(row["both"]) / int(found["population"].iloc[0]) if known else None,
        forms.percent,
        unit="share",
        indicator="population",
        definition="International migrants among the inhabitants of the world",
        arguments={"place": WORLD, "year": study.year},
    )


def _share(
    study: World, id: str, share: tuple[str, str, str], definition: str, of: tuple[str, int]
) -> Fact:
    (measure, variant, group), (edition, year) = share, of
    rows = study.tables.world
    found = rows[
        (rows["measure"] == measure)
        & (rows["variant"] == variant)
        & (rows["group"] == group)
        & (rows["edition"] == edition)
        & (rows["year"] == year)
    ]
    return study.fact(
        id,
        float(found["part"].iloc[0] / found["whole"].iloc[0]) if len(found) else None,
        forms.percent,
        unit="share",
        indicator="share_of_space",
        definition=definition,
        arguments={"space": group, "measure": measure, "membership": variant, "year": year},
        edition=edition,
    )
