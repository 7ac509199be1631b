"""What the tables must look like, checked once, when they are built.

`SCHEMAS` is also the list of the tables; their columns stand in `contract`.
"""

import pandas as pd
import pandera.pandas as pa

from roundtable.errors import DataError
from roundtable.store.contract import COLUMNS, WORDS

KEYS = {name: key for name, (key, _) in COLUMNS.items()}
"""Columns that together name a row of each table."""

SCHEMAS = {
    name: pa.DataFrameSchema({**columns, "source": WORDS}, unique=key, strict=True)
    for name, (key, columns) in COLUMNS.items()
}
"""Schema of each table."""


def columns(name: str) -> list[str]:
    """Return the columns of a table, in order."""
    return list(SCHEMAS[name].columns)


def empty(name: str) -> pd.DataFrame:
    """Return a table without rows, with its columns and types.

    Returns
    -------
    DataFrame
        No row; columns in the order of the schema.
    """
    kinds = {column: str(rule.dtype) for column, rule in SCHEMAS[name].columns.items()}
    kinds = {column: "str" if "str" in kind else kind for column, kind in kinds.items()}
    return pd.DataFrame({column: pd.Series(dtype=kind) for column, kind in kinds.items()})


def checked(name: str, table: pd.DataFrame) -> pd.DataFrame:
    """Return a table that fits its schema.

    Parameters
    ----------
    name
        Of the table.
    table
        Its rows.

    Returns
    -------
    DataFrame
        The same rows, counts in the type of the schema.

    Raises
    ------
    DataError
        With every failure (the first 20 in full, the others counted), so that the reader
        or the file can be put right at once.
    """
    try:
        return SCHEMAS[name].validate(table, lazy=True)
    except pa.errors.SchemaErrors as error:
        cases = error.failure_cases[["column", "check", "failure_case"]].drop_duplicates()
        lines = [
            f"column '{row.column}': {row.check} fails for {row.failure_case!r}"
            for row in cases.head(_SHOWN).itertuples()
        ]
        if len(cases) > _SHOWN:
            lines.append(f"and {len(cases) - _SHOWN} more")
        raise DataError(
            f"The table '{name}' does not fit its schema ({len(cases)} cases):\n  - "
            + "\n  - ".join(lines)
            + "\nThe source changed, or its reader is wrong; the tables in place were kept."
        ) from None


_SHOWN = 20
"""A wrong column fails in every row; beyond this many, lines teach nothing more."""
