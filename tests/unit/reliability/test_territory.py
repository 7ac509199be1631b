"""The flag of territories that are listed apart and may be inside another figure too."""

import pandas as pd

from roundtable.reliability.territory import people_in_territories, territory

OLD, NEW = "undesa-2020", "undesa-2024"

ROWS = [
    (NEW, "FRA", "MUS", 2024, 45, True),  # France's figure may hold Réunion's
    (NEW, "REU", "MUS", 2024, 5, True),
    (NEW, "CAN", "REU", 2024, 1, True),  # people born in Réunion
    (NEW, "USA", "PRI", 2024, 192, True),  # one state, no border between
    (NEW, "PRI", "DOM", 2024, 9, False),  # apart from the United States
    (OLD, "FRA", "MUS", 2000, 40, False),  # before France's figure held Réunion's
    (OLD, "FRA", "MUS", 2005, 39, True),
    (OLD, "MYT", "COM", 2020, 87, False),  # never inside in this edition
    (NEW, "MYT", "COM", 2010, 56, False),
    (NEW, "MYT", "COM", 2015, 63, True),
    (NEW, "GBR", "MUS", 2024, 0, False),
]


def rows():
    """Corridors with what the flag should say of each."""
    columns = ["edition", "destination", "origin", "year", "both", "flagged"]
    return pd.DataFrame(ROWS, columns=columns)


def test_a_corridor_is_flagged_where_an_end_may_be_counted_twice_in_its_edition_and_year():
    table = rows()
    assert territory(table).tolist() == table["flagged"].tolist()


def test_codes_may_be_categories():
    table = rows().astype({"destination": "category", "origin": "category"})
    assert territory(table).tolist() == table["flagged"].tolist()


def test_people_in_the_territories_of_a_state_are_counted_where_they_may_be_inside():
    counted = people_in_territories(rows(), origin="MUS", destination="FRA", year=2024, edition=NEW)
    assert counted == {"REU": 5}
    assert (
        people_in_territories(rows(), origin="COM", destination="FRA", year=2020, edition=OLD) == {}
    )
    assert (
        people_in_territories(rows(), origin="DOM", destination="USA", year=2024, edition=NEW) == {}
    )
