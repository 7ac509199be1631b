"""Our ties against other data: CEPII's colonies, COW's states, and collected labour agreements."""

import io
import zipfile

import pandas as pd
import pytest
from python_calamine import CalamineWorkbook
from tests.data import cow

from roundtable import places
from roundtable.places import cepii as cepii_differences
from roundtable.places import ties

RULED = ties.COLONIAL | {"territory"}
"""What CEPII's column `colony` can hold; it has places that are territories today too."""

# CEPII has states and territories that there are no more; of Serbia and Montenegro we take Serbia.
CODES = places.aliases() | {"YUG": "SRB"}
NO_PLACE_OF_TODAY = {"ANT"}


def rows_of(content):
    """Read the only sheet of an old workbook, its first row as names."""
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
    names, *rows = sheet.to_python()
    return pd.DataFrame(rows, columns=names)


@pytest.fixture(scope="module")
def cepii(sources_folder):
    """CEPII's pairs of places of today: are they neighbours, was one a colony of the other?"""
    file = sources_folder / "cepii-geodist" / "dist_cepii.zip"
    with zipfile.ZipFile(file) as archive:
        found = rows_of(archive.read("dist_cepii.xls"))[["iso_o", "iso_d", "colony", "contig"]]
    unknown = (set(found["iso_o"]) | set(found["iso_d"])) - set(CODES)
    assert unknown == NO_PLACE_OF_TODAY
    found = found[~found["iso_o"].isin(unknown) & ~found["iso_d"].isin(unknown)]
    return found.assign(iso_o=found["iso_o"].map(CODES), iso_d=found["iso_d"].map(CODES))


@pytest.fixture(scope="module")
def short_rulers(sources_folder):
    """Those whom CEPII calls a short coloniser, by place."""
    found = rows_of((sources_folder / "cepii-geodist" / "geo_cepii.xls").read_bytes())
    columns = [name for name in found.columns if name.startswith("short_colonizer")]
    return {
        CODES[row["iso3"]]: {row[name] for name in columns}
        for _, row in found.iterrows()
        if row["iso3"] in CODES
    }


@pytest.fixture(scope="module")
def listed():
    """The differences as they are written down, each checked against our ties."""
    return cepii_differences.differences()


def kinds_between(pair):
    return sorted({tie.kind for tie, _ in ties.between(*pair)})


def test_differences_from_cepii_are_exactly_those_that_are_listed(cepii, listed):
    colonies = cepii[cepii["colony"] == 1]
    theirs = {frozenset(pair) for pair in zip(colonies["iso_o"], colonies["iso_d"], strict=True)}
    covered = set(cepii["iso_o"])
    ours = {
        frozenset({tie.holder, tie.partner})
        for tie in ties.read()
        if tie.kind in RULED and {tie.holder, tie.partner} <= covered
    }
    assert (len(theirs), len(ours), len(ours & theirs)) == (240, 208, 181)
    found = {tuple(sorted(pair)): "colonial" for pair in theirs - ours}
    found |= {tuple(sorted(pair)): "none" for pair in ours - theirs}
    assert {(row.one, row.other): row.cepii for row in listed} == found


def test_what_the_reasons_say_of_short_rule_in_cepii_is_so(listed, short_rulers):
    said = [row for row in listed if "hort in CEPII" in row.reason]
    assert len(said) == 11
    for row in said:
        short = (*short_rulers.get(row.one, ()), *short_rulers.get(row.other, ()))
        assert {row.one, row.other} & set(short), row


@pytest.mark.parametrize(
    ("one", "other", "cepii", "ours"),
    [
        ("FRA", "MUS", "none", ["colonial", "recruitment"]),
        ("SYR", "TUR", "colonial", ["empire"]),
        ("DEU", "POL", "colonial", ["ancestry", "empire", "recruitment"]),
        ("ESP", "MAR", "none", ["protectorate", "recruitment"]),
    ],
)
def test_pairs_on_which_we_differ_are_decided_with_a_reason(listed, one, other, cepii, ours):
    (row,) = (row for row in listed if (row.one, row.other) == (one, other))
    assert (row.cepii, list(row.ours)) == (cepii, ours)


@pytest.mark.parametrize(("one", "other"), [("DEU", "TUR"), ("FRA", "PRT")])
def test_pairs_without_colonial_tie_in_both_are_tied_by_recruitment(cepii, one, other):
    (colony,) = cepii[(cepii["iso_o"] == one) & (cepii["iso_d"] == other)]["colony"]
    assert (colony, kinds_between((one, other))) == (0, ["recruitment"])


# --- Ends of rule against the first year of each state -----------------------------------------

# Why a state of the COW system does not begin where colonial rule ends, give or take a year.
OTHER_BEGINNINGS = {
    "recognised by the great powers some decades later": {
        *("ARG", "BOL", "CHL", "COL", "CRI", "DOM", "ECU", "GTM", "HND", "HTI", "MEX", "NIC"),
        *("PER", "PRY", "SLV", "URY", "VEN"),
    },
    "a dominion, which COW counts from the League of Nations": {"AUS", "CAN", "NZL", "ZAF"},
    "a state of COW only as a member of the United Nations": {
        *("BTN", "FSM", "KIR", "MHL", "NRU", "TON", "TUV", "WSM"),
    },
    "a part of another state, or ruled by another, in between": {
        *("BGD", "CUB", "ERI", "LBY", "PAN", "SGP", "SSD", "TLS"),
    },
    "a state before and under the protectorate": {"EGY", "MAR", "TUN"},
    "occupied or divided in between": {"KOR", "PRK", "TWN"},
    "Tanganyika in 1961, Zanzibar in 1963": {"TZA"},
    "the south in 1967, united in 1990": {"YEM"},
    "the mandate ended in 1943, the troops left in 1946": {"LBN"},
    "independent unilaterally in 1965": {"ZWE"},
}


def test_colonial_rule_ends_where_the_state_begins(sources_folder):
    first = {code: year for code, year in cow.first_years(sources_folder).items() if year > 1816}
    last = {}
    for tie in ties.read():
        if tie.kind in ties.COLONIAL and tie.end and tie.partner in first:
            last[tie.partner] = max(tie.end, last.get(tie.partner, 0))
    assert len(last) == 134
    apart = {code for code, end in last.items() if abs(first[code] - end) > 1}
    listed = [code for codes in OTHER_BEGINNINGS.values() for code in codes]
    assert sorted(apart) == sorted(listed)


# --- Recruitment against the collected labour agreements ---------------------------------------

GONE = {"Yugoslavia": "SRB"}
YUGOSLAVIA = {"BIH", "HRV", "MKD", "MNE", "SVN", "XKX"}
"""The collection's Yugoslavia is read as Serbia; the other parts signed with it."""

# Why the collection, which runs from 1927 to 2020, has no agreement within a year.
NOT_COLLECTED = {
    "before the collection begins": {
        *("BRA-ITA", "BRA-JPN", "FRA-CZE", "FRA-ITA", "FRA-POL", "FRA-SVK", "PER-JPN"),
        *("USA-JPN", "USA-PHL", "ZAF-MOZ"),
    },
    "indenture, agreed with no state of today": {
        *("FJI-IND", "GLP-IND", "GUY-IND", "JAM-IND", "MTQ-IND", "MUS-IND", "MYS-IND", "REU-IND"),
        *("SUR-IDN", "SUR-IND", "TTO-IND", "ZAF-IND"),
    },
    "a scheme of one side, or between administrations": {
        *("CAN-MUS", "CIV-BFA", "GBR-BRB", "GBR-EST", "GBR-LTU", "GBR-LVA", "GBR-POL", "GBR-UKR"),
        *("DNK-PAK", "DNK-TUR", "TWN-IDN", "TWN-PHL", "TWN-THA", "USA-BHS", "USA-BRB", "USA-JAM"),
    },
    "the scheme is older than the agreement, or joined later": {
        *("AUS-FJI", "AUS-NRU", "AUS-PNG", "AUS-SLB", "AUS-TUV", "AUS-VUT", "NZL-KIR"),
    },
    "after the collection ends": {"DEU-GEO", "DEU-IND", "ESP-GMB", "ESP-MRT", "ESP-SEN"},
    "the partner is no state of the collection": {"CAN-MSR"},
    "missing in the collection": {
        *("AUS-AUT", "AUS-ESP", "AUS-GRC", "BEL-GRC", "BEL-MAR", "BGR-VNM", "CZE-VNM", "DEU-AGO"),
        *("DEU-CUB", "DEU-HUN", "DEU-MOZ", "DEU-VNM", "FRA-MLI", "FRA-SEN", "GNQ-NGA", "JPN-VNM"),
        *("KOR-CHN", "KOR-KGZ", "MYS-IDN", "NZL-GBR", "RUS-VNM", "SVK-VNM", "USA-MEX"),
        *("SAU-UGA", "DNK-SRB"),
    },
}


def test_recruitment_begins_with_an_agreement_of_the_collection_or_we_know_why(full):
    signed = full.agreements.dropna(subset="year")
    years = {}
    for row in signed.itertuples():
        ends = [row.first or GONE.get(row.first_name), row.second or GONE.get(row.second_name)]
        years.setdefault(frozenset(ends), set()).add(int(row.year))
    recruited = [
        tie for tie in ties.read() if tie.kind == "recruitment" and tie.partner not in YUGOSLAVIA
    ]
    missing = {
        f"{tie.holder}-{tie.partner}"
        for tie in recruited
        if not years.get(frozenset({tie.holder, tie.partner}), set())
        & set(range(tie.start - 1, tie.start + 2))
    }
    listed = [pair for pairs in NOT_COLLECTED.values() for pair in pairs]
    assert sorted(missing) == sorted(listed)
    assert (len(recruited), len(missing)) == (259, 76)


# --- Borders that moved -------------------------------------------------------------------------

SOUTH_SUDAN = ["CAF", "COD", "ETH", "KEN", "SDN", "UGA"]
"""Neighbours of South Sudan, which CEPII does not have."""

BROKEN = ["USSR", "Yugoslavia", "Czechoslovakia", "Sudan", "Ethiopia"]


@pytest.fixture(scope="module")
def neighbours(cepii):
    """Pairs of contiguous places, both ways."""
    near = cepii[cepii["contig"] == 1]
    pairs = [
        *zip(near["iso_o"], near["iso_d"], strict=True),
        *((code, "SSD") for code in SOUTH_SUDAN),
        *(("SSD", code) for code in SOUTH_SUDAN),
    ]
    return pd.DataFrame(sorted(set(pairs)), columns=["origin", "destination"])


@pytest.fixture(scope="module")
def known(full):
    """Stocks of the 2024 edition whose origin is known."""
    rows = full.stocks[(full.stocks["edition"] == "undesa-2024") & (full.stocks["origin"] != "OOO")]
    return rows[["origin", "destination", "year", "both"]]


def people(rows, pairs=None):
    """Sum the people of rows, or of those rows that are among the pairs."""
    kept = rows if pairs is None else rows.merge(pairs, on=["origin", "destination"])
    return int(kept["both"].sum())


@pytest.mark.parametrize(("year", "share"), [(1990, 0.294), (2024, 0.155)])
def test_parts_of_broken_states_hold_a_falling_share_of_contiguous_migration(
    known, neighbours, year, share
):
    rows = known[known["year"] == year]
    moved = ties.moved_borders(states=BROKEN)[["origin", "destination"]]
    inside = people(rows, neighbours.merge(moved, on=["origin", "destination"]))
    assert inside / people(rows, neighbours) == pytest.approx(share, abs=0.0005)


@pytest.mark.parametrize(("year", "share"), [(1990, 0.413), (2024, 0.322)])
def test_without_moved_borders_the_contiguous_share_falls_by_a_fifth(
    known, neighbours, year, share
):
    moved = ties.moved_borders(states=[*BROKEN, "British India", "Pakistan"])
    moved = moved[["origin", "destination"]].drop_duplicates()
    rows = known[known["year"] == year].merge(moved, how="left", indicator=True)
    rows = rows[rows["_merge"] == "left_only"].drop(columns="_merge")
    assert people(rows, neighbours) / people(rows) == pytest.approx(share, abs=0.0005)
