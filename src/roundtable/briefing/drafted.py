"""How the drafters' own words come into a briefing, and what is shown beside them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from roundtable import drafts, places
from roundtable.errors import ContentError
from roundtable.facts import Fact, SourceRef, forms

if TYPE_CHECKING:
    from roundtable.briefing.base import Briefing

INDICATOR = "published"
"""Name of the indicator: nothing is computed, a government gives the figure."""


def shown(briefing: "Briefing", draft: drafts.Draft) -> str:
    """Return the Markdown of a section with a draft.

    A heading that opens the generated text stays where it is, unless the draft stands instead
    and brings one of its own. Text that a draft replaces is not rendered: its facts are not
    shown, and so not recorded.

    Parameters
    ----------
    briefing
        The briefing, with its facts and what its words may name.
    draft
        The drafters' words on one of its sections.

    Returns
    -------
    str
        Markdown: the draft stands in a block of its own, with tables of national figures and of
        facts that have changed.
    """
    head = _heading(briefing.prose.texts.get(draft.section, ""))
    words = _words(briefing, draft)
    own = _marked(briefing, draft, words)
    if draft.front.place == "instead":
        return own if not head or words.startswith("#") else f"{head}\n\n{own}"
    generated = briefing.prose.render(draft.section, **briefing.context)
    if draft.front.place == "after":
        return f"{generated}\n\n{own}".strip()
    body = generated.removeprefix(head).lstrip()
    return "\n\n".join(part for part in (head, own, body) if part)


def enter_figures(briefing: "Briefing") -> None:
    """Enter the governments' own figures as facts, each with a source of its own.

    Parameters
    ----------
    briefing
        The briefing with its drafts. The facts go into its book, their sources into `cited`.

    Raises
    ------
    ContentError
        If two drafts give different values for one figure.
    """
    for draft in briefing.drafts.values():
        for figure in draft.front.national_figures:
            fact = _national(briefing, draft, figure)
            known = briefing.book.variables().get(fact.id.replace("-", "_"), fact)
            if (known.value, known.unit) != (fact.value, fact.unit):
                raise ContentError(
                    f"{draft.name}: the figure of {figure.government} for {figure.year} beside "
                    f"'{figure.beside}' is {figure.value}, and another draft of this briefing "
                    f"gives {known.value}. Keep one."
                )
            if known is fact:
                briefing.book.add(fact)
                briefing.cited[fact.id] = _cited(briefing, figure)


def state(briefing: "Briefing", draft: drafts.Draft) -> dict[str, Any]:
    """Return what the builder tells of a draft: its facts that changed, or were not recorded.

    Parameters
    ----------
    briefing
        The briefing that takes the draft in.
    draft
        One of its drafts.

    Returns
    -------
    dict
        ``file``, ``section``, ``place``; ``facts`` (ids of those that the words name); ``changed``,
        each with ``id``, ``was`` and ``now``; ``not_recorded`` (ids).
    """
    facts, changed, missing = _compared(briefing, draft)
    return {
        "file": draft.name,
        "section": draft.section,
        "place": draft.front.place,
        "facts": list(facts),
        "changed": [
            {
                "id": change.now.id,
                "was": change.was.model_dump(),
                "now": {
                    "value": change.now.value,
                    "printed": change.now.printed[briefing.language],
                    "kind": change.now.kind,
                },
            }
            for change in changed
        ],
        "not_recorded": missing,
    }


def names(briefing: "Briefing") -> dict[str, Any]:
    """Return all that the words of a draft may name in a briefing.

    Parameters
    ----------
    briefing
        The briefing.

    Returns
    -------
    dict
        Facts, names and conditions by the names that templates use.
    """
    return briefing.prose.names(**briefing.context)


def _compared(
    briefing: "Briefing", draft: drafts.Draft
) -> tuple[dict[str, Fact], list[drafts.Change], list[str]]:
    facts = drafts.named_facts(draft, briefing.prose.parsed(draft.words), names(briefing))
    changed, missing = drafts.changes(draft.front.facts, facts, language=briefing.language)
    return facts, changed, missing


def _heading(text: str) -> str:
    first = text.lstrip().partition("\n")[0]
    return first.strip() if first.startswith("#") else ""


def _words(briefing: "Briefing", draft: drafts.Draft) -> str:
    where = f"notebooks/drafts/{draft.name}"
    if found := drafts.problems(draft, briefing.prose, names(briefing)):
        raise ContentError(f"{where}, {found[0]}")
    return briefing.prose.free(draft.words, where, **briefing.context)


def _marked(briefing: "Briefing", draft: drafts.Draft, words: str) -> str:
    """Put the words between marks that say whose they are, with what belongs beside them."""
    labels = briefing.labels["drafts"]
    _, changed, _ = _compared(briefing, draft)
    parts = [
        Markup('<div class="drafters">\n<small class="drafters-by">{}</small>').format(
            labels["instead" if draft.front.place == "instead" else "by"]
        ),
        words,
        _national_table(briefing, draft),
        _changed_table(briefing, changed),
        "</div>",
    ]
    return "\n\n".join(str(part) for part in parts if part)


def _changed_table(briefing: "Briefing", changed: Iterable[drafts.Change]) -> str:
    """Show what has changed, as it was and as it is."""
    labels, kinds = briefing.labels["drafts"], briefing.labels["kinds"]
    rows = [
        (
            _measure(briefing, change.now),
            Markup("{} ({})").format(change.was.printed, kinds.get(change.was.kind, "")),
            Markup("{} ({})").format(_mark(briefing, change.now), kinds[change.now.kind]),
        )
        for change in changed
    ]
    head = (labels["measure"], labels["was"], labels["now"])
    return _table("draft-changed", labels["changed"], head, rows, note="")


def _national_table(briefing: "Briefing", draft: drafts.Draft) -> str:
    """Show a government's own figures, each below the fact that it stands beside."""
    labels = briefing.labels["drafts"]
    rows = []
    for beside in dict.fromkeys(figure.beside for figure in draft.front.national_figures):
        fact = briefing.book[beside]
        year = fact.arguments.get("year", fact.arguments.get("end", ""))
        cited = [briefing.cite(ref.id) for ref in fact.sources]
        by, title = ("; ".join(dict.fromkeys(c[key] for c in cited)) for key in _SAID)
        rows.append((_measure(briefing, fact), by, _mark(briefing, fact), year, title))
        for figure in draft.front.national_figures:
            if figure.beside == beside:
                own, source = briefing.book[figure.id], briefing.cited[figure.id]
                where = _linked(source)
                rows.append(
                    (labels["own"], source["producer"], _mark(briefing, own), figure.year, where)
                )
    head = tuple(labels[name] for name in ("measure", "given_by", "figure", "year", "source"))
    return _table("national", labels["national"], head, rows, note=labels["not_mixed"])


def _measure(briefing: "Briefing", fact: Fact) -> str:
    """Say what a fact measures, for which year and in which edition."""
    year = str(fact.arguments.get("year", ""))
    edition = briefing.edition_name(fact.edition) if fact.edition else ""
    about = ", ".join(part for part in (year, edition) if part)
    return f"{fact.definition} ({about})" if about else fact.definition


_SAID = ("producer", "title")


def _table(
    name: str, caption: str, head: tuple[str, ...], rows: list[tuple[Any, ...]], *, note: str
) -> str:
    """Return an HTML table that stands in Markdown as one block; everything is escaped."""
    if not rows:
        return ""
    cells = Markup("").join
    tops = cells(Markup('<th scope="col">{}</th>').format(text) for text in head)
    body = cells(
        Markup("<tr>{}</tr>").format(cells(Markup("<td>{}</td>").format(cell) for cell in row))
        for row in rows
    )
    foot = (
        Markup('<tfoot><tr><td colspan="{}">{}</td></tr></tfoot>').format(len(head), note)
        if note
        else ""
    )
    return str(
        Markup(
            '<table class="{}"><caption>{}</caption><thead><tr>{}</tr></thead>'
            "<tbody>{}</tbody>{}</table>"
        ).format(name, caption, tops, body, foot)
    )


def _mark(briefing: "Briefing", fact: Fact) -> Markup:
    """Print a fact with its mark, and note that it was shown."""
    briefing.book.show(fact)
    return Markup('<span class="fact" data-fact="{}">{}</span>').format(
        fact.id, fact.printed[briefing.language]
    )


def _linked(cited: dict[str, str]) -> Markup:
    if not cited["url"]:
        return Markup("{}").format(cited["title"])
    return Markup('<a href="{}">{}</a>').format(cited["url"], cited["title"])


def _national(briefing: "Briefing", draft: drafts.Draft, figure: drafts.NationalFigure) -> Fact:
    beside = briefing.prose.book.variables().get(figure.beside.replace("-", "_"))
    what = beside.definition if beside else figure.beside
    return Fact(
        id=figure.id,
        value=figure.value,
        unit=figure.unit,
        printed={briefing.language: _printed(figure, briefing.language)},
        indicator=INDICATOR,
        definition=f"{what}; figure of the {_government(briefing, figure)} for {figure.year}",
        arguments={
            "beside": figure.beside,
            "government": figure.government,
            "year": figure.year,
            "value": figure.value,
            "draft": draft.name,
        },
        sources=(SourceRef(figure.id),),
        kind="published",
    )


def _cited(briefing: "Briefing", figure: drafts.NationalFigure) -> dict[str, str]:
    """Return the source of a figure as a briefing cites it."""
    government = _government(briefing, figure)
    return {
        "id": figure.id,
        "title": figure.source,
        "producer": government,
        "citation": f"{government}: {figure.source} ({figure.year})",
        "url": figure.url,
        "version": str(figure.year),
        "licence": "",
        "caveat": "",
    }


def _government(briefing: "Briefing", figure: drafts.NationalFigure) -> str:
    phrase = places.place(figure.government).phrase
    return briefing.labels["drafts"]["government"].format(phrase)


def _printed(figure: drafts.NationalFigure, language: str) -> str:
    """Print a figure as its government gives it, with all its digits."""
    if figure.unit == "share":
        return forms.number(100 * figure.value, language, digits=_digits(100 * figure.value)) + "%"
    return forms.number(figure.value, language, digits=_digits(figure.value))


def _digits(value: float) -> int:
    return len(f"{value:.6f}".rstrip("0").partition(".")[2])
