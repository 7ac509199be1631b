"""Drafters' own words in what a cell shows: apart from the generated text."""

import re
from collections.abc import Iterator

SUFFIX = ":drafted"
"""Behind the id of a cell: what drafters wrote there."""

_BLOCK = re.compile(r'<div class="drafters">(.*?)</div>', re.DOTALL)
_BESIDE = re.compile(r"<small\b.*?</small>|<table\b.*?</table>", re.DOTALL)
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_STRESS = re.compile(r"(?<!\w)([*_]{1,2})(?=\S)(.+?)(?<=\S)\1(?!\w)")


def parted(cell: str, markdown: str) -> Iterator[tuple[str, str]]:
    r"""Part the generated text of a cell from the words of its drafters.

    Parameters
    ----------
    cell
        Its id.
    markdown
        What it shows. Drafters' words stand in blocks of their own, as `briefing.drafted` writes
        them; the tables in them are told by their facts and left out.

    Yields
    ------
    tuple of str
        The id and the generated text; then the id with `SUFFIX` and the drafters' words, where
        there are some. The links and stresses in them are plain.

    Examples
    --------
    >>> ours = '<div class="drafters">\n<small>Ours</small>\n\nWe *agree*.\n\n</div>'
    >>> list(parted("size", "It grew.\n\n" + ours))
    [('size', 'It grew.'), ('size:drafted', 'We agree.')]
    """
    blocks = _BLOCK.findall(markdown)
    generated = _BLOCK.sub("", markdown).strip() if blocks else markdown
    if generated:
        yield cell, generated
    words = "\n\n".join(_BESIDE.sub("", block).strip() for block in blocks).strip()
    if words:
        yield cell + SUFFIX, _STRESS.sub(r"\2", _LINK.sub(r"\1", words))
