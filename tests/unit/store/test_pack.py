"""Which figures go into the pack."""

from dataclasses import replace

import pandas as pd
import pytest

from roundtable.store import pack, tables


@pytest.fixture
def chosen(store):
    return pack.select(store, countries=["MUS"])


def corridors(tables):
    """Return edition, destination, origin and year of every row of the stocks."""
    keys = tables.stocks[["edition", "destination", "origin", "year"]]
    return set(keys.itertuples(index=False, name=None))


def test_every_row_in_which_a_country_is_origin_is_in_the_pack(chosen):
    assert {
        ("undesa-2024", "FRA", "MUS", 2020),
        ("undesa-2024", "FRA", "MUS", 2024),
        ("undesa-2020", "GBR", "MUS", 2020),
    } <= corridors(chosen)


def test_every_row_in_which_a_country_is_destination_is_in_the_pack(store):
    chosen = pack.select(store, countries=["CAN"])
    assert {
        ("undesa-2024", "CAN", "PHL", 2024),
        ("undesa-2024", "CAN", "OOO", 2024),
    } <= corridors(chosen)


def test_others_at_every_destination_is_in_the_pack(chosen, store):
    others = store.stocks[store.stocks["origin"] == "OOO"]
    assert ("undesa-2024", "CAN", "OOO", 2024) in corridors(chosen)
    assert (chosen.stocks["origin"] == "OOO").sum() == len(others) == 3


def test_corridors_between_other_countries_are_not_in_the_pack(chosen):
    assert ("undesa-2024", "CAN", "PHL", 2024) not in corridors(chosen)
    assert len(chosen.stocks) == 6


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
        "stocks": 6,
        "destinations": 3,
        "totals": 3,
        "economies": 2,
        "aggregates": len(store.aggregates),
        "compositions": len(store.compositions),
    }


def test_rows_are_numbered_anew_and_keep_their_figures(chosen, store):
    assert list(chosen.stocks.index) == list(range(6))
    both = chosen.stocks.merge(store.stocks, how="left", indicator=True)
    assert (both["_merge"] == "both").all()


def test_the_store_stays_as_it_was(store):
    before = {name: frame.copy(deep=True) for name, frame in store.frames.items()}
    pack.select(store, countries={"MUS", "CAN"})
    for name, frame in store.frames.items():
        pd.testing.assert_frame_equal(frame, before[name])
