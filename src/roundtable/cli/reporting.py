"""``roundtable data report``: what the figures carry, as a table and as a page."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from roundtable.cli.console import out

if TYPE_CHECKING:
    from roundtable.export.report import Document, Grid


def report(
    country: Annotated[
        str | None,
        typer.Argument(help="ISO 3166 alpha-3 code of a country; without it, the world."),
    ] = None,
    edition: Annotated[str, typer.Option(help="Edition of the UN stock.")] = "undesa-2024",
    year: Annotated[
        int | None, typer.Option(help="Year of the figures; by default the edition's last.")
    ] = None,
    html: Annotated[
        Path | None, typer.Option("--html", dir_okay=False, help="Write a web page too.")
    ] = None,
) -> None:
    """Say what can be said with the figures of a country, or of the world, and what not."""
    document = _document(country, edition, year)
    _show(document)
    if html is not None:
        from roundtable.export import report as documents

        write(html, documents.render(document))
        out.print(f"The page is in {html}.", markup=False, soft_wrap=True)


def _document(country: str | None, edition: str, year: int | None) -> "Document":
    """Check the parameters, and make the report."""
    from roundtable import store
    from roundtable.briefing import parameters
    from roundtable.errors import DataError
    from roundtable.export import report as documents
    from roundtable.reliability import report as findings
    from roundtable.sources import EDITIONS

    tables = store.load()
    years = parameters.years_of(tables)
    year = max(years[edition]) if year is None and edition in years else year
    problems = parameters.problems_of(
        year=year or 0, edition=edition, language=documents.LANGUAGE, years=years
    )
    if country is not None:
        problems.append(
            parameters.problem_with_country(
                "country", country, complete=tables.complete, data=tables.name
            )
        )
    parameters.refuse("data report", problems)
    if country is None and tables.name == "pack":
        raise DataError(
            "The report of the world needs the figures of all countries, and the embedded ones "
            f"(data/pack) hold {len(tables.complete)}. {store.tables.REMEDY}"
        )
    other = next(name for name in EDITIONS if name != edition)
    about = {"edition": edition, "other": other, "year": year}
    if country is None:
        return documents.world_document(findings.world_report(tables, **about))
    return documents.country_document(findings.country_report(tables, country=country, **about))


def _show(document: "Document") -> None:
    """Print a report; its text is never read as markup."""
    out.print(Text(document.title, style="bold"))
    out.print(Text(document.subtitle))
    out.print()
    out.print(Text(document.labels["said"], style="bold green"))
    for sentence in document.said:
        item(Text(sentence))
    out.print()
    out.print(Text(document.labels["not_said"], style="bold red"))
    for refusal in document.refused:
        item(Text.assemble((f"{refusal.claim}.", "bold"), " ", refusal.why))
    for section in document.sections:
        out.print()
        out.print(Text(section.heading, style="bold"))
        for paragraph in section.paragraphs:
            out.print(Text(paragraph))
        for grid in section.grids:
            out.print()
            out.print(table(grid))
    out.print()
    out.print(Text(document.labels["sources"], style="bold"))
    for source in document.sources:
        item(Text(source))


def item(text: Text) -> None:
    """Print an item of a list, its later lines below its first."""
    lines = Table.grid(padding=(0, 1))
    lines.add_row("-", text)
    out.print(Padding(lines, (0, 0, 0, 1)))


def table(grid: "Grid") -> Table:
    """Make a table of the terminal."""
    shown = Table(
        title=Text(grid.caption),
        caption=Text(grid.note) if grid.note else None,
        title_justify="left",
        caption_justify="left",
    )
    for at, head in enumerate(grid.head):
        shown.add_column(Text(head), justify="left" if at in grid.words else "right")
    for row in grid.rows:
        shown.add_row(*(Text(cell) for cell in row))
    return shown


def write(path: Path, page: str) -> None:
    """Write a page beside its place, and put it there whole."""
    fresh = path.with_name(f".{path.name}-{os.getpid()}")
    try:
        fresh.write_text(page, encoding="utf-8")
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
