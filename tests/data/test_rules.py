"""What states have agreed to and ask for: convention, visas, labour agreements."""

import pandas as pd
import pytest

from roundtable import places
from roundtable.sources import reading


def test_57_states_are_party_to_the_convention_11_have_signed_and_125_neither(full):
    assert full.ratifications["status"].value_counts().to_dict() == {
        "party": 57,
        "signatory": 11,
        "none": 125,
    }
    assert set(full.ratifications["instrument"]) == {"icrmw"}


def test_parties_have_a_year_up_to_2022_and_no_one_else_has(full):
    rows = full.ratifications.set_index("place")
    party = rows["status"] == "party"
    assert rows.loc[party, "since"].notna().all()
    assert rows.loc[~party, "since"].isna().all()
    assert (rows["since"].min(), rows["since"].max()) == (1993, 2022)
    assert rows.loc["TCD", "since"] == 2022


def test_namibia_is_there_and_so_is_timor_leste_under_its_code_of_today(full):
    rows = full.ratifications.set_index("place")
    assert rows.loc["NAM", "status"] == "none"
    assert (rows.loc["TLS", "status"], rows.loc["TLS", "since"]) == ("party", 2004)


def test_four_of_the_fourteen_governments_of_the_roundtable_are_party(full):
    rows = full.ratifications.set_index("place")["status"]
    governments = ["BRA", "FRA", "AUS", "BGD", "BEL", "CAN", "DEU", "ISR"]
    governments += ["MUS", "MEX", "MAR", "NGA", "PRT", "USA"]
    assert set(rows[governments][lambda status: status == "party"].index) == {
        *["BGD", "MAR", "MEX", "NGA"]
    }


def visa(full, passport, destination):
    rows = full.visas
    rows = rows[(rows["origin"] == passport) & (rows["destination"] == destination)]
    (found,) = rows[["requirement", "days"]].itertuples(index=False, name=None)
    return found


def test_senegalese_need_a_visa_for_spain_and_spaniards_none_for_senegal(full):
    assert visa(full, "SEN", "ESP") == ("visa required", pd.NA)
    assert visa(full, "ESP", "SEN") == ("visa free", 90)


def test_freedom_of_movement_has_no_days(full):
    assert visa(full, "ESP", "FRA") == ("visa free", pd.NA)


def test_every_pair_of_199_passports_has_one_requirement(full):
    rows = full.visas
    assert len(rows) == 199 * 198
    assert rows["requirement"].value_counts().to_dict() == {
        "visa required": 12_921,
        "visa free": 12_871,
        "e-visa": 6_704,
        "visa on arrival": 6_053,
        "eta": 819,
        "no admission": 34,
    }
    assert rows["days"].notna().sum() == 10_988


def test_labour_agreements_peak_in_the_2000s_and_one_has_no_year(full):
    year = full.agreements["year"]
    decades = (year // 10 * 10).value_counts()
    assert {decade: int(decades[decade]) for decade in (2000, 2010, 2020)} == {
        **{2000: 308, 2010: 275, 2020: 4}
    }
    (unknown,) = full.agreements[year.isna()].itertuples()
    assert (unknown.first, unknown.second, unknown.signed) == ("NZL", "IRL", "")


def test_parties_without_a_code_are_three_former_states(full):
    rows = full.agreements
    names = {
        *rows.loc[rows["first"] == "", "first_name"],
        *rows.loc[rows["second"] == "", "second_name"],
    }
    assert names == {"Czechoslovakia", "East Germany", "Yugoslavia"}


def test_dates_are_given_for_most_agreements_and_differ_from_the_year_in_six(full):
    rows = full.agreements[full.agreements["signed"] != ""]
    assert len(rows) == 1_222 - 210
    assert (rows["signed"].str[:4].astype(int) != rows["year"]).sum() == 6


def test_570_agreements_have_answers_to_44_questions(full):
    rows = full.provisions
    assert (rows["treaty"].nunique(), rows["provision"].nunique()) == (570, 44)
    assert set(rows["treaty"]) <= set(full.agreements["treaty"])
    about_wages = rows[rows["provision"] == "wage_prot"]["answer"].value_counts()
    assert about_wages.to_dict() == {"no": 504, "yes": 66}


@pytest.fixture(scope="module")
def correlates_of_war(sources_folder):
    """Return the name of each country in the code list of the Correlates of War."""
    path = sources_folder / "cow-igo-v3" / "COW country codes.csv"
    if not path.is_file():
        pytest.skip(f"'{path}' is not there")
    rows = reading.csv(path, columns=["CCode", "StateNme"])
    return rows.drop_duplicates("CCode").set_index("CCode")["StateNme"]


def test_parties_read_by_name_are_those_that_their_correlates_of_war_code_names(
    full, sources_folder, correlates_of_war
):
    path = sources_folder / "bla-chilton-woda" / "BLAs_Formation_Data.dta"
    raw = pd.read_stata(path).set_index("treatyID")
    read = full.agreements.set_index("treaty")
    names = places.codes_by_name("worldbank", "house_style", "undesa_2024", "undesa_2020", "short")
    ends = pd.concat(
        [
            pd.DataFrame({"code": raw["codeA"], "place": read["first"], "name": raw["countryA"]}),
            pd.DataFrame({"code": raw["codeB"], "place": read["second"], "name": raw["countryB"]}),
        ]
    ).drop_duplicates()
    ends["cow"] = ends["code"].map(correlates_of_war).map(names)
    compared = ends.dropna(subset="cow")
    assert len(compared) == 150
    assert compared[compared["place"] != compared["cow"]].empty
    # One code for Yugoslavia and Serbia, none for three areas: names tell more.
    assert set(ends[ends["code"] == 345]["name"]) == {"Yugoslavia", "Serbia"}
    assert set(ends[~ends["code"].isin(correlates_of_war.index)]["place"]) == {
        *["MNP", "MAC", "HKG"]
    }
