"""The question of a speaking note: the first of the background paper that is about its country."""

from datetime import date

from roundtable import register
from roundtable.briefing.paper.parts import Parts
from roundtable.briefing.paper.practice import PAPER
from roundtable.briefing.paper.questions import Question, generated, taken
from roundtable.briefing.study import Study
from roundtable.facts import Fact
from roundtable.places import blocs
from roundtable.register.ledger import ledger_facts, named_in
from roundtable.roundtables import Roundtable

Asked = tuple[Question, str]


def of_country(
    session: Roundtable, country: str, *, study: Study, ledger: dict[str, Fact]
) -> Asked | None:
    """Return the first question of the paper that is about a country, or about all.

    Parameters
    ----------
    session
        The roundtable, with the drafters' choices.
    country
        ISO 3166 alpha-3 code.
    study
        Year, edition and language of the note.
    ledger
        As from `ledger_of`.

    Returns
    -------
    tuple of Question and str, or None
        The question, with the drafters' own wording, if any; None where they dropped all.
    """
    parts = Parts(
        _about(session, country, year=study.year),
        year=study.year,
        edition=study.edition,
        language=study.language,
    )
    counted = {fact.id.replace("-", "_"): fact for fact in ledger.values()}
    found = generated(parts, register.every().entries, facts=counted)
    mine = (item for item in found if not item.countries or country in item.countries)
    return next(taken(mine, session.questions), None)


def ledger_of(language: str) -> dict[str, Fact]:
    """Count the partnerships that the paper of 2010 names, and what became of them."""
    entries = named_in(register.every(), PAPER, on=date.today())
    return ledger_facts(entries, document=PAPER, language=language)


def _about(session: Roundtable, country: str, *, year: int) -> Roundtable:
    """Limit a session to the briefings whose questions may be about a country.

    All corridors stay: which of them raise a question follows from all.
    """
    wanted = session.briefings
    mine = [
        item
        for item in wanted.regional
        if item.bloc in blocs.every() and country in blocs.members(item.bloc, on=year)
    ]
    trends = [item for item in wanted.new_trends if item.country == country]
    limited = wanted.model_copy(update={"regional": tuple(mine), "new_trends": tuple(trends)})
    return session.model_copy(update={"briefings": limited})
