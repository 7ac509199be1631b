"""The historical briefing: what ties a country to where its migrants come from and go to."""

from typing import Any

from roundtable import charts
from roundtable.briefing import agreements, base, historical_words
from roundtable.briefing.country import End, open_country
from roundtable.briefing.display import Message
from roundtable.briefing.gravity_facts import compared, gravity_facts
from roundtable.briefing.gravity_tables import PUBLISHED, against_expected, estimate_terms
from roundtable.briefing.historical_tables import (
    PARTS,
    by_class,
    classes_by_year,
    shared_past,
    shares_by_year,
    top_origins,
    turned_pairs,
)
from roundtable.briefing.origin_facts import origin_facts
from roundtable.briefing.past_facts import past_facts, spaces_of
from roundtable.briefing.tie_facts import CITED, tie_facts
from roundtable.briefing.tied_flight_facts import tied_flight_facts
from roundtable.briefing.turn_facts import turn_facts, turns
from roundtable.facts import SourceRef
from roundtable.sources import DECADES, EDITIONS, GRAVITY, TIES
from roundtable.tables import Table


class Historical(base.Briefing):
    """A country's migration, by what ties it to the other ends.

    Parameters
    ----------
    country
        ISO 3166-1 alpha-3 code.
    year
        A year that the edition gives.
    edition
        ``undesa-2024`` or ``undesa-2020``.
    language
        A language that has words, such as ``en``.

    Raises
    ------
    ParameterError
        With everything that is wrong with the parameters, and what would be right.
    """

    theme = "historical"
    country: str

    def __init__(self, *, country: str, year: int, edition: str, language: str = "en") -> None:
        super().__init__(country=country, year=year, edition=edition, language=language)
        self.ties = open_country(self.tables, other=self.other, **self.parameters)
        self.turned = turns(self.ties)
        self.beyond = compared(self.ties)
        for fact in (
            *tie_facts(self.ties),
            *tied_flight_facts(self.ties),
            *origin_facts(self.ties),
            *turn_facts(self.ties, self.turned),
            *past_facts(self.ties),
            *gravity_facts(self.ties, self.beyond),
        ):
            self.book.add(fact)
        self.context |= historical_words.names(self.ties, self.book, self.turned)
        self.context |= historical_words.of_model(self.ties, self.beyond)
        self.context |= historical_words.conditions(self.ties, self.book)
        self._open_register(self.ties, agreements.of_country(self.country, year=self.year))

    def immigrants(self) -> Any:
        """Show immigrants by class of tie over time, in both sources."""
        return self._by_year("immigrants", "destination")

    def emigrants(self) -> Any:
        """Show emigrants by class of tie over time, in both sources."""
        return self._by_year("emigrants", "origin")

    def by_class(self) -> Table:
        """Show immigrants and emigrants of the year by every class of tie."""
        frame, table = by_class(self.ties, self.labels, self.line)
        self._show_ties("by-class", frame, "Immigrants and emigrants by exclusive class of tie")
        return table

    def top_origins(self) -> Table:
        """Show the ten largest origins with what ties them to the country."""
        frame, table = top_origins(self.ties, self.labels, self.line)
        self._show_ties("top-origins", frame, "The ten largest listed origins, with their ties")
        return table

    def turns(self) -> Table | Message:
        """Show the pairs whose balance turned; a sentence where there is none."""
        if not self.turned:
            return self.text("no-turns")
        frame, table = turned_pairs(self.ties, self.turned, self.labels, self.line)
        self._show(
            "turns",
            frame,
            indicator="turns",
            definition="Pairs whose balance changed sign inside one source",
            arguments={"place": self.country, "year": self.year},
            sources=(SourceRef(EDITIONS[self.edition]), SourceRef(DECADES)),
        )
        return table

    def shared_past(self) -> Table | Message:
        """Show how much migration stays in the spaces of a shared past; or that there is none."""
        if not spaces_of(self.ties):
            return self.text("no-spaces")
        frame, table = shared_past(self.ties, self.book, self.labels, self.line)
        self._show(
            "shared-past",
            frame,
            indicator="inside_shared_past",
            definition="Share of migration that stays in spaces of a shared past",
            arguments={"place": self.country, "year": self.year},
            sources=(SourceRef(EDITIONS[self.edition]),),
        )
        return table

    def estimate(self) -> Table | None:
        """Show the terms of the model with their errors; nothing where it is not used."""
        if self.beyond.empty:
            return None
        frame, table = estimate_terms(self.ties, self.labels, self.line)
        self._show(
            "gravity-terms",
            frame,
            indicator="gravity",
            definition="Coefficients of the gravity estimate, and means that are published",
            arguments={"year": self.year},
            sources=[SourceRef(name) for name in (GRAVITY, PUBLISHED)],
        )
        return table

    def against_expected(self) -> Table | Message:
        """Show the corridors farthest from what the model expects; or that there is none."""
        if self.beyond.empty:
            return self.text("no-gravity")
        frame, table = against_expected(self.ties, self.beyond, self.labels, self.line)
        self._show(
            "against-expected",
            frame,
            indicator="gravity",
            definition="Stocks against what the gravity estimate expects",
            arguments={"place": self.country, "year": self.year},
            sources=[SourceRef(name) for name in (EDITIONS[self.edition], GRAVITY, TIES)],
        )
        return table

    def _by_year(self, id: str, end: End) -> Any:
        name = str(self.edition_name(self.edition))
        classes = classes_by_year(self.ties, end, self.labels, name)
        frame = shares_by_year(classes, self.ties.language)
        self._show_ties(
            id,
            classes,
            f"{id.capitalize()} by class of tie in the World Bank's decades and the UN's edition",
        )
        parts = [(part, self.labels["parts"][part]) for part in PARTS]
        return charts.stacked_bars(frame, words=self.words(id), id=id, parts=parts)

    def _show_ties(self, id: str, frame: Any, definition: str) -> None:
        self._show(
            id,
            frame,
            indicator="stock_by_tie",
            definition=definition,
            arguments={"place": self.country, "year": self.year},
            sources=[SourceRef(name) for name in (EDITIONS[self.edition], DECADES, TIES, CITED)],
        )

    def _problems(self) -> list[str]:
        return [self._problem_with_country("country")]
