"""One briefing of a theme, part by part: what its kernel does and what the builder does.

``python -m tests.bench.parts THEME SLUG`` prints the seconds of each part as JSON. It is run in a
process of its own, because a module is imported and a table read only once in a process. What
the kernels of a build share lies in the folder that ``ROUNDTABLE_KEPT`` names, as in a build.
"""

import ast
import gc
import json
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Any

WHOLE = "papermill, all cells"
IN_KERNEL = ("start of kernel", "import", "load", "compute", "charts")
"""The parts that `WHOLE` does again, in its kernel."""
OWN = ("load", "compute", "charts", "save", "export")
"""The parts that are this project's own code."""
WORKER = ("save", "export")
"""The parts of the builder's worker. It does them for many briefings, and here twice: the second
time is what a briefing takes, the first compiles the page's template once for a worker."""
FIRST = "first of a worker"


class Clock:
    """Seconds by part; a part that is done in several pieces adds up."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def __call__(self, part: str, work: Callable[[], Any]) -> Any:
        """Do a piece of work and add its seconds to a part."""
        start = time.perf_counter()
        result = work()
        self.seconds[part] = self.seconds.get(part, 0.0) + time.perf_counter() - start
        return result


def measure(theme: str, slug: str) -> dict[str, float]:
    """Do each part once, in the order of a build, for one briefing."""
    clock = Clock()
    gc.disable()  # as a kernel begins (`engine.AT_START`)
    # Before anything else is imported: this is what the kernel imports.
    themes, store = clock("import", _modules)
    clock("load", store.load)

    from roundtable import engine, notebooks, roundtables
    from roundtable.build.plan import session_page
    from roundtable.export import html

    session = roundtables.load(roundtables.find(None))
    wanted = next(item for _, item in roundtables.pairs(session.briefings) if item.slug == slug)
    given = {**wanted.parameters, "year": session.year, "edition": session.edition}
    briefing = clock("compute", partial(themes[theme], **given))
    for part, cell in _cells(notebooks.read(notebooks.path_of(theme))):
        clock(part, partial(_shown, cell, briefing))
    gc.enable()  # what follows is not done in a kernel

    import nbformat
    from jupyter_client.manager import start_new_kernel

    manager, client = clock("start of kernel", partial(start_new_kernel, kernel_name="python3"))
    client.stop_channels()
    manager.shutdown_kernel(now=True)
    run = partial(engine.execute, theme, parameters=given, language="en")
    executed = clock(WHOLE, run)
    page = session_page(session, slug=wanted.slug)
    for ending in (f", {FIRST}", ""):
        clock("save" + ending, lambda: nbformat.writes(notebooks.stable(executed)))
        clock("export" + ending, partial(html.render, executed, page))
    return clock.seconds


def _cells(notebook: Any) -> list[tuple[str, str]]:
    """Return the code cells that a build runs after the setup, each with its part."""
    left_out = {"parameters", "setup", "interactive"}
    found = []
    for cell in notebook.cells:
        tags = set(cell.metadata.get("tags", []))
        if cell.cell_type == "code" and not tags & left_out:
            part = "charts" if "nbval-ignore-output" in tags else "compute"
            found.append((part, cell.source))
    return found


def _shown(source: str, briefing: Any) -> None:
    """Run a cell and give its results the form in which a notebook stores them."""
    shown: list[Any] = []
    names = {"briefing": briefing, "display": lambda *things: shown.extend(things)}
    *before, last = ast.parse(source).body
    exec(compile(ast.Module(before, []), "cell", "exec"), names)
    shown.append(eval(compile(ast.Expression(last.value), "cell", "eval"), names))
    for thing in shown:
        for form in ("to_json", "_repr_markdown_", "_repr_html_", "_repr_mimebundle_"):
            if hasattr(thing, form):
                getattr(thing, form)()
                break


def _modules() -> tuple[Any, Any]:
    from roundtable import store
    from roundtable.briefing import THEMES

    return THEMES, store


if __name__ == "__main__":
    json.dump(measure(*sys.argv[1:]), sys.stdout)
