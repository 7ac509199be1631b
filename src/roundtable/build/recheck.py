"""Finished reports, held against their own records and against the tables they rest on."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd

from roundtable import store
from roundtable.build import fingerprint
from roundtable.build.work import ENTRY
from roundtable.export.numbering import shown_facts

REMEDY = "Build it again with --force; words of your own belong into notebooks/drafts."


def finished(reports: Path) -> list[Path]:
    """List the folders of finished briefings below the folder of reports."""
    return sorted(path.parent for path in reports.glob(f"*/*/{ENTRY}"))


def problems(folders: Iterable[Path]) -> list[str]:
    """Say what is wrong with finished briefings; empty when all hold.

    A briefing is wrong when a file of it was changed or is gone since it was built, when a page
    marks a number that ``facts.json`` does not have, or when a stock that it prints is not that
    of the tables it was built from. A briefing that is only out of date is none of these:
    ``roundtable build`` renews it.

    Parameters
    ----------
    folders
        As from `finished`.
    """
    found: list[str] = []
    stocks: list[dict[str, Any]] = []
    for folder in folders:
        try:
            entry, facts = (
                json.loads((folder / name).read_text(encoding="utf-8"))
                for name in (ENTRY, "facts.json")
            )
            found += _files(folder, entry["files"])
            found += _marks(folder, {fact["id"] for fact in facts["facts"]})
            stocks += _stocks(folder, facts)
        except (OSError, ValueError, KeyError) as error:
            found.append(f"{_name(folder)} cannot be read ({error}). {REMEDY}")
    return found + _differing(stocks)


def _name(folder: Path) -> str:
    return f"{folder.parent.name}/{folder.name}"


def _files(folder: Path, digests: dict[str, str]) -> list[str]:
    changed = [
        name
        for name, digest in digests.items()
        if not (folder / name).is_file() or fingerprint.digest(folder / name) != digest
    ]
    if not changed:
        return []
    return [f"{_name(folder)}: {', '.join(changed)} changed or gone since the build. {REMEDY}"]


def _marks(folder: Path, known: set[str]) -> list[str]:
    marked = {
        fact
        for page in sorted(folder.glob("*.html"))
        for fact in shown_facts(page.read_text(encoding="utf-8"))
    }
    strange = sorted(marked - known)
    if not strange:
        return []
    return [f"{_name(folder)} marks {', '.join(strange)}, not in its facts.json. {REMEDY}"]


def _stocks(folder: Path, content: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the stocks of corridors that a briefing prints, as rows."""
    return [
        {
            **{key: fact["arguments"][key] for key in ("origin", "destination", "year")},
            "edition": fact["edition"],
            "value": fact["value"],
            "tables": content["data"],
            "where": f"{_name(folder)}, '{fact['id']}'",
        }
        for fact in content["facts"]
        if fact["indicator"] == "corridor_stock"
        and fact["value"] is not None
        and {"origin", "destination", "year"} <= set(fact["arguments"])
    ]


def _differing(rows: list[dict[str, Any]]) -> list[str]:
    """Compare printed stocks with the tables that they were built from, all at once."""
    found = []
    table = pd.DataFrame(rows)
    for name, mine in table.groupby("tables") if len(table) else ():
        keys = ["edition", "origin", "destination", "year"]
        stocks = store.load(str(name)).stocks
        inside = stocks["destination"].isin(mine["destination"].unique())
        known = stocks.loc[inside, [*keys, "both"]].astype(dict.fromkeys(keys[:3], str))
        both = mine.merge(known, on=keys, how="left")
        wrong = both[both["both"].isna() | (both["both"].astype("Float64") != both["value"])]
        found += [
            f"{row.where} prints {row.value:,}, the table stocks ({name}) has "
            f"{'no such row' if pd.isna(row.both) else f'{int(row.both):,}'}. "
            "Build it again: roundtable build."
            for row in wrong.itertuples()
        ]
    return found
