"""Digests: what a briefing was built from, so that it is built again only when that changed."""

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from roundtable import paths, register, sources, store

PACKAGES = ("pandas", "plotly", "papermill", "nbclient", "nbconvert", "ipykernel", "Jinja2")
"""Packages whose release may change what a briefing looks like."""


def digest(path: Path) -> str:
    """Return the first sixteen hexadecimal digits of a file's SHA-256."""
    return sources.sha256(path)[:16]


def versions() -> dict[str, str]:
    """Return the releases of the packages that build a briefing."""
    return {name: version(name) for name in PACKAGES}


def data() -> dict[str, Any]:
    """Return which tables are in use and the digest of their manifest."""
    tables = store.load()
    text = json.dumps([tables.manifest, sorted(tables.complete)], sort_keys=True)
    return {"tables": tables.name, "manifest": hashlib.sha256(text.encode()).hexdigest()[:16]}


@lru_cache(maxsize=1)
def _code() -> str:
    """Return one digest of the whole package."""
    package = Path(__file__).parents[1]
    files = sorted(path for path in package.rglob("*") if path.is_file())
    return _together(path for path in files if "__pycache__" not in path.parts)


_LENT = {"notes": ("bilateral.md", "background_paper.md"), "background_paper": ("regional.md",)}
"""Words of another theme that a theme takes in: a corridor note those on visitors and growth, the
short papers the questions of the paper, the paper those of a chart."""


@lru_cache(maxsize=32)
def _words(theme: str, languages: tuple[str, ...]) -> str:
    """Return one digest of a theme's notebook and words, and of the files it reads."""
    folder = paths.notebooks()
    texts = [
        folder / "text" / language / name
        for language in languages
        for name in (f"{theme}.md", *_LENT.get(theme, ()), "common.md", "labels.yml")
    ]
    written = ("places.csv", "sources.yml", "blocs.yml", "circuits.yml", "ties.csv")
    estimate = ("gravity/gravity.yml", "gravity/effects.csv")
    cited = ("documents.yml", "passages.yml", "claims.yml", "rights.yml")
    fixed = [paths.data() / name for name in (*written, *cited, *estimate)]
    for name in ("partnerships", "reviews"):
        fixed += sorted((paths.data() / name).glob("*.yml"))
    return _together([folder / f"{theme}.ipynb", *texts, *fixed])


def withheld() -> list[str]:
    """Return the entries of the register that may not be shown today."""
    everything = register.every()
    return sorted({*everything.entries} - {*register.may_be_shown(everything, on=date.today())})


def of(inputs: Any, *, theme: str, languages: tuple[str, ...]) -> str:
    """Return the digest of everything that a briefing depends on.

    Parameters
    ----------
    inputs
        Parameters and frame of the briefing.
    theme, languages
        Which notebook and words.
    """
    everything = [inputs, withheld(), _code(), _words(theme, languages), data(), versions()]
    text = json.dumps(everything, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _together(files: Iterable[Path]) -> str:
    lines = [digest(path) if path.is_file() else "absent" for path in files]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
