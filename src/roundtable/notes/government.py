"""What the two papers for a government share: its figures, its corridors, what it agreed."""

from collections.abc import Sequence
from typing import Any

from roundtable import places
from roundtable.briefing.spoken import Spoken
from roundtable.facts import Name, year_name
from roundtable.notes import agreed, figures, totals
from roundtable.notes.figure import Figure, displaced_share, facts_of, territory_of
from roundtable.notes.figures import Pair
from roundtable.notes.note import Note
from roundtable.register import Partnership
from roundtable.roundtables import Roundtable


class GovernmentNote(Note):
    """A paper for one government of a roundtable.

    Parameters
    ----------
    country
        ISO 3166-1 alpha-3 code.
    corridors
        Corridors of the roundtable, such as ``MUS-FRA``.
    year, edition, language
        As in a briefing.
    session
        The roundtable, whose questions a paper may ask.

    Raises
    ------
    ParameterError
        With everything that is wrong with the parameters.
    """

    country: str
    corridors: tuple[str, ...]

    def __init__(
        self,
        *,
        country: str,
        corridors: Sequence[str],
        year: int,
        edition: str,
        language: str = "en",
        session: Roundtable | None = None,
    ) -> None:
        self.session = session
        about: dict[str, Any] = {"country": country, "corridors": tuple(corridors)}
        super().__init__(**about, year=year, edition=edition, language=language)
        self.pairs: list[Pair] = [tuple(name.split("-")) for name in self.corridors]
        self.figures = figures.of_country(self.study, country, session=self.pairs)
        self.total = totals.total(self.study, country)
        self.entries = agreed.shown()
        self.context |= {
            "country": Spoken(country),
            "year": year_name(year),
            "common": year_name(self._common),
        }
        self._fill()

    @property
    def own(self) -> list[Figure]:
        """Figures of the roundtable's corridors that the country is an end of, by name."""
        found = [figure for figure in self.figures if figure.of_session]
        return sorted(
            found,
            key=lambda item: (places.place(str(item.origin)).name, item.destination),
        )

    def shown(self, figure: Figure) -> dict[str, Any]:
        """Add the facts of a figure, and return what the words print and decide by."""
        facts = facts_of(self.study, figure)
        refugees = "refugees_inside" in figure.flags
        if refugees:
            facts["displaced"] = displaced_share(self.study, figure)
        for fact in facts.values():
            self.book.add(fact)
        territory = territory_of(self.study, figure)
        slug = f"bilateral-{figure.origin}-{figure.destination}".lower()
        return {
            **facts,
            "total": figure.origin is None,
            "origin": Spoken(figure.origin) if figure.origin else None,
            "destination": Spoken(figure.destination),
            "citizens": "citizens" in figure.flags,
            "unlisted": figure.now.persons is None,
            "same": facts["here"].printed == facts["there"].printed,
            "both": figure.here.persons is not None and figure.there.persons is not None,
            "frozen": "frozen" in figure.flags,
            "copied": "copied" in figure.flags,
            "linear": "linear" in figure.flags,
            "constant_rate": "constant_rate" in figure.flags,
            "territory": "territory" in figure.flags,
            "territory_apart": Spoken(territory) if territory else None,
            "refugees": refugees,
            "rebased": year_name(figure.rebased) if figure.rebased else None,
            "of_session": figure.of_session,
            "page": Name(f"../{slug}/{slug}.{self.language}.html"),
        }

    def _named(self, entry: Partnership) -> dict[str, Any]:
        return agreed.named(entry, self.labels, among=self.entries)

    @property
    def _common(self) -> int:
        known = self.figures or [self.total]
        return known[0].here.year if known[0] else self.year

    def _fill(self) -> None:
        """Add the facts and names of the paper."""
        raise TypeError(f"{type(self).__name__} fills nothing.")

    def _problems(self) -> list[str]:
        found = [self._problem_with_country("country")]
        for name in self.corridors:
            ends = name.split("-")
            if len(ends) != 2 or any(places.problem_with(end) for end in ends):
                found.append(f"`corridors` names '{name}', which is not such as 'MUS-FRA'.")
        return found
