"""A comparison of two builds or editions, printed in the terminal."""

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from roundtable.cli.console import out
from roundtable.cli.reporting import item, table

if TYPE_CHECKING:
    from roundtable.export.comparing import Beside, Briefing, Comparing


def show(document: "Comparing", *, details: bool) -> None:
    """Print a comparison; its text is never read as markup."""
    w = document.words
    out.print(Text(document.title, style="bold"))
    out.print(Text(document.subtitle))
    for heading, items in (
        (w["said"], [Text(sentence) for sentence in document.said]),
        (
            w["not_said"],
            [Text.assemble((f"{i.claim}.", "bold"), " ", i.why) for i in document.read],
        ),
    ):
        out.print()
        out.print(Text(heading, style="bold"))
        for line in items:
            item(line)
    if document.paper:
        out.print()
        out.print(_sentences(document.paper, w["paper"]["caption"], w["briefing"]))
    for grid in (*document.largest, document.kinds, document.overview):
        if grid is not None:
            out.print()
            out.print(table(grid))
    if not details:
        return
    for briefing in document.briefings:
        _show_briefing(briefing, w["briefing"])


def _show_briefing(briefing: "Briefing", w: dict) -> None:
    out.print()
    out.print(Text(briefing.title, style="bold"))
    out.print(Text(briefing.summary))
    if briefing.sentences:
        out.print(_sentences(briefing.sentences, w["sentences"], w))
    for rows, caption, heads, numeric in (
        (briefing.facts, w["facts"], w["columns"], (1, 2, 3, 4)),
        (briefing.one_side, w["one_side"], w["side_columns"], (2,)),
    ):
        if rows:
            shown = _rows(caption, heads, numeric=numeric)
            for row in rows:
                name = Text.assemble(row.name, " ", (row.id, "dim"))
                shown.add_row(name, *(Text(cell) for cell in row.cells))
            out.print(shown)


def _sentences(pairs: "tuple[Beside, ...]", caption: str, w: dict) -> Table:
    shown = _rows(caption, w["sentence_columns"], numeric=())
    for pair in pairs:
        shown.add_row(Text(pair.part), _text(pair, "old", w), _text(pair, "new", w))
    return shown


def _rows(caption: str, heads: list[str], *, numeric: tuple[int, ...]) -> Table:
    shown = Table(title=Text(caption), title_justify="left", show_lines=True)
    for at, head in enumerate(heads):
        shown.add_column(Text(head), justify="right" if at in numeric else "left")
    return shown


def _text(pair: "Beside", side: str, w: dict) -> Text:
    pieces = getattr(pair, side)
    if not pieces:
        return Text(w["absent"], style="dim")
    style = "red" if side == "old" else "green"
    parts = [(piece, style) if alone else piece for piece, alone in pieces]
    return Text(" ").join(Text.assemble(part) for part in parts)
