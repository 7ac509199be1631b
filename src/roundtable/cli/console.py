"""What all commands share: the console, and errors without tracebacks."""

import os
from typing import Any

import typer
import typer.core
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from roundtable.errors import RoundtableError

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)


class PlainErrors(typer.core.TyperGroup):
    """Show an error of ours as one message; everything else stays a traceback."""

    def invoke(self, ctx: typer.Context) -> Any:
        """Run the command; end with status 1 after an error of ours."""
        try:
            return super().invoke(ctx)
        except RoundtableError as error:
            if os.environ.get("ROUNDTABLE_DEBUG"):
                raise
            say_error(str(error))
            ctx.exit(1)


def say_error(message: str) -> None:
    """Print an error, its text never read as markup."""
    err.print("Error:", style="bold red", end=" ")
    err.print(message, markup=False, soft_wrap=True)


def counting() -> Progress:
    """Return a bar that counts briefings, and goes when they are done."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    return Progress(*columns, console=err, transient=True)
