"""``roundtable rights``: what agreements say to the criteria, never added up."""

from datetime import date
from typing import Annotated, Any

import typer

from roundtable.cli.console import out
from roundtable.errors import RoundtableError, did_you_mean

WIDEST = 100
"""Columns of a profile's notes in a terminal; longer lines are hard to follow."""

SHORT = {"not assessable": "not read", "not applicable": "n/a", "covered elsewhere": "elsewhere"}
"""Answers as the matrix prints them, where the word is long."""


def rights(
    entry: Annotated[
        str | None,
        typer.Argument(help="Entry of the register, for its profile; all agreements without one."),
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", help="Only this kind: labour, return, regional …")
    ] = None,
) -> None:
    """Print what agreements say to the criteria of the rights review: never a total or a rank."""
    from roundtable import register
    from roundtable import rights as reviews

    asked = reviews.criteria()
    shown = register.may_be_shown(register.every(), on=date.today())
    found = {name: review for name, review in reviews.every().items() if name in shown}
    if entry is not None:
        if entry not in found:
            raise RoundtableError(
                f"There is no review of '{entry}'. Reviewed are {', '.join(found)}."
                + did_you_mean(entry, found)
            )
        _print_profile(reviews.profile(found[entry], asked), shown[entry], asked)
        return
    kinds = [one.id for one in asked.kinds]
    if kind is not None and kind not in kinds:
        raise RoundtableError(
            f"There is no kind '{kind}'; there are {', '.join(kinds)}." + did_you_mean(kind, kinds)
        )
    chosen = [review for review in found.values() if kind in (None, review.kind)]
    _print_matrix(reviews.matrix(chosen, asked), shown, asked)


def _print_matrix(frame: Any, shown: Any, asked: Any) -> None:
    """Print a table a group: agreements down, criteria across."""
    from rich import box
    from rich.table import Table

    for group in asked.groups:
        items = [item for item in asked.criteria if item.group == group.id]
        table = Table(title=group.name, box=box.SIMPLE, title_justify="left", pad_edge=False)
        table.add_column("Agreement")
        for item in items:
            table.add_column(item.name, overflow="fold")
        for name, row in frame.iterrows():
            words = ["" if row[item.id] is None else row[item.id].value for item in items]
            if set(words) - {"", "not assessable"}:
                table.add_row(shown[name].short, *(SHORT.get(word, word) for word in words))
        if table.row_count:
            out.print(table)
    out.print(
        "Each answer stands for itself: there is no total. A blank: not asked of this kind. An "
        "agreement of which nothing is known under a heading is left out there. "
        "`roundtable rights ENTRY` gives the basis of every answer; entries are "
        + ", ".join(frame.index)
        + ".",
        markup=False,
    )


def _print_profile(profile: Any, entry: Any, asked: Any) -> None:
    """Print one agreement: what was read, each answer with its basis, the context."""
    review = profile.review
    names = {group.id: group.name for group in asked.groups}
    out.print(f"[bold]{entry.short}[/]", end=" ")
    out.print(f"({asked.kind(review.kind).name}, reviewed {review.reviewed})", markup=False)
    out.print(f"Read: {_read(review)}", markup=False, width=WIDEST)
    group = ""
    for line in profile.lines:
        if line.criterion.group != group:
            group = line.criterion.group
            out.print(f"\n[bold]{names[group]}[/]")
        _print_told(line.criterion.name, line.told)
    out.print("\n[bold]National coherence (A/68/283, paragraph 80)[/]")
    for part in asked.coherence:
        told = review.coherence.get(part.id)
        if told is None:
            out.print(f"  {part.name}: {review.otherwise.value}", markup=False)
        else:
            _print_told(part.name, told)
    out.print("\n[bold]Context, no criteria[/]")
    words = {True: "yes", False: "no", "unknown": "not known"}
    for flag in asked.flags:
        context = review.flags.get(flag.id)
        holds = words[context.holds] if context else "not known"
        note = f". {context.note}" if context and context.note else ""
        out.print(f"  {flag.name}: {holds}{note}", markup=False, width=WIDEST)


def _read(review: Any) -> str:
    words = {
        "whole": "the whole text",
        "parts": "parts of the text",
        "reports": "documents about it, not the text",
        "none": "nothing",
    }
    note = f" {review.text.note}" if review.text.note else ""
    return f"{words[review.text.read]}.{note}"


def _print_told(name: str, told: Any) -> None:
    places = "; ".join(_place(source) for source in told.basis)
    note = f". {told.note}" if told.note else ""
    basis = f" [{places}]" if places else ""
    out.print(f"  {name}: {told.answer.value}{note}{basis}", markup=False, width=WIDEST)


def _place(source: Any) -> str:
    return f"{source.document or source.passage}{', ' + source.where if source.where else ''}"
