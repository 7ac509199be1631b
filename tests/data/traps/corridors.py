"""Rows of one corridor, for the tests of the traps."""

import pandas as pd

OLD, NEW = "undesa-2020", "undesa-2024"


def rows_of(flagged: pd.DataFrame, origin: str, destination: str, edition: str) -> pd.DataFrame:
    """Return the flagged rows of a corridor in one edition, in the order of years."""
    return flagged[
        (flagged["origin"] == origin)
        & (flagged["destination"] == destination)
        & (flagged["edition"] == edition)
    ].sort_values("year")
