"""How many people each group of a circuit's origins has in the destinations of the paper."""

from roundtable import reliability
from roundtable.briefing.space import Space
from roundtable.facts import Fact, forms
from roundtable.places import circuits
from roundtable.reliability.keys import one_of


def groups_of(s: Space) -> list[tuple[circuits.Group, frozenset[str]]]:
    """Return the groups of a circuit's origins, each with the paper's destinations for it.

    Parameters
    ----------
    s
        A circuit.

    Returns
    -------
    list of tuple
        Group of origins, and codes of the destinations; a group that stands in several of its legs
        is told once, with the destinations of all.
    """
    found: dict[tuple[str, ...], tuple[circuits.Group, frozenset[str]]] = {}
    for leg in s.described.legs:
        to = frozenset(
            code for group in leg.destinations if group.by == "paper" for code in group.places
        )
        for group in leg.origins:
            _, before = found.get(group.places, (group, frozenset()))
            found[group.places] = (group, before | to)
    return list(found.values())


def group_facts(s: Space) -> list[Fact]:
    """Return how many people of each group of origins live in the circuit's destinations.

    A bloc has none.

    Parameters
    ----------
    s
        The space, in its edition and year.

    Returns
    -------
    list of Fact
        ``group-1`` and so on, in persons, in the order of `groups_of`.
    """
    if s.is_bloc:
        return []
    stocks = reliability.flagged_stocks(s.tables)
    rows = stocks[(stocks["edition"] == s.edition) & (stocks["year"] == s.year)]
    facts = []
    for number, (group, to) in enumerate(groups_of(s), 1):
        mine = rows[one_of(rows["origin"], group.places) & one_of(rows["destination"], to)]
        persons = int(mine["both"].sum())
        facts.append(
            s.fact(
                f"group-{number}", persons, forms.people, unit="persons",
                indicator="group_of_origins",
                definition="People from a group of origins in the destinations of the circuit",
                arguments={
                    "origins": list(group.places), "destinations": sorted(to), "year": s.year,
                },
            )
        )  # fmt: skip
    return facts
