"""Corridors that grow from small to large."""

import pandas as pd
import pytest
from tests.unit.reliability.rows import NEW, OLD, marked

from roundtable.reliability.emerging import emergence

NOW = {2010: 5_000, 2015: 9_000, 2020: 20_000, 2024: 60_000}
THEN = {2010: 5_100, 2015: 9_500, 2020: 19_000}
NO_REFUGEES = pd.DataFrame(
    columns=["destination", "origin", "year", "refugees", "asylum_seekers", "others"]
)


def corridor(now=NOW, then=THEN, *, new=None, old=None, apart=None):
    table = pd.concat(
        [marked(now, edition=NEW, **(new or {})), marked(then, edition=OLD, **(old or {}))],
        ignore_index=True,
    )
    # A flag that is given for one edition alone is set in no row of the other.
    table = table.astype(dict.fromkeys({*(new or {}), *(old or {})}, "boolean")).fillna(False)
    excess = table["year"].clip(upper=2020).map(apart or {}).fillna(0.0)
    return table.assign(excess=excess, disputed=excess > 0.25)


def emerged(table, *, start=2010, end=2024, refugees=NO_REFUGEES):
    return emergence(table, edition=NEW, start=start, end=end, refugees=refugees)


def test_a_corridor_that_trebles_to_25000_emerges():
    found = emerged(corridor()).value
    assert (found.before, found.after) == (5_000, 60_000)
    assert not found.driven_by_refugees


@pytest.mark.parametrize(
    "now",
    [
        {2010: 5_000, 2020: 20_000, 2024: 24_999},
        {2010: 10_000, 2020: 20_000, 2024: 29_999},
        {2010: 25_000, 2020: 50_000, 2024: 99_999},
    ],
    ids=["too small at the end", "not trebled", "not small at the start"],
)
def test_a_corridor_that_is_not_new_does_not_emerge(now):
    assert emerged(corridor(now)).reasons[0].code == "no_change"


@pytest.mark.parametrize("flag", ["frozen", "linear", "copied", "rebased", "mixed_basis"])
def test_emergence_is_refused_over_a_flagged_interval(flag):
    assert emerged(corridor(new={flag: [2024]})).flags == (flag,)


def test_a_flag_in_the_other_edition_refuses_it_too():
    assert emerged(corridor(old={"copied": [2020]})).why == ("copied (in the other edition: 2020)")


def test_the_other_edition_must_show_growth_as_far_as_it_goes():
    assert emerged(corridor(then={**THEN, 2020: 5_100})).flags == ("disputed",)


def test_the_editions_must_agree_at_both_ends():
    assert emerged(corridor(apart={2010: 0.3})).why == "disputed (2010)"
    assert emerged(corridor(apart={2015: 0.3})).told


def test_a_corridor_that_the_other_edition_does_not_list_is_refused():
    assert emerged(corridor(then={2020: 19_000})).flags == ("not_listed",)
    assert emerged(corridor(), start=2005).flags == ("not_listed",)


def test_what_starts_in_the_last_common_year_rests_on_one_edition():
    now = {2020: 5_000, 2024: 60_000}
    assert emerged(corridor(now, {2020: 5_000}), start=2020).told


@pytest.mark.parametrize(("after", "driven"), [(28_499, False), (28_500, True)])
def test_emergence_is_driven_by_refugees_when_they_are_half_of_the_growth(after, driven):
    # Growth is 55,000, and 1,000 refugees were there at the start.
    rows = [("FRA", "MUS", 2010, 600, 400, 0), ("FRA", "MUS", 2024, after, 0, 0)]
    refugees = pd.DataFrame(rows, columns=NO_REFUGEES.columns)
    found = emerged(corridor(), refugees=refugees).value
    assert (found.refugees_before, found.refugees_after) == (1_000, after)
    assert found.driven_by_refugees == driven
