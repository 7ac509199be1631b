"""The notebooks as files: their cells, their words in a language, their parameters."""

import ast
import hashlib
import re
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from papermill.inspection import inspect_notebook

from roundtable import drafts, paths, prose
from roundtable.errors import ContentError, ParameterError, did_you_mean, listing
from roundtable.facts import Book


def path_of(theme: str) -> Path:
    """Return the notebook of a theme.

    Raises
    ------
    ContentError
        If there is none.
    """
    path = paths.notebooks() / f"{theme}.ipynb"
    if not path.is_file():
        known = sorted(file.stem for file in paths.notebooks().glob("*.ipynb"))
        raise ContentError(
            f"There is no notebook for theme '{theme}'; there are {', '.join(known)}."
            + did_you_mean(theme, known)
        )
    return path


def read(path: Path) -> nbformat.NotebookNode:
    """Read a notebook."""
    return nbformat.read(path, as_version=4)


def write(notebook: nbformat.NotebookNode, path: Path) -> None:
    """Write a notebook aside, then put it in place."""
    aside = path.with_name(f".{path.name}.new")
    aside.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8")
    aside.replace(path)


def with_words(
    notebook: nbformat.NotebookNode, *, theme: str, language: str
) -> nbformat.NotebookNode:
    """Return a copy whose Markdown cells show the words of a language.

    The words of a cell are the section that has the cell's id.

    Raises
    ------
    ContentError
        If a cell has no section.
    """
    copy = deepcopy(notebook)
    words = prose.Prose(theme=theme, language=language, book=Book())
    for cell in copy.cells:
        if cell.cell_type == "markdown":
            cell.source = words.render(cell.id)
    return copy


def sections(notebook: nbformat.NotebookNode) -> list[str]:
    """List the sections of the words that a document of this notebook shows as text.

    Those of charts and titles, of help for the reader at the screen, and headings that stand
    alone are not among them.
    """
    return list(headings(notebook))


def headings(notebook: nbformat.NotebookNode) -> dict[str, str]:
    """Return the heading under which each section stands, in the order of the document.

    Parameters
    ----------
    notebook
        A notebook with its words.

    Returns
    -------
    dict
        Heading by section, as from `sections`; empty for those above the first heading.
    """
    found: dict[str, str] = {}
    heading = ""
    for cell in notebook.cells:
        if {"guide", "interactive"} & set(tags(cell)):
            continue
        shown = _shown_by(cell.source) if cell.cell_type == "code" else []
        if cell.cell_type == "markdown":
            lines = cell.source.splitlines()
            titles = [line.lstrip("# ") for line in lines if line.startswith("## ")]
            heading = titles[-1] if titles else heading
            if any(line and not line.startswith("#") for line in lines):
                shown = [cell.id]
        for section in shown:
            found.setdefault(section, heading)
    return found


_METHODS = {
    "key_messages": "key-messages",
    "caution": "caution",
    "rights": "rights",
    "claims_read": "claims",
    "questions": "questions-paper",
}
"""Sections that have a method of their own."""


def _shown_by(code: str) -> list[str]:
    """List the sections that a code cell shows: ``briefing.text("size")``."""
    found = []
    for node in ast.walk(ast.parse(code)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        name, given = node.func.attr, node.args
        if name in _METHODS:
            found.append(_METHODS[name])
        elif name == "text" and given and isinstance(given[0], ast.Constant):
            found.append(str(given[0].value))
    return found


def with_drafts(
    notebook: nbformat.NotebookNode, *, roundtable: str, slug: str, language: str
) -> nbformat.NotebookNode:
    """Return a copy that takes in the drafters' own words on a briefing.

    A cell behind the set-up reads them. A Markdown cell on whose section there is a draft
    becomes code, because a draft may print facts. Without drafts, the copy is the same.

    Parameters
    ----------
    notebook
        As from `read`; it is not changed.
    roundtable, slug, language
        Whose drafts: the session, its briefing, and the language of the words.

    Raises
    ------
    ContentError
        If there is a draft on what no document shows.
    """
    copy = deepcopy(notebook)
    drafted = drafts.taken(roundtable, slug, language)
    if not drafted:
        return copy
    drafts.refuse_unshown(drafted, sections(notebook), slug=slug)
    cells = []
    for cell in copy.cells:
        if cell.cell_type == "markdown" and cell.id in drafted:
            code = nbformat.v4.new_code_cell(f'briefing.text("{cell.id}")', id=cell.id)
            code.metadata = cell.metadata
            cells.append(code)
            continue
        cells.append(cell)
        if "setup" in tags(cell):
            code = f'briefing.take_drafts("{roundtable}", "{slug}")'
            cells.append(nbformat.v4.new_code_cell(code, id="drafts", metadata={"tags": ["setup"]}))
    copy.cells = cells
    return copy


def parameters(path: Path) -> dict[str, Any]:
    """Return the parameters of a notebook as papermill sees them, by name."""
    return dict(inspect_notebook(path))


def refuse_unknown(given: Mapping[str, Any], *, path: Path) -> None:
    """Raise ParameterError where a parameter is given that the notebook does not have.

    papermill alone only warns, and runs with the default.

    Parameters
    ----------
    given
        Parameters by name.
    path
        The notebook.

    Raises
    ------
    ParameterError
        With all of them, and what each may have been meant to be.
    """
    known = parameters(path)
    problems = [
        f"`{name}` is not a parameter of {path.name}, which has "
        f"{', '.join(f'`{other}`' for other in known)}." + did_you_mean(name, known)
        for name in given
        if name not in known
    ]
    if problems:
        raise ParameterError(
            listing(problems, heading=f"The parameters of '{path.stem}' do not fit:")
        )


def without_interactive(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Return a copy without the cells tagged ``interactive``."""
    copy = deepcopy(notebook)
    copy.cells = [cell for cell in copy.cells if "interactive" not in tags(cell)]
    return copy


def tags(cell: nbformat.NotebookNode) -> list[str]:
    """Return the tags of a cell."""
    return cell.metadata.get("tags", [])


VOLATILE = re.compile(r"^(execution|papermill)$")


def stable(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Return a copy without times and machine: the same inputs give the same bytes.

    Outputs are not changed, and are those of the notebook itself.
    """
    copy = NotebookNode({**notebook, "metadata": deepcopy(notebook.metadata)})
    copy.cells = [
        NotebookNode({**cell, "metadata": deepcopy(cell.metadata)}) for cell in notebook.cells
    ]
    for part in (copy, *copy.cells):
        for name in [name for name in part.metadata if VOLATILE.match(name)]:
            del part.metadata[name]
    copy.metadata.get("language_info", {}).pop("version", None)
    for cell in copy.cells:
        if cell.cell_type == "code" and "injected-parameters" in tags(cell):
            # papermill gives this cell a random id.
            cell.id = "injected-" + hashlib.sha256(cell.source.encode()).hexdigest()[:12]
    return copy
