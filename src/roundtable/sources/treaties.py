"""United Nations Treaty Collection: who is party to a convention."""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from roundtable.errors import DataError
from roundtable.sources import reading

FORMER_ALPHA2 = {"TP": "TLS"}
"""Code of Timor-Leste before its independence, which the transcription still uses."""

STATUS = {"state party": "party", "signatory": "signatory", "no action": "none"}
"""Column of marks, with our word for it."""

YEAR = "year ratification or accession"


def status(path: Path, *, codes: Mapping[str, str]) -> reading.Reading:
    """Read the status of the member states of the United Nations under one treaty.

    Parameters
    ----------
    path
        CSV with columns ``iso2``, one of marks for each of `STATUS`, and the year in which a
        party ratified or acceded.
    codes
        ISO 3166 alpha-3 code of each alpha-2 code.

    Returns
    -------
    Reading
        Columns ``place, status, since``; the last is the year of ratification or accession,
        missing for states that are not party. The file does not say when a state signed.

    Raises
    ------
    DataError
        If a code is not known, a state has not exactly one mark, or a party has no year.
    """
    rows = reading.csv(path, columns=["iso2", *STATUS, YEAR])
    reading.refuse_unmatched(path, "codes", set(rows["iso2"]) - set(codes))
    marks = rows[list(STATUS)] == 1
    party = marks["state party"]
    odd = (marks.sum(axis=1) != 1) | (party != rows[YEAR].notna())
    if odd.any():
        raise DataError(
            f"'{path.name}': {', '.join(rows.loc[odd, 'iso2'])} should have one mark each, and a "
            "year if and only if they are party. Correct these rows after the treaty's page."
        )
    table = pd.DataFrame(
        {
            "place": rows["iso2"].map(codes),
            "status": marks.idxmax(axis=1).map(STATUS),
            "since": rows[YEAR].astype("Int64"),
        }
    ).sort_values("place", ignore_index=True)
    return reading.Reading(table, read=len(rows))
