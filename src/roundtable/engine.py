"""Execute one notebook through papermill, with the words of a language."""

import logging
import tempfile
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
import papermill
from papermill.engines import papermill_engines
from papermill.exceptions import PapermillException, PapermillExecutionError
from traitlets.config import Config

from roundtable import notebooks
from roundtable.errors import ParameterError, RoundtableError, did_you_mean

STOCK = "nbclient"
"""papermill's own engine."""


AT_START = "import gc; gc.disable()"
"""First line of a kernel. It lives for a few seconds, and next to nothing in it refers to itself:
looking for that takes a twentieth of its time, most of it while the libraries are imported."""


def kernel_options(folder: Path) -> dict[str, Any]:
    """Say how nbclient runs a kernel of this project.

    Parameters
    ----------
    folder
        A folder of this execution alone, where the kernel's sockets go: two kernels that
        start at the same time could otherwise be given the same port.

    Returns
    -------
    dict
        Traits of nbclient's ``NotebookClient``.
    """
    return {
        "config": Config({"KernelManager": {"transport": "ipc", "ip": str(folder / "kernel")}}),
        "extra_arguments": ["--log-level=40", f"--IPKernelApp.exec_lines={AT_START}"],
        # A kernel that has run its last cell is ended, not interrupted.
        "shutdown_kernel": "immediate",
    }


class ExecutionError(RoundtableError):
    """A cell of a notebook ended in an error."""


def engines() -> list[str]:
    """Return the names of the engines that papermill knows."""
    return sorted(name for name in papermill_engines._engines if name)


def check_engine(name: str) -> None:
    """Raise ParameterError where papermill has no such engine.

    Raises
    ------
    ParameterError
        With the engines that there are.
    """
    if name not in engines():
        raise ParameterError(
            f"`--engine` is '{name}'; papermill has {', '.join(engines())}."
            + did_you_mean(name, engines())
        )


def execute(
    theme: str,
    *,
    parameters: Mapping[str, Any],
    language: str,
    engine: str = STOCK,
    drafts: tuple[str, str] | None = None,
) -> nbformat.NotebookNode:
    """Execute a theme's notebook headlessly.

    Parameters
    ----------
    theme
        Name of the notebook.
    parameters
        Parameters by name; those not given keep their default.
    language
        Language of the words.
    engine
        Engine of papermill.
    drafts
        Roundtable and slug of the briefing, whose drafts are taken in.

    Returns
    -------
    NotebookNode
        The executed notebook, without interactive cells, times and random ids.

    Raises
    ------
    ParameterError
        If a parameter is not one of the notebook's.
    ExecutionError
        If a cell fails; the message is that of the cell's error.
    """
    path = notebooks.path_of(theme)
    given = {**parameters, "language": language}
    notebooks.refuse_unknown(given, path=path)
    source = notebooks.without_interactive(
        notebooks.with_words(notebooks.read(path), theme=theme, language=language)
    )
    if drafts:
        roundtable, slug = drafts
        source = notebooks.with_drafts(source, roundtable=roundtable, slug=slug, language=language)
    for cell in source.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    with tempfile.TemporaryDirectory(prefix="roundtable-") as folder:
        entry, result = Path(folder, "in.ipynb"), Path(folder, "out.ipynb")
        nbformat.write(source, entry)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                executed = papermill.execute_notebook(
                    entry,
                    result,
                    parameters=given,
                    engine_name=engine,
                    progress_bar=False,
                    log_output=False,
                    request_save_on_cell_execute=False,
                    autosave_cell_every=0,
                    **kernel_options(Path(folder)),
                )
        except PapermillExecutionError as error:
            name = error.ename
            shown = error.evalue if name in KNOWN else f"{name}: {error.evalue}"
            raise ExecutionError(shown) from None
        except (PapermillException, RuntimeError) as error:
            raise ExecutionError(f"{theme}.ipynb could not be executed: {error}") from None
    return notebooks.stable(executed)


KNOWN = ("ParameterError", "DataError", "ContentError", "WorkspaceError", "RoundtableError")
"""Errors of ours: their message says all; the name would add nothing."""

logging.getLogger("papermill").setLevel(logging.ERROR)
