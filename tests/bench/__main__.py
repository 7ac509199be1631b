"""How long the parts of the work take, and their memory: ``python -m tests.bench``.

Each line is of fresh processes. Peak memory is that of the largest process among the one
measured and those it started.
"""

import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from tests.bench.parts import FIRST, IN_KERNEL, OWN, WHOLE, WORKER

from roundtable import kept, roundtables

ROOT = Path(__file__).parents[2]
SOURCES = ROOT.parent / "shared" / "sources"
RESULT = ROOT / "reports" / "bench.json"
MANY = 20  # briefings of one build
TIMES = 5  # the parts are short: the best of five processes counts
MEGABYTE = 1e6 if sys.platform == "darwin" else 1e3  # how many of ru_maxrss make one

Row = dict[str, Any]


def main() -> None:
    """Measure everything, print it and write it to ``reports/bench.json``."""
    console = Console()
    with tempfile.TemporaryDirectory() as name, console.status("Measuring: about ten minutes"):
        folder = Path(name)
        rows = [*of_data(folder), *of_parts(), *of_builds(folder)]
    about = {"python": platform.python_version(), "machine": platform.machine()}
    content = {**about, "processors": os.cpu_count(), "measured": rows}
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    table = Table("what", "seconds", "MB", "note")
    for line in rows:
        table.add_row(*("" if line[key] is None else str(line[key]) for key in line))
    console.print(table)
    console.print(f"Written to {RESULT.relative_to(ROOT)}.")


def of_data(folder: Path) -> list[Row]:
    """Measure pull and pack in a workspace of their own, so that the checkout stays as it is."""
    if not (SOURCES / "undesa-ims-2024").is_dir():
        return []
    (folder / "data").mkdir()
    for path in (ROOT / "data").iterdir():
        if path.name not in ("store", "downloads", "pack"):
            (folder / "data" / path.name).symlink_to(path)
    home = {"ROUNDTABLE_HOME": str(folder)}
    return [
        row("data pull", *command("data", "pull", "--from", SOURCES, **home)),
        row("data pack", *command("data", "pack", **home)),
    ]


def of_parts() -> list[Row]:
    """Measure one briefing of each theme part by part, as one of a build.

    The first kernel of a build leaves for the others what all of them read; it is measured too,
    on another briefing, and counts for none of the others. Each of these finds what the first
    left and nothing else, as its own figures are nobody else's.
    """
    rows: list[Row] = []
    every = [(theme, item.slug) for theme, item in wanted()]
    for theme in dict.fromkeys(theme for theme, _ in every):
        (_, measured), *others = (item for item in every if item[0] == theme)
        # The paper is the only one of its kind; it finds what a briefing left.
        before = others[-1] if others else next(item for item in every if item[0] != theme)
        with kept.folder() as folder:
            first = part_by_part(*before, folder)
            runs = []
            for _ in range(TIMES):
                with tempfile.TemporaryDirectory() as alone:
                    shutil.copytree(folder, alone, dirs_exist_ok=True)
                    runs.append(part_by_part(theme, measured, Path(alone)))
        parts = [json.loads(printed) for _, _, printed in runs]
        best = {name: min(part[name] for part in parts) for name in parts[0]}
        peak = max(megabytes for _, megabytes, _ in runs)
        inside = sum(best[name] for name in IN_KERNEL) / best[WHOLE]
        note = {WHOLE: f"{inside:.0%} of it: {', '.join(IN_KERNEL)}"}
        rows += [
            row(f"{theme}: {name}", seconds, peak if name == WHOLE else None, note.get(name, ""))
            for name, seconds in best.items()
        ]
        own = sum(best[name] for name in OWN)
        rows.append(row(f"{theme}: own code", own, note=", ".join(OWN)))
        alone = json.loads(first[2])
        anew = sum(alone[name if name not in WORKER else f"{name}, {FIRST}"] for name in OWN)
        rows.append(row(f"{theme}: own code, first of a build", anew))
    return rows


def part_by_part(theme: str, slug: str, folder: Path) -> tuple[float, float, str]:
    """Measure a briefing in a child that shares a folder with other kernels."""
    return child("-m", "tests.bench.parts", theme, slug, **{kept.VARIABLE: str(folder)})


def wanted() -> list[tuple[str, roundtables.Wanted]]:
    """Return theme and briefing of everything that the shipped roundtable wants."""
    return roundtables.pairs(roundtables.load(roundtables.find(None)).briefings)


def of_builds(folder: Path) -> list[Row]:
    """Measure whole builds: one briefing, then twenty with one worker and with two."""
    rows: list[Row] = []
    every = [item.slug for _, item in wanted()]
    # Spread over the list, so that all themes are among them.
    chosen = every[:: max(1, len(every) // MANY)][:MANY]
    for count, workers in ((1, 1), (MANY, 1), (MANY, 2)):
        only = [word for slug in chosen[:count] for word in ("--only", slug)]
        output = folder / f"{count}-{workers}"
        used = command("build", *only, "--workers", str(workers), "--output", output)
        rows.append(row(f"build: {count}, workers: {workers}", *used))
    *_, one, two = rows
    two["note"] = f"{one['seconds'] / two['seconds']:.2f} times as fast as one worker"
    return rows


def command(*arguments: str | Path, **variables: str) -> tuple[float, float]:
    """Run the command line in a child: seconds and megabytes."""
    start = ("-c", "from roundtable.cli import main; main()")
    return child(*start, *arguments, **variables)[:2]


def child(*arguments: str | Path, **variables: str) -> tuple[float, float, str]:
    """Run Python in a child: wall seconds, peak megabytes, what it printed."""
    environment = {**os.environ, "ROUNDTABLE_DATA": "pack", **variables}
    line = [sys.executable, *map(str, arguments)]
    # Files, not pipes: nobody reads while the child runs.
    with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as said:
        start = time.perf_counter()
        process = subprocess.Popen(line, cwd=ROOT, env=environment, stdout=output, stderr=said)
        # Of this child alone; RUSAGE_CHILDREN would give the largest of all so far.
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        said.seek(0)
        printed, complaint = output.read(), said.read()
    if process.returncode:
        raise SystemExit(f"Failed: {' '.join(line)}\n{printed}\n{complaint}")
    return seconds, usage.ru_maxrss / MEGABYTE, printed


def row(what: str, seconds: float, megabytes: float | None = None, note: str = "") -> Row:
    """Return one line of the result."""
    return {
        "what": what,
        "seconds": round(seconds, 2),
        "megabytes": megabytes and round(megabytes),
        "note": note,
    }


if __name__ == "__main__":
    main()
