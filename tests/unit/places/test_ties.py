"""Historical ties: how the file is read, which way they point, and the pairs that must be right."""

import pytest

from roundtable import places
from roundtable.errors import ContentError
from roundtable.places import ties, ties_file

HEAD = "kind,holder,partner,from,to,sure,source,note,part\n"
GOOD = HEAD + (
    'colonial,FRA,MUS,1715,1810,yes,"Taking of possession, 1715",,\n'
    'recruitment,DEU,BIH;HRV,1968,1973,yes,"Agreement, 1968",Two of seven,\n'
    "ancestry,JPN,BRA,1990,,no,Act of 1990,Date from one source,\n"
    'common_state,Union,EST;LVA,1940,1991,yes,"Annexation, 1940",,\n'
    'common_state,Union,RUS,1922,1991,yes,"Treaty, 1922",,\n'
    'common_state,Union,FIN,1900,1917,yes,"Treaty, 1900",,\n'
)


def read(tmp_path, text=GOOD):
    path = tmp_path / "ties.csv"
    path.write_text(text, encoding="utf-8")
    return ties_file.read(path)


def test_a_line_with_several_partners_is_several_ties(tmp_path):
    found = [tie for tie in read(tmp_path) if tie.kind == "recruitment"]
    assert [(tie.holder, tie.partner, tie.start, tie.end) for tie in found] == [
        ("DEU", "BIH", 1968, 1973),
        ("DEU", "HRV", 1968, 1973),
    ]


def test_parts_of_a_common_state_are_tied_for_the_years_that_they_shared(tmp_path):
    found = [tie for tie in read(tmp_path) if tie.kind == "common_state"]
    assert [(tie.holder, tie.partner, tie.start, tie.end, tie.state) for tie in found] == [
        ("EST", "LVA", 1940, 1991, "Union"),
        ("EST", "RUS", 1940, 1991, "Union"),
        ("LVA", "RUS", 1940, 1991, "Union"),
    ]


def test_a_tie_that_has_not_ended_has_no_end_and_one_that_is_not_sure_says_why(tmp_path):
    (found,) = (tie for tie in read(tmp_path) if tie.kind == "ancestry")
    assert (found.end, found.sure, found.note) == (None, False, "Date from one source")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("FRA,MUS", "FRA,MU", r"line 2 \(colonial FRA MU\): `partner`: 'MU' is not an ISO 3166"),
        ("colonial,FRA", "colonial,FR", r"line 2 .*: `holder`: 'FR' is not an ISO 3166-1"),
        ("1715,1810", "1810,1715", r"line 2 .*: ends \(1715\) before it begins \(1810\)\."),
        ("colonial", "colony", r"line 2 \(colony FRA MUS\): `kind`: Input should be 'colonial'"),
        ("1715,", ",", r"line 2 .*: `from`: Input should be a valid integer"),
        ("1715,", "once,", r"line 2 .*: invalid literal for int"),
        ("1810,yes", "1810,maybe", r"line 2 .*: `sure` is 'maybe'; write yes or no\."),
        ("Date from one source", "", r"line 4 .*: is not sure; say in `note` what is not\."),
        ("JPN,BRA", "JPN,JPN", r"line 4 .*: 'JPN' stands on both sides\."),
        ("BIH;HRV", "BIH;BIH", r"line 3 .*: `partner`: a place stands twice\."),
        ("Two of seven", "Two, of seven", r"line 3 .*: it should have 9 cells\."),
        ("Act of 1990", "", r"line 4 .*: `source`: String should have at least 5 characters"),
        ("kind,holder", "kind,ruler", r"has the columns kind, ruler, .*; expected kind, holder"),
    ],
)
def test_a_line_that_does_not_fit_is_told_with_its_entry(tmp_path, old, new, message):
    assert old in GOOD
    with pytest.raises(ContentError, match=message):
        read(tmp_path, GOOD.replace(old, new, 1))


def test_all_problems_are_told_at_once(tmp_path):
    text = GOOD.replace("FRA,MUS", "FRA,MU").replace("JPN,BRA", "JPN,BR")
    with pytest.raises(ContentError) as caught:
        read(tmp_path, text)
    lines = str(caught.value).split("\n")
    assert lines[0] == "ties.csv does not fit:"
    assert [line.split(" (")[0] for line in lines[1:]] == ["  - line 2", "  - line 4"]


def test_a_tie_stands_once_for_each_beginning(tmp_path):
    text = GOOD + 'colonial,FRA,MUS,1715,1800,yes,"Another source",,\n'
    with pytest.raises(ContentError, match=r"colonial FRA MUS from 1715 stands twice\. Keep one"):
        read(tmp_path, text)


# --- The file itself --------------------------------------------------------------------------


def kinds(origin, destination, on=2024):
    return {(link.kind, link.direction) for link in ties.tie(origin, destination, on=on)}


def years(kind, holder, partner):
    return [
        (tie.start, tie.end)
        for tie in ties.read()
        if (tie.kind, tie.holder, tie.partner) == (kind, holder, partner)
    ]


SPANISH_SOUTH_AMERICA = ["ARG", "BOL", "CHL", "COL", "ECU", "PER", "PRY", "URY", "VEN"]


@pytest.mark.parametrize("origin", SPANISH_SOUTH_AMERICA)
def test_spanish_south_america_is_tied_to_spain(origin):
    assert ("colonial", "to holder") in kinds(origin, "ESP")
    assert ("colonial", "from holder") in kinds("ESP", origin)


@pytest.mark.parametrize(
    ("origin", "destination"),
    [("IND", "GBR"), ("PAK", "GBR"), ("PHL", "USA"), ("DZA", "FRA"), ("MUS", "FRA")],
)
def test_the_pairs_of_the_paper_are_colonial_towards_the_former_ruler(origin, destination):
    assert ("colonial", "to holder") in kinds(origin, destination)


@pytest.mark.parametrize("partner", ["BRA", "AGO", "CPV", "GNB", "STP", "MOZ", "TLS"])
def test_the_lusophone_space_of_the_paper_is_tied_to_portugal(partner):
    assert ("colonial", "to holder") in kinds(partner, "PRT")


def test_mauritius_was_french_before_it_was_british():
    assert years("colonial", "FRA", "MUS") == [(1715, 1810)]
    assert years("colonial", "GBR", "MUS") == [(1810, 1968)]


def test_what_cepii_calls_colonial_between_neighbours_is_an_empire_here():
    assert kinds("SYR", "TUR") == {("empire", "to holder")}
    assert ("empire", "to holder") in kinds("POL", "DEU")
    assert ("ancestry", "to holder") in kinds("POL", "DEU")
    assert not {"colonial", "protectorate"} & {kind for kind, _ in kinds("POL", "DEU")}


def test_what_cepii_passes_over_has_its_kind_and_date():
    assert kinds("MAR", "ESP") == {("protectorate", "to holder"), ("recruitment", "to holder")}
    assert kinds("TUR", "DEU") == {("recruitment", "to holder")}
    assert kinds("PRT", "FRA") == {("recruitment", "to holder")}
    assert kinds("TUR", "DEU", on=1960) == set()


@pytest.mark.parametrize(
    ("destination", "origin", "year"),
    [
        ("DEU", "ITA", 1955),
        ("DEU", "ESP", 1960),
        ("DEU", "GRC", 1960),
        ("DEU", "TUR", 1961),
        ("DEU", "MAR", 1963),
        ("DEU", "PRT", 1964),
        ("DEU", "TUN", 1965),
        ("DEU", "HRV", 1968),
        ("BEL", "ITA", 1946),
        ("BEL", "MAR", 1964),
        ("USA", "MEX", 1942),
        ("CAN", "MEX", 1974),
        ("CAN", "GTM", 2003),
    ],
)
def test_agreements_of_recruitment_begin_in_their_year(destination, origin, year):
    assert years("recruitment", destination, origin)[0][0] == year


@pytest.mark.parametrize(
    ("home", "partner"),
    [
        *(("JPN", "BRA"), ("JPN", "PER"), ("ITA", "ARG"), ("ESP", "ARG"), ("PRT", "BRA")),
        *(("DEU", "KAZ"), ("ISR", "RUS"), ("HUN", "ROU")),
    ],
)
def test_descendants_may_return_to_the_land_of_their_ancestors(home, partner):
    assert ("ancestry", "to holder") in kinds(partner, home)


def test_dominions_end_where_they_began_to_rule_themselves():
    ends = {code: years("colonial", "GBR", code)[0][1] for code in ("CAN", "AUS", "NZL", "ZAF")}
    assert ends == {"CAN": 1867, "AUS": 1901, "NZL": 1907, "ZAF": 1910}


def test_a_tie_in_a_common_state_runs_both_ways():
    assert ("common_state", "mutual") in kinds("KAZ", "RUS")
    assert ("common_state", "mutual") in kinds("RUS", "KAZ")


def test_borders_that_moved_are_those_between_the_parts_of_broken_states():
    moved = ties.moved_borders(states=["USSR", "Yugoslavia", "Czechoslovakia"])
    assert moved.groupby("state").size().to_dict() == {
        "Czechoslovakia": 2,
        "USSR": 15 * 14,
        "Yugoslavia": 7 * 6,
    }
    states = set(ties.moved_borders()["state"])
    assert {"Sudan", "Ethiopia", "Pakistan", "British India", "Malaysia"} <= states
    assert "Gran Colombia" not in states


def test_an_unknown_state_is_answered_with_those_that_there_are():
    with pytest.raises(ContentError, match=r"no common state 'Soviet Union'; it has .*USSR"):
        ties.moved_borders(states=["Soviet Union"])


def test_corridors_hold_every_tie_once_in_each_direction():
    found = ties.corridors(kinds=["recruitment"], on=1962)
    assert set(found["kind"]) == {"recruitment"}
    assert found["start"].max() <= 1962
    back = found.rename(columns={"origin": "destination", "destination": "origin"})
    assert set(zip(found["origin"], found["destination"], strict=True)) == set(
        zip(back["origin"], back["destination"], strict=True)
    )
    assert (found["direction"] == "to holder").sum() == len(found) / 2


def test_every_territory_is_tied_to_its_sovereign_and_no_other_place_is():
    table = places.table()
    ours = {(tie.partner, tie.holder) for tie in ties.read() if tie.kind == "territory"}
    theirs = table[table["sovereign"] != ""]
    # The Falkland Islands (Malvinas) are disputed: places.csv names no sovereign.
    assert ours - {("FLK", "GBR")} == set(zip(theirs["iso3"], theirs["sovereign"], strict=True))


def test_the_status_of_western_sahara_is_left_open():
    assert years("colonial", "ESP", "ESH") == [(1884, 1976)]
    assert ties.between("ESH", "MAR") == []


def test_every_tie_has_a_source_with_a_year():
    without = [tie for tie in ties.read() if not any(sign.isdigit() for sign in tie.source)]
    assert without == []
