"""Born abroad or foreign citizens: what counts as changed between editions."""

import pandas as pd
from tests.unit.reliability.rows import MARKS, NEW, OLD, corridor, flagged, stocks

from roundtable.reliability import basis

ROWS = [
    (OLD, "KOR", False, True),
    (NEW, "KOR", True, False),
    (OLD, "FRA", True, False),
    (NEW, "FRA", True, False),
    (OLD, "IDN", True, False),
    (NEW, "IDN", True, True),
    (NEW, "XKX", True, False),
]


def test_any_change_of_the_marks_between_the_editions_is_a_changed_basis():
    marks = pd.DataFrame(ROWS, columns=MARKS)
    assert list(basis.changed_basis(marks)["destination"]) == ["IDN", "KOR"]
    held = marks.astype({"edition": "category", "destination": "category"})
    assert list(basis.changed_basis(held)["destination"]) == ["IDN", "KOR"]


def test_one_edition_alone_has_no_changed_basis():
    marks = pd.DataFrame(ROWS, columns=MARKS)
    assert basis.changed_basis(marks[marks["edition"] == NEW]).empty


def test_rows_of_both_editions_are_marked_where_the_basis_changed():
    table = stocks(
        corridor(OLD, {2020: 1}, destination="KOR"),
        corridor(NEW, {2020: 1}, destination="KOR"),
        corridor(NEW, {2020: 1}),
    )
    rows = flagged(table, marks=ROWS)
    assert list(rows["mixed_basis"]) == [True, True, False]
    assert list(rows["citizens"]) == [True, False, False]
