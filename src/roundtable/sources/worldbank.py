"""World Bank, World Development Indicators: income, GDP, population, remittances."""

from collections.abc import Mapping, Set
from pathlib import Path

import pandas as pd

from roundtable.sources import reading

_GROUPS = (
    "AFE AFW ARB CEB CSS EAP EAR EAS ECA ECS EMU EUU FCS HIC HPC IBD IBT IDA IDB IDX LAC LCN LDC "
    "LIC LMC LMY LTE MEA MIC MNA NAC OED OSS PRE PSS PST SAS SSA SSF SST TEA TEC TLA TMN TSA TSS "
    "UMC WLD INX"
)
GROUPS = frozenset(_GROUPS.split())
"""Codes of groups in the World Bank's files; none is a place of ``places.csv``."""

REMITTANCES = {"received": "BX.TRF.PWKR.CD.DT", "paid": "BM.TRF.PWKR.CD.DT"}
"""Codes of personal remittances, by direction."""

VARIABLES = {
    "NY.GDP.PCAP.PP.KD": "income",
    "NY.GDP.MKTP.CD": "gdp",
    REMITTANCES["received"]: "remin",
    REMITTANCES["paid"]: "remout",
}
"""Names of the indicators in the tidy export.

Remittances are set against GDP. Both are read from this export, of one download: GDP is revised
every year, and a ratio should not mix two states of it."""


def indicator(path: Path, *, code: str, column: str, aliases: Mapping[str, str]) -> reading.Reading:
    """Read one indicator of the tidy export.

    Parameters
    ----------
    path
        CSV (may be gzipped) with columns ``geo, var, t, v``.
    code
        The indicator, one of `VARIABLES`.
    column
        Name for the column of figures.
    aliases
        ISO 3166 code of every code in use.

    Returns
    -------
    Reading
        Columns ``place, year`` and the figures, in the publisher's unit.
    """
    rows = reading.csv(path, columns=["geo", "var", "t", "v"])
    wanted = rows[(rows["var"] == VARIABLES[code]) & rows["v"].notna()]
    kept = wanted[wanted["geo"].isin(aliases)]
    table = pd.DataFrame(
        {
            "place": kept["geo"].map(aliases),
            "year": kept["t"].astype(int),
            column: kept["v"],
        }
    ).sort_values(["place", "year"], ignore_index=True)
    return reading.Reading(
        table,
        read=len(rows),
        dropped={
            "row of another indicator, or empty": len(rows) - len(wanted),
            "row of a place that UN DESA does not list": len(wanted) - len(kept),
        },
    )


def population(
    path: Path, *, aliases: Mapping[str, str], groups: Set[str] = GROUPS
) -> reading.Reading:
    """Read total population (SP.POP.TOTL).

    Parameters
    ----------
    path
        CSV with columns ``Country Name, Country Code, Year, Value``.
    aliases
        ISO 3166 code of every code in use.
    groups
        Codes of groups of countries, which are left out and counted.

    Returns
    -------
    Reading
        Columns ``place, year, population`` (persons, mid-year).

    Raises
    ------
    DataError
        If a code is neither a known place nor a known group.
    """
    rows = reading.csv(path, columns=["Country Name", "Country Code", "Year", "Value"])
    codes = set(rows["Country Code"])
    reading.refuse_unmatched(path, "codes", codes - set(aliases) - groups)
    kept = rows[rows["Country Code"].isin(aliases) & rows["Value"].notna()]
    of_groups = int(rows["Country Code"].isin(groups).sum())
    table = pd.DataFrame(
        {
            "place": kept["Country Code"].map(aliases),
            "year": kept["Year"].astype(int),
            "population": kept["Value"].round().astype("Int64"),
        }
    ).sort_values(["place", "year"], ignore_index=True)
    return reading.Reading(
        table,
        read=len(rows),
        dropped={"row of a group": of_groups, "empty cell": len(rows) - of_groups - len(kept)},
    )
