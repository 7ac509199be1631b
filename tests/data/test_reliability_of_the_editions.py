"""Where the publisher's figures would mislead: every flag on the cases it was made for."""

import pytest

from roundtable import reliability
from roundtable.indicators import corridor

OLD, NEW = "undesa-2020", "undesa-2024"
ECOWAS = {
    *["BEN", "BFA", "CPV", "CIV", "GMB", "GHA", "GIN", "GNB"],
    *["LBR", "MLI", "NER", "NGA", "SEN", "SLE", "TGO"],
}


def rows_of(flagged, origin, destination, edition):
    """Return the flagged rows of a corridor in one edition, in the order of years."""
    return flagged[
        (flagged["origin"] == origin)
        & (flagged["destination"] == destination)
        & (flagged["edition"] == edition)
    ].sort_values("year")


# --- carried forward --------------------------------------------------------------------------


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


def test_the_mark_of_imputation_catches_five_destinations_only(full):
    marked = full.destinations[full.destinations["imputed"]]
    found = {edition: set(part["destination"]) for edition, part in marked.groupby("edition")}
    assert found[NEW] == {"BIH", "ERI", "ESH", "SOM", "VAT"}
    assert found[OLD] == {*found[NEW], "PRK"}


# --- editions disagree ------------------------------------------------------------------------


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


# --- born abroad or foreign citizens ----------------------------------------------------------


@pytest.mark.parametrize(
    ("edition", "year", "destinations", "people"),
    [(OLD, 2020, 43, 52_504_603), (NEW, 2020, 46, 57_620_648), (NEW, 2024, 46, 62_506_520)],
)
def test_some_destinations_count_citizens_and_not_the_foreign_born(
    flagged, edition, year, destinations, people
):
    rows = flagged[
        (flagged["edition"] == edition) & (flagged["year"] == year) & flagged["citizens"]
    ]
    assert rows["destination"].nunique() == destinations
    assert rows["both"].sum() == people


def test_large_destinations_are_among_those_that_count_citizens(flagged):
    counted = set(flagged.loc[flagged["citizens"] & (flagged["edition"] == NEW), "destination"])
    assert {"SAU", "ARE", "JOR", "IND", "JPN", "KWT", "THA", "IRN", "QAT", "OMN"} <= counted


def test_ten_destinations_changed_what_they_count_between_the_editions(full):
    marks = full.destinations.pivot(
        index="destination", columns="edition", values=["born", "citizens"]
    ).dropna()
    changed = (marks["born"][OLD] != marks["born"][NEW]) | (
        marks["citizens"][OLD] != marks["citizens"][NEW]
    )
    assert set(marks.index[changed]) == {
        *["CIV", "CZE", "IDN", "IND", "KOR"],
        *["LBN", "MAC", "MYS", "PRK", "THA"],
    }


# --- everything together ----------------------------------------------------------------------


def test_every_row_has_one_kind_that_is_known(flagged, full):
    assert len(flagged) == len(full.stocks)
    assert set(flagged["kind"]) == {"measured", "revised", "carried-forward", "disputed"}
    assert not flagged[["frozen", "linear", "disputed", "citizens", "kind"]].isna().any(axis=None)
