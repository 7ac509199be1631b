"""The corridor note: one page on a corridor for two delegations that meet on the side."""

from functools import partial
from typing import Any

from markupsafe import Markup

from roundtable.briefing import Bilateral
from roundtable.briefing.paper import questions
from roundtable.facts import Fact
from roundtable.notes import agreed
from roundtable.notes.note import Note
from roundtable.register import Partnership
from roundtable.roundtables import Roundtable

MOST_ENTRIES = 5
"""Entries told on one page; the bilateral briefing has them all."""

MOST_RESULTS = 2
"""Published figures told on one page."""


OLD = 10
"""Years after which evidence that an agreement is applied is worth asking about."""


class CorridorNote(Note):
    """One page on a corridor.

    Parameters
    ----------
    origin, destination
        ISO 3166-1 alpha-3 codes.
    year, edition, language
        As in the bilateral briefing, whose facts the note prints.
    session
        The roundtable, whose drafters may drop or word the question of the background paper.

    Raises
    ------
    ParameterError
        With everything that is wrong with the parameters.
    """

    kind = "corridor-note"
    outline = ("size", "weight", "agreed", "visas", "question")

    def __init__(
        self,
        *,
        origin: str,
        destination: str,
        year: int,
        edition: str,
        language: str = "en",
        session: Roundtable | None = None,
    ) -> None:
        ends = {"origin": origin, "destination": destination}
        self._opened = Bilateral(**ends, year=year, edition=edition, language=language)
        super().__init__(**ends, year=year, edition=edition, language=language)
        self.context = {**self._opened.context, **self.context}
        every = agreed.shown()
        entries = agreed.of_pair(every, origin, destination, year=year)
        self.book.add(
            agreed.count(
                self.study,
                "entries-of-pair",
                entries,
                "Entries of the register that are about the two countries themselves",
            )
        )
        told = [agreed.named(entry, self.labels, among=every) for entry in entries[:MOST_ENTRIES]]
        self.context |= {
            "entries": told,
            "more_entries": len(entries) > MOST_ENTRIES,
            "results": _named_once(self.context["agreed_results"][:MOST_RESULTS]),
            "visas_known": bool(self.context["visas_known"]),
        }
        of_paper = questions.dependency(origin, destination, names={})
        depends = questions.depends(self.book["share-of-emigrants"], entries)
        choices = session.questions if session else {}
        taken = next(questions.taken([of_paper] if depends else [], choices), None)
        asked, about = question(
            entries,
            stock=self.book["stock"],
            depends=taken is not None,
            visas_differ=bool(self.context["visas_differ"]),
            year=year,
        )
        self.context["of_paper"] = partial(self._worded, *taken) if taken else ""
        self.context["asked"] = asked
        self.context["asked_entry"] = (
            agreed.named(about, self.labels, among=every) if about else None
        )

    def _worded(self, item: questions.Question, text: str) -> Markup:
        """Return a question of the background paper in its words, or in the drafters'."""
        words = self.words_of("background_paper")
        return Markup(questions.worded(item, text, words=words, context=self.context))

    def _open_text(self) -> None:
        """Load the words, with the facts of the bilateral briefing."""
        self.book, self.cited = self._opened.book, self._opened.cited
        super()._open_text()

    def _problems(self) -> list[str]:
        """Nothing: the bilateral briefing was opened with the same parameters."""
        return []


def _named_once(results: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Leave out the name of an agreement whose figures follow on each other."""
    before = [None, *(item["short"] for item in results)]
    return [
        {**item, "short": "" if item["short"] == last else item["short"]}
        for item, last in zip(results, before, strict=False)
    ]


def question(
    entries: list[Partnership], *, stock: Fact, depends: bool, visas_differ: bool, year: int
) -> tuple[str, Partnership | None]:
    """Choose the question that the figures and the register leave open.

    Parameters
    ----------
    entries
        Entries about the two countries.
    stock
        The corridor's stock.
    depends
        Whether the background paper asks about the corridor, since it holds much of the origin's
        emigrants.
    visas_differ
        Whether the two ends do not open alike to each other's visitors.
    year
        Year of the note.

    Returns
    -------
    tuple of str and Partnership
        The first that holds: the edition does not list the corridor; an agreement of which
        nothing later is known; one that has not come into force, was never concluded, or is over
        with nothing in its place; one whose evidence is old; a strong dependency without an
        agreement; editions that do not agree; what comes of an agreement; visitors treated
        differently; a figure carried forward; else whether there should be an agreement. With it
        the entry that it is about.
    """
    settled = [entry for entry in entries if entry.status in agreed.SETTLED]
    if stock.value is None:
        return "count", None
    open_ones = [entry for entry in entries if not agreed.is_followed(entry)]
    for asked, statuses in (
        ("became", ("unknown",)),
        ("not-in-force", ("signed, not in force",)),
        ("negotiated", ("under negotiation",)),
        ("over", agreed.GONE),
    ):
        found = next((entry for entry in open_ones if entry.status in statuses), None)
        if found and (asked != "over" or not settled):
            return asked, found
    old = next((entry for entry in settled if _is_old(entry, year)), None)
    if old:
        return "old", old
    if depends:
        return "dependency", None
    if stock.kind == "disputed":
        return "disputed", None
    if settled:
        return "results", settled[0]
    if visas_differ:
        return "visas", None
    return ("carried" if stock.kind == "carried-forward" else "none"), None


def _is_old(entry: Partnership, year: int) -> bool:
    """Tell whether the status rests on evidence of long ago, and nothing later is known."""
    known_since = entry.since_2010 is not None and entry.since_2010.became != "unknown"
    return not known_since and entry.status_as_of.first.year <= year - OLD
