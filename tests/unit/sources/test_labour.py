"""Readers of bilateral labour agreements."""

import pandas as pd
import pytest

from roundtable import places
from roundtable.errors import DataError
from roundtable.sources import labour

CODES = {"Canada": "CAN", "Mexico": "MEX", "Poland": "POL", "Ireland": "IRL", "New Zealand": "NZL"}


@pytest.fixture
def formation(tmp_path):
    """Write agreements as the authors do."""

    def write(*rows):
        columns = ["treatyID", "countryA", "countryB", "year", "datesigned"]
        table = pd.DataFrame(rows, columns=[*columns, "copy_available", "evidence_available"])
        path = tmp_path / "agreements.dta"
        table.to_stata(path, write_index=False, version=118)
        return path

    return write


@pytest.fixture
def four(formation):
    return formation(
        (7, "Canada", "Mexico", 1974, " 6/17/1974", 1, 0),
        (2, "East Germany", "Poland", 1963, "", 0, 1),
        (9, "New Zealand", "Ireland", 9999, "", 0, 1),
        (4, "Canada", "Poland", 1951, "1/26/1951, 4/24/1951", 0, 0),
    )


def test_parties_have_the_code_of_today_and_the_name_of_then(four):
    rows = labour.agreements(four, codes=CODES).table.set_index("treaty")
    assert rows[["first", "second"]].to_dict("index") == {
        2: {"first": "", "second": "POL"},
        4: {"first": "CAN", "second": "POL"},
        7: {"first": "CAN", "second": "MEX"},
        9: {"first": "NZL", "second": "IRL"},
    }
    assert rows.loc[2, "first_name"] == "East Germany"


def test_a_date_is_iso_the_last_of_several_and_empty_where_there_is_none(four):
    rows = labour.agreements(four, codes=CODES).table.set_index("treaty")
    assert rows["signed"].to_dict() == {2: "", 4: "1951-04-24", 7: "1974-06-17", 9: ""}


def test_the_year_9999_is_an_unknown_year(four):
    found = labour.agreements(four, codes=CODES)
    assert found.table["year"].tolist() == [1963, 1951, 1974, pd.NA]
    assert (found.read, found.dropped) == (4, {})


def test_a_date_that_cannot_be_is_left_empty_and_the_year_stays(formation):
    path = formation((1, "Canada", "Mexico", 2007, "5/2/2997", 1, 0))
    (row,) = labour.agreements(path, codes=CODES).table.itertuples()
    assert (row.year, row.signed) == (2007, "")


def test_what_is_known_of_an_agreement_is_told_by_the_best_evidence(four):
    rows = labour.agreements(four, codes=CODES).table.set_index("treaty")
    assert rows["evidence"].to_dict() == {2: "evidence", 4: "none", 7: "copy", 9: "evidence"}


def test_parties_that_are_not_known_are_listed_in_full(formation):
    path = formation((1, "Atlantis", "Lemuria", 1950, "", 0, 1))
    with pytest.raises(DataError, match=r"data/places\.csv does not know: Atlantis, Lemuria\."):
        labour.agreements(path, codes=CODES)


def test_provisions_are_long_with_words_for_marks_and_no_row_for_no_answer(tmp_path):
    about = {
        **{"treatyID": [7, 9], "countryA": "Canada", "countryB": "Mexico", "codeA": 20},
        **{"codeB": 70, "dyadID": 1.0, "year": 1974, "agreement_title": "Exchange of notes"},
        **{"coded_orig_lang": "English", "coded_google_translation": "Translation"},
    }
    asked = {"wage_prot": [1, 0], "quota": [None, 1.0], "quota_num": ["", " 200 "]}
    path = tmp_path / "provisions.dta"
    pd.DataFrame({**about, **asked}).to_stata(path, write_index=False, version=118)
    found = labour.provisions(path)
    assert list(found.table.itertuples(index=False, name=None)) == [
        (7, "wage_prot", "yes"),
        (9, "quota", "yes"),
        (9, "quota_num", "200"),
        (9, "wage_prot", "no"),
    ]
    assert (found.read, found.dropped) == (6, {"question without an answer": 2})


@pytest.mark.parametrize("part", [0, 0.01, 0.3, 0.9])
def test_a_file_that_is_cut_off_is_refused(four, part):
    whole = four.read_bytes()
    four.write_bytes(whole[: int(part * len(whole))])
    with pytest.raises(DataError, match=r"'agreements\.dta' cannot be read .* fetch it again"):
        labour.agreements(four, codes=CODES)


def test_a_page_in_place_of_the_file_is_refused(tmp_path):
    path = tmp_path / "agreements.dta"
    path.write_bytes(b"<html><body>not found</body></html>" * 50)
    with pytest.raises(DataError, match=r"'agreements\.dta' cannot be read"):
        labour.provisions(path)


def test_a_file_without_the_columns_is_refused(four):
    with pytest.raises(DataError, match=r"has no column 'codeA', 'codeB'"):
        labour.provisions(four)


def test_spellings_lead_to_places_and_former_states_have_none():
    assert set(labour.SPELLINGS.values()) <= set(places.table()["iso3"])
    assert not set(labour.SPELLINGS) & labour.FORMER
