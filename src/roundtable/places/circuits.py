"""Migration systems that no bloc covers: ``data/circuits.yml``.

A bloc is one set of places; a circuit is a set of origins and a set of destinations, which may
share no place at all.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Literal, NamedTuple, Self

import pandas as pd
from pydantic import Field, model_validator

from roundtable import kept, paths
from roundtable.errors import ContentError, did_you_mean
from roundtable.places.entries import PlaceCode
from roundtable.written import Strict, each_once, load


class Group(Strict):
    """Places on one side of a circuit.

    Attributes
    ----------
    name
        What they are called together.
    places
        ISO 3166 alpha-3 codes.
    by
        ``paper`` where the background paper names them, ``project`` where we add them.
    why
        Reason of an addition.
    """

    name: str
    places: tuple[PlaceCode, ...] = Field(strict=False, min_length=1)
    by: Literal["paper", "project"] = "paper"
    why: str = ""

    @model_validator(mode="after")
    def _an_addition_has_a_reason(self) -> Self:
        if (self.by == "project") != bool(self.why):
            raise ValueError("an addition (`by: project`) needs a `why`, and nothing else has one.")
        return self


class Leg(Strict):
    """A part of a circuit: from every origin to every destination."""

    origins: tuple[Group, ...] = Field(strict=False, min_length=1)
    destinations: tuple[Group, ...] = Field(strict=False, min_length=1)


class Sides(NamedTuple):
    """Both sides of a circuit, as ISO 3166 alpha-3 codes."""

    origins: frozenset[str]
    destinations: frozenset[str]


class Circuit(Strict):
    """A migration system as the background paper describes it.

    Attributes
    ----------
    where
        Section of the paper.
    paper
        What the paper says, in our words.
    watch
        What to look out for in the figures.
    legs
        Usually one; several where people who arrived move on.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    name: str
    short: str
    where: str
    paper: str
    watch: str
    legs: tuple[Leg, ...] = Field(strict=False, min_length=1)

    def sides(self, *, additions: bool = False) -> Sides:
        """Return both sides over all legs, by default without what the project added."""
        return Sides(
            *(
                frozenset(
                    code for leg in self.legs for code in _codes(getattr(leg, side), additions)
                )
                for side in ("origins", "destinations")
            )
        )

    def corridors(self, *, additions: bool = False) -> pd.DataFrame:
        """Return every corridor of the circuit, to be joined with stocks.

        Returns
        -------
        DataFrame
            Columns ``origin`` and ``destination``, sorted, each pair once, no place to itself.
        """
        pairs = {
            (origin, destination)
            for leg in self.legs
            for origin in _codes(leg.origins, additions)
            for destination in _codes(leg.destinations, additions)
            if origin != destination
        }
        return pd.DataFrame(sorted(pairs), columns=["origin", "destination"])


def _codes(groups: Iterable[Group], additions: bool) -> list[str]:
    """List the places of the groups."""
    return [code for group in groups if additions or group.by == "paper" for code in group.places]


class Circuits(Strict):
    """The whole file."""

    circuits: tuple[Circuit, ...] = Field(strict=False, min_length=1)

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        each_once(circuit.id for circuit in self.circuits)
        return self


_NAMES = [name for model in (Circuits, Circuit, Leg, Group) for name in model.model_fields]


@kept.once
def every(path: Path | None = None) -> dict[str, Circuit]:
    """Read ``data/circuits.yml``, or the file that is named.

    Returns
    -------
    dict of str to Circuit
        By id, in the order of the file.

    Raises
    ------
    ContentError
        With every error, each with its line and what would be right.
    """
    file = path or paths.data() / "circuits.yml"
    found = load(file, Circuits, names=_NAMES, example="circuits:")
    return {circuit.id: circuit for circuit in found.circuits}


def circuit(name: str) -> Circuit:
    """Return the circuit of an id.

    Raises
    ------
    ContentError
        If there is none of that id, with the one that is closest.
    """
    known = every()
    if name not in known:
        raise ContentError(
            f"There is no circuit '{name}'; data/circuits.yml has {', '.join(known)}."
            + did_you_mean(name, known)
        )
    return known[name]


def sides(name: str, *, additions: bool = False) -> Sides:
    """Return the origins and the destinations of a circuit.

    Parameters
    ----------
    name
        Id of the circuit.
    additions
        Whether to take in the places that the paper does not name and the project added.

    Examples
    --------
    >>> sorted(sides("southern-cone").origins)
    ['BOL', 'CHL', 'PER', 'PRY']
    """
    return circuit(name).sides(additions=additions)


def corridors(name: str, *, additions: bool = False) -> pd.DataFrame:
    """Return every corridor of a circuit: columns ``origin`` and ``destination``.

    Parameters
    ----------
    name
        Id of the circuit.
    additions
        Whether places that this project added to the paper's description count.

    Returns
    -------
    DataFrame
        Columns ``origin`` and ``destination`` (ISO 3166 codes), as from `Circuit.corridors`.

    Examples
    --------
    >>> corridors("southern-cone")["destination"].unique().tolist()
    ['ARG']
    """
    return circuit(name).corridors(additions=additions)
