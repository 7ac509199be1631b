"""Chilton and Woda, bilateral labour agreements: which there are, and what they provide."""

import struct
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from roundtable.errors import DataError
from roundtable.sources import reading

SPELLINGS = {
    "Antigua & Barbuda": "ATG",
    "Cape Verde": "CPV",
    "Czech Republic": "CZE",
    "Hong Kong": "HKG",
    "Ivory Coast": "CIV",
    "Laos": "LAO",
    "Macau": "MAC",
    "Macedonia": "MKD",
    "North Korea": "PRK",
    "Russia": "RUS",
    "South Korea": "KOR",
    "Swaziland": "SWZ",
    "Syria": "SYR",
    "Taiwan": "TWN",
    "Timor Leste": "TLS",
    "Turkey": "TUR",
    "United States of America": "USA",
    "Vietnam": "VNM",
    "West Germany": "DEU",
}
"""Names of the files that ``places.csv`` does not have.

Parties are matched by name, not by their Correlates of War code: that system has one code for
Yugoslavia and Serbia and none for Hong Kong, Macao and the Northern Mariana Islands."""

FORMER = frozenset({"Czechoslovakia", "East Germany", "Yugoslavia"})
"""Parties that no single state of today continues: kept by name, without a code."""

NOT_KNOWN = 9999
"""Year of an agreement whose year is not known."""

ABOUT = [
    *["treatyID", "countryA", "countryB", "codeA", "codeB", "dyadID", "year"],
    *["agreement_title", "coded_orig_lang", "coded_google_translation"],
]
"""Columns that name an agreement or say how it was read; all others are provisions."""

_EVIDENCE = {"copy_available": "copy", "evidence_available": "evidence"}


def agreements(path: Path, *, codes: Mapping[str, str]) -> reading.Reading:
    """Read which agreements were made.

    Parameters
    ----------
    path
        ``BLAs_Formation_Data.dta`` (Stata).
    codes
        ISO 3166 code of every name.

    Returns
    -------
    Reading
        Columns ``treaty, first, second, first_name, second_name, year, signed, evidence``.
        The order of the parties says nothing: the data do not tell origin from destination.
        The codes are empty for `FORMER` states. ``year`` is missing where it is not known;
        ``signed`` is an ISO 8601 date, empty where the file has none or a misprint, and the
        last of several. ``evidence``: a ``copy`` of the text was found, other ``evidence`` of
        the agreement, or ``none``.

    Raises
    ------
    DataError
        If the file cannot be read or a party is not known.
    """
    columns = ["treatyID", "countryA", "countryB", "year", "datesigned", *_EVIDENCE]
    rows = _stata(path, columns)
    first, second = rows["countryA"].str.strip(), rows["countryB"].str.strip()
    reading.refuse_unmatched(path, "names", (set(first) | set(second)) - set(codes) - FORMER)
    year = rows["year"].astype("Int64")
    last = rows["datesigned"].str.split(",").str[-1].str.strip()
    signed = pd.to_datetime(last, format="%m/%d/%Y", errors="coerce")
    # One date is of the year 2997. A year that differs by a few from the one that the authors
    # give is theirs to explain: both are kept.
    plausible = signed.dt.year.between(1900, 2030)
    marks = (rows[list(_EVIDENCE)] == 1).rename(columns=_EVIDENCE)
    table = pd.DataFrame(
        {
            "treaty": rows["treatyID"].astype(int),
            "first": first.map(codes).fillna(""),
            "second": second.map(codes).fillna(""),
            "first_name": first,
            "second_name": second,
            "year": year.mask(year == NOT_KNOWN),
            "signed": signed.where(plausible).dt.strftime("%Y-%m-%d").fillna(""),
            "evidence": marks.idxmax(axis=1).where(marks.any(axis=1), "none"),
        }
    ).sort_values("treaty", ignore_index=True)
    return reading.Reading(table, read=len(rows))


def provisions(path: Path) -> reading.Reading:
    """Read what the agreements provide whose text was coded.

    Parameters
    ----------
    path
        ``BLAs_Coding_Data.dta`` (Stata): an agreement a row, a question a column.

    Returns
    -------
    Reading
        Columns ``treaty, provision, answer``: ``yes``, ``no``, or the authors' words. Cells
        are counted; an empty one yields no row, for it is no answer.

    Raises
    ------
    DataError
        If the file cannot be read.
    """
    rows = _stata(path, ABOUT)
    asked = [column for column in rows.columns if column not in ABOUT]
    answers = {column: _answers(rows[column]) for column in asked}
    long = (
        pd.DataFrame(answers)
        .assign(treaty=rows["treatyID"].astype(int))
        .melt("treaty", var_name="provision", value_name="answer")
    )
    given = long[long["answer"] != ""]
    table = given.sort_values(["treaty", "provision"], ignore_index=True)
    return reading.Reading(
        table, read=len(long), dropped={"question without an answer": len(long) - len(given)}
    )


def _answers(column: pd.Series) -> pd.Series:
    """Write the marks 1 and 0 as words; leave words as they are, without blanks around."""
    if pd.api.types.is_numeric_dtype(column):
        return column.map({1: "yes", 0: "no"}).fillna("").astype(str)
    return column.fillna("").str.strip()


def _stata(path: Path, columns: list[str]) -> pd.DataFrame:
    """Read a Stata file and insist on its columns."""
    try:
        rows = pd.read_stata(path, convert_categoricals=False)
    except (ValueError, struct.error, OSError) as error:
        raise DataError(
            f"'{path.name}' cannot be read ({error}). It is cut off or not the publisher's file: "
            "fetch it again."
        ) from None
    reading.expect(path, columns, list(rows.columns))
    return rows
