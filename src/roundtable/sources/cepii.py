"""CEPII, GeoDist: common borders, languages, colonial ties and distances of pairs."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

import pandas as pd
from python_calamine import CalamineError, CalamineWorkbook

from roundtable.errors import DataError
from roundtable.sources import reading

_MARKS = {
    "contig": "contiguous_cepii",
    "comlang_off": "official_language",
    "comlang_ethno": "spoken_language",
    "colony": "colony",
    "comcol": "common_coloniser",
}
_DISTANCES = {"distcap": "distance", "distw": "distance_weighted"}
_COLUMNS = ["iso_o", "iso_d", *_MARKS, *_DISTANCES]

OLD_CODES = {"YUG": "SCG", "ANT": "ANT"}
"""Countries of 2004 that no longer exist: CEPII's Yugoslavia is Serbia and Montenegro."""

_MEMBER = "dist_cepii.xls"


def pairs(path: Path, *, aliases: Mapping[str, str]) -> reading.Reading:
    """Read what CEPII says of each pair of countries.

    Of its four distances two are read. ``distcap`` is the great circle between the capitals;
    ``dist`` would take the largest city, such as Essen for Germany or Cape Town for South
    Africa, which puts Botswana 1,251 km away from South Africa instead of 256. ``distw`` is
    the mean over the largest cities of both, weighted by their inhabitants.

    Parameters
    ----------
    path
        ``dist_cepii.zip``, in which ``dist_cepii.xls`` has the pairs.
    aliases
        ISO 3166 code of every code in use.

    Returns
    -------
    Reading
        Columns ``origin, destination``, five marks (true or false), ``distance`` and
        ``distance_weighted`` (kilometres; the latter missing where CEPII prints a dot).
        Countries of `OLD_CODES` keep a code of their own.

    Raises
    ------
    DataError
        If the archive cannot be read, a code is not known, or a pair is missing or says
        another thing than its reverse.
    """
    rows = _rows(path)
    known = {**aliases, **OLD_CODES}
    reading.refuse_unmatched(path, "codes", (set(rows["iso_o"]) | set(rows["iso_d"])) - set(known))
    kept = rows[rows["iso_o"] != rows["iso_d"]]
    table = pd.DataFrame(
        {
            "origin": kept["iso_o"].map(known),
            "destination": kept["iso_d"].map(known),
            **{name: kept[mark].astype("boolean") for mark, name in _MARKS.items()},
            **{
                name: pd.to_numeric(kept[column].mask(kept[column] == "."))
                for column, name in _DISTANCES.items()
            },
        }
    ).sort_values(["origin", "destination"], ignore_index=True)
    _refuse_lopsided(path, table)
    return reading.Reading(
        table, read=len(rows), dropped={"row of a place with itself": len(rows) - len(kept)}
    )


def _rows(path: Path) -> pd.DataFrame:
    """Read the sheet inside the archive, without writing it anywhere."""
    try:
        with zipfile.ZipFile(path) as archive:
            book = CalamineWorkbook.from_filelike(io.BytesIO(archive.read(_MEMBER)))
        header, *rows = book.get_sheet_by_index(0).to_python()
    except (OSError, KeyError, ValueError, zipfile.BadZipFile, zlib.error, CalamineError) as error:
        raise DataError(
            f"'{path.name}' has no readable '{_MEMBER}' ({error}). It is cut off or not the "
            "publisher's archive: fetch it again."
        ) from None
    reading.expect(path, _COLUMNS, header)
    return pd.DataFrame(rows, columns=header)[_COLUMNS]


def _refuse_lopsided(path: Path, table: pd.DataFrame) -> None:
    """Stop where a pair and its reverse are not both there or do not say the same."""
    ends = ["origin", "destination"]
    there = table.set_index(ends)[list(_MARKS.values())]
    differ = there.index[there.index.duplicated()]
    if differ.empty:
        back = there.swaplevel().rename_axis(ends).reindex(there.index)
        differ = there.index[(there != back).fillna(True).any(axis=1)]
    if len(differ):
        shown = ", ".join(f"{a}-{b}" for a, b in differ[:10])
        raise DataError(
            f"'{path.name}': {len(differ)} pairs say another thing than their reverse, or stand "
            f"alone or twice ({shown}). It is damaged: fetch it again."
        )
