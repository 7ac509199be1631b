"""A comparison as one web page, which asks no other machine for anything."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from roundtable.export.assets import asset
from roundtable.export.comparing.document import Comparing
from roundtable.export.report.words import LANGUAGE

_TEMPLATES = Path(__file__).parents[1] / "templates"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )


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
        _environment()
        .get_template("comparing/index.html.j2")
        .render(
            document=document,
            words=document.words,
            language=LANGUAGE,
            asset=lambda name: Markup(asset(name)),
        )
    )
