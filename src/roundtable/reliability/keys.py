"""Rows of several tables, found in each other by their codes."""

from collections.abc import Collection

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
        values = [table[column] for table in (rows, *tables)]
        codes = _years(values) if pd.api.types.is_integer_dtype(values[0]) else _places(values)
        width = int(codes[0].max(initial=0)) + 1
        for at, theirs in enumerate(codes):
            absent = (theirs < 0) | (theirs >= width) | (found[at] < 0)
            found[at] = np.where(absent, -1, found[at] * width + theirs)
    return found


def _years(values: list[pd.Series]) -> list[np.ndarray]:
    """Count whole numbers from the smallest of the first column."""
    numbers = [column.to_numpy(dtype=np.int64) for column in values]
    return [column - numbers[0].min(initial=2**31) for column in numbers]


def _places(values: list[pd.Series]) -> list[np.ndarray]:
    """Give codes their place in the list of those of the first column."""
    codes, known = coded(values[0])
    found = [codes]
    for column in values[1:]:
        theirs, named = coded(column)
        found.append(known.get_indexer(named)[theirs] if len(named) else theirs)
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


def matched(rows: pd.DataFrame, table: pd.DataFrame, *, on: list[str]) -> np.ndarray:
    """Find for each row the row of a table that has the same key.

    Parameters
    ----------
    rows, table
        Tables with the columns `on`; in `table` each key stands once.
    on
        Columns of the key.

    Returns
    -------
    array of int
        Place in `table`, one a row of `rows`; -1 where the table has no such key.

    Examples
    --------
    >>> rows = pd.DataFrame({"origin": ["MUS", "SEN", "MUS"]})
    >>> matched(rows, pd.DataFrame({"origin": ["BRA", "MUS"]}), on=["origin"])
    array([ 1, -1,  1])
    """
    mine, theirs = numbered(rows, table, on=on)
    known = np.flatnonzero(theirs >= 0)
    if not len(known):
        return np.full(len(rows), -1)
    # Most tables are in the order of their keys, which a stable sort finds at once.
    known = known[np.argsort(theirs[known], kind="stable")]
    place = np.searchsorted(theirs[known], mine).clip(max=len(known) - 1)
    at = known[place]
    return np.where(theirs[at] == mine, at, -1)


def coded(values: pd.Series) -> tuple[np.ndarray, pd.Index]:
    """Return each code's place in the list of codes, and the list, in which none is twice.

    Parameters
    ----------
    values
        Text or dictionary; none is missing.

    Returns
    -------
    tuple of ndarray and Index
        Integers, one a value; and the codes as objects, some of which a dictionary may have without
        a value.
    """
    if isinstance(values.dtype, pd.CategoricalDtype):
        # Text is looked up several times faster as objects; the tables have it so already.
        known = values.cat.categories
        known = known if known.dtype == object else known.astype(object)
        return values.array.codes.astype(np.int64), known
    codes, known = pd.factorize(values)
    return codes.astype(np.int64), pd.Index(known, dtype=object)


def one_of(values: pd.Series, wanted: Collection[str]) -> np.ndarray:
    """Tell which codes are among some; as `Series.isin`, which turns both over first.

    Parameters
    ----------
    values
        As in `coded`.
    wanted
        A set, or a list of a few.

    Returns
    -------
    array of bool
        One for each value.

    Examples
    --------
    >>> one_of(pd.Series(["MUS", "FRA"], dtype="category"), {"FRA", "REU"}).tolist()
    [False, True]
    """
    at, known = coded(values)
    return np.array([code in wanted for code in known], dtype=bool)[at]
