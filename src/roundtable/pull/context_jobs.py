"""Files on what stands behind a corridor: its history, the pair's ties, the groups of its ends."""

from functools import partial

import pandas as pd

from roundtable import paths, places
from roundtable.pull import pairs
from roundtable.pull.job import Job, into
from roundtable.sources import (
    BORDERS,
    DECADES,
    LEAST_DEVELOPED,
    M49,
    MATRICES,
    cepii,
    classifications,
    lists,
    worldbank_history,
)

M49_YEAR = 2020
"""The copy at hand lists 47 least developed countries, as from June 2017 to December 2020."""

LDC_YEARS = range(1990, 2025)
"""Years of the stocks that the groups are set against."""


def jobs() -> list[Job]:
    """Return these files, in order."""
    return [*_history(), *_pairs(), *_groups()]


def _history() -> list[Job]:
    read = partial(
        worldbank_history.stocks, aliases=places.aliases(), former=frozenset(places.FORMER)
    )
    decades, later = worldbank_history.DECADES, worldbank_history.LATER
    return [
        Job(DECADES, "decades", {"tidy": partial(read, years=decades)}, into("history")),
        Job(MATRICES, "later", {"tidy": partial(read, years=later)}, into("history")),
    ]


def _pairs() -> list[Job]:
    read = partial(lists.borders, known=places.countries())
    spoken = partial(lists.languages, known=places.countries())

    def completed(rows: pd.DataFrame) -> dict[str, pd.DataFrame]:
        located = places.table()[["iso3", "latitude", "longitude"]]
        table = pairs.completed(
            rows,
            borders=read(paths.data() / "borders.csv").table,
            places=located[located["iso3"] != places.OTHERS],
            own=BORDERS,
            languages=spoken(paths.data() / "languages.csv").table,
        )
        return {"pairs": table}

    ties = {"zipped": partial(cepii.pairs, aliases=places.aliases())}
    return [
        # The lists have no rows of their own; they complete the pairs. Read here too, they stand
        # in the manifest with their digests.
        Job(BORDERS, "borders", {"list": read}, lambda rows: {}, own=True),
        Job(BORDERS, "languages", {"list": spoken}, lambda rows: {}, own=True),
        Job("cepii-geodist", "pairs", ties, completed),
    ]


def _groups() -> list[Job]:
    aliases, into_groups = places.aliases(), into("groups")
    income = partial(classifications.income_groups, aliases=aliases)
    development = partial(classifications.development_groups, year=2020, aliases=aliases)
    flags = partial(classifications.m49_flags, year=M49_YEAR, aliases=aliases)
    least_developed = partial(lists.least_developed, years=LDC_YEARS)
    return [
        Job("worldbank-income", "history", {"workbook": income}, into_groups),
        Job("undesa-groups-2020", "groups", {"workbook": development}, into_groups),
        Job(M49, "flags", {"csv": flags}, into_groups),
        Job(LEAST_DEVELOPED, "membership", {"list": least_developed}, into_groups, own=True),
    ]
