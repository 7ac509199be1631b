"""A report as one web page, which asks no other machine for anything."""

from markupsafe import Markup

from roundtable.export import environments
from roundtable.export.assets import asset
from roundtable.export.report.document import Document
from roundtable.export.report.words import LANGUAGE


def render(document: Document) -> str:
    """Make the web page of a report.

    Parameters
    ----------
    document
        The report in words and tables; every string is text and is escaped.

    Returns
    -------
    str
        One HTML document with its styles inside.
    """
    return (
        environments.of_documents()
        .get_template("report/index.html.j2")
        .render(
            document=document,
            language=LANGUAGE,
            asset=lambda name: Markup(asset(name)),
        )
    )
