"""One briefing, part by part: what its kernel does and what the builder does around it.

``python -m tests.bench.parts`` prints the seconds of each part as JSON. It is run in a process
of its own, because a module is imported and a table read only once in a process.
"""

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Any

SLUG = "bilateral-mus-fra"
GIVEN = {"origin": "MUS", "destination": "FRA", "year": 2024, "edition": "undesa-2024"}
WHOLE = "papermill, all cells"
IN_KERNEL = ("start of kernel", "import", "load", "compute", "charts")
"""The parts that `WHOLE` does again, in its kernel."""


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


def measure() -> dict[str, float]:
    """Do each part once, in the order of a build."""
    clock = Clock()
    # Before anything else is imported: this is what the kernel imports.
    briefing_class, store = clock("import", _modules)
    clock("load", store.load)
    briefing = clock("compute", partial(briefing_class, **GIVEN))
    clock("compute", briefing.key_messages)
    for section in ("size", "destinations", "origins", "dependency"):
        clock("compute", partial(briefing.text, section))
    for table in (briefing.both_ways, briefing.dependency, briefing.caution):
        clock("compute", table)
    charts = (briefing.stock_over_time, briefing.destinations, briefing.map, briefing.origins)
    for chart in charts:
        clock("charts", lambda chart=chart: chart().to_json())

    import nbformat
    from jupyter_client.manager import start_new_kernel

    from roundtable import engine, notebooks, roundtables
    from roundtable.build.plan import session_page
    from roundtable.export import html

    manager, client = clock("start of kernel", partial(start_new_kernel, kernel_name="python3"))
    client.stop_channels()
    manager.shutdown_kernel(now=True)
    run = partial(engine.execute, "bilateral", parameters=GIVEN, language="en")
    executed = clock(WHOLE, run)
    clock("save", lambda: nbformat.writes(notebooks.stable(executed)))
    page = session_page(roundtables.load(roundtables.find(None)), slug=SLUG)
    clock("export", partial(html.render, executed, page))
    return clock.seconds


def _modules() -> tuple[Any, Any]:
    from roundtable import store
    from roundtable.briefing import Bilateral

    return Bilateral, store


if __name__ == "__main__":
    json.dump(measure(), sys.stdout)
