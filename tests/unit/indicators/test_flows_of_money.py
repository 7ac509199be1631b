"""Remittances against GDP, on invented series."""

import pandas as pd
import pytest

from roundtable.indicators.flows_of_money import remittances_of_gdp
from roundtable.sources import RECEIVED


def series(*usd, start=2000):
    return pd.DataFrame(
        [("MUS", "received", start + at, value, RECEIVED) for at, value in enumerate(usd)],
        columns=["place", "direction", "year", "usd", "source"],
    )


GDP = pd.DataFrame({"place": ["MUS"] * 2, "year": [2000, 2001], "gdp": [1_000.0, 2_000.0]})


def test_a_share_is_of_the_same_years_gdp_and_missing_without_one():
    found = remittances_of_gdp(
        series(20.0, 50.0, 60.0), place="MUS", direction="received", economies=GDP
    )
    assert found["share"].tolist()[:2] == [0.02, 0.025]
    assert found["share"].isna().tolist() == [False, False, True]


@pytest.mark.parametrize(
    ("usd", "jumps"),
    [
        ((10.0, 20.0, 40.0), [False, False, False]),
        ((10.0, 25.0, 25.0), [False, True, False]),
        ((25.0, 10.0, 10.0), [False, True, False]),
        ((0.0, 10.0, 10.0), [False, True, False]),
    ],
)
def test_a_series_jumps_where_no_economy_does(usd, jumps):
    found = remittances_of_gdp(series(*usd), place="MUS", direction="received", economies=GDP)
    assert found["jump"].tolist() == jumps


def test_another_source_is_never_put_behind():
    other = series(90.0, start=2001).assign(source="knomad-yearly-2020")
    both = pd.concat([series(10.0), other])
    found = remittances_of_gdp(both, place="MUS", direction="received", economies=GDP)
    assert found["year"].tolist() == [2000]
