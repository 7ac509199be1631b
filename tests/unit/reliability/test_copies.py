"""Columns that repeat another year's profile, by hand."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.reliability.rows import NEW, corridor, flagged, stocks, years_of

from roundtable.reliability import copies

PROFILE = (100, 230, 370, 540, 810, 1300)
UNLIKE = (900, 120, 400, 333, 2000, 71)


def column(year, counts, *, destination="FRA", source="wb"):
    """Build a column of a destination: a count for each of the first origins."""
    return [
        (destination, f"A{'ABCDEFGHIJKL'[at]}A", year, count, source)
        for at, count in enumerate(counts)
    ]


def history(*columns):
    names = ["destination", "origin", "year", "persons", "source"]
    return pd.DataFrame([row for rows in columns for row in rows], columns=names)


def found(*columns):
    rows = copies.copied_columns(history(*columns), persons="persons", series="source")
    kept = rows[["year", "copied_from", "origins", "compared"]]
    return list(kept.itertuples(index=False, name=None))


def times(factor, counts=PROFILE):
    return [round(factor * count) for count in counts]


def test_a_profile_times_a_constant_is_a_copy():
    table = history(column(1960, PROFILE), column(2000, times(1.687)))
    (row,) = copies.copied_columns(table, persons="persons", series="source").itertuples()
    assert (row.source, row.destination, row.year, row.copied_from) == ("wb", "FRA", 2000, 1960)
    assert row.factor == pytest.approx(1.687, rel=0.001)
    assert (row.origins, row.compared) == (6, 6)


def test_a_profile_of_its_own_is_none():
    assert found(column(1960, PROFILE), column(2000, UNLIKE)) == []


def test_the_copied_year_may_lie_before_other_years():
    assert found(column(1960, PROFILE), column(1990, UNLIKE), column(2000, times(2))) == [
        (2000, 1960, 6, 6)
    ]


def test_of_two_years_that_are_repeated_the_later_is_named():
    assert found(column(1960, PROFILE), column(1970, times(2)), column(1980, times(3))) == [
        (1970, 1960, 6, 6),
        (1980, 1970, 6, 6),
    ]


def test_half_of_the_origins_are_enough_and_fewer_are_not():
    six = [*times(2, PROFILE[:5]), 9999]
    assert found(column(1960, PROFILE), column(2000, six)) == [(2000, 1960, 5, 6)]
    own = [5000, 77, 1111, 640, 90]
    later = [*times(2, PROFILE[:5]), *own]
    assert found(column(1960, [*PROFILE[:5], 60, 500, 800, 90, 700]), column(2000, later)) == [
        (2000, 1960, 5, 10)
    ]
    assert (
        found(
            column(1960, [*PROFILE[:5], 60, 500, 800, 90, 700, 410]), column(2000, [*later, 3000])
        )
        == []
    )


def test_four_origins_on_one_factor_are_too_few():
    assert found(column(1960, PROFILE[:4]), column(2000, times(2, PROFILE[:4]))) == []


def test_origins_with_fewer_than_fifty_people_are_not_judged():
    small = [49, 40, 30, 20, 10, 5]
    assert found(column(1960, small), column(2000, times(1, small))) == []


def test_rounding_to_whole_women_and_men_does_not_hide_a_copy():
    off_by_one = [count + at % 2 for at, count in enumerate(times(1.5))]
    assert found(column(1960, PROFILE), column(2000, off_by_one)) == [(2000, 1960, 6, 6)]


def test_years_of_different_series_are_not_compared():
    assert found(column(1960, PROFILE), column(2000, PROFILE, source="undesa")) == []


def test_destinations_are_judged_by_themselves():
    table = history(
        column(1960, PROFILE),
        column(2000, UNLIKE),
        column(1960, PROFILE, destination="BEL"),
        column(2000, times(2), destination="BEL"),
    )
    rows = copies.copied_columns(table, persons="persons", series="source")
    assert list(rows["destination"]) == ["BEL"]


def test_others_and_empty_corridors_are_not_on_a_profile():
    table = history(column(1960, PROFILE[:5]), column(2000, times(2, PROFILE[:5])))
    assert len(copies.copied_columns(table, persons="persons", series="source")) == 1
    for changed in (table.replace({"AAA": "OOO"}), table.replace({"persons": {100: 0, 200: 0}})):
        assert copies.copied_columns(changed, persons="persons", series="source").empty


@given(
    factor=st.floats(0.6, 20),
    counts=st.lists(st.integers(100, 10**6), min_size=5, max_size=12, unique=True),
)
def test_every_scaled_profile_is_found_whatever_the_factor(factor, counts):
    assert found(column(1960, counts), column(2000, times(factor, counts))) == [
        (2000, 1960, len(counts), len(counts))
    ]


def test_a_copied_column_is_left_out_of_the_history_whole():
    table = history(
        column(1960, PROFILE), column(1990, UNLIKE), column(2000, [*times(2, PROFILE[:5]), 9999])
    )
    before = table.copy(deep=True)
    copied = copies.copied_columns(table, persons="persons", series="source")
    usable = copies.usable_history(table, copies=copied)
    pd.testing.assert_frame_equal(table, before)
    assert sorted(set(usable["year"])) == [1960, 1990]
    assert copies.usable_history(usable, copies=copied).equals(usable)


def test_what_is_carried_forward_whole_is_not_called_copied_too():
    table = history(column(2015, PROFILE), column(2020, times(2)), column(2024, times(3)))
    copied = copies.copied_columns(table, persons="persons", series="source")
    frozen = pd.DataFrame({"source": ["wb"], "destination": ["FRA"], "end": [2020]})
    assert list(copies.without_frozen(copied, frozen)["year"]) == [2024]


def un_stock(counts):
    """Build stocks of an edition from counts by year, and their copies."""
    table = stocks(
        *[
            corridor(NEW, {year: column[at] for year, column in counts.items()}, origin=origin)
            for at, origin in enumerate(["ALB", "BEL", "CHE", "DEU", "ESP", "UKR"])
        ]
    ).assign(source="undesa-ims-2024")
    return table, copies.copied_columns(table, persons="both", series="edition")


def test_a_figure_of_its_own_in_a_copied_column_is_not_marked():
    table, copied = un_stock({2020: PROFILE, 2024: [*times(1.1, PROFILE[:5]), 9000]})
    rows = flagged(table, copies=copied)
    assert years_of(rows, "copied") == [2024] * 5
    assert "UKR" not in set(rows.loc[rows["copied"], "origin"])
    assert set(rows.loc[rows["copied"], "kind"]) == {"carried-forward"}


def test_others_are_not_marked_as_copied():
    table, copied = un_stock({2020: PROFILE, 2024: times(1.1)})
    others = table[table["origin"] == "ALB"].assign(origin="OOO")
    rows = flagged(pd.concat([table, others], ignore_index=True), copies=copied)
    assert not rows.loc[rows["origin"] == "OOO", "copied"].any()


def test_without_copies_nothing_is_marked():
    table, _ = un_stock({2020: PROFILE, 2024: times(1.1)})
    assert not flagged(table)["copied"].any()
    none = copies.copied_columns(table.iloc[:0], persons="both", series="edition")
    assert none.empty
    assert not flagged(table, copies=none)["copied"].any()
