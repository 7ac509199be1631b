"""Tables: numbers aligned right, units in the heads, a source note below."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import escape

import pandas as pd

from roundtable.facts.forms import DASH


@dataclass(frozen=True)
class Table:
    """A table as it is shown: every cell already printed.

    Attributes
    ----------
    id
        Id of its series.
    caption
        What the table shows, with the measure.
    head
        Column heads with units; the first names the rows.
    rows
        Printed cells.
    note
        Source and remarks.
    marks
        Kind of each row, shown as a word behind its name where it is not ``measured``.
    kinds
        Words of the kinds.
    signs
        What a sign in the cells means (a dash, a star), as a sentence: told behind the note where
        the sign occurs, and not where a reader would look for it in vain.
    """

    id: str
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str
    marks: tuple[str, ...] = ()
    kinds: Mapping[str, str] | None = None
    signs: Mapping[str, str] | None = None

    def without_empty_columns(self) -> "Table":
        """Return the table without columns that hold nothing but dashes, unless all would go."""
        kept = [place for place in range(1, len(self.head)) if self._numbers(place) is not None]
        if not kept:
            return self
        at = [0, *kept]
        return replace(
            self,
            head=tuple(self.head[place] for place in at),
            rows=tuple(tuple(row[place] for place in at) for row in self.rows),
        )

    @property
    def told(self) -> str:
        """The note, and the signs that occur: a dash is a cell, other signs end one."""
        cells = [cell for row in self.rows for cell in row[1:]]
        found = [
            meaning
            for sign, meaning in (self.signs or {}).items()
            if any(cell == sign if sign == DASH else cell.endswith(sign) for cell in cells)
        ]
        return " ".join([self.note, *found])

    def _repr_html_(self) -> str:
        """Return the table as HTML; every string is escaped."""
        head = "".join(
            f'<th scope="col"{self._side(at)}>{escape(text)}</th>'
            for at, text in enumerate(self.head)
        )
        body = "\n".join(f"<tr>{self._row(at, row)}</tr>" for at, row in enumerate(self.rows))
        return (
            f'<table class="rt-table" id="table-{escape(self.id)}">\n'
            f"<caption>{escape(self.caption)}</caption>\n"
            f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n"
            f'<tfoot><tr><td colspan="{len(self.head)}"{_WORDS}>{escape(self.told)}</td></tr>'
            "</tfoot>\n"
            "</table>"
        )

    def _row(self, at: int, row: tuple[str, ...]) -> str:
        mark = self.marks[at] if self.marks else "measured"
        word = (self.kinds or {}).get(mark, "") if mark != "measured" else ""
        badge = f' <span class="kind kind-{escape(mark)}">{escape(word)}</span>' if word else ""
        cells = "".join(
            f"<td{self._side(place)}>{escape(cell)}</td>"
            for place, cell in enumerate(row[1:], start=1)
        )
        return f'<th scope="row"{_WORDS}>{escape(row[0])}{badge}</th>{cells}'

    def _side(self, place: int) -> str:
        """Align a column: numbers to the right, words to the left.

        A column of nothing but dashes stands as most of the others do.
        """
        if not place:
            return _WORDS
        own = self._numbers(place)
        if own is None:
            others = [self._numbers(other) for other in range(1, len(self.head))]
            own = others.count(True) > others.count(False) or not self.rows
        return _NUMBER if own else _WORDS

    def _numbers(self, place: int) -> bool | None:
        """Tell whether a column has numbers; None where it has nothing."""
        cells = [row[place] for row in self.rows if row[place] not in ("", DASH)]
        return any(_BEGINS_AS_NUMBER.match(cell) for cell in cells) if cells else None

    def __repr__(self) -> str:
        """Return the table as plain text, the same for the same figures."""
        frame = pd.DataFrame(list(self.rows), columns=list(self.head))
        return f"{self.caption}\n{frame.to_string(index=False)}\n{self.told}"


_BEGINS_AS_NUMBER = re.compile(r"\W*\d")

# JupyterLab aligns every cell to the right unless the cell itself says otherwise.
_WORDS = ' style="text-align:left"'
_NUMBER = ' style="text-align:right"'
