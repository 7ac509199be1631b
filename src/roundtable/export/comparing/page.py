"""A comparison as one web page, which asks no other machine for anything."""

from markupsafe import Markup

from roundtable.export import environments
from roundtable.export.assets import asset
from roundtable.export.comparing.document import Comparing
from roundtable.export.report.words import LANGUAGE


def render(document: Comparing) -> str:
    """Make the web page of a comparison.

    Parameters
    ----------
    document
        The comparison in words and tables; every string is text and is escaped.

    Returns
    -------
    str
        One HTML document with its styles inside.
    """
    return (
        environments.of_documents()
        .get_template("comparing/index.html.j2")
        .render(
            document=document,
            words=document.words,
            language=LANGUAGE,
            asset=lambda name: Markup(asset(name)),
        )
    )
