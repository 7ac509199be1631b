"""Trap 2: figures that were carried forward, on the publisher's files."""

import pytest
from tests.data.traps.corridors import NEW, OLD, rows_of

from roundtable import reliability
from roundtable.indicators import corridor

ECOWAS = {
    *["BEN", "BFA", "CPV", "CIV", "GMB", "GHA", "GIN", "GNB"],
    *["LBR", "MLI", "NER", "NGA", "SEN", "SLE", "TGO"],
}


@pytest.fixture(scope="module")
def last_interval(full):
    """Return the shifts of composition from 2020 to 2024."""
    shifts = full.compositions
    return shifts[(shifts["edition"] == NEW) & (shifts["start"] == 2020)]


@pytest.fixture(scope="module")
def frozen(last_interval):
    return set(reliability.frozen_intervals(last_interval)["destination"])


def test_164_of_233_destinations_only_carry_2020_forward(full, last_interval, frozen):
    assert (len(frozen), len(last_interval)) == (164, 233)
    here = full.stocks[(full.stocks["edition"] == NEW) & (full.stocks["year"] == 2024)]
    assert here.loc[here["destination"].isin(frozen), "both"].sum() == 61_511_296


def test_large_destinations_and_14_of_15_ecowas_members_are_among_them(frozen):
    assert {"ARE", "KWT", "QAT", "UKR", "PRT", "BGD", "NGA", "MUS", "MAR"} <= frozen
    assert ECOWAS - frozen == {"CIV"}


def test_the_threshold_of_frozen_compositions_does_not_matter_much(last_interval):
    shift = last_interval["largest_shift"]
    assert [int((shift <= most).sum()) for most in (0.0005, 0.001, 0.002)] == [163, 164, 165]


@pytest.mark.parametrize("origin", ["BRA", "AGO"])
def test_communities_in_portugal_grow_alike_and_their_growth_is_not_told(flagged, origin):
    rows = rows_of(flagged, origin, "PRT", NEW)
    found = corridor.growth(
        rows, origin=origin, destination="PRT", edition=NEW, start=2020, end=2024
    )
    assert round(100 * (found.after / found.before - 1), 1) == 12.5
    assert found.refused == ("frozen",)
    assert (found.ratio, found.per_year) == (None, None)


def test_burkina_faso_to_cote_d_ivoire_is_a_straight_line_whose_growth_is_not_told(flagged):
    rows = rows_of(flagged, "BFA", "CIV", NEW)
    to_2020 = rows[rows["year"] <= 2020]
    steps = to_2020["both"].astype(int).diff().dropna()
    assert steps.sub(131_320).abs().max() <= 1
    assert list(to_2020["linear"]) == [False, *[True] * 6]
    assert "linear" in reliability.growth_refused(rows, start=1990, end=2020)


def test_communities_in_belgium_and_israel_grow_at_one_rate_and_their_growth_is_not_told(flagged):
    to_belgium = rows_of(flagged, "BRA", "BEL", NEW).set_index("year")
    assert list(to_belgium.index[to_belgium["constant_rate"]]) == [1995, 2000, 2005]
    to_israel = rows_of(flagged, "FRA", "ISR", NEW)
    assert list(to_israel.loc[to_israel["constant_rate"], "year"]) == [2010, 2015, 2020, 2024]
    assert set(to_israel.loc[to_israel["year"] == 2024, "kind"]) == {"carried-forward"}
    assert reliability.growth_refused(to_israel, start=2010, end=2024) == ("constant_rate",)


def test_the_british_in_south_africa_shrink_smoothly_but_not_at_one_rate(flagged):
    # 2.58%, 2.58%, 2.74% and 2.80% a year from 2000 to 2020, in the edition of 2024.
    rows = rows_of(flagged, "GBR", "ZAF", NEW)
    assert not rows["constant_rate"].any()


def test_curves_of_one_rate_are_few_and_mark_figures_that_no_other_rule_does(flagged):
    known = flagged[flagged["origin"] != "OOO"]
    alone = known[known["constant_rate"] & ~known["frozen"] & ~known["copied"]]
    corridors = alone[["edition", "destination", "origin"]].drop_duplicates()
    assert corridors.groupby("edition", observed=True).size().to_dict() == {OLD: 3, NEW: 48}


def test_the_mark_of_imputation_catches_five_destinations_only(full):
    marked = full.destinations[full.destinations["imputed"]]
    found = {edition: set(part["destination"]) for edition, part in marked.groupby("edition")}
    assert found[NEW] == {"BIH", "ERI", "ESH", "SOM", "VAT"}
    assert found[OLD] == {*found[NEW], "PRK"}
