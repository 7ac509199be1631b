"""Corridors that at least trebled, on invented rows: what is new, small, large or refused."""

import pandas as pd
import pytest

from roundtable import reliability
from roundtable.indicators.rising import rising

NEW, OLD = "undesa-2024", "undesa-2020"
YEARS = (2005, 2010, 2015, 2020, 2024)

CORRIDORS = {
    # origin: figures of the edition, by YEARS
    "BRA": (9_000, 11_000, 16_000, 40_000, 61_000),  # new and large
    "SEN": (500, 700, 900, 2_100, 4_100),  # still small
    "CHN": (40_000, 70_000, 90_000, 150_000, 291_000),  # large from the start
    "NPL": (1_000, 1_100, 1_300, 20_000, 30_500),  # the other edition differs
    "MUS": (10_000, 10_900, 12_100, 15_000, 16_200),  # did not treble
    "TLS": (10, 20, 30, 60, 90),  # a few people
}


def flagged_rows(no_marks) -> pd.DataFrame:
    parts = []
    for origin, figures in CORRIDORS.items():
        for edition, years in ((NEW, YEARS), (OLD, YEARS[:-1])):
            for year, persons in zip(years, figures, strict=False):
                there = persons * (3 if origin == "NPL" and edition == OLD else 1)
                parts.append((edition, "AUS", origin, year, there))
    columns = ["edition", "destination", "origin", "year", "both"]
    stocks = pd.DataFrame(parts, columns=columns).assign(source="test")
    return reliability.flagged(stocks, **no_marks)


@pytest.fixture
def no_marks():
    compositions = pd.DataFrame(
        columns=["edition", "destination", "start", "end", "largest_shift"]
    ).astype({"start": int, "end": int, "largest_shift": float})
    destinations = pd.DataFrame(
        [(edition, "AUS", True, False) for edition in (NEW, OLD)],
        columns=["edition", "destination", "born", "citizens"],
    )
    return {"compositions": compositions, "destinations": destinations}


@pytest.fixture
def flagged(no_marks):
    return flagged_rows(no_marks)


def refugees(*rows):
    columns = ["destination", "origin", "year", "refugees", "asylum_seekers"]
    return pd.DataFrame(list(rows), columns=columns).astype(
        {"year": int, "refugees": int, "asylum_seekers": "Int64"}
    )


def found(flagged, table=None):
    risen = rising(
        flagged,
        by="origin",
        edition=NEW,
        other=OLD,
        year=2024,
        refugees=refugees() if table is None else table,
    )
    return risen.set_index("partner")


def test_only_corridors_that_trebled_to_a_thousand_people_are_looked_at(flagged):
    assert set(found(flagged).index) == {"BRA", "SEN", "CHN", "NPL"}


def test_a_corridor_is_new_small_or_large_by_its_two_ends(flagged):
    status = found(flagged)["status"]
    assert status[["BRA", "SEN", "CHN"]].tolist() == ["emerged", "small", "large"]


def test_the_latest_period_that_carries_the_rise_is_told(flagged):
    row = found(flagged).loc["BRA"]
    # 61,000 is more than three times 16,000, of 2015.
    assert (row["start"], row["before"], row["after"]) == (2015, 16_000, 61_000)


def test_a_rise_on_which_the_editions_differ_is_refused_with_its_reason(flagged):
    row = found(flagged).loc["NPL"]
    assert (row["status"], row["reasons"]) == ("refused", "disputed")
    assert row["other"] == 60_000


def test_a_year_that_was_carried_forward_refuses_the_rise(flagged):
    marked = flagged.assign(frozen=flagged["frozen"] | (flagged["year"] == 2020))
    assert set(found(marked)["status"]) == {"refused"}
    assert found(marked).loc["BRA", "reasons"] == "frozen"


def test_rises_driven_by_refugees_are_told_apart(flagged):
    table = refugees(("AUS", "BRA", 2024, 20_000, 5_000), ("AUS", "BRA", 2015, 1_000, 0))
    row = found(flagged, table).loc["BRA"]
    # 24,000 of 45,000 more people.
    assert row["driven"]
    assert row["refugees"] == 25_000
    assert not found(flagged).loc["BRA", "driven"]


def test_the_largest_rise_comes_first_and_the_input_stays_as_it_was(flagged):
    before = flagged.copy()
    # 201,000 more, 45,000, 29,200 and 3,200.
    assert list(found(flagged).index) == ["CHN", "BRA", "NPL", "SEN"]
    pd.testing.assert_frame_equal(flagged, before)


def test_a_year_that_the_edition_does_not_give_has_no_rises(flagged):
    nothing = rising(
        flagged[flagged["year"] < 2020], by="origin", edition=NEW, other=OLD, year=2024,
        refugees=refugees(),
    )  # fmt: skip
    assert nothing.empty


def test_a_year_in_which_a_corridor_all_but_vanishes_is_no_start(no_marks, monkeypatch):
    # Germans in Egypt: nobody in 2015, as many as before in 2020.
    monkeypatch.setitem(CORRIDORS, "DEU", (6_734, 8_555, 0, 11_919, 11_205))
    # People who came for the first time between 2010 and 2015 are no gap.
    monkeypatch.setitem(CORRIDORS, "SDN", (0, 0, 1_000, 4_000, 5_000))
    risen = found(flagged_rows(no_marks))
    assert "DEU" not in risen.index
    assert risen.loc["SDN", "start"] == 2015
