"""The web page of a briefing, from its executed notebook.

nbconvert's exporter for any template is used, not its HTML exporter: that one links
scripts of other servers and passes each page through a second parser. Autoescape is on:
every string is text unless a filter of this package made it HTML.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup
from nbconvert.exporters.templateexporter import TemplateExporter
from nbformat import NotebookNode
from traitlets import default

from roundtable.export.assets import asset
from roundtable.export.clean import safe_address
from roundtable.export.figures import figure_of, json_for_script
from roundtable.export.labels import complete
from roundtable.export.markdown import inline_html, to_html
from roundtable.export.notes import NumberBriefing
from roundtable.export.numbering import shown_facts
from roundtable.export.page import Page
from roundtable.export.selection import CHART, tags
from roundtable.export.series import printed_series
from roundtable.export.tables import table_html
from roundtable.export.typesetting import typeset

_TEMPLATES = Path(__file__).parent / "templates"
# What the card of a figure shows; the rest of a fact stays in facts.json.
_CARD = (
    *("value", "unit", "printed", "definition", "edition", "sources", "kind", "flags"),
    *("low", "high", "indication", "coverage"),
)


class BriefingExporter(TemplateExporter):
    """nbconvert exporter with the template, filters and numbering of a briefing."""

    output_mimetype = "text/html"

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".html"

    @default("template_name")
    def _template_name_default(self) -> str:
        return "briefing"

    @default("extra_template_basedirs")
    def _extra_template_basedirs_default(self) -> list[str]:
        return [str(_TEMPLATES)]

    @default("extra_template_paths")
    def _extra_template_paths_default(self) -> list[str]:
        # For the macros that the pages share.
        return [str(_TEMPLATES)]

    def _init_preprocessors(self) -> None:
        # Only ours: the stock ones rework code cells and pictures, which no page shows.
        self._preprocessors = []
        self.register_preprocessor(NumberBriefing(), enabled=True)

    def from_notebook_node(
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[str, dict[str, Any]]:
        """Make the page of an executed notebook, which is not changed.

        nbconvert copies the whole notebook twice and checks it, because its preprocessors may do
        anything to it. Ours changes nothing of what it is given.
        """
        found = self._init_resources(resources)
        for preprocessor in self._preprocessors:
            nb, found = preprocessor(nb, found)
        return self.template.render(nb=nb, resources=found).lstrip("\r\n"), found

    def _create_environment(self) -> Environment:
        return dressed_environment(super()._create_environment())


def dressed_environment(environment: Environment) -> Environment:
    """Give a Jinja environment autoescape and the filters of the pages.

    Parameters
    ----------
    environment
        Any Jinja environment; it is changed.

    Returns
    -------
    Environment
        The same one.
    """
    environment.autoescape = True
    environment.undefined = StrictUndefined
    environment.filters |= {
        "address": safe_address,
        "css_text": css_text,
        "figure_of": figure_of,
        "printed_series": printed_series,
        "inline": lambda text: Markup(inline_html(text)),
        "prose": lambda text: Markup(typeset(to_html(text))),
        "script_json": lambda value: Markup(json_for_script(value)),
        "table": lambda html, numbers, label: Markup(
            table_html(html, numbers=numbers, label=label)
        ),
        "tags": tags,
    }
    return environment


def css_text(text: str) -> Markup:
    r"""Write text so that it can stand between quotes in a style sheet.

    Examples
    --------
    >>> css_text('A"b')
    Markup('A\\22 b')
    """
    return Markup(
        "".join(
            character if character.isalnum() or character == " " else f"\\{ord(character):x} "
            for character in text
        )
    )


def render(
    nb: NotebookNode,
    page: Page,
    *,
    labels: Mapping[str, Any] | None = None,
    assets: str | None = "../assets",
) -> str:
    """Make the web page of a briefing.

    Parameters
    ----------
    nb
        An executed notebook with the record of its briefing. It is not changed.
    page
        What stands around the text.
    labels
        Words of the page that replace the English ones; the record's own labels come first,
        then these.
    assets
        Address of the folder written by `assets.write_assets`, seen from the page; None puts
        styles and scripts inside the page (5 MB with charts).

    Returns
    -------
    str
        One HTML document, which asks no other machine for anything.

    Raises
    ------
    ContentError
        If the notebook holds no record, an error, or facts that the record does not know.
    """
    resources = {
        "page": page,
        "given_labels": labels,
        "assets": assets,
        "asset": lambda name: Markup(asset(name)),
        "chart_type": CHART,
        "complete": complete,
        "facts_for": _facts_for,
    }
    document, _ = _exporter().from_notebook_node(nb, resources)
    return document


@cache
def _exporter() -> BriefingExporter:
    # Building one costs ten times a page: it is kept for all pages of a process.
    return BriefingExporter()


def _facts_for(nb: NotebookNode) -> dict[str, Any]:
    """Choose what the cards of the figures on a briefing's page need."""
    briefing = nb.metadata["briefing"]
    record = briefing["record"]
    texts = [briefing["lead"], briefing["key_messages"]["text"]]
    for cell in nb.cells:
        texts.append(cell.source if cell.cell_type == "markdown" else "")
        texts += [
            text
            for output in cell.get("outputs", ())
            for text in output.data.values()
            if isinstance(text, str)
        ]
    return cards_of(record, texts)


def cards_of(record: Mapping[str, Any], texts: Iterable[str]) -> dict[str, Any]:
    """Choose what the cards of the figures in some texts need, by the id of the fact.

    Parameters
    ----------
    record
        The record of a briefing, with its facts and sources.
    texts
        Markdown or HTML, with facts marked.

    Returns
    -------
    dict
        ``facts`` by id, and the citation of each of their ``sources``.
    """
    shown = {identity for text in texts for identity in shown_facts(text)}
    facts = {
        fact["id"]: {key: fact[key] for key in _CARD if fact.get(key) is not None}
        for fact in record.get("facts", ())
        if fact["id"] in shown
    }
    named = {source["id"] for fact in facts.values() for source in fact.get("sources", ())}
    sources = {
        source["id"]: source.get("citation") or source.get("title") or source["id"]
        for source in record.get("sources", ())
        if source["id"] in named
    }
    return {"facts": facts, "sources": sources}
