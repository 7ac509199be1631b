"""Passport Index: which passport needs which visa for a short visit."""

from collections.abc import Set
from pathlib import Path

import pandas as pd

from roundtable.errors import DataError
from roundtable.sources import reading

FREE = "visa free"
REQUIREMENTS = (FREE, "visa on arrival", "eta", "e-visa", "visa required", "no admission")
OWN_COUNTRY = "-1"


def visas(path: Path, *, places: Set[str]) -> reading.Reading:
    """Read what a passport needs at each destination.

    Parameters
    ----------
    path
        CSV with columns ``Passport, Destination, Requirement``; codes are ISO 3166 alpha-3.
    places
        Codes that are known.

    Returns
    -------
    Reading
        Columns ``origin`` (passport), ``destination``, ``requirement`` (a word of
        `REQUIREMENTS`), ``days``. A requirement that the file gives as a number means visa
        free for so many days; without a number the days are unknown or not limited.

    Raises
    ------
    DataError
        If a code or a requirement is not known.
    """
    rows = reading.csv(path, columns=["Passport", "Destination", "Requirement"], dtype=str)
    given = rows["Requirement"].fillna("")
    reading.refuse_unmatched(
        path, "codes", {*rows["Passport"].unique(), *rows["Destination"].unique()} - places
    )
    own = rows["Passport"] == rows["Destination"]
    days = given.where(given.str.fullmatch(r"[1-9]\d*"))
    unknown = set(given[days.isna() & ~own].unique()) - set(REQUIREMENTS)
    if unknown or not (own == (given == OWN_COUNTRY)).all():
        raise DataError(
            f"'{path.name}' has requirements that are not known "
            f"({', '.join(map(repr, sorted(unknown, key=str)))}), or marks other pairs than a "
            f"country with itself by {OWN_COUNTRY}. Add the words to the reader, or fetch the "
            "file again."
        )
    table = pd.DataFrame(
        {
            "origin": rows["Passport"],
            "destination": rows["Destination"],
            "requirement": given.mask(days.notna(), FREE),
            "days": days.astype("Int64"),
        }
    )[~own].sort_values(["origin", "destination"], ignore_index=True)
    return reading.Reading(table, read=len(rows), dropped={"the own country": int(own.sum())})
