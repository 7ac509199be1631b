"""Facts of what joins two countries: distance, history, rules of entry, treaties."""

from typing import Any

from roundtable.briefing.corridor import Corridor
from roundtable.facts import Fact, SourceRef, forms
from roundtable.indicators import links
from roundtable.places import ties
from roundtable.sources import MIGRANT_WORKERS, TIES, VISAS

CONVENTION = "icrmw"
"""The International Convention on the Protection of the Rights of All Migrant Workers."""

Labels = dict[str, Any]


def link_facts(c: Corridor, labels: Labels) -> list[Fact]:
    """Compute what joins the two ends of a corridor.

    Parameters
    ----------
    c
        The corridor, as from `open_corridor`.
    labels
        Labels of its language: words for requirements of entry and for treaties.

    Returns
    -------
    list of Fact
        Ids as the templates use them; a fact that is not known has the value None.
    """
    return [_distance(c), *_ties(c), *_entry(c, labels), *_convention(c, labels)]


def _distance(c: Corridor) -> Fact:
    found = links.setting(c.tables.pairs, origin=c.origin, destination=c.destination)
    value = found.distance if found else None
    return c.fact(
        "distance",
        value,
        forms.people,
        unit="kilometres",
        indicator="distance",
        definition="Shortest way over the Earth between the capitals",
        arguments={"origin": c.origin, "destination": c.destination},
        edition="",
        sources=(SourceRef(found.source if found else "cepii-geodist"),),
        kind="no-estimate" if value is None else "measured",
        flags=(),
    )


def _ties(c: Corridor) -> list[Fact]:
    """Return a fact for each historical tie, printed as its years."""
    return [
        c.fact(
            f"tie-{number}",
            tie.start,
            lambda start, language, tie=tie: _years(tie, language),
            unit="year",
            indicator="tie",
            definition=f"First year of a tie of the kind '{tie.kind}'",
            arguments={"origin": c.origin, "destination": c.destination, "end": tie.end},
            edition="",
            sources=(SourceRef(TIES, where=tie.source),),
            kind="measured",
            flags=(),
        )
        for number, (tie, _) in enumerate(ties.between(c.origin, c.destination, on=c.year), 1)
    ]


def _years(tie: ties.Tie, language: str) -> str:
    """Print the years of a tie; of recruitment that goes on, the year it dates from.

    That an agreement or a programme dates from a year does not say that nobody was admitted
    before it, or anybody since.
    """
    if tie.kind == "recruitment" and tie.end is None:
        return str(tie.start)
    return forms.years(tie.start, tie.end, language)


def _entry(c: Corridor, labels: Labels) -> list[Fact]:
    """Return what each end asks of short visitors from the other."""
    ways = {"visa-to-destination": (c.origin, c.destination)}
    ways["visa-to-origin"] = (c.destination, c.origin)
    facts = []
    for id, (passport, place) in ways.items():
        found = links.entry(c.tables.visas, origin=passport, destination=place)
        words = labels["visas"][found.requirement if found else "unknown"]
        if found and found.days:
            words = labels["visas"]["for_days"].format(words, found.days)
        facts.append(
            c.fact(
                id,
                found.requirement if found else None,
                lambda _, __, words=words: words,
                unit="requirement",
                indicator="entry",
                definition="What is asked of short visitors with an ordinary passport",
                arguments={"origin": passport, "destination": place},
                edition="",
                sources=(SourceRef(VISAS),),
                kind="measured" if found else "no-estimate",
                flags=(),
            )
        )
    return facts


def _convention(c: Corridor, labels: Labels) -> list[Fact]:
    """Return the status of both ends under the convention on migrant workers."""
    facts = []
    for end, place in (("origin", c.origin), ("destination", c.destination)):
        found = links.ratified(c.tables.ratifications, place=place, instrument=CONVENTION)
        status, since = found or ("unknown", None)
        words = labels["treaty"][status].format(since)
        facts.append(
            c.fact(
                f"convention-of-{end}",
                status if found else None,
                lambda _, __, words=words: words,
                unit="status",
                indicator="ratified",
                definition="Status under the International Convention on the Protection of the "
                "Rights of All Migrant Workers and Members of Their Families (1990)",
                arguments={"place": place, "instrument": CONVENTION},
                edition="",
                sources=(SourceRef(MIGRANT_WORKERS),),
                kind="measured" if found else "no-estimate",
                flags=(),
            )
        )
    return facts
