"""Hold the drafts of a roundtable against its briefings: sections, facts, changes."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roundtable import drafts, notes, paths
from roundtable.drafting.documents import Document, headings, opened
from roundtable.errors import ContentError, RoundtableError, did_you_mean
from roundtable.facts import Fact
from roundtable.roundtables import Roundtable

if TYPE_CHECKING:
    from roundtable.briefing.base import Briefing


@dataclass(frozen=True)
class Reviewed:
    """A draft, and what its briefing makes of it.

    Attributes
    ----------
    slug, path
        The briefing, and the file.
    problems
        What is wrong, each with its line; then nothing else is known.
    draft
        The draft; None where its name or its front matter does not fit.
    facts
        Facts that it names, by id; empty where the briefing could not be opened.
    changed, not_recorded
        As in `drafted.state`.
    unopened
        Why the facts could not be looked up: the briefing itself cannot be made.
    """

    slug: str
    path: Path
    problems: list[str] = field(default_factory=list)
    draft: drafts.Draft | None = None
    facts: dict[str, Fact] = field(default_factory=dict)
    changed: list[dict[str, Any]] = field(default_factory=list)
    not_recorded: list[str] = field(default_factory=list)
    unopened: str = ""

    @property
    def messages(self) -> list[str]:
        """The problems with the file that they stand in."""
        name = self.path.relative_to(paths.home()).as_posix()
        return [
            f"{name}, {problem}" if problem.startswith("line ") else f"{name}: {problem}"
            for problem in self.problems
        ]


def review(session: Roundtable, *, slugs: Collection[str] | None = None) -> list[Reviewed]:
    """Read the drafts of a roundtable, and hold them against their briefings.

    Parameters
    ----------
    session
        The roundtable.
    slugs
        Only these briefings; without it, all of them.

    Returns
    -------
    list of Reviewed
        By briefing in the order of the session, then by file.
    """
    found = []
    for theme, item in notes.everything(session):
        if slugs is None or item.slug in slugs:
            found += _of_briefing(session, theme, item)
    return found


def problems(session: Roundtable) -> list[str]:
    """Return everything that is wrong with the drafts of a roundtable, with file and line."""
    messages = [message for item in review(session) for message in item.messages]
    return [*strangers(session), *messages]


def broken(session: Roundtable, *, slugs: Collection[str]) -> dict[str, list[str]]:
    """Return what is wrong with the drafts of some briefings, by briefing."""
    found: dict[str, list[str]] = {}
    for item in review(session, slugs=slugs):
        if item.problems:
            found.setdefault(item.slug, []).extend(item.messages)
    return found


def strangers(session: Roundtable) -> list[str]:
    """Return a message for each folder of drafts that belongs to no briefing of a session."""
    folder = paths.drafts() / session.id
    slugs = [item.slug for _, item in notes.everything(session)]
    return [
        f"{path.relative_to(paths.home()).as_posix()}: {session.id} has no briefing "
        f"'{path.name}'. " + (did_you_mean(path.name, slugs).strip() or "Rename or remove it.")
        for path in _folders(folder)
        if path.name not in slugs
    ]


def unknown_roundtables(known: Iterable[str]) -> list[str]:
    """Return a message for each folder of drafts that belongs to no roundtable."""
    known = list(known)
    return [
        f"{path.relative_to(paths.home()).as_posix()}: there is no roundtable '{path.name}' in "
        "data/roundtables. " + (did_you_mean(path.name, known).strip() or "Rename or remove it.")
        for path in _folders(paths.drafts())
        if path.name not in known
    ]


def _folders(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(
        path for path in folder.iterdir() if path.is_dir() and not path.name.startswith(".")
    )


def _of_briefing(session: Roundtable, theme: str, item: Document) -> list[Reviewed]:
    files = drafts.files(session.id, item.slug)
    if not files:
        return []
    known = headings(theme, item)
    briefings: dict[str, Briefing | str] = {}
    found = []
    for path in files:
        draft, wrong = drafts.read(path)
        named = drafts.NAME.fullmatch(path.name)
        if named and (problem := drafts.problem_with_section(named["section"], known)):
            wrong = [problem, *wrong]
        if draft is None:
            found.append(Reviewed(item.slug, path, wrong))
            continue
        if draft.language not in briefings:
            briefings[draft.language] = _try(session, theme, item, draft.language)
        briefing = briefings[draft.language]
        if wrong:
            found.append(Reviewed(item.slug, path, [*wrong, *_of_words(draft, briefing)]))
        else:
            found.append(_held(item.slug, draft, briefing))
    return found


def _of_words(draft: drafts.Draft, briefing: "Briefing | str") -> list[str]:
    """Say what is wrong with the words of a draft that does not fit for another reason."""
    if isinstance(briefing, str):
        return []
    from roundtable.briefing import drafted

    return drafts.problems(draft, briefing.prose, drafted.names(briefing))


def _try(session: Roundtable, theme: str, item: Document, language: str) -> "Briefing | str":
    try:
        return opened(session, theme, item, language)
    except RoundtableError as error:
        return str(error)


def _held(slug: str, draft: drafts.Draft, briefing: "Briefing | str") -> Reviewed:
    """Hold one draft against its briefing: first every line, then the whole as it is shown."""
    if isinstance(briefing, str):
        return Reviewed(slug, draft.path, draft=draft, unopened=briefing)
    from roundtable.briefing import drafted

    briefing.drafts[draft.section] = draft
    briefing.before_words(draft.section)
    try:
        drafted.enter_figures(briefing)
        wrong = drafts.problems(draft, briefing.prose, drafted.names(briefing))
        if not wrong:
            briefing.text(draft.section)
    except ContentError as error:
        wrong = [str(error).removeprefix(f"notebooks/drafts/{draft.name}").lstrip(":, ")]
    if wrong:
        del briefing.drafts[draft.section]
        return Reviewed(slug, draft.path, wrong, draft)
    state = drafted.state(briefing, draft)
    return Reviewed(
        slug,
        draft.path,
        draft=draft,
        facts={name: briefing.book[name] for name in state["facts"]},
        changed=state["changed"],
        not_recorded=state["not_recorded"],
    )
