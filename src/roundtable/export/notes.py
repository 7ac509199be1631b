"""Numbers of a document: paragraphs, figures, tables and notes, given once.

Numbering comes before any exporter, so that paragraph 7 and note 3 are the same on the
web page, in Word and on paper. What it finds is left in the notebook's metadata under
`briefing`; paragraph numbers and note references stand in the Markdown itself.
"""

import copy
import re
from typing import Any

from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode

from roundtable.export.markdown import blocks, list_items, words
from roundtable.export.numbering import Numbering
from roundtable.export.selection import briefing_record, document_cells, tags

_KIND = re.compile(r'<span class="kind kind-([\w-]+)">.*?</span>', re.DOTALL)


class NumberBriefing(Preprocessor):
    """nbconvert preprocessor that numbers the briefing in a notebook."""

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Return the numbered notebook; see `number`."""
        return number(nb), resources


def number(nb: NotebookNode) -> NotebookNode:
    """Give numbers to the paragraphs, figures, tables and notes of an executed notebook.

    Parameters
    ----------
    nb
        An executed notebook with the record of its briefing. It is not changed.

    Returns
    -------
    NotebookNode
        The cells of the document only, with the notebook's own record, charts and tables.
        ``metadata.briefing`` holds
        ``record``, ``lead`` (Markdown under the title), ``key_messages`` (title, text),
        ``contents`` (id, level, text), ``figures`` and ``tables`` (number, id),
        ``notes`` (number, first note on the same source, source, where, references) and
        ``paragraphs`` (their count).

    Raises
    ------
    ContentError
        If the record is missing, or a text shows facts or sources that it does not hold.
    """
    record = briefing_record(nb)
    document = NotebookNode(
        cells=document_cells(nb),
        metadata=copy.deepcopy(nb.metadata),
        nbformat=nb.nbformat,
        nbformat_minor=nb.nbformat_minor,
    )
    numbering = Numbering(record)
    lead = _take_title(document.cells)
    key_messages = _take_key_messages(document.cells)
    for text in (lead, key_messages["text"]):
        numbering.facts_in(text)
    for cell in document.cells:
        numbering.number_cell(cell)
    numbering.check()
    document.metadata["briefing"] = {
        "record": record,
        "lead": lead,
        "key_messages": key_messages,
        "contents": numbering.contents,
        "figures": numbering.figures,
        "tables": numbering.tables,
        "notes": list(numbering.notes.values()),
        "paragraphs": numbering.paragraphs,
    }
    return document


def key_messages(nb: NotebookNode) -> list[dict[str, str]]:
    """List the key messages of an executed notebook, as words without markup.

    Parameters
    ----------
    nb
        An executed notebook.

    Returns
    -------
    list of dict
        ``text`` and ``kind`` (such as ``measured``; empty where none is given).
    """
    text = _take_key_messages(document_cells(nb))["text"]
    found = []
    for block in blocks(text):
        for item in list_items(block.text) if block.kind == "list" else []:
            kind = _KIND.search(item)
            bare = re.sub(r"^\s*(?:[-*+]|\d+[.)])\s+", "", _KIND.sub("", item))
            found.append({"text": words(bare), "kind": kind[1] if kind else ""})
    return found


def _take_title(cells: list[NotebookNode]) -> str:
    # The title itself comes from the record; what stands with it introduces the page.
    for cell in cells:
        if cell.cell_type != "markdown":
            continue
        parts = blocks(cell.source)
        if parts and parts[0].kind == "heading" and parts[0].text.lstrip().startswith("# "):
            cells.remove(cell)
            return "\n\n".join(part.text for part in parts[1:])
    return ""


def _take_key_messages(cells: list[NotebookNode]) -> dict[str, str]:
    title, texts = "", []
    for cell in [cell for cell in cells if "key-messages" in tags(cell)]:
        place = cells.index(cell)
        before = cells[place - 1] if place else None
        cells.remove(cell)
        if cell.cell_type == "markdown":
            texts.append(cell.source)
            continue
        texts += [output.data.get("text/markdown", "") for output in cell.outputs]
        # A heading that stands alone above the messages moves into their box.
        if before is not None and before.cell_type == "markdown" and before in cells:
            parts = blocks(before.source)
            if parts and all(part.kind == "heading" for part in parts):
                cells.remove(before)
                texts.insert(0, before.source)
    parts = blocks("\n\n".join(texts))
    headings = [part for part in parts if part.kind == "heading"]
    if headings:
        title = words(headings[0].text)
    return {
        "title": title,
        "text": "\n\n".join(part.text for part in parts if part.kind != "heading"),
    }
