"""Briefings on the embedded figures, for the tests of what is made from them."""

from collections.abc import Callable

import pytest

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
