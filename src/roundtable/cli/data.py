"""``roundtable data``: status, pull, pack, verify, report."""

from typing import Annotated

import typer
from rich.table import Table

from roundtable import paths
from roundtable.cli.console import out, say_error
from roundtable.cli.options import SessionArgument
from roundtable.cli.pulling import pull, show_downloads
from roundtable.cli.reporting import report
from roundtable.sources import EDITIONS

app = typer.Typer(
    no_args_is_help=True, help="The figures: what is there, pull, pack, verify, report."
)
app.command()(pull)
app.command()(report)


@app.command()
def status() -> None:
    """Show which tables are there, which are in use, and which files were downloaded."""
    from roundtable import store
    from roundtable.store import tables as files

    chosen = store.load().name
    table = Table("tables", "in use", "countries", "rows of stocks", "size")
    for name, folder in (("pack", paths.pack()), ("store", paths.store())):
        if not (folder / files.MANIFEST).is_file():
            table.add_row(name, "", "not there", "", "")
            continue
        tables = store.read(folder)
        size = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
        table.add_row(
            name,
            "yes" if name == chosen else "",
            str(len(tables.complete)),
            f"{len(tables.stocks):,}",
            f"{size:.2f} MB",
        )
    out.print(table)
    out.print(
        "ROUNDTABLE_DATA=pack or =store chooses; the default is the store where it is there.",
        soft_wrap=True,
    )
    show_downloads()


@app.command()
def pack(
    roundtable: SessionArgument = None,
) -> None:
    """Choose the figures a roundtable needs out of the store, into data/pack."""
    from roundtable import roundtables, store
    from roundtable.store import pack as packing

    session = roundtables.load(roundtables.find(roundtable))
    chosen = packing.select(store.load("store"), countries=session.countries)
    store.write(chosen, paths.pack())
    size = sum(path.stat().st_size for path in paths.pack().iterdir()) / 1e6
    out.print(
        f"The pack holds {len(chosen.stocks):,} corridors and years of "
        f"{len(chosen.complete)} countries ({size:.2f} MB) in {paths.pack()}.",
        soft_wrap=True,
    )


@app.command()
def verify(
    every: Annotated[
        bool, typer.Option("--list", help="List every cell that cannot be compared.")
    ] = False,
) -> None:
    """Check world totals, and sums by destination against the publisher's workbooks."""
    from roundtable import store
    from roundtable.store import verify as verifying

    tables, wrong = store.load("store"), 0
    for edition, year, expected, found in verifying.world_totals(tables):
        same = "as the workbook has it" if found == expected else f"expected {expected:,}"
        wrong += found != expected
        out.print(f"{edition}, world {year}: {found:,}, {same}")
    for edition in EDITIONS:
        result = verifying.against_workbook(tables, edition)
        wrong += len(result.differences)
        out.print(
            f"{edition}: {result.compared:,} cells compared with the workbook, "
            f"{len(result.differences)} differ; {len(result.not_comparable)} cannot be compared"
        )
        if len(result.differences):
            out.print(result.differences.to_string(index=False))
        rest = result.not_comparable.groupby(["label", "reason"]).size()
        for (label, reason), count in rest.items() if every else ():
            out.print(f"  {label}, {count} years: {reason}")
    if wrong:
        say_error(f"{wrong} figures differ. The store does not match the publisher's totals.")
        raise typer.Exit(1)
