"""What every theme's briefing has in common: checking, showing, the record."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

import pandas as pd
import plotly.io
from markupsafe import Markup

from roundtable import drafts, prose, register, reliability, sources, store
from roundtable.briefing import agreement_words, agreements, drafted, series_words
from roundtable.briefing.display import Message, Record
from roundtable.briefing.parameters import (
    problem_with_country,
    problems_of,
    refuse,
    years_of,
)
from roundtable.briefing.shows_claims import ShowsClaims
from roundtable.briefing.study import Study
from roundtable.charts import Words
from roundtable.facts import Book, Fact, Name, Series, SourceRef
from roundtable.register.trace import COUNTED
from roundtable.sources import EDITIONS
from roundtable.tables import Table

# Without this, plotly adds scripts from the network to every figure's output.
plotly.io.renderers.default = "plotly_mimetype"


class Briefing(ShowsClaims):
    """One theme, with its parameters checked and its facts computed.

    Subclasses set `theme`, say what is wrong with parameters of their own, fill `book` and
    `context`, and name their charts and tables.

    Parameters
    ----------
    year
        A year that the edition gives.
    edition
        ``undesa-2024`` or ``undesa-2020``.
    language
        A language that has words, such as ``en``.
    **own
        Parameters of the theme; each becomes an attribute.

    Raises
    ------
    ParameterError
        With everything that is wrong with the parameters, and what would be right.
    """

    theme: ClassVar[str] = ""

    def __init__(self, *, year: int, edition: str, language: str, **own: str) -> None:
        self.year, self.edition, self.language = year, edition, language
        self.parameters = {**own, "year": year, "edition": edition, "language": language}
        for name, value in own.items():
            setattr(self, name, value)
        self.tables = store.load()
        self.book = Book()
        self.context: dict[str, Any] = {}
        self.drafts: dict[str, drafts.Draft] = {}
        self.cited: dict[str, dict[str, str]] = {}

        self._check()
        self._open_text()

    def _check(self) -> None:
        """Refuse what cannot be built, all problems in one error."""
        common = problems_of(
            year=self.year,
            edition=self.edition,
            language=self.language,
            years=years_of(self.tables),
        )
        refuse(self.theme, [*self._problems(), *common])

    def _problems(self) -> list[str]:
        """Say what is wrong with the parameters of the theme; empty texts say nothing."""
        raise TypeError(f"{type(self).__name__} does not check its parameters.")

    def _problem_with_country(self, name: str) -> str:
        complete, data = self.tables.complete, self.tables.name
        return problem_with_country(name, getattr(self, name), complete=complete, data=data)

    def _open_text(self) -> None:
        """Load the words; called once the parameters are known to be right."""
        self.prose = prose.Prose(theme=self.theme, language=self.language, book=self.book)
        self.labels = prose.labels(self.language)
        self.context["kind"] = self._badge
        self.context["edition_name"] = self.edition_name(self.edition)
        self.context["other_name"] = self.edition_name(self.other)

    @property
    def other(self) -> str:
        """The edition to compare with."""
        return next(name for name in EDITIONS if name != self.edition)

    def edition_name(self, edition: str) -> Name:
        """Return an edition as running text names it: "2024 edition".

        Parameters
        ----------
        edition
            Such as ``undesa-2024``.
        """
        return Name(self.labels["edition"].format(edition.rsplit("-", 1)[-1]))

    def text(self, section: str) -> Message:
        """Show a section of the words, with its numbers, and what drafters wrote on it.

        Parameters
        ----------
        section
            Of the theme's words.
        """
        self.before_words(section)
        if section in self.drafts:
            return Message(drafted.shown(self, self.drafts[section]))
        return Message(self.prose.render(section, **self.context))

    def take_drafts(self, roundtable: str, slug: str) -> None:
        """Take in the drafters' own words on this briefing.

        Parameters
        ----------
        roundtable, slug
            Folders below ``notebooks/drafts``, such as ``gfmd-2010-rt-1-1`` and
            ``bilateral-mus-fra``.

        Raises
        ------
        ContentError
            With everything that is wrong with any draft.
        """
        self.drafts = drafts.taken(roundtable, slug, self.language)
        drafted.enter_figures(self)

    def line(self, section: str) -> str:
        """Return a section as a line of plain text.

        Parameters
        ----------
        section
            Of the theme's words.
        """
        self.before_words(section)
        return self.prose.line(section, **self.context)

    def words(self, chart: str, **labels: str) -> Words:
        """Return the words of a chart: the sections ``<chart>-title``, ``-measure``, ….

        Parameters
        ----------
        chart
            Id of the chart.
        **labels
            Words of this chart, which replace those for all charts.
        """
        return Words(
            title=self.line(f"{chart}-title"),
            measure=self.line(f"{chart}-measure"),
            source=self.line(f"{chart}-source"),
            alt=self.line(f"{chart}-alt"),
            labels={**self.labels["chart"], **labels},
        )

    def key_messages(self) -> Message:
        """Show the few sentences to take away, each with its kind."""
        return self.text("key-messages")

    def caution(self) -> Message:
        """Show what should not be quoted, and why."""
        return self.text("caution")

    def record(self) -> dict[str, Any]:
        """Return what the builder takes out of the executed notebook."""
        messages = self.key_messages().markdown
        first = re.search(r"\*\*(.+?)\*\*", messages)
        shown = self.book.shown
        used = {ref.id: None for fact in shown for ref in fact.sources}
        used.update({ref.id: None for item in self.book.series for ref in item.sources})
        return {
            "theme": self.theme,
            "title": self.title,
            "subtitle": self.subtitle,
            "parameters": self.parameters,
            "language": self.language,
            "direction": "ltr",
            "edition": self.edition,
            "message": prose.plain(first.group(1)) if first else "",
            "kinds": list(dict.fromkeys(re.findall(r"kind kind-([a-z-]+)", messages))),
            "data": self.tables.name,
            "labels": {name: self.labels[name] for name in ("kinds", "flags")}
            | {"columns": self._columns()}
            | {"values": series_words.values(self.book.series, self.labels)},
            "facts": [fact.as_json() for fact in shown],
            "series": [item.as_json() for item in self.book.series],
            "sources": [self.cite(name) for name in used],
        } | self._drafts()

    def _drafts(self) -> dict[str, Any]:
        """Return the state of the drafts; nothing where there are none."""
        states = [drafted.state(self, draft) for draft in self.drafts.values()]
        return {"drafts": states} if states else {}

    def cite(self, name: str) -> dict[str, str]:
        """Return a source as this briefing cites it.

        Parameters
        ----------
        name
            Id of a source, a document, or a figure of a government.

        Returns
        -------
        dict of str to str
            As from `source_entry`; figures of governments are known to this briefing alone.
        """
        return self.cited.get(name) or source_entry(name)

    def _columns(self) -> dict[str, str]:
        """Return the labels of the columns shown: another theme's do not change a record."""
        used = dict.fromkeys(name for item in self.book.series for name in item.frame.columns)
        return {
            name: self.labels["columns"][name] for name in used if name in self.labels["columns"]
        }

    def sources(self) -> Record:
        """Show the sources with their limits; the output carries the briefing's record."""
        record = self.record()
        return Record("\n".join(map(source_line, record["sources"])), record)

    def agreed(self) -> Table | None:
        """Show the entries of the register that concern the briefing; nothing without one."""
        found = agreement_words.table(self.agreements, self.labels, self.line)
        if found is None:
            return None
        frame, shown = found
        self._show(
            "agreed",
            frame,
            indicator=COUNTED,
            definition="Entries of the register that concern the briefing",
            arguments={"entries": [item.entry.id for item in self.agreements.concerns]},
            sources=agreements.cited(self.agreements),
        )
        return shown

    def _open_register(
        self, study: Study, agreed: agreements.Agreed, *, about: str | None = None
    ) -> None:
        """Take in what the register says: counts, published results, names for the words."""
        self.agreements = agreed
        found, items = agreements.facts(study, agreed, about=about)
        for fact in found:
            self.book.add(fact)
        self.context |= agreement_words.names(agreed, items, self.labels)

    def _show(
        self,
        id: str,
        frame: pd.DataFrame,
        *,
        sources: Iterable[SourceRef] | None = None,
        **about: Any,
    ) -> None:
        """Enter a table or chart into the book as one series.

        Its sources are both editions, unless others are named.
        """
        editions = (EDITIONS[edition] for edition in (self.edition, self.other))
        self.book.show_series(
            Series(
                id=id,
                frame=frame,
                units={column: series_words.UNITS.get(column, "") for column in frame.columns},
                edition=self.edition,
                sources=tuple(sources or map(SourceRef, editions)),
                **about,
            )
        )

    @property
    def title(self) -> str:
        """Title of this briefing, as plain text."""
        return self.line("page-title")

    @property
    def subtitle(self) -> str:
        """Subtitle of this briefing, as plain text."""
        return self.line("page-subtitle")

    def _repr_markdown_(self) -> str:
        return f"**{prose.escape(self.title)}** — {prose.escape(self.subtitle)}"

    def __repr__(self) -> str:
        """Return title and subtitle."""
        return f"{self.title} — {self.subtitle}"

    def _badge(self, *facts: Fact) -> Markup:
        """Show the weakest kind among the facts that a message rests on."""
        weakest = max((fact.kind for fact in facts), key=reliability.KINDS.index)
        return prose.kind_badge(self.labels["kinds"], weakest)


def source_entry(name: str) -> dict[str, str]:
    """Return a source as a briefing cites it: one of the catalogue, or a document.

    Parameters
    ----------
    name
        Id of a source in ``sources.yml``, or of a document in ``documents.yml``.

    Returns
    -------
    dict of str to str
        ``id, title, producer, citation, url, version, licence, caveat``; a document has no licence
        and no caveat.
    """
    source = sources.catalogue().get(name)
    if source is None:
        document = register.documents()[name]
        version = f"{document.producer}, {document.year}"
        about = {"title": document.title, "producer": document.producer, "version": version}
        more = {"citation": document.citation, "url": document.url, "licence": "", "caveat": ""}
        return {"id": name, **about, **more}
    keys = ("title", "producer", "citation", "url", "version", "licence", "caveat")
    return {"id": name, **{key: getattr(source, key) for key in keys}}


def source_line(entry: Mapping[str, str]) -> str:
    """Return a source as an item of a list, without what it does not have.

    Parameters
    ----------
    entry
        As from `source_entry`.
    """
    about = ", ".join(prose.escape(entry[key]) for key in ("version", "licence") if entry[key])
    parts = [
        f"- **{prose.escape(entry['title'])}**" + (f" ({about})." if about else "."),
        prose.escape(entry["caveat"]),
        f"<{entry['url']}>" if entry["url"] else "",
    ]
    return " ".join(part for part in parts if part)
