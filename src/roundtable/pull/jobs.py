"""Which file is read by which reader into which table."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pandas as pd

from roundtable import places, sources
from roundtable.pull import context_jobs
from roundtable.pull.job import Job, into
from roundtable.sources import (
    EDITIONS,
    WORLD_BANK,
    knomad,
    labour,
    passports,
    treaties,
    uis,
    undesa,
    unhcr,
    worldbank,
    worldbank_api,
)
from roundtable.sources.needed import Need
from roundtable.sources.reading import Reading

_NAMES = ("worldbank", "house_style", "undesa_2024", "undesa_2020", "short")
"""Columns of ``places.csv`` with a name of each place."""

_STOCKS = ["destination", "origin", "year", "both", "female", "male"]


def jobs() -> list[Job]:
    """Return every file to read, in order."""
    return [
        *_undesa(),
        *_world_bank(),
        *_remittances(),
        *_people(),
        *_rules(),
        *context_jobs.jobs(),
    ]


def needs() -> list[Need]:
    """Return what the jobs read: the layouts of each file, any one of which will do.

    The lists that this project keeps are there in any case.
    """
    catalogue = sources.catalogue()
    return [
        Need(catalogue[job.source], catalogue[job.source].files[job.role])
        for job in jobs()
        if not job.own
    ]


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
    people = {
        "zipped": partial(
            worldbank_api.indicator,
            code="SP.POP.TOTL",
            column="population",
            aliases=places.aliases(),
            whole=True,
        ),
        "tidy": partial(worldbank.population, aliases=places.aliases()),
    }
    economies = into("economies")
    income = _indicator("NY.GDP.PCAP.PP.KD", "gdp_per_capita")
    return [
        Job(WORLD_BANK, "gdp_per_capita", income, economies),
        Job(WORLD_BANK, "gdp", _indicator("NY.GDP.MKTP.CD", "gdp"), economies),
        Job(WORLD_BANK, "population", people, economies),
    ]


def _indicator(code: str, column: str) -> dict[str, Callable[[Path], Reading]]:
    """Return what reads an indicator of the World Bank into a column, for each layout."""
    options = {"code": code, "column": column, "aliases": places.aliases()}
    return {
        "zipped": partial(worldbank_api.indicator, **options),
        "tidy": partial(worldbank.indicator, **options),
    }


def _remittances() -> list[Job]:
    codes = {**places.codes_by_name("worldbank"), **knomad.SPELLINGS}
    matrix = {"workbook": partial(knomad.matrix, codes=codes)}
    found = [Job("knomad-bilateral-2021", "matrix", matrix, into("remittances"))]
    for direction, code in worldbank.REMITTANCES.items():
        totals = into("remittance_totals", direction=direction)
        series = {"workbook": partial(knomad.by_year, direction=direction, codes=codes)}
        found += [
            Job("knomad-yearly-2020", direction, series, totals),
            Job("worldbank-remittances", direction, _indicator(code, "usd"), totals),
        ]
    return found


def _people() -> list[Job]:
    """Return other counts along the corridors: refugees, students."""
    aliases = places.aliases()
    codes = {**places.codes_by_name(*_NAMES), **uis.SPELLINGS}
    listings = {"by_destination": uis.BY_DESTINATION, "by_origin": uis.BY_ORIGIN}
    return [
        Job(
            "unhcr-population",
            "population",
            {"tidy": partial(unhcr.refugees, aliases=aliases)},
            into("refugees"),
        ),
        *(
            Job(
                "uis-students",
                role,
                {"tidy": partial(uis.flows, listing=listing, codes=codes)},
                into("students"),
            )
            for role, listing in listings.items()
        ),
        Job(
            "uis-students",
            "inbound_total",
            {"browser": partial(uis.inbound_totals, aliases=aliases)},
            into("students"),
        ),
    ]


def _rules() -> list[Job]:
    """Return what states have agreed to and ask for: conventions, visas, agreements."""
    parties = {**places.codes_by_name(*_NAMES), **labour.SPELLINGS}
    alpha2 = {**places.codes_by_alpha2(), **treaties.FORMER_ALPHA2}
    return [
        Job(
            "un-icrmw",
            "status",
            {"transcription": partial(treaties.status, codes=alpha2)},
            into("ratifications", instrument="icrmw"),
        ),
        Job(
            "passport-index-2025",
            "visas",
            {"tidy": partial(passports.visas, places=set(places.table()["iso3"]))},
            into("visas"),
        ),
        Job(
            "bla-chilton-woda",
            "agreements",
            {"stata": partial(labour.agreements, codes=parties)},
            into("agreements"),
        ),
        Job("bla-chilton-woda", "provisions", {"stata": labour.provisions}, into("provisions")),
    ]
