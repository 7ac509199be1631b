"""The real files, where they are there, and the tables made from them."""

import pytest

from roundtable import paths, pull, reliability, store


@pytest.fixture(scope="session")
def full(sources_folder) -> store.Tables:
    """Read all files once; the tables are never written."""
    return pull.from_folder(sources_folder)


@pytest.fixture(scope="session")
def flagged(full):
    """Flag every row of both editions."""
    return reliability.flagged_stocks(full)


@pytest.fixture(scope="session")
def pack() -> store.Tables:
    """Read the embedded figures."""
    return store.read(paths.pack())
