"""The command line: ``roundtable build | compare | data | drafts | partnerships | rights | …``."""

import os
from typing import Annotated

import typer

from roundtable import __version__
from roundtable.cli import (
    building,
    claiming,
    comparing,
    data,
    drafting,
    maintaining,
    partnerships,
    rights,
    tracing,
)
from roundtable.cli.console import PlainErrors

app = typer.Typer(
    cls=PlainErrors,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    help="Evidence for migration roundtables: every number traceable to its source rows.",
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"roundtable {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    debug: Annotated[bool, typer.Option("--debug", help="Show tracebacks of errors.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    if debug:
        os.environ["ROUNDTABLE_DEBUG"] = "1"


app.command("build")(building.build)
app.command("compare")(comparing.compare)
app.command("trace")(tracing.trace)
app.command("partnerships")(partnerships.partnerships)
app.command("rights")(rights.rights)
app.command("claims")(claiming.claims)
app.command("check")(maintaining.check)
app.command("notebooks")(maintaining.notebooks)
app.add_typer(data.app, name="data")
app.add_typer(drafting.app, name="drafts")


def main() -> None:
    """Run the command line."""
    app()
