"""Read what a build tells: ``build.json``, and facts and notebook of each briefing."""

import json
from pathlib import Path
from typing import Any

from roundtable import notebooks
from roundtable.briefing.display import RECORD_MIMETYPE
from roundtable.compare.drafted import parted
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
            lacks = f"{error} is missing" if isinstance(error, KeyError) else error
            problems.append(f"{slug}: its entry in {REPORT} is not as a build writes it ({lacks}).")
    if problems:
        heading = f"The build in '{folder}' cannot be read; build it again with --force:"
        raise DataError(listing(problems, heading=heading))
    tables = report.get("data")
    return Side(
        name=str(folder),
        language=language,
        briefings=found,
        roundtable=str(report.get("roundtable", "")),
        tables=" ".join(map(str, tables.values())) if isinstance(tables, dict) else "",
    )


def _report_of(folder: Path) -> Path:
    path = folder / REPORT
    if path.is_file():
        return path
    if not folder.exists():
        known = [item.name for item in folder.parent.glob("*/") if (item / REPORT).is_file()]
        raise DataError(
            f"There is no folder '{folder}', and no edition of that name. Name a folder that "
            "`roundtable build` wrote, or an edition such as undesa-2024."
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
    if lacks := _lacks(content, language=language):
        raise DataError(f"{slug}: facts.json is not as a build writes it: {lacks}.")
    # A short paper has no notebook: its figures are compared. Its words follow from them, and
    # those of drafters stand in their own files.
    notebook = None if "kind" in entry else _notebook(folder, slug, language)
    return Version(
        slug=slug,
        theme=entry["theme"],
        title=entry["title"],
        edition=content["edition"],
        year=content["parameters"]["year"],
        facts={fact["id"]: fact for fact in content["facts"]},
        **({"texts": {}} if notebook is None else told(notebook)),
    )


_HAS = {
    **{"id": str, "unit": str, "printed": dict, "indicator": str, "definition": str},
    **{"arguments": dict, "edition": str, "sources": list, "kind": str, "flags": list},
}
"""What every fact in ``facts.json`` has besides its value, and of which type."""


def _lacks(content: Any, *, language: str) -> str:
    """Say what is missing in the content of ``facts.json``; empty where all is there."""
    if not isinstance(content, dict) or not isinstance(content.get("facts"), list):
        return "it lists no facts"
    if not isinstance(content.get("parameters"), dict) or "year" not in content["parameters"]:
        return "it names no year"
    if not isinstance(content.get("edition"), str):
        return "it names no edition"
    found = []
    for at, fact in enumerate(content["facts"], 1):
        given = fact if isinstance(fact, dict) else {}
        parts = [name for name, kind in _HAS.items() if not isinstance(given.get(name), kind)]
        parts += [] if "value" in given else ["value"]
        if not parts and language not in given["printed"]:
            parts = [f"printed.{language}"]
        if parts:
            found.append(f"{given.get('id', f'fact {at}')} has no {', '.join(parts)}")
    return "; ".join(found[:_TOLD]) + (f" … ({len(found)} in all)" if len(found) > _TOLD else "")


_TOLD = 5
"""Facts that an error names: where many are damaged, the first say enough."""


def _notebook(folder: Path, slug: str, language: str) -> Any:
    path = folder / slug / f"{slug}.{language}.ipynb"
    if not path.is_file():
        raise DataError(f"{slug}: {path.name} is missing.")
    try:
        return notebooks.read(path)
    except ValueError as error:
        raise DataError(f"{slug}: {path.name} is cut off or no notebook ({error}).") from None


def told(notebook: Any) -> dict[str, dict[str, str]]:
    """Return texts and headings of an executed notebook; drafters' words apart from the rest."""
    texts, headings = texts_of(notebook), headings_of(notebook)
    return {
        "texts": {part: text for cell in texts for part, text in parted(cell, texts[cell])},
        "headings": headings,
    }


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
