"""List what was built: ``index.html``, ``register.html`` and ``build.json``."""

import json
import os
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from roundtable import places, prose, register
from roundtable.build import fingerprint
from roundtable.build.plan import session_page
from roundtable.build.pool import Outcome
from roundtable.build.work import ENTRY, as_json
from roundtable.export import index, register_page
from roundtable.export.page import Card, Page
from roundtable.notes import NoteWanted, everything
from roundtable.roundtables import Roundtable, Wanted


def finish(
    roundtable: Roundtable, *, folder: Path, outcome: Outcome, self_contained: bool = False
) -> None:
    """Write ``index.html`` and ``build.json`` for everything that is in the folder.

    Parameters
    ----------
    roundtable
        The session.
    folder
        Folder of its reports.
    outcome
        What the build that just ended did.
    self_contained
        Whether the index carries its scripts and styles.

    Returns
    -------
    list of dict
        The entries of ``build.json``, one for each briefing that is in the folder.
    """
    folder.mkdir(parents=True, exist_ok=True)
    entries, cards = [], []
    for theme, item in everything(roundtable):
        path = folder / item.slug / ENTRY
        entry = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None
        if entry:
            entries.append(entry)
        failure = outcome.failures.get(item.slug, "")
        if entry and not failure:
            cards.append(_card(entry))
        elif failure:
            earlier = _editions(entry) if entry else {}
            title = entry["title"] if entry else _title(item)
            cards.append(
                Card(theme=theme, slug=item.slug, title=title, failure=failure, editions=earlier)
            )
    page = session_page(roundtable)
    # The index is in the first language of the roundtable.
    words = {"kinds": prose.labels(roundtable.languages[0])["kinds"]}
    assets = None if self_contained else "assets"
    _replace(folder / REGISTER, _register_page(page, words, assets))
    text = index.render(cards, page, labels=words, assets=assets, register=REGISTER)
    _replace(folder / "index.html", text)
    report = {
        "roundtable": roundtable.id,
        "python": sys.version.split()[0],
        "versions": fingerprint.versions(),
        "data": fingerprint.data(),
        "seconds": outcome.seconds,
        "built": outcome.built,
        "unchanged": outcome.unchanged,
        "failures": outcome.failures,
        "interrupted": outcome.interrupted,
        "briefings": entries,
    }
    _replace(folder / "build.json", as_json(report))
    return entries


REGISTER = "register.html"


def _register_page(page: Page, words: Mapping[str, Any], assets: str | None) -> str:
    """Make the page of the register, without what may not be shown today."""
    return register_page.render(
        register.every(), page, on=date.today(), labels=words, assets=assets
    )


def _card(entry: dict[str, Any]) -> Card:
    slug = entry["slug"]
    return Card(
        theme=entry.get("kind") or entry["theme"],
        slug=slug,
        title=entry["title"],
        subtitle="",
        message=entry["message"],
        kinds=tuple(entry["kinds"]),
        editions=_editions(entry),
        facts=f"{slug}/facts.json",
    )


def _editions(entry: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Return the addresses of a briefing's files, by language."""
    at = f"{entry['slug']}/{entry['slug']}"
    return {
        language: {
            form: f"{at}.{language}.{form}"
            # A short paper has no notebook.
            for form in (("html",) if "kind" in entry else ("html", "ipynb"))
        }
        for language in entry["languages"]
    }


def _title(item: Wanted | NoteWanted) -> str:
    """Name a briefing that was never built: by its countries, else by its slug."""
    codes = [code for code in item.parameters.values() if code in item.countries]
    return " → ".join(places.place(code).name for code in codes) or item.slug


def _replace(path: Path, text: str) -> None:
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    aside.write_text(text, encoding="utf-8")
    aside.replace(path)
