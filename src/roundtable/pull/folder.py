"""Read every source below a folder into the tables of the store."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd

from roundtable import paths, places, sources
from roundtable.pull import derive
from roundtable.pull.jobs import jobs
from roundtable.store import Tables, schemas


def from_folder(*folders: Path, announce: Callable[[str], None] = lambda _: None) -> Tables:
    """Read every source below a folder and build all tables.

    Parameters
    ----------
    folders
        Laid out as ``data/README.md`` shows (``undesa-ims-2024/…``). What the first does not
        have is taken from the next.
    announce
        Called with the name of each file before it is read.

    Returns
    -------
    Tables
        The full store, checked against its schemas, not yet written.

    Raises
    ------
    DataError
        If a file is missing, cut off, changed, or names an unknown place.
    """
    account: dict[str, dict] = {}
    pieces: dict[str, list[pd.DataFrame]] = {}
    for job in jobs():
        below = (paths.data(),) if job.own else folders
        path, file = sources.locate(sources.catalogue()[job.source].files[job.role], *below)
        announce(file.name)
        found = job.readers[file.layout](path)
        counts = {
            "source": job.source,
            "sha256": sources.sha256(path),
            "read": found.read,
            "kept": found.kept,
            "dropped": {reason: count for reason, count in found.dropped.items() if count},
        }
        # A file may hold the rows of several tables: one account for each.
        account[file.name if file.name not in account else f"{file.name} ({job.role})"] = counts
        for table, rows in job.tables(found.table.assign(source=job.source)).items():
            pieces.setdefault(table, []).append(rows)
    announce("what follows from them")
    read = {name: _joined(name, parts) for name, parts in pieces.items()}
    frames = derive.all_tables(read)
    checked = {name: schemas.checked(name, frames[name]) for name in schemas.SCHEMAS}
    stocks = checked["stocks"]
    complete = frozenset(stocks["origin"]) | frozenset(stocks["destination"])
    manifest = {"made_from": account, "rows": {name: len(t) for name, t in checked.items()}}
    return Tables(
        name="store",
        frames=checked,
        complete=complete - {places.OTHERS},
        manifest=manifest,
    )


def _joined(name: str, parts: list[pd.DataFrame]) -> pd.DataFrame:
    """Put the rows of a table together, in its order of columns.

    Parts with the same columns stand below each other; parts that give different columns
    for the same key, as income and population do, stand beside each other.
    """
    table = parts[0]
    for part in parts[1:]:
        if set(part.columns) == set(table.columns):
            table = pd.concat([table, part], ignore_index=True)
        else:
            table = table.merge(part, on=[c for c in table if c in part], how="outer")
    return table.reindex(columns=schemas.columns(name))
