"""Trap 13: how many origins a destination has in effect, with most of them unknown."""

import pytest
from tests.data.traps.corridors import NEW, OLD


def effective_number(full, edition, *, others):
    """Count equally large origins that would be as concentrated as the United Kingdom's, 2020.

    "Others" are left out, as many small origins as there are people, or one origin.
    """
    rows = full.stocks[
        (full.stocks["edition"] == edition)
        & (full.stocks["destination"] == "GBR")
        & (full.stocks["year"] == 2020)
    ]
    persons = rows["both"].astype(float)
    unknown = rows["origin"] == "OOO"
    counted = persons[~unknown] if others == "out" else persons
    squares = (counted / counted.sum()) ** 2
    return 1 / (squares[~unknown] if others == "atoms" else squares).sum()


@pytest.mark.parametrize(
    ("edition", "others", "number"),
    [(OLD, "out", 31), (NEW, "out", 19), (NEW, "atoms", 34), (NEW, "block", 10)],
)
def test_the_effective_number_of_origins_depends_on_what_others_are_taken_for(
    full, edition, others, number
):
    assert round(effective_number(full, edition, others=others)) == number
