"""The briefing on new trends: what grows beyond ties and neighbours, and what may be told."""

from typing import Any

from roundtable import charts
from roundtable.briefing import agreements, base, claimed, trends_tables
from roundtable.briefing.concentration_facts import concentration_facts
from roundtable.briefing.flight_facts import flight_facts
from roundtable.briefing.rising_facts import rising_facts
from roundtable.briefing.trends_facts import trends_facts
from roundtable.briefing.trends_study import WAYS, open_trends
from roundtable.briefing.trends_words import trends_names
from roundtable.facts import SourceRef
from roundtable.sources import BORDERS, RECEIVED, REFUGEES, STUDENTS, TIES, WORLD_BANK
from roundtable.tables import Table


class NewTrends(base.Briefing):
    """New corridors of a country, its students and remittances, and what the paper foresaw.

    Parameters
    ----------
    country
        ISO 3166-1 alpha-3 code.
    year, edition, language
        As in `Bilateral`.

    Raises
    ------
    ParameterError
        With everything that is wrong with the parameters, and what would be right.
    """

    theme = "new_trends"
    country: str

    def __init__(self, *, country: str, year: int, edition: str, language: str = "en") -> None:
        super().__init__(country=country, year=year, edition=edition, language=language)
        self.study = open_trends(self.tables, other=self.other, **self.parameters)
        for facts in (rising_facts, flight_facts, concentration_facts, trends_facts):
            for fact in facts(self.study):
                self.book.add(fact)
        self.context |= trends_names(self.study, self.book, self.labels)
        self._open_register(self.study, agreements.of_country(self.country, year=self.year))
        self.context["claims_own"] = claimed.has_own(self.theme, self.parameters)
        money = self._money()
        self.context["money_jumps"] = bool(len(money) and money["jump"].any())
        self.context["charted"] = len(trends_tables.new_over_time(self.study)) > 0

    def new_corridors(self) -> Any:
        """Show the largest new corridors over time; nothing where none may be told."""
        frame = trends_tables.new_over_time(self.study)
        if frame.empty:
            return None
        self._show(
            "new-corridors",
            frame[["edition", "year", "persons", "kind"]].rename(columns={"edition": "corridor"}),
            indicator="corridor_stock",
            definition="Migrant stock of the largest new corridors",
            arguments={"country": self.country},
        )
        return charts.stock_over_time(frame, words=self.words("new-corridors"), id="new-corridors")

    def destinations(self) -> Table | None:
        """Show the largest rises among the destinations, and what may be said of each."""
        return self._rises("out")

    def origins(self) -> Table | None:
        """Show the largest rises among the origins, and what may be said of each."""
        return self._rises("in")

    def students(self) -> Table | None:
        """Show the largest partners of students both ways; nothing where no list is sound."""
        found = trends_tables.student_lists(self.study, self.labels, self.line)
        if found is None:
            return None
        frame, table = found
        self._show(
            "students",
            frame,
            sources=[SourceRef(STUDENTS)],
            indicator="students_abroad",
            definition="Students abroad and from abroad by partner",
            arguments={"country": self.country},
        )
        return table

    def money(self) -> Any:
        """Show remittances received and paid against GDP; nothing where none are known."""
        frame = self._money()
        if frame.empty:
            return None
        self._show(
            "money",
            frame[["edition", "year", "persons"]].rename(
                columns={"edition": "direction", "persons": "percent_of_gdp"}
            ),
            sources=[SourceRef(RECEIVED), SourceRef(WORLD_BANK)],
            indicator="remittances_of_gdp",
            definition="Personal remittances received and paid, percent of GDP",
            arguments={"place": self.country},
        )
        return charts.stock_over_time(frame, words=self.words("money"), id="money", unit="%")

    def _money(self) -> Any:
        return trends_tables.money_series(self.study, self.labels)

    def _rises(self, way: str) -> Table | None:
        if self.study.risen[way].empty:
            return None
        frame, table = trends_tables.rises(self.study, way, self.labels, self.line)
        editions = self.study.sources(self.edition, self.other)
        self._show(
            f"rises-{way}",
            frame,
            sources=[*editions, *map(SourceRef, (REFUGEES, TIES, BORDERS))],
            indicator="rising",
            definition="Corridors that at least trebled, and what may be said of each",
            arguments={WAYS[way][0]: self.country, "year": self.year},
        )
        return table

    def _problems(self) -> list[str]:
        return [self._problem_with_country("country")]
