"""Read and write the tables: Parquet files with a manifest beside them."""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from roundtable import kept, paths
from roundtable.errors import DataError

MANIFEST = "manifest.json"
REMEDY = "Run `roundtable data pull` to build the full store."


TABLES = (
    *("stocks", "destinations", "totals"),
    *("economies", "groups", "pairs"),
    *("history", "refugees", "students", "remittances", "remittance_totals"),
    *("ratifications", "visas"),
    *("agreements", "provisions"),
    *("aggregates", "compositions", "breaks", "copies", "world"),
)
"""Names of the tables; `schemas.SCHEMAS` has the same, and is not needed to read them."""


@dataclass(frozen=True, eq=False)
class Tables:
    """All tables, with what they cover.

    Each table is also an attribute: ``tables.stocks``. The tables and their columns are
    described in ``data/README.md``. Two objects are never equal, so that what follows from one
    can be kept with it.

    Attributes
    ----------
    name
        ``pack`` or ``store``.
    frames
        The tables by name.
    complete
        Places whose corridors are all in ``stocks``.
    manifest
        Sources, digests and counts of rows, as written.
    """

    name: str
    frames: Mapping[str, pd.DataFrame]
    complete: frozenset[str]
    manifest: Mapping

    @cached_property
    def digest(self) -> str:
        """Digest of the manifest, which holds that of every file that the tables come from."""
        content = json.dumps([self.name, self.manifest, sorted(self.complete)], sort_keys=True)
        return hashlib.sha256(content.encode()).hexdigest()

    def __getattr__(self, table: str) -> pd.DataFrame:
        """Return a table by its name."""
        if table in TABLES:
            return self.frames[table]
        raise AttributeError(f"There is no table '{table}'.")


class Undecoded(Mapping):
    """The tables of a folder: all bytes are read at once, each table is decoded when used.

    So a briefing pays for the tables that it uses, and all are of one state of the folder.
    A file that is cut off lacks its footer and is found at once. The kernels of a build decode
    each table once together.

    Parameters
    ----------
    folder
        ``data/pack`` or ``data/store``.
    state
        Tells this state of the folder from others.
    """

    def __init__(self, folder: Path, state: str) -> None:
        self._state = f"{folder} {state}"
        self._files = {name: _opened((folder / f"{name}.parquet").read_bytes()) for name in TABLES}
        self._frames: dict[str, pd.DataFrame] = {}

    def __getitem__(self, name: str) -> pd.DataFrame:
        """Return a table, decoded once."""
        if name not in self._frames:
            decode = partial(_decoded, self._files[name])
            self._frames[name] = kept.made(f"table-{name}", decode, of=self._state)
        return self._frames[name]

    def __iter__(self) -> Iterator[str]:
        """Name the tables."""
        return iter(self._files)

    def __len__(self) -> int:
        """Count the tables."""
        return len(self._files)


def write(tables: Tables, folder: Path) -> None:
    """Write tables into a folder, all or nothing.

    They are written beside the folder, then put in its place; what was there stays until
    then, also when this is interrupted.

    Parameters
    ----------
    tables
        What to write.
    folder
        ``data/pack`` or ``data/store``.
    """
    fresh = folder.with_name(f".{folder.name}-new-{os.getpid()}")
    old = folder.with_name(f".{folder.name}-old-{os.getpid()}")
    fresh.mkdir(parents=True)
    try:
        for name, frame in tables.frames.items():
            pq.write_table(
                _arrow(frame),
                fresh / f"{name}.parquet",
                compression="zstd",
                compression_level=19,
            )
        manifest = {**tables.manifest, "complete": sorted(tables.complete)}
        text = json.dumps(manifest, indent=1, ensure_ascii=False) + "\n"
        (fresh / MANIFEST).write_text(text, encoding="utf-8")
        if folder.exists():
            folder.rename(old)
        fresh.rename(folder)
    finally:
        if not folder.exists() and old.exists():
            old.rename(folder)
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def read(folder: Path) -> Tables:
    """Read the tables of a folder.

    Raises
    ------
    DataError
        If a table or the manifest is missing or cannot be read.
    """
    try:
        content = (folder / MANIFEST).read_bytes()
        manifest = json.loads(content)
        complete = frozenset(manifest.pop("complete"))
        frames = Undecoded(folder, hashlib.sha256(content).hexdigest())
    except (OSError, ValueError, KeyError, pa.ArrowException) as error:
        raise DataError(f"The tables in '{folder}' cannot be read: {error}. {REMEDY}") from None
    return Tables(name=folder.name, frames=frames, complete=complete, manifest=manifest)


def load(name: str | None = None) -> Tables:
    """Read the tables that ``ROUNDTABLE_DATA`` chooses, once a process.

    Parameters
    ----------
    name
        ``pack``, ``store``, or None: the variable, else the store where it is complete,
        else the pack.

    Raises
    ------
    DataError
        If the choice is another word, or the chosen tables are not there.
    """
    chosen = name or os.environ.get("ROUNDTABLE_DATA") or ""
    folders = {"pack": paths.pack(), "store": paths.store()}
    if chosen and chosen not in folders:
        raise DataError(f"ROUNDTABLE_DATA is '{chosen}'; it can be 'pack' or 'store'.")
    if not chosen:
        chosen = "store" if (folders["store"] / MANIFEST).is_file() else "pack"
    return _read_once(folders[chosen])


@lru_cache(maxsize=2)
def _read_once(folder: Path) -> Tables:
    return read(folder)


def _arrow(frame: pd.DataFrame) -> pa.Table:
    """Turn a table into Arrow's form.

    Arrow's metadata of pandas name library versions; without them the same figures give the
    same bytes. They are also what tells a mark that may be missing from one that may not, and
    codes from nothing in a table without rows, so the fields say it.
    """
    arrow = pa.Table.from_pandas(_narrow(frame), preserve_index=False)
    fields = []
    for field, kind in zip(arrow.schema, frame.dtypes, strict=True):
        if pa.types.is_boolean(field.type):
            field = field.with_nullable(isinstance(kind, pd.BooleanDtype))
        elif pa.types.is_dictionary(field.type):
            field = field.with_type(_CODES)
        fields.append(field)
    return arrow.cast(pa.schema(fields))


_CODES = pa.dictionary(pa.int32(), pa.string())


def _narrow(frame: pd.DataFrame) -> pd.DataFrame:
    """Store codes as dictionaries, and counts as 32 bits where they fit and none is missing.

    A dictionary holds the codes in use, in order: a selection out of tables that were read
    gives the same bytes as one out of tables just pulled.
    """
    narrow = {}
    for column, kind in frame.dtypes.items():
        values = frame[column]
        if isinstance(kind, pd.CategoricalDtype):
            values = values.astype("str").astype("category")
        elif pd.api.types.is_string_dtype(kind):
            values = values.astype("category")
        elif kind in ("Int64", "int64") and _fits(values):
            values = values.astype("int32")
        narrow[column] = values
    return pd.DataFrame(narrow)


def _fits(counts: pd.Series) -> bool:
    """Tell whether 32 bits hold every count; a missing one needs the nullable 64."""
    return not counts.isna().any() and (counts.empty or counts.abs().max() < 2**31)


def _opened(content: bytes) -> pq.ParquetFile:
    """Open a table in memory; reading it starts no thread, so that a process may fork."""
    return pq.ParquetFile(pa.py_buffer(content), pre_buffer=False)


def _decoded(file: pq.ParquetFile) -> pd.DataFrame:
    arrow = file.read(use_threads=False)
    frame = arrow.to_pandas(use_threads=False, types_mapper=_TYPES.get)
    kinds: dict[str, Any] = {
        f.name: bool for f in arrow.schema if pa.types.is_boolean(f.type) and not f.nullable
    }
    for column, kind in frame.dtypes.items():
        if isinstance(kind, pd.CategoricalDtype):
            # A code is looked up several times faster among objects than among Arrow's text.
            kinds[column] = pd.CategoricalDtype(kind.categories.astype(object))
    return frame.astype(kinds)


_TYPES = {pa.int64(): pd.Int64Dtype(), pa.bool_(): pd.BooleanDtype()}
"""World totals exceed 32 bits and may be missing, marks may be missing: nullable, as the schema
has them."""
