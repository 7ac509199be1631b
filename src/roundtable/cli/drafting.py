"""``roundtable drafts list | new | accept``: the drafters' own words."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.table import Table
from rich.text import Text

from roundtable.cli.console import err, out, say_error
from roundtable.cli.options import SessionArgument, SessionOption

if TYPE_CHECKING:
    from roundtable.drafting import Document, Reviewed
    from roundtable.roundtables import Roundtable

app = typer.Typer(no_args_is_help=True, help="The drafters' own words beside the generated text.")

Slug = Annotated[
    str,
    typer.Argument(
        help="Name of a briefing, such as bilateral-mus-fra, or of a short paper, such as "
        "speaking-note-fra."
    ),
]


@app.command("list")
def list_(
    roundtable: SessionArgument = None,
) -> None:
    """List the drafts, what has changed since they were written, and what is wrong with them."""
    from roundtable import drafting

    session = _session(roundtable)
    found = drafting.review(session)
    problems = drafting.strangers(session)
    if not found and not problems:
        out.print(
            f"No drafts for {session.id}. `roundtable drafts new BRIEFING SECTION` starts one.",
            soft_wrap=True,
        )
        return
    table = Table("briefing", "draft", "place", "state")
    for item in found:
        place = item.draft.front.place if item.draft else ""
        table.add_row(item.slug, Text(item.path.name), place, Text(_state(item)))
    out.print(table)
    problems += [message for item in found for message in item.messages]
    for problem in problems:
        say_error(problem)
    if problems:
        raise typer.Exit(1)


def _state(item: "Reviewed") -> str:
    """Say in a few words how a draft stands."""
    if item.problems:
        return "does not fit: see below"
    if item.unopened:
        return f"the briefing cannot be made: {item.unopened}"
    if item.draft and item.draft.empty:
        return "empty: changes nothing yet"
    told = [
        f"{change['id']}: {change['was']['printed']} → {change['now']['printed']}"
        for change in item.changed
    ]
    if item.not_recorded:
        told.append(f"not accepted yet: {', '.join(item.not_recorded)}")
    return "; ".join(told) or "as written"


@app.command("new")
def new(
    briefing: Slug,
    section: Annotated[
        str | None, typer.Argument(help="Section to write on; without it, lists the sections.")
    ] = None,
    roundtable: SessionOption = None,
    language: Annotated[str, typer.Option("--language", help="Language of the words.")] = "en",
    place: Annotated[
        Literal["before", "after", "instead"],
        typer.Option("--place", help="Where the words stand, seen from the generated text."),
    ] = "after",
) -> None:
    """Start a draft: a file to write in, with the generated text and its facts as help."""
    from roundtable import drafting

    session = _session(roundtable)
    theme, item = _wanted(session, briefing)
    if section is None:
        table = Table("section", "stands under", box=None)
        for name, heading in drafting.headings(theme, item).items():
            table.add_row(name, Text(heading))
        out.print(table)
        return
    path = drafting.start(session, theme, item, section=section, language=language, place=place)
    out.print(f"Write in {path}", soft_wrap=True)


@app.command("accept")
def accept(
    briefing: Slug,
    section: Annotated[
        str | None, typer.Argument(help="Only the draft on this section; without it, all.")
    ] = None,
    roundtable: SessionOption = None,
) -> None:
    """Record what the facts of drafts are now: you have read the words again, and they hold."""
    from roundtable import drafting
    from roundtable.errors import ContentError, listing

    session = _session(roundtable)
    _, item = _wanted(session, briefing)
    chosen = [
        found
        for found in drafting.review(session, slugs=[item.slug])
        if section is None or found.path.name.partition(".")[0] == section
    ]
    if not chosen:
        raise ContentError(
            f"There is no draft of {item.slug}" + (f" on '{section}'." if section else ".")
        )
    messages = [message for found in chosen for message in found.messages]
    messages += [found.unopened for found in chosen if found.unopened]
    if messages:
        raise ContentError(listing(messages, heading="Nothing was accepted:"))
    for found in chosen:
        changed = drafting.accept(found)
        what = "recorded" if changed else "as recorded"
        out.print(f"{found.path.name}: {len(found.facts)} facts {what}.", soft_wrap=True)


def _session(name: str | None) -> "Roundtable":
    from roundtable import roundtables

    with err.status("Reading"):
        return roundtables.load(roundtables.find(name))


def _wanted(session: "Roundtable", slug: str) -> "tuple[str, Document]":
    from roundtable import notes
    from roundtable.errors import ParameterError, did_you_mean

    known = {item.slug: (theme, item) for theme, item in notes.everything(session)}
    if slug not in known:
        raise ParameterError(
            f"{session.id} has no briefing '{slug}'; it has {', '.join(known)}."
            + did_you_mean(slug, known)
        )
    return known[slug]
