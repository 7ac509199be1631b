"""Trap 6: two sources differ in a year that both have; nothing is told across the seam."""

import numpy as np
import pandas as pd
import pytest
from tests.data.traps.corridors import NEW

from roundtable import reliability
from roundtable.reliability import seams


@pytest.fixture(scope="module")
def both(full):
    """Return the corridors that the World Bank and the 2024 edition give for 2000."""
    rows = seams.across(full.stocks, full.history, edition=NEW, year=2000)
    return rows[rows["origin"] != "OOO"].astype({"older": float, "newer": float})


@pytest.fixture(scope="module")
def both_with_zeros(full, sources_folder):
    """Return the same with the World Bank's zeros, which the reader leaves out."""
    file = sources_folder / "wb-gbmd-1960-2000" / "wb_bilateral_stocks.csv.gz"
    rows = pd.read_csv(file).query("year == 2000 and origin_code != destination_code")
    history = rows.rename(
        columns={
            "origin_code": "origin",
            "destination_code": "destination",
            "outward_stock": "persons",
        }
    )
    found = seams.across(full.stocks, history, edition=NEW, year=2000)
    return found[found["origin"] != "OOO"].astype({"older": float, "newer": float})


def doubled(rows):
    """Count corridors of at least 10,000 people, and those that differ by more than two times."""
    figures = rows[["older", "newer"]]
    large = figures[figures.max(axis=1) >= 10_000]
    return len(large), int((large.max(axis=1) > 2 * large.min(axis=1)).sum())


def balances(rows):
    """Return the balance of each pair in either source, at least 1,000 people one way in one."""
    back = rows.rename(columns={"origin": "destination", "destination": "origin"})
    pairs = rows.merge(back, on=["destination", "origin"], suffixes=("", "_back"))
    figures = ["older", "newer", "older_back", "newer_back"]
    pairs = pairs[(pairs["destination"] < pairs["origin"]) & (pairs[figures].max(axis=1) >= 1000)]
    return pairs["older"] - pairs["older_back"], pairs["newer"] - pairs["newer_back"]


def test_three_in_ten_large_corridors_differ_by_more_than_two_times(both, both_with_zeros):
    assert doubled(both) == (1_300, 393)
    assert doubled(both_with_zeros) == (1_332, 425)


def test_hundreds_of_pairs_change_the_sign_of_their_balance_in_one_year(both, both_with_zeros):
    older, newer = balances(both_with_zeros)
    assert len(older) == 1_255
    assert (np.sign(older) != np.sign(newer)).sum() == 211
    # In 37 of these one source has the pair level; in 174 the sign is the other.
    assert (older * newer < 0).sum() == 174
    older, newer = balances(both)
    assert (len(older), (older * newer < 0).sum()) == (1_147, 157)


def test_growth_of_mauritians_in_france_is_told_on_either_side_of_the_seam_and_not_across(
    full, flagged
):
    rows = reliability.joined(
        flagged, full.history, origin="MUS", destination="FRA", edition=NEW, copies=full.copies
    )
    assert list(rows["year"]) == [1960, 1970, 1980, 1990, 1995, 2000, 2005, 2010, 2015, 2020, 2024]
    assert list(rows.loc[rows["seam"], "year"]) == [1990]
    across = reliability.growth(rows, start=1980, end=2000)
    assert across.why == "seam (worldbank-gbmd, undesa-ims-2024)"
    assert reliability.growth(rows, start=1960, end=1980).told
    assert reliability.growth(rows, start=1990, end=2010).told
