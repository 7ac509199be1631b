"""HTML that may stand in a document: an allowlist of tags and attributes.

Prose and tables come from our own templates, but the words of a drafting team or a name
in a data file may travel inside them. Tags are therefore rebuilt from an allowlist; what
is not on it is shown as the text that it is.
"""

import re
from html import escape, unescape

_TAG = re.compile(r"""<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>""")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ATTRIBUTE = re.compile(r"""([a-zA-Z_:][-\w:.]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_SCHEME = re.compile(r"([^/?#:]*):")
_SAFE_STYLE = re.compile(r"[\w\s:;.%#,-]*")

TAGS = re.compile(
    r"a|abbr|b|blockquote|br|caption|cite|code|col|colgroup|dd|del|details|div|dl|dt|em|"
    r"figcaption|figure|h[2-6]|hr|i|kbd|li|ol|p|pre|q|s|section|small|span|strong|sub|summary|"
    r"sup|table|tbody|td|tfoot|th|thead|time|tr|u|ul"
)
ATTRIBUTES = re.compile(
    r"aria-[a-z]+|cite|class|colspan|data-[\w-]+|datetime|dir|headers|href|id|lang|role|rowspan|"
    r"scope|span|start|style|tabindex|title"
)


def safe_address(address: str) -> str:
    """Keep an address that leads to a page or a file, empty any that could run code.

    Parameters
    ----------
    address
        The address of a link, as plain text.

    Returns
    -------
    str
        The same address, or an empty string.

    Examples
    --------
    >>> safe_address("series/stock.csv"), safe_address("javascript:alert(1)")
    ('series/stock.csv', '')
    """
    # A browser ignores blanks and control characters inside a scheme: so do we.
    scheme = _SCHEME.match(re.sub(r"[\x00-\x20]", "", address))
    if scheme and scheme[1].lower() not in ("http", "https", "mailto"):
        return ""
    return address.strip()


def clean_html(html: str) -> str:
    """Rebuild HTML from allowed tags and attributes, and show anything else as text.

    Parameters
    ----------
    html
        A piece of HTML; its text is escaped already.

    Returns
    -------
    str
        The same piece in which every ``<`` opens an allowed tag.

    Examples
    --------
    >>> clean_html('<b onclick="x()">bold</b><script>alert(1)</script>')
    '<b>bold</b>&lt;script&gt;alert(1)&lt;/script&gt;'
    """
    html = COMMENT.sub("", html)
    pieces, end = [], 0
    for found in _TAG.finditer(html):
        pieces += [_bare(html[end : found.start()]), _tag(found)]
        end = found.end()
    return "".join([*pieces, _bare(html[end:])])


def plain_text(html: str) -> str:
    """Take the words out of a piece of HTML, with single blanks between them.

    Examples
    --------
    >>> plain_text('About <span class="fact">44,700</span> people &amp; more')
    'About 44,700 people & more'
    """
    return " ".join(unescape(_TAG.sub("", COMMENT.sub("", html))).split())


def _bare(text: str) -> str:
    return text.replace("<", "&lt;").replace(">", "&gt;")


def _tag(found: re.Match[str]) -> str:
    slash, name, rest = found[1], found[2].lower(), found[3]
    if not TAGS.fullmatch(name):
        return _bare(found[0])
    if slash:
        return f"</{name}>"
    return f"<{name}{''.join(_attributes(rest))}>"


def _attributes(text: str) -> list[str]:
    kept = []
    for name, double, single, unquoted in _ATTRIBUTE.findall(text):
        name, value = name.lower(), unescape(double or single or unquoted)
        if not ATTRIBUTES.fullmatch(name):
            continue
        if name in ("href", "cite"):
            value = safe_address(value)
        if name == "style" and not _SAFE_STYLE.fullmatch(value):
            continue
        kept.append(f' {name}="{escape(value)}"')
    return kept
