"""World Bank, World Development Indicators: GDP per capita in PPP, population."""

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

GDP_PER_CAPITA = "income"
"""Name of NY.GDP.PCAP.PP.KD in the tidy export."""


def gdp_per_capita(path: Path, *, aliases: Mapping[str, str]) -> reading.Reading:
    """Read GDP per capita, PPP, constant 2021 international dollars (NY.GDP.PCAP.PP.KD).

    Parameters
    ----------
    path
        CSV (may be gzipped) with columns ``geo, var, t, v``.
    aliases
        ISO 3166 code of every code in use.

    Returns
    -------
    Reading
        Columns ``place, year, gdp_per_capita`` (international dollars of 2021).
    """
    rows = reading.csv(path, columns=["geo", "var", "t", "v"])
    wanted = rows[(rows["var"] == GDP_PER_CAPITA) & rows["v"].notna()]
    kept = wanted[wanted["geo"].isin(aliases)]
    table = pd.DataFrame(
        {
            "place": kept["geo"].map(aliases),
            "year": kept["t"].astype(int),
            "gdp_per_capita": kept["v"],
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
