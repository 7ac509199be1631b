"""Reads the register: ``data/partnerships/*.yml`` with the documents and passages they cite."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from roundtable import kept, paths
from roundtable.errors import ContentError, did_you_mean
from roundtable.register import citing
from roundtable.register.citing import Document, Known, Passage, Source
from roundtable.register.entry import Partnership
from roundtable.register.parts import Corridor, Dated, Negotiated, Party, Result, Sent, Since
from roundtable.written import load

_NAMES = [
    name
    for model in (Partnership, Party, Corridor, Dated, Since, Negotiated, Result, Sent, Source)
    for name in model.model_fields
]


class Register(NamedTuple):
    """All that was read.

    Attributes
    ----------
    entries
        Partnerships by id, in the order of their ids.
    documents, passages
        What they cite, by id.
    """

    entries: Mapping[str, Partnership]
    documents: Mapping[str, Document]
    passages: Mapping[str, Passage]


def files(folder: Path) -> list[Path]:
    """List the files of the register in a folder of data."""
    return sorted((folder / "partnerships").glob("*.yml"), key=lambda path: path.stem)


def every(folder: Path | None = None) -> Register:
    """Read the whole register, those entries too that may not be shown yet.

    Parameters
    ----------
    folder
        Folder of ``documents.yml``, ``passages.yml`` and ``partnerships/``; by default the
        workspace's data.

    Raises
    ------
    ContentError
        With the errors of all files at once, each with file and line.
    """
    return _read(folder or paths.data())


@kept.once
def _read(folder: Path) -> Register:
    problems: list[str] = []
    documents = _or_noted(citing.documents, folder, problems)
    passages = _or_noted(citing.passages, folder, problems)
    own = files(folder)
    names = frozenset(path.stem for path in own)
    entries = {}
    for path in own:
        context = Known(path.stem, documents, passages, names)
        try:
            entry = load(path, Partnership, names=_NAMES, example="id: a-b", context=context)
        except ContentError as error:
            problems.append(str(error))
        else:
            entries[entry.id] = entry
    if problems:
        raise ContentError("\n".join(problems))
    return Register(entries, documents or {}, passages or {})


def _or_noted(
    read: Callable[[Path | None], Mapping[str, Any]], folder: Path | None, problems: list[str]
) -> Mapping[str, Any] | None:
    """Read a file; where it is wrong, note why and return None."""
    try:
        return read(folder)
    except ContentError as error:
        problems.append(str(error))
        return None


def entry(name: str, *, folder: Path | None = None) -> Partnership:
    """Return the entry of an id, if it may be shown today.

    Raises
    ------
    ContentError
        If there is none of that id, with the one that is closest.
    """
    shown = may_be_shown(every(folder), on=date.today())
    if name not in shown:
        raise ContentError(
            f"There is no partnership '{name}' in the register. "
            "`roundtable partnerships` lists all." + did_you_mean(name, shown)
        )
    return shown[name]


def may_be_shown(register: Register, *, on: date) -> dict[str, Partnership]:
    """Return the entries that may be printed on a day: cleared, and under no embargo."""
    return {name: found for name, found in register.entries.items() if found.may_be_shown(on)}
