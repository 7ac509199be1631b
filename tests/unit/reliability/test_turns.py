"""Turns of the balance between two countries."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.reliability.rows import marked

from roundtable.reliability.turns import LEVEL, Turn, turn

OUT = {1990: 100, 2000: 100, 2010: 100}
HOME = {1990: 50, 2000: 99, 2010: 300}


def pair(out, home, *, out_flags=(), home_flags=(), **columns):
    table = pd.concat(
        [
            marked(out, destination="FRA", origin="BRA", **dict(out_flags)),
            marked(home, destination="BRA", origin="FRA", **dict(home_flags)),
        ],
        ignore_index=True,
    )
    return table.fillna({name: False for name in table if table[name].dtype == object}).assign(
        **columns
    )


def turned(*figures, **more):
    return turn(pair(*figures, **more), origin="BRA", destination="FRA")


def test_a_balance_that_changes_its_sign_has_turned():
    assert turned(OUT, {**HOME, 2000: 200}).value == Turn(1990, 2000, 50, -100)


def test_years_in_which_the_pair_is_level_belong_to_the_turn():
    # In 2000 the balance is 1 of 199: level.
    assert turned(OUT, HOME).value == Turn(1990, 2010, 50, -200)


def test_a_balance_that_keeps_its_sign_has_not_turned():
    assert turned(OUT, {1990: 50, 2000: 60, 2010: 70}).why == "no_change"


def test_a_pair_that_is_level_throughout_has_not_turned():
    assert turned(OUT, {1990: 99, 2000: 101, 2010: 98}).why == "no_change"


def test_the_last_of_two_turns_is_told():
    assert turned(OUT, {1990: 50, 2000: 200, 2010: 50}).value == Turn(2000, 2010, -100, 50)


def test_a_pair_without_both_corridors_is_not_listed():
    assert turned(OUT, {2015: 9}).flags == ("not_listed",)


def test_a_turn_is_refused_where_growth_of_either_corridor_is():
    assert turned(OUT, HOME, home_flags={"frozen": [2010]}).why == "frozen (2010)"
    assert turned(OUT, HOME, out_flags={"linear": [2000]}).why == "linear (2000)"


def test_a_flag_beside_the_turn_does_not_matter():
    assert turned(OUT, {**HOME, 2000: 200}, home_flags={"frozen": [2010]}).told


def test_a_turn_is_never_dated_across_a_seam():
    table = pair(OUT, HOME)
    table["source"] = ["wb" if year < 2000 else "un" for year in table["year"]]
    assert turn(table, origin="BRA", destination="FRA").flags == ("seam",)
    table["source"] = ["wb" if origin == "BRA" else "un" for origin in table["origin"]]
    assert turn(table, origin="BRA", destination="FRA").flags == ("seam",)


COUNTS = st.lists(st.integers(0, 1000), min_size=3, max_size=3)


@given(out=COUNTS, home=COUNTS)
def test_a_turn_seen_from_the_other_side_is_the_same_turn(out, home):
    years = (1990, 2000, 2010)
    table = pair(dict(zip(years, out, strict=True)), dict(zip(years, home, strict=True)))
    here = turn(table, origin="BRA", destination="FRA")
    there = turn(table, origin="FRA", destination="BRA")
    assert here.told == there.told
    if here.told:
        assert (here.value.before, here.value.after) == (-there.value.before, -there.value.after)
        assert here.value.before * here.value.after < 0
        assert abs(here.value.before) > 2 * LEVEL * min(out + home)


def test_a_balance_of_citizens_against_births_is_told_as_of_two_counts():
    years = list(OUT)
    none, all_years = {"citizens": []}, {"citizens": years}
    mixed = turned(OUT, {**HOME, 2000: 200}, out_flags=all_years, home_flags=none)
    assert mixed.told
    assert "two_counts" in mixed.beside
    alike = turned(OUT, {**HOME, 2000: 200}, out_flags=all_years, home_flags=all_years)
    assert alike.beside == ("citizens",)
    births = turned(OUT, {**HOME, 2000: 200}, out_flags=none, home_flags=none)
    assert births.beside == ()
