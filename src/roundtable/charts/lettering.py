"""Lettering: escape texts for plotly, estimate their width, break them into lines."""

from collections.abc import Iterable
from functools import cache

LABEL = 13  # pixels: the size of text unless told


def plain(text: str) -> str:
    """Escape a text so that plotly prints it as it stands.

    Plotly reads tags (``<b>``, ``<a href>``), ``%{...}`` templates and, where MathJax is on
    the page as in JupyterLab, TeX between dollar signs.

    Examples
    --------
    >>> plain("R&D <b>")
    'R&amp;D &lt;b&gt;'
    >>> plain("US$ 5 %{x}")
    'US&#36; 5 &#37;{x}'
    """
    line = " ".join(str(text).split())
    for sign, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("$", "&#36;")):
        line = line.replace(sign, entity)
    return line.replace("%{", "&#37;{")


def text_width(text: str, *, size: float = LABEL, bold: bool = False) -> float:
    """Estimate the width of a text in pixels, on the wide side of the fonts in `FONTS`.

    Examples
    --------
    >>> text_width("iii") < text_width("nnn") < text_width("WWW")
    True
    """
    return sum(map(_width, text)) * size * (1.07 if bold else 1.0)


@cache
def _width(sign: str) -> float:
    """Estimate the width of a sign, as a part of the size of its text."""
    if sign in "iljI.,;:'|!()[] ftr-\u2019":
        return 0.36
    if sign in "mwMW%@—…→":
        return 0.92
    if ord(sign) > 0x2E80:
        return 1.0
    return 0.70 if sign.isupper() or sign == "&" else 0.58


def wrap(text: str, *, width: float, size: float = LABEL, bold: bool = False) -> list[str]:
    """Break a text into lines that fit a width in pixels.

    A word wider than a line is cut, so that nothing is ever clipped.

    Parameters
    ----------
    text
        Words, not escaped.
    width
        Of a line, in pixels.
    size
        Of the letters, in pixels.
    bold
        Whether they are.

    Examples
    --------
    >>> wrap("Bosnia and Herzegovina", width=110)
    ['Bosnia and', 'Herzegovina']
    """
    lines: list[str] = []
    line = ""
    for word in str(text).split():
        trial = f"{line} {word}".strip()
        if text_width(trial, size=size, bold=bold) <= width:
            line = trial
            continue
        if line:
            lines.append(line)
        while text_width(word, size=size, bold=bold) > width and len(word) > 1:
            end = len(word) - 1
            while end > 1 and text_width(word[:end], size=size, bold=bold) > width:
                end -= 1
            lines.append(word[:end])
            word = word[end:]
        line = word
    return [*lines, line] if line or not lines else lines


def balanced(text: str, *, width: float, size: float, bold: bool = False) -> list[str]:
    """Break a text into as few lines as `wrap`, of about the same length.

    Parameters
    ----------
    text, width, size, bold
        As in `wrap`.

    Examples
    --------
    >>> wrap("the largest community that any country reports", width=290, size=13)
    ['the largest community that any country', 'reports']
    >>> balanced("the largest community that any country reports", width=290, size=13)
    ['the largest community', 'that any country reports']
    """
    lines = wrap(text, width=width, size=size, bold=bold)
    for percent in range(50, 100, 5):
        narrower = wrap(text, width=width * percent / 100, size=size, bold=bold)
        if len(narrower) == len(lines):
            return narrower
    return lines


def printed(lines: Iterable[str], *, bold: bool = False) -> str:
    """Join lines into one escaped text for plotly."""
    text = "<br>".join(plain(line) for line in lines)
    return f"<b>{text}</b>" if bold else text
