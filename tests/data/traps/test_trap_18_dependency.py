"""Trap 18: visas that one side asks for and the other does not."""


def requirement(full, origin, destination):
    rows = full.visas
    found = rows[(rows["origin"] == origin) & (rows["destination"] == destination)]
    return found["requirement"].iloc[0]


def test_senegalese_need_a_visa_for_spain_and_spaniards_none_for_senegal(full):
    assert requirement(full, "SEN", "ESP") == "visa required"
    assert requirement(full, "ESP", "SEN") == "visa free"


def test_mauritius_and_france_ask_each_other_for_no_visa(full):
    assert requirement(full, "MUS", "FRA") == "visa free"
    assert requirement(full, "FRA", "MUS") == "visa free"
