"""What the circuits and blocs give on the 2024 edition: the numbers of the paper's systems."""

import pytest

from roundtable.places import blocs, circuits


@pytest.fixture(scope="module")
def stocks(full):
    """Stocks of the 2024 edition."""
    return full.stocks[full.stocks["edition"] == "undesa-2024"]


def people(stocks, origins, destinations, year=2024):
    """Sum the people from one set of places in another."""
    rows = stocks[
        (stocks["year"] == year)
        & stocks["origin"].isin(origins)
        & stocks["destination"].isin(destinations)
    ]
    return int(rows["both"].sum())


def along(stocks, name, *, additions=False, year=2024):
    """Sum the people along the corridors of a circuit."""
    corridors = circuits.corridors(name, additions=additions)
    rows = stocks[stocks["year"] == year].merge(corridors, on=["origin", "destination"])
    return int(rows["both"].sum())


def group(circuit, name):
    """Return the origins of a group by its name."""
    (found,) = (
        group.places
        for leg in circuits.circuit(circuit).legs
        for group in leg.origins
        if group.name == name
    )
    return found


def test_hardly_any_immigrant_of_the_gulf_comes_from_inside_it(stocks):
    gulf = blocs.members("gcc", on=2024)
    inside = people(stocks, gulf, gulf)
    immigrants = people(stocks, stocks["origin"].unique(), gulf)
    assert (inside, immigrants) == (140_069, 30_624_600)
    assert inside / immigrants == pytest.approx(0.005, abs=0.0005)


def test_suppliers_of_the_gulf_are_asian_before_they_are_neighbours(stocks):
    gulf = circuits.sides("gulf").destinations
    near = people(stocks, group("gulf", "Middle East"), gulf)
    named = people(stocks, group("gulf", "Asia"), gulf)
    further = people(stocks, group("gulf", "Asia, further suppliers"), gulf)
    assert (near, named, further) == (3_762_172, 19_292_689, 1_296_945)
    # South Asia, the Philippines and Indonesia: Afghanistan (166,468) is not among them.
    assert named + further == 20_589_634


def test_the_eastern_circuit_of_the_paper_counts_seven_million(stocks):
    assert along(stocks, "east-asia") == 7_179_706
    assert along(stocks, "east-asia", additions=True) == 8_566_777


def test_one_in_a_hundred_emigrants_of_the_maghreb_lives_inside_it(stocks):
    union = blocs.members("amu", on=2024)
    inside = people(stocks, union, union)
    emigrants = people(stocks, union, stocks["destination"].unique())
    assert (inside, emigrants) == (69_432, 6_372_056)
    assert inside / emigrants == pytest.approx(0.011, abs=0.0005)
    assert along(stocks, "maghreb") == inside


def test_the_other_circuits_have_their_size(stocks):
    assert along(stocks, "southern-europe") == 2_792_188
    assert along(stocks, "southern-cone") == 1_151_813
    assert along(stocks, "central-america") == 6_258_603
    assert along(stocks, "central-america", additions=True) == 17_538_164


def test_four_origins_were_two_thirds_of_the_immigrants_of_argentina(stocks):
    all_of_2010 = people(stocks, stocks["origin"].unique(), ["ARG"], year=2010)
    assert along(stocks, "southern-cone", year=2010) / all_of_2010 == pytest.approx(0.68, abs=0.005)


@pytest.mark.parametrize(
    ("smallest", "added"), [("LKA", ["IDN", "NPL"]), ("LBN", ["PSE", "SDN", "SYR", "YEM"])]
)
def test_an_addition_to_the_gulf_is_larger_than_an_origin_of_the_paper(stocks, smallest, added):
    gulf = circuits.sides("gulf").destinations
    named = people(stocks, [smallest], gulf)
    assert all(people(stocks, [code], gulf) > named for code in added)


def test_additions_to_the_eastern_circuit_are_larger_than_an_origin_of_the_paper(stocks):
    bangladeshis = people(stocks, ["BGD"], circuits.sides("east-asia").destinations)
    assert people(stocks, ["KHM"], ["THA"]) > bangladeshis
    assert people(stocks, ["NPL"], ["MYS"]) > bangladeshis


def test_the_share_inside_ecowas_depends_on_who_is_a_member(stocks):
    everywhere = stocks["destination"].unique()
    before, after = blocs.members("ecowas", on=2024), blocs.members_today("ecowas")
    inside = people(stocks, before, before)
    assert inside / people(stocks, before, everywhere) == pytest.approx(0.637, abs=0.0005)
    anyone = stocks["origin"].unique()
    assert inside / people(stocks, anyone, before) == pytest.approx(0.890, abs=0.0005)
    inside = people(stocks, after, after)
    assert inside / people(stocks, after, everywhere) == pytest.approx(0.352, abs=0.0005)


def test_emigrants_of_the_union_of_1990_are_fewer_inside_than_with_its_members_of_today(stocks):
    everywhere = stocks["destination"].unique()
    then, today = blocs.members("eu", on=1990), blocs.members_today("eu")
    shares = [
        people(stocks, members, members, year=1990) / people(stocks, members, everywhere, year=1990)
        for members in (today, then)
    ]
    assert shares == [pytest.approx(0.411, abs=0.0005), pytest.approx(0.323, abs=0.0005)]
