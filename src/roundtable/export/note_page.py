"""The web page of a short paper: one or two sheets of A4, with the cards of its figures."""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from markupsafe import Markup

from roundtable.export import environments
from roundtable.export.assets import asset
from roundtable.export.html import cards_of
from roundtable.export.labels import complete
from roundtable.export.markdown import to_html
from roundtable.export.numbering import Numbering
from roundtable.export.page import Page


class Written(Protocol):
    """One part of a paper: heading as plain text, words as Markdown with facts marked."""

    id: str
    heading: str
    markdown: str


def render(
    parts: Iterable[Written],
    record: Mapping[str, Any],
    page: Page,
    *,
    labels: Mapping[str, Any] | None = None,
    assets: str | None = "../assets",
) -> str:
    """Make the web page of a short paper.

    Parameters
    ----------
    parts
        Its parts in their order; the first is set apart as the messages.
    record
        Title, subtitle, language, facts and sources, as a briefing's record has them.
    page
        What stands around the text.
    labels
        Words of the page that replace the English ones; the record's own come first.
    assets
        Address of the folder of styles and scripts, seen from the page; None puts them inside.

    Returns
    -------
    str
        One HTML document, which asks no other machine for anything.

    Raises
    ------
    ContentError
        If the text shows facts that the record does not hold.
    """
    parts = list(parts)
    numbering = Numbering(record=dict(record))
    for part in parts:
        numbering.facts_in(part.markdown)
    numbering.check()
    return (
        environments.of_pages()
        .get_template("note/index.html.j2")
        .render(
            parts=[
                {"id": part.id, "heading": part.heading, "html": Markup(to_html(part.markdown))}
                for part in parts
            ],
            record=record,
            page=page,
            language=page.language or record.get("language") or "en",
            direction=page.direction or record.get("direction") or "ltr",
            labels=complete(record.get("labels"), labels),
            shown=cards_of(record, [part.markdown for part in parts]),
            assets=assets,
            asset=lambda name: Markup(asset(name)),
        )
    )
