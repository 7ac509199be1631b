"""Scripts and styles of the pages: once in a folder beside them, or inside one page."""

from base64 import b64encode
from functools import cache
from importlib import resources
from pathlib import Path

NAMES = ("briefing.css", "briefing.js", "plotly.min.js")

CHARACTERS = {
    "latin": "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, "
    "U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD",
    "latin-ext": "U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1D00-1DBF, "
    "U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C4, U+2113, U+2C60-2C7F, U+A720-A7FF",
}
"""Parts of Source Sans 3 in ``static/fonts``, with the characters that each holds."""

WEIGHTS = {400: "200 500", 600: "501 900"}
"""Weights of the font, and those that each stands for.

One variable font would be smaller, but Chromium prints it letter by letter as drawings (Type 3)."""


@cache
def asset(name: str) -> str:
    """Read one asset.

    Parameters
    ----------
    name
        ``briefing.css``, ``briefing.js`` or ``plotly.min.js`` (from the plotly package).

    Returns
    -------
    str
        Its text; the style sheet with the font of the pages inside.
    """
    if name == "plotly.min.js":
        return resources.files("plotly").joinpath("package_data", name).read_text("utf-8")
    text = resources.files("roundtable.export").joinpath("static", name).read_text("utf-8")
    return font_faces() + text if name == "briefing.css" else text


def font_faces() -> str:
    """Return the style rules of the pages' font, with the font itself inside.

    A page then has the same lines and breaks everywhere, offline too. Files beside the style sheet
    would not do: a browser that opens a page from a folder may refuse them.
    """
    folder = resources.files("roundtable.export").joinpath("static", "fonts")
    rules = []
    for part, characters in CHARACTERS.items():
        for weight, weights in WEIGHTS.items():
            font = folder.joinpath(f"source-sans-3-{part}-{weight}.woff2").read_bytes()
            rules.append(
                f'@font-face {{ font-family: "Source Sans 3"; font-weight: {weights}; '
                f"font-display: block; unicode-range: {characters}; "
                f'src: url(data:font/woff2;base64,{b64encode(font).decode()}) format("woff2"); }}\n'
            )
    return "".join(rules)


def write_assets(folder: Path) -> list[Path]:
    """Write the assets that the pages of a folder share.

    Parameters
    ----------
    folder
        Where they go; made if it is missing.

    Returns
    -------
    list of Path
        The files that were written: those already there with the same content stay.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name in NAMES:
        content, path = asset(name).encode(), folder / name
        if not path.is_file() or path.read_bytes() != content:
            path.write_bytes(content)
            written.append(path)
    return written
