"""A headless Chromium that notes every error and every request of the pages it opens."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# As root, as in a container, Chromium runs only without its sandbox; the pages are our own.
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
WAIT = 20_000
"""Milliseconds after which something that should appear never will."""


@dataclass
class Visit:
    """A page in the browser, with what it said and asked for."""

    page: Page
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    @property
    def outside(self) -> list[str]:
        """Return the requests that are for no file beside the page and no part of it."""
        local = ("file", "data", "blob", "about")
        return [url for url in self.requests if urlsplit(url).scheme not in local]


Open = Callable[..., Visit]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start the browser once."""
    executable = next(filter(None, map(shutil.which, NAMES)), None)
    if executable is None:
        pytest.skip("there is no Chromium or Chrome; `make browser` installs one")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium) -> Iterator[Open]:
    """Open a file from disk, in a window of its own."""
    contexts = []

    def opened(path: Path, **options) -> Visit:
        context = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        contexts.append(context)
        context.set_default_timeout(WAIT)
        page = context.new_page()
        found = Visit(page)
        page.on("console", lambda said: _note(found, said))
        page.on("pageerror", lambda error: found.errors.append(str(error)))
        page.on("requestfailed", lambda request: found.errors.append(f"not loaded: {request.url}"))
        page.on("request", lambda request: found.requests.append(request.url))
        page.goto(path.as_uri(), wait_until="load")
        return found

    yield opened
    for context in contexts:
        context.close()


def _note(found: Visit, said) -> None:
    if said.type in ("error", "warning"):
        found.errors.append(f"{said.type}: {said.text}")
