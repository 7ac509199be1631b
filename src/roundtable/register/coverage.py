"""The coverage table: which entry cites each passage of the source documents."""

from typing import NamedTuple

from roundtable.register.citing import Passage
from roundtable.register.reading import Register


class Covered(NamedTuple):
    """A passage and the entries that cite it.

    Attributes
    ----------
    id, passage
        The passage.
    entries
        Ids of the entries that cite it; empty where one is missing.
    """

    id: str
    passage: Passage
    entries: tuple[str, ...]


def coverage(register: Register) -> list[Covered]:
    """Return every passage with the entries that cite it, in the order of ``passages.yml``."""
    citing: dict[str, list[str]] = {name: [] for name in register.passages}
    for entry in register.entries.values():
        for passage in dict.fromkeys(source.passage for source in entry.cited if source.passage):
            citing[passage].append(entry.id)
    return [
        Covered(name, passage, tuple(citing[name])) for name, passage in register.passages.items()
    ]


def missing(register: Register) -> list[str]:
    """Return the ids of the passages that no entry cites."""
    return [row.id for row in coverage(register) if not row.entries]
