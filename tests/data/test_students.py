"""Students abroad on UIS's figures: two lists of the same people, and what they leave out."""

import pytest


@pytest.fixture(scope="module")
def listing(full):
    """Return the rows of one listing."""
    return lambda name: full.students[full.students["listing"] == name]


@pytest.fixture(scope="module")
def covered(listing):
    """Return how much of its inbound total each list of a destination holds."""
    keys = ["destination", "year"]
    listed = listing("by-destination").groupby(keys)["students"].sum()
    total = listing("inbound-total").set_index(keys)["students"]
    return (listed / total[total > 0]).dropna().astype(float)


def test_the_two_lists_hold_the_same_students_but_for_origins_that_are_no_country(listing):
    by_destination = listing("by-destination").groupby("year")["students"].sum()
    by_origin = listing("by-origin").groupby("year")["students"].sum()
    assert (by_destination >= by_origin).all()
    assert (by_destination.sum(), by_origin.sum()) == (54_879_366, 54_040_281)


def test_where_both_lists_name_a_corridor_they_agree(listing):
    keys = ["destination", "origin", "year"]
    named = [
        rows[(rows["origin"] != "OOO") & (rows["destination"] != "OOO")].set_index(keys)["students"]
        for rows in (listing("by-destination"), listing("by-origin"))
    ]
    both = named[0].to_frame("there").join(named[1].rename("here"), how="inner")
    assert len(both) == 9_787
    assert (both["there"] == both["here"]).all()


def test_others_are_a_third_of_the_students_in_the_lists_of_destinations(listing):
    rows = listing("by-destination")
    lumped = rows[rows["origin"] == "OOO"]["students"].sum()
    assert lumped == 17_559_985
    assert round(lumped / rows["students"].sum(), 2) == 0.32


def test_france_lists_china_first_in_2015_and_half_under_others(listing):
    rows = listing("by-destination")
    rows = rows[(rows["destination"] == "FRA") & (rows["year"] == 2015)]
    students = rows.set_index("origin")["students"]
    assert (students["MAR"], students["CHN"], students["OOO"]) == (26_654, 25_297, 110_700)


def test_most_lists_hold_nine_tenths_of_the_inbound_total_and_some_hold_little(covered):
    assert len(covered) == 1_680
    assert (covered > 0.9).sum() == 1_406
    assert (covered < 0.5).sum() == 29
    assert covered[covered > 1.05].index.tolist() == [("MDG", 2020)]


def test_the_united_states_list_two_origins_or_fewer_in_most_years_to_2012(listing):
    rows = listing("by-destination")
    rows = rows[rows["destination"] == "USA"]
    few = rows.groupby("year")["origin"].nunique().loc[lambda origins: origins <= 2]
    assert list(few.index) == [*range(2000, 2005), *range(2006, 2013)]
    odd = rows[rows["year"].isin(few.index)]
    assert set(odd["origin"]) == {"SDN", "OOO"}
    # There are no totals of these years to compare them with.
    totals = listing("inbound-total")
    assert not set(totals[totals["destination"] == "USA"]["year"]) & set(few.index)


def test_lists_of_2020_and_2021_are_far_from_complete(listing):
    listed = listing("by-destination").groupby("year")["students"].sum()
    total = listing("inbound-total").groupby("year")["students"].sum()
    shares = {year: round(listed[year] / total[year], 4) for year in (2018, 2020, 2021)}
    assert shares == {2018: 0.8853, 2020: 0.1911, 2021: 0.0}


def test_estimates_are_marked(full):
    marked = full.students.groupby("listing")[["estimated", "combined"]].sum()
    assert marked.to_dict("index") == {
        "by-destination": {"estimated": 344, "combined": 34},
        "by-origin": {"estimated": 4_271, "combined": 372},
        "inbound-total": {"estimated": 33, "combined": 0},
    }
