"""The units in which corridors are compared, against the publishers' files."""

import numpy as np
import pytest

from roundtable.indicators import peers


def test_the_units_are_the_spread_of_the_worlds_corridors(full):
    stocks = full.stocks
    rows = stocks[
        (stocks["edition"] == "undesa-2024") & (stocks["year"] == 2024) & (stocks["both"] >= 1000)
    ]
    found = peers.measured(
        rows,
        stocks=stocks,
        pairs=full.pairs,
        economies=full.economies,
        edition="undesa-2024",
        year=2024,
    )
    assert len(found) == pytest.approx(3429, abs=50)
    for measure, spread in peers.SPREAD.items():
        assert np.log(found[measure].astype(float)).std() == pytest.approx(spread, abs=0.06)


def test_the_embedded_figures_measure_as_the_full_ones_do(full, pack):
    pairs = pack.pairs[["origin", "destination"]].astype(str)
    one, other = (
        peers.measured(
            pairs,
            stocks=tables.stocks,
            pairs=tables.pairs,
            economies=tables.economies,
            edition="undesa-2024",
            year=2024,
        )
        for tables in (full, pack)
    )
    assert len(one) > 500
    assert one.to_dict("list") == other.to_dict("list")
