"""Tables of a notebook as tables of a page: numbered, scrollable, with headers in scope."""

import re
from html import escape

from roundtable.export.clean import clean_html
from roundtable.export.typesetting import typeset

_TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
_OPENING = re.compile(r"<table\b[^>]*>")
_ID = re.compile(r'\bid="([^"]*)"')
_HEAD = re.compile(r"<thead\b.*?</thead>", re.DOTALL)
_CAPTION = re.compile(r"<caption\b([^>]*)>")
_FOOT = re.compile(r"(<tfoot\b.*?<td\b[^>]*>)(.*?)(</td>)", re.DOTALL)
_UNSCOPED = re.compile(r"<th(?=[\s>])(?![^>]*\bscope=)")


def table_html(html: str, *, numbers: list[int], label: str) -> str:
    r"""Make an output's tables ready for a page.

    Parameters
    ----------
    html
        HTML of an output.
    numbers
        Numbers of its ``rt-table`` tables, in their order.
    label
        The word for "Table".

    Returns
    -------
    str
        Cleaned HTML. Every table scrolls in a box of its own where the screen is narrow;
        captions start with the number; header cells say which row or column they head; dates stay
        on one line.

    Examples
    --------
    >>> page = table_html('<table class="rt-table" id="t"><caption>Who</caption></table>',
    ...                   numbers=[1], label="Table")
    >>> "Table\u00a01</span> Who" in page
    True
    """
    left = list(numbers)

    def dressed(found: re.Match[str]) -> str:
        table = found[0]
        opening = _OPENING.match(table)[0]  # type: ignore[index]
        number = left.pop(0) if "rt-table" in opening and left else None
        identity = _ID.search(opening)
        name = f"{identity[1] if identity else f'table-{number}'}-caption"
        table = _HEAD.sub(lambda head: _UNSCOPED.sub('<th scope="col"', head[0]), table)
        table = _UNSCOPED.sub('<th scope="row"', table)
        if number is not None:
            mark = f'<span class="number">{escape(label)}\u00a0{number}</span> '
            table = _CAPTION.sub(rf'<caption id="{name}"\1>{mark}', table, count=1)
        # What stands under a table that scrolls is as wide as the screen, not as the table.
        table = _FOOT.sub(r'\1<div class="under">\2</div>\3', table)
        labelled = f' role="region" aria-labelledby="{name}"' if "<caption" in table else ""
        return f'<div class="table-scroll" tabindex="0"{labelled}>{table}</div>'

    return typeset(_TABLE.sub(dressed, clean_html(html)))
