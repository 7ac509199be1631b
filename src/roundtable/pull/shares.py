"""The table ``world``: shares of the world's stock, of each bloc's and each circuit's.

They rest on every corridor of the world, which the pack does not hold; so they are computed
once, when the store is built, by the functions that a test can call with six rows.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

import pandas as pd

from roundtable import places
from roundtable.indicators import fastest, spaces, world
from roundtable.places import blocs, circuits, ties
from roundtable.pull.corridors import every_corridor, sound_years

LAST_INCOME = 2023
"""Last calendar year of the World Bank's income groups; later years keep them."""


def world_shares(read: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Compute every share that rests on all corridors of the world.

    Parameters
    ----------
    read
        The tables ``stocks``, ``history``, ``copies``, ``pairs``, ``groups`` and ``refugees``.

    Returns
    -------
    DataFrame
        The table ``world``: ``edition, measure, group, variant, year, part, whole, source``;
        a share is ``part`` over ``whole``, both persons (of the fastest corridors: corridors).
    """
    history = sound_years(read["history"], copies=read["copies"])
    corridors = every_corridor(read["stocks"], history)
    found = [
        table.assign(measure=measure, group=group, variant=variant)
        for measure, group, variant, table in (
            *_neighbours(corridors, read["pairs"]),
            *_regions(corridors),
            *_south(corridors, groups_of(read["groups"])),
            *_spaces(corridors),
            *_fastest(read["stocks"], pairs=read["pairs"], refugees=read["refugees"]),
        )
    ]
    keys = ["measure", "group", "variant", "edition", "year"]
    table = pd.concat(found, ignore_index=True).astype({"edition": "str", "source": "str"})
    return table.sort_values(keys, ignore_index=True)


MOVED = (
    *("USSR", "Yugoslavia", "Czechoslovakia"),
    *("Sudan", "Ethiopia", "British India", "Pakistan"),
)
"""States whose parts are set aside in the contiguous share "without moved borders"."""

Named = Iterator[tuple[str, str, str, pd.DataFrame]]


def _neighbours(corridors: pd.DataFrame, pairs: pd.DataFrame) -> Named:
    borders = pairs[pairs["contiguous"]]
    cepii = pairs[pairs["contiguous_cepii"].fillna(False).astype(bool)]
    moved = ties.moved_borders(states=MOVED)
    ended = pairs[pairs["contiguous_until"].notna()].rename(columns={"contiguous_until": "until"})
    of_cepii = world.contiguous_share(corridors, borders=cepii)
    share = partial(world.contiguous_share, corridors, borders=borders, ended=ended)
    yield "contiguous", "world", "known origin", share()
    yield "contiguous", "world", "all", share(known_only=False)
    yield "contiguous", "world", "borders of CEPII", of_cepii
    yield "contiguous", "world", "without moved borders", share(without=moved)


def _regions(corridors: pd.DataFrame) -> Named:
    table = places.table()
    regions, subregions = (
        table[name].to_dict()
        | {code: getattr(place, name) for code, place in places.FORMER.items()}
        for name in ("region", "subregion")
    )
    share = partial(world.share_within_regions, corridors)
    yield "within region", "world", "known origin", share(regions=regions)
    yield "within subregion", "world", "known origin", share(regions=subregions)
    for region in sorted(set(regions.values()) - {""}):
        yield "within region", region, "known origin", share(regions=regions, region=region)


def groups_of(groups: pd.DataFrame) -> dict[str, dict[int, dict[str, str]]]:
    """Return the group of each place, by scheme and year.

    A place that a scheme no longer classifies keeps its last group: the World Bank has put
    Venezuela into none since 2020, and five million people would leave both parts of every
    share by income.

    Parameters
    ----------
    groups
        The table ``groups``.
    """
    found: dict[str, dict[int, dict[str, str]]] = {}
    for scheme, part in groups.groupby("scheme", observed=True):
        kept: dict[str, str] = {}
        for year, rows in part.groupby("year"):
            named = dict(zip(rows["place"].astype(str), rows["group"].astype(str), strict=True))
            kept = {**kept, **named} if scheme == "worldbank-income" else named
            found.setdefault(str(scheme), {})[int(year)] = kept
    return found


def _south(corridors: pd.DataFrame, groups: Mapping[str, Mapping[int, Mapping[str, str]]]) -> Named:
    if not groups:  # a store of stocks alone has no groups, and so no shares by them
        return
    income, poorest = groups["worldbank-income"], groups["un-ldc"]
    (development,) = groups["un-development"].values()
    everywhere = frozenset(places.countries())

    def income_at(year: int) -> Mapping[str, str]:
        return income[min(max(year, min(income)), LAST_INCOME)]

    def poorer(at: Mapping[str, str]) -> Iterable[str]:
        return [place for place, group in at.items() if group != "high"]

    def least(year: int) -> Iterable[str]:
        return poorest[min(max(year, min(poorest)), max(poorest))]

    share = partial(world.south_south_share, corridors)
    less = [place for place, group in development.items() if group == "less-developed"]
    latest = income[LAST_INCOME]
    yield (
        *("South-South", "world", "UN development groups"),
        share(south=lambda year: less, classified=lambda year: everywhere),
    )
    yield (
        *("South-South", "world", "income groups of each year"),
        share(south=lambda year: poorer(income_at(year)), classified=income_at),
    )
    yield (
        *("South-South", "world", f"income groups of {LAST_INCOME}"),
        share(south=lambda year: poorer(latest), classified=lambda year: latest),
    )

    def others(year: int) -> Iterable[str]:
        return set(poorer(income_at(year))) - set(least(year))

    def rich(year: int) -> Iterable[str]:
        at = income_at(year)
        return {place for place in at if at[place] == "high"} - set(least(year))

    for group, destinations in (
        *(("other developing countries", others),),
        *(("least developed countries", least),),
        *(("high-income countries", rich),),
    ):
        table = world.destinations_of_group(
            corridors,
            origins=least,
            destinations=destinations,
            classified=lambda year: {*income_at(year), *least(year)},
        )
        yield "destinations of LDC emigrants", group, "groups of each year", table


def _spaces(corridors: pd.DataFrame) -> Named:
    for name, bloc in blocs.every().items():
        today = blocs.members_today(name)
        for variant, members in (
            ("members of today", lambda year, today=today: today),
            ("members of the year", bloc.members),
        ):
            sides = {"origins": members, "destinations": members}
            emigrants = spaces.share_of_emigrants_inside(corridors, **sides)
            immigrants = spaces.share_of_immigrants_inside(corridors, **sides)
            yield "emigrants inside", name, variant, emigrants
            yield "immigrants from inside", name, variant, immigrants
    for name, circuit in circuits.every().items():
        pairs = circuit.corridors()
        variant = "as the paper describes it"
        along = partial(spaces.share_along, corridors, pairs=pairs)
        yield "emigrants inside", name, variant, along(end="origin")
        yield "immigrants from inside", name, variant, along(end="destination")


def _fastest(stocks: pd.DataFrame, *, pairs: pd.DataFrame, refugees: pd.DataFrame) -> Named:
    """Count those mostly of refugees among the fastest corridors, at the end of an edition."""
    for (edition, source), rows in stocks.groupby(["edition", "source"], observed=True):
        year = int(rows["year"].max())
        found = fastest.fastest(rows, year=year, pairs=pairs, refugees=refugees)
        if found.empty:
            continue
        table = pd.DataFrame(
            {
                "edition": edition,
                "source": source,
                "year": [year],
                "part": int(found["mostly_fled"].sum()),
                "whole": len(found),
            }
        )
        yield "fastest corridors without a link", "world", "mostly refugees", table
