"""The speaking note of a co-chair: three messages, figures to quote and to avoid, a question."""

from functools import partial

from markupsafe import Markup

from roundtable.briefing.paper.questions import Question, worded
from roundtable.briefing.paper.world_facts import THEN
from roundtable.facts import forms, year_name
from roundtable.notes import agreed, asked, choose, figures, session, totals
from roundtable.notes.government import GovernmentNote
from roundtable.register import Partnership

FIGURES = 3
"""Figures to quote, and to avoid: what one remembers while speaking."""


SIDES = 3
"""A country with three times as many people on one side as on the other speaks from that side."""


class SpeakingNote(GovernmentNote):
    """A speaking note for one co-chair; parameters as in `GovernmentNote`."""

    kind = "speaking-note"
    outline = ("messages", "quote", "avoid", "question")

    def _fill(self) -> None:
        self._both_sides()
        self._agreed()
        self._ask()
        of_session = figures.of_pairs(self.study, self.pairs)
        for fact in (
            *session.counts(self.study, self.pairs, country=self.country),
            *session.counts_by_kind(self.study, self.pairs, of_session),
        ):
            self.book.add(fact)
        candidates = [figure for figure in (self.total, *self.figures) if figure]
        safe, with_a_word = choose.quotable(candidates, most=FIGURES)
        avoided = choose.to_avoid(self.figures, most=FIGURES)
        number = self.study.fact
        self.book.add(
            number(
                "safe-figures",
                len(safe),
                forms.count,
                unit="figures",
                indicator="quotable_figures",
                definition="Figures of the country that pass every test: measured, both "
                "editions within 5%, no flag; three are looked for",
                arguments={"country": self.country, "year": self.year},
                sources=self.study.sources(self.edition, self.other),
            )
        )
        self.context |= {
            "safe": [self.shown(figure) for figure in safe],
            "with_a_word": [self.shown(figure) for figure in with_a_word],
            "enough": len(safe) == FIGURES,
            "avoided": [{**self.shown(figure), "why": why} for why, figure in avoided],
        }

    def _both_sides(self) -> None:
        """Add who lives in the country, and who from it lives abroad."""
        abroad = totals.abroad(self.study, self.country)
        self.book.add(abroad)
        immigrants = self.total.now.persons if self.total else None
        self.context |= {
            "immigrants": self.shown(self.total)["stock"] if self.total else None,
            "gaps": "not_listed" in abroad.flags,
            "side": side(immigrants, abroad.value),
        }

    def _agreed(self) -> None:
        """Count the partnerships behind the roundtable's corridors, and those of the country."""
        every: dict[str, Partnership] = {}
        own: dict[str, Partnership] = {}
        for origin, destination in self.pairs:
            found = {
                entry.id: entry
                for entry in agreed.of_pair(self.entries, origin, destination, year=self.year)
            }
            every |= found
            if self.country in (origin, destination):
                own |= found
        settled = [entry for entry in every.values() if entry.status in agreed.SETTLED]
        unknown = [entry for entry in every.values() if entry.status == "unknown"]
        for id, members, what in (
            ("agreed", list(every.values()), "Entries on the roundtable's corridors"),
            ("agreed-own", list(own.values()), "Of these, on corridors of the country"),
            ("agreed-settled", settled, "Of these, in force or under way"),
            ("agreed-unknown", unknown, "Of these, with a status that is not known"),
        ):
            self.book.add(agreed.count(self.study, id, members, what))

    def _ask(self) -> None:
        """Find the question to the room; without a session there is none."""
        ledger = asked.ledger_of(self.language)
        found = self.session and asked.of_country(
            self.session, self.country, study=self.study, ledger=ledger
        )
        if found and not found[0].countries:
            for fact in ledger.values():
                self.book.add(fact)
        self.context["asks"] = bool(found)
        self.context["paper_year"] = year_name(THEN)
        self.context["question"] = partial(self._worded, *found) if found else ""

    def _worded(self, item: Question, text: str) -> Markup:
        """Return the question in the words of the background paper, or in the drafters'."""
        words = self.words_of("background_paper")
        return Markup(worded(item, text, words=words, context=self.context))


def side(immigrants: int | None, emigrants: int | None) -> str:
    """Tell from which side of migration a country speaks: ``both``, ``origin``, ``destination``.

    Examples
    --------
    >>> side(1_400_000, 1_900_000), side(9_000_000, 2_000_000), side(29_000, 112_000)
    ('both', 'destination', 'origin')
    """
    here, away = immigrants or 0, emigrants or 0
    if here >= SIDES * away:
        return "destination"
    return "origin" if away >= SIDES * here else "both"
