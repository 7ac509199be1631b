"""Trap 12: what "no link" would hold, by CEPII's borders, official languages and colonial ties."""

import pandas as pd
import pytest

LINKS = ("contiguous_cepii", "official_language", "colony")
LARGE = 50_000
"""Persons in 1980 from which on a corridor counts as large by then."""


@pytest.fixture(scope="module")
def unlinked(full) -> pd.DataFrame:
    """Return the corridors of 2024 (edition 2024, known origins), and whether CEPII links them."""
    rows = full.stocks.query("edition == 'undesa-2024' and year == 2024 and origin != 'OOO'")
    pairs = full.pairs[["origin", "destination", *LINKS]]
    joined = rows.merge(pairs, on=["origin", "destination"], how="left")
    linked = joined[list(LINKS)].fillna(False).astype(bool).any(axis=1)
    return joined.assign(linked=linked, both=joined["both"].astype(int))


def test_no_link_by_cepii_would_hold_four_in_ten_migrants(unlinked):
    # facts/traps has 119.9 m, with English as an official language of Israel and Ethiopia.
    without = unlinked.loc[~unlinked["linked"], "both"].sum()
    assert without / 1e6 == pytest.approx(121.0, abs=0.05)
    assert without / unlinked["both"].sum() == pytest.approx(0.429, abs=0.0005)


def test_two_in_five_of_them_are_in_corridors_that_were_large_by_1980(full, unlinked):
    # facts/traps has 50 m; the World Bank's 1980 gives 49.3 m in corridors of 50,000 or more.
    in_1980 = full.history.query("year == 1980")[["origin", "destination", "persons"]]
    joined = unlinked.merge(in_1980, on=["origin", "destination"], how="left")
    large = joined["persons"].fillna(0) >= LARGE
    held = joined.loc[~joined["linked"] & large, "both"].sum()
    assert held / 1e6 == pytest.approx(49.3, abs=0.05)
