"""Migration systems with two sides: the rules on invented files, and the file itself."""

import pytest

from roundtable.errors import ContentError
from roundtable.places import blocs, circuits

GOOD = """\
circuits:
  - id: trial
    name: A trial
    short: Trial
    where: section 1
    paper: Says so.
    watch: Look out.
    legs:
      - origins:
          - {name: South, places: [BRA, ARG]}
          - {name: More, places: [URY], by: project, why: It is large}
        destinations:
          - {name: North, places: [USA, BRA]}
      - origins:
          - {name: West, places: [CHL]}
        destinations:
          - {name: East, places: [BRA]}
"""


def read(tmp_path, text=GOOD):
    path = tmp_path / "circuits.yml"
    path.write_text(text, encoding="utf-8")
    return circuits.every(path)


def test_both_sides_go_over_all_legs_and_leave_additions_out(tmp_path):
    trial = read(tmp_path)["trial"]
    assert trial.sides() == ({"BRA", "ARG", "CHL"}, {"USA", "BRA"})
    assert trial.sides(additions=True).origins == {"BRA", "ARG", "CHL", "URY"}


def test_corridors_join_the_sides_of_each_leg_and_no_place_to_itself(tmp_path):
    found = read(tmp_path)["trial"].corridors()
    assert found.to_records(index=False).tolist() == [
        ("ARG", "BRA"),
        ("ARG", "USA"),
        ("BRA", "USA"),
        ("CHL", "BRA"),
    ]


def test_additions_bring_their_corridors(tmp_path):
    found = read(tmp_path)["trial"].corridors(additions=True)
    assert found[found["origin"] == "URY"]["destination"].tolist() == ["BRA", "USA"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (", why: It is large", "", r"line 11, .*an addition \(`by: project`\) needs a `why`"),
        ("[CHL]", "[CHI]", r"line 15, .*'CHI' is not an ISO 3166-1 alpha-3 code"),
        ("places: [USA, BRA]", "places: []", r"line 13, .*Tuple should have at least 1 item"),
        ("    watch: Look out.\n", "", r"line 2, circuits\.0\.watch: is missing; add it\."),
        ("paper: Says", "papers: Says", r"there is no such entry\. Did you mean 'paper'\?"),
    ],
)
def test_an_entry_that_does_not_fit_is_told_with_its_line(tmp_path, old, new, message):
    assert GOOD.count(old) == 1
    with pytest.raises(ContentError, match=message):
        read(tmp_path, GOOD.replace(old, new))


# --- The file itself --------------------------------------------------------------------------


def test_the_gulf_is_the_bloc_on_one_side_and_shares_no_place_with_the_other():
    origins, destinations = circuits.sides("gulf")
    assert destinations == blocs.members_today("gcc")
    assert origins == {"EGY", "JOR", "LBN", "IND", "PAK", "BGD", "LKA", "PHL"}
    assert not circuits.sides("gulf", additions=True).origins & destinations


def test_the_eastern_circuit_is_the_one_of_the_paper_and_singapore_an_addition():
    origins, destinations = circuits.sides("east-asia")
    assert destinations == {"MYS", "THA", "TWN", "HKG", "KOR", "JPN"}
    assert origins == {"PHL", "IDN", "LAO", "VNM", "MMR", "BGD"}
    added = circuits.sides("east-asia", additions=True)
    assert added.destinations - destinations == {"SGP", "BRN"}


def test_southern_europe_and_the_southern_cone_have_the_sides_of_the_paper():
    assert circuits.sides("southern-europe") == (
        {"ITA", "ESP", "GRC", "PRT"},
        {"FRA", "DEU", "BEL", "CHE"},
    )
    assert circuits.sides("southern-cone") == ({"PRY", "BOL", "PER", "CHL"}, {"ARG"})


def test_the_way_through_mexico_has_two_legs():
    found = circuits.corridors("central-america", additions=True)
    pairs = set(found.to_records(index=False).tolist())
    assert {("GTM", "MEX"), ("GTM", "USA"), ("MEX", "USA")} <= pairs
    assert ("USA", "MEX") not in pairs


def test_the_maghreb_of_the_paper_is_the_union():
    origins, destinations = circuits.sides("maghreb")
    assert origins == destinations == blocs.members_today("amu")


def test_every_circuit_says_where_the_paper_speaks_of_it():
    for circuit in circuits.every().values():
        assert circuit.where in {"section 3.3", "section 3.4"}, circuit.id


def test_an_unknown_circuit_is_answered_with_the_one_that_was_meant():
    with pytest.raises(ContentError, match=r"no circuit 'golf'; .* Did you mean 'gulf'\?"):
        circuits.sides("golf")
