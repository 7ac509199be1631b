"""Invented rows of stocks, for the tests of the rules."""

import pandas as pd

from roundtable import reliability

OLD, NEW = "undesa-2020", "undesa-2024"
COLUMNS = ["edition", "destination", "origin", "year", "both"]
SHIFTS = ["edition", "destination", "start", "end", "largest_shift"]
MARKS = ["edition", "destination", "born", "citizens"]
FIGURES = {1990: 1000, 1995: 1100, 2000: 1300, 2005: 1600, 2010: 1700, 2020: 2000}


def corridor(edition, figures, *, destination="FRA", origin="MUS"):
    """Build rows of a corridor from persons by year."""
    return [(edition, destination, origin, year, both) for year, both in figures.items()]


def stocks(*parts):
    """Build a table of stocks from the rows of corridors."""
    return pd.DataFrame([row for part in parts for row in part], columns=COLUMNS)


def flagged(table, *, shifts=(), marks=(), **tables):
    """Flag a table; without more, no composition is frozen and all count the foreign-born."""
    return reliability.flagged(
        table,
        compositions=pd.DataFrame(shifts, columns=SHIFTS).astype({"largest_shift": float}),
        destinations=pd.DataFrame(marks, columns=MARKS).astype({"born": bool, "citizens": bool}),
        **tables,
    )


def years_of(rows, flag):
    """Return the years in which a flag is set."""
    return list(rows.loc[rows[flag], "year"])


def marked(figures, *, edition=NEW, destination="FRA", origin="MUS", **flags):
    """Build flagged rows of one corridor, each flag set in the years given for it."""
    table = stocks(corridor(edition, figures, destination=destination, origin=origin))
    for name in ("frozen", "linear", "disputed"):
        table[name] = False
    for name, years in flags.items():
        table[name] = table["year"].isin(years)
    return table
