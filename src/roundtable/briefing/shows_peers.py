"""The part of a bilateral briefing that shows similar corridors with an agreement."""

from roundtable.briefing.alike import peers_of
from roundtable.briefing.display import Message
from roundtable.briefing.peer_facts import peer_facts, peer_names, peer_table, sources_of_peers
from roundtable.register.trace import COMPARED
from roundtable.tables import Table


class ShowsPeers:
    """Shows the peers of a corridor; `Bilateral` has the rest of the briefing."""

    def peers(self) -> list[Message | Table]:
        """Show similar corridors that have an agreement, and how they were found."""
        shown: list[Message | Table] = [self.text("peers")]
        if self.alike.own is None:
            return shown
        found = peer_table(self.corridor, self.alike, self.book, self.labels, self.line)
        if found:
            frame, table = found
            self._show(
                "peers",
                frame,
                indicator=COMPARED,
                definition="The corridor and the corridors most like it that have an agreement",
                arguments=self.corridor.about,
                sources=sources_of_peers(self.corridor),
            )
            shown.append(table)
        return [*shown, self.text("peers-reading")]

    def _open_peers(self) -> None:
        """Take in the corridors that are like this one and have an agreement."""
        self.alike = peers_of(self.corridor)
        for fact in peer_facts(self.corridor, self.alike):
            self.book.add(fact)
        self.context |= peer_names(self.alike, self.language)
