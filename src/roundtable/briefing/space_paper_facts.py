"""What the background paper of 2010 says of a space, beside the same figure recomputed."""

from dataclasses import dataclass
from typing import Any

from roundtable import places
from roundtable.briefing.space import Space
from roundtable.facts import Fact, SourceRef, forms
from roundtable.places import blocs, circuits
from roundtable.sources import PAPER

MALI = "MLI"
PAPER_YEAR = 2010
"""Year of the paper, and one that both editions give; the paper dates none of its shares."""

WHERE = "section 3.3, paragraph on Mali"


@dataclass(frozen=True)
class Published:
    """A share that the paper gives for the emigrants of Mali.

    Attributes
    ----------
    value
        Share, as printed in the paper.
    group
        Bloc or region of the destinations.
    """

    value: float
    group: str


MALIANS = {
    "ecowas": Published(0.827, "ecowas"),
    "central": Published(0.038, "eccas"),
    "europe": Published(0.045, "Europe"),
}
"""The paper's "Central Africa" is taken for the Economic Community of Central African States."""

ABROAD = 4_000_000
"""Malians abroad, by the paper."""


def paper_facts(s: Space) -> list[Fact]:
    """Return the figures on Mali for ECOWAS, and for a circuit the groups of its origins."""
    if not s.is_bloc:
        return group_facts(s)
    if s.id != "ecowas":
        return []
    return [
        *(fact for name, said in MALIANS.items() for fact in _share(s, name, said)),
        _said(s, "paper-malians", ABROAD, forms.people, "persons", "Malians abroad, by the paper"),
        *_abroad(s),
    ]


def _said(s: Space, id: str, value: Any, form: Any, unit: str, definition: str) -> Fact:
    return s.fact(
        id, value, form, unit=unit, indicator="published", definition=definition,
        arguments={"origin": MALI, "figure": value}, edition="",
        sources=(SourceRef(PAPER, where=WHERE),), flags=(),
    )  # fmt: skip


def _share(s: Space, name: str, said: Published) -> list[Fact]:
    return [
        _said(
            s, f"paper-{name}", said.value, forms.percent_exact, "share",
            f"Emigrants of Mali in {said.group}, by the paper",
        ),
        *(
            s.fact(
                f"mali-{name}-{end}", _recomputed(s, said, edition), forms.percent, unit="share",
                indicator="emigrants_of_one",
                definition=f"Emigrants of Mali who live in {said.group}, among all whom the "
                "edition lists",
                arguments={"origin": MALI, "group": said.group, "year": PAPER_YEAR},
                edition=edition, kind="measured",
            )
            for end, edition in (("own", s.edition), ("other", s.other))
        ),
        *(
            s.fact(
                f"mali-{name}-times-{end}", _recomputed(s, said, edition) / said.value,
                forms.times, unit="ratio", indicator="emigrants_of_one",
                definition=f"The recomputed share in {said.group} over the paper's",
                arguments={"origin": MALI, "group": said.group, "year": PAPER_YEAR},
                edition=edition, sources=(*s.sources(edition), SourceRef(PAPER, where=WHERE)),
            )
            for end, edition in (("own", s.edition), ("other", s.other))
        ),
    ]  # fmt: skip


def _recomputed(s: Space, said: Published, edition: str) -> float:
    rows = emigrants_of(s, edition)
    whole = int(rows["both"].sum())
    part = int(rows.loc[rows["destination"].isin(destinations_of(said.group)), "both"].sum())
    return part / whole


def destinations_of(group: str) -> frozenset[str]:
    """Return the members of a bloc in the paper's year, or the places of a region."""
    if group in blocs.every():
        return blocs.members(group, on=PAPER_YEAR)
    table = places.table()
    return frozenset(table.index[table["region"] == group])


def emigrants_of(s: Space, edition: str) -> Any:
    """Return Mali's emigrants in the paper's year."""
    rows = s.tables.stocks
    return rows[
        (rows["origin"] == MALI) & (rows["edition"] == edition) & (rows["year"] == PAPER_YEAR)
    ]


def _abroad(s: Space) -> list[Fact]:
    """Return how many Malians abroad each edition has, in the paper's year."""
    values = {
        end: (int(emigrants_of(s, edition)["both"].sum()), edition)
        for end, edition in (("own", s.edition), ("other", s.other))
    }
    return [
        s.fact(
            f"mali-abroad-{end}", value, forms.people, unit="persons",
            indicator="emigrants_of_one", definition="Emigrants of Mali whom the edition lists",
            arguments={"origin": MALI, "year": PAPER_YEAR}, edition=edition,
        )
        for end, (value, edition) in values.items()
    ]  # fmt: skip


def groups_of(s: Space) -> list[tuple[circuits.Group, frozenset[str]]]:
    """Return the groups of a circuit's origins, each with the paper's destinations for it."""
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
    """Return how many people of each group of origins live in the circuit's destinations."""
    stocks = s.tables.stocks
    rows = stocks[(stocks["edition"] == s.edition) & (stocks["year"] == s.year)]
    facts = []
    for number, (group, to) in enumerate(groups_of(s), 1):
        mine = rows[rows["origin"].isin(group.places) & rows["destination"].isin(to)]
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
