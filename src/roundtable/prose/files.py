"""The files of the words: which languages there are, their sections and their labels.

Each theme has one file a language, ``notebooks/text/<language>/<theme>.md``, cut into
sections by lines such as ``<!-- section: trend -->``. What several themes share stands in
``common.md``; its section ``macros`` is known to every template. Labels of charts,
tables and kinds stand in ``labels.yml``.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from roundtable import kept, paths, written
from roundtable.errors import ContentError, did_you_mean

SECTION = re.compile(r"^<!-- section: ([a-z0-9-]+) -->$", re.MULTILINE)


def languages() -> list[str]:
    """Return the languages that have words."""
    return sorted(folder.name for folder in paths.texts().iterdir() if folder.is_dir())


def lacking(names: Iterable[str]) -> str:
    """Say which languages have no words, and which do; an empty string where all have some.

    Parameters
    ----------
    names
        Such as ``en``.

    Returns
    -------
    str
        Behind "there are": ``no words in language 'xx'; there are in 'en'.``
    """
    known = languages()
    missing = [name for name in dict.fromkeys(names) if name not in known]
    if not missing:
        return ""
    return (
        f"no words in language {', '.join(map(repr, missing))}; there are in "
        f"{', '.join(map(repr, known))}." + did_you_mean(missing[0], known)
    )


@lru_cache(maxsize=32)
def sections(language: str, theme: str) -> dict[str, str]:
    """Read the sections of a theme.

    Parameters
    ----------
    language, theme
        Such as ``en`` and ``bilateral``.

    Returns
    -------
    dict of str to str
        Text by section, in the order of the file.

    Raises
    ------
    ContentError
        If the file is missing or a section stands twice.
    """
    path = paths.texts() / language / f"{theme}.md"
    if not path.is_file():
        raise ContentError(
            f"There are no words for '{theme}' in language '{language}' ({path.name} is missing). "
            f"Languages that have words: {', '.join(languages())}."
        )
    pieces = SECTION.split(path.read_text(encoding="utf-8"))
    ids, texts = pieces[1::2], pieces[2::2]
    twice = sorted({name for name in ids if ids.count(name) > 1})
    if twice:
        raise ContentError(f"{language}/{path.name}: section {', '.join(twice)} stands twice.")
    return {name: text.strip() for name, text in zip(ids, texts, strict=True)}


@lru_cache(maxsize=8)
def labels(language: str) -> dict[str, Any]:
    """Read the labels of charts, tables and kinds in a language."""
    path: Path = paths.texts() / language / "labels.yml"
    return kept.made(
        "labels", lambda: written.values(path.read_text(encoding="utf-8")), of=language
    )
