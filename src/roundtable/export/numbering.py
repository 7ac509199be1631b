"""Counting through a document: paragraphs, figures, tables, headings and notes."""

import re
from dataclasses import dataclass, field
from html import escape, unescape
from typing import Any

from nbformat import NotebookNode

from roundtable.errors import ContentError, listing
from roundtable.export.markdown import Block, blocks, list_items, words
from roundtable.export.selection import CHART, tags

_FACT = re.compile(r"""data-fact=(?:"([^"]*)"|'([^']*)')""")
_TABLE = re.compile(r"<table\b[^>]*\brt-table\b[^>]*>")
_ID = re.compile(r'\bid="([^"]*)"')


def shown_facts(text: str) -> list[str]:
    """List the ids of the facts that a text shows, in its order.

    Examples
    --------
    >>> shown_facts('About <span class="fact" data-fact="stock">44,700</span>')
    ['stock']
    """
    return [unescape(double or single) for double, single in _FACT.findall(text)]


@dataclass
class Numbering:
    """Counters of one document, and what they have counted.

    Parameters
    ----------
    record
        The record of the briefing, with its facts, series and sources.
    """

    record: dict[str, Any]
    paragraphs: int = 0
    contents: list[dict[str, Any]] = field(default_factory=list)
    figures: list[dict[str, Any]] = field(default_factory=list)
    tables: list[dict[str, Any]] = field(default_factory=list)
    notes: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    unknown: dict[str, None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Index the record by id."""
        self.facts = {fact["id"]: fact for fact in self.record.get("facts", ())}
        self.facts |= {series["id"]: series for series in self.record.get("series", ())}
        self.sources = {source["id"] for source in self.record.get("sources", ())}

    def number_cell(self, cell: NotebookNode) -> None:
        """Give the numbers of what one cell shows, in place."""
        numbered = not tags(cell) & {"caution", "sources"}
        if cell.cell_type == "markdown":
            cell.source = self._text(cell.source, cell=cell, numbered=numbered)
            return
        for output in cell.outputs:
            if CHART in output.data:
                self._figure(output)
            elif "text/html" in output.data:
                self._tables(output)
            else:
                text = output.data["text/markdown"]
                output.data["text/markdown"] = self._text(text, cell=cell, numbered=numbered)

    def facts_in(self, text: str) -> list[dict[str, Any]]:
        """Find the facts that a text shows, and remember those that nobody knows."""
        found = []
        for identity in shown_facts(text):
            # A cell of a series is addressed as `id[row,column]`.
            fact = self.facts.get(identity) or self.facts.get(identity.partition("[")[0])
            if fact is None:
                self.unknown[f"fact `{identity}`"] = None
            else:
                found.append(fact)
        return found

    def check(self) -> None:
        """Refuse a document that shows what the record does not hold.

        Raises
        ------
        ContentError
            With everything that is shown and not recorded.
        """
        if self.unknown:
            raise ContentError(
                listing(self.unknown, heading="The text shows what the record does not hold:")
            )

    def _figure(self, output: NotebookNode) -> None:
        meta = output.data[CHART].get("layout", {}).get("meta") or {}
        entry = {"number": len(self.figures) + 1, "id": str(meta.get("id", ""))}
        entry["id"] = entry["id"] or f"figure-{entry['number']}"
        output.metadata["briefing"] = {"figure": entry["number"], "id": entry["id"]}
        self.figures.append(entry)

    def _tables(self, output: NotebookNode) -> None:
        numbers = []
        self.facts_in(output.data["text/html"])
        for opening in _TABLE.findall(output.data["text/html"]):
            identity = _ID.search(opening)
            numbers.append(len(self.tables) + 1)
            self.tables.append(
                {"number": numbers[-1], "id": unescape(identity[1]) if identity else ""}
            )
        output.metadata["briefing"] = {"tables": numbers}

    def _text(self, markdown: str, *, cell: NotebookNode, numbered: bool) -> str:
        return "\n\n".join(
            self._block(block, cell=cell, numbered=numbered) for block in blocks(markdown)
        )

    def _block(self, block: Block, *, cell: NotebookNode, numbered: bool) -> str:
        if block.kind == "heading":
            return self._heading(block.text, cell=cell)
        if block.kind == "list":
            return "\n".join(
                item.rstrip() + self._references(item, "") for item in list_items(block.text)
            )
        if block.kind != "paragraph":
            return block.text
        if not numbered:
            return block.text.rstrip() + self._references(block.text, "")
        self.paragraphs += 1
        place = str(self.paragraphs)
        anchor = f'<span class="paragraph-number" id="paragraph-{place}">{place}.</span> '
        return anchor + block.text.strip() + self._references(block.text, place)

    def _heading(self, text: str, *, cell: NotebookNode) -> str:
        marks, _, title = text.strip().partition(" ")
        title = re.sub(r"\s+#+\s*$", "", title).strip()
        # The page has one title; a text that opens with another gives a section.
        marks = "##" if marks == "#" else marks
        used = {entry["id"] for entry in self.contents}
        # The id of the cell is the same in every language; the words are not.
        identity = f"section-{cell.get('id') or len(self.contents) + 1}"
        if identity in used:
            identity = f"{identity}-{len(self.contents) + 1}"
        if len(marks) in (2, 3):
            self.contents.append({"id": identity, "level": len(marks), "text": words(title)})
            return f'{marks} <a id="{escape(identity)}"></a>{title}'
        return f"{marks} {title}"

    def _references(self, text: str, paragraph: str) -> str:
        """Give the note references of the facts in a text, as inline HTML."""
        found: dict[int, str] = {}
        for fact in self.facts_in(text):
            for source in fact.get("sources", ()):
                note = self._note(source)
                if note["number"] not in found:
                    found[note["number"]] = self._reference(note, paragraph)
        if not found:
            return ""
        links = ", ".join(found[key] for key in sorted(found))
        return f'<sup class="note-references">{links}</sup>'

    def _note(self, cited: dict[str, Any]) -> dict[str, Any]:
        identity, where = cited["id"], cited.get("where") or ""
        if identity not in self.sources:
            self.unknown[f"source `{identity}`"] = None
        number = len(self.notes) + 1
        earlier = (note["number"] for (source, _), note in self.notes.items() if source == identity)
        return self.notes.setdefault(
            (identity, where),
            {
                "number": number,
                "first": next(earlier, number),
                "source": identity,
                "where": where,
                "references": [],
            },
        )

    def _reference(self, note: dict[str, Any], paragraph: str) -> str:
        anchor = f"note-{note['number']}-{len(note['references']) + 1}"
        note["references"].append({"id": anchor, "paragraph": paragraph})
        return (
            f'<a class="note-reference" role="doc-noteref" id="{anchor}" '
            f'href="#note-{note["number"]}">{note["number"]}</a>'
        )
