"""What stands around the text of a briefing: the session it is for, and its neighbours."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Page:
    """The frame of one page. Every string is plain text and is escaped when it is printed.

    Parameters
    ----------
    slug
        Name of the briefing, as `roundtable trace` takes it: ``bilateral-mus-fra``.
    forum, session, session_title
        The forum's name, and code and title of the session: ``Roundtable 1.1``, its theme.
    co_chairs, team, peer_review, related
        Names of governments or organisations, and of related sessions.
    coordinator
        Name of the coordinator, or an empty string.
    disclaimer
        What the document is and is not, in a few sentences.
    date
        Day or month of the document, as printed.
    reason, reason_source
        Why the session wants this briefing, and where in its paper that stands.
    links
        Addresses relative to the page: ``index``, ``notebook``, ``facts``.
    series
        Address of the CSV file of each series, by its id.
    language, direction
        Language tag and ``ltr`` or ``rtl``; empty values are taken from the notebook.
    """

    slug: str
    forum: str
    session: str
    session_title: str
    co_chairs: tuple[str, ...] = ()
    team: tuple[str, ...] = ()
    coordinator: str = ""
    peer_review: tuple[str, ...] = ()
    disclaimer: str = ""
    related: tuple[str, ...] = ()
    date: str = ""
    reason: str = ""
    reason_source: str = ""
    links: Mapping[str, str] = field(default_factory=dict)
    series: Mapping[str, str] = field(default_factory=dict)
    language: str = ""
    direction: str = ""


@dataclass(frozen=True, kw_only=True)
class Card:
    """One briefing in the index.

    Parameters
    ----------
    theme
        ``bilateral``, ``regional``, … in the order in which the index groups them.
    slug, title, subtitle
        As in the briefing.
    message
        Its first key message, as plain text.
    kinds
        The kinds of figures behind its key messages: ``measured``, ``disputed``…
    editions
        For each language, the addresses of its files: ``{"en": {"html": …, "ipynb": …}}``.
    facts
        Address of its facts.json, or an empty string.
    failure
        Why it was not built; empty when it was.
    """

    theme: str
    slug: str
    title: str
    subtitle: str = ""
    message: str = ""
    kinds: tuple[str, ...] = ()
    editions: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    facts: str = ""
    failure: str = ""
