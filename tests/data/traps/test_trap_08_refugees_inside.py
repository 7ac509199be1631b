"""Trap 8: refugees inside the stocks, and those whom the table does not have."""

import pytest
from tests.data.traps.corridors import NEW, rows_of

from roundtable.reliability.refugees import inside, persons_under_unhcr


def share_of_the_world(full, *, year, of):
    """Return UNHCR's refugees of a year over the world's stock of another."""
    refugees = full.refugees.loc[full.refugees["year"] == year, "refugees"].sum()
    stocks = full.stocks
    people = stocks[(stocks["edition"] == NEW) & (stocks["year"] == of)]["both"].sum()
    return refugees / people


@pytest.mark.parametrize(("year", "of", "percent"), [(2020, 2020, 7.5), (2023, 2024, 10.4)])
def test_refugees_set_against_the_migrants_of_the_world(full, year, of, percent):
    assert round(100 * share_of_the_world(full, year=year, of=of), 1) == percent


def test_mid_2024_refugees_are_10_5_percent(full):
    assert round(100 * share_of_the_world(full, year=2024, of=2024), 1) == 10.5


def test_unhcr_covers_24_583_of_2_904_873_venezuelans_in_colombia(full, flagged):
    row = rows_of(flagged, "VEN", "COL", NEW).set_index("year").loc[2024]
    about = {"origin": "VEN", "destination": "COL", "stock": int(row["both"])}
    assert row["both"] == 2_904_873
    assert inside(full.refugees, year=2023, **about).persons == 24_583
    found = inside(full.refugees, year=2024, **about)
    assert (found.refugees, found.asylum_seekers) == (1_113, 28_294)
    assert round(found.share, 3) == 0.010
    assert not row["refugees_inside"]


def test_palestinians_under_unrwa_are_not_in_the_table(full, flagged):
    for destination in ("JOR", "SYR", "LBN"):
        row = rows_of(flagged, "PSE", destination, NEW).set_index("year").loc[2024]
        found = inside(
            full.refugees,
            origin="PSE",
            destination=destination,
            year=2024,
            stock=int(row["both"]),
        )
        assert row["both"] > 400_000
        assert found is None or found.persons < 0.01 * row["both"]


def test_where_unhcr_counts_more_than_the_stock_no_part_is_said(full, flagged):
    row = rows_of(flagged, "SSD", "UGA", NEW).set_index("year").loc[2024]
    found = inside(
        full.refugees, origin="SSD", destination="UGA", year=2024, stock=int(row["both"])
    )
    assert (found.stock, found.persons, found.exceeds) == (923_658, 948_191, True)
    assert found.at_least is None
    assert row["refugees_inside"]


@pytest.mark.parametrize(("share", "corridors"), [(0.05, 777), (0.1, 600), (0.2, 453), (0.5, 266)])
def test_how_many_corridors_hold_refugees_by_the_share_that_matters(
    full, flagged, share, corridors
):
    rows = flagged[(flagged["edition"] == NEW) & (flagged["year"] == 2024)]
    rows = rows[(rows["origin"] != "OOO") & (rows["both"] >= 500)]
    people = full.refugees[full.refugees["year"] == 2024].astype(
        {"destination": str, "origin": str}
    )
    pair = ["destination", "origin"]
    both = rows.astype(dict.fromkeys(pair, str)).merge(people, on=pair, how="left")
    under = (both["refugees"] + both["asylum_seekers"]).fillna(0)
    assert len(rows) == 4_625
    assert (under >= share * both["both"]).sum() == corridors


def test_17_of_the_25_fastest_growing_corridors_without_old_links_are_mostly_refugees(
    full, flagged
):
    pair = ["destination", "origin"]
    rows = flagged[(flagged["edition"] == NEW) & (flagged["origin"] != "OOO")]
    rows = rows[rows["year"].isin([2015, 2024])].astype(dict.fromkeys(pair, str))
    wide = rows.pivot(index=pair, columns="year", values="both").astype(float)
    links = full.pairs.astype(dict.fromkeys(pair, str)).set_index(pair)
    linked = links[["contiguous_cepii", "official_language", "colony"]].fillna(False).any(axis=1)
    unlinked = ~linked.reindex(wide.index, fill_value=False)
    new = wide[unlinked & (wide[2024] >= 25_000)]
    fastest = (new[2024] / new[2015]).sort_values(ascending=False).index[:25]
    ends = fastest.to_frame(index=False).assign(year=2024)
    under = persons_under_unhcr(ends, full.refugees)
    assert (under >= 0.5 * new.loc[fastest, 2024].to_numpy()).sum() == 17
