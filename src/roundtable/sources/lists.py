"""Lists that this project keeps itself: land borders, languages, least developed countries."""

from collections.abc import Collection, Iterable
from pathlib import Path

import pandas as pd

from roundtable.errors import DataError
from roundtable.sources import reading


def borders(path: Path, *, known: Collection[str]) -> reading.Reading:
    """Read where CEPII's borders are completed or put right.

    Parameters
    ----------
    path
        ``data/borders.csv``.
    known
        Codes of places.

    Returns
    -------
    Reading
        Columns ``a, b`` (in alphabetical order), ``contiguous`` (true or false), ``since``
        (year; missing where it was so in every year of the tables, as where CEPII counts a
        border that never was one), ``source`` and ``note``.

    Raises
    ------
    DataError
        If a row is unclear or stands twice; with all of them.
    """
    rows = reading.csv(path, columns=["a", "b", "contiguous", "since", "source", "note"], dtype=str)
    reading.refuse_unmatched(path, "codes", (set(rows["a"]) | set(rows["b"])) - set(known))
    rules = {
        "codes in alphabetical order": rows["a"] < rows["b"],
        "'yes' or 'no' as contiguous": rows["contiguous"].isin(["yes", "no"]),
        "a source and a note": rows["source"].notna() & rows["note"].notna(),
        "one row a pair": ~rows.duplicated(["a", "b"], keep=False),
    }
    _refuse_broken(path, rows["a"] + "-" + rows["b"], rules)
    table = rows.assign(
        contiguous=rows["contiguous"] == "yes", since=pd.to_numeric(rows["since"]).astype("Int64")
    )
    return reading.Reading(table, read=len(rows))


def languages(path: Path, *, known: Collection[str]) -> reading.Reading:
    """Read which languages CEPII counts as official in a place and that are not.

    Parameters
    ----------
    path
        ``data/languages.csv``.
    known
        Codes of places.

    Returns
    -------
    Reading
        Columns ``place, language, source, note``.

    Raises
    ------
    DataError
        If a row is unclear or a place stands twice; with all of them.
    """
    rows = reading.csv(path, columns=["place", "language", "source", "note"], dtype=str)
    reading.refuse_unmatched(path, "codes", set(rows["place"]) - set(known))
    rules = {
        "a language": rows["language"].notna(),
        "a source and a note": rows["source"].notna() & rows["note"].notna(),
        "one row a place": ~rows.duplicated("place", keep=False),
    }
    _refuse_broken(path, rows["place"], rules)
    return reading.Reading(rows, read=len(rows))


def least_developed(path: Path, *, years: Iterable[int]) -> reading.Reading:
    """Read which countries were least developed countries at the middle of each year.

    A decision with a day counts from that day; one with a year only is taken as of its last
    day, because the General Assembly decides in December.

    Parameters
    ----------
    path
        ``data/ldc.csv``: one row a country, with ``iso3, from, to``.
    years
        Years to give.

    Returns
    -------
    Reading
        Columns ``scheme`` (``un-ldc``), ``place, year, group`` (``ldc``); ``read`` counts
        countries and years.

    Raises
    ------
    DataError
        If a date is unclear or a country stands twice; with all of them.
    """
    rows = reading.csv(path, columns=["iso3", "from", "to", "certain", "source"], dtype=str)
    since, until = _day(rows["from"]), _day(rows["to"])
    rules = {
        "a date, or a year, from when": since.notna(),
        "a date, or a year, until when, or nothing": until.notna() | rows["to"].isna(),
        "an end after the beginning": until.isna() | (until > since),
        "'yes' or 'no' as certain": rows["certain"].isin(["yes", "no"]),
        "a source": rows["source"].notna(),
        "one row a country": ~rows.duplicated("iso3", keep=False),
    }
    _refuse_broken(path, rows["iso3"], rules)
    pieces = []
    wanted = list(years)
    for year in wanted:
        middle = f"{year}-07-01"
        here = rows.loc[(since <= middle) & (until.isna() | (until > middle)), "iso3"]
        pieces.append(pd.DataFrame({"place": here, "year": year}))
    table = pd.concat(pieces).assign(scheme="un-ldc", group="ldc")
    table = table.sort_values(["place", "year"], ignore_index=True)
    read = len(rows) * len(wanted)
    return reading.Reading(
        table, read=read, dropped={"year before or after membership": read - len(table)}
    )


def _day(dates: pd.Series) -> pd.Series:
    """Complete years to their last day; what is neither a year nor a day is missing."""
    whole = dates.where(~dates.str.fullmatch(r"\d{4}").fillna(False), dates + "-12-31")
    return whole.where(whole.str.fullmatch(r"\d{4}-\d{2}-\d{2}").fillna(False))


def _refuse_broken(path: Path, names: pd.Series, rules: dict[str, pd.Series]) -> None:
    """Stop with every row that breaks a rule."""
    lines = [
        f"{', '.join(names[~kept])}: expected {rule}"
        for rule, kept in rules.items()
        if not kept.all()
    ]
    if lines:
        raise DataError(f"'{path.name}' has rows that are unclear:\n  - " + "\n  - ".join(lines))
