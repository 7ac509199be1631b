"""A small executed notebook with every feature that the documents know, made by code."""

from typing import Any

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from roundtable.export.page import Page

HOSTILE = "<script>alert(1)</script>{{7*7}}"
RECORD = "application/vnd.roundtable.briefing+json"
CHART = "application/vnd.plotly.v1+json"


def fact(identity: str, value: float | None, printed: str, **more: Any) -> dict[str, Any]:
    """Make a fact of the record."""
    return {
        "id": identity,
        "value": value,
        "unit": "persons",
        "printed": {"en": printed},
        "indicator": "corridor_stock",
        "definition": "People born in the origin who live in the destination at mid-year.",
        "arguments": {"origin": "MUS", "destination": "FRA"},
        "edition": "undesa-2024",
        "sources": [{"id": "stocks-2024"}],
        "kind": "measured",
        "flags": [],
    } | more


def span(identity: str, printed: str) -> str:
    """Print a fact as prose does."""
    return f'<span class="fact" data-fact="{identity}">{printed}</span>'


def kind(name: str) -> str:
    """Print the badge at the end of a key message."""
    return f'<span class="kind kind-{name}">{name.replace("-", " ")}</span>'


def line_chart(title: str) -> dict[str, Any]:
    """Make a chart with its title, source line and margins, as the charts module does."""
    years = [1990, 1995, 2000, 2005, 2010, 2015, 2020, 2024]
    persons = [26_900, 30_200, 33_500, 37_100, 41_000, 43_800, 44_600, 44_709]
    earlier = [38_000, 40_000, 41_900, 44_000, 46_100, 48_900, 50_700, None]
    labels = [("2024 edition: 44,700", 2024, 44_709), ("2020 edition: 50,700", 2020, 50_700)]
    return {
        "data": [
            {
                "type": "scatter",
                "mode": "lines",
                "x": years,
                "y": persons,
                "line": {"color": "#0b5fa5", "width": 3},
            },
            {
                "type": "scatter",
                "mode": "lines",
                "x": years,
                "y": earlier,
                "line": {"color": "#b5541c", "dash": "dash"},
            },
        ],
        "layout": {
            "title": {"text": f"<b>{title.replace('<', '&lt;')}</b>"},
            "height": 420,
            "showlegend": False,
            "plot_bgcolor": "#ffffff",
            "margin": {"t": 96, "b": 70, "l": 50, "r": 20},
            "yaxis": {"rangemode": "tozero", "tickformat": ",", "gridcolor": "#e5e9ec"},
            "xaxis": {"tickvals": years, "range": [1989, 2029], "showgrid": False},
            "annotations": [
                {"text": text, "x": x, "y": y, "showarrow": False, "yshift": 12}
                for text, x, y in labels
            ]
            + [
                {
                    "text": "Source: UN DESA,<br>International Migrant Stock",
                    "xref": "paper",
                    "yref": "paper",
                    "x": 0,
                    "y": -0.2,
                    "showarrow": False,
                }
            ],
            "meta": {
                "id": "stock-over-time",
                "alt": "Line chart: people born in Mauritius living in France, 1990 to 2024.",
                "title": title,
                "measure": "Migrant stock at mid-year, persons",
                "source": "Source: UN DESA, International Migrant Stock",
            },
        },
    }


def bar_chart() -> dict[str, Any]:
    """Make a second chart, without words of its own inside the drawing."""
    return {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "y": ["Canada", "Italy", "Australia", "France"],
                "x": [12_300, 13_400, 28_900, 44_709],
                "text": ["12,300", "13,400", "28,900", "44,700"],
                "textposition": "outside",
                "cliponaxis": False,
                "marker": {"color": ["#aab4bd", "#aab4bd", "#aab4bd", "#0b5fa5"]},
            },
        ],
        "layout": {
            "height": 260,
            "plot_bgcolor": "#ffffff",
            "margin": {"t": 20, "b": 20, "l": 90, "r": 60},
            "xaxis": {"visible": False},
            "meta": {
                "id": "destinations",
                "alt": "Bar chart: France is the largest of the listed destinations.",
                "title": "France is the first of the destinations that the edition lists",
                "measure": "People born in Mauritius, 2024, persons",
                "source": "Source: UN DESA, International Migrant Stock 2024",
            },
        },
    }


TABLE = """<table class="rt-table" id="table-agreements"><caption>Agreements in force</caption>
<thead><tr><th>Agreement</th><th>Signed</th><th class="num">Articles</th></tr></thead>
<tbody><tr><th>Settlement and circulation of professionals and semi-skilled workers</th>
<td>2008</td><td class="num">12</td></tr>
<tr><th>Mobility of young people</th><td>2013</td><td class="num">8</td></tr></tbody>
<tfoot><tr><td colspan="3">Source: partnership register.</td></tr></tfoot></table>"""

KEY_MESSAGES = (
    f"- In 2024 {span('stock', 'about 44,700')} people born in Mauritius lived in France, the "
    f"largest Mauritian community that any country reports. {kind('measured')}\n"
    f"- Published growth is uncertain: the edition before gave {span('earlier', '50,700')} for "
    f"2020. {kind('disputed')}\n"
    f"- The United Kingdom is no longer listed in the 2024 edition. {kind('not-listed')}\n"
)

PROSE = (
    f"In 2024 {span('stock', 'about 44,700')} people born in Mauritius lived in France. How fast "
    "the community grew is uncertain, and the two editions do not agree on it: what a revision "
    f"changed is not migration. The edition before gave {span('earlier', '50,700')} for 2020.\n"
    "\n"
    f"The agreement covers {span('articles', '12 articles')}, and the stock of "
    f"{span('stock', '44,700')} is counted by country of birth.\n"
    "\n"
    "- Residence permits are renewed in the country.\n"
    f"- Families are counted in the {span('stock', '44,700')}.\n"
)


def briefing_record() -> dict[str, Any]:
    """Make the record of the briefing."""
    return {
        "theme": "bilateral",
        "title": "Mauritius → France",
        "subtitle": "A corridor built by language, law and families",
        "parameters": {"origin": "MUS", "destination": "FRA", "year": 2024},
        "language": "en",
        "edition": "undesa-2024",
        "direction": "ltr",
        "labels": {"kinds": {"measured": "measured"}},
        "facts": [
            fact("stock", 44709, "about 44,700"),
            fact(
                "earlier",
                50691,
                "50,700",
                kind="disputed",
                flags=["disputed"],
                edition="undesa-2020",
                sources=[{"id": "stocks-2020"}],
            ),
            fact(
                "articles",
                12,
                "12 articles",
                unit="articles",
                sources=[{"id": "agreement", "where": "paragraph 3"}],
            ),
            fact("unused", 1, "one"),
        ],
        "series": [
            {
                "id": "destinations",
                "columns": ["destination", "persons"],
                "units": {"destination": "", "persons": "persons"},
                "rows": [["France", 44709], ["United Kingdom", None]],
            },
        ],
        "sources": [
            {
                "id": "stocks-2024",
                "title": "International Migrant Stock 2024",
                "producer": "UN DESA",
                "citation": "United Nations, Department of Economic and Social Affairs, Population "
                "Division (2024). International Migrant Stock 2024.",
                "url": "https://www.un.org/development/desa/pd/content/international-migrant-stock",
                "licence": "CC BY 3.0 IGO",
                "caveat": "Stocks, not flows.",
            },
            {
                "id": "stocks-2020",
                "title": "International Migrant Stock 2020",
                "producer": "UN DESA",
                "citation": "United Nations, Department of Economic and Social Affairs, Population "
                "Division (2020). International Migrant Stock 2020.",
                "url": "https://www.un.org/development/desa/pd/content/international-migrant-stock",
                "licence": "CC BY 3.0 IGO",
                "caveat": "",
            },
            {
                "id": "agreement",
                "title": "Agreement on the circulation of migrants",
                "producer": "Governments",
                "citation": "Agreement of 23 September 2008.",
                "url": "javascript:alert(1)",
                "licence": "",
                "caveat": "",
            },
        ],
    }


def shows(*outputs: dict[str, Any], tags: tuple[str, ...] = (), identity: str) -> Any:
    """Make an executed code cell."""
    return new_code_cell(
        "briefing.show()",
        id=identity,
        metadata={"tags": list(tags)},
        outputs=[
            new_output("display_data", data | {"text/plain": "<echo of the notebook>"})
            for data in outputs
        ],
    )


def words(text: str, *tags: str, identity: str) -> Any:
    """Make a Markdown cell."""
    return new_markdown_cell(text, id=identity, metadata={"tags": list(tags)})


def executed_notebook(title: str = "The community has grown slowly since 2010") -> Any:
    """Make the executed notebook; `title` is that of its first chart."""
    markdown = "text/markdown"
    return new_notebook(
        cells=[
            words(
                "# A corridor\n\nWhat moves between the two countries, and who decides?",
                identity="title",
            ),
            words("Change the parameters and run all cells.", "guide", identity="help"),
            shows({markdown: "1"}, tags=("parameters",), identity="parameters"),
            shows({"text/html": "<h1>Header of the setup</h1>"}, tags=("setup",), identity="setup"),
            words("## What matters most", identity="key-heading"),
            shows({markdown: KEY_MESSAGES}, tags=("key-messages",), identity="key"),
            words(
                "## The corridor today\n\nHow many people does the corridor hold?", identity="today"
            ),
            shows({markdown: PROSE}, identity="today-prose"),
            shows({CHART: line_chart(title)}, identity="trend"),
            words(
                "### Elsewhere\n\nA ranking counts only what the edition lists.",
                identity="elsewhere",
            ),
            shows({CHART: bar_chart()}, identity="ranking"),
            words("Pick another country.", "interactive", identity="explore-words"),
            shows({CHART: bar_chart()}, tags=("interactive",), identity="explore"),
            words("## Agreements", identity="agreements"),
            shows({"text/html": TABLE}, identity="agreements-table"),
            words("## What should not be quoted", identity="not-quoted"),
            shows(
                {markdown: f"- Growth since {span('earlier', '2020')} across editions."},
                tags=("caution",),
                identity="caution",
            ),
            words("## Sources", identity="sources-heading"),
            shows({markdown: "- listed by the notebook"}, tags=("sources",), identity="sources"),
            shows({RECORD: briefing_record()}, tags=("record",), identity="record"),
        ]
    )


def framed(**more: Any) -> Page:
    """Make the frame of the page."""
    return Page(
        **{
            "slug": "bilateral-mus-fra",
            "forum": "Global Forum on Migration and Development",
            "session": "Roundtable 1.1",
            "session_title": "Beyond geography and history: partnerships for migration",
            "co_chairs": ("Brazil", "France"),
            "team": (
                "Argentina",
                "Bangladesh",
                "Ecuador",
                "Israel",
                "Mauritius",
                "Mexico",
                "Morocco",
                "Philippines",
                "Portugal",
                "Senegal",
                "Spain",
                "Switzerland",
            ),
            "coordinator": "A. Coordinator",
            "peer_review": ("IOM", "OECD"),
            "disclaimer": "Written for the discussion of governments. It rests on open sources, "
            "is not exhaustive and does not bind the governments named.",
            "date": "November 2026",
            "reason": "The session's paper names the agreement of 2008 as an example.",
            "reason_source": "part 2, paragraph 14",
            "links": {
                "index": "../index.html",
                "notebook": "bilateral-mus-fra.en.ipynb",
                "facts": "facts.json",
            },
            "series": {"destinations": "series/destinations.csv"},
        }
        | more
    )


@pytest.fixture
def make_notebook() -> Any:
    """Return the function that makes the notebook, for tests that change it."""
    return executed_notebook


@pytest.fixture
def make_page() -> Any:
    """Return the function that makes the frame of a page."""
    return framed


@pytest.fixture
def notebook() -> Any:
    """Return an executed notebook with every feature."""
    return executed_notebook()


@pytest.fixture
def page() -> Page:
    """Return the frame of a page."""
    return framed()


@pytest.fixture
def hostile() -> str:
    """Return a string that must never be anything but text."""
    return HOSTILE
