"""A file to read, and where its rows go."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from roundtable.sources.reading import Reading


@dataclass(frozen=True)
class Job:
    """A file to read.

    Attributes
    ----------
    source, role
        Where ``data/sources.yml`` names the file: the id of the source, and the part in it.
    readers
        For each layout of the file, what reads it.
    tables
        Turns the rows into rows of one or more tables, by name.
    own
        The file is a list that this project keeps in ``data/``.
    """

    source: str
    role: str
    readers: Mapping[str, Callable[[Path], Reading]]
    tables: Callable[[pd.DataFrame], Mapping[str, pd.DataFrame]]
    own: bool = False


def into(table: str, **constant: str) -> Callable[[pd.DataFrame], dict[str, pd.DataFrame]]:
    """Give all rows to one table, with the same words in further columns.

    Parameters
    ----------
    table
        Name of the table.
    **constant
        Columns that hold the same words in every row.

    Returns
    -------
    callable
        Takes a frame of a reader, and returns its rows by the name of the table.

    Examples
    --------
    >>> rows = into("totals", edition="undesa-2024")(pd.DataFrame({"year": [2024]}))
    >>> rows["totals"].to_dict("records")
    [{'year': 2024, 'edition': 'undesa-2024'}]
    """
    return lambda rows: {table: rows.assign(**constant)}
