"""The section on what documents said: the part of a briefing that shows its claims."""

from functools import cached_property

from roundtable.briefing import claimed
from roundtable.briefing.display import Message
from roundtable.claims.claim_facts import RECOMPUTED
from roundtable.tables import Table


class ShowsClaims:
    """Shows the claims that concern a briefing; `Briefing` has the rest of it."""

    def claims(self) -> Table | Message:
        """Show what documents said of the briefing's subject, recomputed; nothing without one."""
        found = claimed.table(
            self._claimed,
            self.labels,
            year=self.year,
            caption=self.line("claims-caption"),
            note=self.line("claims-note"),
        )
        if found is None:
            return Message("")
        for facts in self._claimed.facts.values():
            for fact in facts:
                self.book.show(fact)
        frame, shown = found
        self._show(
            "claims",
            frame,
            indicator=RECOMPUTED,
            definition="Figures that documents print, recomputed, each with its verdict",
            arguments={"claims": [result.claim.id for result in self._claimed.results]},
            sources=claimed.sources(self._claimed),
        )
        return shown

    def claims_read(self) -> Message:
        """Show the verdict on each claim, and its reason."""
        return self.text("claims")

    def before_words(self, section: str) -> None:
        """Recompute the claims when a section on them is to be rendered, and not before.

        Parameters
        ----------
        section
            Of the theme's words.
        """
        if section.startswith("claims") and "claims" not in self.context:
            self.context |= claimed.names(self._claimed, self.labels, self.language)

    @cached_property
    def _claimed(self) -> claimed.Claimed:
        """The claims that concern the briefing: computed where a cell shows them."""
        return claimed.claimed(
            self.tables,
            self.theme,
            self.parameters,
            year=self.year,
            edition=self.edition,
            language=self.language,
        )
