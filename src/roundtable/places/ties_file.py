"""The file of historical ties, ``data/ties.csv``: what a line may hold, and how it is read."""

import csv
from collections import Counter
from collections.abc import Iterable
from io import StringIO
from itertools import combinations
from pathlib import Path
from typing import Literal, NamedTuple, Self

from pydantic import Field, ValidationError, field_validator, model_validator

from roundtable import kept, paths
from roundtable.errors import ContentError, listing
from roundtable.places.entries import PlaceCode
from roundtable.places.names import problem_with
from roundtable.written import Strict, text_of

Kind = Literal[
    "colonial",
    "protectorate",
    "mandate",
    "short_rule",
    "territory",
    "empire",
    "common_state",
    "recruitment",
    "ancestry",
]

COLUMNS = ["kind", "holder", "partner", "from", "to", "sure", "source", "note", "part"]


class Row(Strict):
    """A line of the file; one that lists several partners stands for several ties."""

    kind: Kind
    holder: str
    partner: tuple[PlaceCode, ...]
    start: int = Field(alias="from", ge=1000, le=2100)
    end: int | None = Field(alias="to", ge=1000, le=2100)
    sure: bool
    source: str = Field(min_length=5)
    note: str
    part: str = ""

    @field_validator("partner")
    @classmethod
    def _in_order_and_each_once(cls, codes: tuple[str, ...]) -> tuple[str, ...]:
        if len(set(codes)) < len(codes):
            raise ValueError("a place stands twice.")
        return codes

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        problems = []
        if self.end is not None and self.end < self.start:
            problems.append(f"ends ({self.end}) before it begins ({self.start})")
        if not self.sure and not self.note:
            problems.append("is not sure; say in `note` what is not")
        if self.part and self.kind != "short_rule":
            problems.append("has a `part`, which is for short rule alone")
        if self.kind != "common_state":
            if problem := problem_with(self.holder):
                problems.append(f"`holder`: {problem.removesuffix('.')}")
            if self.holder in self.partner:
                problems.append(f"'{self.holder}' stands on both sides")
        if problems:
            raise ValueError("; ".join(problems) + ".")
        return self


class Tie(NamedTuple):
    """A historical tie between two places.

    Attributes
    ----------
    kind
        One of `Kind`.
    holder, partner
        Who ruled, recruited or is the land of the ancestors, and whom; for a common state the
        two places in alphabetical order.
    start, end
        Years; None where it has not ended, or its end could not be established.
    sure
        False where ``note`` says what is not.
    source
        Treaty, law or event, with its date.
    note
        What else there is to know.
    state
        Name of a common state; else empty.
    part
        Of short rule over a part of the partner alone, what was held; else empty.
    """

    kind: Kind
    holder: str
    partner: str
    start: int
    end: int | None
    sure: bool
    source: str
    note: str
    state: str = ""
    part: str = ""


@kept.once
def read(path: Path | None = None) -> tuple[Tie, ...]:
    """Read ``data/ties.csv``, or the file that is named.

    Raises
    ------
    ContentError
        With every error, each with its line and entry.
    """
    file = path or paths.data() / "ties.csv"
    rows, problems = _rows(file)
    by_state: dict[str, list[tuple[Row, str]]] = {}
    found = []
    for row in rows:
        if row.kind == "common_state":
            by_state.setdefault(row.holder, []).extend((row, code) for code in row.partner)
        else:
            found += [_tie(row, row.holder, code) for code in row.partner]
    for state, parts in by_state.items():
        found += _within(state, parts)
    problems += _twice(found)
    if problems:
        raise ContentError(listing(problems, heading=f"{file.name} does not fit:"))
    return tuple(found)


def _rows(file: Path) -> tuple[list[Row], list[str]]:
    """Check every line by itself; return the good ones, and the problems of the others."""
    rows, problems = [], []
    reader = csv.DictReader(StringIO(text_of(file), newline=""))
    if reader.fieldnames != COLUMNS:
        raise ContentError(
            f"{file.name} has the columns {', '.join(reader.fieldnames or [])}; "
            f"expected {', '.join(COLUMNS)}."
        )
    for cells in reader:
        try:
            rows.append(_row(cells))
        except ValueError as error:
            entry = " ".join(str(cells[name]) for name in ("kind", "holder", "partner"))
            problems += [f"line {reader.line_num} ({entry}): {problem}" for problem in _said(error)]
    return rows, problems


def _row(cells: dict[str, str]) -> Row:
    """Turn the text of a line into a row."""
    if None in cells or None in cells.values():
        raise ValueError(f"it should have {len(COLUMNS)} cells.")
    if cells["sure"] not in ("yes", "no"):
        raise ValueError(f"`sure` is '{cells['sure']}'; write yes or no.")
    years = {name: int(cells[name]) if cells[name] else None for name in ("from", "to")}
    return Row.model_validate(
        {
            **cells,
            **years,
            "partner": tuple(cells["partner"].split(";")),
            "sure": cells["sure"] == "yes",
        }
    )


def _said(error: ValueError) -> list[str]:
    """Say what is wrong with a line, in the words of our own checks where they found it."""
    if not isinstance(error, ValidationError):
        return [str(error)]
    return [
        (f"`{item['loc'][0]}`: " if item["loc"] else "") + item["msg"].removeprefix("Value error, ")
        for item in error.errors()
    ]


def _tie(row: Row, holder: str, partner: str) -> Tie:
    return Tie(
        row.kind, holder, partner, row.start, row.end, row.sure, row.source, row.note,
        part=row.part,
    )  # fmt: skip


def _within(state: str, parts: list[tuple[Row, str]]) -> list[Tie]:
    """Return the ties among the parts of a common state, for the years that they shared."""
    found = []
    for (one, code), (two, other) in combinations(sorted(parts, key=lambda part: part[1]), 2):
        start = max(one.start, two.start)
        end = min((row.end for row in (one, two) if row.end), default=None)
        if end is not None and end < start:
            continue
        notes = " ".join(dict.fromkeys(note for note in (one.note, two.note) if note))
        sources = "; ".join(dict.fromkeys([one.source, two.source]))
        sure = one.sure and two.sure
        found.append(Tie("common_state", code, other, start, end, sure, sources, notes, state))
    return found


def _twice(found: Iterable[Tie]) -> list[str]:
    """Name the ties that stand twice with the same first year."""
    keys = [
        (tie.kind, tie.state or tie.holder, tie.holder, tie.partner, tie.start) for tie in found
    ]
    return [
        f"{kind} {holder} {partner} from {start} stands twice. Keep one."
        for (kind, _, holder, partner, start), times in sorted(Counter(keys).items())
        if times > 1
    ]
