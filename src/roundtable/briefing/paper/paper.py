"""The background paper: what a session knows before it begins."""

from datetime import date
from functools import cached_property

from roundtable import claims, register, rights, roundtables
from roundtable.briefing import base
from roundtable.briefing.display import Message
from roundtable.briefing.paper import (
    duties,
    governments,
    practice,
    published,
    questions,
    words,
)
from roundtable.briefing.paper.parts import Parts
from roundtable.briefing.paper.questions import Question
from roundtable.briefing.paper.shows_tables import ShowsTables
from roundtable.briefing.paper.world_facts import World, world_facts
from roundtable.errors import ContentError
from roundtable.facts import Fact
from roundtable.register.ledger import ledger_facts, named_in


class BackgroundPaper(ShowsTables, base.Briefing):
    """The background paper of a roundtable session.

    Parameters
    ----------
    session
        Id of a roundtable in ``data/roundtables``.
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

    theme = "background_paper"
    session: str

    def __init__(self, *, session: str, year: int, edition: str, language: str = "en") -> None:
        super().__init__(session=session, year=year, edition=edition, language=language)
        self.roundtable = roundtables.load(roundtables.find(session))
        self.parts = Parts(self.roundtable, year=year, edition=edition, language=language)
        self.register = register.every()
        self.study = World(
            tables=self.tables, year=year, edition=edition, other=self.other, language=language
        )
        self.figures = claims.figures_of(self.tables)
        for fact in self._facts():
            self.book.add(fact)
        self.context |= words.names(self)

    # --- what the sections show ------------------------------------------------------------------

    def questions(self) -> Message:
        """Show the paper's three questions, then those that follow from the figures."""
        lines = [self.text("questions-paper").markdown]
        asked = [
            f"- {questions.worded(item, text, words=self.prose, context=self.context)}"
            for item, text in questions.taken(self.asked, self.roundtable.questions)
        ]
        if asked:
            lines += [self.prose.render("questions-own", **self.context), "\n".join(asked)]
        return Message("\n\n".join(lines))

    @cached_property
    def asked(self) -> list[Question]:
        """Every question that the figures raise, those that the drafters dropped included.

        Raises
        ------
        ContentError
            If the roundtable's file chooses about a question that is not raised.
        """
        found = questions.generated(self.parts, self.register.entries, facts=self.book.variables())
        known = [item.id for item in found]
        strange = sorted(set(self.roundtable.questions) - set(known))
        if strange:
            raise ContentError(
                f"{self.session}: `questions` names {', '.join(strange)}, which the figures do not "
                f"raise. They raise {', '.join(known)}."
            )
        return found

    # --- what they rest on -----------------------------------------------------------------------

    def _facts(self) -> list[Fact]:
        entries = named_in(self.register, practice.PAPER, on=date.today())
        return [
            *world_facts(self.study),
            *governments.tie_facts(self.study, self.parts),
            *governments.rising_facts(self.study, self.parts),
            *ledger_facts(entries, document=practice.PAPER, language=self.language).values(),
            *duties.count_facts(rights.every(), rights.criteria(), language=self.language),
            *published.verdict_facts(claims.every().values(), language=self.language),
        ]

    def _problems(self) -> list[str]:
        try:
            roundtables.find(self.session)
        except ContentError as error:
            return [f"`session`: {error}"]
        return []
