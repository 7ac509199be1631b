"""Find and read the drafts of a briefing."""

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from roundtable import paths, prose, written
from roundtable.drafts.model import NAMES, Draft, Front
from roundtable.errors import ContentError, did_you_mean, listing

NAME = re.compile(r"(?P<section>[a-z0-9-]+)\.(?P<language>[a-zA-Z-]+)\.md")
_FRONT = re.compile(r"---[ \t]*\n(?P<yaml>.*?)^---[ \t]*$\n?", re.DOTALL | re.MULTILINE)


def folder(roundtable: str, slug: str) -> Path:
    """Return the folder of the drafts of a briefing, whether it is there or not."""
    return paths.drafts() / roundtable / slug


def files(roundtable: str, slug: str) -> list[Path]:
    """Return the files of a briefing's drafts, without those that editors leave hidden."""
    try:
        found = sorted(folder(roundtable, slug).iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    return [path for path in found if not path.name.startswith((".", "~"))]


def read(path: Path) -> tuple[Draft | None, list[str]]:
    """Read a draft.

    Parameters
    ----------
    path
        Its file.

    Returns
    -------
    tuple
        The draft, or None; and what is wrong with its name and front matter, each with its
        line. The words themselves are checked by `words.problems`, which needs a briefing; so
        that both are told at once, a draft whose front matter does not fit is returned with
        an empty one.
    """
    named = NAME.fullmatch(path.name)
    if not named or not path.is_file():
        return None, [
            "is not taken: a draft is a text file named `<section>.<language>.md`, such as "
            "`size.en.md`."
        ]
    if lacking := prose.lacking([named["language"]]):
        return None, [f"there are {lacking}"]
    try:
        # Windows' editors put a mark before the text and end lines in two characters.
        text = written.text_of(path).removeprefix("\ufeff").replace("\r\n", "\n")
    except ContentError as error:
        return None, [str(error).removeprefix(f"{path.name} ")]
    head = _FRONT.match(text)
    if not head:
        return None, [
            "line 1: begins without front matter. Begin with three lines: `---`, "
            "`place: after` (or `before`, or `instead`), and `---`."
        ]
    yaml = "\n" + head["yaml"]
    front, problems = written.checked(yaml, Front, names=NAMES, example="place: after")
    above = "\n" * text.count("\n", 0, head.end())
    words = above + text[head.end() :]
    front = front or Front(place="after")
    return Draft(path, named["section"], named["language"], front, yaml, words), problems


def taken(roundtable: str, slug: str, language: str) -> dict[str, Draft]:
    """Read the drafts that a briefing takes in, by section; empty ones are left out.

    Raises
    ------
    ContentError
        With everything that is wrong with any of them.
    """
    drafts, problems = {}, []
    for path in files(roundtable, slug):
        draft, found = read(path)
        problems += [f"{slug}/{path.name}: {problem}" for problem in found]
        if draft and draft.language == language and not draft.empty:
            drafts[draft.section] = draft
    if problems:
        raise ContentError(listing(problems, heading=f"The drafts of {slug} do not fit:"))
    return drafts


def problem_with_section(section: str, known: Iterable[str]) -> str:
    """Say what is wrong with the section of a draft, or return an empty string.

    Parameters
    ----------
    section
        From the name of its file.
    known
        The sections that the document shows.
    """
    known = list(known)
    if section in known:
        return ""
    return (
        f"there is no section '{section}' in this document; it shows {', '.join(known)}."
        + did_you_mean(section, known)
    )


def refuse_unshown(sections: Iterable[str], known: Iterable[str], *, slug: str) -> None:
    """Raise ContentError where there is a draft on what a document does not show.

    Parameters
    ----------
    sections
        Those on which there are drafts.
    known
        The sections that the document shows.
    slug
        The document.

    Raises
    ------
    ContentError
        With all of them, and what each may have been meant to be.
    """
    known = list(known)
    if problems := [found for name in sections if (found := problem_with_section(name, known))]:
        raise ContentError(listing(problems, heading=f"The drafts of {slug} do not fit:"))


def digest(roundtable: str, slug: str, languages: Iterable[str]) -> str:
    """Return the digest of a briefing's drafts in some languages; empty where it has none."""
    chosen = set(languages)
    found = [
        path
        for path in files(roundtable, slug)
        if (named := NAME.fullmatch(path.name)) and named["language"] in chosen and path.is_file()
    ]
    if not found:
        return ""
    whole = hashlib.sha256()
    for path in found:
        whole.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()[:16]
