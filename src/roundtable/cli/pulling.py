"""``roundtable data pull``: from the publishers, or from a folder, to the store."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

import typer
from rich.table import Table

from roundtable import paths
from roundtable.cli.console import err, out, say_error
from roundtable.errors import DataError

if TYPE_CHECKING:
    from roundtable.sources import SourceFile
    from roundtable.sources.needed import Plan
    from roundtable.store import Tables


def pull(
    source: Annotated[
        Path | None,
        typer.Option(
            "--from",
            exists=True,
            file_okay=False,
            help="Read the publishers' files from this folder, laid out as data/README.md shows; "
            "nothing is downloaded unless --download is given as well.",
        ),
    ] = None,
    download: Annotated[
        bool | None,
        typer.Option(
            "--download/--no-download",
            help="Download the files that are not there; the default without --from. With --from, "
            "its files are used first.",
        ),
    ] = None,
    refresh: Annotated[
        bool,
        typer.Option(
            "--refresh",
            help="Download anew what publishers update in place; files with a known digest are "
            "kept.",
        ),
    ] = False,
    timeout: Annotated[
        float,
        typer.Option("--timeout", min=0.1, help="Seconds to wait for a server that sends nothing."),
    ] = 30,
) -> None:
    """Build the full store (data/store) from the publishers' files.

    They are downloaded from the addresses in data/sources.yml into data/downloads (or the
    folder that ROUNDTABLE_DOWNLOADS names), each checked by its digest or, where the publisher
    updates it in place, by its layout. A file that is there is not fetched again; one that broke
    off goes on where it was. Files without an address can be put into that folder by hand, laid
    out as data/README.md shows. If anything is missing, cut off or changed, the tables in place
    stay as they were.
    """
    wanted = source is None if download is None else download
    if refresh and not wanted:
        raise typer.BadParameter("--refresh downloads: give it without --no-download.")
    folders = [source] if source else []
    if wanted or not source:
        folders.append(paths.downloads())
    try:
        if wanted:
            _download(source, refresh=refresh, timeout=timeout)
        _report(_build(folders))
    except KeyboardInterrupt:
        say_error("Interrupted. What came is kept; run the command again to go on.")
        raise typer.Exit(130) from None


def _download(given: Path | None, *, refresh: bool, timeout: float) -> None:
    # Imported when needed: help and mistakes in options should not wait for pandas.
    from roundtable import pull as pulling
    from roundtable.cli import watching
    from roundtable.sources import download, needed

    folder = paths.downloads()
    plan = needed.plan(pulling.needs(), folder, given=given, refresh=refresh)
    if not (plan.download or plan.by_hand):
        return
    _announce(plan, folder)
    with watching.watcher(err, folder) as watcher:
        download.fetch(plan, folder, timeout=timeout, refresh=refresh, watcher=watcher)


def _announce(plan: "Plan", folder: Path) -> None:
    """Say beforehand what will be missing, so that it can be looked for meanwhile."""
    err.print(
        f"{len(plan.download)} files to download into {folder}; {len(plan.there)} are there"
        + (f"; {len(plan.by_hand)} have no address:" if plan.by_hand else "."),
        soft_wrap=True,
        markup=False,
    )
    for need in plan.by_hand:
        err.print(f"  {need.files[0].name}", markup=False, soft_wrap=True)


def _build(folders: list[Path]) -> "Tables":
    from roundtable import pull as pulling
    from roundtable import store

    with err.status("Reading") as line:
        try:
            tables = pulling.from_folder(
                *folders, announce=lambda name: line.update(f"Reading {name}")
            )
        except DataError as error:
            if paths.downloads() not in folders:
                raise
            raise DataError(
                f"{error} Downloads are in '{paths.downloads()}'; `roundtable data pull "
                "--refresh` fetches anew what the publisher may have changed."
            ) from None
        line.update("Writing data/store")
        try:
            store.write(tables, paths.store())
        except OSError as error:
            raise DataError(
                f"The tables cannot be written to '{paths.store().parent}' "
                f"({error.strerror or error}). Those in place are as they were. Make room there, "
                "then run the command again."
            ) from None
    return tables


def _report(tables: "Tables") -> None:
    for file, counts in tables.manifest["made_from"].items():
        dropped = "; ".join(f"{n:,} {reason}" for reason, n in counts["dropped"].items())
        out.print(
            f"{file}: {counts['read']:,} rows read, {counts['kept']:,} kept"
            + (f", dropped: {dropped}" if dropped else ""),
            soft_wrap=True,
        )
    size = sum(path.stat().st_size for path in paths.store().iterdir()) / 1e6
    out.print(f"The store is in {paths.store()} ({size:.1f} MB).", soft_wrap=True)


def show_downloads() -> None:
    """Show which files are in the folder of the downloads, and how the others come there."""
    from roundtable import pull as pulling

    folder, needs = paths.downloads(), pulling.needs()
    found = [need.found(folder) for need in needs]
    if not any(found):
        out.print(f"No downloads in {folder}: `roundtable data pull` fetches them.", soft_wrap=True)
        return
    table = Table("download", "size", "came on", "from")
    for need, there in zip(needs, found, strict=True):
        if there:
            path, file = there
            seen = path.stat()
            day = datetime.fromtimestamp(seen.st_mtime).date().isoformat()
            table.add_row(file.name, f"{seen.st_size / 1e6:.2f} MB", day, _where(file))
        else:
            file = need.download or need.files[0]
            table.add_row(file.name, "not there", "", _where(file))
    out.print(table)
    out.print(f"Downloads are in {folder}.", soft_wrap=True)


def _where(file: "SourceFile") -> str:
    return urlsplit(file.url).netloc if file.url else "to be put there by hand"
