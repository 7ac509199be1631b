"""Markdown of a notebook, cut into blocks, and turned into HTML.

Blocks are cut before anything is rendered, so that paragraphs can be numbered and notes
attached in Markdown itself: every later format (web page, Word, print) starts from the
same numbered text.
"""

import re
from typing import NamedTuple

import mistune

from roundtable.export.clean import COMMENT, clean_html, plain_text

_KINDS = (
    ("heading", re.compile(r" {0,3}#{1,6}(?:\s|$)")),
    ("rule", re.compile(r" {0,3}([-*_])(?: *\1){2,} *$")),
    ("list", re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])\s+\S")),
    ("quote", re.compile(r" {0,3}>")),
    ("table", re.compile(r" {0,3}\|")),
    ("code", re.compile(r" {0,3}(?:`{3,}|~{3,})")),
    (
        "html",
        re.compile(
            r" {0,3}</?(?:address|blockquote|dd|details|div|dl|dt|figcaption|figure|h[1-6]|hr|li|"
            r"ol|p|pre|script|section|style|summary|table|tbody|td|tfoot|th|thead|tr|ul)\b"
        ),
    ),
)
_ANCHOR = re.compile(r'^<a id="([^"]+)"></a>')


class Block(NamedTuple):
    """One block of Markdown: a paragraph, a heading, or a whole list."""

    kind: str
    text: str


def blocks(markdown: str) -> list[Block]:
    r"""Cut Markdown into its blocks.

    Parameters
    ----------
    markdown
        The text of a cell or of an output.

    Returns
    -------
    list of Block
        In the order of the text; joined with empty lines they give the same document.

    Examples
    --------
    >>> [block.kind for block in blocks("## Who moves\nMost of them:\n- one\n- two")]
    ['heading', 'paragraph', 'list']
    """
    found: list[tuple[str, list[str]]] = []
    gap, fence = True, ""
    # A comment speaks to translators: it is no paragraph, and hides none.
    for line in COMMENT.sub("", markdown).splitlines():
        if fence:
            found[-1][1].append(line)
            fence = "" if line.strip() == fence else fence
            continue
        if not line.strip():
            gap = True
            continue
        kind = _kind_of(line)
        if found and _continues(found[-1][0], kind, line=line, gap=gap):
            found[-1][1].extend(["", line] if gap else [line])
        else:
            found.append(("paragraph" if kind == "indented" else kind, [line]))
            fence = line.strip()[:3] if kind == "code" else ""
        gap = False
    return [Block(kind, "\n".join(lines)) for kind, lines in found]


def list_items(text: str) -> list[str]:
    r"""Cut a list block into its top-level items, nested items staying where they are.

    Examples
    --------
    >>> list_items("- one\n  - inner\n- two")
    ['- one\n  - inner', '- two']
    """
    items: list[list[str]] = []
    for line in text.splitlines():
        if not items or re.match(r"(?:[-*+]|\d{1,9}[.)])\s", line):
            items.append([])
        items[-1].append(line)
    return ["\n".join(item).rstrip() for item in items]


def to_html(markdown: str) -> str:
    r"""Render Markdown as HTML in which only allowed tags stand.

    Parameters
    ----------
    markdown
        Markdown with inline HTML such as ``<span class="fact">``.

    Returns
    -------
    str
        HTML. A heading that starts with ``<a id="…"></a>`` carries that id itself.

    Examples
    --------
    >>> to_html("About <span class='fact'>44,700</span> & <script>x</script>")
    '<p>About <span class="fact">44,700</span> &amp; &lt;script&gt;x&lt;/script&gt;</p>\n'
    """
    return str(_MARKDOWN(markdown))


def inline_html(markdown: str) -> str:
    """Render one line of Markdown without the paragraph around it.

    Examples
    --------
    >>> inline_html("*Who* moves")
    '<em>Who</em> moves'
    """
    return re.sub(r"^<p>(.*)</p>$", r"\1", to_html(markdown).strip(), flags=re.DOTALL)


def words(markdown: str) -> str:
    """Take the plain words out of a line of Markdown.

    Examples
    --------
    >>> words("## *Who* moves, & [where](#there)")
    'Who moves, & where'
    """
    return plain_text(to_html(markdown))


def _kind_of(line: str) -> str:
    for kind, pattern in _KINDS:
        if pattern.match(line):
            return kind
    return "indented" if re.match(r"(?: {4}|\t)", line) else "paragraph"


def _continues(block: str, kind: str, *, line: str, gap: bool) -> bool:
    if block == "heading" or block == "rule":
        return False
    if block == "list":
        # A list goes on over an empty line as long as items or indented text follow.
        inside = kind in ("list", "indented") or line.startswith("  ")
        return inside or (not gap and kind == "paragraph")
    if gap:
        return False
    if block == "paragraph":
        return kind in ("paragraph", "indented")
    return block == "html" or kind == block or (block == "quote" and kind == "paragraph")


class _Renderer(mistune.HTMLRenderer):
    """mistune's renderer with our allowlist in place of its "escape all or nothing"."""

    def __init__(self) -> None:
        super().__init__(escape=False)

    def inline_html(self, html: str) -> str:
        return clean_html(html)

    def block_html(self, html: str) -> str:
        return clean_html(html.strip()) + "\n"

    def image(self, text: str, url: str, title: str | None = None) -> str:
        # A document carries no picture from elsewhere: its alternative text stands for it.
        return text

    def heading(self, text: str, level: int, **attrs: object) -> str:
        anchor = _ANCHOR.match(text)
        identity = f' id="{anchor[1]}"' if anchor else ""
        return f"<h{level}{identity}>{text[anchor.end() :] if anchor else text}</h{level}>\n"


# nbconvert's own Markdown reads `$…$` as mathematics, which would swallow "US$ 5 … US$ 7".
_MARKDOWN = mistune.create_markdown(renderer=_Renderer(), plugins=["table", "strikethrough"])
