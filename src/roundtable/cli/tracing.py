"""``roundtable trace``."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from roundtable import paths, sources
from roundtable.cli.console import out
from roundtable.errors import RoundtableError, did_you_mean


def trace(
    briefing: Annotated[
        str, typer.Argument(help="Name of a built briefing (bilateral-mus-fra), or its folder.")
    ],
    fact: Annotated[str, typer.Argument(help="Id of the fact, as facts.json has it.")],
    rows: Annotated[int, typer.Option("--rows", min=1, help="Rows to print at most.")] = 30,
) -> None:
    """Print the definition, source and rows of a number in a briefing."""
    from roundtable import store
    from roundtable.briefing import trace as tracing

    content = json.loads(_facts_file(briefing).read_text(encoding="utf-8"))
    known = {entry["id"]: entry for entry in content["facts"]}
    if fact not in known:
        raise RoundtableError(
            f"{briefing} has no fact '{fact}'. It has {', '.join(known)}."
            + did_you_mean(fact, known)
        )
    entry = known[fact]
    table, frame = tracing.rows_of(entry, store.load(content["data"]))
    for label, value in _described(entry):
        out.print(f"[bold]{label:<11}[/]", end=" ")
        out.print(value, markup=False, soft_wrap=True)
    written = table.startswith("data/")
    where = table if written else f"table {table} ({content['data']})"
    out.print(f"[bold]rows[/]        {len(frame)} of {where}")
    # The 2024 edition has numbers up to eight digits: plain text keeps them whole.
    typer.echo(frame.head(rows).to_string(index=False))
    if len(frame) > rows:
        out.print(f"… and {len(frame) - rows} more; see them with --rows {len(frame)}.")


def _facts_file(briefing: str) -> Path:
    """Find ``facts.json`` of a briefing by its folder or name."""
    given = Path(briefing)
    for path in (given, given / "facts.json"):
        if path.is_file():
            return path
    found = sorted(paths.reports().glob(f"*/{briefing}/facts.json"))
    if found:
        return found[-1]
    built = sorted(path.parent.name for path in paths.reports().glob("*/*/facts.json"))
    raise RoundtableError(
        f"There is no built briefing '{briefing}'. "
        + (f"Built are {', '.join(built)}." if built else "Run `make briefings` first.")
        + did_you_mean(briefing, built)
    )


def _described(entry: dict[str, Any]) -> list[tuple[str, str]]:
    from roundtable import register

    catalogue = sources.catalogue()
    lines = [
        ("fact", entry["id"]),
        ("printed", "; ".join(entry["printed"].values())),
        ("value", f"{entry['value']} {entry['unit']}"),
        ("definition", entry["definition"]),
        ("indicator", f"{entry['indicator']}({_arguments(entry)})"),
        ("kind", ", ".join([entry["kind"], *entry["flags"]])),
    ]
    for name in ("low", "high", "indication", "coverage"):
        if entry.get(name) is not None:
            lines.append((name, f"{entry[name]}"))
    if entry.get("not_listed"):
        listed = ", ".join(f"{code} {n:,}" for code, n in entry["not_listed"].items())
        lines.append(("not listed", listed))
    for source in entry["sources"]:
        where = f", {source['where']}" if source.get("where") else ""
        known = catalogue.get(source["id"]) or register.documents().get(source["id"])
        lines.append(("source", (known.citation if known else source["id"]) + where))
    return lines


def _arguments(entry: dict[str, Any]) -> str:
    return ", ".join(f"{name}={value}" for name, value in entry["arguments"].items())
