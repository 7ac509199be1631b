"""Which file is read by which reader into which table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pandas as pd

from roundtable import places, sources
from roundtable.sources import EDITIONS, WORLD_BANK, undesa, worldbank, worldbank_api
from roundtable.sources.needed import Need
from roundtable.sources.reading import Reading

_STOCKS = ["destination", "origin", "year", "both", "female", "male"]


@dataclass(frozen=True)
class Job:
    """A file to read.

    Attributes
    ----------
    source, role
        Where ``data/sources.yml`` names the file: the id of the source, and the part in it.
    readers
        For each layout of the file, what reads it.
    tables
        Turns the rows into rows of one or more tables, by name.
    """

    source: str
    role: str
    readers: Mapping[str, Callable[[Path], Reading]]
    tables: Callable[[pd.DataFrame], Mapping[str, pd.DataFrame]]


def into(table: str, **constant: str) -> Callable[[pd.DataFrame], dict[str, pd.DataFrame]]:
    """Give all rows to one table, with the same words in further columns.

    Examples
    --------
    >>> rows = into("totals", edition="undesa-2024")(pd.DataFrame({"year": [2024]}))
    >>> rows["totals"].to_dict("records")
    [{'year': 2024, 'edition': 'undesa-2024'}]
    """
    return lambda rows: {table: rows.assign(**constant)}


def jobs() -> list[Job]:
    """Return every file to read, in order."""
    return [*_undesa(), *_world_bank()]


def needs() -> list[Need]:
    """Return what the jobs read: the layouts of each file, any one of which will do."""
    catalogue = sources.catalogue()
    return [Need(catalogue[job.source], catalogue[job.source].files[job.role]) for job in jobs()]


def _undesa() -> list[Job]:
    known, codes = set(places.table()["iso3"]), places.codes_by_m49()
    found = []
    for edition, source in EDITIONS.items():
        readers = {
            "tidy": partial(undesa.tidy_stocks, places=known),
            "workbook": partial(undesa.workbook_stocks, codes=codes),
        }
        totals = {"workbook": partial(undesa.totals, codes=codes)}
        found += [
            Job(source, "matrix", readers, partial(_matrix, edition=edition)),
            Job(source, "totals", totals, into("totals", edition=edition)),
        ]
    return found


def _matrix(rows: pd.DataFrame, *, edition: str) -> dict[str, pd.DataFrame]:
    """Part the matrix into the stocks and what each destination counts."""
    marks = rows[["destination", *undesa.MARKS, "source"]].drop_duplicates()
    return {
        "stocks": rows[[*_STOCKS, "source"]].assign(edition=edition),
        "destinations": marks.assign(edition=edition),
    }


def _world_bank() -> list[Job]:
    aliases = places.aliases()
    zipped = partial(worldbank_api.indicator, aliases=aliases)
    gdp = {
        "zipped": partial(zipped, code="NY.GDP.PCAP.PP.KD", column="gdp_per_capita"),
        "tidy": partial(worldbank.gdp_per_capita, aliases=aliases),
    }
    people = {
        "zipped": partial(zipped, code="SP.POP.TOTL", column="population", whole=True),
        "tidy": partial(worldbank.population, aliases=aliases),
    }
    return [
        Job(WORLD_BANK, "gdp_per_capita", gdp, into("economies")),
        Job(WORLD_BANK, "population", people, into("economies")),
    ]
