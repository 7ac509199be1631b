"""The documents of a session that take drafts: its briefings and its short papers."""

from typing import TYPE_CHECKING

from roundtable import notebooks, notes
from roundtable.notes import NoteWanted
from roundtable.roundtables import Roundtable, Wanted

if TYPE_CHECKING:
    from roundtable.briefing.base import Briefing

Document = Wanted | NoteWanted
"""A briefing or a short paper that a session wants, with its parameters."""


def headings(theme: str, item: Document) -> dict[str, str]:
    """Return the heading under which each section stands, in the order of the document.

    Parameters
    ----------
    theme, item
        Name of the theme, and the document.

    Returns
    -------
    dict
        Heading by section; a draft may be on each of them.
    """
    if isinstance(item, NoteWanted):
        return notes.KINDS[item.kind].headings()
    return notebooks.headings(notebooks.read(notebooks.path_of(theme)))


def opened(session: Roundtable, theme: str, item: Document, language: str) -> "Briefing":
    """Open a document of a session in a language, as its builder does.

    Parameters
    ----------
    session
        Gives year and edition.
    theme, item
        Name of the theme, and the document.
    language
        Of the words.
    """
    given = {"year": session.year, "edition": session.edition, "language": language}
    if isinstance(item, NoteWanted):
        return notes.KINDS[item.kind](**item.parameters, **given, session=session)
    from roundtable.briefing import THEMES

    return THEMES[theme](**item.parameters, **given)
