"""Trap 4: the editions disagree."""

import pytest
from tests.data.traps.corridors import NEW, OLD, rows_of

from roundtable import reliability
from roundtable.indicators import corridor


def test_165_of_726_large_corridors_are_disputed_65_by_more_than_two_times(full):
    rows = reliability.compared(full.stocks)
    large = rows[(rows["year"] == 2020) & (rows["larger"] >= 50_000)]
    assert len(large) == 726
    assert (large["excess"] > reliability.DISPUTED).sum() == 165
    assert (large["excess"] > 1).sum() == 65


@pytest.mark.parametrize(
    ("origin", "destination", "old", "new"),
    [("RUS", "KAZ", 2_476_018, 579_845), ("EGY", "JOR", 101_340, 706_516)],
)
def test_corridors_on_which_the_editions_disagree_are_disputed(
    flagged, origin, destination, old, new
):
    for edition, persons in ((OLD, old), (NEW, new)):
        row = rows_of(flagged, origin, destination, edition).set_index("year").loc[2020]
        assert row["both"] == persons
        assert row["kind"] == "disputed"
        assert "disputed" in reliability.flags_of(row)


def test_mauritians_in_france_grew_by_a_third_or_by_two_thirds(flagged):
    growth = {
        edition: corridor.growth(
            flagged, origin="MUS", destination="FRA", edition=edition, start=1990, end=2020
        )
        for edition in (OLD, NEW)
    }
    assert (growth[OLD].before, growth[OLD].after) == (38_101, 50_721)
    assert (growth[NEW].before, growth[NEW].after) == (26_616, 44_179)
    ratios = {e: found.after / found.before for e, found in growth.items()}
    assert round(100 * (ratios[OLD] - 1)) == 33
    assert round(100 * (ratios[NEW] - 1)) == 66
    first = rows_of(flagged, "MUS", "FRA", NEW).set_index("year").loc[1990]
    assert first["disputed"]
