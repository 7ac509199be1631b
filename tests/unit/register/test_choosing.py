"""Filters, whom an entry concerns and by what, and the coverage of the source documents."""

import pytest
from tests.unit.register.conftest import BLOC, ENTRY

from roundtable import register
from roundtable.errors import ParameterError
from roundtable.register import concern

EUROPE = """\
id: eu-geo
title: Mobility partnership
short: Mobility partnership
kind: bilateral
form: declaration
binding: false
parties:
  - {bloc: eu, part: signs for the Union}
  - {place: FRA, part: offers places}
  - {place: GEO, part: readmits its citizens}
corridors: [{origin: GEO, destination: FRA}]
signed: {date: 2009-11-30}
ended: {date: 2019}
status: ended
status_as_of: 2020
areas: [readmission]
summary: A declaration on mobility, readmission and the fight against irregular migration.
sources: [{passage: second}]
confidence: low
"""

TALKS = """\
id: talks
title: Talks of a region with Europe
short: Talks
kind: inter-regional
form: process
binding: false
parties:
  - {bloc: eu, part: pays for the meetings}
  - {bloc: ecowas, part: sends its members}
status: under way
status_as_of: 2024
areas: [border-management]
summary: Governments of two regions meet once a year and agree on a plan of action.
sources: [{passage: second}]
confidence: low
"""

LAW = """\
id: law
title: A law on regularisation
short: A law
kind: national
form: law
binding: true
parties: [{place: BRA, part: passed the law}]
signed: {date: 2009-07-02}
status: ended
status_as_of: 2010
areas: [labour-migration]
summary: Foreigners who had come before a date could apply for residence of two years.
results:
  - id: bolivians
    value: 16881
    unit: persons
    what: Bolivians
    place: BOL
    sources: [{passage: first}]
sources: [{passage: first}]
confidence: high
"""


@pytest.fixture
def entries(read):
    return read(fra_mus=ENTRY, west_africa=BLOC, eu_geo=EUROPE, talks=TALKS, law=LAW).entries


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({}, ["eu-geo", "fra-mus", "law", "talks", "west-africa"]),
        ({"country": "MUS"}, ["fra-mus"]),
        # Mali left the bloc in 2025, and had signed in 1979.
        ({"country": "MLI"}, ["talks", "west-africa"]),
        ({"country": "MLI", "year": 2024}, ["west-africa"]),
        ({"country": "MLI", "year": 2026}, []),
        # A member of the Union is a party to what the Union signed while it was a member.
        ({"country": "GBR", "kind": "bilateral"}, ["eu-geo"]),
        ({"country": "GBR", "year": 2024}, []),
        ({"kind": "national"}, ["law"]),
        ({"area": "visas"}, ["fra-mus", "west-africa"]),
        ({"year": 2008}, ["fra-mus", "west-africa"]),
        ({"year": 2019, "area": "readmission"}, ["eu-geo"]),
        ({"year": 2020, "area": "readmission"}, []),
    ],
)
def test_filters_keep_what_fits_every_condition(entries, conditions, expected):
    assert list(register.chosen(entries, **conditions)) == expected


def test_everything_that_cannot_be_asked_is_told_at_once(entries):
    with pytest.raises(ParameterError) as caught:
        register.chosen(entries, country="FRB", kind="bilatral", area="visa", year=20)
    said = str(caught.value)
    assert "`country`: 'FRB' is not an ISO 3166-1 alpha-3 code." in said
    assert "Did you mean 'bilateral'?" in said
    assert "Did you mean 'visas'?" in said
    assert "`year`: 20 is not between 1900 and 2100." in said


@pytest.mark.parametrize(
    ("origin", "destination", "year", "expected"),
    [
        ("MUS", "FRA", 2024, [("fra-mus", "corridor")]),
        ("FRA", "MUS", 2024, [("fra-mus", "reverse")]),
        ("SEN", "GHA", 2024, [("west-africa", "bloc")]),
        ("SEN", "MLI", 2024, [("west-africa", "bloc")]),
        ("SEN", "MLI", 2026, []),
        ("SEN", "FRA", 2024, [("talks", "bloc")]),
        ("FRA", "SEN", 2024, [("talks", "bloc")]),
        # What the Union agrees with others is about no corridor among its members.
        ("FRA", "BEL", 2024, []),
        # An entry with corridors says itself which pairs it is about.
        ("GEO", "BEL", 2012, []),
        ("GEO", "FRA", 2012, [("eu-geo", "corridor")]),
        ("BOL", "BRA", 2024, [("law", "figures")]),
        ("PRT", "BRA", 2024, []),
    ],
)
def test_a_pair_is_concerned_by_corridor_then_by_parties_blocs_and_figures(
    entries, origin, destination, year, expected
):
    found = concern.pair(entries, origin=origin, destination=destination, on=year)
    assert [(item.entry.id, item.how) for item in found] == expected


def test_a_country_is_concerned_by_itself_first_and_then_by_its_blocs(entries):
    found = concern.country(entries, code="FRA", on=2024)
    assert [(item.entry.id, item.how) for item in found] == [
        ("eu-geo", "parties"),
        ("fra-mus", "parties"),
        ("talks", "member"),
    ]


def test_membership_is_that_of_the_time_in_which_a_partnership_existed(read):
    ended = TALKS.replace("status: under way", "ended: {date: 2015}\nstatus: ended")
    for text, expected in ((TALKS, []), (ended, ["talks"])):
        # The United Kingdom left the Union in 2020.
        found = concern.country(read(talks=text).entries, code="GBR", on=2024)
        assert [item.entry.id for item in found] == expected


def test_a_member_of_a_bloc_is_not_concerned_by_corridors_of_others(entries):
    assert [item.entry.id for item in concern.country(entries, code="BEL", on=2012)] == ["talks"]


def test_a_treaty_of_one_bloc_alone_is_about_movement_among_its_members(read):
    text = BLOC.replace("ecowas", "cplp").replace("regional", "inter-regional")
    entries = read(west_africa=text).entries
    (found,) = concern.pair(entries, origin="PRT", destination="BRA", on=2024)
    assert found.how == "bloc"


def test_two_origins_of_a_circuit_are_no_part_of_it(read):
    for ends, expected in ((("KWT", "PHL"), ["inside"]), (("IND", "PHL"), [])):
        one, two = ends
        text = ENTRY.replace("FRA", one).replace("MUS", two)
        text = text.replace(f"corridors: [{{origin: {two}, destination: {one}}}]\n", "")
        text = text.replace("kind: bilateral", "kind: inter-regional")
        found = concern.space(read(fra_mus=text).entries, name="gulf", on=2024)
        assert [item.how for item in found] == expected


def test_a_bloc_is_concerned_by_what_it_is_party_to_and_by_corridors_inside(entries):
    found = concern.space(entries, name="ecowas", on=2024)
    assert [(item.entry.id, item.how) for item in found] == [
        ("talks", "parties"),
        ("west-africa", "parties"),
    ]
    inside = concern.space(entries, name="oif", on=2024)
    assert [(item.entry.id, item.how) for item in inside] == [("fra-mus", "corridor")]


def test_processes_name_the_members_that_take_part(entries):
    (found,) = concern.processes(entries, name="cplp", on=2024)
    assert found.entry.id == "talks"
    assert found.taking_part == ("CPV", "GNB", "PRT")
    assert not found.all_take_part


def test_coverage_names_the_entries_of_each_passage_and_what_is_missing(read):
    found = read(fra_mus=ENTRY, law=LAW)
    rows = register.coverage(found)
    assert [(row.id, row.entries) for row in rows] == [
        ("first", ("fra-mus", "law")),
        ("second", ()),
    ]
    assert register.missing(found) == ["second"]
