"""Writing, reading and choosing the tables."""

import json
import re
from dataclasses import replace

import pandas as pd
import pyarrow.parquet as pq
import pytest

from roundtable import store as storing
from roundtable.errors import DataError
from roundtable.store import pack, schemas
from roundtable.store import tables as files


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data" / "store"


def contents(folder):
    """Return the bytes of every file of a folder."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_all_figures_come_back_as_they_were_written(store, folder):
    storing.write(store, folder)
    for name, frame in storing.read(folder).frames.items():
        wanted = store.frames[name]
        assert list(frame.columns) == list(wanted.columns)
        for column in wanted:
            found = frame[column].astype(wanted[column].dtype)
            pd.testing.assert_series_equal(found, wanted[column], obj=f"{name}.{column}")


def test_name_coverage_and_manifest_come_back(store, folder):
    storing.write(store, folder)
    found = storing.read(folder)
    assert found.name == "store"
    assert found.complete == store.complete
    assert found.manifest == store.manifest


def test_codes_come_back_as_dictionaries_and_counts_as_32_bits(store, folder):
    storing.write(store, folder)
    stocks = storing.read(folder).stocks
    assert stocks.dtypes.astype(str).to_dict() == {
        **dict.fromkeys(["edition", "destination", "origin", "source"], "category"),
        **dict.fromkeys(["year", "both", "female", "male"], "int32"),
    }


def test_world_totals_beyond_32_bits_and_missing_figures_stay_whole_numbers(store, folder):
    storing.write(store, folder)
    totals = storing.read(folder).totals
    assert str(totals["stock"].dtype) == str(totals["population"].dtype) == "Int64"
    assert list(totals["population"].dropna()) == [8_000_000_500, 1_000, 67_000_000]
    assert totals.loc[totals["place"] == "SSD", "stock"].isna().all()


def test_figures_beyond_32_bits_come_back_where_none_is_missing(store, folder):
    large = store.totals.assign(stock=pd.array([2**31 - 1, 2**31, 2**40, 0], dtype="Int64"))
    storing.write(replace(store, frames={**store.frames, "totals": large}), folder)
    assert list(storing.read(folder).totals["stock"]) == [2**31 - 1, 2**31, 2**40, 0]


def test_missing_figures_stay_whole_numbers_also_where_32_bits_would_do(store, folder):
    storing.write(store, folder)
    population = storing.read(folder).economies["population"]
    assert str(population.dtype) == "Int64"
    assert list(population.isna()) == [False, False, False, True]


def test_marks_that_may_be_missing_come_back_as_such_and_others_as_plain_ones(store, folder):
    pairs = schemas.empty("pairs")
    pairs = pairs.reindex(range(3)).assign(
        origin="MUS", destination=["FRA", "SSD", "XCX"], source="a",
        contiguous=False, colony=pd.array([True, False, None], dtype="boolean"),
        official_language=pd.array([True, True, True], dtype="boolean"),
    )  # fmt: skip
    storing.write(replace(store, frames={**store.frames, "pairs": pairs}), folder)
    found = storing.read(folder)
    assert found.pairs["colony"].dtype == found.pairs["official_language"].dtype == "boolean"
    assert found.pairs["colony"].isna().tolist() == [False, False, True]
    assert found.pairs["colony"][:2].tolist() == [True, False]
    assert found.pairs["spoken_language"].isna().all()
    assert found.pairs["contiguous"].dtype == found.destinations["born"].dtype == bool


def test_a_column_without_any_figure_can_be_written(store, folder):
    empty = store.economies.assign(population=pd.array([None] * 4, dtype="Int64"))
    storing.write(replace(store, frames={**store.frames, "economies": empty}), folder)
    assert storing.read(folder).economies["population"].isna().all()


def test_tables_without_rows_can_be_written(store, folder):
    none = {name: frame.head(0) for name, frame in store.frames.items()}
    storing.write(replace(store, frames={**store.frames, **none}), folder)
    read = storing.read(folder).frames
    assert all(frame.empty for frame in read.values())
    # Codes are codes also where there are none.
    assert read["pairs"]["origin"].dtype == "category"
    assert not any((frame.dtypes == "object").any() for frame in read.values())


def test_the_same_tables_give_the_same_bytes(store, tmp_path):
    storing.write(store, tmp_path / "one" / "store")
    storing.write(store, tmp_path / "two" / "store")
    assert contents(tmp_path / "one" / "store") == contents(tmp_path / "two" / "store")


def test_tables_that_were_read_are_written_with_the_same_bytes(store, tmp_path):
    storing.write(store, tmp_path / "one" / "store")
    storing.write(storing.read(tmp_path / "one" / "store"), tmp_path / "two" / "store")
    assert contents(tmp_path / "one" / "store") == contents(tmp_path / "two" / "store")


def test_a_selection_of_tables_that_were_read_is_written_with_the_same_bytes(store, tmp_path):
    storing.write(store, tmp_path / "store")
    for name, tables in (("one", store), ("two", storing.read(tmp_path / "store"))):
        storing.write(pack.select(tables, countries=["CAN"]), tmp_path / name / "pack")
    assert contents(tmp_path / "one" / "pack") == contents(tmp_path / "two" / "pack")


def test_files_name_no_version_of_a_library(store, folder):
    storing.write(store, folder)
    assert pq.read_schema(folder / "stocks.parquet").metadata is None


def test_the_manifest_lists_the_complete_places_in_order(store, folder):
    storing.write(store, folder)
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["complete"] == ["CAN", "FRA", "GBR", "MUS", "PHL"]


def test_writing_replaces_what_was_there_and_leaves_nothing_beside_it(store, folder):
    storing.write(store, folder)
    (folder / "left-over.parquet").write_text("")
    fewer = replace(store, frames={**store.frames, "stocks": store.stocks.head(2)})
    storing.write(fewer, folder)
    assert len(storing.read(folder).stocks) == 2
    assert not (folder / "left-over.parquet").exists()
    assert [path.name for path in folder.parent.iterdir()] == ["store"]


@pytest.fixture
def breaks_at_third_table(monkeypatch):
    """Make writing fail as on a full disk, when two tables are written already."""
    written = []
    write_table = pq.write_table

    def write(table, path, **options):
        written.append(path.name)
        if len(written) == 3:
            raise OSError("No space left on device")
        write_table(table, path, **options)

    def arm():
        monkeypatch.setattr(files.pq, "write_table", write)
        return written

    return arm


def test_an_interrupted_write_leaves_the_old_tables(store, folder, breaks_at_third_table):
    storing.write(store, folder)
    before = contents(folder)
    written = breaks_at_third_table()
    fewer = replace(store, frames={**store.frames, "stocks": store.stocks.head(2)})
    with pytest.raises(OSError, match="No space left on device"):
        storing.write(fewer, folder)
    assert written == ["stocks.parquet", "destinations.parquet", "totals.parquet"]
    assert contents(folder) == before
    assert [path.name for path in folder.parent.iterdir()] == ["store"]


def test_an_interrupted_first_write_leaves_nothing(store, folder, breaks_at_third_table):
    breaks_at_third_table()
    with pytest.raises(OSError, match="No space left on device"):
        storing.write(store, folder)
    assert list(folder.parent.iterdir()) == []


def test_a_failure_between_the_two_renames_puts_the_old_tables_back(store, folder, monkeypatch):
    storing.write(store, folder)
    before = contents(folder)
    rename = type(folder).rename

    def fails_for_the_new_folder(path, target):
        if "-new-" in path.name:
            raise OSError("interrupted")
        return rename(path, target)

    monkeypatch.setattr(type(folder), "rename", fails_for_the_new_folder)
    with pytest.raises(OSError, match="interrupted"):
        storing.write(store, folder)
    assert contents(folder) == before


def test_missing_tables_are_an_error_with_the_remedy(folder):
    message = rf"The tables in '{re.escape(str(folder))}' cannot be read: .*`roundtable data pull"
    with pytest.raises(DataError, match=message):
        storing.read(folder)


@pytest.mark.parametrize("content", ["", "{", "{}", '{"rows": {}}'])
def test_a_damaged_manifest_is_an_error_with_the_remedy(store, folder, content):
    storing.write(store, folder)
    (folder / "manifest.json").write_text(content)
    with pytest.raises(DataError, match=r"cannot be read: .*Run `roundtable data pull` to"):
        storing.read(folder)


@pytest.mark.parametrize("name", files.TABLES)
def test_a_table_that_is_cut_off_is_an_error_with_the_remedy(store, folder, name):
    storing.write(store, folder)
    path = folder / f"{name}.parquet"
    path.write_bytes(path.read_bytes()[:50])
    with pytest.raises(DataError, match=r"cannot be read: .*Run `roundtable data pull` to"):
        storing.read(folder)


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    """Make a workspace without tables, in use."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "sources.yml").write_text("{}\n")
    monkeypatch.setenv("ROUNDTABLE_HOME", str(tmp_path))
    monkeypatch.delenv("ROUNDTABLE_DATA", raising=False)
    return tmp_path


@pytest.fixture
def both(workspace, store):
    storing.write(store, workspace / "data" / "store")
    storing.write(store, workspace / "data" / "pack")


def test_the_store_is_used_where_it_is_there(both):
    assert storing.load().name == "store"


def test_the_pack_is_used_where_there_is_no_store(workspace, store):
    storing.write(store, workspace / "data" / "pack")
    assert storing.load().name == "pack"


@pytest.mark.parametrize("name", ["pack", "store"])
def test_the_variable_chooses(both, name, monkeypatch):
    monkeypatch.setenv("ROUNDTABLE_DATA", name)
    assert storing.load().name == name


def test_an_argument_wins_over_the_variable(both, monkeypatch):
    monkeypatch.setenv("ROUNDTABLE_DATA", "pack")
    assert storing.load("store").name == "store"


def test_an_empty_variable_chooses_nothing(both, monkeypatch):
    monkeypatch.setenv("ROUNDTABLE_DATA", "")
    assert storing.load().name == "store"


def test_another_word_in_the_variable_is_an_error_that_says_what_it_can_be(both, monkeypatch):
    monkeypatch.setenv("ROUNDTABLE_DATA", "full")
    message = r"ROUNDTABLE_DATA is 'full'; it can be 'pack' or 'store'\."
    with pytest.raises(DataError, match=message):
        storing.load()


def test_choosing_a_store_that_is_not_there_is_an_error_with_the_remedy(workspace, monkeypatch):
    monkeypatch.setenv("ROUNDTABLE_DATA", "store")
    with pytest.raises(DataError, match=r"cannot be read: .*Run `roundtable data pull` to"):
        storing.load()


def test_tables_are_read_once_a_process(both):
    assert storing.load("pack") is storing.load("pack")
