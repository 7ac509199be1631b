"""Whom a destination counts: people born abroad, or foreign citizens."""

import numpy as np
import pandas as pd

from roundtable.reliability.keys import numbered


def counting_citizens(destinations: pd.DataFrame) -> pd.DataFrame:
    """Find the destinations that count foreign citizens and not the foreign-born.

    Parameters
    ----------
    destinations
        Rows ``edition, destination, born, citizens`` (true or false).

    Returns
    -------
    DataFrame
        ``edition, destination``. Where both marks are set the publisher used both kinds
        of data, and the people born abroad are among those counted. Of citizens one cannot
        say that they were born elsewhere: many Koreans in Japan were born in Japan.
    """
    counted = destinations[destinations["citizens"] & ~destinations["born"]]
    return counted[["edition", "destination"]]


def changed_basis(destinations: pd.DataFrame) -> pd.DataFrame:
    """Find the destinations whose data two editions read as counts of different people.

    Parameters
    ----------
    destinations
        Rows as in `counting_citizens`, of two or more editions.

    Returns
    -------
    DataFrame
        ``destination``, sorted. A difference between the editions may there be one of
        definition, and no threshold is needed: any change of the marks counts.
    """
    (place,) = numbered(destinations, on=["destination"])
    kind = 2 * destinations["born"].to_numpy(dtype=int) + destinations["citizens"].to_numpy()
    order = np.lexsort((kind, place))
    changes = (np.diff(place[order]) == 0) & (np.diff(kind[order]) != 0)
    found = destinations["destination"].iloc[order[1:][changes]].astype(str).unique()
    return pd.DataFrame({"destination": sorted(found)}, dtype=str)
