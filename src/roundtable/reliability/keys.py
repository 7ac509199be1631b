"""Rows of several tables, found in each other by their codes."""

import numpy as np
import pandas as pd


def numbered(rows: pd.DataFrame, *tables: pd.DataFrame, on: list[str]) -> list[np.ndarray]:
    """Give the keys of rows numbers, and those of other tables the same.

    Codes come as text or as dictionaries of different lengths; as numbers they compare, and
    faster than in an index of several levels.

    Parameters
    ----------
    rows
        The table whose keys are numbered.
    *tables
        Tables with the same columns.
    on
        Columns of the key: text or whole numbers, none missing.

    Returns
    -------
    list of array of int
        For `rows` and each of `tables`, a number a row: equal where the keys are, -1 for a
        key that no row of `rows` can have.

    Examples
    --------
    >>> rows = pd.DataFrame({"origin": ["MUS", "SEN", "MUS"]})
    >>> numbered(rows, pd.DataFrame({"origin": ["SEN", "BRA"]}), on=["origin"])
    [array([0, 1, 0]), array([ 1, -1])]
    """
    found = [np.zeros(len(table), dtype=np.int64) for table in (rows, *tables)]
    for column in on:
        codes, known = _coded(rows[column])
        found[0] = found[0] * max(len(known), 1) + codes
        for at, table in enumerate(tables, start=1):
            theirs, named = _coded(table[column])
            here = known.get_indexer(named)[theirs] if len(named) else theirs
            absent = (here < 0) | (found[at] < 0)
            found[at] = np.where(absent, -1, found[at] * max(len(known), 1) + here)
    return found


def among(rows: pd.DataFrame, marks: pd.DataFrame, *, on: list[str]) -> np.ndarray:
    """Tell which rows have a key that stands among the marks.

    Parameters
    ----------
    rows, marks
        Tables with the columns `on`.
    on
        Columns of the key.

    Returns
    -------
    array of bool
        One a row of `rows`.
    """
    mine, theirs = numbered(rows, marks, on=on)
    return np.isin(mine, theirs[theirs >= 0])


def _coded(values: pd.Series) -> tuple[np.ndarray, pd.Index]:
    """Return each value's place in the list of values, and the list."""
    if isinstance(values.dtype, pd.CategoricalDtype):
        known = values.cat.categories.astype(object)
        return values.cat.codes.to_numpy(dtype=np.int64), known
    codes, known = pd.factorize(values)
    return codes.astype(np.int64), pd.Index(known, dtype=object)
