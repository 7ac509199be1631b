"""Facts of the two sides of a space, and of members that have left it since."""

from typing import Any

import numpy as np
import pandas as pd

from roundtable import reliability
from roundtable.briefing.space import Space
from roundtable.briefing.study import Form
from roundtable.facts import Fact, forms
from roundtable.reliability.keys import coded, one_of

SIDES = {"sending": "origin", "receiving": "destination"}
"""Name of each side in the facts, and the end of a corridor it stands at."""


def side_facts(s: Space) -> list[Fact]:
    """Compute who sends and who receives most inside, and what lies between those who left.

    Parameters
    ----------
    s
        The space, as from `open_space`.

    Returns
    -------
    list of Fact
        Ids as the templates use them; a fact without estimate has the value None.
    """
    return [*(fact for side in SIDES for fact in _largest(s, side)), *_departed(s)]


def by_end(s: Space, end: str, *, edition: str, year: int) -> pd.Series:
    """Return the people inside by the country at one end, the largest group first.

    Parameters
    ----------
    s
        The space.
    end
        ``origin`` or ``destination``.
    edition, year
        Of the figures.

    Returns
    -------
    Series
        Persons by code; where two are equal, by code.
    """
    rows = s.inside_at(edition=edition, year=year)
    at, codes = coded(rows[end])
    persons = np.bincount(at, weights=rows["both"].to_numpy(), minlength=len(codes)).astype(int)
    order = sorted(np.flatnonzero(persons), key=lambda place: (-persons[place], codes[place]))
    return pd.Series(persons[order], index=pd.Index(codes[order], dtype=str))


def _largest(s: Space, side: str) -> list[Fact]:
    """Return the largest group on a side: how many people, and which part of all inside.

    The part stands for the last common year in both editions too, of the same country.
    """
    end = SIDES[side]
    sums = {
        "": by_end(s, end, edition=s.edition, year=s.year),
        "-common": by_end(s, end, edition=s.edition, year=s.common),
        "-other": by_end(s, end, edition=s.other, year=s.common),
    }
    mine, theirs = sums[""], sums["-other"]
    place = str(mine.index[0]) if len(mine) else ""
    parts = {key: _part(found, place) for key, found in sums.items()}
    same = bool(len(theirs) and theirs.index[0] == place)
    rows = s.inside_at(edition=s.edition, year=s.year)
    flagged, repeated = reliability.parts_flagged(rows[rows[end] == place])
    what = {"origin": "come from", "destination": "live in"}[end]
    definition = f"People inside the space who {what} the country with most of them"

    def fact(id: str, value: float | None, form: Form, unit: str, words: str, **of: Any) -> Fact:
        kind, flags = reliability.kind_of_parts(
            flagged, repeated=repeated, mine=of["mine"], theirs=of["theirs"]
        )
        return s.fact(
            id, value, form, unit=unit, indicator="intra_stock_of_one", definition=words,
            edition=of.get("edition", s.edition), flags=flags,
            arguments={"space": s.id, "year": of.get("year", s.year), end: place, "same": same},
            kind="no-estimate" if value is None else kind,
        )  # fmt: skip

    at = {"": {}, "-common": {"year": s.common}, "-other": {"year": s.common, "edition": s.other}}
    persons = {key: int(found.get(place, 0)) for key, found in sums.items()}
    return [
        fact(
            f"{side}-largest", persons[""] or None, forms.people, "persons", definition,
            mine=persons["-common"], theirs=persons["-other"],
        ),
        *(
            fact(
                f"{side}-largest-share{key}", parts[key], forms.percent, "share",
                f"{definition}, among all people inside", mine=parts["-common"],
                theirs=parts["-other"], **at[key],
            )
            for key in sums
        ),
    ]  # fmt: skip


def _part(sums: pd.Series, place: str) -> float | None:
    whole = int(sums.sum())
    return int(sums.get(place, 0)) / whole if whole else None


def _departed(s: Space) -> list[Fact]:
    """Return the people on corridors to, from and between members that have left since."""
    left = set(s.origins) - s.today if s.is_bloc else set()
    rows = s.inside_at(edition=s.edition, year=s.year)
    out, home = (one_of(rows[end], left) for end in ("origin", "destination"))
    parts = {
        "left-from": (out & ~home, "come from a member that has left and live in one that remains"),
        "left-into": (~out & home, "come from a member that remains and live in one that has left"),
        "left-among": (out & home, "are on corridors between members that have left"),
        "left-across": (out ^ home, "are on corridors between members that remain and have left"),
    }
    facts = []
    for id, (chosen, what) in parts.items():
        part = rows[chosen]
        persons = int(part["both"].sum())
        kind, flags = reliability.kind_of_sum(part, mine=None, theirs=None)
        facts.append(
            s.fact(
                id, persons if left else None, forms.people, unit="persons",
                indicator="intra_stock", definition=f"People inside the space who {what}",
                arguments={**s.about, "left": sorted(left)},
                kind=kind if left else "no-estimate", flags=flags,
            )
        )  # fmt: skip
    return facts
