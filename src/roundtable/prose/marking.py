"""Text turned into Markdown that shows it as it is, and rendered words back into plain text."""

import re
from collections.abc import Mapping
from html import unescape
from typing import Any

from markupsafe import Markup

MARKDOWN = re.compile(r"([\\`*_\[\]|~$])")


def escape(text: str) -> Markup:
    r"""Turn text of any origin into Markdown that shows it as it is.

    Examples
    --------
    >>> escape("<script>*x*")
    Markup('&lt;script&gt;\\*x\\*')
    """
    plain = str(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return Markup(MARKDOWN.sub(r"\\\1", plain))


MARKDOWN_ESCAPE = re.compile(r"\\([\\`*_\[\]|~$])")
TAG = re.compile(r"</?(?:span|em)\b[^>]*>")


def plain(text: str) -> str:
    r"""Turn rendered prose into one line of plain text.

    Examples
    --------
    >>> plain('<span class="fact" data-fact="x">about 9</span> of  C\\*')
    'about 9 of C*'
    """
    unmarked = MARKDOWN_ESCAPE.sub(r"\1", TAG.sub("", text))
    return " ".join(unescape(unmarked).split())


def kind_badge(kinds: Mapping[str, Any], kind: str) -> Markup:
    """Return the mark that shows what kind of figure a message rests on."""
    # Italic where no style sheet is at hand, as in a notebook.
    return Markup('<span class="kind kind-{}"><em>{}</em></span>').format(kind, kinds[kind])
