"""The fastest corridors beyond every link, on invented rows."""

import pandas as pd

from roundtable.indicators.fastest import COUNT, fastest

PAIRS = pd.DataFrame(
    [
        ("HTI", "BRA", False, False),
        ("UKR", "NLD", False, False),
        ("RUS", "NLD", False, False),
        ("VEN", "COL", True, True),
        ("VEN", "PER", False, True),
    ],
    columns=["origin", "destination", "contiguous", "official_language"],
).assign(contiguous_until=pd.NA)

UNHCR = pd.DataFrame(
    [
        ("UKR", "NLD", 2024, 40_000, 10_000),
        ("RUS", "NLD", 2024, 1_000, 400),
        ("UKR", "NLD", 2015, 90_000, 0),
    ],
    columns=["origin", "destination", "year", "refugees", "asylum_seekers"],
)


def stocks(*rows):
    table = pd.DataFrame(rows, columns=["origin", "destination", "before", "after"])
    return pd.concat(
        [
            table.assign(year=year, both=table[name])
            for year, name in ((2015, "before"), (2024, "after"))
        ]
    )


def found(*rows, year=2024):
    return fastest(stocks(*rows), year=year, pairs=PAIRS, refugees=UNHCR)


def test_fastest_orders_by_the_factor_and_counts_who_fled_at_the_end():
    table = found(("RUS", "NLD", 10_000, 36_000), ("UKR", "NLD", 2_000, 100_000))
    assert table["origin"].tolist() == ["UKR", "RUS"]
    assert table["fled"].tolist() == [50_000, 1_400]
    assert table["mostly_fled"].tolist() == [True, False]  # exactly half is half


def test_fastest_leaves_out_neighbours_common_languages_and_unknown_origins():
    table = found(
        ("VEN", "COL", 1_000, 900_000),
        ("VEN", "PER", 1_000, 800_000),
        ("OTH", "NLD", 1_000, 700_000),
        ("UKR", "NLD", 2_000, 100_000),
    )
    assert table["origin"].tolist() == ["UKR"]


def test_fastest_wants_twenty_five_thousand_people_and_somebody_before():
    assert found(("UKR", "NLD", 2_000, 24_999), ("RUS", "NLD", 0, 50_000)).empty
    assert len(found(("UKR", "NLD", 2_000, 25_000))) == 1


def test_fastest_is_empty_where_the_year_before_is_not_given():
    assert found(("UKR", "NLD", 2_000, 100_000), year=2023).empty


def test_fastest_stops_at_its_count():
    destinations = [f"D{at:02d}" for at in range(COUNT + 5)]
    pairs = pd.DataFrame({"origin": "UKR", "destination": destinations}).assign(
        contiguous=False, official_language=False, contiguous_until=pd.NA
    )
    rows = [("UKR", name, 100 + at, 30_000) for at, name in enumerate(destinations)]
    table = fastest(stocks(*rows), year=2024, pairs=pairs, refugees=UNHCR)
    assert table["destination"].tolist() == destinations[:COUNT]
