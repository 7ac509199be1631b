import json

import pandas as pd
import pytest

from roundtable.errors import RoundtableError
from roundtable.facts import Book, Fact, Series, SourceRef


def fact(id: str = "stock-total", value: float | None = 44_709, **more) -> Fact:
    about = {
        "unit": "persons",
        "printed": {"en": "about 44,700"},
        "indicator": "corridor_stock",
        "definition": "People of one origin who live in one destination, at mid-year",
        "arguments": {"origin": "MUS", "destination": "FRA", "year": 2024, "sex": "both"},
        "edition": "undesa-2024",
        "sources": (SourceRef("undesa-ims-2024"),),
    }
    return Fact(id=id, value=value, **{**about, **more})


def test_a_fact_has_the_shape_of_facts_json():
    assert fact().as_json() == {
        "id": "stock-total",
        "value": 44_709,
        "unit": "persons",
        "printed": {"en": "about 44,700"},
        "indicator": "corridor_stock",
        "definition": "People of one origin who live in one destination, at mid-year",
        "arguments": {"origin": "MUS", "destination": "FRA", "year": 2024, "sex": "both"},
        "edition": "undesa-2024",
        "sources": [{"id": "undesa-ims-2024"}],
        "kind": "measured",
        "flags": [],
    }


def test_bounds_coverage_and_gaps_stand_in_facts_json_where_there_are_any():
    sources = (SourceRef("undesa-ims-2024"), SourceRef("undesa-ims-2020", where="GBR, ZAF"))
    content = fact(
        "share-of-emigrants",
        0.391,
        low=0.2,
        high=0.391,
        indication=0.27,
        coverage=0.71,
        not_listed={"GBR": 45_365, "ZAF": 10_243},
        flags=("not_listed",),
        sources=sources,
    ).as_json()
    assert (content["low"], content["high"], content["indication"]) == (0.2, 0.391, 0.27)
    assert content["coverage"] == 0.71
    assert content["not_listed"] == {"GBR": 45_365, "ZAF": 10_243}
    assert content["flags"] == ["not_listed"]
    assert content["sources"] == [
        {"id": "undesa-ims-2024"},
        {"id": "undesa-ims-2020", "where": "GBR, ZAF"},
    ]


def test_no_estimate_is_null_and_zero_is_zero():
    unknown, none = fact(value=None), fact(value=0, low=0)
    assert not unknown.known
    assert none.known
    assert json.loads(json.dumps(unknown.as_json()))["value"] is None
    assert none.as_json()["value"] == 0
    assert none.as_json()["low"] == 0


def test_a_kind_or_flag_that_nobody_could_explain_is_refused():
    with pytest.raises(ValueError, match=r"'stock-total': unknown kind or flag \['guessed'\]"):
        fact(kind="guessed")
    with pytest.raises(ValueError, match=r"unknown kind or flag \['shaky'\]"):
        fact(flags=("citizens", "shaky"))


def test_the_same_fact_may_be_added_twice_but_not_two_of_one_id():
    book = Book()
    book.add(fact())
    book.add(fact())
    with pytest.raises(RoundtableError, match="Two different facts have the id 'stock-total'"):
        book.add(fact(value=1))
    with pytest.raises(RoundtableError, match="Two different facts have the id 'stock-total'"):
        book.show(fact(value=2))
    assert book["stock-total"].value == 44_709


def test_only_what_was_shown_is_recorded_once_in_the_order_of_first_use():
    book = Book()
    first, second, third = (book.add(fact(id)) for id in ("a-b", "c", "d"))
    for shown in (third, first, third):
        book.show(shown)
    assert [item.id for item in book.shown] == ["d", "a-b"]
    assert book.variables() == {"a_b": first, "c": second, "d": third}


def test_a_series_gives_missing_cells_as_null_and_numbers_as_plain_numbers():
    frame = pd.DataFrame(
        {
            "year": pd.Series([2020, 2024], dtype="int32"),
            "persons": pd.Series([690, None], dtype="Int64"),
            "share_of_women": [0.5, None],
            "kind": ["measured", None],
        }
    )
    series = Series(
        id="both-ways",
        frame=frame,
        units={"persons": "persons"},
        indicator="corridor_stock",
        definition="Migrant stock both ways",
        arguments={"origin": "GEO", "destination": "BEL"},
        edition="undesa-2024",
        sources=(SourceRef("undesa-ims-2024"),),
    )
    content = json.loads(json.dumps(series.as_json(), allow_nan=False))
    assert content["columns"] == ["year", "persons", "share_of_women", "kind"]
    assert content["rows"] == [[2020, 690, 0.5, "measured"], [2024, None, None, None]]
    assert content["units"] == {"persons": "persons"}
    assert content["sources"] == [{"id": "undesa-ims-2024"}]


def test_a_series_shown_twice_stands_once():
    book = Book()
    about = {
        "units": {},
        "indicator": "corridor_stock",
        "definition": "",
        "arguments": {},
        "edition": "undesa-2024",
        "sources": (),
    }
    for id in ("destinations", "origins", "destinations"):
        book.show_series(Series(id=id, frame=pd.DataFrame({"code": ["FRA"]}), **about))
    assert [series.id for series in book.series] == ["destinations", "origins"]
