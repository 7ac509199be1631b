"""Scripts and styles of the pages: once in a folder beside them, or inside one page."""

from functools import cache
from importlib import resources
from pathlib import Path

NAMES = ("briefing.css", "briefing.js", "plotly.min.js")


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
        Its text.
    """
    if name == "plotly.min.js":
        return resources.files("plotly").joinpath("package_data", name).read_text("utf-8")
    return resources.files("roundtable.export").joinpath("static", name).read_text("utf-8")


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
