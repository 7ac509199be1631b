"""Who belonged to which bloc when: the rules on invented files, and the file itself."""

from datetime import date

import pytest

from roundtable.errors import ContentError
from roundtable.places import blocs, blocs_file

GOOD = """\
as_of: 2025-12-31
blocs:
  - id: trial
    name: Trial Community
    short: Trial
    kind: economic community
    free_movement: {says: People move., source: "Treaty, 1 May 1990"}
    sources: ["Treaty, 1 May 1990"]
    membership:
      - {places: [BRA, ARG], since: 1990-05-01}
      - {places: [CHL], since: 1995, until: 1999-06-30}
      - {places: [CHL], status: associate, since: 1999-07-01}
      - {places: [PER], since: 2001-07, sure: false, note: "Month from one source only"}
      - {places: [VEN], since: 2004-01-01, until: 2006-06}
"""


def read(tmp_path, text=GOOD):
    path = tmp_path / "blocs.yml"
    path.write_text(text, encoding="utf-8")
    return blocs_file.read(path)


@pytest.fixture
def trial(tmp_path):
    return read(tmp_path).blocs[0]


@pytest.mark.parametrize(
    ("on", "members"),
    [
        (date(1990, 4, 30), set()),
        (date(1990, 5, 1), {"BRA", "ARG"}),
        (date(1995, 1, 1), {"BRA", "ARG", "CHL"}),
        (date(1999, 6, 30), {"BRA", "ARG", "CHL"}),
        (date(1999, 7, 1), {"BRA", "ARG"}),
        (date(2006, 6, 30), {"BRA", "ARG", "PER", "VEN"}),
        (date(2006, 7, 1), {"BRA", "ARG", "PER"}),
    ],
)
def test_membership_holds_from_its_first_to_its_last_day(trial, on, members):
    assert trial.members(on) == members


def test_a_year_asks_for_its_first_of_july(trial):
    assert trial.members(1999) == trial.members(date(1999, 7, 1)) == {"BRA", "ARG"}
    assert "PER" in trial.members(2001)


def test_associates_count_only_when_they_are_asked_for(trial):
    assert "CHL" not in trial.members(2010)
    assert trial.members(2010, statuses=("member", "associate")) == {"BRA", "ARG", "PER", "CHL"}
    assert trial.members(2010, statuses=("associate",)) == {"CHL"}


def test_what_is_not_sure_is_said_by_place(trial):
    assert trial.unsure == {"PER": "Month from one source only"}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[BRA, ARG]", "[BRA, AR]", r"line 10, .*places\.1: 'AR' is not an ISO 3166-1 alpha-3 co"),
        ("1995, until", "1995-02-30, until", r"line 11, .*since: '1995-02-30' is no date; write Y"),
        ("1999-06-30}", "1994}", r"line 11, .*: ends \(1994\) before it begins \(1995\)\."),
        ("1999-06-30}", "1999-07}", r"same place overlap: CHL \(1995 and 1999-07-01\)\."),
        (', note: "Month from one source only"', "", r"is not sure; say in `note` what is not\."),
        ("associate", "partner", r"line 12, .*status: Input should be 'member', 'associate' or"),
        ("2006-06}", "2026-06}", r"changes after `as_of` \(2025-12-31\): trial \(VEN\)\."),
        ("economic community", "club", r"line 6, blocs\.0\.kind: Input should be 'economic com"),
        ("until: 1999-06-30", "untl: 1999-06-30", r"there is no such entry\. Did you mean 'until'"),
        ("[PER]", "[BRA]", r"periods of the same place overlap: BRA \(1990-05-01 and 2001-07\)\."),
    ],
)
def test_an_entry_that_does_not_fit_is_told_with_its_line(tmp_path, old, new, message):
    assert GOOD.count(old) == 1
    with pytest.raises(ContentError, match=r"^blocs\.yml does not fit:\n  - .*" + message):
        read(tmp_path, GOOD.replace(old, new))


def test_an_id_stands_once(tmp_path):
    again = GOOD + GOOD[GOOD.index("  - id") :]
    with pytest.raises(ContentError, match=r"trial stands twice\. Keep one\."):
        read(tmp_path, again)


# --- The file itself --------------------------------------------------------------------------

SIZES = {
    "ecowas": 12,
    "sadc": 16,
    "eac": 8,
    "cemac": 6,
    "eccas": 11,
    "amu": 5,
    "au": 55,
    "mercosur": 5,
    "andean": 4,
    "caricom": 15,
    "ca-4": 4,
    "eu": 27,
    "schengen": 29,
    "cis": 9,
    "gcc": 6,
    "asean": 11,
    "pif": 18,
    "cplp": 9,
    "oif": 50,  # 53 states in 2024 less the three that announced their withdrawal
    "commonwealth": 56,
}


def test_every_bloc_has_today_as_many_members_as_it_says():
    assert {name: len(blocs.members_today(name)) for name in blocs.every()} == SIZES


@pytest.mark.parametrize(
    ("bloc", "place", "before", "after"),
    [
        ("ecowas", "MLI", date(2025, 1, 28), date(2025, 1, 29)),
        ("ecowas", "BFA", date(2025, 1, 28), date(2025, 1, 29)),
        ("ecowas", "NER", date(2025, 1, 28), date(2025, 1, 29)),
        ("eu", "GBR", date(2020, 1, 31), date(2020, 2, 1)),
        ("mercosur", "VEN", date(2016, 12, 1), date(2016, 12, 2)),
        ("andean", "VEN", date(2006, 4, 22), date(2006, 4, 23)),
        ("andean", "CHL", date(1976, 10, 30), date(1976, 10, 31)),
        ("commonwealth", "ZAF", date(1961, 5, 30), date(1961, 5, 31)),
        ("commonwealth", "PAK", date(1972, 1, 29), date(1972, 1, 30)),
        ("commonwealth", "GMB", date(2013, 10, 2), date(2013, 10, 3)),
        ("commonwealth", "MDV", date(2016, 10, 12), date(2016, 10, 13)),
        ("commonwealth", "ZWE", date(2003, 12, 6), date(2003, 12, 7)),
        ("au", "MAR", date(1984, 11, 12), date(1984, 11, 13)),
        ("cis", "GEO", date(2009, 8, 17), date(2009, 8, 18)),
    ],
)
def test_a_member_that_left_was_one_until_that_day(bloc, place, before, after):
    assert place in blocs.members(bloc, on=before)
    assert place not in blocs.members(bloc, on=after)


@pytest.mark.parametrize(
    ("bloc", "place", "joined"),
    [
        ("eu", "HRV", date(2013, 7, 1)),
        ("schengen", "HRV", date(2023, 1, 1)),
        ("schengen", "BGR", date(2024, 3, 31)),
        ("eac", "RWA", date(2007, 7, 1)),
        ("eac", "SSD", date(2016, 9, 5)),
        ("eac", "COD", date(2022, 7, 11)),
        ("eac", "SOM", date(2024, 3, 4)),
        ("mercosur", "BOL", date(2024, 8, 7)),
        ("asean", "TLS", date(2025, 10, 26)),
        ("au", "MAR", date(2017, 1, 31)),
        ("au", "SSD", date(2011, 7, 27)),
        ("commonwealth", "GAB", date(2022, 6, 25)),
        ("commonwealth", "TGO", date(2022, 6, 25)),
        ("commonwealth", "PAK", date(1989, 10, 1)),
        ("commonwealth", "FJI", date(1997, 10, 1)),
        ("oif", "GHA", date(2024, 10, 4)),
    ],
)
def test_a_member_that_joined_is_one_from_that_day(bloc, place, joined):
    assert place in blocs.members(bloc, on=joined)
    assert place not in blocs.members(bloc, on=joined.replace(year=joined.year - 1))


def test_members_and_associates_of_mercosur_are_apart():
    members = blocs.members("mercosur", on=2024)
    associates = blocs.members("mercosur", on=2024, statuses=("associate",))
    assert members == {"ARG", "BRA", "PRY", "URY"}
    assert associates == {"BOL", "CHL", "COL", "ECU", "GUY", "PER", "SUR"}
    assert blocs.members("mercosur", on=2024, statuses=("suspended",)) == {"VEN"}


def test_the_lusophone_space_of_the_paper_is_the_language_community_of_its_year():
    paper = {"BRA", "PRT", "AGO", "CPV", "GNB", "STP", "MOZ", "TLS"}
    assert blocs.members("cplp", on=2010) == paper
    assert blocs.members_today("cplp") - paper == {"GNQ"}


def test_rwanda_left_eccas_and_came_back():
    in_eccas = {year: "RWA" in blocs.members("eccas", on=year) for year in (2007, 2010, 2017)}
    assert in_eccas == {2007: True, 2010: False, 2017: True}
    assert "RWA" in blocs.bloc("eccas").unsure


def test_all_blocs_have_sources_and_a_sentence_on_movement():
    for bloc in blocs.every().values():
        assert all(len(source) > 10 for source in bloc.sources), bloc.id
        assert bloc.free_movement.says.endswith("."), bloc.id
        assert not bloc.free_movement.source.endswith("."), bloc.id


def test_dated_membership_has_a_row_for_each_member_and_year():
    found = blocs.by_year("eu", years=[1990, 2024])
    assert list(found.columns) == ["year", "place"]
    assert found.groupby("year").size().to_dict() == {1990: 12, 2024: 27}


def test_before_a_bloc_began_it_has_no_member():
    assert blocs.members("schengen", on=1990) == frozenset()
    assert blocs.by_year("schengen", years=[1990]).empty


def test_two_places_share_the_blocs_to_which_both_belong():
    shared = {bloc.id for bloc in blocs.shared("MLI", "CIV", on=2024)}
    assert shared == {"ecowas", "au", "oif"}
    assert "ecowas" not in {bloc.id for bloc in blocs.shared("MLI", "CIV", on=date(2025, 7, 1))}


def test_an_unknown_bloc_is_answered_with_the_one_that_was_meant():
    with pytest.raises(ContentError, match=r"no bloc 'ecowa'; .* Did you mean 'ecowas'\?"):
        blocs.members("ecowa", on=2024)
