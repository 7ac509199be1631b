"""What kind of figure a sum over corridors is."""

import pandas as pd
import pytest

from roundtable.reliability import kind_of_sum, part_flagged

FLAGS = ["frozen", "linear", "copied", "citizens"]


@pytest.fixture
def rows():
    # 40 people in a frozen figure, 5 in a linear one, 55 in others; citizens are 5.
    return pd.DataFrame(
        [
            (40, True, False, False, False),
            (5, False, True, False, True),
            (55, False, False, False, False),
        ],
        columns=["both", *FLAGS],
    )


def test_part_flagged_counts_people_and_not_rows(rows):
    assert part_flagged(rows, "frozen", "linear") == 0.45
    assert part_flagged(rows.iloc[:0], "frozen") == 0.0


def test_a_sum_is_carried_forward_when_most_of_its_people_are(rows):
    assert kind_of_sum(rows, mine=1.0, theirs=1.0)[0] == "measured"
    assert kind_of_sum(rows.head(2), mine=1.0, theirs=1.0)[0] == "carried-forward"


@pytest.mark.parametrize(
    ("mine", "theirs", "kind"),
    [
        (20, 21, "measured"),
        (100, 106, "revised"),
        (1.0, 1.26, "disputed"),
        (1.26, 1.0, "disputed"),
        (0.0, 0.2, "disputed"),
        (0.0, 0.0, "measured"),
        (0.4, None, "measured"),
    ],
)
def test_two_editions_decide_between_measured_revised_and_disputed(rows, mine, theirs, kind):
    assert kind_of_sum(rows, mine=mine, theirs=theirs)[0] == kind


def test_a_flag_is_named_from_a_tenth_of_the_people_on(rows):
    assert kind_of_sum(rows, mine=1.0, theirs=1.0)[1] == ("frozen",)
    assert kind_of_sum(rows.head(2), mine=1.0, theirs=1.0)[1] == ("frozen", "linear", "citizens")
    assert kind_of_sum(rows, mine=1.0, theirs=2.0)[1] == ("disputed", "frozen")
