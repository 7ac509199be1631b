"""What the tables must look like, checked once, when they are built."""

import pandas as pd
import pandera.pandas as pa

from roundtable.errors import DataError

CODE = pa.Check.str_matches(r"^[A-Z]{3}$")
YEAR = pa.Check.in_range(1960, 2030)


def _persons(*, nullable: bool = False) -> pa.Column:
    """Describe a column of persons: whole, never negative."""
    return pa.Column("Int64", pa.Check.ge(0), nullable=nullable, coerce=True)


def _code(**options) -> pa.Column:
    """Describe a column of ISO 3166 codes."""
    return pa.Column(str, CODE, **options)


_WORDS = pa.Column(str)
_YEAR = pa.Column(int, YEAR)
_MARK = pa.Column(bool)

SCHEMAS = {
    "stocks": pa.DataFrameSchema(
        {
            "edition": _WORDS,
            "destination": _code(),
            "origin": _code(),
            "year": _YEAR,
            "both": _persons(),
            "female": _persons(),
            "male": _persons(),
            "source": _WORDS,
        },
        unique=["edition", "destination", "origin", "year"],
        strict=True,
    ),
    "destinations": pa.DataFrameSchema(
        {
            "edition": _WORDS,
            "destination": _code(),
            "born": _MARK,
            "citizens": _MARK,
            "refugees_added": _MARK,
            "imputed": _MARK,
            "source": _WORDS,
        },
        unique=["edition", "destination"],
        strict=True,
    ),
    "totals": pa.DataFrameSchema(
        {
            "edition": _WORDS,
            "location": pa.Column(int),
            "label": _WORDS,
            "place": pa.Column(str, pa.Check.str_matches(r"^([A-Z]{3})?$")),
            "year": _YEAR,
            "stock": _persons(nullable=True),
            "population": _persons(nullable=True),
            "source": _WORDS,
        },
        unique=["edition", "location", "year"],
        strict=True,
    ),
    "economies": pa.DataFrameSchema(
        {
            "place": _code(),
            "year": _YEAR,
            "gdp_per_capita": pa.Column(float, pa.Check.gt(0), nullable=True),
            "population": _persons(nullable=True),
            "source": _WORDS,
        },
        unique=["place", "year"],
        strict=True,
    ),
    "aggregates": pa.DataFrameSchema(
        {
            "edition": _WORDS,
            "place": _code(),
            "direction": pa.Column(str, pa.Check.isin(["immigrants", "emigrants"])),
            "year": _YEAR,
            "both": _persons(),
            "female": _persons(),
            "male": _persons(),
            "others": _persons(),
            "corridors": _persons(),
            "source": _WORDS,
        },
        unique=["edition", "place", "direction", "year"],
        strict=True,
    ),
    "compositions": pa.DataFrameSchema(
        {
            "edition": _WORDS,
            "destination": _code(),
            "start": _YEAR,
            "end": _YEAR,
            "largest_shift": pa.Column(float, pa.Check.in_range(0, 1)),
            "source": _WORDS,
        },
        unique=["edition", "destination", "start"],
        strict=True,
    ),
}
"""Schema of each table; columns and units are described in ``data/README.md``."""


def checked(name: str, table: pd.DataFrame) -> pd.DataFrame:
    """Return a table that fits its schema.

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
