"""Which cells of an executed notebook belong to the document, and what they show.

A notebook also holds what only its reader at the screen needs: parameters, set-up, help,
widgets. Those cells are left out here, once for every format.
"""

from copy import copy
from typing import Any

from nbformat import NotebookNode

from roundtable.errors import ContentError

RECORD = "application/vnd.roundtable.briefing+json"
CHART = "application/vnd.plotly.v1+json"

_LEFT_OUT = frozenset(
    {"guide", "parameters", "injected-parameters", "setup", "interactive", "record"}
)
# The first of these that an output carries is shown; text/plain is only a notebook's echo.
_SHOWN = (CHART, "text/html", "text/markdown")


def tags(cell: NotebookNode) -> set[str]:
    """Return the tags of a cell."""
    return set(cell.metadata.get("tags", ()))


def briefing_record(nb: NotebookNode) -> dict[str, Any]:
    """Find the record of the briefing: its title, facts, series and sources.

    Parameters
    ----------
    nb
        An executed notebook.

    Returns
    -------
    dict
        The content of the one output of type ``application/vnd.roundtable.briefing+json``.

    Raises
    ------
    ContentError
        If the notebook holds no record, or more than one.
    """
    records = [
        output["data"][RECORD]
        for cell in nb.cells
        for output in cell.get("outputs", ())
        if RECORD in output.get("data", {})
    ]
    if len(records) != 1:
        raise ContentError(
            f"A briefing's notebook holds one output of type {RECORD}; this one holds "
            f"{len(records)}. Run the notebook to its last cell before exporting it."
        )
    return records[0]


def document_cells(nb: NotebookNode) -> list[NotebookNode]:
    """Choose the cells of the document, each code cell with only what it shows.

    Parameters
    ----------
    nb
        An executed notebook. It is not changed.

    Returns
    -------
    list of NotebookNode
        Markdown cells with text, and code cells with at least one output to show: cells and
        outputs of their own, whose data are the notebook's.

    Raises
    ------
    ContentError
        If a cell of the document ended in an error.
    """
    kept = []
    for cell in nb.cells:
        cell = copy(cell)
        if _lists_sources(cell):
            cell.metadata = NotebookNode({**cell.metadata, "tags": ["sources"]})
        if tags(cell) & _LEFT_OUT:
            continue
        if cell.cell_type == "code":
            cell.outputs = [shown for output in cell.outputs if (shown := _shown(output, cell))]
            if cell.outputs:
                kept.append(cell)
        elif cell.cell_type == "markdown" and cell.source.strip():
            kept.append(cell)
    return kept


def _lists_sources(cell: NotebookNode) -> bool:
    # One output may carry the record for the builder and the list of sources for the reader.
    return any(
        RECORD in output.get("data", {}) and "text/markdown" in output.data
        for output in cell.get("outputs", ())
    )


def _shown(output: NotebookNode, cell: NotebookNode) -> NotebookNode | None:
    if output.output_type == "error":
        raise ContentError(
            f"Cell `{cell.get('id', '?')}` ended in {output.ename}: {output.evalue}. A document "
            "is made only from a notebook that ran to its end: correct the cell and run it again."
        )
    data = output.get("data", {})
    kind = next((kind for kind in _SHOWN if kind in data), None)
    if kind is None:
        return None
    text = data[kind]
    # nbformat allows text as a list of lines.
    data = {kind: "".join(text) if isinstance(text, list) else text}
    return NotebookNode(output_type="display_data", data=data, metadata={})
