"""How far each page of a PDF that Chromium printed is filled.

Chromium's drawing library writes each page as one compressed list of drawing orders, so that
where the last of them stands can be read without a library for PDF.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

_MILLIMETRE = 72 / 25.4
TOP, BOTTOM = 20 * _MILLIMETRE, (297 - 17) * _MILLIMETRE
"""Where the text of a page begins and ends, in points from its top: the margins of ``@page``."""

_PAGE = re.compile(rb"/Type\s*/Page\b.*?/Contents (\d+) 0 R", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_TOKEN = re.compile(rb"<[^>]*>|\((?:\\.|[^()\\])*\)|\[[^\]]*\]|[^\s<>()\[\]]+")
_NUMBER = re.compile(rb"[-+]?(?:\d+\.?\d*|\.\d+)")
_STROKE, _FILL = (b"S", b"s", b"B", b"B*", b"b", b"b*"), (b"f", b"F", b"f*")


def filled(pdf: bytes) -> list[float]:
    """Return for each page how far down its text or drawings reach, as a share of its height.

    Parameters
    ----------
    pdf
        A document of A4 that Chromium printed with the margins of the pages' style sheet.

    Returns
    -------
    list of float
        Between 0 (an empty page) and 1, by page.
    """
    objects = dict(
        (int(found[1]), found[2])
        for found in re.finditer(rb"(\d+) 0 obj\b(.*?)endobj", pdf, re.DOTALL)
    )
    pages = [_PAGE.search(content) for content in objects.values()]
    shares = []
    for page in filter(None, pages):
        stream = _STREAM.search(objects[int(page[1])])
        assert stream, "a page has no drawing orders"
        # The first line sets the origin at the top of the page and counts downwards.
        heights = [y for y in _heights(zlib.decompress(stream[1])) if TOP < y <= BOTTOM]
        shares.append((max(heights, default=TOP) - TOP) / (BOTTOM - TOP))
    return shares


@dataclass
class _State:
    """Scale and offset of heights, and whether what is filled is white."""

    scale: float = 1
    offset: float = 0
    white: bool = False


@dataclass
class _Pen:
    """Where the drawing stands, and what has been outlined but not painted."""

    line: float = 0
    turned: float = 1
    outlined: list[float] = field(default_factory=list)


def _heights(orders: bytes) -> Iterator[float]:
    """Yield how far down each order of a page draws, in points from the top of the page."""
    state, kept, pen = _State(), [], _Pen()
    given: list[float] = []
    for token in _TOKEN.findall(orders):
        if _NUMBER.fullmatch(token):
            given.append(float(token))
            continue
        if token == b"q":
            kept.append(_State(state.scale, state.offset, state.white))
        elif token == b"Q":
            state = kept.pop()
        elif token == b"cm":
            state.offset += state.scale * given[5]
            state.scale *= given[3]
        elif token == b"rg":
            state.white = given == [1, 1, 1]
        elif token == b"Tm":
            pen.turned, pen.line = given[3], given[5]
        elif token == b"Td":
            pen.line += pen.turned * given[1]
        elif token in (b"Tj", b"TJ"):
            yield _from_top(state, pen.line)
        elif token == b"re":
            pen.outlined += [given[1], given[1] + given[3]]
        elif token in (b"m", b"l", b"c", b"v", b"y"):
            pen.outlined.append(given[-1])
        elif token in _STROKE or (token in _FILL and not state.white):
            yield from (_from_top(state, height) for height in pen.outlined)
        if token in (*_STROKE, *_FILL, b"n"):
            pen.outlined = []
        if not token.startswith((b"<", b"(", b"[", b"/")):
            given = []


def _from_top(state: _State, height: float) -> float:
    return 297 * _MILLIMETRE - (state.offset + state.scale * height)
