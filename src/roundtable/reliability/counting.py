"""How many figures each flag marks."""

import pandas as pd

from roundtable.places import OTHERS
from roundtable.reliability.names import FLAGS


def counts(flagged: pd.DataFrame) -> pd.DataFrame:
    """Count rows, corridors, destinations and people that each flag marks.

    Parameters
    ----------
    flagged
        Rows as from `flagged`, of one or more editions.

    Returns
    -------
    DataFrame
        ``edition, flag, rows, corridors, destinations, persons``: rows (a corridor in a
        year), different corridors and destinations, "Others" left out, and the people in the
        marked rows of the edition's last year. Flags that are no column are left out:
        ``not_listed`` marks a row that is not there, ``seam`` a pair of years.
    """
    known = flagged[flagged["origin"] != OTHERS]
    found = []
    for edition, part in known.groupby("edition", observed=True):
        last = part["year"] == part["year"].max()
        for flag in (flag for flag in FLAGS if flag in part):
            marked = part[part[flag]]
            pairs = marked[["destination", "origin"]].drop_duplicates()
            found.append(
                {
                    "edition": str(edition),
                    "flag": flag,
                    "rows": len(marked),
                    "corridors": len(pairs),
                    "destinations": pairs["destination"].nunique(),
                    "persons": int(part.loc[part[flag] & last, "both"].sum()),
                }
            )
    columns = ["edition", "flag", "rows", "corridors", "destinations", "persons"]
    return pd.DataFrame(found, columns=columns)
