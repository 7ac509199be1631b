"""What the background paper of 2010 says of a space, beside the same figure recomputed."""

from dataclasses import dataclass
from typing import Any

from roundtable import places
from roundtable.briefing.space import Space
from roundtable.facts import Fact, SourceRef, forms
from roundtable.places import blocs
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
    """Return the paper's figures on Mali and today's, for ECOWAS; nothing for other spaces."""
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
    ]  # fmt: skip


def _recomputed(s: Space, said: Published, edition: str) -> float | None:
    rows = emigrants_of(s, edition)
    whole = int(rows["both"].sum())
    part = int(rows.loc[rows["destination"].isin(destinations_of(said.group)), "both"].sum())
    return part / whole if whole else None


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
