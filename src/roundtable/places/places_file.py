"""Does ``data/places.csv`` fit together? Read line by line, only when files are checked."""

import csv
import re
from collections import Counter
from io import StringIO
from pathlib import Path

from roundtable.errors import ContentError, listing
from roundtable.written import text_of

KINDS = ("state", "territory", "area", "residual")

REQUIRED = ("iso3", "m49", "house_style", "short", "kind")
"""Columns that no line may leave empty."""

COLUMNS = (
    *REQUIRED,
    *("iso2", "undesa_2024", "undesa_2020", "worldbank", "article", "sovereign"),
    *("may_be_counted_inside", "counting", "footnote", "subregion", "region", "sdg_region"),
    *("old_codes", "latitude", "longitude"),
)

_EDITIONS = re.compile(r"[a-z]+-\d{4}:\d{4}(;[a-z]+-\d{4}:\d{4})*")


def check(path: Path) -> None:
    """Check the table of places.

    Raises
    ------
    ContentError
        With every error, each with its line and place.
    """
    reader = csv.DictReader(StringIO(text_of(path), newline=""))
    missing = sorted(set(COLUMNS) - set(reader.fieldnames or []))
    if missing:
        raise ContentError(f"{path.name} has no column {', '.join(missing)}.")
    rows = [(reader.line_num, row) for row in reader]
    times = Counter(row["iso3"] for _, row in rows)
    states = {row["iso3"] for _, row in rows if row["kind"] == "state"}
    problems = [
        f"line {line} ({row['iso3']}): {problem}"
        for line, row in rows
        for problem in _problems(row, states=states, times=times)
    ]
    if problems:
        raise ContentError(listing(problems, heading=f"{path.name} does not fit:"))


def _problems(row: dict[str, str], *, states: set[str], times: Counter[str]) -> list[str]:
    """Say what is wrong with a line."""
    if None in row or None in row.values():
        return ["it has too few or too many cells."]
    said = [f"`{column}` is empty." for column in REQUIRED if not row[column]]
    if times[row["iso3"]] > 1:
        said.append("the code stands twice.")
    if row["kind"] not in KINDS:
        said.append(f"`kind` is '{row['kind']}'; write one of {', '.join(KINDS)}.")
    if row["article"] not in ("", "the"):
        said.append(f"`article` is '{row['article']}'; write the, or nothing.")
    sovereign, inside = row["sovereign"], row["may_be_counted_inside"]
    if sovereign and sovereign not in states:
        said.append(f"`sovereign` is '{sovereign}', which is no state of the table.")
    if sovereign and row["kind"] != "territory":
        said.append(f"`sovereign` stands with a {row['kind']}; only territories have one.")
    if inside and not sovereign:
        said.append("`may_be_counted_inside` stands without a `sovereign`.")
    if inside and not _EDITIONS.fullmatch(inside):
        said.append(f"`may_be_counted_inside` is '{inside}'; write it as undesa-2024:1990.")
    if inside and not row["counting"]:
        said.append("`may_be_counted_inside` needs its reason in `counting`.")
    return said
