"""``roundtable build``."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from roundtable.cli.console import counting, err, out, say_error
from roundtable.cli.options import Only, SessionArgument, Themes

if TYPE_CHECKING:
    from roundtable import build as builder
    from roundtable.roundtables import Roundtable


def build(
    roundtable: SessionArgument = None,
    theme: Themes = None,
    only: Only = None,
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

    Drafts in notebooks/drafts are taken in; a briefing whose draft does not fit is not built.
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
    refused = _refused(session, jobs, force=force)
    outcome = _with_progress(jobs, workers=workers, force=force, refused=refused)
    entries = builder.finish(session, folder=folder, outcome=outcome, self_contained=self_contained)
    _drafts(session, entries, only={job.slug for job in jobs} - set(refused))
    _summary(folder, outcome, total=len(jobs), refused=refused)
    if outcome.interrupted:
        raise typer.Exit(130)
    if outcome.failures:
        raise typer.Exit(1)


def _refused(session: "Roundtable", jobs: "list[builder.Job]", *, force: bool) -> dict[str, str]:
    """Check the drafts before anything is built, and say at once all that is wrong with them."""
    from roundtable import build as builder
    from roundtable import drafting
    from roundtable.errors import ContentError, listing

    if strangers := drafting.strangers(session):
        raise ContentError(listing(strangers, heading="Nothing was built; drafts do not fit:"))
    # What is up to date was built from the same drafts.
    fresh = [job.slug for job in jobs if force or not builder.up_to_date(job)]
    broken = drafting.broken(session, slugs=fresh)
    return {
        slug: listing(messages, heading="Its drafts do not fit; what was built before stays:")
        for slug, messages in broken.items()
    }


def _drafts(session: "Roundtable", entries: list[dict[str, Any]], *, only: set[str]) -> None:
    """Tell which drafts name figures that have changed since, or were never recorded."""
    from roundtable.roundtables import SHIPPED

    where = "" if session.id == SHIPPED else f" --roundtable {session.id}"
    for entry in entries:
        for draft in entry.get("drafts", ()) if entry["slug"] in only else ():
            lines = [
                f"  {change['id']}: was {change['was']['printed']} ({change['was']['kind']}), "
                f"is {change['now']['printed']} ({change['now']['kind']})"
                for change in draft["changed"]
            ]
            if draft["not_recorded"]:
                lines.append(f"  not recorded yet: {', '.join(draft['not_recorded'])}")
            if not lines:
                continue
            what = "have changed since it was written" if draft["changed"] else "to record"
            command = f"roundtable drafts accept {entry['slug']} {draft['section']}{where}"
            lines.append(f"  Read it again, then: {command}")
            err.print("draft  ", style="bold yellow", end=" ")
            err.print(f"{draft['file']}: facts {what}", markup=False, soft_wrap=True)
            err.print("\n".join(lines), markup=False, soft_wrap=True)


def _with_progress(
    jobs: "list[builder.Job]", *, workers: int, force: bool, refused: dict[str, str]
) -> "builder.Outcome":
    """Run the jobs behind a bar that names what has ended, and how."""
    from roundtable import build as builder

    with counting() as progress:
        task = progress.add_task("Building", total=len(jobs))

        def report(event: str, job: "builder.Job", message: str) -> None:
            if event == "start":
                return
            if event == "failed":
                progress.console.print(f"[bold red]failed[/]  {job.slug}")
                if job.slug in refused:
                    progress.console.print(message, markup=False, soft_wrap=True)
            elif event == "done":
                progress.console.print(f"[green]built[/]   {job.slug}")
            progress.advance(task)

        return builder.run(jobs, workers=workers, force=force, refused=refused, report=report)


def _summary(
    folder: Path, outcome: "builder.Outcome", *, total: int, refused: dict[str, str]
) -> None:
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
        # What is wrong with drafts was told before anything was built.
        said = "not built; mend its drafts as told above" if slug in refused else message
        say_error(f"{slug} failed: {said}")
