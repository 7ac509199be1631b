"""What binds two countries: a border, a past, a language, or nothing that is known."""

import pandas as pd
import pytest

from roundtable.indicators.bonds import bonds

PAIRS = pd.DataFrame(
    [
        ("BRA", "BOL", True, False),
        ("BRA", "PRT", False, True),
        ("BRA", "AUS", False, False),
        ("TUR", "DEU", False, False),
        ("BRA", "NLD", False, None),
    ],
    columns=["origin", "destination", "contiguous", "official_language"],
).assign(spoken_language=None, common_coloniser=None, colony=None, distance=1, source="test")


@pytest.mark.parametrize(
    ("origin", "destination", "year", "expected"),
    [
        ("BRA", "BOL", 2024, ("neighbour",)),
        ("BRA", "PRT", 2024, ("colonial", "ancestry", "language")),
        ("BRA", "AUS", 2024, ()),
        ("TUR", "DEU", 2024, ("recruitment",)),
        ("TUR", "DEU", 1960, ()),
        ("BRA", "NLD", 2024, None),
        ("AUS", "BTN", 2024, None),
    ],
)
def test_bonds_of_a_pair(origin, destination, year, expected):
    assert bonds(PAIRS, origin=origin, destination=destination, year=year) == expected
