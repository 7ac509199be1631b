"""``roundtable partnerships``: the register, filtered; one entry; the coverage table."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from roundtable.cli.console import out
from roundtable.errors import ParameterError

if TYPE_CHECKING:
    from roundtable.register import Partnership, Register


def partnerships(
    id: Annotated[
        str | None, typer.Argument(help="Id of one entry, to show all of it.", show_default=False)
    ] = None,
    country: Annotated[
        str | None,
        typer.Option(help="A party, by itself or in a bloc: ISO 3166 alpha-3 code."),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            help="bilateral, regional, inter-regional, national, sub-national, multi-stakeholder."
        ),
    ] = None,
    area: Annotated[
        str | None,
        typer.Option(
            help="visas, readmission, knowledge-sharing, labour-migration, border-management, "
            "rescue-at-sea, development."
        ),
    ] = None,
    year: Annotated[int | None, typer.Option(help="A year in which it existed.")] = None,
    coverage: Annotated[
        bool,
        typer.Option("--coverage", help="Show which entry cites each passage of the documents."),
    ] = False,
    schema: Annotated[
        bool, typer.Option("--schema", help="Print the JSON Schema of an entry, for editors.")
    ] = False,
) -> None:
    """Show what governments have agreed: the register, one entry of it, or its coverage."""
    from roundtable import register

    filters = {"country": country, "kind": kind, "area": area, "year": year}
    given = [f"--{name}" for name, value in filters.items() if value is not None]
    alone = [name for name, value in (("--coverage", coverage), ("--schema", schema)) if value]
    alone = [id, *alone] if id else alone
    if alone and len(given) + len(alone) > 1:
        first, *others = [*alone, *given]
        raise ParameterError(f"'{first}' stands alone; leave out {', '.join(others)}.")
    if schema:
        from roundtable.register import editor

        typer.echo(editor.schema(), nl=False)
        return
    everything = register.every()
    if id:
        _show_entry(register.entry(id), everything)
    elif coverage:
        _show_coverage(everything)
    else:
        shown = register.may_be_shown(everything, on=date.today())
        _show_list(register.chosen(shown, **filters), of=len(shown), year=year)


def _show_list(entries: "dict[str, Partnership]", *, of: int, year: int | None) -> None:
    table = Table("id", "partnership", "kind", "signed", "status", "parties")
    for name, entry in entries.items():
        signed = str(entry.signed.date) if entry.signed else ""
        status = f"{entry.status} ({entry.status_as_of})"
        parties = _parties(entry)
        table.add_row(*map(Text, (name, entry.short, entry.kind, signed, status, parties)))
    if entries:
        out.print(table)
    out.print(f"{len(entries)} of {of} entries. `roundtable partnerships ID` shows one.")
    if year is not None:
        out.print(f"Entries whose beginning is not known are not counted as existing in {year}.")


def _parties(entry: "Partnership") -> str:
    """List countries and blocs; other parties are counted where there are any beside them."""
    public = [party.code for party in entry.parties if party.place or party.bloc]
    others = [party.code for party in entry.parties if not (party.place or party.bloc)]
    if public and others:
        return f"{', '.join(public)} and {len(others)} other{'s' * (len(others) > 1)}"
    return ", ".join(public or others)


def _show_entry(entry: "Partnership", register: "Register") -> None:
    from roundtable.register import results

    def said(heading: str, value: str) -> None:
        if value:
            out.print(Text.assemble((f"{heading:<12} ", "bold"), value), soft_wrap=True)

    out.print(Text(entry.title, style="bold"))
    said("official", entry.official)
    said("id", entry.id)
    binding = {True: "binding", False: "not binding", "unknown": "binding or not: unknown"}
    said("kind", f"{entry.kind}, {entry.form}, {binding[entry.binding]}")
    for party in entry.parties:
        said("party", f"{party.name}: {party.part}")
    for name in ("signed", "in_force", "ended"):
        dated = getattr(entry, name)
        if dated:
            notes = "; ".join(filter(None, ("" if dated.sure else "not certain", dated.note)))
            said(name.replace("_", " "), f"{dated.date}" + (f" ({notes})" if notes else ""))
    said("status", f"{entry.status} as of {entry.status_as_of}")
    if since := entry.since_2010:
        by = f" by {since.by}" if since.by else ""
        said("since 2010", f"{since.became}{by}. {since.note}".strip())
    said("areas", ", ".join(entry.areas))
    said("summary", entry.summary)
    for part in entry.components:
        said("part", part)
    for other in entry.negotiated_with:
        said("alongside", " ".join(filter(None, (f"{other.title}.", other.note))))
    for result in entry.results:
        period = f" ({result.period})" if result.period else ""
        said("published", f"{results.printed(result, 'en')} {result.what}{period}")
    for note in entry.disagreements:
        said("disagreement", note)
    said("confidence", entry.confidence)
    for ref in dict.fromkeys(source.ref(register.passages) for source in entry.cited):
        document = register.documents[ref.id]
        said("source", f"{document.citation}, {ref.where}. {document.url}".strip())


def _show_coverage(register: "Register") -> None:
    from roundtable.register import coverage, may_be_shown

    shown = may_be_shown(register, on=date.today())
    table = Table("passage", "document", "where", "about", "entries")
    rows = coverage(register._replace(entries=shown))
    for row in rows:
        cells = (row.id, row.passage.document, row.passage.where, row.passage.about)
        entries = Text(", ".join(row.entries)) if row.entries else Text("none", style="bold red")
        table.add_row(*map(Text, cells), entries)
    out.print(table)
    bare = [row.id for row in rows if not row.entries]
    out.print(
        f"{len(rows)} passages, {len(rows) - len(bare)} with an entry"
        + (f"; none for {', '.join(bare)}." if bare else ".")
    )
