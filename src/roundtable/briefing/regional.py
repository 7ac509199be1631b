"""The regional briefing: how much migration stays inside a bloc or a circuit."""

from typing import Any

from roundtable import charts
from roundtable.briefing import agreements, base, space_tables, space_words
from roundtable.briefing.circuit_facts import group_facts
from roundtable.briefing.space import open_space
from roundtable.briefing.space_detail_facts import detail_facts
from roundtable.briefing.space_facts import MEASURES, space_facts
from roundtable.briefing.space_matrix import matrix, matrix_facts
from roundtable.briefing.space_people_facts import people_facts
from roundtable.briefing.space_side_facts import side_facts
from roundtable.errors import did_you_mean
from roundtable.facts import SourceRef
from roundtable.places import spaces
from roundtable.sources import DECADES, SPACES
from roundtable.tables import Table

FEWEST = 6
"""Corridors that make a matrix: fewer are read faster in the table."""

SIDES = 3
"""Origins and destinations that make a matrix: one or two rows or columns are a list."""


ALL_FACTS = (space_facts, detail_facts, people_facts, side_facts, matrix_facts, group_facts)
"""What computes the facts of a space, in the order of the book."""


class Regional(base.Briefing):
    """A bloc, or a circuit with its two sides.

    Parameters
    ----------
    bloc
        Id in ``data/blocs.yml`` or ``data/circuits.yml``.
    year
        A year that the edition gives, and in which the bloc had members.
    edition
        ``undesa-2024`` or ``undesa-2020``.
    language
        A language that has words, such as ``en``.

    Raises
    ------
    ParameterError
        With everything that is wrong with the parameters, and what would be right.
    """

    theme = "regional"
    bloc: str

    def __init__(self, *, bloc: str, year: int, edition: str, language: str = "en") -> None:
        super().__init__(bloc=bloc, year=year, edition=edition, language=language)
        self.space = open_space(self.tables, other=self.other, **self.parameters)
        for facts in ALL_FACTS:
            for fact in facts(self.space):
                self.book.add(fact)
        self.context |= space_words.names(self.space, self.book)
        self.context |= space_words.conditions(self.space, self.book)
        self._open_register(self.space, agreements.of_space(self.bloc, year=self.year))

    def emigrants_over_time(self) -> Any:
        """Show the share of emigrants inside over time, by edition and membership."""
        return self._over_time("emigrants")

    def immigrants_over_time(self) -> Any:
        """Show the share of immigrants from inside over time, by edition and membership."""
        return self._over_time("immigrants")

    def _over_time(self, side: str) -> Any:
        words = self.labels["chart"]
        frame = space_tables.shares_over_time(self.space, side, words)
        id = f"{side}-over-time"
        own = frame[frame["edition"] != "worldbank"]
        before = len(own) < len(frame)
        breaks = [charts.Break(int(own["year"].min()), words["other_source"])] if before else []
        editions = self.space.sources(self.edition, self.other)
        self._show(
            id,
            frame[["edition", "label", "year", "persons", "kind"]].rename(
                columns={"persons": "percent"}
            ),
            indicator="share_of_space",
            definition=f"Share of {MEASURES[side]}, by edition and membership",
            arguments={"space": self.bloc, "measure": MEASURES[side]},
            sources=(*editions, *([SourceRef(DECADES)] if before else []), SourceRef(SPACES)),
        )
        return charts.stock_over_time(frame, words=self.words(id), id=id, breaks=breaks, unit="%")

    def matrix(self) -> Any:
        """Show the corridors inside as a matrix; nothing where the table holds as much."""
        frame, origins, destinations = matrix(self.space)
        if frame["persons"].count() < FEWEST or min(len(origins), len(destinations)) < SIDES:
            return None
        # A country and itself are no corridor: the diagonal is drawn and has no figure.
        pairs = frame[frame["origin"] != frame["destination"]]
        self._show(
            "matrix",
            pairs[["origin", "destination", "persons"]],
            indicator="intra_stock",
            definition="Migrant stock of the corridors inside, by origin and destination",
            arguments=self.space.about,
        )
        sides = {"origins": origins, "destinations": destinations}
        return charts.corridor_matrix(frame, words=self.words("matrix"), id="matrix", **sides)

    def corridors(self) -> Table:
        """Show the largest corridors inside the space."""
        frame, table = space_tables.corridors_table(self.space, self.labels, self.line)
        self._show(
            "corridors",
            frame,
            indicator="intra_stock",
            definition="The largest corridors inside the space, in both editions",
            arguments=self.space.about,
        )
        return table

    def places(self) -> Table:
        """Show who sends and who receives inside the space."""
        frame, table = space_tables.places_table(self.space, self.labels, self.line)
        self._show(
            "places",
            frame,
            indicator="by_place",
            definition="Emigrants and immigrants of each place, and those inside the space",
            arguments=self.space.about,
        )
        return table

    def elsewhere(self) -> Any:
        """Show where the emigrants live: inside, and elsewhere by region."""
        frame = space_tables.where_bars(self.space, self.labels["chart"])
        self._show(
            "elsewhere",
            frame[["name", "persons"]],
            indicator="where_they_live",
            definition="Emigrants of the space's origins inside it and elsewhere by region",
            arguments=self.space.about,
        )
        return charts.ranked_bars(frame, words=self.words("elsewhere"), id="elsewhere")

    def compared(self) -> Any:
        """Show both shares of every bloc and circuit."""
        frame = space_tables.compared(self.space, self.labels["table"])
        self._show(
            "compared",
            frame[["name", "emigrants", "immigrants"]],
            indicator="share_of_space",
            definition="Both shares of every bloc and circuit, with the members of the year",
            arguments={"year": self.year},
            sources=(*self.space.sources(), SourceRef(SPACES)),
        )
        return charts.paired_shares(
            space_tables.paired(frame),
            words=self.words("compared", **space_tables.both_keys(self.labels["chart"])),
            id="compared",
        )

    def _problems(self) -> list[str]:
        return _problems_with_space(self.bloc, self.year)


def _problems_with_space(bloc: object, year: object) -> list[str]:
    """Say what is wrong with the id of a space, or with its year."""
    known = spaces.every()
    if not isinstance(bloc, str) or bloc not in known:
        listed = ", ".join(known)
        return [
            f"`bloc` is {bloc!r}, which is neither a bloc nor a circuit. There are {listed}."
            + did_you_mean(bloc, known)
        ]
    first = spaces.began(bloc)
    if first is not None and isinstance(year, int) and year < first:
        return [
            f"`year` is {year}, when '{bloc}' had no members yet. Choose {first} or a later year."
        ]
    return []
