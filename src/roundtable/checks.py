"""Do the files that people write fit together? And notebooks as they should be stored."""

import os
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient

from roundtable import (
    claims,
    drafting,
    notebooks,
    notes,
    paths,
    prose,
    register,
    rights,
    roundtables,
    store,
)
from roundtable.briefing.paper import practice
from roundtable.engine import kernel_options
from roundtable.errors import RoundtableError
from roundtable.facts import Book
from roundtable.places import blocs_file, cepii, circuits, places_file, ties_file

THEME_LANGUAGE = "en"
"""Language in which the notebooks are stored."""


SPACES = {
    "places.csv": places_file.check,
    "blocs.yml": blocs_file.read,
    "circuits.yml": circuits.every,
    "ties.csv": ties_file.read,
    "ties_against_cepii.csv": cepii.differences,
}
"""Files about places and what binds them, and what reads each."""


def everything() -> list[str]:
    """Return what is wrong with the files that people write; empty when all fits."""
    problems = _spaces() + _agreements() + _claims()
    sessions = []
    for path in sorted(paths.roundtables().glob("*.yml")):
        sessions.append(path.stem)
        try:
            session = roundtables.load(path)
            if lacking := prose.lacking(session.languages):
                problems.append(f"{path.name}: there are {lacking}")
            sessions.append(session.id)
            if strange := practice.not_there(session.practice, register.every()):
                problems.append(f"{path.name}: {strange}")
            problems += drafting.problems(session)
        except RoundtableError as error:
            problems.append(str(error))
    problems += drafting.unknown_roundtables(sessions)
    for path in sorted(paths.notebooks().glob("*.ipynb")):
        problems += _words(path.stem) + _stored(path)
    problems += _words(notes.THEME)
    # A section that a stored notebook cannot show is wrong in the words already.
    return list(dict.fromkeys(problems))


def _spaces() -> list[str]:
    """Read the places, blocs, circuits and ties."""
    problems = []
    for name, read in SPACES.items():
        try:
            read(paths.data() / name)
        except RoundtableError as error:
            problems.append(str(error))
    return problems


def _agreements() -> list[str]:
    """Read the register with what it cites, and the rights review with what it asks."""
    problems = []
    for read in (register.every, rights.every):
        try:
            read(paths.data())
        except RoundtableError as error:
            problems.append(str(error))
    return problems or [
        f"passages.yml: no entry of the register cites '{name}'. Cite it in the one that it is "
        f"about, as {{passage: {name}}}."
        for name in register.missing(register.every())
    ]


def _claims() -> list[str]:
    """Recompute every claim, and say which stated verdicts do not follow."""
    try:
        return claims.problems(claims.every(), claims.Figures(store.load()))
    except RoundtableError as error:
        return [str(error)]


def _words(theme: str) -> list[str]:
    """Compile every section of a theme in every language."""
    problems = []
    for language in prose.languages():
        try:
            words = prose.Prose(theme=theme, language=language, book=Book())
        except RoundtableError as error:
            problems.append(str(error))
            continue
        problems += words.problems()
    return problems


def _stored(path: Path) -> list[str]:
    """Compare the words in a stored notebook with the text file."""
    stored = notebooks.read(path)
    try:
        fresh = notebooks.with_words(stored, theme=path.stem, language=THEME_LANGUAGE)
    except RoundtableError as error:
        return [str(error)]
    return [
        f"{path.name}, cell '{cell.id}': its words are not those of the text file. "
        "Run `make notebooks`."
        for cell, other in zip(stored.cells, fresh.cells, strict=True)
        if cell.source != other.source
    ]


def refreshed(path: Path) -> nbformat.NotebookNode:
    """Return a notebook with its English words, executed on the pack.

    Interactive cells are not executed and stored without outputs.
    """
    notebook = notebooks.with_words(notebooks.read(path), theme=path.stem, language=THEME_LANGUAGE)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    static = notebooks.without_interactive(notebook)
    environment = {**os.environ, "ROUNDTABLE_DATA": "pack"}
    resources = {"metadata": {"path": str(path.parent)}}
    with tempfile.TemporaryDirectory(prefix="roundtable-") as folder:
        options = kernel_options(Path(folder))
        client = NotebookClient(static, timeout=300, resources=resources, **options)
        client.execute(env=environment)
    executed = {cell.id: cell for cell in static.cells}
    for cell in notebook.cells:
        if cell.cell_type == "code" and cell.id in executed:
            cell.outputs = executed[cell.id].outputs
            cell.execution_count = executed[cell.id].execution_count
    notebook.metadata = static.metadata
    return notebooks.stable(notebook)
