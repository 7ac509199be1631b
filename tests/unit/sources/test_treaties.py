"""Reader of the status of a treaty."""

import pandas as pd
import pytest

from roundtable import places
from roundtable.errors import DataError
from roundtable.sources import treaties

CODES = {"AL": "ALB", "AM": "ARM", "NA": "NAM", "TP": "TLS"}
HEADER = "iso2,member,state party,year ratification or accession,signatory,no action,status,note"


def test_a_party_has_its_year_and_the_others_none(csv_file):
    path = csv_file(
        HEADER,
        "TP,East Timor,1,2004,0,0,state party,Found as Timor-Leste",
        "AM,Armenia,0,,1,0,signatory state,",
        "AL,Albania,1,2007,0,0,state party,",
        "NA,Namibia,0,,0,1,no action,",
    )
    found = treaties.status(path, codes=CODES)
    assert found.table["since"].tolist() == [2007, pd.NA, pd.NA, 2004]
    assert found.table[["place", "status"]].to_dict("list") == {
        "place": ["ALB", "ARM", "NAM", "TLS"],
        "status": ["party", "signatory", "none", "party"],
    }
    assert (found.read, found.dropped) == (4, {})


@pytest.mark.parametrize(
    "row",
    [
        "AL,Albania,1,,0,0,state party,",
        "AL,Albania,0,2007,0,1,no action,",
        "AL,Albania,1,2007,1,0,state party,",
        "AL,Albania,0,,0,0,,",
    ],
    ids=["party without year", "year without party", "two marks", "no mark"],
)
def test_rows_that_contradict_themselves_are_named(csv_file, row):
    path = csv_file(HEADER, row, "AM,Armenia,0,,1,0,signatory state,")
    with pytest.raises(
        DataError, match=r"'figures\.csv': AL should have one mark each, and a year"
    ):
        treaties.status(path, codes=CODES)


def test_codes_that_are_not_known_are_listed(csv_file):
    path = csv_file(HEADER, "YU,Yugoslavia,0,,1,0,signatory state,")
    with pytest.raises(DataError, match=r"data/places\.csv does not know: YU\."):
        treaties.status(path, codes=CODES)


def test_the_former_code_is_of_a_place_that_has_another_today():
    today = places.codes_by_alpha2()
    assert not set(treaties.FORMER_ALPHA2) & set(today)
    assert set(treaties.FORMER_ALPHA2.values()) <= set(today.values())
