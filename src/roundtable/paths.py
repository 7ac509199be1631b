"""Where the workspace is, and the folders in it.

A workspace is a folder that holds ``data/sources.yml``. It is found, in this order,
from the variable ``ROUNDTABLE_HOME``, from the current folder and its parents, and
from the checkout that an editable install points to.
"""

import os
from functools import lru_cache
from pathlib import Path

from roundtable.errors import RoundtableError

MARK = Path("data", "sources.yml")


class WorkspaceError(RoundtableError):
    """No workspace could be found."""


def home() -> Path:
    """Find the workspace.

    Returns
    -------
    Path
        The folder that holds ``data/sources.yml``.

    Raises
    ------
    WorkspaceError
        If ``ROUNDTABLE_HOME`` names a folder that is no workspace, or none is found.
    """
    return _found(os.environ.get("ROUNDTABLE_HOME", ""), os.getcwd())


# Every file that a briefing opens asks for it.
@lru_cache(maxsize=16)
def _found(named: str, current: str) -> Path:
    if named:
        if (Path(named) / MARK).is_file():
            return Path(named).resolve()
        raise WorkspaceError(
            f"ROUNDTABLE_HOME is '{named}', but there is no {MARK.as_posix()} in it. "
            "Set it to the project's folder, or unset it and run from inside the project."
        )
    here = Path(current)
    checkout = Path(__file__).resolve().parents[2]
    for folder in (here, *here.parents, checkout):
        if (folder / MARK).is_file():
            return folder
    raise WorkspaceError(
        f"No workspace found: neither '{here}' nor a folder above it holds {MARK.as_posix()}. "
        "Run from inside the project, or set ROUNDTABLE_HOME to its folder."
    )


def data() -> Path:
    """Return the folder of the data files."""
    return home() / "data"


def geo() -> Path:
    """Return the folder of the map outlines."""
    return data() / "geo"


def pack() -> Path:
    """Return the folder of the embedded figures."""
    return data() / "pack"


def store() -> Path:
    """Return the folder of the full tables (``data/store``, git-ignored)."""
    return data() / "store"


def downloads() -> Path:
    """Return the folder that files are downloaded into (``ROUNDTABLE_DOWNLOADS``, git-ignored).

    It is laid out as the folder that ``roundtable data pull --from`` reads.
    """
    named = os.environ.get("ROUNDTABLE_DOWNLOADS")
    return Path(named).expanduser().absolute() if named else data() / "downloads"


def notebooks() -> Path:
    """Return the folder of the notebooks."""
    return home() / "notebooks"


def texts() -> Path:
    """Return the folder of the words, one folder per language."""
    return notebooks() / "text"


def drafts() -> Path:
    """Return the folder of the drafters' own words, one folder per roundtable."""
    return notebooks() / "drafts"


def roundtables() -> Path:
    """Return the folder of the roundtable files."""
    return data() / "roundtables"


def reports() -> Path:
    """Return the folder that briefings are built into."""
    return home() / "reports"
