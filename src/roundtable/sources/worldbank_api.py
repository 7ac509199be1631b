"""World Bank indicators as the publisher's own address serves them: one indicator, zipped."""

import zipfile
import zlib
from collections.abc import Mapping, Set
from pathlib import Path

import pandas as pd

from roundtable.errors import DataError
from roundtable.sources import reading
from roundtable.sources.worldbank import GROUPS

_PREAMBLE = 4
"""Lines above the header: the data source and the day of its last update."""

_NAMES = ["Country Name", "Country Code", "Indicator Name", "Indicator Code"]


def indicator(
    path: Path,
    *,
    code: str,
    column: str,
    aliases: Mapping[str, str],
    groups: Set[str] = GROUPS,
    whole: bool = False,
) -> reading.Reading:
    """Read one indicator, a row for each economy and a column for each year.

    Parameters
    ----------
    path
        Zip archive of the publisher, in which ``API_<code>_….csv`` has the figures.
    code
        The indicator, such as ``SP.POP.TOTL``.
    column
        Name for the column of figures.
    aliases
        ISO 3166 code of every code in use.
    groups
        Codes of groups of countries, which are left out and counted.
    whole
        The figures are whole numbers: persons.

    Returns
    -------
    Reading
        Columns ``place, year`` and the figures, in the publisher's unit. Cells are counted,
        not rows.

    Raises
    ------
    DataError
        If the archive holds no such table, one of another indicator, or an unknown code.
    """
    table = _table(path)
    found = sorted(set(table["Indicator Code"]))
    if found != [code]:
        raise DataError(
            f"'{path.name}' holds the indicator {', '.join(map(repr, found))}, not '{code}'. "
            "Put the archive of that indicator there, or fetch it by its address in "
            "data/sources.yml."
        )
    reading.refuse_unmatched(path, "codes", set(table["Country Code"]) - set(aliases) - groups)
    years = [name for name in table.columns if name.isdigit()]
    cells = table.melt("Country Code", years, "year", column)
    places = cells[cells["Country Code"].isin(aliases)]
    kept = places[places[column].notna()]
    rows = pd.DataFrame(
        {
            "place": kept["Country Code"].map(aliases),
            "year": kept["year"].astype(int),
            column: kept[column].round().astype("Int64") if whole else kept[column].astype(float),
        }
    ).sort_values(["place", "year"], ignore_index=True)
    return reading.Reading(
        rows,
        read=len(cells),
        dropped={
            "cell of a group": len(cells) - len(places),
            "empty cell": len(places) - len(kept),
        },
    )


def _table(path: Path) -> pd.DataFrame:
    """Read the figures out of the archive; the other files in it describe them."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = [name for name in archive.namelist() if Path(name).name.startswith("API_")]
            if len(names) != 1:
                raise ValueError(f"it holds {', '.join(archive.namelist())}")
            with archive.open(names[0]) as stream:
                table = pd.read_csv(
                    stream, skiprows=_PREAMBLE, keep_default_na=False, na_values=[""]
                )
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError, ValueError) as error:
        raise DataError(
            f"'{path.name}' has no readable table API_….csv ({error}). It is cut off or not the "
            "publisher's archive: fetch it again."
        ) from None
    reading.expect(path, _NAMES, list(table.columns))
    return table
