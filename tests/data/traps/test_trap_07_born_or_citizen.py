"""Trap 7: born abroad or foreign citizen."""

import pytest
from tests.data.traps.corridors import NEW, OLD, rows_of

from roundtable import reliability


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


@pytest.mark.parametrize(
    ("edition", "year", "destinations", "people"),
    [(OLD, 2020, 46, 55_585_173), (NEW, 2020, 48, 58_136_361), (NEW, 2024, 48, 63_042_138)],
)
def test_a_few_more_count_both_the_foreign_born_and_citizens(
    full, edition, year, destinations, people
):
    marks = full.destinations
    counted = marks.loc[(marks["edition"] == edition) & marks["citizens"], "destination"]
    rows = full.stocks[(full.stocks["edition"] == edition) & (full.stocks["year"] == year)]
    assert len(counted) == destinations
    assert rows.loc[rows["destination"].isin(counted), "both"].sum() == people


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


def test_both_editions_of_these_ten_are_marked_and_their_growth_is_not_told(flagged):
    rows = flagged[flagged["mixed_basis"]]
    for edition, people in ((OLD, 2020), (NEW, 2024)):
        here = rows[rows["edition"] == edition]
        assert here["destination"].nunique() == 10
        assert here.loc[here["year"] == people, "both"].sum() > 18_000_000
    mali = rows_of(flagged, "MLI", "CIV", NEW)
    assert "mixed_basis" in reliability.growth(mali, start=1990, end=2020).flags
