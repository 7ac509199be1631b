"""The embedded figures: what they cover, and that they are the publishers' own."""

import numpy as np
import pandas as pd
import pytest

from roundtable import paths, roundtables, sources
from roundtable.sources import EDITIONS
from roundtable.store import pack as packing
from roundtable.store import schemas
from roundtable.store.schemas import KEYS

SESSION = "gfmd-2010-rt-1-1"
GOVERNMENTS = {
    *["BRA", "FRA", "AUS", "BGD", "BEL", "CAN", "DEU"],
    *["ISR", "MUS", "MEX", "MAR", "NGA", "PRT", "USA"],
}
CODES = dict.fromkeys(["edition", "destination", "origin", "place", "direction"], "str")


@pytest.fixture(scope="module")
def session():
    return roundtables.load(roundtables.find(SESSION))


def test_the_fourteen_governments_are_complete(pack):
    assert len(GOVERNMENTS) == 14
    assert pack.complete >= GOVERNMENTS


def test_both_ends_of_every_corridor_of_the_roundtable_are_complete(pack, session):
    corridors = session.briefings.bilateral
    assert len(corridors) == 25
    for corridor in corridors:
        assert {corridor.origin, corridor.destination} <= pack.complete, corridor.slug
    assert pack.complete == session.countries


def test_every_corridor_of_the_roundtable_is_there_in_an_edition(pack, session):
    pairs = set(zip(pack.stocks["origin"], pack.stocks["destination"], strict=True))
    wanted = {(corridor.origin, corridor.destination) for corridor in session.briefings.bilateral}
    assert wanted <= pairs


def test_the_pack_is_smaller_than_two_megabytes():
    assert sum(path.stat().st_size for path in paths.pack().iterdir()) < 2_000_000


def test_the_folder_holds_the_tables_and_the_manifest_alone():
    assert {path.name for path in paths.pack().iterdir()} == {
        *(f"{name}.parquet" for name in KEYS),
        "manifest.json",
    }


@pytest.mark.parametrize("name", KEYS)
def test_every_row_names_its_source_and_no_key_stands_twice(pack, name):
    table = pack.frames[name]
    assert set(table["source"]) <= set(sources.catalogue())
    assert not table["source"].isna().any()
    assert not table.duplicated(KEYS[name]).any()


def test_each_row_of_stocks_has_the_source_of_its_edition(pack):
    assert set(pack.stocks["edition"]) == set(EDITIONS)
    expected = pack.stocks["edition"].astype(str).map(EDITIONS)
    assert (pack.stocks["source"].astype(str) == expected).all()


@pytest.mark.parametrize("name", KEYS)
def test_every_table_fits_its_schema(pack, name):
    table = pack.frames[name]
    plain = {
        column: {"category": "str", "int32": "int64"}.get(str(kind), kind)
        for column, kind in table.dtypes.items()
    }
    persons = {
        column: "Int64"
        for column, rule in schemas.SCHEMAS[name].columns.items()
        if str(rule.dtype) == "Int64"
    }
    assert len(schemas.checked(name, table.astype({**plain, **persons}))) == len(table)


def test_the_manifest_counts_the_rows(pack):
    found = {name: len(frame) for name, frame in pack.frames.items()}
    assert pack.manifest["rows"] == found


def test_others_at_every_destination_is_in_the_pack(pack):
    others = pack.stocks[pack.stocks["origin"] == "OOO"].astype({"both": "int64"})
    found = others.groupby(["edition", "year"], observed=True)["both"].sum()
    world = pack.aggregates[pack.aggregates["place"] == "WLD"]
    world = world.set_index(["edition", "year"])["others"].astype("int64")
    assert found.to_dict() == world.to_dict()
    assert found[("undesa-2024", 2024)] == 22_065_614


def test_totals_of_every_place_and_the_world_are_in_the_pack(pack):
    places = set(pack.totals["place"])
    assert places >= set(pack.aggregates["place"])
    assert "WLD" in places
    assert "" not in places


@pytest.mark.parametrize("name", KEYS)
def test_every_number_of_the_pack_equals_the_stores(pack, full, name):
    keys = KEYS[name]
    mine, theirs = (
        table.astype({column: kind for column, kind in CODES.items() if column in table})
        .set_index(keys)
        .sort_index()
        for table in (pack.frames[name], full.frames[name])
    )
    assert mine.index.isin(theirs.index).all()
    theirs = theirs.loc[mine.index]
    assert list(mine.columns) == list(theirs.columns)
    for column in mine:
        if pd.api.types.is_numeric_dtype(theirs[column].dtype):
            np.testing.assert_array_equal(
                mine[column].to_numpy(dtype=float, na_value=np.nan),
                theirs[column].to_numpy(dtype=float, na_value=np.nan),
                err_msg=f"{name}.{column}",
            )
        else:
            assert list(mine[column].astype(str)) == list(theirs[column].astype(str))


def test_the_pack_has_every_row_that_the_roundtable_needs(pack, full, session):
    chosen = packing.select(full, countries=session.countries)
    for name, frame in chosen.frames.items():
        assert len(pack.frames[name]) == len(frame), f"{name}: run `roundtable data pack`"
    # The same files, read by the same rules.
    assert pack.manifest == chosen.manifest, "run `roundtable data pull` and `roundtable data pack`"
