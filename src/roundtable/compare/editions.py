"""Compute what a briefing tells with another edition, without papermill and kernels.

The code cells of a theme's notebook are lines that call the theme's class. Run here in their
order they show the same sentences and note the same facts as in a build; nothing is written.
Drafters' own words are left out: they were written for the figures of one edition.
"""

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from roundtable import notebooks, store
from roundtable.briefing import parameters
from roundtable.briefing.display import Message, Record
from roundtable.compare.version import Version, headings_of
from roundtable.errors import ParameterError, did_you_mean, listing
from roundtable.sources import EDITIONS


@dataclass(frozen=True)
class Choice:
    """An edition, and the year of its figures.

    Attributes
    ----------
    edition, year
        Such as ``undesa-2020`` and 2020.
    """

    edition: str
    year: int

    def __str__(self) -> str:
        """Return the choice as the command takes it."""
        return f"{self.edition}:{self.year}"


def is_edition(text: str) -> bool:
    """Tell whether an argument names an edition, or looks as if it were meant to."""
    return text.partition(":")[0] in EDITIONS or text.lower().startswith("undesa")


def choices(old: str, new: str, *, year: int | None = None) -> tuple[Choice, Choice]:
    """Read two editions as the command takes them: ``undesa-2020`` or ``undesa-2020:2015``.

    Parameters
    ----------
    old, new
        As given.
    year
        Year of both, where they name none; by default the last that both editions give.

    Returns
    -------
    tuple of Choice

    Raises
    ------
    ParameterError
        If an edition or a year is not there, or both sides are the same.
    """
    years = parameters.years_of(store.load())
    problems, parts = [], []
    for text in (old, new):
        edition, _, named = text.partition(":")
        if edition not in years:
            known = sorted(years)
            problems.append(
                f"'{edition}' is no edition; there are {', '.join(known)}."
                + did_you_mean(edition, known)
            )
        if named and not named.isdecimal():
            problems.append(f"'{named}' in '{text}' is no year. Write it as undesa-2020:2015.")
        parts.append((edition, int(named) if named.isdecimal() else None))
    if not problems:
        shared = set.intersection(*(years[edition] for edition, _ in parts))
        parts = [(edition, own or year or max(shared)) for edition, own in parts]
        problems += [
            f"'{edition}' does not give {chosen}: it has {', '.join(map(str, sorted(gives)))}."
            for edition, chosen in dict.fromkeys(parts)
            if chosen not in (gives := years[edition])
        ]
    if not problems and parts[0] == parts[1]:
        edition, chosen = parts[0]
        problems.append(
            f"Both sides are '{edition}' in {chosen}. Name another edition, or a year behind one "
            f"of them: {edition}:2015."
        )
    if problems:
        raise ParameterError(listing(problems, heading="These editions cannot be compared:"))
    first, second = (Choice(*part) for part in parts)
    return first, second


def between(sides: tuple[Choice, Choice]) -> Choice | None:
    """Return what stands between two sides that differ in edition and year.

    Parameters
    ----------
    sides
        As from `choices`.

    Returns
    -------
    Choice or None
        The edition of the one side for the year of the other: from there to the one side only the
        year changes, to the other only the edition. None where one choice is enough, or where
        neither edition gives the other's year.
    """
    old, new = sides
    if old.edition == new.edition or old.year == new.year:
        return None
    years = parameters.years_of(store.load())
    corners = Choice(new.edition, old.year), Choice(old.edition, new.year)
    return next((corner for corner in corners if corner.year in years[corner.edition]), None)


def tell(slug: str, theme: str, parameters: Mapping[str, Any]) -> Version:
    """Compute the facts and sentences of one briefing.

    Parameters
    ----------
    slug, theme
        Name of the briefing, and of its notebook.
    parameters
        All parameters of the notebook, the language too.

    Raises
    ------
    RoundtableError
        If the briefing cannot be computed with them.
    """
    shown: dict[str, list[str]] = {}
    records: list[Mapping[str, Any]] = []
    names: dict[str, Any] = {}
    path = notebooks.path_of(theme)
    notebooks.refuse_unknown(parameters, path=path)
    notebook = notebooks.without_interactive(notebooks.read(path))
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue

        def display(*things: Any, cell: str = cell.id) -> None:
            for thing in things:
                if isinstance(thing, Message):
                    shown.setdefault(cell, []).append(thing.markdown)
                elif isinstance(thing, Record):
                    records.append(thing.content)

        names["display"] = display
        run_cell(cell.source, names, name=cell.id)
        if "parameters" in notebooks.tags(cell):
            names.update(parameters)
    record = records[-1]
    return Version(
        slug=slug,
        theme=theme,
        title=record["title"],
        edition=record["edition"],
        year=record["parameters"]["year"],
        facts={fact["id"]: fact for fact in record["facts"]},
        texts={cell: "\n\n".join(texts) for cell, texts in shown.items()},
        headings=headings_of(notebook),
    )


def run_cell(source: str, names: dict[str, Any], *, name: str) -> None:
    """Run a cell as a notebook does: the value of a last expression is displayed.

    Parameters
    ----------
    source
        Its code.
    names
        Variables of the notebook, among them ``display``; changed as the cell says.
    name
        Shown in tracebacks.
    """
    tree = ast.parse(source, filename=name)
    if tree.body and isinstance(last := tree.body[-1], ast.Expr):
        call = ast.Call(func=ast.Name("display", ast.Load()), args=[last.value], keywords=[])
        tree.body[-1] = ast.copy_location(ast.Expr(call), last)
    exec(compile(ast.fix_missing_locations(tree), name, "exec"), names)
