"""How many figures each flag marks."""

import pandas as pd
from tests.unit.reliability.rows import NEW, OLD, marked

from roundtable.reliability.counting import counts


def test_rows_corridors_destinations_and_people_are_counted_by_edition():
    table = pd.concat(
        [
            marked({2015: 10, 2020: 20, 2024: 30}, frozen=[2020, 2024]),
            marked({2020: 5, 2024: 7}, origin="SEN", frozen=[2020]),
            marked({2020: 99, 2024: 99}, origin="OOO", frozen=[2020, 2024]),
            marked({2020: 4}, edition=OLD, linear=[2020]),
        ],
        ignore_index=True,
    )
    rows = counts(table).set_index(["edition", "flag"])
    assert list(rows.loc[(NEW, "frozen")]) == [3, 2, 1, 30]
    assert list(rows.loc[(NEW, "linear")]) == [0, 0, 0, 0]
    assert list(rows.loc[(OLD, "linear")]) == [1, 1, 1, 4]
    assert ("not_listed" in rows.index.get_level_values("flag")) is False
