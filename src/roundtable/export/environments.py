"""The Jinja environments of pages that no notebook makes; all escape what they are given."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from roundtable.export.html import dressed_environment

_TEMPLATES = FileSystemLoader(Path(__file__).parent / "templates")


@cache
def of_pages() -> Environment:
    """Return the environment of pages of a build, with the filters of the briefings."""
    return dressed_environment(Environment(loader=_TEMPLATES, autoescape=True))


@cache
def of_documents() -> Environment:
    """Return the environment of pages that a command writes, whose templates print plain text."""
    return Environment(
        loader=_TEMPLATES, autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
