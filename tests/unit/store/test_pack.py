"""Which figures go into the pack."""

from dataclasses import replace

import pandas as pd
import pytest

from roundtable.store import pack, tables


@pytest.fixture
def chosen(store):
    return pack.select(store, countries=["MUS"])


def test_the_stocks_of_every_corridor_are_in_the_pack(chosen, store):
    pd.testing.assert_frame_equal(chosen.stocks, store.stocks)


def test_other_tables_hold_the_rows_in_which_a_country_is_an_end(store):
    visas = pd.DataFrame(
        [
            ("MUS", "FRA", "visa free", 90, "index"),
            ("FRA", "MUS", "visa free", 90, "index"),
            ("FRA", "CAN", "eta", None, "index"),
        ],
        columns=["origin", "destination", "requirement", "days", "source"],
    ).astype({"days": "Int64"})
    tables = replace(store, frames={**store.frames, "visas": visas})
    found = pack.select(tables, countries=["MUS"]).visas
    assert list(zip(found["origin"], found["destination"], strict=True)) == [
        ("MUS", "FRA"),
        ("FRA", "MUS"),
    ]


def test_land_borders_are_kept_between_any_two_places(store):
    ends = ["origin", "destination"]
    rows = [("FRA", "DEU", True), ("FRA", "CAN", False), ("MUS", "CAN", False)]
    pairs = pd.DataFrame(rows, columns=[*ends, "contiguous"]).assign(source="cepii")
    tables = replace(store, frames={**store.frames, "pairs": pairs})
    found = pack.select(tables, countries=["MUS"]).pairs
    assert list(zip(found["origin"], found["destination"], strict=True)) == [
        ("FRA", "DEU"),
        ("MUS", "CAN"),
    ]


def test_totals_are_those_of_every_place_and_the_world_without_regions(chosen):
    assert list(chosen.totals["place"]) == ["WLD", "FRA", "SSD"]


def test_aggregates_compositions_and_destinations_are_whole(chosen, store):
    for name in ("aggregates", "compositions", "destinations"):
        pd.testing.assert_frame_equal(getattr(chosen, name), getattr(store, name))


def test_economies_are_those_of_the_places_with_totals_from_1990_on(chosen):
    rows = chosen.economies
    assert list(zip(rows["place"], rows["year"], strict=True)) == [("FRA", 1990), ("SSD", 2020)]


def test_labour_agreements_are_written_into_the_pack_without_rows(store, tmp_path):
    agreement = {
        **{"treaty": 1, "first": "MUS", "second": "FRA", "first_name": "Mauritius"},
        **{"second_name": "France", "year": 2008, "signed": "2008-09-23", "evidence": "copy"},
    }
    provision = {"treaty": 1, "provision": "quota", "answer": "yes"}
    held = {
        "agreements": pd.DataFrame([{**agreement, "source": "scholars"}]),
        "provisions": pd.DataFrame([{**provision, "source": "scholars"}]),
    }
    full = replace(store, frames={**store.frames, **held})
    tables.write(pack.select(full, countries=["MUS", "FRA"]), tmp_path / "pack")
    written = tables.read(tmp_path / "pack")
    for name, table in held.items():
        assert len(written.frames[name]) == 0
        assert list(written.frames[name].columns) == list(table.columns)
        assert written.manifest["rows"][name] == 0


def test_the_history_is_that_to_2000_in_which_a_country_is_an_end(store):
    history = pd.DataFrame(
        [
            ("FRA", "MUS", 1990, 26_000, "worldbank-gbmd"),
            ("MUS", "FRA", 1960, 200, "worldbank-gbmd"),
            ("FRA", "PHL", 1990, 4_000, "worldbank-gbmd"),
            ("FRA", "MUS", 2010, 41_000, "worldbank-matrices"),
        ],
        columns=["destination", "origin", "year", "persons", "source"],
    )
    tables = replace(store, frames={**store.frames, "history": history})
    chosen = pack.select(tables, countries=["MUS"]).history
    assert chosen["persons"].tolist() == [26_000, 200]


def test_groups_of_a_source_that_may_not_be_passed_on_stay_out(store):
    groups = pd.DataFrame(
        [
            ("un-ldc", "MLI", 2020, "ldc", "un-ldc"),
            ("unsd-m49-ldc", "MLI", 2020, "ldc", "unsd-m49"),
        ],
        columns=["scheme", "place", "year", "group", "source"],
    )
    tables = replace(store, frames={**store.frames, "groups": groups})
    assert pack.select(tables, countries=["MUS"]).groups["scheme"].tolist() == ["un-ldc"]


def test_the_pack_says_what_it_covers_and_what_it_was_made_from(chosen, store):
    assert chosen.name == "pack"
    assert chosen.complete == frozenset({"MUS"})
    assert chosen.manifest["made_from"] == store.manifest["made_from"]
    rows = {name: count for name, count in chosen.manifest["rows"].items() if count}
    assert rows == {
        "stocks": 7,
        "destinations": 3,
        "totals": 3,
        "economies": 2,
        "aggregates": len(store.aggregates),
        "compositions": len(store.compositions),
    }


def test_rows_are_numbered_anew(chosen):
    assert list(chosen.economies.index) == list(range(len(chosen.economies)))


def test_the_store_stays_as_it_was(store):
    before = {name: frame.copy(deep=True) for name, frame in store.frames.items()}
    pack.select(store, countries={"MUS", "CAN"})
    for name, frame in store.frames.items():
        pd.testing.assert_frame_equal(frame, before[name])
