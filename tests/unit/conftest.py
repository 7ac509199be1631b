"""Briefings on the embedded figures, and a copy of the words and notebooks to break."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd
import pytest

from roundtable import paths, prose
from roundtable.briefing import Bilateral

Open = Callable[..., Bilateral]


@pytest.fixture(scope="session")
def open_bilateral() -> Open:
    """Open a fresh briefing of a corridor, by default on the pack and in its latest figures."""

    def opened(
        origin: str = "MUS",
        destination: str = "FRA",
        *,
        year: int = 2024,
        edition: str = "undesa-2024",
        data: str = "pack",
    ) -> Bilateral:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("ROUNDTABLE_DATA", data)
            return Bilateral(origin=origin, destination=destination, year=year, edition=edition)

    return opened


@pytest.fixture
def on_the_pack(monkeypatch) -> None:
    """Have briefings open the embedded figures, whatever store there is."""
    monkeypatch.setenv("ROUNDTABLE_DATA", "pack")


@pytest.fixture
def workspace(tmp_path, monkeypatch) -> Iterator[Path]:
    """A copy of the words, the notebooks and the roundtables, which a test may change."""
    home = tmp_path / "home"
    shutil.copytree(paths.notebooks(), home / "notebooks")
    shutil.copytree(paths.roundtables(), home / "data" / "roundtables")
    shutil.copytree(paths.pack(), home / "data" / "pack")
    shutil.copytree(paths.data() / "gravity", home / "data" / "gravity")
    for name in ("partnerships", "reviews"):
        shutil.copytree(paths.data() / name, home / "data" / name)
    for path in [*paths.data().glob("*.yml"), *paths.data().glob("*.csv")]:
        shutil.copy(path, home / "data" / path.name)
    monkeypatch.setenv("ROUNDTABLE_HOME", str(home))
    forget_words()
    yield home
    forget_words()


def forget_words() -> None:
    """Have the words read anew, from where the workspace is now."""
    prose.sections.cache_clear()
    prose.labels.cache_clear()


STOCKS = [
    ("undesa-2024", "FRA", "MUS", 2020, 50, 30, 20, "new"),
    ("undesa-2024", "FRA", "OOO", 2020, 50, 20, 30, "new"),
    ("undesa-2024", "FRA", "MUS", 2024, 60, 36, 24, "new"),
    ("undesa-2024", "FRA", "OOO", 2024, 60, 24, 36, "new"),
    ("undesa-2024", "CAN", "PHL", 2024, 0, 0, 0, "new"),
    ("undesa-2024", "CAN", "OOO", 2024, 7, 3, 4, "new"),
    ("undesa-2020", "GBR", "MUS", 2020, 45, 25, 20, "old"),
]


@pytest.fixture
def stocks():
    """Stocks of a small store, every figure of them invented."""
    columns = ["edition", "destination", "origin", "year", "both", "female", "male", "source"]
    persons = dict.fromkeys(["both", "female", "male"], "Int64")
    return pd.DataFrame(STOCKS, columns=columns).astype(persons)
