"""Corridors on which workers were recruited a generation ago, and who lives there now."""

from datetime import date
from typing import Any

from roundtable.briefing.paper.parts import Part, Parts
from roundtable.facts import year_name
from roundtable.register import Partnership, Register, may_be_shown

GENERATION = 30
"""Years after which a stock no longer holds mainly those whom a treaty brought."""


def old_treaties(register: Register, *, year: int, on: date) -> list[Partnership]:
    """Return treaties on the recruitment of workers that are a generation old, by their date.

    Parameters
    ----------
    register
        The register.
    year
        Year of the paper.
    on
        Its day: what is under embargo on it is left out.
    """
    found = [
        entry
        for entry in may_be_shown(register, on=on).values()
        if entry.kind == "bilateral"
        and entry.form == "treaty"
        and "labour-migration" in entry.areas
        and len(entry.corridors) == 1
        and entry.began
        and entry.began.first.year <= year - GENERATION
    ]
    return sorted(found, key=lambda entry: (entry.began.first, entry.id))


def names(parts: Parts, register: Register, *, year: int, on: date) -> list[dict[str, Any]]:
    """Return what the text tells of them, by destination.

    Where the year has no figure, or one that is carried forward, the treaty is left out.

    Parameters
    ----------
    parts
        The themes' briefings.
    register
        The register.
    year
        Year of the figures.
    on
        The day: what is under embargo then is left out.

    Returns
    -------
    list of dict
        ``destination`` and ``treaties``, each of these with ``origin``, ``signed`` and ``stock``.
    """
    found: dict[str, dict[str, Any]] = {}
    for entry in old_treaties(register, year=year, on=on):
        (pair,) = entry.corridors
        part: Part = parts.corridor(pair.origin, pair.destination)
        stock = part.fact("stock")
        if stock.known and stock.kind in ("measured", "revised"):
            ends = part.names
            group = {"destination": ends["destination"], "treaties": []}
            found.setdefault(pair.destination, group)["treaties"].append(
                {
                    "origin": ends["origin"],
                    "signed": year_name(entry.began.first.year),
                    "stock": stock,
                }
            )
    return list(found.values())
