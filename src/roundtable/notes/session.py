"""The corridors of a roundtable, counted: all, those of a country, those with a kind of figure."""

from collections.abc import Collection, Iterable

from roundtable.briefing.study import Study
from roundtable.facts import Fact, forms
from roundtable.facts.trace import CORRIDORS
from roundtable.notes.figure import Figure
from roundtable.notes.figures import Pair

KINDS = ("measured", "revised", "carried-forward", "disputed", "not-listed", "no-estimate")
"""The kinds that the figure of a corridor can have."""


def counts(study: Study, pairs: Collection[Pair], *, country: str) -> list[Fact]:
    """Count the corridors of a roundtable, and those that a country is an end of.

    Parameters
    ----------
    study
        Year and editions.
    pairs
        Origins and destinations.
    country
        ISO 3166 alpha-3 code.

    Returns
    -------
    list of Fact
        ``corridors`` and ``corridors-own``.
    """
    own = [pair for pair in pairs if country in pair]
    return [
        _count(study, "corridors", pairs, every=pairs, what=""),
        _count(study, "corridors-own", own, every=pairs, what=" that the country is an end of"),
    ]


def counts_by_kind(study: Study, pairs: Collection[Pair], figures: Iterable[Figure]) -> list[Fact]:
    """Count the corridors of a roundtable by the kind of their figure.

    Parameters
    ----------
    study, pairs
        As in `counts`.
    figures
        Those of the pairs that either edition gives.

    Returns
    -------
    list of Fact
        ``corridors-measured`` and so on, for each of `KINDS`.
    """
    kinds = {(figure.origin, figure.destination): figure.kind for figure in figures}
    of_kind: dict[str, list[Pair]] = {kind: [] for kind in KINDS}
    for pair in pairs:
        of_kind[kinds.get(pair, "no-estimate")].append(pair)
    return [
        _count(
            study,
            f"corridors-{kind}",
            members,
            every=pairs,
            what=f" whose figure for {study.year} is of the kind '{kind}'",
        )
        for kind, members in of_kind.items()
    ]


def _count(
    study: Study, id: str, members: Collection[Pair], *, every: Collection[Pair], what: str
) -> Fact:
    """Make a fact of a number of corridors; where it is none, it rests on all that were seen."""
    return study.fact(
        id,
        len(members),
        forms.count,
        unit="corridors",
        indicator=CORRIDORS,
        definition=f"Corridors of the roundtable{what}",
        arguments={"corridors": ["-".join(pair) for pair in members or every], "year": study.year},
        sources=study.sources(study.edition, study.other),
    )
