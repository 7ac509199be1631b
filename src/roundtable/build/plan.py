"""Which briefings and short papers to build, and what stands around each."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from roundtable import drafts, engine, notes, paths, places, prose
from roundtable.build import fingerprint
from roundtable.errors import ParameterError, did_you_mean
from roundtable.export.page import Page
from roundtable.notes import NoteWanted
from roundtable.roundtables import Roundtable, Wanted


@dataclass(frozen=True)
class Job:
    """One briefing to build.

    Attributes
    ----------
    slug, theme
        Name of the briefing and of its notebook.
    parameters
        Parameters of the notebook, without the language.
    languages
        Languages to build it in.
    page
        What stands around the text.
    folder
        Folder of the roundtable's reports.
    engine
        Engine of papermill.
    self_contained
        Whether each page carries its scripts and styles.
    roundtable
        Id of the roundtable, whose drafts on the briefing are taken in.
    key
        Digest of everything that the result depends on.
    kind
        Kind of a short paper, such as ``questions``; empty for a briefing.
    session
        The roundtable of a short paper, whose questions it asks.
    """

    slug: str
    theme: str
    parameters: dict[str, Any]
    languages: tuple[str, ...]
    page: Page
    folder: Path
    engine: str
    self_contained: bool
    roundtable: str
    key: str
    kind: str = ""
    session: Roundtable | None = None


def plan(
    roundtable: Roundtable,
    *,
    folder: Path,
    themes: list[str] | None = None,
    only: list[str] | None = None,
    languages: list[str] | None = None,
    engine_name: str = engine.STOCK,
    self_contained: bool = False,
) -> list[Job]:
    """List the briefings to build.

    Parameters
    ----------
    roundtable
        What the session wants.
    folder
        Where its reports go.
    themes, only
        Limit to some themes or slugs.
    languages
        By default those of the roundtable.
    engine_name, self_contained
        As in `Job`.

    Raises
    ------
    ParameterError
        If a theme or slug is not one of the roundtable's, an engine is unknown, there are no
        words in a language, or the paper's roundtable does not stand where it is looked for.
    """
    engine.check_engine(engine_name)
    wanted = notes.everything(roundtable)
    known_themes = sorted({theme for theme, _ in wanted})
    chosen = [name.replace("-", "_") for name in themes or known_themes]
    slugs = [item.slug for _, item in wanted]
    for given, known, what in ((chosen, known_themes, "theme"), (only or [], slugs, "briefing")):
        for name in given:
            if name not in known:
                raise ParameterError(
                    f"{roundtable.id} has no {what} '{name}'; it has {', '.join(known)}."
                    + did_you_mean(name, known)
                )
    tongues = tuple(dict.fromkeys(languages or roundtable.languages))
    if lacking := prose.lacking(tongues):
        raise ParameterError(f"There are {lacking}")
    planned = [
        (theme, item)
        for theme, item in wanted
        if theme in chosen and (not only or item.slug in only)
    ]
    _find_the_paper(roundtable, planned)
    return [
        _job(roundtable, theme, item, folder, tongues, engine_name, self_contained)
        for theme, item in planned
    ]


def _find_the_paper(
    roundtable: Roundtable, planned: Iterable[tuple[str, Wanted | NoteWanted]]
) -> None:
    """Refuse a background paper whose roundtable its notebook would not find by its id.

    Raises
    ------
    ParameterError
        If the paper is planned and the roundtable's file stands elsewhere.
    """
    name = f"{roundtable.id}.yml"
    if any(theme == "background_paper" for theme, _ in planned) and not (
        (paths.roundtables() / name).is_file()
    ):
        raise ParameterError(
            f"The background paper reads its roundtable by id, and there is no {name} in "
            f"'{paths.roundtables()}'. Put the file there, or name the themes with --theme."
        )


def _job(
    roundtable: Roundtable,
    theme: str,
    item: Wanted | NoteWanted,
    folder: Path,
    languages: tuple[str, ...],
    engine_name: str,
    self_contained: bool,
) -> Job:
    parameters = {**item.parameters, "year": roundtable.year, "edition": roundtable.edition}
    where = ", ".join(part for part in (roundtable.paper, item.where) if part)
    # The paper is the session's own: it needs no reason.
    why = {} if theme == "background_paper" else {"reason": item.reason, "where": where}
    page = session_page(roundtable, slug=item.slug, **why)
    kind = item.kind if isinstance(item, NoteWanted) else ""
    inputs = [kind or theme, parameters, languages, repr(page), engine_name, self_contained]
    if theme == "background_paper":
        inputs.append(roundtable.model_dump())  # it tells of all briefings, and asks the questions
    if kind:
        inputs.append(roundtable.model_dump(include={"briefings", "questions"}))
    if written := drafts.digest(roundtable.id, item.slug, languages):
        inputs.append(written)
    return Job(
        slug=item.slug,
        theme=theme,
        parameters=parameters,
        languages=languages,
        page=page,
        folder=folder,
        engine=engine_name,
        self_contained=self_contained,
        roundtable=roundtable.id,
        key=fingerprint.of(inputs, theme=theme, languages=languages),
        kind=kind,
        session=roundtable if kind else None,
    )


def session_page(
    roundtable: Roundtable, *, slug: str = "", reason: str = "", where: str = ""
) -> Page:
    """Return the frame of a page of this roundtable.

    Parameters
    ----------
    roundtable
        Gives forum, session, governments, and what stands around the text.
    slug
        Of the briefing; empty for pages of the session.
    reason, where
        Why the roundtable asks for the briefing, and where that stands.
    """
    name = [places.place(code).name for code in roundtable.co_chairs]
    team = [places.place(code).name for code in roundtable.team]
    return Page(
        slug=slug,
        forum=roundtable.forum,
        session=roundtable.session,
        session_title=roundtable.title,
        co_chairs=tuple(name),
        team=tuple(team),
        coordinator=roundtable.coordinator,
        peer_review=roundtable.peer_review,
        disclaimer=roundtable.disclaimer,
        related=roundtable.related,
        date=roundtable.meeting,
        reason=reason,
        reason_source=where,
        links={"index": "../index.html", "facts": "facts.json"},
    )
