"""Versions of a briefing with invented facts, and small builds of them on disk."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest

from roundtable.compare.version import Version

UN = {"undesa-2020": "undesa-ims-2020", "undesa-2024": "undesa-ims-2024"}


@pytest.fixture
def fact() -> Callable[..., dict[str, Any]]:
    """Make an entry of facts.json."""

    def made(id: str, value: Any, *, edition: str = "undesa-2024", **more: Any) -> dict[str, Any]:
        sources = more.pop("sources", [UN[edition]] if edition else ["worldbank-wdi"])
        return {
            "id": id,
            "value": value,
            "unit": "persons",
            "printed": {"en": "no estimate" if value is None else f"about {value}"},
            "indicator": "corridor_stock",
            "definition": "Migrant stock of the corridor",
            "arguments": {"origin": "MUS", "destination": "FRA", "year": 2020},
            "edition": edition,
            "sources": [{"id": name} for name in sources],
            "kind": "measured",
            "flags": [],
            **more,
        }

    return made


@pytest.fixture
def version() -> Callable[..., Version]:
    """Make a version of a briefing from its facts and texts."""

    def made(
        *facts: dict[str, Any],
        edition: str = "undesa-2024",
        year: int = 2020,
        slug: str = "bilateral-mus-fra",
        **texts: str,
    ) -> Version:
        return Version(
            slug=slug,
            theme="bilateral",
            title="Mauritius → France",
            edition=edition,
            year=year,
            facts={one["id"]: one for one in facts},
            texts={cell.replace("_", "-"): text for cell, text in texts.items()},
            headings={"key-messages": "Key messages", "size": "How large?"},
        )

    return made


@pytest.fixture
def build(tmp_path) -> Callable[..., Path]:
    """Write the files of a build that comparing reads."""

    def made(name: str, *versions: Version) -> Path:
        folder = tmp_path / name
        entries = []
        for one in versions:
            home = folder / one.slug
            home.mkdir(parents=True)
            parameters = {"year": one.year, "edition": one.edition}
            content = {
                "edition": one.edition,
                "parameters": parameters,
                "facts": list(one.facts.values()),
            }
            (home / "facts.json").write_text(json.dumps(content), encoding="utf-8")
            cells = [nbformat.v4.new_markdown_cell("## How large?", id="heading")]
            for cell, text in one.texts.items():
                shown = nbformat.v4.new_output("display_data", data={"text/markdown": text})
                cells.append(nbformat.v4.new_code_cell("…", id=cell, outputs=[shown]))
            notebook = nbformat.v4.new_notebook(cells=cells)
            (home / f"{one.slug}.en.ipynb").write_text(nbformat.writes(notebook), "utf-8")
            entries.append(
                {"slug": one.slug, "theme": one.theme, "title": one.title, "languages": ["en"]}
            )
        folder.mkdir(exist_ok=True)
        (folder / "build.json").write_text(json.dumps({"briefings": entries}), "utf-8")
        return folder

    return made
