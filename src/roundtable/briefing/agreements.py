"""What governments have agreed: the entries of the register that concern a briefing."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from roundtable import register
from roundtable.briefing.study import Study
from roundtable.facts import Fact, Name, SourceRef, forms
from roundtable.register import Concern, concern
from roundtable.register.entry import Partnership
from roundtable.register.parts import Result
from roundtable.register.trace import COUNTED
from roundtable.sources import REGISTER

MOST_RESULTS = 6
"""Results told in the text; the rest stands in the entries. More would be a list, not a text."""

MOST_OF_ONE = 3
"""Results of one entry beside those of others."""

FEW_CORRIDORS = 2
"""A result of an entry with more corridors says little of one of them."""


class Agreed(NamedTuple):
    """The entries that concern a briefing.

    Attributes
    ----------
    concerns
        Each with the way in which it does, in the order of the table.
    processes
        Consultative processes that members of a space take part in and that are not among
        `concerns`.
    everything
        The register.
    shown
        Entries that may be printed.
    """

    concerns: tuple[Concern, ...]
    processes: tuple[Concern, ...]
    everything: register.Register
    shown: Mapping[str, Partnership]


def _opened() -> tuple[register.Register, dict[str, Partnership]]:
    everything = register.every()
    return everything, register.may_be_shown(everything, on=date.today())


def of_pair(origin: str, destination: str, *, year: int) -> Agreed:
    """Find the entries that concern a corridor.

    Parameters
    ----------
    origin, destination
        ISO 3166 alpha-3 codes.
    year
        Year of the figures: memberships of blocs are those of that year.
    """
    everything, shown = _opened()
    found = concern.pair(shown, origin=origin, destination=destination, on=year)
    return Agreed(tuple(found), (), everything, shown)


def of_country(code: str, *, year: int) -> Agreed:
    """Find the entries that a country is party to, those of one kind together.

    Parameters
    ----------
    code
        ISO 3166 alpha-3 code.
    year
        Year of the figures: memberships of blocs are those of that year.
    """
    everything, shown = _opened()
    found = concern.country(shown, code=code, on=year)
    ordered = sorted(
        found, key=lambda item: (item.how == "member", register.KINDS.index(item.entry.kind))
    )
    return Agreed(tuple(ordered), (), everything, shown)


def of_space(name: str, *, year: int) -> Agreed:
    """Find the entries of a bloc or circuit and inside it, and the processes that cover it.

    Parameters
    ----------
    name
        Id of a bloc or a circuit.
    year
        Year of the figures: members are those of that year.
    """
    everything, shown = _opened()
    found = concern.space(shown, name=name, on=year)
    named = {item.entry.id for item in found}
    others = [
        item for item in concern.processes(shown, name=name, on=year) if item.entry.id not in named
    ]
    return Agreed(tuple(found), tuple(others), everything, shown)


def facts(
    study: Study, agreed: Agreed, *, about: str | None = None
) -> tuple[list[Fact], list[dict[str, Any]]]:
    """Count the entries, and make facts of the results that the text tells.

    Parameters
    ----------
    study
        What the briefing looks at.
    agreed
        Its entries.
    about
        Code of the other end of a national programme's results; those about others are not
        told then.

    Returns
    -------
    list of Fact and list of dict
        The facts, and for the templates one item a result: ``short``, ``fact``, ``what``,
        ``period``.
    """
    language = study.language
    found = [
        count(study, "register-size", list(agreed.shown), "Entries of the register"),
        count(
            study,
            "register-concerned",
            [item.entry.id for item in agreed.concerns],
            "Entries of the register that concern this briefing",
        ),
        count(
            study,
            "register-named",
            [item.entry.id for item in agreed.concerns if item.how not in BY_BLOC],
            "Entries among them that name the country or pair itself",
        ),
        count(
            study,
            "register-through",
            [item.entry.id for item in agreed.concerns if item.how == "member"],
            "Entries among them to which the country is a party only by a bloc",
        ),
    ]
    items = []
    for item, result in _told(agreed.concerns, about=about):
        fact = register.result_fact(
            item.entry, result, passages=agreed.everything.passages, language=language
        )
        found.append(fact)
        items.append(
            {
                "short": Name(item.entry.short),
                "fact": fact,
                "what": Name(result.what),
                "period": Name(result.period),
            }
        )
    return found, items


BY_BLOC = ("bloc", "member", "figures")


def _told(concerns: Iterable[Concern], *, about: str | None) -> list[tuple[Concern, Result]]:
    """Choose results: of entries that name the briefing's subject, in turn, the first ones."""
    concerns = list(concerns)
    most = MOST_RESULTS if sum(item.how not in BY_BLOC for item in concerns) < 2 else MOST_OF_ONE
    told = []
    for item in concerns:
        own = list(item.entry.results)
        if item.how == "figures" or (
            item.how in ("corridor", "reverse") and len(item.entry.corridors) > FEW_CORRIDORS
        ):
            own = [result for result in own if result.place == about]
        elif item.how in BY_BLOC:
            own = []
        told += [(item, result) for result in own[:most]]
    return told[:MOST_RESULTS]


def count(study: Study, id: str, entries: list[str], definition: str) -> Fact:
    """Make a fact of how many entries of the register there are, by their ids.

    Parameters
    ----------
    study
        Gives the language.
    id, definition
        Of the fact.
    entries
        Ids of the entries that are counted.
    """
    return Fact(
        id=id,
        value=len(entries),
        unit="entries",
        printed={study.language: forms.count(len(entries), study.language)},
        indicator=COUNTED,
        definition=definition,
        arguments={"entries": entries},
        sources=(SourceRef(REGISTER),),
    )


def cited(agreed: Agreed) -> tuple[SourceRef, ...]:
    """Return the documents that the entries name first, each once, after the register itself.

    Parameters
    ----------
    agreed
        What the register says of the briefing.

    Returns
    -------
    tuple of SourceRef
        The register, then one document an entry.
    """
    passages = agreed.everything.passages
    first = [SourceRef(item.entry.sources[0].ref(passages).id) for item in agreed.concerns]
    return (SourceRef(REGISTER), *dict.fromkeys(first))
