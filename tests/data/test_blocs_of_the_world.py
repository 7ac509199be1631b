"""Membership of blocs against the Correlates of War data, year by year to 2014."""

from datetime import date

import pytest
from tests.data import cow

from roundtable.places import blocs

FIRST_FULL_YEAR = 1965
"""Before it the data have every fifth year only."""

# For each bloc the column of the data; then why each difference stands. `ours`: places and years
# that only our file has; `theirs`: that only the data have. Both count the end of the year.
CASES = {
    "ecowas": (
        "ecowas",
        {"CPV 1977-1980": "the organisation itself says 1977"},
        {"MRT 2001-2002": "the organisation itself ends it in December 2000"},
    ),
    "eu": ("eu", {}, {}),
    "asean": ("asean", {}, {}),
    "gcc": ("gcc", {}, {}),
    "cemac": ("cemac", {}, {}),
    "amu": ("amu", {}, {}),
    "andean": ("andean", {}, {}),
    "sadc": (
        "sadc",
        {
            "COD 1997-1998": "admitted 8 September 1997",
            "MUS 1995-1998": "acceded 28 August 1995",
            "ZAF 1994-1995": "acceded 29 August 1994",
            "MDG 2009-2013": "suspended from the organs, still a member",
        },
        {
            "MDG 1992-2004": "admitted in August 2005 only",
            "SYC 2004": "left on 1 July 2004",
        },
    ),
    "caricom": (
        "caricom",
        {
            "ATG 1974-1980": "a member before independence",
            "BLZ 1974-1980": "a member before independence",
            "DMA 1974-1977": "a member before independence",
            "KNA 1974-1982": "a member before independence",
            "LCA 1974-1978": "a member before independence",
            "VCT 1974-1978": "a member before independence",
            "MSR 1974-2014": "a member that is a territory, no state of the data",
        },
        {"BHS 1974-1982": "joined 4 July 1983"},
    ),
    "commonwealth": (
        "comsec",
        {
            "GBR 1965-1968": "the data count the Secretariat, and it from 1969",
            "KIR 1979-1998": "no state of the data before it joined the United Nations",
            "NRU 1968-1998": "no state of the data before it joined the United Nations",
            "TON 1970-1998": "no state of the data before it joined the United Nations",
            "TUV 1978-1999": "no state of the data before it joined the United Nations",
            "WSM 1970-1975": "no state of the data before it joined the United Nations",
            "VUT 1980": "no state of the data before it joined the United Nations",
        },
        {
            "FJI 1987": "lapsed on 15 October 1987",
            "PAK 1972": "left on 30 January 1972",
            "ZWE 2003": "left on 7 December 2003",
            "USA 1965-1968": "never a member: an error of the data",
        },
    ),
    "oif": (
        "acct",
        {
            "MCO 1970-1992": "no state of the data before it joined the United Nations",
            "MDG 1970-1977": "a founder that left; the data have it from 1989 only",
            "VUT 1979-1980": "joined before independence and before the United Nations",
        },
        {
            "ALB 1999-2005": "an associate or observer until 2006",
            "AND 2004-2005": "an associate or observer until 2006",
            "GRC 2004-2005": "an associate or observer until 2006",
            "MKD 1999-2005": "an associate or observer until 2006",
            "ARM 2008-2011": "an associate until 2012",
            "GIN 1971-1980": "the organisation itself says 1981",
            "GNB 1974-1978": "the organisation itself says 1979",
            "STP 1995-1998": "marked as not sure",
        },
    ),
    # Those that the catalogue of sources asks to treat with care.
    "mercosur": (
        "mercosur",
        {},
        {
            "BOL 1998-2014": "an associate until 2024",
            "CHL 1998-2014": "an associate",
        },
    ),
    "eccas": (
        "eccas",
        {"GAB 1985-1988": "a founder, in whose capital the treaty was signed"},
        {"RWA 2008-2011": "decided to leave in June 2007"},
    ),
    "au": (
        "au",
        {
            "COD 2003-2005": "a gap in the data",
            "GNQ 2006-2014": "a gap in the data",
            "ESH 2002-2014": "no state of the data",
        },
        {},
    ),
    "cis": (
        "cis",
        {
            "GEO 1993-1994": "joined 3 December 1993",
            "GEO 2008": "left with effect from 18 August 2009",
        },
        {
            "AZE 1991-1992": "joined in September 1993",
            "MDA 1991-1993": "ratified in April 1994",
            "UKR 1991-1992": "never ratified the Charter; an associate in our file",
        },
    ),
    "pif": (
        "pif",
        {
            "COK 1971-2014": "no state of the data",
            "NIU 1975-2014": "no state of the data",
            "FSM 1987-1990": "no state of the data before it joined the United Nations",
            "KIR 1978-1998": "no state of the data before it joined the United Nations",
            "MHL 1987-1990": "no state of the data before it joined the United Nations",
            "NRU 1971-1998": "no state of the data before it joined the United Nations",
            "PLW 1995-1996": "marked as not sure",
            "PNG 1974": "marked as not sure",
            "TON 1971-1998": "no state of the data before it joined the United Nations",
            "TUV 1978-1999": "no state of the data before it joined the United Nations",
            "VUT 1980-1982": "marked as not sure",
            "WSM 1971-1975": "no state of the data before it joined the United Nations",
        },
        {},
    ),
}

BEFORE = {
    "eu": ("eec", {}, {}),
    "au": (
        "oau",
        {
            "COD 1985-2002": "a gap in the data",
            "ESH 1982-2002": "no state of the data",
            "GNB 1973": "a member before Portugal recognised it",
        },
        {"MAR 1984": "left on 12 November 1984"},
    ),
}
"""The organisations that came before them."""


def compared(folder, bloc, column):
    """Return the runs of years that only our file has, and those that only the data have."""
    theirs = cow.memberships(folder, column)
    first = max(FIRST_FULL_YEAR, min(year for _, year in theirs))
    years = range(first, max(year for _, year in theirs) + 1)
    theirs = {(place, year) for place, year in theirs if year >= first}
    ours = {(place, year) for year in years for place in blocs.members(bloc, on=date(year, 12, 31))}
    return cow.runs(ours - theirs), cow.runs(theirs - ours)


@pytest.mark.parametrize(
    ("bloc", "case"),
    [*CASES.items(), *BEFORE.items()],
    ids=[*CASES, *(f"{name}-before" for name in BEFORE)],
)
def test_membership_differs_from_the_data_only_where_we_know_why(sources_folder, bloc, case):
    column, ours, theirs = case
    assert compared(sources_folder, bloc, column) == (set(ours), set(theirs))


def test_blocs_without_a_comparison_are_those_that_the_data_do_not_have():
    # Schengen and CA-4 are no organisations; the Lusophone community is missing from the data,
    # and their column `eac` is not the East African Community of today.
    assert set(blocs.every()) - set(CASES) == {"schengen", "ca-4", "cplp", "eac"}
