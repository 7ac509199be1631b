"""What states have agreed to and ask for: convention, visas."""

import pandas as pd


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
