"""``roundtable build``."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from roundtable.cli.console import err, out, say_error

if TYPE_CHECKING:
    from roundtable import build as builder


def build(
    roundtable: Annotated[
        str | None, typer.Argument(help="Id or file of a roundtable; without it, the shipped one.")
    ] = None,
    theme: Annotated[
        list[str] | None, typer.Option("--theme", help="Only this theme; may be repeated.")
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option("--only", help="Only this briefing, such as bilateral-mus-fra; repeatable."),
    ] = None,
    language: Annotated[
        list[str] | None,
        typer.Option("--language", help="Language of the words; repeatable. Default: English."),
    ] = None,
    format: Annotated[
        list[str] | None, typer.Option("--format", help="Output format: html.")
    ] = None,
    workers: Annotated[
        int, typer.Option("--workers", min=1, help="Briefings to build at the same time.")
    ] = max(1, os.cpu_count() or 1),
    engine: Annotated[
        str, typer.Option("--engine", help="Engine of papermill that runs the notebooks.")
    ] = "nbclient",
    output: Annotated[
        Path | None, typer.Option("--output", help="Folder for the reports. Default: reports/.")
    ] = None,
    self_contained: Annotated[
        bool,
        typer.Option(
            "--self-contained", help="Put scripts and styles into each page (5 MB a page)."
        ),
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Build also what is up to date.")] = False,
) -> None:
    """Build the briefings of a roundtable as HTML, with their notebooks and facts.

    What was built from the same inputs is left as it is, so that an interrupted build goes
    on where it was. Ends with status 0 only when every briefing is there.
    """
    # Imported when needed: help and mistakes in options should not wait for pandas.
    from roundtable import build as builder
    from roundtable import paths, roundtables

    for name in format or []:
        if name != "html":
            raise typer.BadParameter(f"'{name}' is not a format yet; there is html.")
    session = roundtables.load(roundtables.find(roundtable))
    folder = (output or paths.reports()) / session.id
    jobs = builder.plan(
        session,
        folder=folder,
        themes=theme,
        only=only,
        languages=language,
        engine_name=engine,
        self_contained=self_contained,
    )
    outcome = _with_progress(jobs, workers=workers, force=force)
    builder.finish(session, folder=folder, outcome=outcome, self_contained=self_contained)
    _summary(folder, outcome, total=len(jobs))
    if outcome.interrupted:
        raise typer.Exit(130)
    if outcome.failures:
        raise typer.Exit(1)


def _with_progress(jobs: "list[builder.Job]", *, workers: int, force: bool) -> "builder.Outcome":
    """Run the jobs behind a bar that names what has ended, and how."""
    from roundtable import build as builder

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=err, transient=True) as progress:
        task = progress.add_task("Building", total=len(jobs))

        def report(event: str, job: "builder.Job", message: str) -> None:
            if event == "start":
                return
            if event == "failed":
                progress.console.print(f"[bold red]failed[/]  {job.slug}")
            elif event == "done":
                progress.console.print(f"[green]built[/]   {job.slug}")
            progress.advance(task)

        return builder.run(jobs, workers=workers, force=force, report=report)


def _summary(folder: Path, outcome: "builder.Outcome", *, total: int) -> None:
    index = folder / "index.html"
    done = len(outcome.built) + len(outcome.unchanged)
    out.print(
        f"{done} of {total} briefings are in place ({len(outcome.built)} built, "
        f"{len(outcome.unchanged)} up to date) after {outcome.seconds:.0f} s."
    )
    out.print(f"Open {index}", soft_wrap=True)
    if outcome.interrupted:
        say_error("Interrupted. Finished briefings are in place; run the command again to go on.")
    for slug, message in outcome.failures.items():
        say_error(f"{slug} failed: {message}")
