"""Read what a build tells: ``build.json``, and facts and notebook of each briefing."""

import json
from pathlib import Path
from typing import Any

from roundtable import notebooks
from roundtable.briefing.display import RECORD_MIMETYPE
from roundtable.compare.version import Side, Version, headings_of
from roundtable.errors import DataError, did_you_mean, listing

REPORT = "build.json"


def read_build(folder: Path, *, language: str) -> Side:
    """Read a folder of reports.

    Parameters
    ----------
    folder
        Where ``roundtable build`` put the reports of one roundtable.
    language
        Language of the texts to compare.

    Raises
    ------
    DataError
        If the folder holds no build, or files of it are missing or cut off; all are named.
    """
    report = _load(_report_of(folder))
    entries = report.get("briefings") if isinstance(report, dict) else None
    if not isinstance(entries, list) or not entries:
        raise DataError(
            f"'{folder / REPORT}' lists no briefings, so there is nothing to compare. "
            "Build the roundtable again: roundtable build --output FOLDER."
        )
    found, problems = {}, []
    for entry in entries:
        try:
            found[entry["slug"]] = _briefing(folder, entry, language=language)
        except DataError as error:
            problems.append(str(error))
        except (KeyError, TypeError, IndexError) as error:
            slug = entry.get("slug", "?") if isinstance(entry, dict) else "?"
            problems.append(f"{slug}: an entry is not as a build writes it ({error!r}).")
    if problems:
        heading = f"The build in '{folder}' cannot be read; build it again with --force:"
        raise DataError(listing(problems, heading=heading))
    return Side(name=str(folder), language=language, briefings=found)


def _report_of(folder: Path) -> Path:
    path = folder / REPORT
    if path.is_file():
        return path
    if not folder.exists():
        known = [item.name for item in folder.parent.glob("*/") if (item / REPORT).is_file()]
        raise DataError(
            f"There is no folder '{folder}', and no edition of that name."
            + did_you_mean(folder.name, known)
        )
    below = sorted(item.parent.name for item in folder.glob(f"*/{REPORT}"))
    hint = (
        f" One of the folders in it may be meant: {', '.join(below)}."
        if below
        else " Name a folder that `roundtable build` wrote, such as reports/gfmd-2010-rt-1-1."
    )
    raise DataError(f"'{folder}' is no build: there is no {REPORT} in it.{hint}")


def _briefing(folder: Path, entry: dict[str, Any], *, language: str) -> Version:
    slug, languages = entry["slug"], entry["languages"]
    if language not in languages:
        raise DataError(
            f"{slug} was not built in '{language}', only in {', '.join(languages)}. "
            "Choose with --language."
        )
    content = _load(folder / slug / "facts.json")
    # A short paper has no notebook: its figures are compared, and its words follow from them.
    notebook = None if "kind" in entry else _notebook(folder, slug, language)
    return Version(
        slug=slug,
        theme=entry["theme"],
        title=entry["title"],
        edition=content["edition"],
        year=content["parameters"]["year"],
        facts={fact["id"]: fact for fact in content["facts"]},
        texts=texts_of(notebook) if notebook else {},
        headings=headings_of(notebook) if notebook else {},
    )


def _notebook(folder: Path, slug: str, language: str) -> Any:
    path = folder / slug / f"{slug}.{language}.ipynb"
    if not path.is_file():
        raise DataError(f"{slug}: {path.name} is missing.")
    try:
        return notebooks.read(path)
    except ValueError as error:
        raise DataError(f"{slug}: {path.name} is cut off or no notebook ({error}).") from None


def texts_of(notebook: Any) -> dict[str, str]:
    """Return the Markdown that the code cells of an executed notebook show, by cell.

    The words between the cells hold no figure; sources come out of the catalogue.
    """
    found: dict[str, list[str]] = {}
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            shown = output.get("data", {})
            if "text/markdown" not in shown or RECORD_MIMETYPE in shown:
                continue
            if "setup" not in notebooks.tags(cell):
                found.setdefault(cell.id, []).append("".join(shown["text/markdown"]))
    return {cell: "\n\n".join(texts) for cell, texts in found.items()}


def _load(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise DataError(f"{path.parent.name}: {path.name} is missing.") from None
    except (OSError, ValueError) as error:
        raise DataError(f"'{path}' is cut off or cannot be read ({error}).") from None
