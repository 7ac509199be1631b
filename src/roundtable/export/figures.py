"""Charts of a notebook as figures of a page: words outside, lines and bars inside.

In a notebook a chart carries its own title and source line. On the page both are text:
they wrap on a phone, can be selected and translated, and are read aloud.
"""

import copy
import json
import re
from html import unescape
from typing import Any

_TAG = re.compile(r"<[^>]*>")
_TOP = 18  # pixels left above the plot once its title stands in the page
_BOTTOM = 28  # pixels left below it, for the ticks of an axis
_LEADING = 1.3  # plotly's line height


def json_for_script(value: Any) -> str:
    r"""Write JSON that can stand inside a script element of a page.

    Parameters
    ----------
    value
        Anything that JSON can hold.

    Returns
    -------
    str
        JSON in which no character can end the element or open another.

    Examples
    --------
    >>> json_for_script({"title": "</script>"})
    '{"title":"\\u003c/script\\u003e"}'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def figure_of(chart: dict[str, Any]) -> dict[str, Any]:
    """Separate a chart's words from its drawing.

    Parameters
    ----------
    chart
        A figure as plotly's JSON; ``layout.meta`` holds ``title``, ``measure``, ``source``
        and ``alt`` as plain text, and under ``narrow`` the keys of the layout that a
        telephone gets instead. It is not changed.

    Returns
    -------
    dict
        ``title``, ``measure``, ``source``, ``alt``, ``height`` in pixels, and ``chart``:
        data, layout, narrow layout and config for plotly.js, without the words that the
        page prints.
    """
    layout = dict(chart.get("layout", {}))
    meta = layout.pop("meta", None) or {}
    words = {key: str(meta.get(key) or "") for key in ("title", "measure", "source", "alt")}
    words["title"] = words["title"] or _plain(_title(layout)).strip()
    words["alt"] = words["alt"] or words["title"]
    printed = {_squeezed(text) for text in words.values() if text}
    wide = _drawing(layout, printed)
    narrow = _drawing({**layout, **(meta.get("narrow") or {})}, printed)
    drawing = {
        "data": chart.get("data", []),
        "layout": wide,
        "narrow": {key: value for key, value in narrow.items() if value != wide.get(key)},
        # No button saves the drawing: without its words it should not travel.
        "config": {"responsive": True, "displayModeBar": False, "typesetMath": False},
    }
    return {**words, "height": wide["height"], "chart": drawing}


def _drawing(layout: dict[str, Any], printed: set[str]) -> dict[str, Any]:
    """Take the words that the page prints out of a layout, and the room they took."""
    layout = copy.deepcopy(layout)
    layout.pop("width", None)
    margin = layout.setdefault("margin", {})
    height = layout.get("height") or 450
    if layout.pop("title", None) is not None:
        saved = max(0, margin.get("t", 100) - _TOP)
        margin["t"] = margin.get("t", 100) - saved
        height -= saved
    kept = []
    for note in layout.get("annotations") or ():
        if _squeezed(_plain(note.get("text"))) not in printed:
            kept.append(note)
        elif note.get("yref") == "paper" and note.get("y", 1) <= 0:
            saved = min(_height(note), max(0, margin.get("b", 80) - _BOTTOM))
            margin["b"] = margin.get("b", 80) - saved
            height -= saved
    if "annotations" in layout:
        layout["annotations"] = kept
    layout["height"] = height
    return layout


def _height(note: dict[str, Any]) -> int:
    lines = str(note.get("text", "")).count("<br>") + 1
    return round(lines * note.get("font", {}).get("size", 12) * _LEADING)


def _title(layout: dict[str, Any]) -> str:
    title = layout.get("title") or ""
    return str(title.get("text", "")) if isinstance(title, dict) else str(title)


def _plain(text: object) -> str:
    """Undo plotly's small HTML: line breaks, bold, links and escapes."""
    return unescape(_TAG.sub(" ", str(text or "")))


def _squeezed(text: str) -> str:
    return "".join(text.split()).casefold()
