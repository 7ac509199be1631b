"""The real files, where they are there, and the tables made from them."""

import os
from pathlib import Path

import pytest

from roundtable import paths, pull, reliability, store

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def sources_folder() -> Path:
    """Find the publishers' files."""
    named = os.environ.get("ROUNDTABLE_SOURCES")
    folder = Path(named) if named else ROOT.parent / "shared" / "sources"
    if not (folder / "undesa-ims-2024").is_dir():
        pytest.skip(
            f"the publishers' files are not in '{folder}'; ROUNDTABLE_SOURCES names their folder"
        )
    return folder


@pytest.fixture(scope="session")
def full(sources_folder) -> store.Tables:
    """Read all files once; the tables are never written."""
    return pull.from_folder(sources_folder)


@pytest.fixture(scope="session")
def flagged(full):
    """Flag every row of both editions."""
    return reliability.flagged(
        full.stocks, compositions=full.compositions, destinations=full.destinations
    )


@pytest.fixture(scope="session")
def pack() -> store.Tables:
    """Read the embedded figures."""
    return store.read(paths.pack())
