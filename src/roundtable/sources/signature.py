"""Is a file of the kind its name says? Judged by its bytes, not by its name."""

import gzip
import re
import zipfile
import zlib
from pathlib import Path

_KINDS = {
    ".xlsx": ("a workbook", b"PK\x03\x04"),
    ".xls": ("a workbook", b"\xd0\xcf\x11\xe0"),
    ".zip": ("a zip archive", b"PK\x03\x04"),
    ".gz": ("a gzip file", b"\x1f\x8b"),
}
"""How files with these endings begin. Text has no mark of its own."""

_BLANK = b"\xef\xbb\xbf \t\r\n"

_PAGE = re.compile(rb"(<\?xml[^>]*>\s*)?<(!doctype\s+html|html|head|body)\b", re.IGNORECASE)

HEAD = 512
"""Bytes from the start of a file that suffice for `foreign`."""


def foreign(name: str, head: bytes, *, content_type: str = "") -> str:
    r"""Say what a file is, if it is not what its name says.

    Parameters
    ----------
    name
        Name of the file; its ending says what is expected.
    head
        Its first bytes.
    content_type
        What the server called it, if anything.

    Returns
    -------
    str
        What came, with the evidence; empty if the bytes fit.

    Examples
    --------
    >>> foreign("stock.xlsx", b"PK\x03\x04...")
    ''
    >>> foreign("stock.csv", b"<!DOCTYPE html><html>", content_type="text/html")
    "a web page came (text/html, beginning '<!DOCTYPE html><html>'), not data"
    """
    kind, mark = _KINDS.get(Path(name).suffix.lower(), ("data", b""))
    start = head.lstrip(_BLANK)
    called_page = content_type.lower().startswith(("text/html", "application/xhtml"))
    page = bool(_PAGE.match(start)) or (called_page and start.startswith(b"<"))
    if not page and head.startswith(mark):
        return ""
    shown = " ".join(head.decode("utf-8", "replace").split())[:40]
    shown = "".join(letter if letter.isprintable() else "�" for letter in shown)
    evidence = f"({content_type or 'no content type'}, beginning '{shown}')"
    if page:
        return f"a web page came {evidence}, not {kind}"
    return f"what came is not {kind} {evidence}"


def broken(path: Path, *, name: str) -> str:
    """Say what is wrong inside a compressed file; empty if it is whole or not compressed.

    Parameters
    ----------
    path
        The file, which may stand under another name until it is complete.
    name
        The name whose ending says what the file is.
    """
    try:
        match Path(name).suffix.lower():
            case ".xlsx" | ".zip":
                with zipfile.ZipFile(path) as archive:
                    member = archive.testzip()
                return f"'{member}' in it is damaged" if member else ""
            case ".gz":
                with gzip.open(path) as stream:
                    while stream.read(1 << 20):
                        pass
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
        return str(error)
    return ""
