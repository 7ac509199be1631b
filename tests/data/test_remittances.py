"""Remittances on the publishers' figures: the right way round, and against GDP."""

import pytest

MATRIX, SERIES, WDI = "knomad-bilateral-2021", "knomad-yearly-2020", "worldbank-remittances"


def usd(full, origin, destination):
    rows = full.remittances
    (found,) = rows[(rows["origin"] == origin) & (rows["destination"] == destination)]["usd"]
    return found


def test_mexico_receives_52_595_million_dollars_from_the_united_states(full):
    assert round(usd(full, "MEX", "USA") / 1e6) == 52_595
    assert usd(full, "USA", "MEX") < usd(full, "MEX", "USA") / 10


def test_the_matrix_adds_up_to_the_world_that_is_printed(full):
    # Each of 10,229 cells is rounded to a dollar: the sum may be 5,115 dollars away.
    assert full.remittances["usd"].sum() / 1e6 == pytest.approx(781_075.7065, abs=0.0052)
    assert set(full.remittances["year"]) == {2021}


def test_two_cells_are_printed_as_zero_and_four_corridors_are_left_empty_by_assumption(full):
    rows = full.remittances
    zero = rows[rows["usd"] == 0]
    assert set(zip(zero["origin"], zero["destination"], strict=True)) == {
        ("AZE", "LAO"),
        ("IND", "MLI"),
    }
    pairs = set(zip(rows["origin"], rows["destination"], strict=True))
    for one, other in (("IND", "PAK"), ("ISR", "LBN"), ("ARM", "AZE")):
        assert not {(one, other), (other, one)} & pairs


def test_mauritius_receives_most_from_france_the_united_kingdom_and_australia(full):
    rows = full.remittances[full.remittances["origin"] == "MUS"]
    assert list(rows.nlargest(3, "usd")["destination"]) == ["FRA", "GBR", "AUS"]
    assert round(usd(full, "MUS", "FRA") / 1e6, 1) == 86.0


@pytest.mark.parametrize(
    ("source", "direction", "first", "last", "places", "zeros"),
    [
        (SERIES, "received", 1980, 2019, 192, 0),
        (SERIES, "paid", 1980, 2018, 193, 0),
        (WDI, "received", 1990, 2023, 201, 362),
        (WDI, "paid", 1990, 2023, 198, 36),
    ],
)
def test_each_series_has_its_years_places_and_zeros(
    full, source, direction, first, last, places, zeros
):
    rows = full.remittance_totals
    rows = rows[(rows["source"] == source) & (rows["direction"] == direction)]
    assert (rows["year"].min(), rows["year"].max()) == (first, last)
    assert rows["place"].nunique() == places
    assert (rows["usd"] == 0).sum() == zeros


def test_inflows_of_2019_add_up_to_the_world_that_is_printed(full):
    rows = full.remittance_totals
    rows = rows[(rows["source"] == SERIES) & (rows["direction"] == "received")]
    assert rows[rows["year"] == 2019]["usd"].sum() / 1e6 == pytest.approx(714_248.963, abs=0.001)


def test_gdp_is_there_wherever_personal_remittances_are_with_few_exceptions(full):
    gdp = full.economies.dropna(subset="gdp").set_index(["place", "year"])["gdp"]
    rows = full.remittance_totals
    received = rows[(rows["source"] == WDI) & (rows["direction"] == "received")]
    received = received.set_index(["place", "year"])["usd"]
    assert len(gdp) == 6_995
    without = received.index.difference(gdp.index)
    assert len(without) == 56
    share = (received / gdp).dropna()
    assert share.max() < 2.5
    assert list(share.xs(2022, level="year").nlargest(3).index) == ["TJK", "TON", "WSM"]
    assert round(share[("SEN", 2022)], 3) == 0.109
    assert round(share[("MUS", 2022)], 3) == 0.021
