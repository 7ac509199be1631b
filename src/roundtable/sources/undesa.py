"""UN DESA, International Migrant Stock: editions 2020 and 2024.

The matrix of origins and destinations is read from the tidy export or from the
publisher's workbook ("destination and origin"); totals and population come from the
workbook by destination.
"""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from roundtable.errors import DataError
from roundtable.places import WORLD
from roundtable.sources import reading
from roundtable.sources.undesa_workbook import (
    AGGREGATE_OF_TABLES,
    column_of,
    is_aggregate,
    location_of,
    number_in,
    table_of,
    year_columns,
)

MARKS = {"born": "B", "citizens": "C", "refugees_added": "R", "imputed": "I"}
"""What a destination counts (foreign-born, foreign citizens), with the publisher's mark."""

STOCK_COLUMNS = ["destination", "origin", "year", "both", "female", "male", *MARKS]
TIDY_COLUMNS = ["geo", "t", "from", "sex", "n", "type_b", "type_c", "type_r", "type_i"]


def tidy_stocks(path: Path, *, places: set[str]) -> reading.Reading:
    """Read a tidy export: one row per destination, year, origin and sex.

    Parameters
    ----------
    path
        CSV (may be gzipped) with columns ``geo, t, from, sex, n, type_*``.
    places
        ISO 3166 codes that are known.

    Returns
    -------
    Reading
        Table with `STOCK_COLUMNS`; one row per destination, origin and year; persons at
        mid-year. ``read`` counts the rows of the file (two for each row kept: one a sex).

    Raises
    ------
    DataError
        If a code is not known, a sex is missing or a row stands twice.
    """
    types = {"n": "Int64", "t": "int64"}
    rows = reading.csv(path, columns=TIDY_COLUMNS, dtype=types)
    reading.refuse_unmatched(
        path, "codes", {*rows["geo"].unique(), *rows["from"].unique()} - places
    )
    sexes = {sex: part for sex, part in rows.groupby("sex")}
    key = ["geo", "from", "t"]
    if set(sexes) != {"female", "male"} or rows["n"].isna().any():
        raise DataError(
            f"'{path.name}' should give persons for 'female' and 'male' in every row; it has "
            f"{sorted(sexes)} and {int(rows['n'].isna().sum())} empty cells. Fetch it again."
        )
    if rows.duplicated([*key, "sex"]).any():
        raise DataError(f"'{path.name}' gives some corridors twice. Fetch it again.")
    joined = sexes["female"].merge(sexes["male"][[*key, "n"]], on=key, how="outer")
    if len(joined) * 2 != len(rows):
        raise DataError(f"'{path.name}' gives one sex only for some corridors. Fetch it again.")
    table = pd.DataFrame(
        {
            "destination": joined["geo"],
            "origin": joined["from"],
            "year": joined["t"],
            "both": joined["n_x"] + joined["n_y"],
            "female": joined["n_x"],
            "male": joined["n_y"],
            **{name: joined[f"type_{mark.lower()}"] == 1 for name, mark in MARKS.items()},
        }
    )
    return reading.Reading(_ordered(table), read=len(rows))


def workbook_stocks(path: Path, *, codes: Mapping[int, str]) -> reading.Reading:
    """Read the publisher's workbook of destinations and origins (``Table 1``).

    Parameters
    ----------
    path
        ``undesa_pd_<edition>_ims_stock_by_sex_destination_and_origin.xlsx``.
    codes
        ISO 3166 code of each M49 location code.

    Returns
    -------
    Reading
        Table as `tidy_stocks`; rows of regions and groups are dropped and counted. Cells
        with ``..`` are absent: they yield no row.

    Raises
    ------
    DataError
        If the layout is another one, or a location code is not known.
    """
    header, rows = table_of(path, "Table 1", "Region, development group")
    names = [str(cell).strip() for cell in header]
    destination = column_of(path, names, "Location code of destination")
    origin = column_of(path, names, "Location code of origin")
    marks = column_of(path, names, "Data type", "Type of data of destination", "Type of data")
    years = year_columns(path, header, blocks=3)
    dropped = {"row of a region or group": 0, "row without any figure": 0}
    unknown: set[str] = set()
    pieces = []
    for row in rows:
        ends = [location_of(path, row, at) for at in (destination, origin)]
        if any(is_aggregate(code, codes) for code in ends):
            dropped["row of a region or group"] += 1
            continue
        unmatched = [str(code) for code in ends if code not in codes]
        if unmatched:
            unknown.update(unmatched)
            continue
        counted = set(str(row[marks]).split())
        flags = [mark in counted for mark in MARKS.values()]
        before = len(pieces)
        for year, (both, male, female) in years.items():
            persons = [number_in(path, row[at]) for at in (both, female, male)]
            if persons[0] is not None:
                pieces.append([codes[ends[0]], codes[ends[1]], year, *persons, *flags])
        dropped["row without any figure"] += len(pieces) == before
    reading.refuse_unmatched(path, "location codes", unknown)
    table = pd.DataFrame(pieces, columns=STOCK_COLUMNS)
    for column in ("both", "female", "male"):
        table[column] = table[column].astype("Int64")
    return reading.Reading(_ordered(table), read=len(rows), dropped=dropped)


def totals(path: Path, *, codes: Mapping[int, str]) -> reading.Reading:
    """Read a workbook by destination: total stock and population of each place and year.

    The edition of 2024 puts the data type where the header of its population table says
    "Location code"; rows are therefore joined by the publisher's index, not by code.

    Parameters
    ----------
    path
        ``undesa_pd_<edition>_ims_stock_by_sex_and_destination.xlsx``.
    codes
        ISO 3166 code of each M49 location code.

    Returns
    -------
    Reading
        Columns ``location`` (M49 code), ``label``, ``place`` (ISO 3166 code, ``WLD``, or
        empty for regions and groups), ``year``, ``stock`` and ``population`` (persons;
        missing where the workbook prints ``..``). ``read`` counts rows of Table 1.

    Raises
    ------
    DataError
        If the layout is another one, a place is not known, or a row stands twice with different
        figures.
    """
    header, rows = table_of(path, "Table 1", "Region, development group")
    names = [str(cell).strip() for cell in header]
    location = column_of(path, names, "Location code")
    years = year_columns(path, header, blocks=3)
    head_of_population, population_rows = table_of(path, "Table 2", "Region, development group")
    population_years = year_columns(path, head_of_population, blocks=3)
    population = {row[0]: row for row in population_rows}
    pieces = []
    for row in rows:
        code = location_of(path, row, location)
        twin = population.get(row[0])
        if twin is None or str(twin[1]).strip().casefold() != str(row[1]).strip().casefold():
            raise DataError(
                f"'{path.name}': row {row[0]:.0f} is '{str(row[1]).strip()}' in Table 1 and "
                "another place in Table 2. The layout changed: adapt the reader."
            )
        place = WORLD if code == AGGREGATE_OF_TABLES else codes.get(code, "")
        label = str(row[1]).strip().rstrip("*")
        for year in years:
            stock = number_in(path, row[years[year][0]])
            thousands = number_in(path, twin[population_years[year][0]])
            people = None if thousands is None else round(thousands * 1000)
            pieces.append([code, label, place, year, stock, people])
    table = pd.DataFrame(
        pieces, columns=["location", "label", "place", "year", "stock", "population"]
    )
    for column in ("stock", "population"):
        table[column] = table[column].astype("Int64")
    lost = table[(table["place"] == "") & table["location"].map(lambda c: not is_aggregate(c))]
    reading.refuse_unmatched(path, "places", set(lost["label"]))
    # A region that is also a subregion stands in both parts of the table, with equal figures.
    once = table.drop_duplicates()
    if once.duplicated(["location", "year"]).any():
        twice = sorted(set(once.loc[once.duplicated(["location", "year"]), "label"]))
        raise DataError(
            f"'{path.name}' prints {', '.join(twice)} twice with different figures. "
            "It is damaged: fetch it again."
        )
    repeated = (len(table) - len(once)) // len(years)
    return reading.Reading(once, read=len(rows), dropped={"region printed again": repeated})


def _ordered(table: pd.DataFrame) -> pd.DataFrame:
    """Sort by destination, origin and year, so that the same figures give the same bytes."""
    return table.sort_values(["destination", "origin", "year"], ignore_index=True)
