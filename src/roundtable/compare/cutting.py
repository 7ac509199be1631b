"""Cut the text of a section into sentences, with the facts that each rests on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from roundtable import prose


@dataclass(frozen=True)
class Sentence:
    """A sentence, or a key message.

    Attributes
    ----------
    text
        Plain text.
    frame
        The same with the id of each fact in braces in place of its figure.
    facts
        Ids of the facts in it.
    kind
        Kind of figure that a message shows; empty for others.
    """

    text: str
    frame: str
    facts: tuple[str, ...]
    kind: str = ""


_FACT = re.compile(r'<span class="fact" data-fact="([^"]+)">(.*?)</span>', re.DOTALL)
_KIND = re.compile(r'\s*<span class="kind kind-([a-z-]+)">.*?</span>', re.DOTALL)
_ITEM = re.compile(r"^\s*(?:[-*]|\d+\.)\s+", re.MULTILINE)
# A full stop ends a sentence where a capital, a figure or a quotation follows: "1.5 million"
# and "4.a" do not, nor do abbreviations before a small letter.
_OPEN, _CLOSE = '["\N{LEFT DOUBLE QUOTATION MARK}(]?', '["\N{RIGHT DOUBLE QUOTATION MARK})]'
_END = re.compile(rf"(?<=[.!?])((?:\*\*|{_CLOSE})*)\s+(?={_OPEN}(?:\*\*)?{_OPEN}[A-Z\d<])")


def split(markdown: str, *, whole: bool = False) -> Iterator[Sentence]:
    """Cut the text of a section into sentences.

    Parameters
    ----------
    markdown
        As a cell shows it: facts in marks, paragraphs, lists and tables.
    whole
        Whether a paragraph or an item of a list is one piece.

    Yields
    ------
    Sentence

    Examples
    --------
    >>> text = 'Of these <span class="fact" data-fact="share">39%</span> live here. So do others.'
    >>> [(part.text, part.frame) for part in split(text)]
    [('Of these 39% live here.', 'Of these {share} live here.'), ('So do others.', 'So do others.')]
    """
    for block in re.split(r"\n\s*\n", markdown):
        for piece in _pieces(block):
            kinds = _KIND.findall(piece)
            rest = _KIND.sub("", piece).strip()
            parts = [rest] if whole else _END.sub(r"\1\n", rest).split("\n")
            for part in parts:
                if text := _plain(_FACT.sub(r"\2", part)):
                    yield Sentence(
                        text=text,
                        frame=_plain(_FACT.sub(r"{\1}", part)),
                        facts=tuple(dict.fromkeys(match[0] for match in _FACT.findall(part))),
                        kind=kinds[0] if kinds else "",
                    )


def _pieces(block: str) -> list[str]:
    """Cut a block into the items of its list; leave headings and tables out."""
    lines = [line for line in block.splitlines() if not line.lstrip().startswith(("#", "|"))]
    text = "\n".join(lines)
    return [" ".join(piece.split()) for piece in _ITEM.split(text) if piece.strip()]


def _plain(text: str) -> str:
    return prose.plain(text.replace("**", ""))
