"""Build the store from the publishers' files."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pandas as pd

from roundtable import places, sources
from roundtable.sources import EDITIONS, WORLD_BANK, reading, undesa, worldbank
from roundtable.store import derive, schemas
from roundtable.store.tables import Tables

_GROUPS = (
    "AFE AFW ARB CEB CSS EAP EAR EAS ECA ECS EMU EUU FCS HIC HPC IBD IBT IDA IDB IDX LAC LCN LDC "
    "LIC LMC LMY LTE MEA MIC MNA NAC OED OSS PRE PSS PST SAS SSA SSF SST TEA TEC TLA TMN TSA TSS "
    "UMC WLD INX"
)
WORLD_BANK_GROUPS = frozenset(_GROUPS.split())
"""Codes of groups in the World Bank's files; none is a place of ``places.csv``."""


def from_folder(folder: Path, *, announce: Callable[[str], None] = lambda _: None) -> Tables:
    """Read every source below a folder and build all tables.

    Parameters
    ----------
    folder
        Laid out as ``data/README.md`` shows (``undesa-ims-2024/…``).
    announce
        Called with the name of each file before it is read.

    Returns
    -------
    Tables
        The full store, checked against its schemas, not yet written.

    Raises
    ------
    DataError
        If a file is missing, cut off, changed, or names an unknown place.
    """
    account: dict[str, dict] = {}
    known = set(places.table()["iso3"])
    codes = places.codes_by_m49()

    def read(source: str, role: str, readers: dict[str, Callable]) -> pd.DataFrame:
        path, file = sources.locate(sources.catalogue()[source].files[role], folder)
        announce(file.name)
        found: reading.Reading = readers[file.layout](path)
        account[file.name] = {
            "source": source,
            "sha256": sources.sha256(path),
            "read": found.read,
            "kept": found.kept,
            "dropped": {reason: count for reason, count in found.dropped.items() if count},
        }
        return found.table.assign(source=source)

    stocks, marks, totals = [], [], []
    for edition, source in EDITIONS.items():
        matrix = read(
            source,
            "matrix",
            {
                "tidy": partial(undesa.tidy_stocks, places=known),
                "workbook": partial(undesa.workbook_stocks, codes=codes),
            },
        ).assign(edition=edition)
        names = ["edition", "destination", *undesa.MARKS, "source"]
        marks.append(matrix[names].drop_duplicates())
        stocks.append(matrix[[*_STOCKS, "source"]])
        workbook = {"workbook": partial(undesa.totals, codes=codes)}
        totals.append(read(source, "totals", workbook).assign(edition=edition))
    aliases = places.aliases()
    gdp = read(
        WORLD_BANK,
        "gdp_per_capita",
        {"tidy": partial(worldbank.gdp_per_capita, aliases=aliases)},
    )
    people = read(
        WORLD_BANK,
        "population",
        {"tidy": partial(worldbank.population, aliases=aliases, groups=WORLD_BANK_GROUPS)},
    )
    all_stocks = pd.concat(stocks, ignore_index=True)
    tables = {
        "stocks": all_stocks,
        "destinations": pd.concat(marks, ignore_index=True),
        "totals": pd.concat(totals, ignore_index=True)[
            ["edition", "location", "label", "place", "year", "stock", "population", "source"]
        ],
        "economies": gdp.merge(people, on=["place", "year", "source"], how="outer")[
            ["place", "year", "gdp_per_capita", "population", "source"]
        ].sort_values(["place", "year"], ignore_index=True),
        "aggregates": derive.aggregates(all_stocks),
        "compositions": derive.compositions(all_stocks),
    }
    checked = {name: schemas.checked(name, table) for name, table in tables.items()}
    complete = frozenset(all_stocks["origin"]) | frozenset(all_stocks["destination"])
    manifest = {"made_from": account, "rows": {name: len(t) for name, t in checked.items()}}
    return Tables(name="store", complete=complete - {places.OTHERS}, manifest=manifest, **checked)


_STOCKS = ["edition", "destination", "origin", "year", "both", "female", "male"]
