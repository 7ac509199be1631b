import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable.indicators import tie_classes
from roundtable.places import OTHERS

PAIRS = pd.DataFrame(
    [
        ("IND", "GBR", False, None, True),
        ("IRL", "GBR", True, None, True),
        ("ROU", "GBR", False, None, False),
        ("USA", "AUS", False, None, True),
        ("GBR", "IND", False, None, True),
        ("TUR", "DEU", False, None, False),
        ("DZA", "BRA", True, 1990, False),
    ],
    columns=["origin", "destination", "contiguous", "contiguous_until", "official_language"],
).astype({"contiguous_until": "Int64", "official_language": "boolean"})


def corridors(*rows) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=["origin", "destination", "year"])


def classes(*rows) -> list[str]:
    given = corridors(*rows)
    return tie_classes.classed(given, pairs=PAIRS)["class"].tolist()


def test_each_corridor_is_in_the_class_of_its_only_link():
    found = classes(("IND", "GBR", 2024), ("GBR", "IND", 2024), ("TUR", "DEU", 2024))
    assert found == ["ruled_by_destination", "ruled_by_origin", "recruitment"]


def test_more_than_one_link_makes_several_and_language_is_none_of_them():
    # Ireland: a border, rule and a law on ancestry. India: rule and a language.
    assert classes(("IRL", "GBR", 2024), ("IND", "GBR", 2024)) == [
        "several",
        "ruled_by_destination",
    ]


def test_language_is_a_class_only_where_it_stands_alone():
    assert classes(("USA", "AUS", 2024), ("ROU", "GBR", 2024)) == ["language", "none"]


def test_a_recruitment_agreement_ties_only_from_its_year_on():
    # Germany and Türkiye agreed in October 1961.
    assert classes(("TUR", "DEU", 1960), ("TUR", "DEU", 1961)) == ["none", "recruitment"]


def test_a_border_that_has_gone_ties_the_years_before():
    rows = PAIRS.assign(contiguous=False)
    given = corridors(("DZA", "BRA", 1990), ("DZA", "BRA", 1995))
    assert tie_classes.links_of(given, pairs=rows)["neighbour"].tolist() == [True, False]


def test_a_pair_without_a_word_on_language_is_not_called_untied():
    assert classes(("XXA", "GBR", 2024), (OTHERS, "GBR", 2024)) == ["unknown", "others"]


def test_links_stand_beside_each_other_and_colonial_points_both_ways():
    rows = tie_classes.classed(
        corridors(("IND", "GBR", 2024), ("GBR", "IND", 2024), ("ROU", "GBR", 2024)), pairs=PAIRS
    )
    assert tie_classes.having(rows, "colonial").tolist() == [True, True, False]
    assert tie_classes.having(rows, "tied").tolist() == [True, True, False]
    assert tie_classes.having(rows, "none").tolist() == [False, False, True]
    assert tie_classes.having(rows, "every").all()


def test_the_corridors_that_come_in_are_not_changed():
    rows = corridors(("IND", "GBR", 2024))
    before = rows.copy()
    tie_classes.classed(rows, pairs=PAIRS)
    pd.testing.assert_frame_equal(rows, before)


ends = st.sampled_from(["GBR", "IND", "IRL", "ROU", "DEU", "TUR", "AUS", "USA", "SUN", OTHERS])


@given(st.lists(st.tuples(ends, ends, st.integers(1960, 2024), st.integers(0, 10**6)), min_size=1))
def test_classes_are_exclusive_and_add_up_to_all_people(rows):
    table = pd.DataFrame(rows, columns=["origin", "destination", "year", "both"])
    table["source"] = "s"
    classed = tie_classes.classed(table, pairs=PAIRS)
    assert set(classed["class"]) <= set(tie_classes.CLASSES)
    found = tie_classes.by_class(classed)
    assert found["persons"].sum() == table["both"].sum()
    for _, year in found.groupby("year"):
        assert year["share"].sum() == pytest.approx(1)
