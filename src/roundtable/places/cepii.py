"""Where our ties and CEPII's colonies differ, and why: ``data/ties_against_cepii.csv``."""

import csv
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from roundtable import paths
from roundtable.errors import ContentError, listing
from roundtable.places.names import problem_with
from roundtable.places.ties import between
from roundtable.written import text_of

COLUMNS = ["one", "other", "cepii", "ours", "reason"]
SAID = ("colonial", "none")


class Difference(NamedTuple):
    """A pair of places on which the two disagree.

    Attributes
    ----------
    one, other
        ISO 3166 alpha-3 codes in alphabetical order.
    cepii
        ``colonial`` or ``none``.
    ours
        Kinds of our ties between the two, in order; empty where there is none.
    reason
        Why we differ.
    """

    one: str
    other: str
    cepii: str
    ours: tuple[str, ...]
    reason: str


def differences(path: Path | None = None) -> list[Difference]:
    """Read ``data/ties_against_cepii.csv``, or the file that is named.

    That the list is complete is tested on CEPII's own file.

    Raises
    ------
    ContentError
        With every error, each with its line and entry.
    """
    file = path or paths.data() / "ties_against_cepii.csv"
    reader = csv.DictReader(StringIO(text_of(file), newline=""))
    if reader.fieldnames != COLUMNS:
        raise ContentError(
            f"{file.name} has the columns {', '.join(reader.fieldnames or [])}; "
            f"expected {', '.join(COLUMNS)}."
        )
    found, problems, before = [], [], ("", "")
    for row in reader:
        pair = (row["one"], row["other"])
        said = _problems(row)
        if pair <= before:
            said.append("stands out of order or twice.")
        problems += [f"line {reader.line_num} ({' '.join(pair)}): {problem}" for problem in said]
        ours = tuple(kind for kind in (row["ours"] or "").split(";") if kind)
        found.append(Difference(*pair, row["cepii"], ours, row["reason"]))
        before = pair
    if problems:
        raise ContentError(listing(problems, heading=f"{file.name} does not fit:"))
    return found


def _problems(row: dict[str, str]) -> list[str]:
    """Say what is wrong with a line by itself and against our ties."""
    said = [problem for end in ("one", "other") if (problem := problem_with(row[end]))]
    if said:
        return said
    if row["one"] >= row["other"]:
        said.append("the two places are not in alphabetical order.")
    if row["cepii"] not in SAID:
        said.append(f"`cepii` is '{row['cepii']}'; write {' or '.join(SAID)}.")
    kinds = ";".join(sorted({tie.kind for tie, _ in between(row["one"], row["other"])}))
    if row["ours"] != kinds:
        said.append(f"`ours` is '{row['ours']}', but data/ties.csv has '{kinds}'.")
    if not row["reason"]:
        said.append("has no reason.")
    return said
