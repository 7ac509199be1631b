"""Questions and likely objections: what a government may hear, and what the data allow to say."""

from collections.abc import Iterable, Iterator
from typing import Any

from roundtable.briefing import rights_words
from roundtable.facts import Name
from roundtable.notes import agreed, choose, session
from roundtable.notes.figure import Figure, territory_of
from roundtable.notes.figures import RECENT
from roundtable.notes.government import GovernmentNote
from roundtable.register import Partnership

EACH = 2
"""Figures for each reason: the second shows that the first is no exception."""

MOST_ENTRIES = 8
"""Entries told beside those of the corridors; the briefings have them all."""

OVER = ("signed, not in force", *agreed.GONE)
"""Status of an entry that governs nothing today."""

MOST_GAPS = 3
"""Gaps of a review told here; the bilateral briefing asks about each."""

MOST_DOUBTS = 2
"""Objections on agreements: more would say the same again."""


class Questions(GovernmentNote):
    """Questions and likely objections for one government; parameters as in `GovernmentNote`."""

    kind = "questions"
    outline = ("corridors", "agreements", "figures", "counts")

    def _fill(self) -> None:
        own, told_already = [], set[str]()
        for figure in self.own:
            entries = agreed.of_pair(
                self.entries, str(figure.origin), figure.destination, year=self.year
            )
            told = [self._named(entry) for entry in entries]
            own.append({**self.shown(figure), "entries": told[:2], "more": len(told) > 2})
            told_already |= {entry.id for entry in entries[:2]}
        for fact in session.counts(self.study, self.pairs, country=self.country):
            self.book.add(fact)
        self._agreements(told_already)
        chosen = choose.sensitive(self.figures, each=EACH)
        # A break that a disputed figure tells of is not told again.
        told = {figure.destination for figure in chosen.get("disputed", ()) if figure.rebased}
        again = [item for item in chosen.pop("rebased", ()) if item.destination not in told]
        chosen |= {"rebased": again} if again else {}
        self.context |= {
            "own": own,
            "sensitive": {
                why.replace("-", "_"): [self.shown(figure) for figure in chosen.get(why, ())]
                for why in choose.REASONS
            },
            "any_sensitive": bool(chosen),
            "protection": self._protection(),
            "only_citizens": self._first(self._counting("citizens")),
            "with_refugees": self._first(self._counting("refugees_inside")),
            "with_territory": self._first(
                figure for figure in self._counting("territory") if territory_of(self.study, figure)
            ),
        }

    def _counting(self, flag: str) -> Iterator[Figure]:
        """Return the corridors whose figure counts others than one would think."""
        for figure in self.figures:
            if flag in figure.flags and (figure.of_session or figure.size >= choose.SMALLEST):
                yield figure

    def _first(self, found: Iterable[Figure]) -> dict[str, Any] | None:
        figure = next(iter(found), None)
        return self.shown(figure) if figure else None

    def _protection(self) -> dict[str, Name] | None:
        """Return where the review of an agreement found the documents silent or wanting.

        It is the first on labour migration that governs one of the country's corridors of the
        roundtable, the larger corridors first, and whose review has a gap.
        """
        for figure in (figure for figure in self.figures if figure.of_session):
            reviewed, _ = rights_words.of_pair(
                str(figure.origin), figure.destination, year=self.year
            )
            for item in reviewed:
                gaps = [line.criterion for line in item.profile.gaps][:MOST_GAPS]
                governs = item.entry.status in agreed.SETTLED
                if gaps and governs and "labour-migration" in item.entry.areas:
                    names = (criterion.name[:1].lower() + criterion.name[1:] for criterion in gaps)
                    return {
                        "short": Name(item.entry.short),
                        "gaps": Name("; ".join(names)),
                        "prompt": Name(gaps[0].prompt),
                    }
        return None

    def _agreements(self, told: set[str]) -> None:
        entries = agreed.of_country(self.entries, self.country, year=self.year)
        settled = [entry for entry in entries if entry.status in agreed.SETTLED]
        unknown = [entry for entry in entries if entry.status == "unknown"]
        for id, members, what in (
            ("entries-of-country", entries, "Entries of the register that name the country"),
            ("entries-settled", settled, "Of these, in force or under way"),
            ("entries-unknown", unknown, "Of these, with a status that is not known"),
        ):
            self.book.add(agreed.count(self.study, id, members, what))
        others = [entry for entry in entries if entry.id not in told]
        ordered = sorted(others, key=lambda entry: (self._rank(entry), entry.id))
        over = [entry for entry in entries if entry.status in OVER]
        recent = [
            entry
            for entry in unknown
            if entry.status_as_of.first.year > self.year - RECENT and not agreed.is_followed(entry)
        ]
        unclear = self._doubtful(recent)
        self.context |= {
            "listed_entries": [self._named(entry) for entry in ordered[:MOST_ENTRIES]],
            "more_entries": len(others) > MOST_ENTRIES,
            "unclear": unclear,
            "unclear_one": len(unclear) == 1,
            "unclear_years": sorted({item["as_of"] for item in unclear}),
            "over": self._doubtful(over),
        }

    def _doubtful(self, entries: list[Partnership]) -> list[dict[str, Any]]:
        """Choose agreements on which one would be asked what has become of them."""
        ordered = sorted(entries, key=lambda entry: (self._rank(entry), entry.id))
        return [self._named(entry) for entry in ordered[:MOST_DOUBTS]]

    def _rank(self, entry: Partnership) -> int:
        """Put bilateral entries first: they are what a counterpart asks about."""
        order = ("bilateral", "sub-national", "national", "multi-stakeholder")
        return order.index(entry.kind) if entry.kind in order else len(order)
